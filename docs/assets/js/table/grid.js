/**
 * A table laid out in rows and columns: every place knows the cell that covers it, so that merged cells keep
 * what they say.
 */

import { short } from "./text.js";

/**
 * @typedef {{text: string, row: number, column: number, down: number, across: number, counted?: boolean,
 *   indent?: number, long?: string}} Cell `counted`: a number with decimals that a workbook has worked out,
 *   which may be finer than a won; `indent`: how far its text is set in, in half letters; `long`: the whole
 *   text, where `text` is its beginning and end
 * @typedef {{cells: Cell[][], width: number, parts: ("head" | "body" | "foot")[], before: string[], after:
 *   string[], name: string, hidden?: boolean, told?: string[]}} Grid `parts`: which part of the table each
 *   row is said to be; `before`, `after`: what stands around it, the nearest last and first; `name`: the
 *   sheet's, `hidden`: a sheet that is not shown, `told`: what of it was left out
 * @typedef {{text: string, down?: number, across?: number, counted?: boolean, indent?: number}} Given
 */

const MOST = { down: 2_000, across: 100 };

/** Blanks before a text, in half letters: what is set in stands below what is not. @param {string} text */
export const leading = (text) =>
  [.../^[^\S\n]*(?=\S)/.exec(text)?.[0] ?? ""].reduce((sum, blank) => sum + (blank === "\u3000" ? 2 : 1), 0);

/** @param {string} text */
const wholeOf = (text) => (short(text) === text ? {} : { long: text });

function placed(rows) {
  const cells = rows.map(() => []);
  rows.forEach((given, row) => {
    let column = 0;
    for (const { text, down = 1, across = 1, counted, indent = leading(text) } of given) {
      while (cells[row][column]) column += 1;
      const cell = {
        text: short(text),
        row,
        column,
        down: Math.min(down, rows.length - row, MOST.down),
        across: Math.min(across, MOST.across),
        ...counted ? { counted } : {},
        ...indent ? { indent } : {},
        ...wholeOf(text),
      };
      for (let below = 0; below < cell.down; below += 1) {
        for (let beside = 0; beside < cell.across; beside += 1) cells[row + below][column + beside] ??= cell;
      }
      column += cell.across;
    }
  });
  return cells;
}

/**
 * @param {Given[][]} rows the cells that each row brings, in order; what a cell above covers is left out
 * @param {{parts?: ("head" | "body" | "foot")[], before?: string[], after?: string[], name?: string}} [more]
 * @returns {Grid}
 */
export function layOut(rows, { parts = rows.map(() => "body"), before = [], after = [], name = "" } = {}) {
  const cells = placed(rows);
  const width = Math.max(0, ...cells.map((row) => row.length));
  cells.forEach((row, at) => {
    for (let column = 0; column < width; column += 1) {
      row[column] ??= { text: "", row: at, column, down: 1, across: 1 };
    }
  });
  return { cells, width, parts, before, after, name };
}

/** What a cell says where it begins; "" in the places that it covers besides. @param {Grid} grid */
export function said(grid, row, column) {
  const cell = grid.cells[row]?.[column];
  return cell && cell.row === row && cell.column === column ? cell.text.trim() : "";
}

/**
 * The cells that begin in a row and say something.
 * @returns {Cell[]}
 * @param {Tables.Grid} grid
 * @param {number} row
 */
export function ownCells(grid, row) {
  return grid.cells[row].filter((cell, column) =>
    cell.row === row && cell.column === column && cell.text.trim() !== ""
  );
}

/** Rows and columns changed for one another. @param {Grid} grid @returns {Grid} */
export function turned(grid) {
  const rows = Array.from({ length: grid.width }, (_, column) =>
    grid.cells.map((row) => row[column])
      .filter((cell, row) => cell.column === column && cell.row === row).map((
        { text, long = text, down, across, counted, indent },
      ) => ({ text: long, down: across, across: down, counted, indent })));
  return layOut(rows, { before: grid.before, after: grid.after, name: grid.name });
}
