/**
 * Tables as text: tabs (what Excel puts on the clipboard), commas or semicolons (CSV). A cell in quotes may
 * hold all of these.
 */

import { LIMITS } from "../gate/limits.js";
import { table } from "../gate/pasted.js";
import { uncelled } from "./csv-cell.js";
import { layOut } from "./grid.js";
import { each, eachOf } from "./pieces.js";

const AT_ONCE = 5_000; // steps from sign to sign
const SEPARATORS = ["\t", ",", ";", "|"];
const LOOKED_AT = 40; // rows by which the separator is told
const LOOKED_IN = 400_000; // signs in which these are looked for
const LOOKED_MOST = LOOKED_AT * LIMITS.tableColumns; // cells of them
// Cells that are read: what has more is refused for it, however much more it has. Bars give cells that are none.
const READ_MOST = 2 * LIMITS.tableCells;

/**
 * @param {string} text @param {string} separator @param {number} most cells, at which reading ends
 * @returns {import("./pieces.js").Pieces<string[][]>}
 */
function* cellsOf(text, separator, most) {
  const rows = [[""]];
  let [cells, steps] = [1, 0];
  let [quoted, blank] = [false, true]; // `blank`: only blanks stand in the cell so far
  const source = text.replace(/\r\n?/g, "\n");
  const special = new RegExp(`["\\n${separator}]`, "g");
  let end = source.length;
  while (source[end - 1] === "\n") end -= 1;
  const add = (row, from, to) => {
    const until = to < 0 ? end : Math.min(to, end);
    row[row.length - 1] += source.slice(from, until);
    return until - 1;
  };
  for (let at = 0; at < end && cells <= most; at += 1) {
    if ((steps += 1) % AT_ONCE === 0) yield;
    const sign = source[at];
    const row = rows.at(-1);
    const last = row.length - 1;
    if (quoted && sign === '"' && source[at + 1] === '"') {
      row[last] += '"';
      at += 1;
    } else if (quoted && sign === '"') quoted = false;
    else if (quoted) at = add(row, at, source.indexOf('"', at));
    else if (sign === '"' && blank && closes(source, at, separator)) {
      row[last] = "";
      quoted = true;
    } else if (sign === separator || sign === "\n") {
      if (sign === separator) row.push("");
      else rows.push([""]);
      cells += 1;
    } else if (sign === '"') row[last] += sign;
    else {
      special.lastIndex = at;
      at = add(row, at, special.exec(source)?.index ?? end);
      blank &&= row[last].trim() === "";
      continue;
    }
    blank = !quoted && (sign === separator || sign === "\n");
  }
  return rows;
}

/**
 * Whether a quote opens a quoted cell: one that ends before a separator or a line's end. A lone quote is a
 * letter.
 */
function closes(source, from, separator) {
  for (let end = source.indexOf('"', from + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    if (source[end + 1] === '"') end += 1;
    else return [separator, "\n", undefined].includes(source[end + 1]);
  }
  return false;
}

/**
 * The separator that gives the most rows the same number of cells; null when none gives a table.
 * @param {string} text
 */
function* separatorOf(text) {
  if (text.includes("\t")) return "\t";
  const start = text.slice(0, LOOKED_IN).replace(/\r\n?/g, "\n").split("\n").slice(0, LOOKED_AT).join("\n");
  const found = yield* eachOf(SEPARATORS, function* usualOf(separator) {
    const rows = yield* cellsOf(start, separator, LOOKED_MOST);
    const widths = rows.map((row) => row.length).filter((width) => width > 1);
    const usual = Math.max(0, ...widths.map((width) => widths.filter((one) => one === width).length));
    return { separator, usual };
  });
  const [best] = found.sort((one, other) => other.usual - one.usual);
  return best.usual > 1 ? best.separator : null;
}

/** `| a | b |`: the border cells and the row of dashes are no cells. */
function unbarred(rows) {
  return rows.filter((row) => !row.every((cell) => /^[\s:-]*$/.test(cell)))
    .map((row) => row.slice(row[0].trim() === "" ? 1 : 0, row.at(-1).trim() === "" ? -1 : undefined));
}

/**
 * @param {string} text
 * @returns {import("./pieces.js").Pieces<import("./grid.js").Grid[]>} none when the text holds no table
 */
export function* gridsOfText(text) {
  const unmarked = text.replace(/^\uFEFF/, "");
  const separator = yield* separatorOf(unmarked);
  if (separator === null) return [];
  const found = yield* cellsOf(unmarked, separator, READ_MOST);
  const rows = yield* each(
    table(separator === "|" ? unbarred(found) : found),
    (row) => row.map((cell) => ({ text: uncelled(cell) })),
  );
  return [layOut(rows)];
}

/**
 * Rows as tab-separated text, to stand in a field where it can be mended.
 * @param {import("./grid.js").Grid} grid
 */
export function textOf(grid) {
  /** @param {string} text */
  const quoted = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return grid.cells.map((row, at) =>
    row.map((
      cell,
      column,
    ) => (cell.row === at && cell.column === column ? quoted(cell.long ?? cell.text) : "")).join("\t")
  ).join("\n");
}
