/**
 * Rows and columns that lie within ranges. A file may name thousands of ranges that overlap: none is gone
 * through twice.
 */

/** All numbers within some ranges, each once however they overlap. @param {number[][]} ranges */
export function within(ranges, most) {
  const found = new Set();
  let next = 0;
  for (const [from, to] of [...ranges].sort(([one], [other]) => one - other)) {
    for (next = Math.max(next, from); next <= Math.min(to, most); next += 1) found.add(next);
  }
  return found;
}

/** How many of what is kept, in its order, stand before a place. */
function before(kept, place) {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of that lies between two ends. */
export const among = (kept, from, to) => kept.slice(before(kept, from), before(kept, to + 1));
