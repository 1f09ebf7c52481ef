/**
 * A sheet's numbers: what contradicts itself, and between what bounds an unknown number must lie. The twin of
 * macros/rules/bounds.py, name by name.
 */

import { picked, total } from "./cells.js";
import { FLOOR, holds, slackOf } from "./judge.js";

/**
 * @typedef {{known: Map<string, bigint>, least: Map<string, bigint>, most: Map<string, bigint>}} Bounds the
 *   numbers that are known; the least and the most that others can be
 * @typedef {[bigint, bigint | null]} Span the least and the most; null: no bound
 */

function larger(a, b) {
  return a > b ? a : b;
}

function smaller(a, b) {
  return a < b ? a : b;
}

/** The checks that known numbers fail. @param {Rules.Cell[]} cells */
export function contradictions(checks, cells) {
  return checks.filter((check) => {
    const part = total(check.part, cells);
    const of = total(check.of, cells);
    return !part.missing && !of.missing && (part.won > of.won || (check.equal && part.won !== of.won));
  });
}

/**
 * The cells for whoever looks at `touched`: what contradicts other numbers is not known, if it looks at any
 * of that.
 * @param {Rules.Cell[]} cells
 */
export function doubted(cells, wrong, touched) {
  if (!wrong.size || !touched.some(({ fields }) => fields.some((field) => wrong.has(field)))) return cells;
  return cells.map((cell) => wrong.has(cell.id) ? { ...cell, won: 0n, missing: true } : cell);
}

/** The measure's only field, if its number is not known. */
function openField({ fields }, known) {
  return fields.length === 1 && !known.has(fields[0]) ? fields[0] : null;
}

/**
 * From checks whose one side is known and whose other side is a single field that is not.
 * @returns {Bounds}
 * @param {Rules.Cell[]} cells
 */
export function bounds(checks, cells) {
  const known = new Map(cells.filter(({ missing }) => !missing).map(({ id, won }) => [id, won]));
  const least = new Map();
  const most = new Map();
  for (const check of checks) {
    const part = total(check.part, cells);
    const of = total(check.of, cells);
    const above = part.missing ? null : openField(check.of, known);
    if (above) least.set(above, larger(least.get(above) ?? 0n, part.won));
    const below = of.missing ? null : openField(check.part, known);
    if (below) most.set(below, smaller(most.get(below) ?? of.won, of.won));
  }
  return { known, least, most };
}

/**
 * The least and the most that the measure can be.
 * @returns {Span}
 * @param {Rules.Measure} measure
 * @param {Rules.Cell[]} cells
 */
function span(measure, cells, { known, least, most }) {
  const sum = total(measure, cells);
  if (!sum.missing) return [sum.won, sum.won];
  const low = picked(
    measure,
    measure.groups.map((group) =>
      group.reduce((all, field) => all + ((known.get(field) ?? 0n) || (least.get(field) ?? 0n)), 0n)
    ),
  );
  const highs = measure.fields.map((field) => known.get(field) ?? most.get(field) ?? null);
  if (measure.pick !== "sum" || measure.open.length || highs.includes(null)) return [low, null];
  return [low, highs.reduce((all, high) => all + high, 0n)];
}

/**
 * Whether it holds at a corner; without a bound it is as good, or as bad, as can be.
 * @param {string} operator
 * @param {bigint} num
 * @param {bigint} den
 * @param {(bigint | null)[]} corner
 * @param {boolean} best
 */
function at(operator, num, den, [part, whole], best) {
  if (part === null || (whole === null && num > 0n)) return best;
  return holds(operator, slackOf(operator, num, den, part, whole ?? 0n));
}

/** Whether a comparison can hold, and whether it can fail, for numbers within their spans. */
function can({ operator, num, den }, [least, most], [small, large]) {
  if (operator === null) return [true, false];
  if (operator === "equal") return [true, true];
  const [full, bare] = [[most, small], [least, large]]; // the largest share there can be, and the smallest
  const [best, worst] = FLOOR.has(operator) ? [full, bare] : [bare, full];
  return [at(operator, num, den, best, true), !at(operator, num, den, worst, false)];
}

/**
 * What a reading whose numbers are not all known may come to: ok and fail, or the rows that may decide it.
 * @returns {string[]}
 * @param {Rules.Comparison} reading
 * @param {Rules.Cell[]} cells
 */
export function possible(rows, reading, cells, limits) {
  const unit = reading.operator === null ? reading.part.scale : 1n; // without a whole, one of its unit
  /** @type {[Span, Span]} */
  const ends = [
    span(reading.part, cells, limits),
    reading.of ? span(reading.of, cells, limits) : [unit, unit],
  ];
  if (reading.operator !== null) {
    const [hold, fail] = can(reading, ...ends);
    return [...hold ? ["ok"] : [], ...fail ? ["fail"] : []];
  }
  const found = [];
  for (const row of rows) {
    const [hold, fail] = can(row, ...ends);
    if (hold) found.push(row.id);
    if (!fail) break;
  }
  return found;
}
