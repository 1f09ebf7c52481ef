/**
 * The projects as cards, each with a table of lines. Cards and lines are made once and then only updated, so
 * that focus stays where the reader types; what is deleted can be brought back.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { format, readBack } from "../money.js";
import { planCells, total } from "../rules/cells.js";
import { measureOf } from "../rules/terms.js";
import * as slices from "../slices.js";
import * as draft from "./draft.js";
import { createLine } from "./line.js";
import { lineTables } from "./line-tables.js";

/**
 * A list of parts kept in step with `records`: `make` builds one, `fill` all of them piece by piece; deleting
 * moves focus on and can be taken back.
 * @param {Budget.Store} store
 * @param {{insertBefore: (part: HTMLElement, next: HTMLElement | null) => void}} parent
 * @param {() => void} [tidy] after a deletion
 */
function keyedList(store, parent, records, make, label, elsewhere, tidy = () => {}) {
  const parts = new Map();

  /** What the part of a record stands before: the next that is there already. */
  function following(record) {
    const next = records.slice(records.indexOf(record) + 1).find(({ id }) => parts.has(id));
    return next ? parts.get(next.id).element : null;
  }
  function add(record) {
    const part = make(record, () => remove(record));
    parent.insertBefore(part.element, parts.size === 0 ? null : following(record));
    parts.set(record.id, part);
    part.update(store.view);
    return part;
  }
  function remove(record) {
    const index = records.indexOf(record);
    parts.get(record.id).element.remove();
    parts.delete(record.id);
    tidy();
    store.change(() => records.splice(index, 1), { label: `${label(record)} 삭제`, focus: record.id });
    store.notice(`${label(record)}을 지웠어요.`, { undo: true });
    const next = parts.get((records[index] ?? records[index - 1])?.id);
    if (next) next.focus();
    else elsewhere();
  }
  return {
    /** Builds what is not there yet; what was deleted meanwhile is left out. */
    *fill() {
      for (const record of [...records]) {
        if (parts.has(record.id) || !records.includes(record)) continue;
        const part = add(record);
        yield;
        if (part.fill) yield* part.fill();
      }
    },
    /** Adds a new record at the end. */
    append(record) {
      store.change(() => records.push(record), { label: `${label(record)} 추가` });
      const part = add(record);
      for (const _ of part.fill?.() ?? []);
      return part;
    },
    update: (view) => parts.forEach((part) => part.update(view)),
  };
}

/** Says why no further project or line fits. @param {Budget.Store} store */
function refused(store, projects) {
  const why = draft.tooMany(store.draft, projects, 1);
  if (why !== null) store.notice(`${why} 더 적으려면 계획을 나눠 주세요.`, { problem: true });
  return why !== null;
}

/**
 * @returns {{element: HTMLElement, focus: () => void, fill: () => Generator<void>, update: (view: any) =>
 *   void}}
 * @param {Budget.Store} store
 */
