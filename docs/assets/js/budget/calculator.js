/**
 * The budget-limit calculator: puts its parts together, keeps what is typed in this browser.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const KEY = "hyeopchi.budget";
  const SAVE_AFTER = 400; // ms of quiet before what is typed is kept

  /** What this browser kept, or an empty plan of the newest edition; `problem` is a sentence. */
  function restore(data) {
    const fresh = hyeopchi.draft.empty(data.editions.at(-1).id);
    const kept = hyeopchi.storage.read(KEY);
    if (kept.value === null) return { draft: fresh, problem: kept.problem };
    const { draft, problem } = hyeopchi.draft.fromStored(kept.value, data);
    if (draft) return { draft, problem: null };
    hyeopchi.storage.setAside(KEY);
    return { draft: fresh, problem: `${hyeopchi.storage.BROKEN} (${problem})` };
  }

  /** Keeps the draft shortly after each change, and at once when the page is left. */
  function autosave(store) {
    const told = h("p", { class: "hg-calc__kept" });
    let timer = 0;
    let waiting = false;

    function keep() {
      clearTimeout(timer);
      if (!waiting) return;
      waiting = false;
      const problem = hyeopchi.storage.write(KEY, hyeopchi.draft.toStored(store.draft));
      told.toggleAttribute("data-problem", problem !== null);
      setText(told, problem ?? "적는 대로 이 브라우저에만 저장돼요. 어디에도 보내지 않아요.");
    }
    store.on("change", () => {
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(keep, SAVE_AFTER);
    });
    globalThis.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    setText(told, "적는 대로 이 브라우저에만 저장돼요. 어디에도 보내지 않아요.");
    return told;
  }

  /** @param {HTMLElement} root */
  function calculator(root) {
    const data = JSON.parse(root.querySelector("[data-calculator]").textContent);
    const { draft, problem } = restore(data);
    const store = hyeopchi.createStore(data, draft, { assets: root.dataset.assets, root: root.dataset.root });
    const drawer = hyeopchi.drawer.create();
    const shared = hyeopchi.budgetShare(store);
    const { loadExample, notices, toolbar } = hyeopchi.budgetToolbar;
    root.querySelector("[data-static]").remove();
    root.append(
      toolbar(store, drawer, shared), autosave(store), drawer.element, notices(store), hyeopchi.budgetErrors(store),
      h("div", { class: "hg-calc__columns" },
        h("div", { class: "hg-calc__main" },
          hyeopchi.budgetSettings(store), hyeopchi.budgetProjects(store, () => loadExample(store, 0)),
          hyeopchi.budgetTotals.totals(store), hyeopchi.budgetQuestions(store)),
        hyeopchi.budgetPanel.panel(store)),
      hyeopchi.budgetReport(store));
    root.dataset.ready = "yes";
    if (problem) store.notice(problem, { problem: true });
    hyeopchi.share.listen(shared, drawer);
  }

  hyeopchi.modules = Object.assign(hyeopchi.modules || {}, { "budget-calculator": calculator });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
