/**
 * What is so, and what it breaks: facts as answered or worked out, questions as verdicts. The twin of
 * macros/rules/facts.py.
 */

import { doubted } from "./bounds.js";
import { isNothing, total } from "./cells.js";

// How sure something is. Together the least sure counts, of several ways the surest.
export const SURE = { no: 0, maybe: 1, yes: 2 };
const UNKNOWN = "unknown";
const NOT_ASKED = "na";

/**
 * Each fact's answer, "unknown", or "na" where it is not asked. `wrong`: fields whose numbers contradict
 * others. `entered`: whether anything stands for a subject, where that counts.
 * @returns {Record<string, string>}
 * @param {Rules.Cell[]} cells
 */
export function factValues(facts, cells, answers, wrong = new Set(), entered = null) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const fact of facts) {
    found[fact.id] = valueOf(fact, found, cells, answers, wrong, entered === null || entered[fact.subject]);
  }
  return found;
}

/** @param {Rules.Cell[]} cells */
function valueOf(fact, found, cells, answers, wrong, entered) {
  if (fact.only_if.some(([other, wanted]) => found[other] !== UNKNOWN && !wanted.includes(found[other]))) {
    return NOT_ASKED;
  }
  const usable = doubted(
    cells,
    wrong,
    [fact.asked_when, fact.answered_by].filter((measure) => measure !== null),
  );
  if (fact.asked_when !== null) {
    const when = total(fact.asked_when, usable);
    if (isNothing(when) || (when.blank && !entered)) return NOT_ASKED;
  }
  const known = fact.answered_by === null ? null : total(fact.answered_by, usable);
  if (known !== null && !known.blank) return known.missing ? UNKNOWN : known.won ? "yes" : "no";
  const answer = Object.hasOwn(answers, fact.id) ? answers[fact.id] : UNKNOWN;
  return fact.answers.includes(answer) ? answer : UNKNOWN;
}

/** How sure it is that the fact is one of the wanted answers; "unknown" may be wanted itself. */
export function isSo(value, wanted) {
  if (wanted.includes(value)) return SURE.yes;
  return value === UNKNOWN ? SURE.maybe : SURE.no;
}

/** The facts that a question looks at. @param {Rules.Rule} rule */
export function factsOf(rule) {
  return [...new Set(rule.violated_when.flatMap((entry) => entry.map(([fact]) => fact)))];
}

/** How sure it is that the facts break the rule. @param {Rules.Rule} rule */
function broken(rule, facts) {
  return Math.max(
    ...rule.violated_when.map((entry) =>
      Math.min(...entry.map(([fact, answer]) => isSo(facts[fact], [answer])))
    ),
  );
}

/**
 * A question's verdict: na where it does not apply, or where nothing of what breaks it can arise.
 * @param {Rules.Rule} rule
 */
export function askStatus(rule, facts) {
  if (rule.given.some(([fact, answer]) => isSo(facts[fact], [answer]) === SURE.no)) return "na";
  if (rule.violated_when.every((entry) => entry.some(([fact]) => facts[fact] === NOT_ASKED))) return "na";
  return ["ok", "unknown", "fail"][broken(rule, facts)];
}
