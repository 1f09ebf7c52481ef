/**
 * Which columns of words say what: the project, the part, the content, the subject of the budget, the fund of
 * each row.
 */

import { meaning } from "./columns.js";
import { isOfMoney } from "./row-funds.js";

/** @typedef {import("./columns.js").Column} Column */

const MOST = 0.5; // a share of texts that tells a column by its contents
const NEARLY_ALL = 0.9;
const VAGUE = 10; // 구분, 분야: what stands below tells more than the head
const CONTENTS = [["funds", ["fund"]], ["natures", ["nature"]], ["part", ["part"]], ["side", ["member"]], [
  "sex",
  ["sex-value"],
], ["kind", ["cost"]]];

/**
 * What a column of words says by what stands in it; null when that tells nothing.
 * @param {Tables.Table} table
 * @param {number} at
 */
function byContents(table, at, wanted) {
  const found = CONTENTS.filter(([says]) => wanted.includes(says)).find(([, words]) =>
    meaning(table, at, words) >= MOST
  );
  return found ? found[0] : null;
}

/** Whether any text of a column can only mean whose money it is, not who does it (`추진주체 | 민간`). */
const ofMoney = ({ body, grid }, at) => body.some((row) => isOfMoney(grid.cells[row][at].text));

/**
 * `사업명 \\ 재원` above names: not the funds, which stand in the heads, but the other word.
 * @param {Tables.Table} table
 * @param {Tables.Column} column
 */
function withoutCorner(table, column) {
  const name = column.says === "funds" ? column.words.find(({ says }) => says === "name") : undefined;
  return name && meaning(table, column.at, ["fund", "sum"]) === 0
    ? { ...column, says: "name", level: name.order ?? 0 }
    : column;
}

/**
 * What each column of words says, told by its head and, where that is vague, by what stands in it.
 * @param {Tables.Table} table
 * @param {Tables.Column[]} columns
 */
export function saying(table, columns, wanted) {
  return columns.filter(({ kind, filled }) => kind === "text" && filled > 0).map((one) =>
    withoutCorner(table, one)
  ).map((column) => {
    const vague = column.says === null || (column.says === "text" && wanted.includes("side")) ||
      (column.says === "name" && column.level <= VAGUE) || column.says === "sum";
    const contents = vague || column.says === "name"
      ? byContents(
        table,
        column.at,
        column.level > VAGUE ? ["part", "funds"].filter((one) => wanted.includes(one)) : wanted,
      )
      : null;
    const says = wanted.includes("funds") && meaning(table, column.at, ["fund"]) >= NEARLY_ALL &&
        (column.says !== "text" || ofMoney(table, column.at))
      ? "funds"
      : contents ?? column.says; // 비목 above 시비, 구비
    return { column, says, vague: vague && contents === null };
  });
}

/** The column of the smallest unit that is named: 세부사업 before 의제 before 분야. */
export function nameColumn(found) {
  const names = found.filter(({ says }) => says === "name").sort((one, other) =>
    other.column.level - one.column.level || one.column.at - other.column.at
  );
  return names[0]?.column ?? null;
}

/**
 * The columns' roles in a table of money. @param {import("./find.js").Table} table @param {Column[]} columns
 * @returns {Record<number, string>} by column: project, part, item, kind, funds, nature
 */
export function moneyRoles(table, columns) {
  const found = saying(table, columns, ["funds", "natures", "part", "kind"]);
  /** @type {Record<number, string>} */
  const roles = {};
  const first = (says) => found.find((one) => one.says === says)?.column;
  /** @param {Tables.Column} column */
  const set = (column, role) => {
    if (column && !(column.at in roles)) roles[column.at] = role;
  };
  set(first("part"), "part");
  set(first("funds"), "funds");
  set(first("natures"), "nature");
  const project = nameColumn(found) ??
    found.find(({ column, says }) => says === null && !(column.at in roles))?.column;
  set(project, "project");
  set(first("item"), "item");
  set(first("also"), "also");
  found.filter(({ says }) => says === "kind").forEach(({ column }) => set(column, "kind"));
  return roles;
}
