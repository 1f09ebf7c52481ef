/**
 * What a preview asks before its table can come in: the unit of bare numbers, and whose money rows are.
 */

import { h, select, uniqueId } from "../dom.js";
import { terms } from "./headings.js";
import { won } from "./told.js";
import * as units from "./units.js";

const ASKED = ["원", "천원", "백만원"];
const MOST_NUMBERS = 12; // of rows that are named

/** @typedef {import("./preview.js").Shown} Shown */

/**
 * Reads the table once with each unit and tells the sum that it makes, by and by.
 * @param {Shown} shown
 * @param {Map<any, HTMLElement>} places by unit
 */
function* sumsByUnit({ view, chosen, purpose }, places) {
  for (const [unit, place] of places) {
    const { proofs } = yield* purpose.read(view.table, { ...chosen, unit }, view);
    place.textContent = `합계 ${proofs.map(({ lines }) => won(lines)).join(" → ")}`;
  }
}

/**
 * Choices side by side; what is chosen is read anew.
 * @param {{name: string, legend: string, help?: string}} words `name`: what is asked about
 * @param {[string, string, boolean, Node | null][]} choices each with its id, its word, whether it is chosen,
 *   and more of it
 * @param {(id: string) => void} choose
 */
function question({ name, legend, help }, choices, choose) {
  const group = uniqueId(name);
  return h(
    "fieldset",
    { class: "hg-calc__choice hg-paste__unit", tabindex: "-1", "data-ask": name },
    h("legend", {}, legend),
    h(
      "div",
      { class: "hg-calc__options" },
      ...choices.map(([id, label, checked, more]) =>
        h(
          "label",
          { class: "hg-calc__option" },
          h("input", {
            type: "radio",
            name: group,
            value: id,
            checked,
            "data-again": `${name}-${id}`,
            onchange: () => choose(id),
          }),
          h("span", {}, label, more),
        )
      ),
    ),
    help ? h("p", { class: "hg-calc__help" }, help) : null,
  );
}

/** A question where the table states no unit: each with the sum that it makes. @param {Tables.Shown} shown */
function unitQuestion(shown, again, sums) {
  const offered = units.CHOICES.filter(({ id }) => ASKED.includes(id));
  const places = new Map(offered.map((unit) => [unit, h("small", {}, "합계를 계산하고 있어요.")]));
  sums.read(sumsByUnit(shown, places), () => {});
  return question(
    { name: "unit", legend: "표에 단위가 없어요. 금액의 단위를 골라 주세요." },
    [...places].map(([{ id }, place]) => [id, id, false, place]),
    (id) => {
      shown.chosen.unit = offered.find((unit) => unit.id === id);
      again();
    },
  );
}

/** The unit that the table states, which may be set right. @param {Tables.Shown} shown */
function unitChoice(shown, again) {
  const { view, chosen } = shown;
  const known = units.CHOICES.some(({ id }) => id === view.unit.id)
    ? units.CHOICES
    : [...units.CHOICES, view.unit];
  const choice = select(known.map(({ id }) => ({ id, label: id })), view.unit.id, null, {
    id: uniqueId("unit"),
    "data-again": "unit",
    onchange: () => {
      chosen.unit = known.find(({ id }) => id === choice.value);
      again();
    },
  });
  return h(
    "div",
    { class: "hg-calc__field hg-paste__unit" },
    h("label", { for: choice.id }, "숫자만 있는 금액의 단위"),
    choice,
  );
}

/** @param {Tables.Shown} shown */
export function unitPart(shown, again, sums) {
  if (!shown.view.bare) return null;
  return shown.view.asksUnit ? unitQuestion(shown, again, sums) : unitChoice(shown, again);
}

/**
 * The choice of whose money one row is, which does not tell.
 * @param {Shown} shown
 * @param {number} row
 * @param {number} number the row's in the preview
 */
export function fundField({ view, chosen }, row, number, again) {
  const field = select(terms().funds, view.fundOf(row), "재원?", {
    "aria-label": `${number}번째 줄의 재원`,
    "data-again": `fund-row-${row}`,
    onchange: () => {
      chosen.rowFunds = { ...chosen.rowFunds, [row]: field.value || undefined };
      again();
    },
  });
  return field;
}

/**
 * A question where rows do not tell whose money they are; null where all do.
 * @param {Shown} shown
 * @param {Map<number, number>} numbers of the rows in the preview
 */
export function fundPart({ view, chosen }, numbers, again) {
  const { openFunds, lines } = view;
  if (openFunds.length === 0) return null;
  const named = openFunds.slice(0, MOST_NUMBERS).map((row) => numbers.get(row)).join(", ");
  const rest = openFunds.length > MOST_NUMBERS ? ` 등 ${openFunds.length}줄` : "";
  const legend = openFunds.length === lines.length
    ? "표에서 재원을 확인할 수 없어요. 재원을 골라 주세요."
    : `${named}번째 줄${rest}의 재원을 표에서 확인할 수 없어요. 재원을 골라 주세요.`;
  return question(
    {
      name: "fund",
      legend,
      help:
        "줄마다 다르면 아래 표의 그 줄에서 고르세요. 한 줄을 나눠야 하면, 더한 뒤에 계획에서 금액을 나눠 적어 주세요.",
    },
    terms().funds.map(({ id, label }) => [id, label, chosen.fund === id, null]),
    (id) => {
      chosen.fund = id;
      delete chosen.rowFunds;
      again();
    },
  );
}
