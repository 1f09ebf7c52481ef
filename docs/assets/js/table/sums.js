/**
 * Sums that arithmetic finds where no word does: a row without a name, a project's row above or below its
 * parts, rows that would count twice against the table's own total.
 */

import { said } from "./grid.js";
import { levelsOf } from "./levels.js";
import { struck as tableStruck } from "./struck.js";
import { markOf } from "./text.js";

/**
 * @typedef {import("./rows.js").Told} Told
 * @typedef {{told: Told[], money: number[], labels: number[], serial: number | null, grid:
 *   import("./grid.js").Grid, values: any}} Work `money`, `labels`: columns; `told` in the order of the rows,
 *   changed in place
 */

const WHY = { below: "아래 줄들을 더한 금액이라 빼요.", above: "위 줄들을 더한 금액이라 빼요." };

const isLine = ({ role }) => role === "line";
/** @param {Tables.Work} work @param {number} row */
const worth = (work, row) => work.money.map((at) => work.values.value(row, at));
/** @param {Tables.Work} work */
export const added = (work, tolds) =>
  work.money.map((at) => work.values.sum(tolds.map(({ row }) => row), at));
/** @param {Tables.Work} work */
const hasWorth = (work, { row }) => work.money.some((at) => work.values.value(row, at) !== 0n);

/**
 * Whether a row holds the sums of others, in each column in which it holds anything: `sum` gives one, and is
 * asked until one differs.
 * @param {Tables.Work} work
 * @param {number} row
 */
function holds(work, row, sum) {
  const own = worth(work, row);
  return own.some((value) => value !== 0n) &&
    own.every((value, at) => (value === 0n && isBlank(work, row, work.money[at])) || value === sum(at));
}

/** @param {Tables.Work} work */
export const equals = (work, { row }, parts) =>
  holds(work, row, (at) => work.values.sum(parts.map((one) => one.row), work.money[at]));
/** @param {Tables.Work} work @param {number} row @param {number} at */
const isBlank = (work, row, at) => work.values.amount(row, at).kind === "blank";

function becomesSum(told, why, more = {}) {
  Object.assign(told, { role: "sum", why, sure: true, proven: true, ...more });
}

const rowsOwned = new WeakMap(); // by the columns that are asked about: a row is compared with many others

/** The label columns in which a row says something of its own. */
function owned({ grid, labels }, { row }) {
  const known = rowsOwned.get(labels) ?? rowsOwned.set(labels, []).get(labels);
  return known[row] ??= labels.filter((at) => said(grid, row, at) !== "");
}

/**
 * The rows below that only go on with a row: they say nothing where it does or left of it, and something
 * right of it.
 * @param {Tables.Work} work
 */
function below(work, index) {
  const deepest = Math.max(...owned(work, work.told[index]));
  const run = [];
  for (const told of work.told.slice(index + 1)) {
    const own = owned(work, told);
    if (told.role !== "line" && told.role !== "sum") continue;
    if (own.length === 0 || own.some((at) => at <= deepest)) break;
    run.push(told);
  }
  return run;
}

/**
 * A row above its parts, in another column than they: a project's name, a subject of the budget.
 * @param {Tables.Work} work
 */
function* parents(work) {
  for (let index = work.told.length - 2; index >= 0; index -= 1) {
    yield;
    const told = work.told[index];
    if (!isLine(told) || !hasWorth(work, told) || owned(work, told).length === 0) continue;
    const parts = below(work, index).filter(isLine).filter((one) => hasWorth(work, one));
    if (parts.length === 0) continue;
    const whole = equals(work, told, parts);
    if (whole) becomesSum(told, WHY.below);
    else if (!isSibling(work, told, parts[0])) {
      Object.assign(told, { doubt: "아래 줄들을 더한 금액과 달라요. 합계 줄이면 표시를 지우세요." });
    }
  }
}

/**
 * Whether the next row is one more line of the same thing rather than a part of it: the first one has a text
 * there as well.
 * @param {Tables.Work} work
 */
function isSibling(work, told, part) {
  const own = owned(work, told);
  return owned(work, part).every((at) => own.includes(at));
}

/**
 * Where a row's name stands: its column, how far it is set in, and the mark before it.
 * @param {Tables.Work} work
 */
function placeOf(work, told) {
  const [at] = owned(work, told);
  if (at === undefined) return null;
  const { indent = 0 } = work.grid.cells[told.row][at];
  return { at, indent, mark: markOf(said(work.grid, told.row, at)) };
}

/**
 * Whether a row may stand below another: in a column to its right, or set in further, or behind another mark.
 */
function isUnder(other, own) {
  if (other === null) return true;
  if (other.at !== own.at) return other.at > own.at;
  return other.indent === own.indent ? other.mark !== own.mark : other.indent > own.indent;
}

/**
 * A row above its parts in the same column, told by how far names are set in and by the marks before them
 * (`1.` above `-`).
 * @param {Tables.Work} work
 */
