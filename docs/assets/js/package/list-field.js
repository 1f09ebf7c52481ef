/**
 * A list of people that a form asks for.
 */

import { h, uniqueId } from "../dom.js";
import { button, create as createDrawer } from "../drawer.js";
import { LIMITS } from "../gate/limits.js";
import { ACCEPTED, chooser } from "../tables.js";
import * as packageTables from "./tables.js";

/** What was copied as a table, as a file that the place for tables opens; null for a text that is none. */
function pastedTable({ clipboardData }) {
  const [html, plain] = ["text/html", "text/plain"].map((type) => clipboardData?.getData(type) ?? "");
  if (/<table[\s>]/i.test(html)) return new File([html], "붙여 넣은 표.html");
  return plain.includes("\t") ? new File([plain], "붙여 넣은 표.txt") : null;
}

/**
 * A list of people: pasted or from a file, shown before it is taken; then a text that can be set right by
 * hand. It is kept nowhere.
 */
export function listField(holder, data, form, block) {
  const columns = block.fields.map(({ label }) => label);
  const drawer = createDrawer();
  const said = h("p", { class: "hg-calc__help", role: "status" });
  const open = (file = null) => packageTables.list(holder, data, drawer, form, block, file);
  const field = h("textarea", {
    id: uniqueId("list"),
    rows: "5",
    maxlength: String(LIMITS.pasted),
    spellcheck: "false",
    value: holder.state.lists[form.id] ?? "",
    placeholder: columns.join("\t"),
    "data-list": form.id,
    oninput: put,
    onpaste: (event) => {
      const table = pastedTable(event);
      if (table === null) return;
      event.preventDefault();
      open(table);
    },
  });
  function tell() {
    const count = holder.view.people[form.id].length;
    said.textContent = field.value.trim() === ""
      ? ""
      : count === 0
      ? "인식한 위원이 없어요. 머리글과 함께 붙여 넣어 주세요."
      : `${count}명을 읽었어요.`;
  }
  function put() {
    holder.change((next) => {
      if (field.value.trim() === "") delete next.lists[form.id];
      else next.lists[form.id] = field.value;
    });
    tell();
  }
  tell();
  return h(
    "div",
    { class: "hg-calc__field hg-package__long" },
    h("label", { for: field.id }, block.title),
    field,
    h(
      "p",
      { class: "hg-calc__help" },
      `명단을 붙여 넣거나 파일을 열면 넣기 전에 보여 줘요. 열: ${columns.join(", ")}`,
    ),
    said,
    h(
      "div",
      { class: "hg-package__row" },
      named(button("명단 붙여넣기", () => open()), form),
      ...chooser("명단 파일 열기", `${form.title} 파일`, ACCEPTED, open),
    ),
    drawer.element,
  );
}

/** A button of which every form has one says of which form it is. */
function named(element, { title }) {
  element.setAttribute("aria-label", `${title} ${element.textContent}`);
  return element;
}
