/**
 * The head rows of tables: however deep they stand and however many there are, and what each column is called
 * by them.
 */

import { amountOf } from "./amount.js";
import { ownCells, said } from "./grid.js";
import { isHead, taken } from "./headings.js";
import { outside, squeezed } from "./text.js";
import { isStatement } from "./units.js";

const MOST_HEADS = 4;
const DATE = /^\s*(?:(?:19|20)\d\d|['’‘]\d\d)\s*[.년/-]\s*\d{1,2}(?!\d)/;
const YEARS = /^(?:(?:(?:19\d|20[0-4])\d|['’‘]\d\d)(?:년도?)?|\d{1,2}월|[1-4]\/4분기)$/; // and months
// What stands alone in the last head row: a unit in brackets, a formula, a letter for it.
const BELOW_HEAD = /^(?:\(?[a-z①-⑳ⓐ-ⓩ](?:[=+\-*/x×÷()a-z①-⑳ⓐ-ⓩ\d%]*)\)?|[([].{1,8}[)\]])$/i;
const A_DASH = /^[-–—−]$/; // an amount of nothing
const BRACKETED = /^[([][^()[\]]{1,8}[)\]]$/;
// Words that stand in cells as well as in heads: they alone do not make a head row.
const VALUES = new Set([
  "part",
  "fund",
  "nature",
  "cost",
  "member",
  "seat",
  "sex-value",
  "vacant",
  "sum",
  "weight",
  "top",
]);

/**
 * Cells that say something, without those that only state a unit.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
export function telling(grid, row) {
  return ownCells(grid, row).filter(({ text }) => !isStatement(text));
}

/** @param {string} text */
const isYear = (text) => YEARS.test(squeezed(outside(text)));
export const isNumber = ({ text }) =>
  ["amount", "share", "count"].includes(amountOf(text).kind) && !isYear(text);
/** @param {Tables.Grid} grid @param {number} row */
const hasNumbers = (grid, row) => ownCells(grid, row).some(isNumber);
const headCells = (cells) => cells.filter(({ text }) => isHead(text) || isYear(text));
const isStrong = ({ text }) => taken(text).known.some(({ says }) => !VALUES.has(says));

/**
 * Whether four digits that may be a year stand below an amount, or alone below a head: then they are an
 * amount.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function mayBeAmount(grid, row, { text, column }) {
  if (!/^\d{4}$/.test(squeezed(text)) || row === 0) return false;
  const above = grid.cells[row - 1][column];
  return isNumber(above) ||
    (isHead(above.text) && telling(grid, row).filter((one) => isYear(one.text)).length === 1);
}

/**
 * Whether a row may be the head of a table: two heads or more, hardly anything else, and no number; or one,
 * and numbers below the rest.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function mayBeHead(grid, row) {
  if (hasNumbers(grid, row)) return false;
  const cells = telling(grid, row);
  if (cells.some((cell) => mayBeAmount(grid, row, cell))) return false;
  if (cells.length < 2 || cells.some(({ text }) => DATE.test(text) || A_DASH.test(text.trim()))) return false;
  const heads = headCells(cells);
  if (
    heads.some(isStrong) && cells.length > 2 && standOverNumbers(grid, row, cells.slice(1)) &&
    new Set(cells.map(({ text }) => squeezed(text))).size === cells.length
  ) return true;
  return heads.length >= 2 && heads.length * 2 >= cells.length &&
    (heads.some(isStrong) || standOverNumbers(grid, row, heads));
}

/**
 * Whether numbers stand just below most heads: words such as 시비 are a head then, else they are what a cell
 * says.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function standOverNumbers(grid, row, heads) {
  const below = grid.cells[row + 1] ?? [];
  return heads.filter(({ column }) => below[column] && isNumber(below[column])).length * 2 > heads.length;
}

/**
 * How far a head's cell reaches: over what it covers, and in a table without merged cells over the blanks
 * beside it.
 * @param {Tables.Grid} grid
 * @param {number} row
 * @param {Tables.Cell} cell
 */
function reach(grid, row, cell) {
  let end = cell.column + cell.across;
  if (cell.across === 1) {
    while (end < grid.width && grid.cells[row][end].text.trim() === "" && grid.cells[row][end].down === 1) {
      end += 1;
    }
  }
  return end;
}

/**
 * Whether a row goes on with the head above it: all that it says stands below a wide head, or is a unit or a
 * formula.
 */
function goesOn(grid, above, row) {
  if (row >= grid.cells.length) return false;
  const cells = ownCells(grid, row);
  // Heads reach down beside it.
  const merged = grid.cells[row].some((cell) => cell.row <= above && cell.text.trim() !== "");
  const aside = merged && cells.every(({ text }) => BRACKETED.test(text.trim())); // weights, full marks
  if (hasNumbers(grid, row) && !aside) return false;
  const wide = ownCells(grid, above).filter((cell) => reach(grid, above, cell) - cell.column > 1);
  const open = (column) =>
    wide.some((cell) => cell.column <= column && column < reach(grid, above, cell)) ||
    (grid.cells[above][column].row < above && grid.cells[above][column].across > 1);
  const small = ({ text }) => BELOW_HEAD.test(squeezed(text)) || isStatement(text);
  const within = cells.filter((cell) => open(cell.column)).length * 2 > cells.length;
  return cells.length > 0 &&
    cells.every((cell) => open(cell.column) || small(cell) || (within && isHead(cell.text))) &&
    (merged || cells.some((cell) => small(cell) || isHead(cell.text) || isYear(cell.text)));
}

/** Whether the row above a head belongs to it: merged heads such as 사업비 over 계, 시비, 구비. */
function groups(grid, row, below) {
  if (row < 0 || hasNumbers(grid, row)) return false;
  const cells = telling(grid, row);
  const wide = cells.filter((cell) => cell.across > 1 && cell.across < grid.width);
  const first = telling(grid, below)[0]?.column ?? 0;
  const blankBelow = cells.some((cell) =>
    cell.column < first || said(grid, below, cell.column) === "" ||
    isStatement(said(grid, below, cell.column))
  );
  const reaching = grid.cells[below].some((cell) => cell.row <= row && cell.text.trim() !== "");
  return (wide.some(({ text }) => isHead(text)) && (cells.length > 1 || wide[0].column > 0)) || reaching ||
    (cells.length > 1 && headCells(cells).length * 2 > cells.length && blankBelow);
}

/** All head rows around one that is sure. @param {Tables.Grid} grid */
function headRows(grid, base, floor) {
  const rows = [base];
  while (rows.length < MOST_HEADS && rows[0] > floor && groups(grid, rows[0] - 1, rows[0])) {
    rows.unshift(rows[0] - 1);
  }
  while (rows.length < MOST_HEADS && goesOn(grid, rows.at(-1), rows.at(-1) + 1)) rows.push(rows.at(-1) + 1);
  return rows;
}

/** What a column is called, from the highest head row to the lowest. */
export function partsOf(grid, heads, column) {
  const cells = heads.flatMap((row, at) => {
    const cell = grid.cells[row][column];
    if (cell.text.trim() !== "" || at === heads.length - 1) return [cell];
    return ownCells(grid, row).filter((one) => one.column <= column && column < reach(grid, row, one)).slice(
      -1,
    );
  });
  return [...new Set(cells)].map(({ text }) => text.trim()).filter(Boolean);
}

/** @param {Tables.Grid} grid @param {number} row */
const isBlank = (grid, row) => grid.cells[row].every(({ text }) => text.trim() === "");

/**
 * The rows with a head, in order: [base, head rows]. A head that is repeated on a new page begins no new
 * table.
 * @param {Tables.Grid} grid
 */
export function* starts(grid) {
  const found = [];
  for (let row = 0; row < grid.cells.length; row += 1) {
    yield;
    const floor = found.length ? found.at(-1).at(-1) + 1 : 0;
    if (!(grid.parts[row] === "head" && telling(grid, row).length > 1) && !mayBeHead(grid, row)) continue;
    const heads = grid.parts[row] === "head"
      ? grid.cells.flatMap((_, at) => (grid.parts[at] === "head" && telling(grid, at).length > 1 ? [at] : []))
      : headRows(grid, row, floor);
    const same = found.length > 0 &&
      squeezed(rowText(grid, heads.at(-1))) === squeezed(rowText(grid, found.at(-1).at(-1)));
    // Right below another table only what stands over numbers is a head: a member's row may be all of known
    // words.
    if (
      found.length === 0 || isApart(grid, heads[0]) ||
      (!same && hasNumbers(grid, Math.min(heads.at(-1) + 1, grid.cells.length - 1)))
    ) found.push(heads);
    row = Math.max(row, heads.at(-1));
  }
  return found;
}

/**
 * Whether what stands above a row parts it from the rows before: nothing, or a title.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function isApart(grid, row) {
  return row > 0 &&
    (isBlank(grid, row - 1) || (ownCells(grid, row - 1).length === 1 && !hasNumbers(grid, row - 1)));
}

/** @param {Tables.Grid} grid @param {number} row */
const rowText = (grid, row) => ownCells(grid, row).map(({ text }) => text).join("\t");
