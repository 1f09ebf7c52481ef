/**
 * The line that says where the plans are kept, or why they are not and what to do.
 */

import { h, setText } from "../dom.js";
import * as dialog from "./dialog.js";

const KEPT = "입력하는 대로 이 브라우저에만 저장되고, 다른 곳으로 전송되지 않아요.";

/**
 * @param {any} shelf
 * @param {string} name the line's class
 * @param {string} [advice] what else to do when it cannot be kept
 */
export function keptLine(shelf, name, advice = "") {
  const said = h("p", { class: name, role: "status" });
  function show() {
    setText(said, shelf.problem === null ? KEPT : `${shelf.problem}${advice}`);
    said.toggleAttribute("data-problem", shelf.problem !== null);
  }
  shelf.on("saved", show);
  shelf.on("change", show);
  show();
  return said;
}

/** The same with what has just happened, and taking it back. @param {any} shelf @param {string} [advice] */
export function shelfStatus(shelf, advice) {
  const said = h("p", { class: "hg-status__said", role: "status" });
  const undo = dialog.button("되돌리기", () => shelf.undo(), "quiet", { hidden: true });
  const hide = () => {
    undo.hidden = undo.hidden || shelf.before === null;
  };
  shelf.on("change", hide);
  shelf.on("saved", hide);
  shelf.on("notice", (notice) => {
    setText(said, notice.text);
    undo.hidden = !notice.undo;
  });
  return h("div", { class: "hg-status" }, keptLine(shelf, "hg-status__kept", advice), said, undo);
}
