/**
 * Which items are shown: by step, role, state and due date. Chips of one row widen the choice, rows narrow
 * it.
 */

import { h, setText } from "../dom.js";
import { particle } from "../particle.js";
import { button } from "../store/dialog.js";
import { isClosed, isLate, ROLES, stateOf, STATES, today } from "./entry.js";

const DUES = [{ id: "late", label: "지남" }, { id: "week", label: "7일 이내" }, {
  id: "month",
  label: "30일 이내",
}, { id: "undated", label: "기한 없음" }];
const GROUNDS = [{ id: "duty", label: "의무만" }, { id: "stated", label: "근거에 있는 것만" }];

/** Whether an open item is due within so many days from today. @param {Checks.Entry | undefined} entry */
function isWithin(entry, days) {
  if (!entry?.due || isClosed(entry)) return false;
  const left = (Date.parse(entry.due) - Date.parse(today())) / 86_400_000;
  return left >= 0 && left <= days;
}

const FITS = {
  step: (item, _entry, id) => item.group.key === id,
  role: (item, _entry, id) => item.role === id,
  state: (_item, entry, id) => stateOf(entry) === id,
  due: (_item, entry, id) =>
    ({
      late: () => isLate(entry),
      week: () => isWithin(entry, 7),
      month: () => isWithin(entry, 30),
      undated: () => !entry?.due,
    })[id](),
  grounds: (item, _entry, id) => item.basis === "stated" && (id === "stated" || item.force === "must"),
};

/**
 * @param {any} chosen {step: Set, role: Set, state: Set, due: Set, grounds: Set}
 * @param {Checks.Item} item
 * @param {Checks.Entry | undefined} entry
 */
export function fits(item, entry, chosen) {
  return Object.entries(chosen).every(([kind, ids]) =>
    ids.size === 0 || [...ids].some((id) => FITS[kind](item, entry, id))
  );
}

function chips(label, terms, ids, onChange) {
  const made = terms.map(({ id, label: text }) =>
    button(
      text,
      () => {
        if (!ids.delete(id)) ids.add(id);
        onChange();
      },
      "chip",
      { "data-chip": id },
    )
  );
  const element = h(
    "div",
    { class: "hg-filters__row", role: "group", "aria-label": `${label}${particle(label, "으로/로")} 고르기` },
    h("span", { class: "hg-filters__label", "aria-hidden": "true" }, label),
    ...made,
  );
  const words = () => terms.filter(({ id }) => ids.has(id)).map(({ label: text }) => text).join(", ");
  return {
    element,
    words: () => (ids.size > 0 ? `${label}: ${words()}` : ""),
    show: () => made.forEach((one) => one.setAttribute("aria-pressed", String(ids.has(one.dataset.chip)))),
  };
}

/**
 * @param {any} store
 * @param {{id: string, element: HTMLElement}[]} items
 * @param {{show: (shown: Set<string>) => void}[]} sections the parts of the page that go when none of their
 *   items is shown
 * @param {() => void} onShow
 */
export function createFilters(store, items, sections, onShow) {
  const chosen = { step: new Set(), role: new Set(), state: new Set(), due: new Set(), grounds: new Set() };
  const result = h("p", { class: "hg-filters__result", role: "status" });
  const paper = h("p", { class: "hg-filters__paper" });
  const clear = button("모두 보기", () => {
    Object.values(chosen).forEach((ids) => ids.clear());
    show();
    summary.focus();
  }, "quiet");
  const used = new Set(items.map(({ id }) => store.guide.items.get(id).role));
  const steps = store.guide.own.groups.map(({ key, title }) => ({ id: key, label: title }));
  const rows = [
    chips("단계", steps, chosen.step, show),
    chips("담당", ROLES.filter(({ id }) => used.has(id)), chosen.role, show),
    chips("상태", STATES, chosen.state, show),
    chips("기한", DUES, chosen.due, show),
    chips("근거", GROUNDS, chosen.grounds, show),
  ];
  const summary = h("summary", {}, "골라 보기");
  const element = h(
    "details",
    { class: "hg-filters", open: globalThis.matchMedia("(min-width: 60em)").matches },
    summary,
    ...rows.map((row) => row.element),
    h("div", { class: "hg-filters__row" }, result, clear),
  );

  /** What was chosen, for paper, where nothing else says that items are missing. */
  function chosenWords(shown) {
    const words = rows.map((row) => row.words()).filter(Boolean);
    return words.length > 0
      ? `선택한 조건(${words.join(" · ")}): ${items.length}가지 가운데 ${shown}가지`
      : "";
  }

  const shownIds = () =>
    items.filter(({ id }) => fits(store.guide.items.get(id), store.plan.items[id], chosen)).map(({ id }) =>
      id
    );

  function show() {
    const shown = new Set(shownIds());
    for (const item of items) item.element.hidden = !shown.has(item.id);
    for (const section of sections) section.show(shown);
    rows.forEach((row) => row.show());
    const narrowed = shown.size < items.length;
    clear.hidden = !Object.values(chosen).some((ids) => ids.size > 0);
    onShow();
    setText(summary, clear.hidden ? "골라 보기" : `골라 보기: ${shown.size}가지`);
    setText(
      result,
      clear.hidden
        ? ""
        : shown.size === 0
        ? "선택한 조건에 맞는 항목이 없어요."
        : narrowed
        ? `${items.length}가지 가운데 ${shown.size}가지를 보여 줘요.`
        : "모든 항목이 조건에 맞아요.",
    );
    setText(paper, chosenWords(shown.size));
  }
  /** Shows one step alone, or all of them. @param {string | null} key */
  function only(key) {
    chosen.step.clear();
    if (key) chosen.step.add(key);
    show();
  }
  return {
    element,
    only,
    paper,
    show,
    steps: chosen.step,
    shown: () => ({ ids: new Set(shownIds()), words: chosenWords(shownIds().length) }),
  };
}
