/**
 * What is known of a package: the plan's sums, the council's numbers, the days, what is typed; each value
 * once, for every paper.
 */

import * as days from "../deadlines/days.js";
import { kindsOf } from "../office/council.js";
import { planCells, total } from "../rules/cells.js";
import { measureOf } from "../rules/terms.js";
import * as packageList from "./list.js";

const NAME = /\{([a-z0-9-]+)(?:\.([^}]+))?\}/g;

/**
 * @typedef {{text: string, open: string[]}} Said a text, and the names of what it lacks
 * @typedef {{edition: string, district: string, older: boolean, plan: any, council: any, mayor: string,
 *   checklist: any, dates: any, texts: Record<string, string>, lists: Record<string, string>, tasks:
 *   Record<string, string>, origins: Record<string, {id: string, label: string}>}} State `origins`: which
 *   kept plan a part was chosen from; it is in no file. `plan` is a draft, `council` a sheet, `checklist` a
 *   plan of checklists, `dates` the planner's choices; null where none is chosen
 */

export const openMark = (what) => `[기재: ${what}]`;

/** Won of one fund as the papers say it, in 천원; null when it is not known or no whole 천원. */
function fundText(plan, fund) {
  const { won, missing } = total(measureOf({ funds: [fund] }), planCells(plan.projects));
  return missing || won % 1000n !== 0n ? null : (won / 1000n).toLocaleString("ko-KR");
}

/** The projects' names by part, a part a line. */
function projectsText(plan, { parts }) {
  const lines = parts.map((
    { id, label },
  ) => [
    label,
    plan.projects.filter(({ part }) => part === id).map(({ name }) => name.trim()).filter(Boolean),
  ]);
  return lines.filter(([, names]) => names.length > 0).map(([label, names]) =>
    `${label}: ${names.join(", ")}`
  ).join("\n");
}

/**
 * People by the kinds of the council's form: from its list, else from the roster.
 * @returns {Record<string, string | null>}
 */
export function councilNumbers(form, rows, view, mayor) {
  const fields = form.blocks.flatMap((block) => block.fields).filter(({ counts }) => counts !== null);
  if (rows.length > 0) {
    return Object.fromEntries(fields.map((field) => [field.id, packageList.counted(rows, field.counts)]));
  }
  if (view === null) return {};
  const kinds = kindsOf(view.figures, mayor);
  const sums = Object.entries(kinds).map((
    [kind, people],
  ) => [
    kind,
    Object.values(people).includes(null)
      ? null
      : String(Object.values(people).reduce((sum, number) => sum + number, 0n)),
  ]);
  return Object.fromEntries(sums);
}

function councilText(form, numbers) {
  const fields = form.blocks.flatMap((block) => block.fields).filter(({ counts }) => counts !== null);
  if (fields.some(({ id }) => !numbers[id])) return null;
  return fields.map(({ id, label }) => `${label} ${numbers[id]}명`).join(", ");
}

function datesText(found) {
  return [...found.dated].sort((one, other) => one.day - other.day).map(({ day, due }) =>
    `${days.korean(day)} ${due.title}`
  ).join("\n");
}

/**
 * Duties that the checklist calls done, in its order, with what was noted of each: the record of how it came
 * about.
 */
function doneText({ items }, { duties }, edition) {
  return duties.filter(({ id, editions }) => editions.includes(edition) && items[id]?.state === "done").map(
    ({ id, group, text }) => {
      const { due, evidence } = items[id];
      const noted = [due && `기한 ${days.korean(days.parse(due))}`, evidence?.trim().replace(/\s+/g, " ")]
        .filter(Boolean).join(", ");
      return `${group}: ${text}${noted ? ` (${noted})` : ""}`;
    },
  ).join("\n");
}

const dayText = (iso) => (iso ? days.korean(days.parse(iso)) : "");

/** Every known value by its name; what is not known is not there. */
export function knownValues(data, state, parts) {
  const found = { district: state.district.trim() };
  if (state.checklist !== null) {
    Object.assign(found, {
      done: doneText(state.checklist, data, state.edition),
      meeting: dayText(state.checklist.meeting),
    });
  }
  if (parts.budget !== null) {
    const { fields } = parts.budget.values;
    Object.assign(found, {
      "budget-both": fields["all.total"],
      "budget-city": fields["all.city"],
      "budget-own": fields["all.own"],
      "budget-outside": fundText(parts.plan.plan, "outside"),
      projects: projectsText(parts.plan.plan, data.calculator),
    });
  }
  if (parts.councilForm) found.council = councilText(parts.councilForm, parts.numbers);
  if (parts.dates !== null) found.dates = datesText(parts.dates);
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text));
}

/**
 * What a pattern comes to. `labelOf` names what it lacks.
 * @param {(id: string, column?: string) => string} textOf
 * @param {(id: string, column?: string) => string} labelOf
 * @returns {Said}
 */
export function compose(pattern, textOf, labelOf) {
  const open = [];
  const text = pattern.replace(NAME, (_, id, column) => {
    const found = textOf(id, column);
    if (found) return found;
    open.push(labelOf(id, column));
    return openMark(labelOf(id, column));
  });
  return { text, open };
}
