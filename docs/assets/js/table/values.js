/**
 * A table's numbers side by side: each in hundred-millionths of won by its own unit, its column's, or the
 * table's. Only these are added and compared; no float decides anything.
 */

import { amountOf, valueOf } from "./amount.js";
import { ownCells } from "./grid.js";
import { isStatement, statedIn, unitOf } from "./units.js";

const WON = unitOf("원");

/** The first unit that one of the texts states. */
const firstOf = (texts) => texts.map(statedIn).find((unit) => unit !== null) ?? null;

/**
 * The unit that a table states for all its columns: nearest above, in its head rows, below, around; else in
 * the labels of its rows.
 * @param {import("./find.js").Table} table @returns {import("./units.js").Unit | null}
 */
export function unitOfTable({ grid, titles, heads, body, notes }) {
  const rows = (numbers) => numbers.flatMap((row) => ownCells(grid, row).map(({ text }) => text));
  const apart = heads.flatMap((row) => ownCells(grid, row)).filter(({ text, column }) =>
    isStatement(text) && !body.some((row) => amountAt(grid, row, column).kind === "amount")
  );
  const last = body.filter((row) => ownCells(grid, row).length <= 2);
  return firstOf(rows(heads).filter((text) => /단위/.test(text))) ?? firstOf(apart.map(({ text }) => text)) ??
    firstOf([...titles].reverse()) ?? firstOf(rows(last)) ?? firstOf(notes);
}

/**
 * The unit that all parts have in their own heads: their sum has it as well.
 * @param {Tables.Column[]} columns
 */
function unitOfParts(columns) {
  const parts = columns.filter(({ kind, sum }) => kind === "money" && !sum).map(({ unit }) =>
    unit?.id ?? null
  );
  return parts.length > 0 && parts.every((id) => id !== null && id === parts[0]) ? unitOf(parts[0]) : null;
}

/**
 * The only unit that any head of amounts names, but that of prices: that of all of them.
 * @param {import("./columns.js").Column[]} columns
 */
export function unitOfAny(columns) {
  const own = columns.filter(({ numeric, says, unit }) => numeric && says !== "price" && unit !== null);
  return own.length > 0 && own.every(({ unit }) => unit.id === own[0].unit.id) ? own[0].unit : null;
}

/**
 * The unit in the head of names (`사업명 \\ 재원(천원)`): that of all amounts.
 * @param {import("./columns.js").Column[]} columns
 */
export const unitOfLabels = (columns) =>
  columns.find(({ numeric, unit }) => !numeric && unit !== null)?.unit ?? null;

/**
 * The same answer for the same place: sums ask for one amount many times.
 * @template T
 * @param {(row: number, at: number) => T} ask
 */
function remembered(ask) {
  const rows = [];
  return (row, at) => {
    const known = rows[row] ??= [];
    return known[at] ??= ask(row, at);
  };
}

/** What a place holds; nothing where another cell reaches over it. @param {import("./grid.js").Grid} grid */
export function amountAt(grid, row, column) {
  const cell = grid.cells[row][column];
  const amount = amountOf(cell.row === row && cell.column === column ? cell.text : "");
  return cell.counted ? { ...amount, counted: true } : amount;
}

/**
 * The unit that each row names in a column of units (`천원` beside each amount); null where there is no such
 * column.
 */
function unitOfRows({ grid, body }, columns) {
  /** @param {number} row @param {number} at */
  const unitIn = (row, at) => statedIn(grid.cells[row][at].text);
  /** @param {number} at */
  const filled = (at) => body.filter((row) => grid.cells[row][at].text.trim() !== "");
  const found = columns.find(({ at, numeric }) =>
    !numeric && filled(at).length > 0 && filled(at).every((row) => isStatement(grid.cells[row][at].text))
  );
  return found === undefined ? () => null : (row) => unitIn(row, found.at);
}

/**
 * @typedef {import("./units.js").Unit} Unit
 * @typedef {{amount: (row: number, at: number) => import("./amount.js").Amount, value: (row: number, at:
 *   number) => bigint, unit: (at: number, row: number) => Unit, named: (row: number) => Unit | null, sum:
 *   (rows: number[], at: number) => bigint}} Values
 */

/**
 * @param {import("./find.js").Table} table
 * @param {import("./columns.js").Column[]} columns
 * @param {Unit | null} unit the table's
 * @returns {Values}
 */
export function valuesOf(table, columns, unit) {
  const common = unitOfParts(columns);
  const units = columns.map((column) =>
    column.unit ?? unit ?? (column.sum && column.fund === null ? common : null) ?? WON
  );
  const amount = remembered((row, at) => amountAt(table.grid, row, at));
  const named = unitOfRows(table, columns);
  /** @param {number} at @param {number} row */
  const unitAt = (at, row) => columns[at].unit ?? named(row) ?? units[at];
  const value = remembered((row, at) => valueOf(amount(row, at), unitAt(at, row).times));
  return {
    amount,
    value,
    unit: unitAt,
    named,
    sum: (rows, at) => rows.reduce((all, row) => all + value(row, at), 0n),
  };
}
