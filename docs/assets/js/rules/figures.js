/**
 * Verdicts on a sheet: the twin of macros/rules/figures.py, name by name. Pure functions on whole numbers (BigInt).
 *
 * A figure is a field's number in parts of its unit; null is one that is not known; a field that is left out is
 * blank. Nothing entered for a subject is na, something missing is unknown: never a pass.
 */

import { FLOOR, STRICT, bandRow, judge, slackOf } from "./evaluate.js";
import { askStatus, factValues } from "./facts.js";
import { bounds, can, contradictions, doubted, fieldsOf, spans, tally as total } from "./tallies.js";

const NOT_KNOWN = { won: 0n, missing: true };

/**
 * @typedef {{rule: string, status: string, result: string | null, part: bigint, whole: bigint, num: bigint, den: bigint,
 *   slack: bigint, cut: bigint | null, add: bigint | null, move: bigint | null, room: bigint | null, readings: [string, string][],
 *   could: [string, string[]][], bounded: boolean}} FigureVerdict
 */

function loadTally(tally) {
  return tally && { ...tally, scale: BigInt(tally.scale) };
}

function loadRule(rule) {
  return { ...rule,
    readings: rule.readings.map((one) => ({ ...one, num: BigInt(one.num), den: BigInt(one.den),
      part: loadTally(one.part), of: loadTally(one.of) })),
    rows: rule.rows.map((row) => ({ ...row, num: BigInt(row.num), den: BigInt(row.den) })),
    asked_when: loadTally(rule.asked_when) };
}

/** A sheet's rules from plain JSON values (macros/rules/figure_terms.py). */
export function loadSheet(sheet) {
  return { ...sheet, rules: sheet.rules.map(loadRule),
    facts: sheet.facts.map((fact) => ({ ...fact, asked_when: loadTally(fact.asked_when), answered_by: loadTally(fact.answered_by) })),
    checks: sheet.checks.map((check) => ({ ...check, part: loadTally(check.part), of: loadTally(check.of) })) };
}

/** @returns {FigureVerdict} */
function verdict(rule, status, rest = {}) {
  return { rule, status, result: null, part: 0n, whole: 0n, num: 0n, den: 1n, slack: 0n, cut: null, add: null,
    move: null, room: null, readings: [], could: [], bounded: false, ...rest };
}

/** Whether readings that can be decided lead to different verdicts. */
export function readingsDiffer(found) {
  return new Set(found.readings.map(([, result]) => result).filter((one) => one !== "unknown" && one !== "na")).size > 1;
}

/** All tallies that a rule on numbers looks at. */
function tallies(rule) {
  return [...rule.readings.flatMap(({ part, of }) => [part, of]), rule.asked_when].filter((tally) => tally !== null);
}

/**
 * All verdicts, by rule id, and the facts that they rest on. `answers` by fact (a rule's own question has the rule's id);
 * `chosen` readings by rule.
 * @returns {{verdicts: FigureVerdict[], facts: Record<string, string>}}
 */
export function evaluateFigures(sheet, figures, answers, chosen) {
  const anything = sheet.together && (Object.keys(figures).length > 0
    || sheet.facts.some(({ id }) => Object.hasOwn(answers, id) && answers[id] !== "unknown"));
  const entered = Object.fromEntries(sheet.subjects.map(([subject, fields]) =>
    [subject, anything || fields.some((field) => Object.hasOwn(figures, field))]));
  const failing = contradictions(sheet.checks, figures);
  const wrong = new Set(failing.flatMap((check) => fieldsOf(check.part)));
  const kept = sheet.checks.filter((check) => !failing.includes(check));
  const facts = factValues(sheet.facts, figures, answers, wrong, entered);
  const verdicts = sheet.rules.map((rule) => {
    if (rule.kind === "ask") return verdict(rule.id, askStatus(rule, facts));
    const usable = doubted(figures, wrong, tallies(rule));
    const own = Object.hasOwn(chosen, rule.id) ? chosen[rule.id] : undefined;
    return compare(rule, usable, bounds(kept, usable), own, entered[rule.subject]);
  });
  return { verdicts, facts };
}

function sumsOf(reading, figures) {
  return [total(reading.part, figures) ?? NOT_KNOWN, reading.of ? total(reading.of, figures) ?? NOT_KNOWN : null];
}

function statusOf(reading, part, whole) {
  return judge(reading.operator, [reading.num, reading.den], part, whole);
}

