/**
 * Whether what is taken is what the table itself says: its sum rows and sum columns against the lines, in
 * whole won.
 */

import { coverings, isTaken } from "./coverings.js";
import { wrongFundSums } from "./fund-sums.js";
import { ownCells } from "./grid.js";
import { PARTS } from "./plain-amount.js";
import { squeezed } from "./text.js";

/**
 * @typedef {import("./money-table.js").Row} Row
 * @typedef {{said: bigint, lines: bigint}} Compared in won
 * @typedef {Compared & {row: number, name: string}} Placed `name`: of the column, "" for all of them
 * @typedef {{total: Compared | null, lines: bigint, columns: (Compared & {name: string})[], rows: Placed[],
 *   subtotals: Placed[], holds: boolean | null}} Proof `lines`: all that is taken; `columns`, `rows`,
 *   `subtotals`: only what differs; `holds` null: the table states no sum
 */

const won = (parts) => parts / PARTS;
/** @param {Tables.Reading} reading @param {Tables.Column[]} columns */
const totalOf = (reading, rows, columns) =>
  columns.reduce((all, { at }) => all + reading.values.sum(rows, at), 0n);

/**
 * The columns of one role side by side: a change is compared by what stood before and stands after.
 * @param {Tables.Reading} reading
 */
function groupsOf(reading) {
  const changes = reading.money.some(({ at }) => ["before", "after"].includes(reading.roles[at]));
  return changes
    ? ["before", "after"].map((role) => reading.money.filter(({ at }) => reading.roles[at] === role))
    : [reading.money];
}

/** The columns that hold the sums of these. @param {Tables.Reading} reading @param {Tables.Column[]} money */
const wholeOf = (reading, money) =>
  reading.wholes.filter(({ stage }) => money.some((one) => (reading.stages[one.at] ?? null) === stage));

/** The columns in which a row says anything. @param {Tables.Reading} reading @param {Tables.Column[]} money */
const stated = ({ values }, row, money) => money.filter(({ at }) => values.amount(row, at).kind === "amount");

/**
 * What a sum row says of all money: in the columns that count, or in the column of their sums.
 * @param {Tables.Reading} reading
 * @param {number} row
 * @param {Tables.Column[]} money
 */
function saidIn(reading, row, money) {
  if (stated(reading, row, money).length > 0) return totalOf(reading, [row], money);
  const [whole] = stated(reading, row, wholeOf(reading, money));
  return whole ? reading.values.value(row, whole.at) : null;
}

/** The lines that name the same fund or nature as a sum row (`계 | 시비`): it may be the sum of these. */
function likeRow({ roles, rows, table }, { row }) {
  const textAt = (one, at) => squeezed(table.grid.cells[one][at].text);
  const columns = Object.keys(roles).filter((at) =>
    ["funds", "nature"].includes(roles[at]) && textAt(row, at) !== ""
  );
  return columns.map((at) => rows.filter((one) => one.take && textAt(one.row, at) === textAt(row, at)))
    .filter((some) => some.length > 0);
}

/** What a row says otherwise than lines, column by column. @param {Tables.Reading} reading @returns {Placed[]} */
function differing(reading, row, money, lines) {
  return stated(reading, row, money).map(({ at, name }) => ({
    row,
    name: money.length > 1 ? name : "",
    said: won(reading.values.value(row, at)),
    lines: won(reading.values.sum(lines, at)),
  })).filter(({ said, lines: sum }) => said !== sum);
}

/**
 * What the sum rows say otherwise than any lines near them: in each column, and in all of them together.
 * @returns {Placed[]}
 */
function wrongSums(reading, money, total) {
  return reading.rows.flatMap((one, index) => {
    if (one.role !== "sum" || one.take || one.proven || total.includes(one)) return [];
    const said = saidIn(reading, one.row, money);
    if (said === null || said === 0n) return [];
    const found = [...coverings(reading.rows, index), ...likeRow(reading, one)].map((some) => {
      const lines = some.map(({ row }) => row);
      return { sum: totalOf(reading, lines, money), wrong: differing(reading, one.row, money, lines) };
    });
    // A last row that sums up the tables before as well.
    const beyond = reading.table.beside ?? 0n;
    const holds = ({ sum, wrong }) =>
      (sum === said && wrong.length === 0) || (beyond !== 0n && sum + beyond === said);
    // Sums of sums: of all subtotals that stand before it.
    if (found.length === 0 || found.some(holds) || isSumOfSums(reading, index, said, money)) return [];
    const [nearest] = found.filter(({ sum }) => sum === said).concat(found);
    return nearest.wrong.length > 0
      ? nearest.wrong
      : [{ row: one.row, name: "", said: won(said), lines: won(nearest.sum) }];
  });
}

