/**
 * A yes/no question of a rule: its answers, its verdict, what helps to answer, and a place to note why.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { ANSWERS, LEVELS, levelOf } = hyeopchi.verdictWords;

  /** Exceptions and notes that help to answer, and the note. */
  function folded(texts, note) {
    const items = [...texts.exceptions.map((text) => `예외: ${text}`), ...texts.notes];
    return h("details", { class: "hg-calc__fold hg-question__fold", open: note.value !== "" },
      h("summary", {}, items.length ? "예외·도움말·메모" : "메모"),
      items.length ? h("ul", {}, ...items.map((text) => h("li", {}, text))) : null,
      h("div", { class: "hg-calc__field hg-question__note" }, h("label", { for: note.id }, "메모"), note));
  }

  /**
   * @param {string} id the rule's @param {any} texts what the page says of the rule @param {string} clause where it stands
   * @param {() => {answer: string, note: string}} reply what has been answered
   * @param {(part: {answer?: string, note?: string}) => void} keep
   * @param {HTMLElement | null} told what stands below the answers
   * @returns {{element: HTMLElement, radios: HTMLInputElement[], show: (status: string) => void}}
   */
  function question(id, texts, clause, reply, keep, told = null) {
    const name = uniqueId("answer");
    const badge = h("span", { class: "hg-level" });
    const note = h("input", { id: uniqueId("note"), type: "text", maxlength: "300", autocomplete: "off", value: reply().note,
      oninput: () => keep({ note: note.value }) });
    const radios = Object.keys(ANSWERS).map((answer) => h("input", { type: "radio", name, value: answer,
      checked: reply().answer === answer, onchange: () => keep({ answer }) }));
    const element = h("fieldset", { class: "hg-question", id: `hg-question-${id}`, "data-rule": id, tabindex: "-1" },
      h("legend", {}, texts.question),
      h("div", { class: "hg-question__row" }, h("div", { class: "hg-calc__options" }, ...radios.map((radio) =>
        h("label", { class: "hg-calc__option" }, radio, h("span", {}, ANSWERS[radio.value])))), badge),
      told, h("p", { class: "hg-calc__clause" }, h("a", { href: texts.href }, texts.label), ` · ${clause}`), folded(texts, note));

    return { element, radios, show(status) {
      const level = levelOf(status, texts.severity);
      element.dataset.verdict = status;
      element.dataset.level = level;
      element.hidden = status === "na";
      badge.dataset.level = level;
      setText(badge, `${LEVELS[level].sign} ${LEVELS[level].word}`);
    } };
  }

  hyeopchi.question = question;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
