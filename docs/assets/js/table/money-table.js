/**
 * A table of money read whole: its unit, what each column and row is, the lines, and what is left out.
 */

import { columnsOf } from "./columns.js";
import { withMissing } from "./missing.js";
import { moneyRoles } from "./naming.js";
import { each } from "./pieces.js";
import { ANY, fundColumn } from "./row-funds.js";
import { labelColumns, teller } from "./rows.js";
import { beforeAndAfter, standing } from "./stages.js";
import { find } from "./sums.js";
import { unitOfAny, unitOfLabels, unitOfTable, valuesOf } from "./values.js";
import { withDifferences } from "./years.js";

/**
 * @typedef {import("./columns.js").Column} Column
 * @typedef {import("./rows.js").Told & {take: boolean, empty: boolean, doubt?: string}} Row `empty`: a line
 *   without any amount that counts
 * @typedef {{unit?: import("./units.js").Unit | null, roles?: Record<number, string>, take?: Record<number,
 *   boolean>, fund?: string, rowFunds?: Record<number, string>}} Chosen what the reader chose instead; `fund`:
 *   of all rows that do not tell, `rowFunds` of single ones
 * @typedef {{table: import("./find.js").Table, columns: Column[], roles: Record<number, string>, unit:
 *   import("./units.js").Unit | null, bare: boolean, asksUnit: boolean, asked: boolean, rows: Row[], values:
 *   import("./values.js").Values, funds?: import("./row-funds.js").Funds, fundOf: (row: number) => string | null,
 *   money: Column[], wholes: Column[],
 *   stages: Record<number, string>, leftOut: {name: string, at: number, parts: bigint, isMoney: boolean}[]}}
 *   Reading `roles`: what each column gives (project, city, before …); `asked`: which columns count is not
 *   sure; `money`: the columns that count; `wholes`: their sums in the table
 */

/** The funds of the columns of one standing. */
const byFund = (taken) => Object.fromEntries(taken.map(({ at, fund }) => [at, fund ?? ANY]));

/**
 * What each column of money gives, by the purpose: a plan takes what stands now, a change what stood before
 * and stands after.
 * @param {Tables.Column[]} money
 * @param {Tables.Ground} ground
 */
function moneyColumns(purpose, money, ground) {
  if (purpose === "change") {
    const { before, after, asked, money: staged } = beforeAndAfter(money, ground);
    return {
      roles: Object.fromEntries([
        ...before.map(({ at }) => [at, "before"]),
        ...after.map(({ at }) => [at, "after"]),
      ]),
      asked,
      staged,
    };
  }
  const { taken, asked, money: staged } = standing(money, ground);
  return { roles: byFund(taken), asked, staged };
}

/**
 * The rows by which columns are compared: those with amounts, whether lines or sums.
 * @param {Tables.Column[]} money
 */
function groundOf(told, money, values) {
  const rows = told.filter(({ role }) => role === "line" || role === "sum").map(({ row }) => row);
  return {
    values,
    rows: rows.filter((row) => money.some(({ at }) => values.amount(row, at).kind === "amount")),
  };
}

const isText = (role) => ["project", "part", "item", "kind", "also", "funds", "nature"].includes(role);

/**
 * Money columns that are sums of those taken: the table proves itself by them.
 * @param {Tables.Ground} ground
 */
function wholesOf(staged, roles, ground) {
  const taken = staged.filter(({ at }) => at in roles && !isText(roles[at]));
  return staged.filter((one) =>
    !(one.at in roles) && (one.sum || one.whole) && one.fund === null && one.nature === null &&
    (one.stage === null || taken.some(({ stage }) => stage === one.stage)) &&
    ground.rows.some((row) => ground.values.value(row, one.at) !== 0n) && taken.length > 0 &&
    one.stage !== "change" && !isOfMore(one, staged, taken, ground)
  );
}

/** Whether a sum is that of more than is taken: of all years, of which one stands. */
function isOfMore(whole, staged, taken, { rows, values }) {
  const parts = staged.filter((one) => one !== whole && !one.sum && !one.whole);
  return parts.length > taken.length && parts.some(({ stage }) => stage === "past" || stage === "later") &&
    rows.every((row) =>
      values.value(row, whole.at) === parts.reduce((all, { at }) => all + values.value(row, at), 0n)
    );
}

