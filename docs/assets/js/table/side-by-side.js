/**
 * Tables whose columns stand twice beside each other, as lists of members do to save paper: laid out one run
 * below the other.
 */

import { layOut } from "./grid.js";
import { taken } from "./headings.js";
import { partsOf } from "./heads.js";
import { squeezed } from "./text.js";

const LEAST_HALF = 3; // columns that stand again beside themselves

const rowsFrom = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** The columns in which anything stands, of a table with these head rows. @param {Tables.Grid} grid */
function filledColumns(grid, heads) {
  const rows = grid.cells.slice(heads[0]);
  return Array.from({ length: grid.width }, (_, at) => at).filter((at) =>
    rows.some((cells) => cells[at].text.trim() !== "" && cells[at].column === at)
  );
}

/**
 * Columns that begin anew (`성명 | 구분 | 성별 | 성명 | 구분 | 성별`), each run of them; null where none do. What stands
 * above the runs is to name members: else it tells what the run is (변경 전, 변경 후).
 * @returns {{columns: number[], title: string}[] | null}
 */
export function runsOf(grid, heads) {
  const columns = filledColumns(grid, heads);
  const parts = columns.map((at) => partsOf(grid, heads, at));
  const all = parts.map((texts) => squeezed(texts.at(-1) ?? ""));
  const half = all.indexOf(all[0], 1);
  const repeats = half >= LEAST_HALF && all.length % half === 0 &&
    all.every((name, at) => name !== "" && name === all[at % half]);
  if (!repeats || new Set(all).size !== half) return null;
  const above = parts.map((texts) => texts.slice(0, -1).join(" "));
  if (!above.every((text) => text === "" || taken(text).all.some(({ says }) => says === "member"))) {
    return null;
  }
  return rowsFrom(0, all.length / half).map((run) => ({
    columns: columns.slice(run * half, run * half + half),
    title: above[run * half],
  }));
}

/** A table whose columns stand twice beside each other, one run below the other. */
export function stacked(grid, heads, runs) {
  const cellsOf = (row, columns) =>
    columns.map((at) => grid.cells[row][at]).filter((cell, at) =>
      cell.row === row && cell.column === columns[at]
    )
      .map(({ text, long = text, down, across, counted, indent }) => ({
        text: long,
        down,
        across: Math.min(across, columns.length),
        counted,
        indent,
      }));
  const [first] = runs;
  const titles = rowsFrom(0, heads[0]).map((row) => cellsOf(row, rowsFrom(0, first.columns.length)));
  const head = cellsOf(heads.at(-1), first.columns).length === first.columns.length
    ? cellsOf(heads.at(-1), first.columns)
    : first.columns.map((at) => ({ text: grid.cells[heads.at(-1)][at].text }));
  const body = runs.flatMap((
    { columns, title },
  ) => [
    ...title ? [[{ text: title, across: columns.length }]] : [],
    ...rowsFrom(heads.at(-1) + 1, grid.cells.length).map((row) => cellsOf(row, columns)),
  ]);
  const { before, after, name, hidden, told } = grid;
  return { ...layOut([...titles, head, ...body], { before, after, name }), hidden, told };
}
