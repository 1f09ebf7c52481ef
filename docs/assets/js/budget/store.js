/**
 * The calculator's holder: the draft, the page's data, and what the edition's rules say of the plan.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {{draft: any, plan: any, rules: any[], verdicts: any[]}} View
   * What has been worked out of the draft: the plan, the edition's rules, all verdicts.
   */

  /**
   * @param {any} data the page's data
   * @param {{assets: string, root: string}} places where the site's scripts and files are, from this page
   */
  function createStore(data, draft, places = { assets: "", root: "" }) {
    const rules = Object.fromEntries(Object.entries(data.rules).map(([id, list]) => [id, hyeopchi.rules.load(list)]));

    /** @returns {View} */
    function work(state) {
      const plan = hyeopchi.draft.toPlan(state);
      const active = rules[state.edition];
      return { draft: state, plan, rules: active, verdicts: hyeopchi.rules.evaluate(active, plan) };
    }

    const store = hyeopchi.createHolder(draft, work);
    Object.defineProperty(store, "draft", { get: () => store.state });
    return Object.assign(store, { data, places, viewOf: work, rulesOf: (edition) => rules[edition] });
  }

  hyeopchi.createStore = createStore;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
