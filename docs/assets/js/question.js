/**
 * A question: its answers, its verdict or what is still to be known, what helps to answer, and a place to
 * note why.
 */

import { h, setText, uniqueId } from "./dom.js";
import { ANSWERS, levelOf, LEVELS, saidOf } from "./verdict-words.js";

/** Exceptions and notes that help to answer, and the note. */
function folded(texts, note) {
  const items = [...texts.exceptions.map((text) => `예외: ${text}`), ...texts.notes];
  return h(
    "details",
    { class: "hg-calc__fold hg-question__fold", open: note.value !== "" },
    h("summary", {}, items.length ? "예외·도움말·메모" : "메모"),
    items.length ? h("ul", {}, ...items.map((text) => h("li", {}, text))) : null,
    h("div", { class: "hg-calc__field hg-question__note" }, h("label", { for: note.id }, "메모"), note),
  );
}

/**
 * @param {string} id the rule's or the fact's
 * @param {any} texts what the page says of it: question, help, `answers` (labels by id) where they are not
 *   yes and no, `grounds` (label, href, clause) where it is not one rule's own
 * @param {string} clause where the rule stands
 * @param {() => {answer: string, note: string}} reply what has been answered
 * @param {(part: {answer?: string, note?: string}) => void} keep
 * @param {HTMLElement | null} told what stands below the answers
 * @returns {{element: HTMLElement, radios: HTMLInputElement[], show: (status: string, isVerdict?: boolean) =>
 *   void}}
 */
export function question(id, texts, clause, reply, keep, told = null) {
  const name = uniqueId("answer");
  const badge = h("span", { class: "hg-level" });
  const note = h("input", {
    id: uniqueId("note"),
    type: "text",
    maxlength: "300",
    autocomplete: "off",
    value: reply().note,
    oninput: () => keep({ note: note.value }),
  });
  const labels = texts.answers ?? ANSWERS;
  const grounds = texts.grounds ?? [{ label: texts.label, href: texts.href, clause }];
  const radios = Object.keys(labels).map((answer) =>
    h("input", {
      type: "radio",
      name,
      value: answer,
      checked: reply().answer === answer,
      onchange: () => keep({ answer }),
    })
  );
  const element = h(
    "fieldset",
    {
      class: "hg-question",
      id: `hg-question-${id}`,
      [texts.grounds ? "data-fact" : "data-rule"]: id,
      tabindex: "-1",
    },
    h("legend", {}, texts.question),
    texts.help ? h("p", { class: "hg-calc__help" }, texts.help) : null,
    h(
      "div",
      { class: "hg-question__row" },
      h(
        "div",
        { class: "hg-calc__options" },
        ...radios.map((radio) =>
          h("label", { class: "hg-calc__option" }, radio, h("span", {}, labels[radio.value]))
        ),
      ),
      badge,
    ),
    told,
    ...grounds.map((one) =>
      h("p", { class: "hg-calc__clause" }, h("a", { href: one.href }, one.label), ` · ${one.clause}`)
    ),
    folded(texts, note),
  );

  return {
    element,
    radios,
    show(status, isVerdict = true) {
      const level = levelOf(status, texts.severity);
      if (isVerdict) element.dataset.verdict = status;
      element.dataset.level = level;
      element.hidden = status === "na";
      badge.hidden = !isVerdict && status !== "unknown";
      badge.dataset.level = level;
      setText(badge, `${LEVELS[level].sign} ${saidOf(status, texts)}`);
    },
  };
}
