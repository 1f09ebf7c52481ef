/** The tools whose sheet has lines before and after a change. */

import { register } from "../start.js";
import { lines as take } from "./change-tables.js";
import { ledger } from "./ledger.js";
import { lines } from "./lines.js";
import { openPlan } from "./plan.js";
import { sheet } from "./sheet.js";

register({ sheet: (root) => sheet(root, { take, ledger, lines, openPlan }) });