/** @param {Tables.Column[]} columns */
function leftOutOf(columns, roles, rows, values) {
  const lines = rows.filter(({ role }) => role === "line").map(({ row }) => row);
  return columns.filter(({ at, numeric, says, filled }) =>
    numeric && !(at in roles) && says !== "serial" && filled > 0
  )
    .map(({ at, name, kind }) => ({
      at,
      name: name || `${at + 1}번째 열`,
      isMoney: kind === "money",
      parts: values.sum(lines, at),
    }));
}

/** Lines that hold nothing are not taken by themselves. */
function withTake(told, taken, values, chosen) {
  return told.map((one) => {
    const kinds = taken.map(({ at }) => values.amount(one.row, at));
    const empty = kinds.every(({ kind, parts, none }) =>
      kind === "blank" || none || (kind === "amount" && parts === 0n)
    );
    const zero = kinds.some(({ kind, text }) => kind === "amount" || text !== "");
    const why = one.role === "line" && empty
      ? (zero ? "금액이 0원이라 빼 두어요." : "금액이 없어 빼 두어요.")
      : one.why;
    return {
      ...one,
      why,
      empty: one.role === "line" && empty,
      take: chosen.take?.[one.row] ?? (one.role === "line" && !empty),
    };
  });
}

/** The roles, with that of a column that tells whose money each row is where no column of money does. */
function withFundColumn(table, columns, told, roles) {
  const given = Object.values(roles);
  if (!given.includes(ANY) || given.includes("funds")) return roles;
  const lines = told.filter(({ role }) => role === "line").map(({ row }) => row);
  const at = fundColumn(table, columns.filter((one) => !(one.at in roles)), lines);
  return at === undefined ? roles : { ...roles, [at]: "funds" };
}

/**
 * @param {import("./find.js").Table} table
 * @param {"plan" | "change"} purpose
 * @param {Chosen} [chosen]
 * @returns {import("./pieces.js").Pieces<Reading>}
 */
export function* readMoney(table, purpose, chosen = {}) {
  const columns = columnsOf(table);
  yield;
  const unit = chosen.unit ?? unitOfTable(table) ?? unitOfAny(columns) ?? unitOfLabels(columns);
  const values = valuesOf(table, columns, unit);
  const told = yield* each(table.body, teller(table, columns, values));
  const called = columns.filter(({ kind }) => kind === "money");
  const ground = { ...groundOf(told, called, values), titles: table.titles };
  yield;
  const { money, asked: missing } = withMissing(columns, withDifferences(columns, called, ground), ground);
  yield;
  const { roles: found, asked, staged } = moneyColumns(purpose, money, ground);
  yield;
  const roles = {
    ...withFundColumn(table, columns, told, { ...moneyRoles(table, columns), ...found }),
    ...chosen.roles,
  };
  for (const [at, role] of Object.entries(roles)) if (role === "") delete roles[at];
  const taken = columns.filter(({ at }) => at in roles && !isText(roles[at]));
  const serial = columns.find(({ says }) => says === "serial")?.at ?? null;
  const labels = labelColumns(columns).map(({ at }) => at).filter((at) =>
    at !== serial && !taken.some((one) => one.at === at)
  );
  yield;
  yield* find({ told, money: taken.map(({ at }) => at), labels, serial, grid: table.grid, values });
  const rows = withTake(told, taken, values, chosen);
  yield;
  const bare = hasBare(taken, rows, values);
  return {
    table,
    columns,
    roles,
    unit,
    bare,
    asksUnit: unit === null && bare,
    asked: asked || missing || hasTwins(taken, roles),
    rows,
    values,
    fundOf: (row) => chosen.rowFunds?.[row] ?? chosen.fund ?? null,
    money: taken,
    wholes: wholesOf(staged, roles, ground),
    stages: Object.fromEntries(staged.map(({ at, stage }) => [at, stage])),
    leftOut: leftOutOf(columns, roles, rows, values),
  };
}

/**
 * Whether two columns that count the same are called the same: one may show the other's money in another way.
 */
const hasTwins = (taken, roles) =>
  taken.some((one) =>
    taken.some((other) =>
      other.at > one.at && other.name !== "" && other.name === one.name && roles[other.at] === roles[one.at]
    )
  );

/** Whether an amount that counts takes the table's unit: it has none of its own, nor has its column. */
function hasBare(taken, rows, values) {
  const isBare = ({ kind, own }) => kind === "amount" && !own;
  return taken.some(({ unit, at }) =>
    unit === null &&
    rows.some(({ row, role }) =>
      role === "line" && values.named(row) === null && isBare(values.amount(row, at))
    )
  );
}
