/**
 * Further kinds of cost of a line (민간이전 that pays staff): offered where the line's 비목 may hold them, out of
 * sight elsewhere.
 */

import { h } from "../dom.js";

/** What a 비목 offers. @returns {{id: string, label: string, help: string}[]} */
function offeredBy(kinds, kind) {
  return kinds.find(({ id }) => id === kind)?.also ?? [];
}

/** What stands on the line, after what its 비목 offers: a file may hold more than is offered. */
function choicesOf(line, kinds) {
  const offered = offeredBy(kinds, line.kind);
  const more = line.also.filter((kind) => kind !== line.kind && !offered.some(({ id }) => id === kind));
  return [
    ...offered,
    ...kinds.filter(({ id }) => more.includes(id)).map(({ id, label }) => ({
      id,
      label: `${label} 포함`,
      help: "",
    })),
  ];
}

/** The line's kinds, in words: `민간이전(인건비 포함)`. */
export function kindText(line, kinds, none) {
  const label = kinds.find(({ id }) => id === line.kind)?.label ?? none;
  const marks = choicesOf(line, kinds).filter(({ id }) => line.also.includes(id)).map((choice) =>
    choice.label
  );
  return marks.length ? `${label}(${marks.join(", ")})` : label;
}

/** The 비목 with the 통계목 that was written for it, as the forms name it first: `사무관리비(그 밖의 사업비)`. */
export function subjectText(line, kinds, none) {
  const kind = kindText(line, kinds, none);
  return line.subject ? `${line.subject}(${kind})` : kind;
}

/** Another 비목 keeps the further kinds that it offers too. */
export function setKind(line, kinds, kind) {
  const offered = offeredBy(kinds, kind);
  line.kind = kind;
  line.also = line.also.filter((each) => offered.some(({ id }) => id === each));
}

/**
 * The row below a line's fields; `update` follows the line.
 * @returns {{element: HTMLElement, update: () => void}}
 * @param {Budget.Store} store
 */
export function furtherRow(store, line, columns) {
  const { kinds } = store.data;
  const cell = h("td", { colspan: String(columns) });
  const element = h("tr", { class: "hg-line__further" }, cell);
  let shown = null;

  function toggle(id, wanted) {
    store.change(() => {
      line.also = wanted ? [...line.also, id] : line.also.filter((each) => each !== id);
    }, { label: "비목 표시 변경" });
  }
  function mark({ id, label, help }) {
    const checked = line.also.includes(id);
    const box = h("input", { type: "checkbox", checked, onchange: () => toggle(id, box.checked) });
    return h("label", {}, box, h("span", {}, label), checked && help ? h("small", {}, help) : null);
  }
  function update() {
    const choices = choicesOf(line, kinds);
    const now = [line.kind, ...line.also, ...choices.map(({ id }) => id)].join(" ");
    if (now === shown) return;
    const focused = cell.contains(document.activeElement)
      ? [...cell.querySelectorAll("input")].indexOf(document.activeElement)
      : -1;
    shown = now;
    element.hidden = choices.length === 0;
    cell.replaceChildren(...choices.map(mark));
    cell.querySelectorAll("input")[focused]?.focus();
  }
  return { element, update };
}
