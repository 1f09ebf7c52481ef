/**
 * What is done with the plan as a whole, always in view: save, open and merge, share, print; and what has happened.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { give, safeName } = hyeopchi.files;
  const { file, openFile, review, share, sheet, today } = hyeopchi.checklist;
  const { button } = hyeopchi.dialog;

  /** A name that every file system takes: `체크리스트-강서구 2021년-2026-11-21.json`. */
  function fileName(plans) {
    const name = plans.length === 1 ? file.nameOf(plans[0]) : `계획 ${plans.length}개`;
    return `체크리스트-${safeName(name, 80)}-${today()}.json`;
  }

  /** Saves plans to a file. */
  function saveFile(store, plans) {
    const text = `${JSON.stringify(file.toJson({ current: null, plans }), null, 2)}\n`;
    give(text, "application/json", fileName(plans));
    store.savedAsFile(plans);
    store.notice({ text: `${fileName(plans)} 파일로 저장했어요.` });
  }

  function opener(store) {
    const input = h("input", { type: "file", multiple: true, accept: ".json,application/json", class: "hg-hidden", tabindex: "-1",
      "aria-label": "체크리스트 파일", onchange: async () => {
        const opened = await Promise.all([...input.files].map(openFile));
        input.value = "";
        if (opened.length > 0) review(store, opened);
      } });
    return [button("열기·합치기", () => input.click()), input];
  }

  /** A button that unfolds further ones. */
  function menu(label, entries) {
    const element = h("details", { class: "hg-desk__menu" }, h("summary", { class: "hg-desk__button" }, label),
      h("div", { class: "hg-desk__entries" }, ...entries.map(([text, onclick]) => button(text, () => {
        element.open = false;
        onclick();
      }, "quiet"))));
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !element.open) return;
      element.open = false;
      element.querySelector("summary").focus();
    });
    element.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
    });
    return element;
  }

  /** @param {any} store @param {any[]} checklists those of the page @param {() => Set<string>} shownIds */
  function createBar(store, checklists, shownIds) {
    const saves = () => saveFile(store, [store.plan]);
    const saving = [["이 계획만", saves], ["모든 계획을 한 파일로", () => saveFile(store, store.plans)]];
    const one = button("파일로 저장", saves, "main");
    const many = menu("파일로 저장", saving);
    const element = h("div", { class: "hg-desk-bar", role: "group", "aria-label": "저장과 인쇄" },
      h("div", { class: "hg-desk-bar__buttons" }, one, many, ...opener(store), button("링크·QR", () => share(store, saves)),
        menu("한글·Word", [["한글 파일로 받기", () => hyeopchi.office.saveChecklist(store, checklists, "hwpx")],
          ["Word 파일로 받기", () => hyeopchi.office.saveChecklist(store, checklists, "docx")]]),
        menu("인쇄", [["회의 자료(남은 일)", () => sheet.print(sheet.meetingSheet(store, checklists, shownIds()))],
          ["한 일 보고", () => sheet.print(sheet.report(store, checklists))], ["지금 화면", () => globalThis.print()]])),
      hyeopchi.shelfStatus(store));
    return { element, show() {
      one.hidden = store.plans.length > 1;
      many.hidden = !one.hidden;
    } };
  }

  hyeopchi.checklist.createBar = createBar;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
