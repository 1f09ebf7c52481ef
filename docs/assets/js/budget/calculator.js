/**
 * The budget-limit calculator: puts its parts together, keeps what is typed in this browser.
 */

import * as bar from "../bar.js";
import { h } from "../dom.js";
import { create as createDrawer } from "../drawer.js";
import { withLater } from "../files.js";
import { bind, screen } from "../keeping.js";
import * as share from "../share.js";
import { register } from "../start.js";
import { planList } from "../store/plan-list.js";
import { Shelf } from "../store/shelf.js";
import * as tables from "../tables.js";
import { budgetErrors } from "./errors.js";
import * as budgetKept from "./kept.js";
import * as budgetPanel from "./panel.js";
import { budgetProjects } from "./projects.js";
import { budgetQuestions } from "./questions.js";
import { budgetReport } from "./report.js";
import { budgetSettings } from "./settings.js";
import { budgetShare } from "./share.js";
import { createStore } from "./store.js";
import * as budgetToolbar from "./toolbar.js";
import { loadExample, toolbar, ways } from "./toolbar.js";
import * as budgetTotals from "./totals.js";

/**
 * The way to comparing two plans; its scripts load when they are asked for.
 * @returns {[string, () => void]}
 * @param {Budget.Store} store
 */
function comparing(store, drawer, shelf) {
  return [
    "두 계획 비교",
    () => withLater(store, () => import("./compare.js"), ({ open }) => open(store, drawer, shelf)),
  ];
}

/** @param {HTMLElement} root */
function calculator(root) {
  const data = JSON.parse(root.querySelector("[data-calculator]").textContent);
  const shelf = new Shelf(planList(budgetKept.content(data)));
  const { problem } = shelf;
  const store = createStore(data, structuredClone(shelf.plan.state), {
    assets: root.dataset.assets,
    root: root.dataset.root,
  });
  bind(store, shelf, (draft) => draft.projects.length === 0 && draft.title.trim() === "");
  const drawer = createDrawer();
  const shared = budgetShare(store);
  const { kept, clashes } = screen(root, shelf, {
    districts: data.districts,
    words: budgetKept.words(data),
    more: [comparing(store, drawer, shelf)],
  });
  root.querySelector("[data-static]").remove();
  root.append(
    toolbar(store, drawer),
    kept,
    drawer.element,
    bar.notices(store),
    clashes,
    h(
      "div",
      { class: "hg-calc__columns" },
      h(
        "div",
        { class: "hg-calc__main" },
        budgetErrors(store), // not above both: a click beside it must still land when it appears
        budgetSettings(store),
        budgetProjects(store, () => loadExample(store, 0)),
        budgetTotals.totals(store),
        budgetQuestions(store),
      ),
      budgetPanel.panel(store, drawer, ways(store, drawer, shared)),
    ),
    budgetReport(store),
  );
  tables.dropped(root, (file) => budgetToolbar.open(store, drawer, file));
  root.dataset.ready = "yes";
  if (problem) store.notice(problem, { problem: true });
  share.listen(shared, drawer);
}

register({ "budget-calculator": calculator });
