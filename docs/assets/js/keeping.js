/**
 * Keeps in this browser what is typed, and brings back what other tabs have written: for the calculator and
 * every sheet. What is typed stands in a holder; its plan stands on a shelf.
 */

import { h } from "./dom.js";
import { createClashes } from "./store/clashes.js";
import { equal } from "./store/merge.js";
import { create as createPlans } from "./store/plans.js";
import { keptLine } from "./store/status.js";

const SAVE_AFTER = 400; // ms of quiet before what is typed is kept
const FIELDS = "input, select, textarea, button, summary, a";

/** Does what builds parts anew, and puts the cursor back where it was. */
function inPlace(work) {
  const active = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const root = active?.closest?.("[data-module]");
  const fields = () => /** @type {HTMLInputElement[]} */ ([...root?.querySelectorAll(FIELDS) ?? []]);
  const place = fields().indexOf(active);
  const [from, to] = [active?.selectionStart ?? null, active?.selectionEnd ?? null];
  work();
  const next = fields()[place];
  if (active?.isConnected || next?.tagName !== active?.tagName) return;
  next?.focus({ preventScroll: true });
  if (from !== null && next?.type === "text") next.setSelectionRange(from, to);
}

/**
 * Shows what came from outside (file, link, example): in the place of a blank plan, else as one more plan.
 * @returns {boolean | (() => void)} how it is taken back: by the holder (true), not at all, or so
 */
function arrive(holder, shelf, state, isBlank, label) {
  shelf.refresh();
  if (isBlank(holder.state)) {
    holder.replace(state, label);
    return true;
  }
  const same = shelf.plans.find((plan) => equal(plan.state, state));
  if (same) {
    shelf.show(same.id);
    return false;
  }
  const plan = shelf.kind.blank(state);
  shelf.putWithUndo([[plan.id, plan]], plan.id);
  return () => shelf.undo();
}

/**
 * Keeps the shown plan as the holder has it, and the holder as the shelf has it. The holder learns to show
 * what arrives and to hear of files.
 * @param {any} holder
 * @param {any} shelf
 * @param {(state: any) => boolean} isBlank
 */
export function bind(holder, shelf, isBlank) {
  let timer = 0;
  let shown = shelf.plan.id;

  function hold(now) {
    clearTimeout(timer);
    timer = 0;
    shelf.hold({ state: structuredClone(holder.state) }, now);
  }
  function bring() {
    const { id, state } = shelf.plan;
    const other = id !== shown;
    shown = id;
    if (other) holder.open(id, structuredClone(state));
    else if (!equal(state, holder.state)) {
      inPlace(() => holder.replace(structuredClone(state), "다른 탭의 변경"));
    }
  }
  holder.on("change", () => {
    shelf.expect();
    clearTimeout(timer);
    timer = setTimeout(() => hold(true), SAVE_AFTER);
  });
  shelf.on("gather", () => {
    if (timer !== 0) hold(false);
  });
  shelf.on("change", bring);
  shelf.on(
    "notice",
    ({ text, undo = false, problem = false }) =>
      holder.notice(text, { problem, undo: undo && (() => shelf.undo()) }),
  );
  shelf.follow();
  Object.assign(holder, {
    arrive: (state, label) => arrive(holder, shelf, state, isBlank, label),
    savedAsFile: () => shelf.savedAsFile(),
  });
}

/**
 * What shows a tool's plans: which is shown stands above it; where they are kept and what two tabs said
 * differently in it.
 * @param {HTMLElement} root the tool's @param {any} shelf
 * @param {{districts: string[], words: import("./store/clashes.js").Words, more?: [string, () => void][]}}
 *   options
 * @returns {{kept: HTMLElement, clashes: HTMLElement}}
 */
export function screen(root, shelf, { districts, words, more = [] }) {
  const plans = createPlans(shelf, { districts, hasVersion: true, more });
  const clashes = createClashes(shelf, words);
  const show = () => [plans, clashes].forEach((part) => part.show());
  shelf.on("change", show);
  shelf.on("saved", show);
  show();
  root.before(h("div", { class: "hg-desk" }, plans.element));
  return { kept: keptLine(shelf, "hg-calc__kept"), clashes: clashes.element };
}
