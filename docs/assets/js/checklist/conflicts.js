/**
 * What members say differently, side by side: nothing is taken in before every one is chosen.
 */

import { h, setText, uniqueId } from "../dom.js";
import * as slices from "../slices.js";
import { button } from "../store/dialog.js";
import { dateText, FIELDS, labelOf, STATES } from "./entry.js";
import { textOf } from "./guide.js";
import * as merge from "./merge.js";

/** @typedef {import("./merge.js").Conflict} Conflict */

function valueText(field, value) {
  if (field === "state") return labelOf(STATES, value);
  return field === "due" ? dateText(value) : value;
}

/** What may be chosen: each value with who said it, then all of them together. @param {Conflict} conflict */
function choicesOf(conflict, names) {
  const together = merge.both(conflict);
  return [
    ...conflict.options.map(({ value, from }) => ({
      value,
      who: from.map((place) => names[place]).join(", "),
    })),
    ...(together ? [{ value: together, who: "모두 남기기" }] : []),
  ];
}

/**
 * One question: the same field of the same item, as each member has it.
 * @param {any} guide
 * @param {{names: string[], conflict: Conflict}} one
 * @param {Map<Conflict, string>} answers
 */
function conflictBox(guide, { names, conflict }, answers, chosen) {
  const group = uniqueId("conflict");
  return h(
    "fieldset",
    { class: "hg-conflict-box" },
    h("legend", {}, h("strong", {}, FIELDS[conflict.field]), ` ${textOf(guide, conflict.item)}`),
    h(
      "div",
      { class: "hg-conflict-box__options" },
      ...choicesOf(conflict, names).map(({ value, who }) =>
        h(
          "label",
          { class: "hg-conflict-box__option" },
          h("input", {
            type: "radio",
            name: group,
            checked: answers.get(conflict) === value,
            onchange: () => chosen(conflict, value),
          }),
          h("span", { class: "hg-conflict-box__who" }, who),
          h("span", { class: "hg-conflict-box__value" }, valueText(conflict.field, value)),
        )
      ),
    ),
  );
}

/**
 * The questions, drawn piece by piece: two plans may differ in thousands of places.
 * @param {{names: string[], conflicts: Conflict[]}[]} merged
 * @param {(answers: Map<Conflict, string>) => void} accept
 * @returns {{elements: (Node | null)[], stop: () => void}} `stop`: they are shown no more
 */
export function choosing(guide, merged, accept, close) {
  /** @type {Map<Conflict, string>} */
  const answers = new Map();
  const left = h("p", { class: "hg-dialog__left", role: "status" });
  const missing = h("p", { class: "hg-dialog__left", role: "status" }); // beside the button, where it is looked for
  const place = h("div", {});
  const all = merged.flatMap(({ names, conflicts }) => conflicts.map((conflict) => ({ names, conflict })));
  let building = draw();

  function draw() {
    return slices.fill(place, all, (one) => conflictBox(guide, one, answers, chosen));
  }
  const open = () => all.filter(({ conflict }) => !answers.has(conflict));
  function chosen(conflict, value) {
    answers.set(conflict, value);
    showLeft();
  }
  function tellMissing(count) {
    setText(missing, count === 0 ? "" : `아직 ${count}곳을 고르지 않아서 넣지 않았어요.`);
  }
  function showLeft() {
    const count = open().length;
    if (missing.textContent !== "") tellMissing(count);
    if (all.length === 0) setText(left, "");
    else if (count === 0) setText(left, "모두 골랐어요.");
    else setText(left, `서로 다르게 적은 곳이 ${all.length}곳 있어요. 아직 ${count}곳을 골라야 해요.`);
  }
  /** @param {(conflict: Conflict) => string | null} pick */
  function chooseRest(pick) {
    for (const { conflict } of open()) answers.set(conflict, pick(conflict) ?? conflict.options[0].value);
    building.stop();
    building = draw();
    showLeft();
  }
  const taken = button("넣기", () => {
    const first = all.findIndex(({ conflict }) => !answers.has(conflict));
    if (first < 0) return accept(answers);
    tellMissing(open().length);
    place.dataset.asked = "yes"; // the questions that are still open say so themselves
    building.finish(() => place.children.length > first);
    place.children[first].querySelector("input").focus();
  }, "main");
  showLeft();
  return {
    elements: [
      left,
      all.length === 0 ? null : h(
        "div",
        { class: "hg-dialog__actions" },
        button("나머지는 먼저 나온 것으로", () => chooseRest(() => null)),
        button("나머지 글은 모두 남기기", () => chooseRest(merge.both)),
      ),
      all.length === 0 ? null : place,
      h("div", { class: "hg-dialog__actions" }, taken, button("취소", close)),
      missing,
    ],
    stop: () => building.stop(),
  };
}
