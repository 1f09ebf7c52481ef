/**
 * The one judge: comparisons over cells become verdicts. The twin of macros/rules/judge.py, name by name.
 * Whole numbers (BigInt).
 *
 * A cap's slack is `num*whole - den*part` (at_most and below) or its negative (at_least and above). It holds
 * when slack >= 0, or >= 1 where the operator is strict.
 */

import { isNothing, overlap, total } from "./cells.js";
import { isNested } from "./terms.js";

const STRICT = new Set(["below", "above"]);
export const FLOOR = new Set(["at_least", "above"]);
const MEASURED = new Set(["ok", "na"]);

/**
 * @typedef {"ok" | "fail" | "unknown" | "na"} Status
 * @typedef {{rule: string, status: Status, project: string | null, part: bigint, whole: bigint, num: bigint,
 *   den: bigint, slack: bigint, cut: bigint | null, add: bigint | null, move: bigint | null, room: bigint |
 *   null, readings: [string, string][], result: string | null, could: [string, string[]][], bounded:
 *   boolean}} Verdict
 */

/** @returns {Verdict} */
export function verdict(rule, status, rest = {}) {
  return {
    rule,
    status,
    project: null,
    part: 0n,
    whole: 0n,
    num: 0n,
    den: 1n,
    slack: 0n,
    cut: null,
    add: null,
    move: null,
    room: null,
    readings: [],
    result: null,
    could: [],
    bounded: false,
    ...rest,
  };
}

/** Whether readings that can be decided lead to different verdicts; what does not apply breaks nothing. */
export function differs({ readings }) {
  const found = new Set(readings.map(([, result]) => result).filter((result) => result !== "unknown"));
  if (!found.has("fail")) found.delete("na");
  return found.size > 1;
}

/** Whether the rule is kept as it is read here, while another reading cannot be measured yet. */
export function unmeasured(found) {
  return MEASURED.has(found.status) && found.readings.some(([, result]) => result === "unknown");
}

/** How far from the limit, in won times den; for `equal` never above 0. */
export function slackOf(operator, num, den, part, whole) {
  const gap = num * whole - den * part;
  if (operator === "equal") return gap < 0n ? gap : -gap;
  return FLOOR.has(operator) ? -gap : gap;
}

/** The least slack that satisfies the operator. */
export function least(operator) {
  return STRICT.has(operator) ? 1n : 0n;
}

/** Whether the slack satisfies the operator. */
export function holds(operator, slack) {
  return slack >= least(operator);
}

/** The status of one comparison. Without a whole, `num` is the limit in won. */
function judge(operator, num, den, part, whole) {
  if (part.missing || (whole !== null && whole.missing)) return "unknown";
  if (part.won === 0n && (whole === null || whole.won === 0n)) return "na";
  return holds(operator, slackOf(operator, num, den, part.won, whole === null ? 1n : whole.won))
    ? "ok"
    : "fail";
}

/** A reading's part and whole. */
function sums({ part, of }, cells) {
  return [total(part, cells), of ? total(of, cells) : null];
}

/**
 * A cap on one set of cells, in all its readings.
 * @param {((reading: object) => string[]) | null} left what a reading that is not decided may come to, where
 *   unknown numbers have bounds
 * @returns {Verdict}
 */
export function judgeCap(rule, followed, cells, project = null, left = null) {
  const found = rule.readings.map((one) => [one.id, statusOf(one, cells)]);
  const could = couldBe(rule, found, left);
  const { operator, num, den, of } = followed;
  // What may not be at all is not a share of anything: whether it is so does not hang on the whole.
  const readings = left && operator === "at_most" && num === 0n ? proven(found, could) : found;
  const status = Object.fromEntries(readings)[followed.id];
  const [part, whole] = sums(followed, cells);
  const slack = slackOf(operator, num, den, part.won, whole === null ? 1n : whole.won);
  const mended = status === "fail" ? fixes(followed, slack, part.won, cells) : {};
  return verdict(rule.id, status, {
    project,
    part: part.won,
    whole: of ? whole.won : 0n,
    num,
    den,
    slack,
    ...mended,
    room: status === "ok" ? roomOf(followed, slack) : null,
    readings,
    could,
  });
}

/** One reading's status. */
function statusOf(reading, cells) {
  const { operator, num, den, of } = reading;
  const [part, whole] = sums(reading, cells);
  // A grant that has been told says nothing of a plan without money.
  if (of && of.won !== null && isNothing(part) && isNothing(total({ ...of, won: null }, cells))) return "na";
  return judge(operator, num, den, part, whole);
}

