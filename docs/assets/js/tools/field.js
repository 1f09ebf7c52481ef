/**
 * A number's field: label, help, what was read, and the sentence about what cannot be read beside it.
 */

import { h, setText, uniqueId } from "../dom.js";
import * as money from "../money.js";
import { parse, plain, unitWord } from "./number.js";

const READ_BACK_FROM = 10000n;

/** `1억 2,000만 원`, only where the digits are many. */
function readBack(value, unit) {
  return unit === "won" && value !== null && value >= READ_BACK_FROM ? money.readBack(value) : "";
}

/**
 * The input alone, with the line below it.
 * @param {{id: string, field: any, text: string, label?: string | null, describedBy?: string, oninput: (text:
 *   string, input: HTMLInputElement) => void}} options
 */
export function numberInput({ id, field, text, label = null, describedBy = "", oninput }) {
  const hint = h("p", { class: "hg-tool__hint", id: uniqueId("hint") });
  const input = h("input", {
    id,
    type: "text",
    class: "hg-tool__number",
    value: text,
    maxlength: "60",
    autocomplete: "off",
    spellcheck: "false",
    inputmode: field.unit === "won" ? null : "decimal",
    "aria-label": label,
    "aria-describedby": [describedBy, hint.id].filter(Boolean).join(" "),
  });
  let shown = parse(input.value, field).error;
  let other = null;

  function paint() {
    const error = shown ?? other;
    input.setAttribute("aria-invalid", String(error !== null));
    hint.toggleAttribute("data-error", error !== null);
    setText(hint, error !== null ? `✕ ${error}` : readBack(parse(input.value, field).value, field.unit));
  }
  input.addEventListener("input", () => {
    // What is still being typed is not called wrong; what has been called wrong is watched.
    if (shown !== null) shown = parse(input.value, field).error;
    paint();
    oninput(input.value, input);
  });
  input.addEventListener("change", () => {
    const { value, error } = parse(input.value, field);
    shown = error;
    if (value !== null) input.value = plain(value, field.unit);
    paint();
    oninput(input.value, input);
  });
  paint();
  return {
    input,
    hint,
    /** A sentence about how the number stands to others; null when there is none. */
    complain(message) {
      other = message;
      paint();
    },
    /** What a table worked out, which cannot be typed over. */
    fill(value) {
      input.readOnly = value !== undefined;
      if (value === undefined) return;
      shown = null;
      const next = value === null ? "미정" : plain(value, field.unit);
      if (input.value !== next) input.value = next;
      paint();
    },
  };
}

/** The input with its unit behind it. */
export function withUnit(input, unit) {
  return h("span", { class: "hg-tool__entry" }, input, h("span", { class: "hg-tool__unit" }, unitWord(unit)));
}

/** A field with its label and help. */
export function labelled(holder, field) {
  const id = `hg-field-${field.id}`;
  const help = field.help ? h("p", { class: "hg-calc__help", id: `${id}-help` }, field.help) : null;
  const made = numberInput({
    id,
    field,
    text: holder.state.values[field.id] ?? "",
    describedBy: help ? help.id : "",
    oninput: (text, input) =>
      holder.change((state) => {
        state.values[field.id] = text;
      }, { field: input }),
  });
  const element = h(
    "div",
    { class: "hg-calc__field hg-tool__field" },
    h("label", { for: id }, `${field.label}${field.optional ? " — 없어도 돼요" : ""}`),
    help,
    withUnit(made.input, field.unit),
    made.hint,
  );
  return { element, ...made };
}
