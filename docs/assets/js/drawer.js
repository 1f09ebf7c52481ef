/**
 * A place under the toolbar that opens for one job at a time (paste, share, letter) and closes again.
 */

import { h, setText, uniqueId } from "./dom.js";

export function button(text, onclick, kind = "") {
  return h("button", { type: "button", class: `md-button ${kind}`.trim(), onclick }, text);
}

/** Copies a field's text; where the browser does not allow it, selects it and says which keys do. */
export async function copy(field, said) {
  field.select();
  try {
    await globalThis.navigator.clipboard.writeText(field.value);
    setText(said, "복사했어요.");
  } catch {
    setText(said, "글을 선택해 두었어요. Ctrl+C로 복사해 주세요.");
  }
}

/**
 * @typedef {{element: HTMLElement, open: (title: string, ...content: Node[]) => void, close: () => void}}
 *   Drawer
 */

/** @returns {Drawer} */
export function create() {
  const heading = h("h2", { id: uniqueId("drawer"), tabindex: "-1" });
  const body = h("div", { class: "hg-drawer__body" });
  const element = h(
    "section",
    { class: "hg-drawer", hidden: true, "aria-labelledby": heading.id },
    h("div", { class: "hg-drawer__head" }, heading, button("닫기", close, "hg-quiet")),
    body,
  );
  let opener = null;

  function close() {
    if (element.hidden) return;
    element.hidden = true;
    body.replaceChildren();
    opener?.focus();
  }
  function open(title, ...content) {
    if (element.hidden) opener = document.activeElement;
    setText(heading, title);
    body.replaceChildren(...content.filter((part) => part !== null));
    element.hidden = false;
    heading.focus();
    element.scrollIntoView({ block: "nearest" });
  }
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return { element, open, close };
}
