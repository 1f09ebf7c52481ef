/**
 * Sums that arithmetic finds where no word does: a row without a name, a project's row above or below its
 * parts, rows that would count twice against the table's own total.
 */

import { struck as tableStruck } from "./struck.js";
import { equals, isLine, totals } from "./sum-rows.js";
import { marked, parents } from "./sums-above.js";
import { against, doubtful, levels, restored } from "./sums-proven.js";
import { last, nameless } from "./sums-unnamed.js";

/** Rows that the table says are struck out. @param {Tables.Work} work */
const struck = (work) => tableStruck(work, { equals, totals });

const STEPS = [doubtful, parents, marked, nameless, struck, last, levels, against, restored];

/** @param {Tables.Work} work @returns {import("./pieces.js").Pieces<void>} */
export function* find(work) {
  for (const step of STEPS) yield* step(work);
  if (!work.told.some(isLine)) onlySums(work);
}

/**
 * Where nothing but sums is left (each project stands with its 계 alone), those that are no sum of others are
 * the lines.
 * @param {Tables.Work} work
 */
function onlySums(work) {
  const sums = work.told.filter(({ role }) => role === "sum");
  sums.slice(0, -1).forEach((told) => Object.assign(told, { role: "line", why: "" }));
  const final = sums.at(-1);
  if (final && (sums.length === 1 || !equals(work, final, sums.slice(0, -1)))) {
    Object.assign(final, { role: "line", why: "" });
  }
}
