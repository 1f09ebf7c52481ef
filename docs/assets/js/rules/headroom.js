/**
 * How much more a line can take: the twin of macros/rules/headroom.py. Exact to the won: x fits, x+1 does
 * not.
 */

import { counts } from "./cells.js";
import { asTold, evaluateCap, followed, limitOf, scopes } from "./evaluate.js";
import { FLOOR, spare } from "./judge.js";

/**
 * @typedef {{project: string, part: string | null, kinds: (string | null)[], fund: string}} Cell a cell
 *   (cells.js), whatever stands in it
 * @typedef {{won: bigint | null, rule: string | null, unknown: boolean}} Room
 */

// A table asks for hundreds of rooms of one plan; its verdicts are the same for all. Plans are never changed
// in place.
const verdictsOf = new WeakMap();

/** @param {Rules.Rule} rule @param {Rules.Plan} plan @param {Rules.Project[]} projects */
function verdictOf(rule, plan, name, projects) {
  if (!verdictsOf.has(plan)) verdictsOf.set(plan, new Map());
  const byRule = verdictsOf.get(plan);
  if (!byRule.has(rule)) byRule.set(rule, new Map());
  const byScope = byRule.get(rule);
  if (!byScope.has(name)) byScope.set(name, evaluateCap(rule, plan, name, projects));
  return byScope.get(name);
}

/**
 * What fits under one rule: won, null when it sets no bound here, false when it cannot be decided.
 * @param {Rules.Rule} rule
 * @param {Rules.Plan} plan
 */
function fit(rule, plan, into, outOf) {
  for (const [name, projects] of scopes(rule, plan, into.project)) {
    const pair = followed(rule, plan);
    const flags = [pair.part, pair.of].flatMap((measure) =>
      [into, outOf].map((cell) => measure && cell ? counts(measure, cell) : false)
    );
    if (flags.includes(null)) return false;
    const [partIn, partOut, wholeIn, wholeOut] = flags.map((flag) => flag ? 1n : 0n);
    if (partIn === partOut && wholeIn === wholeOut) continue;
    const limit = limitOf(rule, plan);
    const found = verdictOf(rule, plan, name, projects);
    if (limit === null || found.status === "unknown") return false;
    return bound(rule, limit[0] * (wholeIn - wholeOut) - limit[1] * (partIn - partOut), found.slack);
  }
  return null;
}

/** @param {Rules.Rule} rule */
function bound(rule, gain, slack) {
  if (rule.operator === "equal") return gain ? 0n : null;
  return spare(rule.operator, slack, FLOOR.has(rule.operator) ? gain : -gain);
}

/**
 * The most that can be newly added to `into`, or moved there from `outOf`, without breaking a cap. Rules that
 * only inform bound nothing.
 * @param {Cell} into
 * @param {Cell | null} outOf
 * @returns {Room}
 * @param {Rules.Rule[]} rules
 * @param {Rules.Plan} plan
 */
export function room(rules, plan, into, outOf = null) {
  /** @type {Room} */
  const least = { won: null, rule: null, unknown: false };
  for (const rule of asTold(rules, plan)) {
    if (rule.kind !== "cap" || rule.info) continue;
    const won = fit(rule, plan, into, outOf);
    if (won === false) least.unknown = true;
    else if (won !== null && (least.won === null || won < least.won)) {
      Object.assign(least, { won, rule: rule.id });
    }
  }
  return least;
}
