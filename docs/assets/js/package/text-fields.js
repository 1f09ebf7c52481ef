/**
 * A text, a choice or a row of texts that a form asks for.
 */

import { h, select, uniqueId } from "../dom.js";
import { LIMITS } from "../gate/limits.js";
import * as packageKnown from "./known.js";

/** A text of one or several lines under a name. */
export function textField(holder, id, label, { lines = 1, help = "", placeholder = "" } = {}) {
  const attributes = {
    id: uniqueId("text"),
    value: holder.state.texts[id] ?? "",
    placeholder,
    autocomplete: "off",
    "data-value": id,
    oninput: () =>
      holder.change((next) => {
        if (input.value === "") delete next.texts[id];
        else next.texts[id] = input.value;
      }),
  };
  const input = lines > 1
    ? h("textarea", { ...attributes, rows: String(Math.min(lines, 4)), maxlength: String(LIMITS.text) })
    : h("input", { ...attributes, type: "text", maxlength: "300" });
  return h(
    "div",
    { class: `hg-calc__field${lines > 1 ? " hg-package__long" : ""}` },
    h("label", { for: input.id }, label),
    input,
    help ? h("p", { class: "hg-calc__help" }, help) : null,
  );
}

export function optionField(holder, field) {
  const said = (text) =>
    packageKnown.compose(text, holder.view.textOf, () => "○○").text.replace("[기재: ○○]", "○○");
  const choice = select(
    field.options.map((text) => ({ id: text, label: said(text) })),
    holder.state.texts[field.value],
    "고르세요",
    {
      id: uniqueId("option"),
      "data-value": field.value,
      onchange: () =>
        holder.change((next) => {
          if (choice.value === "") delete next.texts[field.value];
          else next.texts[field.value] = choice.value;
        }, { label: field.label }),
    },
  );
  return h(
    "div",
    { class: "hg-calc__field hg-package__long" },
    h("label", { for: choice.id }, field.label),
    choice,
    h("p", { class: "hg-calc__help" }, field.wants),
  );
}

export function matrixField(holder, field, columns) {
  return h(
    "fieldset",
    { class: "hg-package__long" },
    h("legend", {}, field.label),
    h(
      "div",
      { class: "hg-tool__fields" },
      ...columns.map((column) => textField(holder, `${field.value}.${column}`, column)),
    ),
  );
}
