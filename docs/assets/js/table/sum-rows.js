/**
 * What rows are worth, and whether one holds the sums of others.
 */

import { said } from "./grid.js";

/**
 * @typedef {import("./rows.js").Told} Told
 * @typedef {{told: Told[], money: number[], labels: number[], serial: number | null, grid:
 *   import("./grid.js").Grid, values: any}} Work `money`, `labels`: columns; `told` in the order of the rows,
 *   changed in place
 */

export const WHY = { below: "아래 줄들을 더한 금액이라 빼요.", above: "위 줄들을 더한 금액이라 빼요." };

export const isLine = ({ role }) => role === "line";
/** @param {Tables.Work} work @param {number} row */
export const worth = (work, row) => work.money.map((at) => work.values.value(row, at));
/** @param {Tables.Work} work */
export const hasWorth = (work, { row }) => work.money.some((at) => work.values.value(row, at) !== 0n);

/**
 * Whether a row holds the sums of others, in each column in which it holds anything: `sum` gives one, and is
 * asked until one differs.
 * @param {Tables.Work} work
 * @param {number} row
 */
export function holds(work, row, sum) {
  const own = worth(work, row);
  return own.some((value) => value !== 0n) &&
    own.every((value, at) => (value === 0n && isBlank(work, row, work.money[at])) || value === sum(at));
}

/** @param {Tables.Work} work */
export const equals = (work, { row }, parts) =>
  holds(work, row, (at) => work.values.sum(parts.map((one) => one.row), work.money[at]));
/** @param {Tables.Work} work @param {number} row @param {number} at */
const isBlank = (work, row, at) => work.values.amount(row, at).kind === "blank";

export function becomesSum(told, why, more = {}) {
  Object.assign(told, { role: "sum", why, sure: true, proven: true, ...more });
}

const rowsOwned = new WeakMap(); // by the columns that are asked about: a row is compared with many others

/** The label columns in which a row says something of its own. */
export function owned({ grid, labels }, { row }) {
  const known = rowsOwned.get(labels) ?? rowsOwned.set(labels, []).get(labels);
  return known[row] ??= labels.filter((at) => said(grid, row, at) !== "");
}

/** The lines since the last sum, and all lines, before a row. @param {Tables.Work} work */
export function before(work, index) {
  const earlier = work.told.slice(0, index);
  const last = earlier.map(({ role }) => role).lastIndexOf("sum");
  return [earlier.slice(last + 1).filter(isLine), earlier.filter(isLine)];
}

/** The lines up to the next sum, and all lines, behind a row. @param {Tables.Work} work */
export function following(work, index) {
  const later = work.told.slice(index + 1);
  const next = later.findIndex(({ role }) => role === "sum");
  return [later.slice(0, next < 0 ? undefined : next).filter(isLine), later.filter(isLine)].filter((lines) =>
    lines.length > 1
  );
}

/** The sum rows that a word names, the greatest first: the table's own total. @param {Tables.Work} work */
export function totals(work) {
  const size = ({ row }) => worth(work, row).reduce((all, value) => all + value, 0n);
  return work.told.filter(({ role, why }) => role === "sum" && !Object.values(WHY).includes(why)).filter((
    told,
  ) => hasWorth(work, told))
    .sort((one, other) => (size(other) > size(one) ? 1 : size(other) < size(one) ? -1 : other.row - one.row));
}