function createProject(store, project, remove) {
  const { data } = store;
  const heading = h("h3", { class: "hg-project__title" });
  const sum = h("p", { class: "hg-project__sum" });
  const nameId = uniqueId("name");
  const partId = uniqueId("part");
  const name = h("input", {
    id: nameId,
    type: "text",
    value: project.name,
    maxlength: "80",
    autocomplete: "off",
    oninput: () =>
      store.change(() => {
        project.name = name.value;
      }),
  });
  const part = select(data.parts, project.part, "부문 고르기", {
    id: partId,
    onchange: () =>
      store.change(() => {
        project.part = part.value || null;
      }),
  });
  const removeButton = h(
    "button",
    { type: "button", class: "md-button hg-quiet", onclick: remove },
    "사업 삭제",
  );
  const tables = lineTables(data.funds);
  const addButton = h("button", { type: "button", class: "md-button", onclick: addLine }, "줄 넣기");
  const element = h(
    "article",
    { class: "hg-project", "data-key": project.id },
    h("header", { class: "hg-project__head" }, heading, removeButton),
    h(
      "div",
      { class: "hg-project__fields" },
      h("div", { class: "hg-calc__field" }, h("label", { for: nameId }, "사업명"), name),
      h("div", { class: "hg-calc__field" }, h("label", { for: partId }, "부문"), part),
    ),
    tables.element,
    h("footer", { class: "hg-project__foot" }, addButton, sum),
  );
  const lines = keyedList(
    store,
    tables,
    project.lines,
    (line, removeLine) => createLine(store, project, line, removeLine),
    (line) => `‘${line.name || "이름 없는"}’ 줄`,
    () => addButton.focus(),
    tables.tidy,
  );

  function addLine() {
    if (refused(store, 0)) return;
    lines.append(draft.newLine(store.draft)).focus();
  }

  /** @param {Budget.View} view */
  function update(view) {
    const number = store.draft.projects.indexOf(project) + 1;
    setText(heading, `${number}. ${project.name || "이름 없는 사업"}`);
    tables.name(`${number}번 사업의 줄`);
    element.setAttribute("aria-label", heading.textContent);
    removeButton.setAttribute("aria-label", `${project.name || "이름 없는 사업"} 사업 삭제`);
    const inPlan = view.plan.projects.find(({ id }) => id === project.id);
    const { won, missing } = total(measureOf(), planCells(inPlan ? [inPlan] : []));
    setText(
      sum,
      `사업 합계 ${format(won)}원${won >= 10000n ? ` (${readBack(won)})` : ""}${missing ? " + 미정" : ""}`,
    );
    lines.update(view);
  }

  return { element, update, fill: lines.fill, focus: () => name.focus() };
}

/** @returns {HTMLElement} @param {Budget.Store} store */
function projects(store, loadExample) {
  const list = h("div", { class: "hg-projects" });
  const addButton = h("button", { type: "button", class: "md-button", onclick: addProject }, "사업 넣기");
  const start = h(
    "div",
    { class: "hg-calc__empty" },
    h(
      "p",
      {},
      h("strong", {}, "먼저 사업을 하나 넣어 주세요."),
      " 사업마다 부문을 고르고, 줄마다 비목과 금액을 적으면 오른쪽(휴대전화에서는 아래)에서 바로 판정해요.",
    ),
    h(
      "p",
      {},
      "어떻게 쓰는지 보려면 예시를 불러오세요. ",
      h("button", { type: "button", class: "md-button", onclick: showExample }, "예시 불러오기"),
    ),
  );
  const heading = h("h2", { tabindex: "-1" }, "사업과 금액");
  const root = h(
    "section",
    { class: "hg-calc__projects" },
    heading,
    h(
      "p",
      { class: "hg-calc__help" },
      "금액은 1,234,000 · 1,200만원 · 12,000천원처럼 적어도 돼요. 아직 모르는 금액은 ‘미정’이라고 적어 주세요.",
    ),
    start,
    list,
    h("p", {}, addButton),
  );
  let cards;
  let building;

  function showExample() {
    loadExample();
    heading.focus(); // the button is gone with the words around it
  }
  function addProject() {
    if (refused(store, 1)) return;
    const project = { id: draft.freeId(store.draft, "p"), name: "", part: null, lines: [] };
    project.lines.push(draft.newLine(store.draft));
    cards.append(project).focus();
  }
  function build() {
    building?.stop();
    list.replaceChildren();
    cards = keyedList(
      store,
      list,
      store.draft.projects,
      (project, remove) => createProject(store, project, remove),
      (project) => `‘${project.name || "이름 없는"}’ 사업`,
      () => addButton.focus(),
    );
    building = slices.run(cards.fill(), list);
  }
  /** The field of a record that is to have the focus, though it may not be built yet. */
  function focus(key) {
    const field = () => list.querySelector(`[data-key="${CSS.escape(key)}"] :is(input, textarea)`);
    building.finish(() => field() !== null);
    field()?.focus();
  }
  store.on("replace", build);
  store.on("focus", focus);
  store.on("change", (view) => {
    cards.update(view);
    start.hidden = view.draft.projects.length > 0;
  });
  build();
  start.hidden = store.draft.projects.length > 0;
  return root;
}

export { projects as budgetProjects };
