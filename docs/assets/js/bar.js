/**
 * What stands in every tool's bar: the line that tells what happened, and the menu of examples.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;

  /** What happened, said where it is seen; it goes when the reader closes it or changes something else. */
  function notices(subject) {
    const text = h("p", { role: "status" });
    const undo = button("되돌리기", () => subject.undo());
    const root = h("div", { class: "hg-notice", hidden: true }, text, undo, button("닫기", () => { root.hidden = true; }, "hg-quiet"));
    subject.on("change", () => { root.hidden = true; });
    subject.on("notice", (notice) => {
      setText(text, notice.text);
      undo.hidden = !notice.undo;
      root.toggleAttribute("data-problem", notice.problem);
      root.hidden = false;
    });
    return root;
  }

  /** A menu of examples. @param {{title: string}[]} examples @param {(index: number) => void} choose */
  function exampleMenu(examples, choose) {
    const menu = h("details", { class: "hg-menu" }, h("summary", { class: "md-button" }, "예시 불러오기"),
      h("ul", {}, ...examples.map(({ title }, index) => h("li", {}, button(title, () => {
        menu.open = false;
        choose(index);
        menu.querySelector("summary").focus();
      }, "hg-quiet")))));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    return menu;
  }

  hyeopchi.bar = { exampleMenu, notices };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
