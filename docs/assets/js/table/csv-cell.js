/**
 * The text of a CSV cell that this site wrote: without the apostrophe that keeps spreadsheets from taking
 * 3/10 for a date. The inverse of macros/office/documents/csv_cell.py. An apostrophe that others wrote (`'19년
 * 예산`) stays.
 */

const AS_IT_IS = /^(?:-?(?:0|[1-9]\d{0,14})(?:\.\d{0,13}[1-9])?|\d{4}-\d\d-\d\d)$/;
const FORMULA = /^['=+\-@\t\r]/;
const BLANK = "[ \\t\\n\\r\\f\\v]";
const SIGNS = "[\\d \\t\\n\\r\\f\\v.,:/\\-%()$₩€£¥]*";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const READ = new RegExp(
  `^(?:${
    [
      `(?=[^]*\\d)${SIGNS}(?:${BLANK}*[ap]m?)?`, // 3/10, 2-1, 007, 10%, 9:30, 1,234
      "\\d[\\d.,]*e[+\\-]?\\d+",
      `(?=[^]*\\d)${SIGNS}${MONTH}${SIGNS}`,
      `(?:\\d+${BLANK}*년${BLANK}*)?\\d+${BLANK}*월${BLANK}*\\d+${BLANK}*일|\\d+${BLANK}*년${BLANK}*\\d+${BLANK}*월`,
      `(?:오전|오후)${BLANK}*\\d[\\d \\t\\n\\r\\f\\v:시분초]*|\\d+${BLANK}*시${BLANK}*\\d+${BLANK}*분[\\d \\t\\n\\r\\f\\v초]*`,
      "true|false|#(?:n/a|ref!|value!|name\\?|div/0!|null!|num!)",
    ].join("|")
  })$`,
  "i",
);
const LONGEST = 1_000; // a longer text is no date and no number

/** Signs of full width are read like the plain ones. @param {string} text */
const narrow = (text) =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();

/** Whether a spreadsheet would take the text for something else. @param {string} text */
function isTaken(text) {
  const asRead = narrow(text);
  return !AS_IT_IS.test(text) &&
    (FORMULA.test(text) || FORMULA.test(asRead) || (asRead.length <= LONGEST && READ.test(asRead)));
}

/** The text that a cell was made of. @param {string} cell */
export function uncelled(cell) {
  return cell.startsWith("'") && isTaken(cell.slice(1)) ? cell.slice(1) : cell;
}
