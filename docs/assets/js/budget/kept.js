/**
 * The calculator's plans as its store holds them, and how a place in a plan and what stands there are said.
 */

import { fieldText, namePlace } from "../store/clash-words.js";
import { ANSWERS } from "../verdict-words.js";
import * as draft from "./draft.js";

/** What joining two tabs' drafts may have doubled gets ids of its own. */
function withOwnIds(state) {
  const used = new Set();
  const own = (record) => {
    let { id } = record;
    for (let number = 2; used.has(id); number += 1) id = `${record.id}-${number}`;
    used.add(id);
    return { ...record, id };
  };
  return {
    ...state,
    projects: state.projects.map((project) => ({ ...own(project), lines: project.lines.map(own) })),
  };
}

/** @param {any} data the page's @returns {import("../store/plan-list.js").Content} */
export function content(data) {
  return {
    key: "hyeopchi.budget",
    noun: "계획",
    empty: () => draft.empty(data.editions.at(-1).id),
    read(plain) {
      const { draft: state, problem } = draft.fromStored(plain, data);
      return { state, problem };
    },
    write: draft.toStored,
    titleOf: ({ title }) => title,
    settle: withOwnIds,
    fits(state) {
      const why = draft.tooMany(state);
      return why && `${why} 저장하려면 계획을 나눠 주세요.`;
    },
  };
}

const labelOf = (terms, id) => terms.find((term) => term.id === id)?.label ?? id;

/** Names of places below a project: its own fields, a line, the line's fields. */
function projectPlace([id, ...path], state, data) {
  const project = state.projects.find((one) => one.id === id);
  const [field, lineId, lineField, fund] = path;
  const line = project?.lines.find((one) => one.id === lineId);
  const names = { name: "사업명", part: "부문", lines: null };
  const lineNames = {
    name: "내용",
    kind: "비목",
    subject: "통계목",
    also: "함께 계산할 비목",
    typed: fund && labelOf(data.funds, fund),
  };
  return [
    `‘${project?.name || "이름 없는"}’ 사업`,
    names[field],
    lineId && `‘${line?.name || "이름 없는"}’ 줄`,
    lineNames[lineField],
  ];
}

/** @param {any} data the page's @returns {import("../store/clashes.js").Words} */
export function words(data) {
  const ids = { kind: data.kinds, also: data.kinds, part: data.parts };
  const places = {
    title: () => ["계획 이름"],
    edition: () => ["적용 연도"],
    reading: () => ["해석 기준"],
    choices: ([id]) => [data.choices.find((choice) => choice.id === id)?.label],
    answers: ([rule, field]) => [data.texts[rule]?.label, field === "note" ? "메모" : "답"],
    projects: (path, state) => (path.length > 0 ? projectPlace(path, state, data) : ["사업"]),
  };
  return {
    placeOf: (path, plan) => namePlace(path, plan, places),
    said(value, path) {
      const field = path.slice().reverse().find((step) => typeof step === "string");
      if (field === "answer") return ANSWERS[value] ?? fieldText(value);
      if (field === "edition") return data.editions.find(({ id }) => id === value)?.title ?? fieldText(value);
      return ids[field] && typeof value === "string" ? labelOf(ids[field], value) : fieldText(value);
    },
  };
}
