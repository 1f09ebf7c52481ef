/**
 * A row above its parts: in another column than they, or set in less, or behind another mark.
 */

import { said } from "./grid.js";
import { becomesSum, equals, hasWorth, isLine, owned, WHY } from "./sum-rows.js";
import { markOf } from "./text.js";

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
export function* parents(work) {
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
export function* marked(work) {
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
