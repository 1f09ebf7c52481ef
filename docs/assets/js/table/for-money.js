/**
 * A table read for the money of a plan or of a change.
 */

import { typedOf } from "./amount.js";
import { besideOwn } from "./doubts.js";
import { netted } from "./netted.js";
import { leftOutTexts } from "./purposes.js";
import { moneyTable, readMoneyTables } from "./read.js";
import { inLine } from "./text.js";

function moneyView({ reading, lines, proofs, doubts, table, use, why }) {
  const told = new Map(lines.map((line) => [line.row, line.told]));
  /** @param {number} at */
  const isMoney = (at) => reading.money.some((column) => column.at === at);
  /** @param {number} row @param {number} at */
  const shown = (row, at) => {
    const cell = table.grid.cells[row][at];
    const own = cell.row === row && cell.column === at ? inLine(cell.text) : "";
    if (own === "" || !(isMoney(at) || reading.wholes.some((column) => column.at === at))) return own;
    const { typed, error } = typedOf(reading.values.amount(row, at), reading.values.unit(at, row));
    return error === null ? typed : own;
  };
  const rows = reading.rows.map(({ row, role, why: reason, take, doubt }) => ({
    row,
    role,
    why: reason,
    take,
    told: told.get(row) ?? (doubt ? [doubt] : []),
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

const isBelow = ({ typed }) => typed.won !== null && typed.won < 0n;

/** What the reader took for granted. @param {Tables.Reading} reading */
function moneyNotes(reading, lines) {
  const { money, table, values } = reading;
  const split = lines.some(({ row }) =>
    money.some(({ at, fund }) => fund === null && values.amount(row, at).split)
  );
  return [
    ...table.isTurned ? [TURNED] : [],
    ...table.isSplit ? [APART] : [],
    ...table.isAdded ? [ADDED] : [],
    ...lines.some(({ amounts }) => amounts.some(isBelow)) ? [BELOW] : [],
    ...split ? [SPLIT] : [],
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