function* marked(work) {
  const places = new Map(work.told.map((told) => [told, placeOf(work, told)]));
  const deep = new Set([...places.values()].map((place) => place?.indent ?? 0)).size > 2;
  for (let index = work.told.length - 2; index >= 0; index -= 1) {
    yield;
    const told = work.told[index];
    const own = places.get(told);
    if (!isLine(told) || own === null || !hasWorth(work, told)) continue;
    const rest = work.told.slice(index + 1);
    const end = rest.findIndex((one) =>
      !isUnder(places.get(one), own) || (one.role === "sum" && one.sure && one.why !== WHY.below)
    );
    const parts = rest.slice(0, end < 0 ? undefined : end).filter(isLine);
    // One blank more before one row of the same amount may be a slip.
    const clear = parts.length > 1 || deep ||
      parts.some((one) => places.get(one)?.mark !== own.mark || places.get(one).indent > own.indent + 1);
    if (clear && parts.some((one) => places.get(one)?.at === own.at) && equals(work, told, parts)) {
      becomesSum(told, WHY.below);
    }
  }
  chained(work, places);
}

/**
 * The first rows of a table that say the same as the whole below them: a department, its policy.
 * @param {Tables.Work} work
 */
function chained(work, places) {
  const rows = work.told.filter((told) => isLine(told) || told.role === "sum");
  const whole = rows.findIndex(({ why }) => why === WHY.below);
  const above = whole > 0 ? rows.slice(0, whole) : [];
  const rest = rows.slice(whole + 1).filter(isLine);
  if (
    above.length === 0 || !equals(work, rows[whole], rest) ||
    !above.every((one) => isLine(one) && isAlike(work, one, rows[whole]))
  ) return;
  if (above.every((one) => places.get(one)?.at === places.get(rows[whole])?.at)) {
    above.forEach((one) => becomesSum(one, WHY.below));
  }
}

/** Whether two rows hold the same amounts. @param {Tables.Work} work */
const isAlike = (work, one, other) => equals(work, one, [other]) && equals(work, other, [one]);

/** The lines since the last sum, and all lines, before a row. @param {Tables.Work} work */
function before(work, index) {
  const earlier = work.told.slice(0, index);
  const last = earlier.map(({ role }) => role).lastIndexOf("sum");
  return [earlier.slice(last + 1).filter(isLine), earlier.filter(isLine)];
}

/** A row without any name that is the sum of those above it, or below it. */
function* nameless(work) {
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

/** The lines up to the next sum, and all lines, behind a row. @param {Tables.Work} work */
function following(work, index) {
  const later = work.told.slice(index + 1);
  const next = later.findIndex(({ role }) => role === "sum");
  return [later.slice(0, next < 0 ? undefined : next).filter(isLine), later.filter(isLine)].filter((lines) =>
    lines.length > 1
  );
}

/** The last row, if it is the sum of all and says less than the others do (no number, no content). */
function* last(work) {
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

/**
 * A sum that may be none (`마을 계`): it stays one if it is the sum of anything near, or if a name of the table
 * stands before its word.
 */
function* doubtful(work) {
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

/** The sum rows that a word names, the greatest first: the table's own total. @param {Tables.Work} work */
export function totals(work) {
  const size = ({ row }) => worth(work, row).reduce((all, value) => all + value, 0n);
  return work.told.filter(({ role, why }) => role === "sum" && !Object.values(WHY).includes(why)).filter((
    told,
  ) => hasWorth(work, told))
    .sort((one, other) => (size(other) > size(one) ? 1 : size(other) < size(one) ? -1 : other.row - one.row));
}

/**
 * Rows that are sums of runs of two and more beside them: left out where only so the table's own total comes
 * out.
 * @param {Tables.Work} work
 */
function* against(work) {
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
function* restored(work) {
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
function* levels(work) {
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

/** Rows that the table says are struck out. @param {Tables.Work} work */
const struck = (work) => tableStruck(work, { equals, totals });

const STEPS = [doubtful, parents, marked, nameless, struck, last, levels, against, restored];

/** @param {Work} work @returns {import("./pieces.js").Pieces<void>} */
export function* find(work) {
  for (const step of STEPS) yield* step(work);
  if (!work.told.some(isLine)) onlySums(work);
}

/**
 * Where nothing but sums is left (each project stands with its 계 alone), those that are no sum of others are
 * the lines.
 * @param {Tables.Work} work
 */
function onlySums(work) {
  const sums = work.told.filter(({ role }) => role === "sum");
  sums.slice(0, -1).forEach((told) => Object.assign(told, { role: "line", why: "" }));
  const final = sums.at(-1);
  if (final && (sums.length === 1 || !equals(work, final, sums.slice(0, -1)))) {
    Object.assign(final, { role: "line", why: "" });
  }
}
