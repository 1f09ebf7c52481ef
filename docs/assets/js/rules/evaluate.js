/**
 * Verdicts on a plan: its lines as cells, its choices and grant in the rules, then the one judge (judge.js).
 * The twin of macros/rules/evaluate.py, name by name.
 */

import { isNothing, planCells, total } from "./cells.js";
import { askStatus, factValues } from "./facts.js";
import { judgeCap, verdict } from "./judge.js";
import { ownFact } from "./terms.js";

/** @typedef {import("./judge.js").Verdict} Verdict */

/**
 * The limit as [num, den]; null when it hangs on a choice that the plan has not made.
 * @returns {[bigint, bigint] | null}
 * @param {Rules.Rule} rule
 * @param {Rules.Plan} plan
 */
export function limitOf(rule, plan) {
  if (rule.choice === null) return [rule.readings[0].num, rule.readings[0].den];
  const found = rule.amounts.find(([option]) => option === plan.choices[rule.choice]);
  return found === undefined ? null : [found[1], 1n];
}

/** The reading that the plan asks for, or the guide's. @param {Rules.Rule} rule @param {Rules.Plan} plan */
export function followed(rule, plan) {
  return rule.readings.find((one) => one.id === plan.reading) ?? rule.readings[0];
}

/**
 * What the rule is applied to: the plan, or each project (or `only` this one) that can hold money of the part
 * in some reading.
 */
export function scopes(rule, plan, only = null) {
  if (!rule.each) return [[null, plan.projects]];
  return plan.projects
    .filter((project) => only === null || project.id === only)
    .filter((project) =>
      rule.readings.some(({ part: { parts } }) =>
        !parts.length || project.part === null || parts.includes(project.part)
      )
    )
    .map((project) => [project.id, alone(project)]);
}

const aloneOf = new WeakMap();

/** A project as a list of one, always the same, so that its sums are kept. @param {Rules.Project} project */
function alone(project) {
  if (!aloneOf.has(project)) aloneOf.set(project, [project]);
  return aloneOf.get(project);
}

/**
 * One cap on one scope.
 * @returns {Verdict}
 */
export function evaluateCap(rule, plan, name, projects) {
  const limit = limitOf(rule, plan);
  const cells = planCells(projects);
  if (limit === null) {
    const spent = total(followed(rule, plan).part, cells);
    return verdict(rule.id, isNothing(spent) ? "na" : "unknown", { project: name, part: spent.won });
  }
  const [num, den] = limit;
  const made = rule.choice === null
    ? rule
    : { ...rule, readings: rule.readings.map((one) => ({ ...one, num, den })) };
  return judgeCap(made, followed(made, plan), cells, name);
}

/**
 * One question: does it arise, and what was answered.
 * @returns {Verdict}
 */
function evaluateAsk(rule, plan) {
  const answers = Object.hasOwn(plan.answers, rule.id) ? { [rule.id]: plan.answers[rule.id].answer } : {};
  return verdict(rule.id, askStatus(rule, factValues([ownFact(rule)], planCells(plan.projects), answers)));
}

// A table asks for hundreds of rooms of one plan under the same rules.
const toldOf = new WeakMap();

/**
 * The rules with what the plan itself says of a measure (its grant) in place of a sum.
 * @param {Rules.Rule[]} rules
 * @param {Rules.Plan} plan
 */
export function asTold(rules, plan) {
  if (plan.grant === null) return rules;
  if (!toldOf.has(plan)) toldOf.set(plan, new Map());
  const known = toldOf.get(plan);
  if (!known.has(rules)) {
    known.set(
      rules,
      rules.map((rule) => ({
        ...rule,
        readings: rule.readings.map((one) =>
          one.of?.told ? { ...one, of: { ...one.of, won: plan.grant } } : one
        ),
      })),
    );
  }
  return known.get(rules);
}

/**
 * All verdicts, by rule id, then in the order of the plan's projects.
 * @returns {Verdict[]}
 * @param {Rules.Rule[]} rules
 * @param {Rules.Plan} plan
 */
export function evaluate(rules, plan) {
  return asTold(rules, plan).flatMap((rule) =>
    rule.kind === "ask"
      ? [evaluateAsk(rule, plan)]
      : scopes(rule, plan).map(([name, projects]) => evaluateCap(rule, plan, name, projects))
  );
}
