/**
 * A dialog over the page: the browser's own, with its keyboard (Esc closes, Tab stays inside, focus goes
 * back).
 */

import { h, uniqueId } from "../dom.js";

/** A button of what keeps plans. @param {string} [kind] "main" or "quiet" */
export function button(text, onclick, kind = "", attributes = {}) {
  const name = `hg-desk__button ${kind && `hg-desk__button--${kind}`}`.trim();
  return h("button", { type: "button", class: name, onclick, ...attributes }, text);
}

/**
 * From now on what is out of sight behind a dialog is not styled anew when it opens and closes. Known a frame
 * before, it spares the first one too.
 */
export function expected() {
  document.body.dataset.behind = "now";
}

/**
 * @param {string} title
 * @param {(close: () => void) => (Node | string | null)[]} content
 * @returns {HTMLDialogElement}
 */
export function open(title, content) {
  const heading = h("h2", { class: "hg-dialog__title", id: uniqueId("dialog") }, title);
  const dialog = h("dialog", {
    class: "hg-dialog md-typeset",
    "aria-labelledby": heading.id,
    onclose: () => {
      dialog.remove();
      document.body.dataset.behind = "";
    },
  });
  const close = () => dialog.close();
  dialog.append(
    h("div", { class: "hg-dialog__head" }, heading, button("닫기", close, "quiet")),
    ...content(close).filter(Boolean),
  );
  expected();
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A labelled field. */
export function field(label, control, help = null) {
  control.id = control.id || uniqueId("field");
  return h(
    "p",
    { class: "hg-field" },
    h("label", { class: "hg-field__label", for: control.id }, label),
    control,
    help && h("span", { class: "hg-field__help" }, help),
  );
}

/** A button that unfolds further ones. @param {string} label @param {[string, () => void][]} entries */
export function menu(label, entries) {
  const summary = h("summary", { class: "hg-desk__button" }, label);
  const element = h(
    "details",
    { class: "hg-desk__menu" },
    summary,
    h(
      "div",
      { class: "hg-desk__entries" },
      ...entries.map(([text, onclick]) =>
        button(text, () => {
          element.open = false;
          // Before it acts: a dialog that closes gives focus back to what had it, and a folded entry cannot take it.
          summary.focus();
          onclick();
        }, "quiet")
      ),
    ),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    element.open = false;
    summary.focus();
  });
  element.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
  });
  return element;
}
