/**
 * What a plan is about (its edition, its checklists) and what of it is shown, printed or handed on: some
 * steps alone.
 */

import { dict, isClosed, isLate, stateOf, today } from "./entry.js";

const SOON = 30; // days: what is due in them belongs to the next meeting, while no day of it is kept

/** The plan's edition: the one that was chosen, or the newest. */
export const editionOf = (guide, plan) => plan.edition ?? guide.editions[0];

/** The checklists that an edition's plan begins with. */
export const checklistsOfEdition = (guide, edition) =>
  guide.checklists.filter(({ editions }) => editions.includes(edition)).map(({ id }) => id);

/** The plan's checklists: those that were chosen for it, and any in which something is noted. */
export function checklistsOf(guide, plan) {
  const chosen = new Set(plan.checklists ?? checklistsOfEdition(guide, editionOf(guide, plan)));
  const noted = new Set(Object.keys(plan.items).map((id) => guide.items.get(id)?.checklist.id));
  return guide.checklists.filter(({ id }) => chosen.has(id) || noted.has(id));
}

/** The checklists with some of their groups alone. @param {Set<string>} keys none: all */
export function withGroups(checklists, keys) {
  if (keys.size === 0) return checklists;
  return checklists.map((one) => ({ ...one, groups: one.groups.filter(({ key }) => keys.has(key)) })).filter((
    { groups },
  ) => groups.length > 0);
}

/** The plan with what is noted on some items alone: merged into the whole, it changes nothing else. */
export function part(plan, ids) {
  const wanted = new Set(ids);
  return { ...plan, items: dict(Object.entries(plan.items).filter(([id]) => wanted.has(id))) };
}

/** Steps by name, as far as they fit a line: `의제 검토, 의제 발굴 등 4개 단계`. */
export function namesOf(titles, most = 2) {
  return titles.length <= most
    ? titles.join(", ")
    : `${titles.slice(0, most).join(", ")} 등 ${titles.length}개 단계`;
}

/** The groups in which a plan notes something, by name. */
export function groupsNoted(guide, plan) {
  return [...new Set(Object.keys(plan.items).map((id) => guide.items.get(id)?.group.title).filter(Boolean))];
}

export const daysUntil = (date) => (Date.parse(date) - Date.parse(today())) / 86_400_000;

/**
 * Whether an item belongs to the next meeting: begun, late, or due by then.
 * @param {string} [meeting] its day
 * @param {Checks.Entry | undefined} entry
 */
function isNext(entry, meeting) {
  if (!entry || isClosed(entry)) return false;
  const soon = entry.due && (meeting ? entry.due <= meeting : daysUntil(entry.due) <= SOON);
  return stateOf(entry) === "doing" || isLate(entry) || Boolean(soon);
}

/** The items of the next meeting, the earliest day first. */
export function nextItems(guide, plan) {
  const day = ({ id }) => plan.items[id].due ?? "9";
  return [...guide.items.values()].filter(({ id }) => isNext(plan.items[id], plan.meeting)).sort((
    a,
    b,
  ) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
