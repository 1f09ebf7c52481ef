/**
 * Plans below each other, one before a change and one after it (`가. 당초 계획`, `나. 변경 계획`): one table with its
 * stages in rows, as stage-rows.js lays them out.
 */

import { columnsOf } from "./columns.js";
import { layOut, said } from "./grid.js";
import { taken } from "./headings.js";
import { nameColumn, saying } from "./naming.js";
import { headsOf } from "./several.js";
import { squeezed } from "./text.js";
import { unitOfTable } from "./values.js";

/** @typedef {import("./find.js").Table} Table */

const WORDS = { before: "변경 전", after: "변경 후" };
const MOST_TITLE = 30; // signs: what is longer is a sentence

/** The stage that the title just above a table names; null for none, or for several (`당초 대비 변경`). */
function stageOf({ titles, heads }) {
  if (heads.length === 0) return null;
  const found = titles.filter((text) => squeezed(text).length <= MOST_TITLE)
    .map((text) => new Set(taken(text).all.filter(({ says }) => says === "stage").map(({ means }) => means)))
    .filter(({ size }) => size > 0).at(-1);
  const [stage] = found?.size === 1 ? found : [];
  return stage in WORDS ? stage : null;
}

/** @param {Tables.Table} table */
const isPlain = (table) => columnsOf(table).every(({ stage }) => stage === null);

/** Whether two tables are the same plan before and after its change. */
function isPair(one, other) {
  if (
    stageOf(one) !== "before" || stageOf(other) !== "after" || headsOf(one) !== headsOf(other) ||
    !isPlain(one) || !isPlain(other)
  ) return false;
  const [unit, next] = [one, other].map(unitOfTable);
  return next === null || unit?.id === next.id;
}

const cellsOf = ({ grid }, row) =>
  grid.cells[row].map((
    cell,
    at,
  ) => (cell.row === row && cell.column === at
    ? {
      text: cell.long ?? cell.text,
      down: cell.down,
      across: cell.across,
      counted: cell.counted,
      indent: cell.indent,
    }
    : null)
  );

/** By the names that stand once in a table, their rows. */
function rowsByName({ grid, body }, at) {
  const found = new Map();
  for (const row of body) {
    const name = squeezed(said(grid, row, at));
    if (name !== "") found.set(name, found.has(name) ? null : row);
  }
  return found;
}

/**
 * The rows of the plan before, with the words of the plan after where a project has one row in each: it is
 * one line, whatever it was for.
 */
function renewed(one, other) {
  const columns = columnsOf(one);
  const name = nameColumn(saying(one, columns, []))?.at;
  if (name === undefined) return one.body.map((row) => cellsOf(one, row));
  const [own, next] = [one, other].map((table) => rowsByName(table, name));
  const words = columns.filter(({ at, numeric, says }) => !numeric && says !== "serial" && at !== name).map((
    { at },
  ) => at);
  return one.body.map((row) => {
    const text = squeezed(said(one.grid, row, name));
    const after = own.get(text) === row ? next.get(text) ?? null : null;
    return cellsOf(one, row).map((cell, at) => {
      const word = after !== null && words.includes(at) && cell?.down === 1
        ? said(other.grid, after, at)
        : "";
      return word === "" ? cell : { ...cell, text: word };
    });
  });
}

/** Two plans in one table, with a column that tells of which a row is. */
function joined(one, other) {
  const heads = [{ text: "구분" }, ...one.names.map((text) => ({ text }))];
  const staged = (rows, stage) =>
    rows.map((cells) => [{ text: WORDS[stage] }, ...cells.filter((cell) => cell !== null)]);
  const rows = [
    heads,
    ...staged(renewed(one, other), "before"),
    ...staged(other.body.map((row) => cellsOf(other, row)), "after"),
  ];
  const { before, name, hidden, told } = one.grid;
  const parts = [["구분"], ...one.parts];
  return {
    ...one,
    grid: { ...layOut(rows, { before, after: other.grid.after, name }), hidden, told },
    heads: [0],
    parts,
    names: parts.map((texts) => texts.join(" ")),
    body: rows.slice(1).map((_, at) => at + 1),
    notes: other.notes,
  };
}

/** @param {Table[]} tables @returns {Table[]} with each plan before a change and that after it as one */
export function withStageTables(tables) {
  const found = [];
  for (const table of tables) {
    const last = found.at(-1);
    if (last !== undefined && isPair(last, table)) found[found.length - 1] = joined(last, table);
    else found.push(table);
  }
  return found;
}
