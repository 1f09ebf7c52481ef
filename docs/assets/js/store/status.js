/**
 * The line that says where the plans are kept, or why they are not and what to do.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const KEPT = "적는 대로 이 브라우저에만 저장돼요. 어디에도 보내지 않아요.";

  /** @param {any} shelf @param {string} name the line's class @param {string} [advice] what else to do when it cannot be kept */
  function keptLine(shelf, name, advice = "") {
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

  hyeopchi.keptLine = keptLine;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
