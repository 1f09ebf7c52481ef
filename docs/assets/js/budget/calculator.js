/**
 * The budget-limit calculator: puts its parts together, keeps what is typed in this browser.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const KEY = "hyeopchi.budget";

  /** @param {HTMLElement} root */
  function calculator(root) {
    const data = JSON.parse(root.querySelector("[data-calculator]").textContent);
    const { opened, problem } = hyeopchi.keeping.restore(KEY, hyeopchi.draft.empty(data.editions.at(-1).id),
      (kept) => {
        const { draft: state, problem: broken } = hyeopchi.draft.fromStored(kept, data);
        return { state, problem: broken };
      });
    const store = hyeopchi.createStore(data, opened, { assets: root.dataset.assets, root: root.dataset.root });
    const drawer = hyeopchi.drawer.create();
    const shared = hyeopchi.budgetShare(store);
    const { loadExample, toolbar } = hyeopchi.budgetToolbar;
    root.querySelector("[data-static]").remove();
    root.append(
      toolbar(store, drawer, shared), hyeopchi.keeping.autosave(store, KEY, () => hyeopchi.draft.toStored(store.draft)), drawer.element,
      hyeopchi.bar.notices(store), hyeopchi.budgetErrors(store),
      h("div", { class: "hg-calc__columns" },
        h("div", { class: "hg-calc__main" },
          hyeopchi.budgetSettings(store), hyeopchi.budgetProjects(store, () => loadExample(store, 0)),
          hyeopchi.budgetTotals.totals(store), hyeopchi.budgetQuestions(store)),
        hyeopchi.budgetPanel.panel(store)),
      hyeopchi.budgetReport(store));
    hyeopchi.tables.dropped(root, (file) => hyeopchi.budgetToolbar.open(store, drawer, file));
    root.dataset.ready = "yes";
    if (problem) store.notice(problem, { problem: true });
    hyeopchi.share.listen(shared, drawer);
  }

  hyeopchi.modules = Object.assign(hyeopchi.modules || {}, { "budget-calculator": calculator });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
