/**
 * What no number can tell: yes/no questions. One that a table answers shows its answer and cannot be changed.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;

  function createQuestion(holder, id, data) {
    const texts = data.texts[id];
    const reply = () => holder.state.answers[id] ?? { answer: "unknown", note: "" };
    const byTable = h("p", { class: "hg-calc__help", hidden: true });
    const { element, radios, show } = hyeopchi.question(id, texts, texts.clauses.join(" · "), reply,
      (part) => holder.change((state) => { state.answers[id] = { ...reply(), ...part }; }), byTable);

    return { element, update(view, status) {
      const tally = view.rules.get(id).answered_by;
      const known = tally && hyeopchi.rules.tally(tally, view.figures);
      show(status);
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
