/**
 * What no sum can tell: yes/no questions, shown where they arise; those that do not are folded together.
 */

import { h } from "../dom.js";
import { question } from "../question.js";
import * as budgetBasis from "./basis.js";

const GROUPS = [
  ["prohibited", "편성할 수 없는 항목", "하나라도 지키지 않으면 위반이에요."],
  ["care", "편성 유의 항목", "지키지 않으면 주의예요. 이유를 메모해 두면 인쇄할 때 함께 나와요."],
];

/** @param {Budget.Store} store */
function createQuestion(store, id) {
  const texts = store.data.texts[id];
  const reply = () => store.draft.answers[id] ?? { answer: "unknown", note: "" };
  return question(
    id,
    texts,
    budgetBasis.clauseIn(store.data, store.draft.edition, id),
    reply,
    (part) =>
      store.change((draft) => {
        draft.answers[id] = { ...reply(), ...part };
      }),
  );
}

/** @returns {HTMLElement} @param {Budget.Store} store */
function questions(store) {
  const root = h("section", { class: "hg-calc__questions" });
  const none = h("details", { class: "hg-calc__fold hg-calc__na" });
  let made = new Map();

  /** @param {string[]} named */
  function group([severity, title, meaning], ids) {
    const chosen = ids.filter((id) =>
      (store.data.texts[id].severity === "prohibited") === (severity === "prohibited")
    );
    return h(
      "div",
      { class: "hg-questions" },
      h("h3", {}, title),
      h("p", { class: "hg-calc__help" }, meaning),
      ...chosen.map((id) => made.get(id).element),
    );
  }
  function build() {
    const ids = store.view.rules.filter((rule) => rule.kind === "ask").map(({ id }) => id);
    made = new Map(ids.map((id) => [id, createQuestion(store, id)]));
    root.replaceChildren(h("h2", {}, "금액 외 확인 사항"), ...GROUPS.map((each) => group(each, ids)), none);
    root.dataset.edition = store.draft.edition;
  }
  /** @param {Budget.View} view */
  function update(view) {
    if (root.dataset.edition !== view.draft.edition) build();
    const absent = [];
    for (const { rule, status } of view.verdicts) {
      made.get(rule)?.show(status);
      if (made.has(rule) && status === "na") absent.push(store.data.texts[rule].label);
    }
    root.querySelectorAll(".hg-questions").forEach((part) => {
      part.hidden = !part.querySelector("fieldset:not([hidden])");
    });
    none.replaceChildren(
      h("summary", {}, `해당 없음 ${absent.length}개`),
      h("p", { class: "hg-calc__help" }, "입력한 금액에는 해당하지 않는 질문이에요."),
      h("ul", {}, ...absent.map((label) => h("li", {}, label))),
    );
    none.hidden = absent.length === 0;
  }

  store.on("replace", build);
  store.on("change", update);
  build();
  update(store.view);
  return root;
}

export { questions as budgetQuestions };