function compare(rule, figures, limits, chosen, entered) {
  if (!entered) return verdict(rule.id, "na");
  const when = rule.asked_when && total(rule.asked_when, figures);
  if (when && when.won === 0n && !when.missing) return verdict(rule.id, "na");
  const followed = rule.readings.find(({ id }) => id === chosen) ?? rule.readings[0];
  const [part, whole] = sumsOf(followed, figures);
  if (rule.kind === "band") return band(rule, followed, figures, limits, part, whole);
  const { operator, num, den } = followed;
  const found = rule.readings.map((one) => [one.id, statusOf(one, ...sumsOf(one, figures))]);
  const could = rule.readings.map((one, at) => [one.id, found[at][1] === "unknown" ? statuses(one, figures, limits) : [found[at][1]]]);
  // What may not be at all is not a share of anything: whether it is so does not hang on the whole.
  const readings = operator === "at_most" && num === 0n ? proven(found, could) : found;
  const status = Object.fromEntries(readings)[followed.id];
  const slack = slackOf(operator, num, den, part.won, whole === null ? 1n : whole.won);
  const fixes = status === "fail" ? fixesOf(followed, slack, part.won) : {};
  return verdict(rule.id, status, { part: part.won, whole: whole ? whole.won : 0n, num, den, slack, ...fixes,
    room: status === "ok" ? roomOf(followed, slack) : null, readings, could });
}

/** The readings, decided where only one result is left. */
function proven(readings, could) {
  return readings.map(([id, result], at) => [id, result === "unknown" && could[at][1].length === 1 ? could[at][1][0] : result]);
}

/** What a reading that is not decided may come to. */
function statuses(reading, figures, limits) {
  const [hold, fail] = can(reading.operator, reading.num, reading.den, ...spans(reading, figures, limits));
  return [...hold ? ["ok"] : [], ...fail ? ["fail"] : []];
}

function band(rule, followed, figures, limits, part, whole) {
  const { scale } = followed.part;
  let found = rule.readings.map((one) => [one.id, rowOf(rule.rows, one, ...sumsOf(one, figures))]);
  let could = rule.readings.map((one, at) => [one.id, found[at][1] === "unknown" ? rowsOf(rule.rows, one, figures, limits) : [found[at][1]]]);
  let row = null;
  if (scale > 1n && part.won % scale !== 0n && !part.missing) {
    found = [["rounded-down", 0n], ["rounded-up", 1n]].map(([id, up]) =>
      [id, rowOf(rule.rows, followed, { won: (part.won / scale + up) * scale, missing: false }, whole)]);
    could = found.map(([id, result]) => [id, [result]]);
    row = found[0][1] === found[1][1] ? found[0][1] : "unknown";
  } else {
    found = proven(found, could);
    row = Object.fromEntries(found)[followed.id];
  }
  const decided = row !== "unknown" && row !== "na";
  return verdict(rule.id, decided ? "ok" : row, { result: decided ? row : null, part: part.won, whole: whole ? whole.won : 0n,
    readings: found, could, bounded: decided && (part.missing || (whole !== null && whole.missing)) });
}

/** The rows that may decide a reading whose numbers are not all known. */
function rowsOf(rows, reading, figures, limits) {
  const found = [];
  for (const row of rows) {
    const [hold, fail] = row.operator === null ? [true, false] : can(row.operator, row.num, row.den, ...spans(reading, figures, limits));
    if (hold) found.push(row.id);
    if (!fail) break;
  }
  return found;
}

/** The row that decides; `unknown` without a number, `na` with none of the whole. */
function rowOf(rows, reading, part, whole) {
  if (part.missing || (whole !== null && whole.missing)) return "unknown";
  if (whole !== null && whole.won === 0n) return "na";
  return bandRow(rows, part.won, whole === null ? reading.part.scale : whole.won) ?? "unknown";
}

function ceiling(deficit, gain) {
  return gain > 0n ? (deficit + gain - 1n) / gain : null;
}

/** Whether all that the part counts, the whole counts too. */
export function isNested({ part, of }) {
  if (of === null) return false;
  const whole = fieldsOf(of);
  return fieldsOf(part).every((field) => whole.includes(field));
}

/** How far the part may still go towards the limit, everything outside it as it is. */
function roomOf(reading, slack) {
  const cost = isNested(reading) ? reading.den - reading.num : reading.den;
  if (reading.operator === "equal" || cost <= 0n) return null;
  return (slack - (STRICT.has(reading.operator) ? 1n : 0n)) / cost;
}

/** The least to cut, to add and to exchange so that a failing cap holds. */
function fixesOf(reading, slack, part) {
  const { operator, num, den, of } = reading;
  if (operator === "equal") return {};
  const deficit = (STRICT.has(operator) ? 1n : 0n) - slack;
  const nested = isNested(reading);
  const rest = of === null ? null : ceiling(deficit, num);
  const move = nested ? ceiling(deficit, den) : null;
  const own = ceiling(deficit, nested ? den - num : den);
  if (FLOOR.has(operator)) return { cut: rest, add: own, move };
  return { cut: own !== null && own <= part ? own : null, add: rest, move };
}

export { verdict as figureVerdict };
