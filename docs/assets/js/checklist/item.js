/**
 * One item: its state in four words, and folded: who, by when, note, evidence.
 */

import { h, setText } from "../dom.js";
import { button, field } from "../store/dialog.js";
import { dateText, FIELDS, isLate, stateOf, STATES } from "./entry.js";
import * as file from "./file.js";

const SAVE_AFTER = 300; // ms of quiet before what is typed is kept

/** Four words to choose from, one of them chosen. */
function stateControl(id, textId, onChange) {
  const inputs = STATES.map((state) =>
    h("input", {
      type: "radio",
      class: "hg-state__input",
      name: `state-${id}`,
      value: state.id,
      onchange: () => onChange(state.id),
    })
  );
  const element = h(
    "div",
    { class: "hg-state", role: "radiogroup", "aria-labelledby": textId },
    ...STATES.map((state, index) =>
      h(
        "label",
        { class: "hg-state__choice", "data-state": state.id },
        inputs[index],
        h("span", {}, state.label),
      )
    ),
  );
  return {
    element,
    show: (state) => {
      for (const input of inputs) input.checked = input.value === state;
    },
  };
}

/** A field that keeps what is typed shortly after, and at once when it is left. */
function keptField(store, id, name, label, control, help) {
  let timer = 0;
  let base = "";

  function keep() {
    clearTimeout(timer);
    timer = 0;
    const typed = control.value.trim();
    if (typed === base) return;
    const stands = store.set(id, name, typed, base);
    base = stands;
    if (stands !== typed) control.value = stands;
  }
  control.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, SAVE_AFTER);
  });
  control.addEventListener("change", keep);
  globalThis.addEventListener("pagehide", keep);
  return {
    element: field(label, control, help),
    show(value) {
      if (timer !== 0) return; // being typed: it is compared with what stands when it is kept
      base = value;
      if (control.value.trim() !== value) control.value = value;
    },
  };
}

function fieldsOf(store, id) {
  const area = () => h("textarea", { rows: "3", maxlength: String(file.MOST.note) });
  return {
    who: keptField(
      store,
      id,
      "who",
      "담당",
      h("input", { type: "text", maxlength: String(file.MOST.who), autocomplete: "off" }),
    ),
    due: keptField(
      store,
      id,
      "due",
      "기한",
      h("input", { type: "date", min: "2000-01-01", max: "2099-12-31" }),
    ),
    note: keptField(store, id, "note", "메모", area()),
    evidence: keptField(
      store,
      id,
      "evidence",
      "증빙",
      area(),
      "무엇이 어디에 있는지 적어요. 예: 3차 회의록, 사무국 공유 폴더",
    ),
  };
}

/** What is noted, in one line. @param {Checks.Entry | undefined} entry */
function summaryOf(entry) {
  const parts = [
    entry?.who && `담당 ${entry.who}`,
    entry?.due && `기한 ${dateText(entry.due)}${isLate(entry) ? " 지났어요" : ""}`,
    entry?.note && "메모 있음",
    entry?.evidence && "증빙 있음",
  ].filter(Boolean);
  return parts.join(" · ") || "담당·기한·메모·증빙 적기";
}

/** All that is noted, for paper, where nothing unfolds. @param {Checks.Entry | undefined} entry */
function wordsOf(entry) {
  const words = { ...entry, due: entry?.due && dateText(entry.due) };
  return ["who", "due", "note", "evidence"].filter((name) => words[name]).map((name) =>
    `${FIELDS[name]}: ${words[name]}`
  ).join("\n");
}

/** Where the item came from, until the reader has seen it. */
function movedNote(store, id) {
  const text = h("span", {});
  const element = h(
    "p",
    { class: "hg-check__moved", hidden: true },
    text,
    " ",
    button("확인했어요", () => store.set(id, "move", "", undefined), "quiet"),
  );
  return {
    element,
    show(key) {
      const move = store.guide.moves.find((one) => one.id === key);
      element.hidden = !move;
      if (move) {
        setText(
          text,
          `${move.edition}년판에서 바뀐 항목이에요. ${move.note} 표시와 메모를 이어받았으니 맞는지 확인해 주세요.`,
        );
      }
    },
  };
}

/**
 * Serves one item of the page.
 * @param {any} store
 * @param {HTMLElement} element the item as the template wrote it
 */
export function createItem(store, element) {
  const id = element.dataset.item;
  const words = element.querySelector(".hg-check__text");
  const state = stateControl(id, words.id, (value) => store.set(id, "state", value));
  const summary = h("summary", { class: "hg-check__summary" });
  const fold = h("details", { class: "hg-check__fold" }, summary);
  const paper = h("p", { class: "hg-check__paper" });
  const moved = movedNote(store, id);
  let fields = null;
  let shown = null;

  function show() {
    const entry = store.plan.items[id];
    if (entry === shown) return;
    shown = entry;
    state.show(stateOf(entry));
    element.dataset.state = stateOf(entry);
    element.toggleAttribute("data-late", isLate(entry));
    setText(summary, summaryOf(entry));
    setText(paper, wordsOf(entry));
    moved.show(entry?.move);
    for (const name of Object.keys(fields ?? {})) fields[name].show(entry?.[name] ?? "");
  }
  fold.addEventListener("toggle", () => {
    if (fields) return;
    fields = fieldsOf(store, id);
    fold.append(h("div", { class: "hg-check__fields" }, ...Object.values(fields).map((one) => one.element)));
    for (const name of Object.keys(fields)) fields[name].show(store.plan.items[id]?.[name] ?? "");
  });
  words.after(moved.element, h("div", { class: "hg-check__control" }, state.element, fold), paper);
  shown = {};
  show();
  return { id, element, show };
}
