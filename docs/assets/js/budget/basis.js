/**
 * What a plan's verdicts rest on: the edition's sources, and the grant that the city has told.
 */

import { planCells, total } from "../rules/cells.js";
import { won } from "./words.js";

/**
 * What must be known of the sources of an edition.
 * @returns {{mark: string, text: string, formal: string, rules: string[]}[]}
 * @param {Budget.Data} data
 */
export function basesOf(data, edition) {
  return data.editions.find(({ id }) => id === edition)?.bases ?? [];
}

/** Where a rule stands, with the mark of what its edition rests on: `… 143쪽 · 개정 전 운영지침 기준`. */
export function clauseIn(data, edition, rule) {
  const mark = basesOf(data, edition).find(({ rules }) => rules.includes(rule))?.mark;
  return mark ? `${data.texts[rule].clause} · ${mark}` : data.texts[rule].clause;
}

/** The measure that a plan may tell itself (its grant), or undefined when no rule of the edition needs it. */
export function toldMeasure(rules) {
  return rules.flatMap((rule) => rule.readings).map(({ of }) => of).find((measure) => measure?.told);
}

/** How the plan's city money stands to the grant that the city has told, or null. @param {Rules.Plan} plan */
export function grantNote(rules, plan) {
  const measure = toldMeasure(rules);
  if (!measure || plan.grant === null) return null;
  const spent = total(measure, planCells(plan.projects));
  if (spent.won === plan.grant || (spent.won === 0n && !spent.missing)) return null;
  const gap = spent.won > plan.grant
    ? `${won(spent.won - plan.grant)} 많아요`
    : `${won(plan.grant - spent.won)} 적어요`;
  return `계획의 시비 합계 ${won(spent.won)}이 통보받은 시비 지원금 ${won(plan.grant)}보다 ${gap}.`;
}

/**
 * All that is said once beside the verdicts.
 * @returns {string[]}
 * @param {Budget.View} view
 * @param {Budget.Data} data
 */
export function notes(view, data) {
  const told = grantNote(view.rules, view.plan);
  return [...basesOf(data, view.draft.edition).map(({ text }) => text), ...(told === null ? [] : [told])];
}
