/**
 * Rows that a table says are struck out (`삭제`, `폐지`, `취소` in a column of remarks): no lines where its own
 * total comes out only without them.
 */

import { ownCells } from "./grid.js";
import { outside, squeezed } from "./text.js";

const STRUCK =
  /^(?:사업)?(?:전액)?(?:삭제|폐지|취소|제외|철회|부결|미반영|탈락|미선정|중단)(?:됨|함|사업|결정|예정)?$/;
const MOST_REMARK = 30; // signs: what is longer is a sentence
const WHY = "삭제했거나 취소한 줄이고 표의 합계에도 들지 않아 빼요.";
const UNPROVEN = "삭제했거나 취소한 것으로 적힌 줄이에요. 넣지 않으려면 표시를 지우세요.";

/** Whether a cell of a row says that it is struck out. */
const isStruck = (grid, row, money) =>
  ownCells(grid, row).some(({ column, text }) =>
    text.length <= MOST_REMARK && !money.includes(column) && STRUCK.test(squeezed(outside(text)))
  );

/** Whether a row still holds money in the last column that counts: of a change, what stands after it. */
const stillHolds = ({ money, values }, { row }) => money.length > 0 && values.value(row, money.at(-1)) !== 0n;

/**
 * @param {import("./sum-rows.js").Work} work
 * @param {{equals: (work: any, total: any, lines: any[]) => boolean, totals: (work: any) => any[]}} proof how
 *   lines are held against a total
 * @returns {import("./pieces.js").Pieces<void>}
 */
export function* struck(work, { equals, totals }) {
  const lines = work.told.filter(({ role }) => role === "line");
  const out = lines.filter((told) => isStruck(work.grid, told.row, work.money) && stillHolds(work, told));
  yield;
  if (out.length === 0 || out.length === lines.length) return;
  const [total] = totals(work);
  const kept = lines.filter((told) => !out.includes(told));
  if (total && equals(work, total, kept)) {
    out.forEach((told) => Object.assign(told, { role: "note", why: WHY }));
  } else if (!total || !equals(work, total, lines)) {
    out.forEach((told) => {
      told.doubt ??= UNPROVEN;
    });
  }
}
