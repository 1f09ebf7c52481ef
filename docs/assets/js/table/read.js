/**
 * All tables of what was pasted or opened, each read for one purpose. Tables that show the same money in
 * another way are not taken twice.
 */

import { demand, LIMITS, over } from "../gate/limits.js";
import { columnsByTurns, columnsOf } from "./columns.js";
import { doubtsOf } from "./doubts.js";
import { headless, tablesIn } from "./find.js";
import { layOut, ownCells, turned } from "./grid.js";
import * as headings from "./headings.js";
import { meaningsOf } from "./headings.js";
import { linesOf } from "./lines.js";
import { readMoney } from "./money-table.js";
import { eachOf } from "./pieces.js";
import { PARTS } from "./plain-amount.js";
import { prove } from "./proof.js";
import { withResults } from "./results.js";
import { ANY } from "./row-funds.js";
import { headsOf, withBeside, withoutDoubles } from "./several.js";
import { withSplitColumns } from "./split-columns.js";
import { withStageColumns } from "./stage-rows.js";
import { withStageTables } from "./stage-tables.js";
import { standing } from "./stages.js";
import { valuesOf } from "./values.js";

/**
 * @typedef {import("./find.js").Table} Table
 * @typedef {{table: Table, reading: import("./money-table.js").Reading, lines: import("./lines.js").Line[],
 *   proofs: import("./proof.js").Proof[], doubts: string[], use: boolean, why: string}} MoneyTable
 * @typedef {"plan" | "change"} Wanted
 */

const NAMING = new Set(["fund", "whole", "stage", "nature", "cost"]);
// One sheet may hold many tables; each may be read lying and standing.
const MOST_READ = 2 * LIMITS.tables;
export const HIDDEN = "숨긴 시트의 표라 빼 두었어요.";
const HEADLESS = "머리글을 알아보지 못한 표라 빼 두었어요.";

/**
 * The tables of a grid: with a head; else with heads in its first column; else without any.
 * @param {(table: Table) => import("./pieces.js").Pieces<boolean>} holds whether a table holds what is looked
 *   for
 * @param {Tables.Grid} grid
 */
export function* tablesOf(grid, holds) {
  const found = yield* tablesIn(grid);
  for (const table of found) if (yield* holds(table)) return found;
  const other = [];
  for (const table of (yield* tablesIn(turned(withoutMargins(grid)))).filter(differing)) {
    if (yield* holds(table)) other.push(table);
  }
  return other.length ? other : found.length ? found : [headless(grid)];
}

/**
 * A grid without the lines of text above and below its table, which stand around it then.
 * @param {Tables.Grid} grid
 */
function withoutMargins(grid) {
  const isTable = grid.cells.map((_, row) => ownCells(grid, row).length > 1);
  const [first, last] = [isTable.indexOf(true), isTable.lastIndexOf(true)];
  if (first < 0 || (first === 0 && last === grid.cells.length - 1)) return grid;
  const texts = (from, to) =>
    grid.cells.slice(from, to).flatMap((_, at) => ownCells(grid, from + at).map(({ text }) => text));
  const rows = grid.cells.slice(first, last + 1).map((cells, at) =>
    cells.filter((cell, column) => cell.row === first + at && cell.column === column)
      .map(({ text, long = text, down, across, counted, indent }) => ({
        text: long,
        down,
        across,
        counted,
        indent,
      }))
  );
  const { before, after, name, hidden, told } = grid;
  return {
    ...layOut(rows, { before: [...before, ...texts(0, first)], after: [...texts(last + 1), ...after], name }),
    hidden,
    told,
  };
}

/** Whether no head stands twice: rows of equal texts are no heads. */
const differing = ({ names }) => new Set(names.filter(Boolean)).size === names.filter(Boolean).length;

/**
 * One table for money, read with what was chosen.
 * @param {Wanted} wanted
 * @returns {import("./pieces.js").Pieces<MoneyTable>}
 * @param {Tables.Table} table
 */
export function* moneyTable(table, wanted, chosen = {}) {
  const guessed = table.heads.length === 0 ? positions(table, wanted) : {};
  const reading = yield* readMoney(table, wanted, { ...chosen, roles: { ...guessed, ...chosen.roles } });
  // Without a head the order of the columns is a guess at whose money they are.
  reading.asked ||= wanted === "plan" && Object.keys(guessed).length > 1 && !chosen.roles;
  const lines = yield* linesOf(reading, headings.terms());
  yield;
  const { hidden } = table.grid;
  const proofs = prove(reading, lines);
  return {
    table,
    reading,
    lines,
    proofs,
    doubts: doubtsOf(reading, lines, proofs),
    use: lines.length > 0 && !hidden,
    why: hidden ? HIDDEN : "",
  };
}

/** Whether each text is the next number: they count rows. */
const isRunning = (texts) =>
  texts.every((text, at) => /^\d+$/.test(text) && Number(text) === Number(texts[0]) + at);