/** @param {Tables.Reading} reading @param {Tables.Column[]} money */
function isSumOfSums(reading, index, said, money) {
  const rows = [];
  let all = 0n;
  for (let at = index - 1; at >= 0; at -= 1) {
    const one = reading.rows[at];
    if (!one.take && one.role !== "sum") continue;
    rows.push(one.row);
    all += totalOf(reading, [one.row], money);
    if (
      one.take && all === said && differing(reading, reading.rows[index].row, money, rows).length === 0
    ) return true;
  }
  return false;
}

const labelOf = ({ table }, row) => squeezed(ownCells(table.grid, row).map(({ text }) => text).join(" "));

/**
 * The table's own total: the row that is the sum of all; else one that a word other than 소계 names, above or
 * below all lines, or the rows there of one fund each.
 * @returns {Row[]} none where the table has no total
 */
function totalRows(reading, money, lines) {
  const { rows } = reading;
  const said = ({ row }) => saidIn(reading, row, money);
  const sumRows = rows.filter((one) => one.role === "sum" && !one.take && (said(one) ?? 0n) !== 0n);
  const sums = [lines, lines + (reading.table.beside ?? 0n)];
  const exact = sumRows.filter((one) => sums.includes(said(one))).at(-1);
  if (exact) return [exact];
  const taken = rows.filter(isTaken);
  const side = (
    { row },
  ) => (taken.length === 0 || row > taken.at(-1).row ? "below" : row < taken[0].row ? "above" : null);
  const isPart = (one) =>
    coverings(rows, rows.indexOf(one)).some((some) =>
      totalOf(reading, some.map(({ row }) => row), money) === said(one)
    );
  const total = sumRows.filter((one) =>
    side(one) !== null && !/소계|중간계/.test(labelOf(reading, one.row)) && !isPart(one)
  ).at(-1);
  const byFund = total
    ? sumRows.filter((one) => side(one) === side(total) && likeRow(reading, one).length > 0)
    : [];
  return byFund.includes(total) ? byFund : total ? [total] : [];
}

/**
 * Rows, lines and sums, whose sum column says something else than the columns that count.
 * @param {Tables.Reading} reading
 * @param {Tables.Column[]} money
 * @returns {Placed[]}
 */
function wrongRows(reading, money) {
  const whole = wholeOf(reading, money)[0];
  if (!whole || money.length < 2) return [];
  const isSplit = ({ take, empty, role, row }) =>
    take || empty || (role === "sum" && stated(reading, row, money).length > 0);
  return reading.rows.filter(isSplit).filter(({ row }) => stated(reading, row, [whole]).length > 0)
    .map(({ row }) => ({
      row,
      name: whole.name,
      said: won(reading.values.value(row, whole.at)),
      lines: won(totalOf(reading, [row], money)),
    }))
    .filter(({ said, lines }) => said !== lines);
}

/**
 * The columns in which a total says something else than the lines.
 * @param {Tables.Reading} reading
 * @param {Tables.Column[]} money
 */
function wrongColumns(reading, money, total, taken) {
  return money.filter((one) => total.some(({ row }) => stated(reading, row, [one]).length > 0))
    .map(({ at, name }) => ({
      name,
      said: won(reading.values.sum(total.map(({ row }) => row), at)),
      lines: won(reading.values.sum(taken, at)),
    }))
    .filter(({ said, lines }) => said !== lines);
}

/** @param {Tables.Reading} reading @param {Tables.Column[]} money @param {Placed[]} byFund */
function proveGroup(reading, money, byFund) {
  const taken = reading.rows.filter(isTaken).map(({ row }) => row);
  const lines = totalOf(reading, taken, money);
  const total = totalRows(reading, money, lines);
  const said = total.length === 0
    ? null
    : total.reduce((sum, { row }) => sum + saidIn(reading, row, money), 0n);
  const before = reading.table.beside ?? 0n;
  // A last row that sums up the tables before as well.
  const beside = before !== 0n && said === lines + before ? before : 0n;
  const columns = beside === 0n ? wrongColumns(reading, money, total, taken) : [];
  const rows = wrongRows(reading, money);
  const subtotals = [...wrongSums(reading, money, total), ...byFund];
  const hasSums = said !== null || subtotals.length > 0 ||
    (money.length > 1 && wholeOf(reading, money).length > 0);
  // Of a total whose own sum column says something else than its parts, that is what the table says.
  const otherwise = total.length === 1 ? rows.find(({ row }) => row === total[0].row) : undefined;
  return {
    total: said === null ? null : { said: otherwise?.said ?? won(said), lines: won(lines + beside) },
    lines: won(lines),
    columns,
    rows,
    subtotals,
    holds: !hasSums
      ? null
      : (said === null || said === lines + beside) && columns.length === 0 && rows.length === 0 &&
        subtotals.length === 0,
  };
}

/**
 * @param {import("./money-table.js").Reading} reading
 * @param {import("./lines.js").Line[]} lines that come in
 * @returns {Proof[]} one, or two for a change: before and after
 */
export function prove(reading, lines) {
  const byFund = wrongFundSums(reading, lines);
  return groupsOf(reading).map((money) => proveGroup(reading, money, byFund));
}
