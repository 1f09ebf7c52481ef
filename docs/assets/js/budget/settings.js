/**
 * The plan's frame: title, edition, what a limit depends on (grade), and how open terms are read.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const GUIDE = "";

  /** Rules that came, went or were replaced from one edition to the other, as a sentence. */
  function difference(store, from, to) {
    const ids = (edition) => store.rulesOf(edition).map(({ id }) => id);
    const label = (id) => `‘${store.data.texts[id].label}’`;
    const came = ids(to).filter((id) => !ids(from).includes(id));
    const went = ids(from).filter((id) => !ids(to).includes(id));
    const pieces = [];
    if (came.length) pieces.push(`새로 재는 규칙: ${came.map(label).join(", ")}.`);
    if (went.length) pieces.push(`이 판에 없는 규칙: ${went.map(label).join(", ")}.`);
    return pieces.join(" ") || "두 판의 규칙이 같아요.";
  }

  /** Readings that a reader may choose instead of the guide's: those that are no rule's first. */
  function otherReadings(rules, texts) {
    const found = new Map();
    for (const rule of rules) {
      for (const { id } of (rule.pairs ?? []).slice(1)) found.set(id, [...(found.get(id) ?? []), rule.id]);
    }
    return [...found].map(([id, ruleIds]) => ({
      id, label: texts[ruleIds[0]].readings[id],
      help: ruleIds.map((rule) => texts[rule].label).join(", "),
    }));
  }

  function radios(legend, help, options, chosen, onpick, attributes = {}) {
    const name = uniqueId("choice");
    return h("fieldset", { class: "hg-calc__choice", ...attributes },
      h("legend", {}, legend),
      help ? h("p", { class: "hg-calc__help" }, help) : null,
      h("div", { class: "hg-calc__options" }, ...options.map((option) => h("label", { class: "hg-calc__option" },
        h("input", { type: "radio", name, value: option.id, checked: option.id === chosen, onchange: () => onpick(option.id) }),
        h("span", {}, option.label, option.help ? h("small", {}, option.help) : null)))));
  }

  /** @returns {HTMLElement} */
  function settings(store) {
    const { data } = store;
    const root = h("section", { class: "hg-calc__settings", "aria-label": "계획의 바탕" });
    const differing = h("span", { class: "hg-calc__hint" });

    function pickEdition(edition) {
      const before = store.draft.edition;
      store.change((draft) => { draft.edition = edition; }, { label: "판을 바꾼 것" });
      const title = data.editions.find(({ id }) => id === edition).title;
      store.notice(`${title} 규칙으로 다시 판정했어요. 적은 내용은 그대로예요. ${difference(store, before, edition)}`);
      build();
      root.querySelector(`[data-edition] input[value="${CSS.escape(edition)}"]`).focus();
    }

    function choices() {
      const used = new Set(store.view.rules.map((rule) => rule.choice));
      return data.choices.filter(({ id }) => used.has(id)).map((choice) => radios(
        choice.label, choice.help, [...choice.options, { id: GUIDE, label: "아직 몰라요" }],
        store.draft.choices[choice.id] ?? GUIDE,
        (option) => store.change((draft) => { draft.choices[choice.id] = option || null; }), { "data-choice": choice.id }));
    }

    function readings() {
      const others = otherReadings(store.view.rules, data.texts);
      const chosen = others.some(({ id }) => id === store.draft.reading) ? store.draft.reading : GUIDE;
      return h("details", { class: "hg-calc__fold", open: chosen !== GUIDE },
        h("summary", {}, "총예산을 어떻게 읽을지 바꾸기 ", differing),
        radios("읽는 방법", "총예산에 구비가 드는지처럼 원문이 정하지 않은 말이 있어요. 판정이 갈리는 규칙에는 그렇다고 적어요.",
          [{ id: GUIDE, label: "이 길잡이가 따르는 방법", help: "규칙마다 원문에 가장 가까운 방법" }, ...others], chosen,
          (option) => store.change((draft) => { draft.reading = option || null; }), { "data-reading": "" }));
    }

    function build() {
      const id = uniqueId("title");
      root.replaceChildren(
        h("div", { class: "hg-calc__field" }, h("label", { for: id }, "계획 이름"),
          h("input", { id, type: "text", maxlength: "80", value: store.draft.title, autocomplete: "off",
            oninput: (event) => store.change((draft) => { draft.title = event.target.value; }) })),
        radios("어느 해의 규칙으로 볼까요?", null,
          data.editions.map((edition) => ({ id: edition.id, label: edition.title, help: edition.summary })),
          store.draft.edition, pickEdition, { "data-edition": "" }),
        ...choices(), readings());
    }

    function update(view) {
      const rules = new Set(view.verdicts.filter(hyeopchi.rules.differs).map(({ rule }) => rule));
      setText(differing, rules.size ? `읽기에 따라 판정이 갈리는 규칙 ${rules.size}개` : "지금은 어떻게 읽어도 판정이 같아요");
    }

    store.on("replace", build);
    store.on("change", update);
    build();
    update(store.view);
    return root;
  }

  hyeopchi.budgetSettings = settings;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
