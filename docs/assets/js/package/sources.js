/**
 * Where a package's parts come from: what the tools keep in this browser (read only), and their files.
 */

import * as draft from "../budget/draft.js";
import * as budgetKept from "../budget/kept.js";
import * as file from "../checklist/file.js";
import { nameOf, open as openFile } from "../checklist/file.js";
import * as moves from "../checklist/moves.js";
import * as plannerKept from "../deadlines/kept.js";
import { demand, guarded } from "../gate/limits.js";
import { fromFile } from "../gate/sources.js";
import * as plan from "../plan.js";
import { fromJson } from "../plan.js";
import * as storage from "../storage.js";
import { Kept } from "../store/kept.js";
import { planList } from "../store/plan-list.js";
import * as sheetFile from "../tools/file.js";
import * as sheetKept from "../tools/kept.js";
import * as sheetState from "../tools/state.js";

/**
 * @typedef {{id?: string, label: string, value: any}} Choice `id`: of the plan that is kept; none for what a
 *   file brought
 */

/** The plans that a tool keeps, without those of which nothing is filled. @returns {Choice[]} */
function kept(content, isBlank) {
  const kind = planList(content);
  return new Kept(kind).plans.filter(({ state }) => !isBlank(state)).map((plan) => ({
    id: plan.id,
    label: kind.nameOf(plan),
    value: plan.state,
  }));
}

/** The planner's form as nobody has touched it. @returns {import("../deadlines/kept.js").Choices} */
export function noDates({ sides, deadlines }) {
  return {
    from: deadlines[0].id,
    date: "",
    name: "",
    sides: Object.fromEntries(sides.map(({ id }) => [id, true])),
    rest: "earlier",
    city: true,
  };
}

/** The checklists' plans in this guide's ids. @returns {Choice[]} */
function checklists(data) {
  const { value } = storage.read(file.FORMAT);
  if (value === null) return [];
  const { revision: _revision, undecided: _undecided, ...plain } = value;
  const { document } = file.fromJson(plain);
  return (document?.plans ?? []).filter(({ items }) => Object.keys(items).length > 0)
    .map((plan) => ({ id: plan.id, label: file.nameOf(plan), value: moves.apply(plan, data.moves).plan }));
}

/**
 * Everything that can be chosen.
 * @param {any} data
 * @returns {Record<"plan" | "council" | "checklist" | "dates", Choice[]>}
 */
export function choices(data) {
  return {
    plan: kept(budgetKept.content(data.calculator), ({ projects }) => projects.length === 0),
    council: kept(
      sheetKept.content(data.council, () => sheetState.empty(data.council)),
      ({ values }) => Object.values(values).every((text) => text.trim() === ""),
    ),
    checklist: checklists(data),
    dates: kept(plannerKept.content(data.planner, noDates(data.planner)), ({ date }) => date === ""),
  };
}

/**
 * What opens a tool's file: a choice, or a sentence.
 * @type {Record<string, (file: File, data: any) => Promise<{value: Choice | null, problem: string | null}>>}
 */
export const openers = {
  plan: (file, { calculator }) =>
    fromFile(file, (plain) => {
      const { plan } = fromJson(plain, calculator);
      return { label: plan.title || file.name, value: draft.fromPlan(plan) };
    }, plan.BROKEN),
  council: (file, { council }) =>
    fromFile(file, (plain) => {
      const value = sheetFile.read(plain, council);
      return { label: value.title || file.name, value };
    }, sheetFile.BROKEN),
  async checklist(file, data) {
    const { document, problem } = await openFile(file);
    if (problem !== null) return { value: null, problem };
    return guarded(() => {
      const plan = document.plans.find(({ id }) => id === document.current) ?? document.plans[0];
      demand(plan, "이 파일에는 계획이 없어요.");
      return { label: nameOf(plan), value: moves.apply(plan, data.moves).plan };
    });
  },
};
