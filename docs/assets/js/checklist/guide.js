/**
 * What the page says about checklists: groups and items by id, what must come before what.
 */

import { isClosed } from "./entry.js";

/**
 * @typedef {Pick<Data.checklists.Item, "id" | "text" | "role" | "force" | "basis"> & {marks?: string[], group: Group,
 *   checklist: any}} Item
 * @typedef {{key: string, title: string, after: string[], items: Item[]}} Group
 */

/** Reads the page's data. @param {HTMLElement} root */
export function createGuide(root) {
  const { checklists, districts, editions, marks, moves } = JSON.parse(
    root.querySelector("[data-checklists]").textContent,
  );
  const items = new Map();
  for (const checklist of checklists) {
    for (const group of checklist.groups) {
      for (const item of group.items) items.set(item.id, Object.assign(item, { group, checklist }));
    }
  }
  const own = checklists.find(({ id }) => id === root.dataset.checklist) ?? null;
  return {
    assets: root.dataset.assets,
    checklists,
    districts,
    editions,
    items,
    marks,
    moves,
    own,
    progress: root.dataset.progress,
    shows: root.dataset.shows,
  };
}

export const idsOf = (groups) => groups.flatMap((group) => group.items.map((item) => item.id));

/**
 * The groups that must be finished before this one and are not, with how many items each still has.
 * @param {Checks.Group} group
 */
export function waitsFor(checklist, group, items) {
  return checklist.groups.filter(({ key }) => group.after.includes(key))
    .map((before) => ({ group: before, open: idsOf([before]).filter((id) => !isClosed(items[id])).length }))
    .filter(({ open }) => open > 0);
}

/** Whether nothing is marked in a group yet. @param {Checks.Group} group */
export const isUntouched = (group, items) => group.items.every(({ id }) => !items[id]?.state);

/** What is noted under ids that this guide has no more (or not yet). */
export function strangers(guide, plan) {
  return Object.keys(plan.items).filter((id) => !guide.items.has(id));
}

/** An item's words, or its id when the guide does not know it. */
export function textOf(guide, id) {
  return guide.items.get(id)?.text ?? `이 길잡이에 없는 항목(${id})`;
}

/**
 * An item's words for paper and files, with how strongly its source says them, or that the guide suggests it.
 */
export function weighedText({ marks }, item) {
  const own = item.marks ?? [marks[item.basis === "suggested" ? "suggested" : item.force]];
  return [item.text, ...own.filter(Boolean).map((mark) => `[${mark}]`)].join(" ");
}
