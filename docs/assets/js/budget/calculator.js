/**
 * The budget-limit calculator: puts its parts together, keeps what is typed in this browser.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;

  /** The way to comparing two plans; its scripts load when they are asked for. */
  function comparing(store, drawer, shelf) {
    return ["두 계획 비교", () => hyeopchi.files.withLater(store, "compare", () => hyeopchi.budgetCompare.open(store, drawer, shelf))];
  }

  /** @param {HTMLElement} root */
  function calculator(root) {
    const data = JSON.parse(root.querySelector("[data-calculator]").textContent);
    const { bind, screen } = hyeopchi.keeping;
    const shelf = new hyeopchi.Shelf(hyeopchi.planList(hyeopchi.budgetKept.content(data)));
    const { problem } = shelf;
    const store = hyeopchi.createStore(data, structuredClone(shelf.plan.state), { assets: root.dataset.assets, root: root.dataset.root });
    bind(store, shelf, (draft) => draft.projects.length === 0 && draft.title.trim() === "");
    const drawer = hyeopchi.drawer.create();
    const shared = hyeopchi.budgetShare(store);
    const { loadExample, toolbar, ways } = hyeopchi.budgetToolbar;
    const { kept, clashes } = screen(root, shelf, { districts: data.districts, words: hyeopchi.budgetKept.words(data),
      more: [comparing(store, drawer, shelf)] });
    root.querySelector("[data-static]").remove();
    root.append(toolbar(store, drawer), kept, drawer.element, hyeopchi.bar.notices(store), clashes,
      h("div", { class: "hg-calc__columns" },
        h("div", { class: "hg-calc__main" }, hyeopchi.budgetErrors(store), // not above both: a click beside it must still land when it appears
          hyeopchi.budgetSettings(store), hyeopchi.budgetProjects(store, () => loadExample(store, 0)),
          hyeopchi.budgetTotals.totals(store), hyeopchi.budgetQuestions(store)),
        hyeopchi.budgetPanel.panel(store, drawer, ways(store, drawer, shared))),
      hyeopchi.budgetReport(store));
    hyeopchi.tables.dropped(root, (file) => hyeopchi.budgetToolbar.open(store, drawer, file));
    root.dataset.ready = "yes";
    if (problem) store.notice(problem, { problem: true });
    hyeopchi.share.listen(shared, drawer);
  }

  hyeopchi.modules = Object.assign(hyeopchi.modules || {}, { "budget-calculator": calculator });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