/**
 * What the columns of a table without a head are taken for: amounts in the order of the funds, texts in the
 * order of a plan.
 * @param {Tables.Table} table
 */
function positions(table, wanted) {
  const columns = columnsOf(table);
  const isSerial = ({ at }) =>
    isRunning(table.body.map((row) => table.grid.cells[row][at].text.trim()).filter(Boolean));
  const numbers = columns.filter(({ kind }) => kind === "number").filter((one) => !isSerial(one)).map((
    one,
  ) => ({ ...one, kind: "money", stage: null, order: null }));
  const values = valuesOf(table, columns, null);
  const { taken } = numbers.length > 1
    ? standing(numbers.map((one, index) => ({ ...one, fund: String(index) })), { values, rows: table.body })
    : { taken: numbers };
  const funds = taken.length > 1 ? headings.terms().funds.map(({ id }) => id) : [ANY];
  const names = wanted === "change" ? ["before", "after"] : funds;
  return Object.fromEntries(taken.slice(0, names.length).map(({ at }, index) => [at, names[index]]));
}

/**
 * Tables without a unit take that of the one before them with the same heads: they go on with it on another
 * page.
 */
function* withUnits(tables, wanted) {
  const units = new Map(); // by heads
  return yield* eachOf(tables, function* carried(one) {
    const heads = headsOf(one.table);
    const unit = one.reading.unit ?? units.get(heads) ?? null;
    if (unit !== null) units.set(heads, unit);
    return unit !== null && one.reading.asksUnit ? yield* moneyTable(one.table, wanted, { unit }) : one;
  });
}

const A_YEAR = /^(?:19|20)\d\d$/;
const LEAST = 1_000n * PARTS; // what numbers without any word for money must reach once to be taken for it

/** Whether a number may well be money without any word that says so. */
const isLikeMoney = ({ kind, own, parts, text }) =>
  kind === "amount" && (own || (parts >= LEAST && !A_YEAR.test(text)));

/** Whether a column's head says money; `민간` may be people as well. */
const saysMoney = ({ name, year, words }) =>
  year !== null ||
  (words.some(({ says }) => NAMING.has(says)) && !meaningsOf(name).some(({ says }) => says === "member"));

/**
 * Whether a table with heads is of money: scores, votes and people have sums too, but small ones without a
 * unit.
 */
function isOfMoney({ reading, lines }) {
  const { columns, money, unit, values } = reading;
  return money.some(saysMoney) ||
    (money.length > 0 && (unit !== null || columns.some((one) => one.unit !== null))) ||
    money.some(({ at }) => lines.some(({ row }) => isLikeMoney(values.amount(row, at))));
}

/**
 * Whether money stands in it at all: of the tables of a whole document those without a known head may be of
 * anything.
 */
function hasAmount(one, isOnly) {
  const { table, reading } = one;
  const fits = isOnly || reading.unit !== null ? ({ kind }) => kind === "amount" : isLikeMoney;
  return table.heads.length > 0
    ? isOfMoney(one)
    : reading.money.some(({ at }) => table.body.some((row) => fits(reading.values.amount(row, at))));
}

/** Beside tables with heads those without any are seldom the plan's. */
function withHeads(tables) {
  if (!tables.some(({ table, use }) => use && table.heads.length > 0)) return tables;
  for (const one of tables) {
    if (one.use && one.table.heads.length === 0) Object.assign(one, { use: false, why: HEADLESS });
  }
  return tables;
}

/**
 * Every table with money.
 * @param {import("./grid.js").Grid[]} grids
 * @param {Wanted} wanted
 * @returns {import("./pieces.js").Pieces<MoneyTable[]>}
 */
export function* readMoneyTables(grids, wanted) {
  const made = new Map(); // each table is asked about several times
  /** @param {Tables.Table} table */
  function* read(table) {
    if (!made.has(table)) {
      demand(made.size < MOST_READ, over("표가", LIMITS.tables, "개"));
      const split = withSplitColumns(table);
      yield;
      yield* columnsByTurns(split);
      const flat = withResults(withStageColumns(split));
      yield;
      made.set(table, yield* moneyTable(flat, wanted));
    }
    return made.get(table);
  }
  /** @param {Tables.Table} table */
  function* surely(table) {
    const { lines, reading } = yield* read(table);
    return lines.length > 0 &&
      reading.money.some(({ unit, words, year }) =>
        year !== null || unit !== null || words.some(({ says }) => NAMING.has(says))
      );
  }
  const tables = withStageTables((yield* eachOf(grids, (grid) => tablesOf(grid, surely))).flat());
  const found = (yield* eachOf(tables, read)).filter((one) => hasAmount(one, grids.length === 1));
  return withBeside(withoutDoubles(withHeads(yield* withUnits(found, wanted))));
}
