/**
 * What is done with the whole plan: save and open a file, load an example, clear, take back, print; and the place
 * where the calculator talks to its reader.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const MOST_BYTES = 2_000_000;

  /** A name that every file system takes: `예산한도-2021-우리 구 계획.json`. */
  function fileName(draft) {
    const title = draft.title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, " ").replace(/\s+/g, " ").trim().slice(0, 60);
    return `${["예산한도", draft.edition, title].filter(Boolean).join("-")}.json`;
  }

  function save(store) {
    const text = `${JSON.stringify(hyeopchi.plan.toJson(store.view.plan), null, 2)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    h("a", { href: address, download: fileName(store.draft) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    const errors = hyeopchi.draft.errors(store.draft).length;
    store.notice(`${fileName(store.draft)} 파일로 저장했어요.`
      + (errors ? ` 읽을 수 없는 금액 ${errors}개는 파일에 ‘미정’으로 적었어요.` : ""), { problem: errors > 0 });
  }

  async function open(store, file) {
    if (file.size > MOST_BYTES) {
      store.notice("파일이 너무 커요. 이 계산기의 계획 파일이 아닌 것 같아요.", { problem: true });
      return;
    }
    const opened = hyeopchi.plan.read(await file.text(), store.data);
    if (opened.problem) {
      store.notice(`${file.name}을 열지 않았어요. ${opened.problem} 지금 적은 내용은 그대로예요.`, { problem: true });
      return;
    }
    store.replace(hyeopchi.draft.fromPlan(opened.plan), "파일 열기 전의 계획");
    store.notice([`${file.name}을 열었어요.`, ...opened.notes].join(" "), { undo: true, problem: opened.notes.length > 0 });
  }

  function loadExample(store, index) {
    const example = store.data.examples[index];
    const { plan } = hyeopchi.plan.fromJson(example.plan, store.data);
    store.replace(hyeopchi.draft.fromPlan(plan), "예시를 불러오기 전의 계획");
    store.notice(`‘${example.title}’을 불러왔어요.`, { undo: true });
  }

  function clear(store) {
    store.replace(hyeopchi.draft.empty(store.draft.edition), "지우기 전의 계획");
    store.notice("모두 지웠어요.", { undo: true });
  }

  function button(text, onclick, kind = "") {
    return h("button", { type: "button", class: `md-button ${kind}`, onclick }, text);
  }

  /** What happened, said where it is seen; it goes when the reader closes it or changes something else. */
  function notices(store) {
    const text = h("p", { role: "status" });
    const undo = button("되돌리기", () => store.undo());
    const close = button("닫기", () => { root.hidden = true; }, "hg-quiet");
    const root = h("div", { class: "hg-notice", hidden: true }, text, undo, close);
    store.on("change", () => { root.hidden = true; });
    store.on("notice", (notice) => {
      setText(text, notice.text);
      undo.hidden = !notice.undo;
      root.toggleAttribute("data-problem", notice.problem);
      root.hidden = false;
    });
    return root;
  }

  /** @returns {HTMLElement} */
  function toolbar(store) {
    const input = h("input", { type: "file", accept: ".json,application/json", class: "hg-hidden", tabindex: "-1",
      "aria-label": "계획 파일", onchange: async () => {
        const [file] = input.files;
        if (file) await open(store, file);
        input.value = "";
      } });
    const examples = h("details", { class: "hg-menu" }, h("summary", { class: "md-button" }, "예시 불러오기"),
      h("ul", {}, ...store.data.examples.map(({ title }, index) => h("li", {}, button(title, () => {
        examples.open = false;
        loadExample(store, index);
        examples.querySelector("summary").focus();
      }, "hg-quiet")))));
    const undo = button("되돌리기", () => store.undo(), "hg-quiet");
    const refresh = () => {
      const last = store.last();
      undo.disabled = last === null;
      undo.setAttribute("aria-label", last === null ? "되돌리기" : `되돌리기: ${last}`);
    };
    examples.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      examples.open = false;
      examples.querySelector("summary").focus();
    });
    store.on("change", refresh);
    store.on("notice", refresh);
    refresh();
    return h("div", { class: "hg-toolbar", role: "group", "aria-label": "계획 전체" },
      button("파일로 저장", () => save(store), "md-button--primary"), button("파일 열기", () => input.click()), input,
      examples, button("인쇄하기", () => globalThis.print()), undo, button("모두 지우기", () => clear(store), "hg-quiet"));
  }

  hyeopchi.budgetToolbar = { loadExample, notices, toolbar };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
