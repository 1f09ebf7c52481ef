/**
 * What cannot be read, gathered above the table: each entry leads to its field. It grows only when a field is
 * left, so that nothing moves under the fingers of someone who is typing, and shrinks at once.
 */

import { h, setText } from "../dom.js";
import * as money from "../money.js";
import * as draft from "./draft.js";

const keyOf = ({ line, fund }) => `${line} ${fund}`;

/** The field of an amount. */
function fieldOf({ line, fund }) {
  if (line === null) return document.querySelector("[data-grant]");
  return document.querySelector(`.hg-line[data-key="${CSS.escape(line)}"] [data-fund="${CSS.escape(fund)}"]`);
}

/** `2. 골목 순찰, 3번째 줄 시비` @param {Budget.Store} store */
function placeOf(store, error) {
  const { projects } = store.draft;
  const at = projects.findIndex(({ lines }) => lines.some(({ id }) => id === error.line));
  const row = projects[at].lines.findIndex(({ id }) => id === error.line) + 1;
  const fund = store.data.funds.find(({ id }) => id === error.fund).label;
  return `${at + 1}. ${projects[at].name || "이름 없는 사업"}, ${row}번째 줄 ${fund}`;
}

/** `2. 골목 순찰, 3번째 줄 시비: ‘열 냥’` with what is right. @param {Budget.Store} store */
function entry(store, error) {
  const where = error.line === null ? "통보받은 시비 지원금" : placeOf(store, error);
  return h(
    "li",
    {},
    h("a", {
      href: "#",
      onclick: (event) => {
        event.preventDefault();
        fieldOf(error)?.focus();
      },
    }, `${where}: ‘${error.text}’`),
    ` — ${money.parse(error.text).error}`,
  );
}

/** @returns {HTMLElement} @param {Budget.Store} store */
function errorSummary(store) {
  const heading = h("h2", {});
  const list = h("ul", {});
  const root = h(
    "section",
    { class: "hg-errors", hidden: true, "aria-label": "읽을 수 없는 금액" },
    heading,
    list,
  );
  let shown = new Set();

  function show(errors) {
    shown = new Set(errors.map(keyOf));
    root.hidden = errors.length === 0;
    setText(heading, `읽을 수 없는 금액 ${errors.length}개를 고쳐 주세요. 그때까지 ‘확인 필요’로 봐요.`);
    list.replaceChildren(...errors.map((error) => entry(store, error)));
  }
  const all = () => draft.errors(store.draft);
  store.on("change", () => {
    const still = all().filter((error) => shown.has(keyOf(error)));
    if (still.length !== shown.size) show(still);
  });
  store.on("replace", () => show(all()));
  document.addEventListener("change", (event) => {
    if (/** @type {HTMLElement} */ (event.target).matches?.(".hg-line__amount, [data-grant]")) show(all());
  });
  show(all());
  return root;
}

export { errorSummary as budgetErrors };