/** @param {Rules.Rule} rule */
function couldBe(rule, found, left) {
  return left
    ? rule.readings.map((one, at) => [one.id, found[at][1] === "unknown" ? left(one) : [found[at][1]]])
    : [];
}

/** The readings, decided where only one result is left. */
function proven(readings, could) {
  return readings.map((
    [id, result],
    at,
  ) => [id, result === "unknown" && could[at][1].length === 1 ? could[at][1][0] : result]);
}

/** @param {bigint} deficit @param {bigint} gain @returns {bigint | null} */
function ceiling(deficit, gain) {
  return gain > 0n ? (deficit + gain - 1n) / gain : null;
}

/**
 * The least to cut, to add and to move so that a failing cap holds.
 * @param {Rules.Comparison} reading
 * @param {Rules.Cell[]} cells
 */
function fixes(reading, slack, part, cells) {
  const { operator, num, den, of } = reading;
  if (operator === "equal") return {};
  const deficit = least(operator) - slack;
  const told = of !== null && of.won !== null;
  const nested = isNested(reading);
  const rest = of !== null && !told ? ceiling(deficit, num) : null;
  const move = nested || told ? ceiling(deficit, den) : null;
  if (FLOOR.has(operator)) return { cut: rest, add: ceiling(deficit, nested ? den - num : den), move };
  return {
    cut: ownCut(deficit, part, of ? overlap(reading.part, of, cells) : 0n, num, den),
    add: rest,
    move,
  };
}

/**
 * The least to take from a part that is too large: first what lies outside the whole, which counts for more.
 * @param {bigint} deficit @param {bigint} part @param {bigint} both @param {bigint} num @param {bigint} den
 */
function ownCut(deficit, part, both, num, den) {
  const alone = part - both;
  if (alone * den >= deficit) return ceiling(deficit, den);
  const more = ceiling(deficit - alone * den, den - num);
  return more === null || more > both ? null : alone + more;
}

/** How many more fit, where each takes `cost` of the slack; null where they take nothing. */
export function spare(operator, slack, cost) {
  if (cost <= 0n) return null;
  const free = slack - least(operator);
  return free > 0n ? free / cost : 0n;
}

/**
 * How far the part may still go towards the limit, everything outside it as it is.
 * @param {Rules.Comparison} reading
 */
function roomOf(reading, slack) {
  const { operator, num, den } = reading;
  return operator === "equal" ? null : spare(operator, slack, isNested(reading) ? den - num : den);
}

/**
 * A band: the row that decides. A number between two of its unit is read rounded down and rounded up.
 * @returns {Verdict}
 */
export function judgeBand(rule, followed, cells, left) {
  const [part, whole] = sums(followed, cells);
  const { scale } = followed.part;
  const between = scale > 1n && part.won % scale !== 0n && !part.missing;
  const found = between
    ? /** @type {[string, bigint][]} */ ([["rounded-down", 0n], ["rounded-up", 1n]]).map((
      [id, up],
    ) => [id, rowOf(rule.rows, followed, { won: (part.won / scale + up) * scale, missing: false }, whole)])
    : rule.readings.map((one) => [one.id, rowOf(rule.rows, one, ...sums(one, cells))]);
  const could = between ? found.map(([id, result]) => [id, [result]]) : couldBe(rule, found, left);
  const readings = between ? found : proven(found, could);
  const same = new Set(readings.map(([, result]) => result)).size === 1;
  const row = between ? same ? readings[0][1] : "unknown" : Object.fromEntries(readings)[followed.id];
  const decided = row !== "unknown" && row !== "na";
  return verdict(rule.id, decided ? "ok" : row, {
    part: part.won,
    whole: whole ? whole.won : 0n,
    readings,
    result: decided ? row : null,
    could,
    bounded: decided && (part.missing || (whole !== null && whole.missing)),
  });
}

/** The row that decides; `unknown` without a number, `na` with none of the whole. */
function rowOf(rows, reading, part, whole) {
  if (part.missing || (whole !== null && whole.missing)) return "unknown";
  if (whole !== null && whole.won === 0n) return "na";
  return bandRow(rows, part.won, whole === null ? reading.part.scale : whole.won) ?? "unknown";
}

/** The first row whose condition holds for the part (of the whole, if rows are shares), or null. */
function bandRow(rows, part, whole) {
  const found = rows.find(({ operator, num, den }) =>
    operator === null || holds(operator, slackOf(operator, num, den, part, whole))
  );
  return found ? found.id : null;
}
