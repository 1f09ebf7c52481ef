/**
 * What no sum can tell: yes/no questions, shown where they arise; those that do not are folded together.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { ANSWERS, LEVELS, levelOf } = hyeopchi.words;
  const GROUPS = [
    ["prohibited", "편성할 수 없는 것", "하나라도 어긋나면 위반이에요."],
    ["care", "편성할 때 살필 것", "어긋나면 주의예요. 까닭을 메모해 두면 인쇄할 때 함께 나와요."],
  ];

  /** Exceptions and notes that help to answer, and a place to note why. */
  function folded(texts, note) {
    const items = [...texts.exceptions.map((text) => `예외: ${text}`), ...texts.notes];
    return h("details", { class: "hg-calc__fold hg-question__fold", open: note.value !== "" },
      h("summary", {}, items.length ? "예외·도움말·메모" : "메모"),
      items.length ? h("ul", {}, ...items.map((text) => h("li", {}, text))) : null,
      h("div", { class: "hg-calc__field hg-question__note" }, h("label", { for: note.id }, "메모"), note));
  }

  function createQuestion(store, id) {
    const texts = store.data.texts[id];
    const name = uniqueId("answer");
    const badge = h("span", { class: "hg-level" });
    const reply = () => store.draft.answers[id] ?? { answer: "unknown", note: "" };
    const keep = (part) => store.change((draft) => { draft.answers[id] = { ...reply(), ...part }; });
    const note = h("input", { id: uniqueId("note"), type: "text", maxlength: "300", autocomplete: "off", value: reply().note,
      oninput: () => keep({ note: note.value }) });
    const element = h("fieldset", { class: "hg-question", id: `hg-question-${id}`, "data-rule": id, tabindex: "-1" },
      h("legend", {}, texts.question),
      h("div", { class: "hg-question__row" },
        h("div", { class: "hg-calc__options" }, ...Object.entries(ANSWERS).map(([answer, label]) =>
          h("label", { class: "hg-calc__option" },
            h("input", { type: "radio", name, value: answer, checked: reply().answer === answer,
              onchange: () => keep({ answer }) }), h("span", {}, label)))), badge),
      h("p", { class: "hg-calc__clause" }, h("a", { href: texts.href }, texts.label), ` · ${texts.clause}`),
      folded(texts, note));

    return { element, update(status) {
      const level = LEVELS[levelOf(status, texts.severity)];
      element.dataset.verdict = status;
      element.dataset.level = levelOf(status, texts.severity);
      element.hidden = status === "na";
      badge.dataset.level = element.dataset.level;
      setText(badge, `${level.sign} ${level.word}`);
    } };
  }

  /** @returns {HTMLElement} */
  function questions(store) {
    const root = h("section", { class: "hg-calc__questions" });
    const none = h("details", { class: "hg-calc__fold hg-calc__na" });
    let made = new Map();

    function group([severity, title, meaning], ids) {
      const chosen = ids.filter((id) => (store.data.texts[id].severity === "prohibited") === (severity === "prohibited"));
      return h("div", { class: "hg-questions" }, h("h3", {}, title), h("p", { class: "hg-calc__help" }, meaning),
        ...chosen.map((id) => made.get(id).element));
    }
    function build() {
      const ids = store.view.rules.filter((rule) => rule.kind === "ask").map(({ id }) => id);
      made = new Map(ids.map((id) => [id, createQuestion(store, id)]));
      root.replaceChildren(h("h2", {}, "금액으로 알 수 없는 것"), ...GROUPS.map((each) => group(each, ids)), none);
      root.dataset.edition = store.draft.edition;
    }
    function update(view) {
      if (root.dataset.edition !== view.draft.edition) build();
      const absent = [];
      for (const { rule, status } of view.verdicts) {
        made.get(rule)?.update(status);
        if (made.has(rule) && status === "na") absent.push(store.data.texts[rule].label);
      }
      root.querySelectorAll(".hg-questions").forEach((part) => {
        part.hidden = !part.querySelector("fieldset:not([hidden])");
      });
      none.replaceChildren(h("summary", {}, `해당 없음 ${absent.length}개`),
        h("p", { class: "hg-calc__help" }, "넣은 금액에는 물을 일이 없는 것들이에요."),
        h("ul", {}, ...absent.map((label) => h("li", {}, label))));
      none.hidden = absent.length === 0;
    }

    store.on("replace", build);
    store.on("change", update);
    build();
    update(store.view);
    return root;
  }

  hyeopchi.budgetQuestions = questions;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
