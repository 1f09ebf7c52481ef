/**
 * What stands in every tool's bar: the line that tells what happened, the menu of examples, the steps back
 * and forth.
 */

import { h, setText } from "./dom.js";
import { button } from "./drawer.js";

const GAP = 12; // between a field and the notice below it, in pixels

/**
 * What is typed in stays in sight: the page gives way where the notice came to lie over it.
 * @param {HTMLElement} notice
 */
function uncover(notice) {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || field === document.body || notice.contains(field)) return;
  const [below, above] = [field.getBoundingClientRect().bottom, notice.getBoundingClientRect().top];
  if (below > above && field.getBoundingClientRect().top < globalThis.innerHeight) {
    globalThis.scrollBy(0, below - above + GAP);
  }
}

/** What happened, said where it is seen; it goes when the reader closes it or changes something else. */
export function notices(subject) {
  const text = h("p", { role: "status" });
  let takeBack = null;
  /** @type {Element | null} */
  let before = null;
  // The notice goes with its buttons; the keyboard goes back to where it was.
  const back = () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const undo = button("되돌리기", () => {
    if (typeof takeBack === "function") takeBack();
    else subject.undo();
    if (root.hidden || undo.hidden) back();
  });
  const root = h(
    "div",
    { class: "hg-notice", hidden: true },
    text,
    undo,
    button("닫기", () => {
      root.hidden = true;
      back();
    }, "hg-quiet"),
  );
  // What gets focus later is scrolled clear of it, however long its text is (calculator.css).
  const measured = () => {
    const height = `${root.offsetHeight}px`;
    uncover(root);
    // Not in the same picture, which would be laid out twice.
    setTimeout(() => document.documentElement.style.setProperty("--hg-notice-height", height), 0);
  };
  subject.on("change", () => {
    root.hidden = true;
  });
  subject.on("notice", (notice) => {
    setText(text, notice.text);
    takeBack = notice.undo;
    undo.hidden = !notice.undo;
    const on = document.activeElement;
    if (on !== document.body && !root.contains(on)) before = on;
    root.toggleAttribute("data-problem", notice.problem);
    root.hidden = false;
    requestAnimationFrame(measured); // now, the page would be laid out once more for it alone
  });
  return root;
}

/** A menu of examples. @param {{title: string}[]} examples @param {(index: number) => void} choose */
export function exampleMenu(examples, choose) {
  const menu = h(
    "details",
    { class: "hg-menu" },
    h("summary", { class: "md-button" }, "예시 불러오기"),
    h(
      "ul",
      {},
      ...examples.map(({ title }, index) =>
        h(
          "li",
          {},
          button(title, () => {
            menu.open = false;
            menu.querySelector("summary").focus();
            choose(index);
          }, "hg-quiet"),
        )
      ),
    ),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => { // else it would lie over what gets focus next
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  return menu;
}

/**
 * Take back and do again: buttons that name the step, and the keys for it outside text fields, which have
 * their own.
 */
export function steps(subject) {
  const undo = button("되돌리기", () => subject.undo(), "hg-quiet");
  const redo = button("다시 하기", () => subject.redo(), "hg-quiet");
  function refresh() {
    const next = subject.steps();
    for (const [control, word, label] of [[undo, "되돌리기", next.undo], [redo, "다시 하기", next.redo]]) {
      control.disabled = label === null;
      control.setAttribute("aria-label", label === null ? word : `${word}: ${label}`);
    }
  }
  document.addEventListener("keydown", (event) => {
    if (
      !(event.ctrlKey || event.metaKey) || event.altKey || /** @type {HTMLElement} */
      (event.target).matches?.("input[type=text], textarea")
    ) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) subject.redo();
    else subject.undo();
  });
  subject.on("change", refresh);
  subject.on("notice", refresh);
  refresh();
  return [undo, redo];
}

/** Buttons that belong together. */
export function group(label, ...buttons) {
  return h("div", { class: "hg-toolbar__group", role: "group", "aria-label": label }, ...buttons);
}
