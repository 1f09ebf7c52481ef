/**
 * What no number can tell: yes/no questions. One that a table answers shows its answer and cannot be changed.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { ANSWERS, LEVELS, levelOf } = hyeopchi.sheetWords;

  function folded(texts, note) {
    const items = [...texts.exceptions.map((text) => `예외: ${text}`), ...texts.notes];
    return h("details", { class: "hg-calc__fold hg-question__fold", open: note.value !== "" },
      h("summary", {}, items.length ? "예외·도움말·메모" : "메모"),
      items.length ? h("ul", {}, ...items.map((text) => h("li", {}, text))) : null,
      h("div", { class: "hg-calc__field hg-question__note" }, h("label", { for: note.id }, "메모"), note));
  }

  function createQuestion(holder, id, data) {
    const texts = data.texts[id];
    const name = uniqueId("answer");
    const badge = h("span", { class: "hg-level" });
    const reply = () => holder.state.answers[id] ?? { answer: "unknown", note: "" };
    const keep = (part) => holder.change((state) => { state.answers[id] = { ...reply(), ...part }; });
    const note = h("input", { id: uniqueId("note"), type: "text", maxlength: "300", autocomplete: "off", value: reply().note,
      oninput: () => keep({ note: note.value }) });
    const radios = Object.keys(ANSWERS).map((answer) => h("input", { type: "radio", name, value: answer,
      checked: reply().answer === answer, onchange: () => keep({ answer }) }));
    const byTable = h("p", { class: "hg-calc__help", hidden: true });
    const element = h("fieldset", { class: "hg-question", id: `hg-question-${id}`, "data-rule": id, tabindex: "-1" },
      h("legend", {}, texts.question),
      h("div", { class: "hg-question__row" }, h("div", { class: "hg-calc__options" }, ...radios.map((radio) =>
        h("label", { class: "hg-calc__option" }, radio, h("span", {}, ANSWERS[radio.value])))), badge),
      byTable, h("p", { class: "hg-calc__clause" }, h("a", { href: texts.href }, texts.label), ` · ${texts.clauses.join(" · ")}`),
      folded(texts, note));

    return { element, update(view, status) {
      const level = levelOf(status, texts.severity);
      const tally = view.rules.get(id).answered_by;
      const known = tally && hyeopchi.rules.tally(tally, view.figures);
      element.dataset.verdict = status;
      element.dataset.level = level;
      element.hidden = status === "na";
      badge.dataset.level = level;
      setText(badge, `${LEVELS[level].sign} ${LEVELS[level].word}`);
      for (const radio of radios) radio.disabled = Boolean(known);
      byTable.hidden = !known;
      if (known) setText(byTable, known.missing ? "표의 금액을 다 알아야 답할 수 있어요." : `표에서 셌어요: ${known.won ? "예" : "아니요"}.`);
    } };
  }

  /** @returns {HTMLElement} */
  function questions(holder, data) {
    const root = h("section", { class: "hg-calc__questions" });
    let made = new Map();
    let built = null;

    function build() {
      built = holder.state.edition;
      const ids = data.order.filter((id) => data.texts[id].kind === "ask" && holder.view.rules.has(id));
      made = new Map(ids.map((id) => [id, createQuestion(holder, id, data)]));
      root.replaceChildren(h("h2", {}, "수로 알 수 없는 것"), ...[...made.values()].map(({ element }) => element));
      root.hidden = ids.length === 0;
    }
    function update(view) {
      if (built !== view.state.edition) build();
      for (const { rule, status } of view.verdicts) made.get(rule)?.update(view, status);
    }
    holder.on("replace", build);
    holder.on("change", update);
    build();
    update(holder.view);
    return root;
  }

  hyeopchi.sheetQuestions = questions;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
