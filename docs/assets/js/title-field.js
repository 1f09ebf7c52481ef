/**
 * The field for the name of what is made: of a plan, a sheet, a list of scores.
 */

import { h, uniqueId } from "./dom.js";

const LONGEST = 80;

/** @param {string} label @param {string} value what stands there @param {(title: string) => void} take */
export function titleField(label, value, take) {
  const id = uniqueId("title");
  const oninput = (/** @type {{target: HTMLInputElement}} */ { target }) => take(target.value);
  return h(
    "div",
    { class: "hg-calc__field" },
    h("label", { for: id }, label),
    h("input", { id, type: "text", maxlength: LONGEST, value, autocomplete: "off", oninput }),
  );
}
