/**
 * Items that were moved, split, merged or dropped in a later edition: what was noted follows them, and the
 * item says so.
 */

import { dict, joinTexts } from "./entry.js";

/**
 * @typedef {{id: string, kind: string, edition: string, before: string[], now: string[], note: string}} Move
 */

/**
 * One state for several items: done when every one is done, not done when none is begun; what does not apply
 * does not count.
 */
function joinStates(states) {
  const counted = states.filter((state) => state !== "na");
  if (counted.length === 0) return "na";
  if (counted.every((state) => state === counted[0])) return counted[0];
  return "doing";
}

/**
 * One entry for several; a missing one is an item that nobody has begun. The earliest date holds, the others
 * stand in the note.
 */
export function join(entries) {
  const found = entries.filter(Boolean);
  const dues = [...new Set(found.map((entry) => entry.due).filter(Boolean))].sort();
  const later = dues.slice(1).map((due) => `합치기 전 다른 기한: ${due}`);
  const joined = {
    state: joinStates(entries.map((entry) => entry?.state ?? "none")),
    note: joinTexts("note", [...found.map((entry) => entry.note), ...later]),
    evidence: joinTexts("evidence", found.map((entry) => entry.evidence)),
    who: joinTexts("who", found.map((entry) => entry.who)),
    due: dues[0],
  };
  return Object.fromEntries(
    Object.entries(joined).filter(([field, value]) => value && !(field === "state" && value === "none")),
  );
}

/**
 * Carries the entries of `move.before` over to `move.now`. A dropped item keeps its entry under its old id.
 */
function carry(items, move) {
  if (move.now.length === 0) return items;
  const carried = join(move.before.map((id) => items[id]));
  const kept = Object.entries(items).filter(([id]) => !move.before.includes(id));
  const added = move.now.map((id) => {
    const there = move.before.includes(id) ? undefined : items[id];
    return [id, { ...(there ? join([there, carried]) : carried), move: move.id }];
  });
  return dict([...kept, ...added]);
}

/**
 * The plan in this edition's ids. A move is carried out once; the plan remembers which were.
 * @param {import("./file.js").Plan} plan
 * @param {Move[]} moves oldest first
 * @returns {{plan: import("./file.js").Plan, told: Move[]}} `told`: the moves that met something noted
 */
export function apply(plan, moves) {
  const pending = moves.filter((move) => !plan.moves.includes(move.id));
  const told = [];
  let items = plan.items;
  for (const move of pending) {
    if (!move.before.some((id) => items[id])) continue;
    told.push(move);
    items = carry(items, move);
  }
  return { plan: { ...plan, items, moves: [...plan.moves, ...pending.map((move) => move.id)] }, told };
}
