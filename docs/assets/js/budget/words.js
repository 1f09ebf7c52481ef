/**
 * How verdicts are said in Korean: pure functions from numbers to sentences.
 */

import { format } from "../money.js";
import { particle } from "../particle.js";
import { FLOOR } from "../rules/judge.js";
import { isNested } from "../rules/terms.js";
import { OPERATORS } from "../verdict-words.js";

export function won(amount) {
  return `${format(amount)}원`;
}

/**
 * What a measure is called in a rule: one for each project measures that project's own.
 * @param {Rules.Rule} rule
 * @param {{ id: string }} measure
 * @param {{ measures: Record<string, string>, ownMeasures: Record<string, string> }} data
 */
export function measured(rule, { id }, data) {
  return (rule.each && data.ownMeasures[id]) || data.measures[id];
}

/** `10% 이내`, `1/3 이상`, `1,000,000,000원 이내`. @param {Rules.Rule} rule */
export function limitText(rule, num, den) {
  const share = rule.readings[0].of !== null;
  const number = !share ? won(num) : (num * 100n) % den === 0n ? `${(num * 100n) / den}%` : `${num}/${den}`;
  return `${number} ${OPERATORS[rule.operator]}`;
}

/** The limit in won of the whole: what a part may be at most (rounded down) or has to be at least (up). */
/**
 * @param {string} operator
 * @param {bigint} num
 * @param {bigint} den
 * @param {bigint} whole
 * @returns {bigint}
 */
export function limitWon(operator, num, den, whole) {
  const product = num * whole;
  return FLOOR.has(operator) ? (product + den - 1n) / den : product / den;
}

/** An ordinary share for tables: nearest tenth of a percent. */
export function plainPercent(part, whole) {
  if (whole === 0n) return "–";
  const tenths = (part * 2000n + whole) / (2n * whole);
  return `${tenths / 10n}.${tenths % 10n}%`;
}

/**
 * What has to be cut from a part that is too large, or added to one that is too small. Null where a reading
 * lets the part lie only partly in its whole: one won does more or less then, depending on where it stands.
 * @param {Rules.Rule} rule
 * @param {Rules.Comparison} pair
 * @param {Rules.Verdict} found
 */
export function ownFix(rule, pair, found) {
  if (pair.of !== null && !isNested(pair)) return null;
  return FLOOR.has(rule.operator) ? found.add : found.cut;
}

/** What would mend a failing cap: the least amounts, each alone enough. */
export function mending(rule, pair, found) {
  const floor = FLOOR.has(rule.operator);
  const rest = floor ? found.cut : found.add;
  return [
    [floor ? "더 넣어야 할 금액" : "줄여야 할 금액", ownFix(rule, pair, found)],
    [floor ? "또는 옮겨 오면 되는 금액" : "또는 옮기면 되는 금액", found.move],
    [floor ? "또는 나머지에서 줄이면 되는 금액" : "또는 나머지에 더 넣으면 되는 금액", rest],
  ].filter(([, amount]) => amount !== null && amount > 0n);
}

/**
 * How far a failing cap's part stands from its limit, in won; null where as much mends it, for then nothing
 * has to be explained.
 * @param {Rules.Rule} rule
 * @param {Rules.Comparison} pair
 * @param {Rules.Verdict} found
 */
export function shrinkingGap(rule, pair, found) {
  const own = ownFix(rule, pair, found);
  if (found.status !== "fail" || pair.of === null || own === null) return null;
  const off = found.part - limitWon(rule.operator, found.num, found.den, found.whole);
  const gap = off < 0n ? -off : off;
  return own > gap ? gap : null;
}

/**
 * Why more has to be cut than stands over the limit (or added than is lacking): the base, `whole`, moves
 * along.
 * @param {Rules.Rule} rule
 * @param {Rules.Comparison} pair
 * @param {Rules.Verdict} found
 */
export function shrinking(rule, pair, found, whole) {
  const gap = shrinkingGap(rule, pair, found);
  if (gap === null) return null;
  return FLOOR.has(rule.operator)
    ? `모자란 금액은 ${won(gap)}이지만, 더 넣으면 기준인 ${whole}도 늘어서 더 많이 넣어야 해요.`
    : `넘은 금액은 ${won(gap)}이지만, 줄이면 기준인 ${whole}도 줄어서 더 많이 줄여야 해요.`;
}

const PLAIN = {
  unchosen: "고르지 않아 금액을 알 수 없어요.",
  unknown: "미정인 금액이 있어 아직 비교할 수 없어요.",
  same: "과 같아요.",
  more: "많아요.",
  less: "적어요.",
};
export const FORMAL = {
  unchosen: "고르지 않아 금액을 알 수 없음",
  unknown: "미정인 금액이 있어 비교할 수 없음",
  same: "과 같음",
  more: "많음",
  less: "적음",
};

/**
 * What a rule that only informs says of the plan.
 * @param {any} data the page's data
 * @param {typeof PLAIN} ends how sentences end
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Comparison} pair
 */
export function information(rule, found, pair, data, ends = PLAIN) {
  if (found.readings.length === 0) {
    const label = data.choices.find(({ id }) => id === rule.choice)?.label ?? "";
    return `${label}${particle(label, "을/를")} ${ends.unchosen}`;
  }
  const most = limitWon(rule.operator, found.num, found.den, pair.of ? found.whole : 1n);
  if (found.status === "na") return `${won(most)}.`;
  if (found.status === "unknown") return `${won(most)}, ${ends.unknown}`;
  const gap = found.part - most;
  const compared = gap === 0n
    ? ends.same
    : `보다 ${won(gap < 0n ? -gap : gap)} ${gap > 0n ? ends.more : ends.less}`;
  return `${data.measures[pair.part.id]} ${won(found.part)}이 ${won(most)}${compared}`;
}
