/** The tools whose sheet is filled from a list of people. */

import { register } from "../start.js";
import { sheet } from "./sheet.js";
import { members as take } from "./tables.js";

register({ sheet: (root) => sheet(root, { take }) });
