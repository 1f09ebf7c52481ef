/**
 * The summary of what cannot be read or does not fit together: each line leads to its field.
 */

import { h } from "../dom.js";

/** @returns {HTMLElement} */
function errors(holder) {
  const root = h("section", { class: "hg-tool__errors hg-no-print", "aria-label": "고칠 칸", hidden: true });
  let shown = "";

  function refresh() {
    // The field that is being typed in is not called wrong yet; it has its own line when it is left.
    const found = (holder.view.errors ?? []).filter(({ target }) => document.activeElement?.id !== target);
    const text = JSON.stringify(found);
    if (text === shown) return;
    shown = text;
    root.hidden = found.length === 0;
    root.replaceChildren(
      h("h2", {}, h("span", { role: "status" }, `고칠 칸이 ${found.length}개 있어요`)),
      h(
        "ul",
        {},
        ...found.map(({ target, label, message }) =>
          h(
            "li",
            {},
            h("a", {
              href: `#${target}`,
              onclick: (event) => {
                event.preventDefault(); // a jump alone would not put the cursor into the field
                document.getElementById(target)?.focus();
              },
            }, `${label}: ${message}`),
          )
        ),
      ),
    );
  }
  holder.on("change", refresh);
  document.addEventListener("focusin", () => refresh());
  document.addEventListener("focusout", () => setTimeout(refresh));
  refresh();
  return root;
}

export { errors as sheetErrors };
