/**
 * A sheet's numbers: sums of fields, what contradicts itself, and between what bounds an unknown number must lie. The twin
 * of macros/rules/tallies.py, name by name. A figure is a field's number in parts of its unit; null is one that is not
 * known; a field that is left out is blank.
 */

import { FLOOR, holds, slackOf } from "./evaluate.js";

/**
 * @typedef {{id: string, groups: string[][], pick: string, required: string[], open: string[], scale: bigint}} Tally
 * @typedef {Record<string, bigint | null>} Figures
 * @typedef {{least: Record<string, bigint>, most: Record<string, bigint>}} Bounds
 * @typedef {[bigint, bigint | null]} Span the least and the most; null: no bound
 */

export function fieldsOf(tally) {
  return tally.groups.flat();
}

function has(record, field) {
  return Object.hasOwn(record, field);
}

function known(figures, field) {
  return has(figures, field) && figures[field] !== null;
}

function larger(a, b) {
  return a > b ? a : b;
}

function smaller(a, b) {
  return a < b ? a : b;
}

function picked(tally, sums) {
  return sums.reduce({ sum: (a, b) => a + b, larger, smaller }[tally.pick]);
}

/** The tally in parts of its unit; null when all of its fields are blank. */
function total(tally, figures) {
  const fields = fieldsOf(tally);
  if (!fields.some((field) => has(figures, field))) return null;
  const missing = fields.some((field) => has(figures, field) && figures[field] === null)
    || tally.required.some((field) => !has(figures, field))
    || tally.open.some((field) => has(figures, field) && figures[field] !== 0n);
  const sums = tally.groups.map((group) =>
    group.reduce((sum, field) => sum + (has(figures, field) ? figures[field] ?? 0n : 0n), 0n));
  return { won: picked(tally, sums), missing };
}

/** The checks that known numbers fail. */
export function contradictions(checks, figures) {
  return checks.filter((check) => {
    const part = total(check.part, figures);
    const of = total(check.of, figures);
    if (!part || !of || part.missing || of.missing) return false;
    return part.won > of.won || (check.equal && part.won !== of.won);
  });
}

/** The figures for whoever looks at `touched`: what contradicts other numbers is not known, if it looks at any of that. */
export function doubted(figures, wrong, touched) {
  if (!touched.some((tally) => fieldsOf(tally).some((field) => wrong.has(field)))) return figures;
  return Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, wrong.has(field) ? null : value]));
}

/** The tally's only field, if its number is not known. */
function openField(tally, figures) {
  const fields = fieldsOf(tally);
  return fields.length === 1 && !known(figures, fields[0]) ? fields[0] : null;
}

/** From checks whose one side is known and whose other side is a single field that is not. @returns {Bounds} */
export function bounds(checks, figures) {
  const least = {};
  const most = {};
  for (const check of checks) {
    const part = total(check.part, figures);
    const of = total(check.of, figures);
    const above = part && !part.missing ? openField(check.of, figures) : null;
    if (above) least[above] = larger(least[above] ?? 0n, part.won);
    const below = of && !of.missing ? openField(check.part, figures) : null;
    if (below) most[below] = smaller(most[below] ?? of.won, of.won);
  }
  return { least, most };
}

/** The least and the most that the tally can be. @returns {Span} */
export function span(tally, figures, limits) {
  const sum = total(tally, figures);
  if (sum && !sum.missing) return [sum.won, sum.won];
  const low = picked(tally, tally.groups.map((group) => group.reduce((all, field) =>
    all + ((known(figures, field) ? figures[field] : 0n) || (limits.least[field] ?? 0n)), 0n)));
  const highs = fieldsOf(tally).map((field) => known(figures, field) ? figures[field] : limits.most[field] ?? null);
  if (tally.pick !== "sum" || tally.open.length || highs.includes(null)) return [low, null];
  return [low, highs.reduce((all, high) => all + high, 0n)];
}

/** Whether it holds at a corner; without a bound it is as good, or as bad, as can be. */
function at(operator, num, den, [part, whole], best) {
  if (part === null || (whole === null && num > 0n)) return best;
  return holds(operator, slackOf(operator, num, den, part, whole ?? 0n));
}

/** Whether a comparison can hold, and whether it can fail, for numbers within their spans. */
export function can(operator, num, den, [least, most], [small, large]) {
  if (operator === "equal") return [true, true];
  const [full, bare] = [[most, small], [least, large]]; // the largest share there can be, and the smallest
  const [best, worst] = FLOOR.has(operator) ? [full, bare] : [bare, full];
  return [at(operator, num, den, best, true), !at(operator, num, den, worst, false)];
}

/** A reading's part and whole; without a whole, one of its unit. @returns {[Span, Span]} */
export function spans(reading, figures, limits) {
  const unit = reading.operator === null ? reading.part.scale : 1n;
  return [span(reading.part, figures, limits), reading.of ? span(reading.of, figures, limits) : [unit, unit]];
}

export { total as tally };
