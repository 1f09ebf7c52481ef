/**
 * Which lines a sum row may sum up.
 */

/** @typedef {import("./money-table.js").Row} Row */

export const isTaken = ({ take }) => take;

/**
 * Since the last sum, all before it, those below it to the next sum, all below it, all.
 * @param {Row[]} rows
 * @param {number} index
 * @returns {Row[][]} none of them empty
 */
export function coverings(rows, index) {
  const earlier = rows.slice(0, index);
  const since = earlier.map(({ role }) => role).lastIndexOf("sum");
  const later = rows.slice(index + 1);
  const next = later.findIndex(({ role }) => role === "sum");
  return [earlier.slice(since + 1), earlier, later.slice(0, next < 0 ? undefined : next), later, [
    ...earlier,
    ...later,
  ]].map((some) => some.filter(isTaken)).filter((some) => some.length > 0);
}
