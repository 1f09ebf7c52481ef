/** The tools that are a sheet and nothing more. */

import { register } from "../start.js";
import { sheet } from "./sheet.js";

register({ sheet });
