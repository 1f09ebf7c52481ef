/**
 * Checklists: puts the parts together on a checklist's page, on a step's page (its group only) and on the
 * page of the progress over all checklists.
 */

import { h } from "../dom.js";
import { onFragment, takeFragment } from "../gate/sources.js";
import { register } from "../start.js";
import { createClashes } from "../store/clashes.js";
import { expected } from "../store/dialog.js";
import * as plans from "../store/plans.js";
import { createAbout } from "./about.js";
import { createBar, createGroupMenu, createStepBar } from "./bar.js";
import { count } from "./entry.js";
import * as file from "./file.js";
import { createFilters } from "./filters.js";
import { createGroup, createProgress } from "./group.js";
import { createGuide, idsOf } from "./guide.js";
import { createItem } from "./item.js";
import * as link from "./link.js";
import { createNext } from "./next.js";
import { createOverview } from "./progress.js";
import { review } from "./review.js";
import { checklistsOf } from "./scope.js";
import { createStore, storeWords } from "./store.js";

/** From the group's heading to its list: what goes when none of its items is shown. */
function sectionOf(list) {
  const parts = [list];
  for (
    let part = list.previousElementSibling;
    part && !parts.at(-1).matches("h2");
    part = part.previousElementSibling
  ) parts.push(part);
  const ids = [...list.querySelectorAll("[data-item]")].map((item) => item.dataset.item);
  return {
    show: (shown) =>
      parts.forEach((part) => {
        part.hidden = !ids.some((id) => shown.has(id));
      }),
  };
}

function servedItems(store) {
  return [...document.querySelectorAll("[data-item]")].map((element) => createItem(store, element));
}

/** @param {(group: any) => HTMLElement} [actions] what is done with one group alone */
function servedGroups(store, actions = () => null) {
  return [...document.querySelectorAll("[data-check-head]")].map((head) => {
    const group = store.guide.own.groups.find(({ key }) => key === head.dataset.checkHead);
    return createGroup(store, head, group, actions(group));
  });
}

/** A link in the address: taken out of it, so that a reload does not ask again, and shown for taking in. */
async function openLink(store) {
  if (!globalThis.location.hash.startsWith(link.start)) return;
  expected();
  const opened = await link.read(takeFragment());
  review(store, [{ name: "링크", document: opened.value, problem: opened.problem }]);
}

const plansOf = (store) =>
  plans.create(store, {
    districts: store.guide.districts,
    hasVersion: false,
    about: (plan) => createAbout(store.guide, plan),
  });
const clashesOf = (store) => createClashes(store, storeWords(store.guide));

function buildStep(store, root) {
  const plan = h("p", { class: "hg-desk__plan" });
  const clashes = clashesOf(store);
  const key = document.querySelector("[data-check-head]").dataset.checkHead;
  root.append(plan, clashes.element);
  root.after(createStepBar(store, store.guide.own.groups.find((group) => group.key === key)));
  return [clashes, ...servedGroups(store), ...servedItems(store), {
    show: () =>
      plan.replaceChildren(
        "표시하는 계획: ",
        h("strong", {}, file.nameOf(store.plan)),
        " · ",
        h("a", { href: store.guide.progress }, "우리 구의 진행 상황"),
      ),
  }];
}

function buildChecklist(store, root) {
  const items = servedItems(store);
  const plans = plansOf(store);
  const clashes = clashesOf(store);
  const progress = createProgress("전체 진행");
  let bar = null;
  const filters = createFilters(
    store,
    items,
    [...document.querySelectorAll("[data-check-group]")].map(sectionOf),
    () => bar?.show(),
  );
  bar = createBar(store, () => [store.guide.own], filters.shown, filters.steps, () => filters.only(null));
  /** @param {Checks.Group} group */
  const alone = (group) =>
    createGroupMenu(store, group, () => {
      filters.only(group.key);
      document.getElementById(group.key).scrollIntoView();
    });
  let plan = null;
  root.append(plans.element, clashes.element, progress.element, filters.element);
  root.after(bar.element, filters.paper);
  // What is being worked on stays in view: only another plan filters anew.
  const refilter = {
    show() {
      if (plan !== store.plan.id) filters.show();
      plan = store.plan.id;
    },
  };
  return [plans, clashes, bar, ...servedGroups(store, alone), ...items, refilter, {
    show: () => progress.show(count(store.plan.items, idsOf(store.guide.own.groups))),
  }];
}

function buildProgress(store, root) {
  const plans = plansOf(store);
  const clashes = clashesOf(store);
  const overview = createOverview(store);
  const next = createNext(store);
  const bar = createBar(
    store,
    () => checklistsOf(store.guide, store.plan),
    () => ({ ids: new Set(store.guide.items.keys()), words: "" }),
  );
  root.append(plans.element, clashes.element);
  root.after(bar.element, next.element, overview.element);
  return [plans, clashes, bar, next, overview];
}

const BUILDERS = { step: buildStep, checklist: buildChecklist, progress: buildProgress };

/** @param {HTMLElement} root */
function checklist(root) {
  const store = createStore(createGuide(root));
  const parts = BUILDERS[store.guide.shows](store, root);
  const show = () => parts.forEach((part) => part.show());
  store.on("change", show);
  store.follow();
  show();
  if (store.told.length > 0) {
    store.notice({
      text: `새 연도의 길잡이에서 바뀐 항목이 있어서 표시를 옮겼어요. ${
        store.told.map((move) => move.note).join(" ")
      }`,
    });
  }
  root.dataset.ready = "yes";
  openLink(store);
  onFragment(() => openLink(store));
}

register({ checklist });
