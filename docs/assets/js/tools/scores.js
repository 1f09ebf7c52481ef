/**
 * A scoring sheet as it was typed, and what follows from it: standings, what is missing, errors.
 */

import { standings } from "../rules/priorities.js";
import { parse } from "./number.js";

export const TOP = { id: "top", label: "만점", unit: "count", least: 1, most: 100 };

export const WEIGHT = { unit: "count", least: 0, most: 100 };

export function empty(data) {
  return {
    tool: data.tool,
    title: "",
    top: data.top,
    weights: {},
    agendas: [newAgenda(), newAgenda(), newAgenda()],
  };
}

export function fromExample(data, { title, weights, agendas }) {
  return { ...empty(data), title, weights: { ...weights }, agendas: structuredClone(agendas) };
}

export function newAgenda() {
  return { name: "", scores: {} };
}

export function weightText(state, id) {
  return state.weights[id] ?? "1";
}

export function isBlank(agenda) {
  return !agenda.name.trim() && Object.values(agenda.scores).every((text) => text.trim() === "");
}

/**
 * What follows from the state: standings of the agendas that are there, by weights and by equal weights, and
 * errors.
 */
export function view(data, state) {
  const top = parse(state.top, TOP);
  const score = { unit: "count", least: 0, most: top.value === null ? null : Number(top.value) };
  const weights = data.criteria.map(({ id }) => parse(weightText(state, id), WEIGHT));
  const rows = state.agendas.map((agenda, index) => ({ agenda, index })).filter(({ agenda }) =>
    !isBlank(agenda)
  );
  const scores = rows.map(({ agenda }) =>
    data.criteria.map(({ id }) => parse(agenda.scores[id] ?? "", score))
  );
  const errors = [
    ...problem("hg-top", TOP.label, top),
    ...weights.flatMap((one, at) =>
      problem(`hg-weight-${data.criteria[at].id}`, `${data.criteria[at].name} 가중치`, one)
    ),
    ...scores.flatMap((row, at) =>
      row.flatMap((one, column) =>
        problem(
          `hg-score-${rows[at].index}-${data.criteria[column].id}`,
          `${nameOf(rows[at])} ${data.criteria[column].name}`,
          one,
        )
      )
    ),
  ];
  const known = top.value !== null && weights.every(({ value }) => value !== null);
  const values = scores.map((row) => row.map(({ value }) => value));
  const rank = (chosen) => known ? standings(chosen, top.value, values) : null;
  return {
    state,
    score,
    rows,
    errors,
    criteria: data.criteria.length,
    missing: values.map((row) => data.criteria.filter((_, at) => row[at] === null).map(({ name }) => name)),
    standings: rank(weights.map(({ value }) => value)),
    equal: rank(weights.map(() => 1n)),
  };
}

function problem(target, label, { error }) {
  return error ? [{ target, label, message: error }] : [];
}

export function nameOf({ agenda, index }) {
  return agenda.name.trim() || `${index + 1}번째 의제`;
}
