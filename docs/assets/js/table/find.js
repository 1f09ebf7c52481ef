/**
 * Where the tables of a grid are: below their head rows, with titles above and notes below.
 */

import { amountOf } from "./amount.js";
import { ownCells } from "./grid.js";
import { isNumber, partsOf, starts, telling } from "./heads.js";
import { runsOf, stacked } from "./side-by-side.js";

/**
 * @typedef {{grid: import("./grid.js").Grid, titles: string[], heads: number[], names: string[], parts:
 *   string[][], body: number[], notes: string[], beside?: bigint, isTurned?: boolean, isSplit?: boolean,
 *   isAdded?: boolean}} Table `heads`, `body`: rows of the grid; `parts`: each column's head from top to
 *   bottom, `names`: the same in one text; `beside`: in hundred-millionths of won what the tables before it
 *   in the same grid hold, once that is known; `isTurned`: its stages stood in rows; `isSplit`: a column of
 *   it held several amounts in each cell; `isAdded`: what stands after a change was worked out
 */

/**
 * Where the titles of the next table begin: below the last row with a number or with several cells.
 * @param {Tables.Grid} grid
 */
function endOf(grid, from, next) {
  let end = next;
  if (next < grid.cells.length) {
    while (
      end > from && telling(grid, end - 1).length <= 1 &&
      ownCells(grid, end - 1).every((cell) => !isNumber(cell) || amountOf(cell.text).split)
    ) end -= 1;
  }
  return end;
}

/** @param {Tables.Grid} grid */
const textsOf = (grid, from, to) =>
  grid.cells.slice(from, to).flatMap((_, at) => ownCells(grid, from + at).map(({ text }) => text));
const rowsFrom = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/**
 * The tables of a grid that have a head.
 * @param {import("./grid.js").Grid} grid
 * @returns {import("./pieces.js").Pieces<Table[]>}
 */
export function* tablesIn(grid) {
  const all = yield* starts(grid);
  const runs = all.length === 1 ? runsOf(grid, all[0]) : null;
  if (runs !== null) return yield* tablesIn(stacked(grid, all[0], runs));
  let from = 0;
  return all.map((heads, at) => {
    const end = endOf(grid, heads.at(-1) + 1, all[at + 1]?.[0] ?? grid.cells.length);
    const titles = [...grid.before, ...textsOf(grid, from, heads[0])];
    from = end;
    const parts = Array.from({ length: grid.width }, (_, column) => partsOf(grid, heads, column));
    return {
      grid,
      titles,
      heads,
      parts,
      names: parts.map((texts) => texts.join(" ")),
      body: rowsFrom(heads.at(-1) + 1, end),
      notes: at === all.length - 1 ? grid.after : [],
    };
  });
}

/** A table without a head: all rows are its body. @returns {Table} @param {Tables.Grid} grid */
export function headless(grid) {
  const parts = Array.from({ length: grid.width }, () => []);
  return {
    grid,
    titles: grid.before,
    heads: [],
    parts,
    names: parts.map(() => ""),
    body: rowsFrom(0, grid.cells.length),
    notes: grid.after,
  };
}
