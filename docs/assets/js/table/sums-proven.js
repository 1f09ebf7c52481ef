/**
 * Rows that are sums, or lines, because only so the table's own total comes out.
 */

import { said } from "./grid.js";
import { levelsOf } from "./levels.js";
import {
  becomesSum,
  before,
  equals,
  following,
  hasWorth,
  holds,
  isLine,
  totals,
  WHY,
  worth,
} from "./sum-rows.js";

/**
 * A sum that may be none (`마을 계`): it stays one if it is the sum of anything near, or if a name of the table
 * stands before its word.
 */
export function* doubtful(work) {
  const names = new Set(); // that stand above
  let seen = 0;
  for (const [index, told] of work.told.entries()) {
    if (told.role !== "sum" || told.sure) continue;
    yield;
    for (; seen < index; seen += 1) {
      work.labels.forEach((at) => names.add(said(work.grid, work.told[seen].row, at)));
    }
    const near = [...before(work, index), ...following(work, index)];
    const prefix = work.labels.map((at) => said(work.grid, told.row, at)).filter(Boolean).map((text) =>
      text.replace(/\s*\S+$/, "")
    );
    if (
      near.some((lines) => lines.length > 0 && equals(work, told, lines)) ||
      prefix.some((text) => names.has(text))
    ) told.sure = true;
    else Object.assign(told, { role: "line", why: "", sure: true });
  }
}

/**
 * Rows that are sums of runs of two and more beside them: left out where only so the table's own total comes
 * out.
 * @param {Tables.Work} work
 */
export function* against(work) {
  const [total] = totals(work);
  const lines = work.told.filter(isLine);
  if (!total || lines.length < 2 || equals(work, total, lines)) return;
  const suspects = new Set();
  for (const [index, told] of lines.entries()) {
    yield;
    if (sumsRun(work, lines, index, 1) || sumsRun(work, lines, index, -1)) suspects.add(told);
  }
  const kept = lines.filter((told) => !suspects.has(told));
  if (suspects.size > 0 && kept.length > 0 && equals(work, total, kept)) {
    suspects.forEach((told) => becomesSum(told, WHY.above));
  }
}

const MOST_RUN = 60;

/**
 * Whether a line is the sum of a run of two and more that begins beside it and goes down (1) or up (-1).
 * @param {Tables.Work} work
 */
function sumsRun(work, lines, index, way) {
  const sums = work.money.map(() => 0n);
  for (let size = 1; size <= MOST_RUN && lines[index + way * size]; size += 1) {
    const { row } = lines[index + way * size];
    work.money.forEach((at, place) => {
      sums[place] += work.values.value(row, at);
    });
    if (size > 1 && holds(work, lines[index].row, (at) => sums[at])) return true;
  }
  return false;
}

/**
 * A row that a word called a sum, while the total comes out only with it: a line.
 * @param {Tables.Work} work
 */
export function* restored(work) {
  const [total, ...others] = totals(work);
  const lines = work.told.filter(isLine);
  if (!total || equals(work, total, lines)) return;
  for (const told of others) {
    yield;
    const isSum = [...before(work, work.told.indexOf(told))].some((run) =>
      run.length > 0 && equals(work, told, run)
    );
    if (!isSum && equals(work, total, [...lines, told])) {
      Object.assign(told, { role: "line", why: "", sure: true });
    }
  }
}

const TAKEN_FOR = "금액이 맞아떨어져 합계로 보고 뺐어요. 따로 있는 줄이면 표시해 주세요.";
const MAY_BE = {
  below: "아래 줄들을 더한 금액과 같아요. 합계 줄이면 표시를 지우세요.",
  above: "위 줄들을 더한 금액과 같아요. 합계 줄이면 표시를 지우세요.",
};

/**
 * Rows that are the sums of those below them, or above them, at several levels: only where no sum that a word
 * names proves the lines.
 */
export function* levels(work) {
  const lines = work.told.filter((told) => isLine(told) && hasWorth(work, told));
  const [total] = totals(work);
  if (lines.length < 3 || (total && equals(work, total, lines))) return;
  for (const [way, ordered] of [["below", lines], ["above", [...lines].reverse()]]) {
    const { sums: found, doubts } = yield* levelsOf(
      ordered.map(({ row }) => worth(work, row)),
      way === "below",
    );
    const kept = ordered.filter((_, at) => !found.includes(at));
    if (found.length > 0 && (!total || equals(work, total, kept) || holdsInParts(work))) {
      const isProven = total !== undefined && equals(work, total, kept);
      for (const at of found) becomesSum(ordered[at], WHY[way], isProven ? {} : { doubt: TAKEN_FOR });
      return;
    }
    if (!total) {
      doubts.forEach((at) => {
        ordered[at].doubt ??= MAY_BE[way];
      });
    }
  }
}

/** Whether the sums that words name are those of some lines, not of all. @param {Tables.Work} work */
const holdsInParts = (work) =>
  work.told.some((told, index) =>
    told.role === "sum" && before(work, index).some((lines) => lines.length > 0 && equals(work, told, lines))
  );
