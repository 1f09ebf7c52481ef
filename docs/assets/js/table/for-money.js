/**
 * A table read for the money of a plan or of a change.
 */

import { typedOf } from "./amount.js";
import { besideOwn } from "./doubts.js";
import { terms } from "./headings.js";
import { netted } from "./netted.js";
import { leftOutTexts } from "./purposes.js";
import * as money from "../money.js";
import { moneyTable, readMoneyTables } from "./read.js";
import { ANY } from "./row-funds.js";
import { inLine } from "./text.js";

function moneyView({ reading, lines, proofs, doubts, table, use, why }) {
  const byRow = new Map(lines.map((line) => [line.row, line]));
  /** @param {number} at */
  const isMoney = (at) => reading.money.some((column) => column.at === at);
  /** @param {number} row @param {number} at */
  const shown = (row, at) => {
    const cell = table.grid.cells[row][at];
    const own = cell.row === row && cell.column === at ? inLine(cell.text) : "";
    if (own === "" || !(isMoney(at) || reading.wholes.some((column) => column.at === at))) return own;
    const line = reading.roles[at] === ANY ? byRow.get(row) : undefined;
    if (line) return withFunds(line.amounts.filter((one) => one.at === at));
    const { typed, error } = typedOf(reading.values.amount(row, at), reading.values.unit(at, row));
    return error === null ? typed : own;
  };
  const rows = reading.rows.map(({ row, role, why: reason, take, doubt }) => ({
    row,
    role,
    why: reason,
    take,
    told: byRow.get(row)?.told ?? (doubt ? [doubt] : []),
  }));
  return {
    table,
    columns: reading.columns,
    roles: reading.roles,
    rows,
    unit: reading.unit,
    bare: reading.bare,
    asksUnit: reading.asksUnit,
    asked: reading.asked,
    openFunds: lines.filter(isOpen).map(({ row }) => row),
    fundOf: reading.fundOf,
    proofs,
    doubts,
    leftOut: leftOutTexts(reading.leftOut),
    use,
    why,
    shown,
    isMoney,
    lines,
    notes: moneyNotes(reading, lines),
  };
}

const SPLIT = "한 칸에 재원마다 적힌 금액은 재원별로 나눠 넣어요.";

const TURNED = "당초·변경·증감처럼 줄로 나눠 적은 금액을 열로 옮겨 보여요.";

const BELOW = "0원보다 적은 금액(△)은 같은 사업의 바로 위 줄 금액에서 빼서 넣어요.";

const ADDED = "변경 후 금액이 표에 없어 당초와 증감으로 계산했어요.";

const APART = "한 칸에 나란히 적은 금액을 열로 나눠 보여요.";

const isOpen = ({ amounts }) => amounts.some(({ open }) => open);

const labelOf = (fund) => terms().funds.find(({ id }) => id === fund)?.label ?? fund;

/** `시비 12,000,000 · 구비 3,000,000`; without a fund what the reader is asked about. */
const withFunds = (amounts) =>
  amounts.filter(({ typed }) => typed.typed !== "").map(({ role, typed, open }) =>
    open ? typed.typed : `${labelOf(role)} ${typed.typed}`
  ).join(" · ");

/** From which column the funds come, and what each gets. @param {Tables.Reading} reading */
function byRows({ columns, roles }, lines) {
  const at = Object.keys(roles).find((one) => roles[one] === "funds");
  if (at === undefined || !Object.values(roles).includes(ANY)) return [];
  const amounts = lines.flatMap((line) => line.amounts).filter(({ open }) => !open);
  const sums = terms().funds.map(({ id, label }) => ({
    label,
    sum: amounts.filter(({ role }) => role === id).reduce((all, { typed }) => all + (typed.won ?? 0n), 0n),
  })).filter(({ sum }) => sum > 0n);
  const name = inLine(columns[at].name) || `${Number(at) + 1}번째 열`;
  return sums.length === 0 ? [] : [
    `‘${name}’ 열에 적힌 재원대로 줄마다 나눠 넣어요: ${
      sums.map(({ label, sum }) => `${label} ${money.format(sum)}원`).join(", ")
    }.`,
  ];
}

const isBelow = ({ typed }) => typed.won !== null && typed.won < 0n;

/** What the reader took for granted. @param {Tables.Reading} reading */
function moneyNotes(reading, lines) {
  const { money: counting, table, values } = reading;
  const split = lines.some(({ row }) =>
    counting.some(({ at, fund }) => fund === null && values.amount(row, at).split)
  );
  return [
    ...table.isTurned ? [TURNED] : [],
    ...table.isSplit ? [APART] : [],
    ...table.isAdded ? [ADDED] : [],
    ...lines.some(({ amounts }) => amounts.some(isBelow)) ? [BELOW] : [],
    ...split ? [SPLIT] : [],
    ...byRows(reading, lines),
    ...besideOwn(reading),
  ];
}

/**
 * For money. @param {"plan" | "change"} wanted
 * @param {Omit<import("./purposes.js").Purpose, "views" | "read" | "nothing" | "hasMoney">} words
 * @returns {import("./purposes.js").Purpose}
 */
export function forMoney(wanted, words) {
  return {
    ...words,
    hasMoney: true,
    nothing: "금액이 있는 표를 찾지 못했어요. 머리글(사업명, 시비 …)과 금액을 함께 복사해 주세요.",
    take: (views) => words.take(views.map((view) => ({ ...view, lines: netted(view.lines) }))),
    *views(grids) {
      return (yield* readMoneyTables(grids, wanted)).map(moneyView);
    },
    *read(table, chosen) {
      return moneyView(yield* moneyTable(table, wanted, chosen));
    },
  };
}
