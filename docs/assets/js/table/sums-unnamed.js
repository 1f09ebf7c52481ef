/**
 * Rows that say less than others: without a name, or the last of all.
 */

import { said } from "./grid.js";
import { becomesSum, before, equals, following, hasWorth, isLine, owned, WHY } from "./sum-rows.js";

/** A row without any name that is the sum of those above it, or below it. */
export function* nameless(work) {
  const bare = work.told.map((told, index) => ({ told, index })).filter(({ told }) =>
    isLine(told) && owned(work, told).length === 0 && hasWorth(work, told)
  );
  // A later one may part off an earlier one's rows.
  for (const { told, index } of [...bare, ...[...bare].reverse()]) {
    yield;
    if (!isLine(told)) continue;
    const from = covered(work, told);
    if (from !== null) withinCover(work, index, from, 2);
    else if (before(work, index).some((lines) => lines.length > 0 && equals(work, told, lines))) {
      becomesSum(told, WHY.above);
    } else if (following(work, index).some((lines) => equals(work, told, lines))) becomesSum(told, WHY.below);
  }
  const found = bare.some(({ told }) => told.proven && covered(work, told) !== null);
  for (const { told, index } of found ? bare : []) {
    yield;
    if (isLine(told) && covered(work, told) !== null) withinCover(work, index, covered(work, told), 1);
  }
}

/** From which row on a name covers a row that has none of its own; null where none does. */
function covered({ grid, labels }, { row }) {
  const rows = labels.map((at) => grid.cells[row][at]).filter(({ text }) => text.trim() !== "").map((cell) =>
    cell.row
  );
  return rows.length > 0 ? Math.max(...rows) : null;
}

/** A row within a merged name, blank where the rows above it say something, that is their sum. */
function withinCover(work, index, from, least) {
  const told = work.told[index];
  const lines = work.told.slice(0, index).filter((one) => isLine(one) && one.row >= from);
  const blank = work.labels.filter((at) => work.grid.cells[told.row][at].text.trim() === "");
  const says = blank.some((at) => lines.every(({ row }) => said(work.grid, row, at) !== ""));
  if (says && lines.length >= least && equals(work, told, lines)) becomesSum(told, WHY.above);
}

/** The last row, if it is the sum of all and says less than the others do (no number, no content). */
export function* last(work) {
  yield;
  const lines = work.told.filter(isLine);
  const told = lines.at(-1);
  const others = lines.slice(0, -1);
  if (others.length < 2 || !equals(work, told, others)) return;
  const least = Math.min(...others.map((one) => owned(work, one).length));
  const unnumbered = work.serial !== null && said(work.grid, told.row, work.serial) === "" &&
    others.every(({ row }) => said(work.grid, row, work.serial) !== "");
  if (owned(work, told).length < least || unnumbered) becomesSum(told, WHY.above);
  else Object.assign(told, { doubt: "위 줄들을 더한 금액과 같아요. 합계 줄이면 표시를 지우세요." });
}
