/**
 * The reader of tables, as other scripts know it. The build adds the words that it knows
 * (macros/api/table_reader.py).
 */

import * as columns from "./columns.js";
import * as grid from "./grid.js";
import * as headings from "./headings.js";
import * as pieces from "./pieces.js";
import * as planBook from "./plan-book.js";
import * as rows from "./rows.js";
import * as text from "./text.js";

export { openFile } from "./file.js";
export { forMoney } from "./for-money.js";
export { forPeople } from "./for-people.js";
export { forScores } from "./for-scores.js";
export { shownAs } from "./number-format.js";
export { panel } from "./panel.js";
export { readPeople } from "./people.js";
export { planOfBook } from "./plan-book.js";
export { HIDDEN, tablesOf } from "./read.js";
export { columns, grid, headings, pieces, rows, text };

const known = globalThis.hyeopchi.data.table;
headings.learn(known.headings, known.terms);
planBook.learn(known.places);
