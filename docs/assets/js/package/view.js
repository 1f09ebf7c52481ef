/**
 * All that follows from a package's state: verdicts of plan and roster, known values, every paper filled,
 * what is missing.
 */

import * as draft from "../budget/draft.js";
import { createStore } from "../budget/store.js";
import * as days from "../deadlines/days.js";
import * as deadlineResult from "../deadlines/result.js";
import { budgetValues } from "../office/budget.js";
import * as sheetState from "../tools/state.js";
import { fillForm, peopleOf } from "./form.js";
import { councilNumbers, knownValues } from "./known.js";
import * as packageMissing from "./missing.js";
import * as packageOutline from "./outline.js";

/**
 * The page's data, its rules loaded.
 * @param {any} data as macros/tools/package.py gives it
 * @param {{assets: string, root: string}} places
 */
export function load(data, places) {
  const { calculator, council, planner } = data;
  const store = createStore(calculator, draft.empty(calculator.editions.at(-1).id), places);
  return {
    ...data,
    places,
    store,
    council: sheetState.load(council),
    planner: deadlineResult.prepare(planner, places.assets),
    labels: labelsOf(data),
  };
}

/** What a value is called: by the first form that asks for it. */
function labelsOf({ forms, known }) {
  const found = new Map(Object.entries(known));
  for (const field of forms.flatMap((form) => form.blocks).flatMap((block) => block.fields)) {
    if (!found.has(field.value)) found.set(field.value, field.label);
  }
  return found;
}

/**
 * The forms that the edition asks for, and those of other editions where they are wanted too; a title may
 * name the plan's year.
 */
function formsOf(data, edition, older) {
  const asked = new Set(edition.asks.flatMap(({ forms }) => forms));
  return data.forms.filter(({ id }) => asked.has(id) || older).map((form) => ({
    ...form,
    title: form.title.replace("{year}", edition.year),
  }));
}

function datesOf(data, choices) {
  const date = choices ? days.parse(choices.date) : null;
  if (date === null) return null;
  const sides = Object.keys(choices.sides).filter((side) => choices.sides[side]);
  const state = { ...choices, date, sides };
  const found = deadlineResult.work(data.planner, state);
  return { ...found, state, told: deadlineResult.remarks(data.planner, state, found) };
}

/** @param {ReturnType<typeof load>} data @param {import("./known.js").State} state */
export function work(data, state) {
  const editionOf = data.editions.find(({ id }) => id === state.edition);
  const forms = formsOf(data, editionOf, state.older);
  const plan = state.plan ? data.store.viewOf(state.plan) : null;
  const roster = state.council ? sheetState.view(data.council, state.council) : null;
  const budget = plan ? budgetValues(plan.plan, data.calculator) : null;
  const dates = datesOf(data, state.dates);
  const people = Object.fromEntries(data.forms.map((form) => [form.id, peopleOf(form, state)]));
  const councilForm = data.forms.find(({ id }) => id === data.councilForm) ?? null;
  const numbers = councilForm
    ? councilNumbers(councilForm, people[data.councilForm], roster, state.mayor)
    : {};
  const known = knownValues(data, state, { plan, budget, dates, councilForm, numbers });
  const textOf = (
    id,
    column,
  ) => (column ? (state.texts[`${id}.${column}`] ?? "").trim() : known[id] ?? (state.texts[id] ?? "").trim());
  const labelOf = (id, column) => [data.labels.get(id) ?? id, column].filter(Boolean).join(" ");
  const view = {
    state,
    editionOf,
    forms,
    plan,
    roster,
    budget,
    dates,
    people,
    councilForm,
    numbers,
    known,
    textOf,
    labelOf,
  };
  const filled = new Map(
    forms.map((
      form,
    ) => [
      form.id,
      form.outline.length > 0 ? packageOutline.fillOutline(form, view, data) : fillForm(form, view),
    ]),
  );
  const whole = { ...view, filled };
  return { ...whole, missing: packageMissing.missing(whole, data) };
}
