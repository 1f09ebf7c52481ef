/**
 * Verdicts on a sheet: its fields as cells, what contradicts itself set aside, then the one judge (judge.js).
 * The twin of macros/rules/figures.py, name by name.
 *
 * A field that is left out is blank. Nothing entered for a subject is na, something missing is unknown: never
 * a pass.
 */

import { bounds, contradictions, doubted, possible } from "./bounds.js";
import { isNothing, sheetCells, total } from "./cells.js";
import { askStatus, factValues } from "./facts.js";
import { judgeBand, judgeCap, verdict } from "./judge.js";

/** All measures that a rule on numbers looks at. @param {Rules.Rule} rule */
export function lookedAt(rule) {
  return [...rule.readings.flatMap(({ part, of }) => [part, of]), rule.asked_when].filter((measure) =>
    measure !== null
  );
}

/**
 * All verdicts, by rule id, and the facts that they rest on. `answers` by fact (a rule's own question has the
 * rule's id); `chosen` readings by rule.
 * @param {import("./cells.js").Figures} figures
 * @returns {{verdicts: import("./judge.js").Verdict[], facts: Record<string, string>}}
 */
export function evaluateFigures(sheet, figures, answers, chosen) {
  const anything = sheet.together && (Object.keys(figures).length > 0 ||
    sheet.facts.some(({ id }) => Object.hasOwn(answers, id) && answers[id] !== "unknown"));
  const entered = Object.fromEntries(
    sheet.subjects.map(([subject, fields]) => [
      subject,
      anything || fields.some((field) => Object.hasOwn(figures, field)),
    ]),
  );
  const cells = sheetCells(figures);
  const failing = contradictions(sheet.checks, cells);
  const wrong = new Set(failing.flatMap((check) => check.part.fields));
  const kept = sheet.checks.filter((check) => !failing.includes(check));
  const facts = factValues(sheet.facts, cells, answers, wrong, entered);
  const verdicts = sheet.rules.map((rule) => {
    if (rule.kind === "ask") return verdict(rule.id, askStatus(rule, facts));
    if (!entered[rule.subject]) return verdict(rule.id, "na");
    return compare(
      rule,
      doubted(cells, wrong, lookedAt(rule)),
      kept,
      Object.hasOwn(chosen, rule.id) ? chosen[rule.id] : undefined,
    );
  });
  return { verdicts, facts };
}

function compare(rule, cells, checks, chosen) {
  if (rule.asked_when !== null && isNothing(total(rule.asked_when, cells))) return verdict(rule.id, "na");
  const followed = rule.readings.find(({ id }) => id === chosen) ?? rule.readings[0];
  const limits = bounds(checks, cells);
  /** @param {Rules.Comparison} reading */
  const left = (reading) => possible(rule.rows, reading, cells, limits);
  return rule.kind === "band"
    ? judgeBand(rule, followed, cells, left)
    : judgeCap(rule, followed, cells, null, left);
}
