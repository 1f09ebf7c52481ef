/**
 * The calculator's holder: the draft, the page's data, and what the edition's rules say of the plan.
 */

import { createHolder } from "../holder.js";
import { evaluate } from "../rules/evaluate.js";
import { load } from "../rules/terms.js";
import { toPlan } from "./draft.js";

/**
 * @typedef {{draft: Budget.Draft, plan: Rules.Plan, rules: Rules.Rule[], verdicts: Rules.Verdict[]}} View
 * What has been worked out of the draft: the plan, the edition's rules, all verdicts.
 * @typedef {ReturnType<typeof createStore>} Store
 */

/**
 * @param {Budget.Data} data the page's data
 * @param {Budget.Draft} draft
 * @param {{assets: string, root: string}} places where the site's scripts and files are, from this page
 */
export function createStore(data, draft, places = { assets: "", root: "" }) {
  const rules = Object.fromEntries(Object.entries(data.rules).map(([id, list]) => [id, load(list)]));

  /** @returns {View} */
  function work(state) {
    const plan = toPlan(state);
    const active = rules[state.edition];
    return { draft: state, plan, rules: active, verdicts: evaluate(active, plan) };
  }

  const store = createHolder(draft, work);
  Object.defineProperty(store, "draft", { get: () => store.state });
  const made = Object.assign(store, { data, places, viewOf: work, rulesOf: (edition) => rules[edition] });
  return /** @type {typeof made & {readonly draft: Budget.Draft}} */ (made);
}
