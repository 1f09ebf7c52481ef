/**
 * The fewest lines that meet all covers, then the first such lines in the plan's order. Whole numbers only;
 * the twin of macros/rules/adjust/fewest.py, name by name.
 *
 * A cover says what a set of lines must bring together: `sum(brings[line]) >= short`. The search takes lines
 * in or leaves them out, one by one; it gives up where even the lines that bring most would be too many, for
 * one cover or for several added up. For that it looks at small shares, rounded up: they can only make lines
 * seem fewer.
 */

import { ceiling, negative, plus, sum, times } from "./exact.js";

// The share that is all of a cover, or all that is still asked: shares times shares stay below 2**31.
const SCALE = 1 << 15;

/**
 * @typedef {import("./exact.js").Whole} Whole
 * @typedef {{short: Whole, brings: Whole[], shares: number[], order: number[]}} Cover in won times weights:
 *   what lines must bring (above 0), what each brings; the same in SCALE parts of `short`, rounded up; lines
 *   by that, the greatest first
 * @typedef {{cover: Cover, left: Whole, asked: number}} Open a cover that is not met yet: what it lacks, and
 *   that in its shares, rounded down, but never nothing
 */

/** A share of a whole in SCALE parts, rounded up: exact, as all numbers are whole and below 2**31. */
function shareUp(part, whole) {
  return ((part * SCALE + whole - 1) / whole) | 0;
}

/**
 * How many of the lines that bring most a cover needs at least; more than any plan has when all do not do.
 */
function countNeeded({ cover: { order, shares }, asked }, isFree) {
  let [left, count] = [asked, 0];
  for (const line of order) {
    if (!isFree[line]) continue;
    left -= shares[line];
    count += 1;
    if (left <= 0) return count;
  }
  return SCALE;
}

/** How many of the largest shares reach what is asked. */
function countTogether(shares, asked) {
  const sorted = shares.slice().sort(); // a typed array sorts by number
  let left = asked;
  let at = sorted.length;
  while (left > 0) left -= sorted[at -= 1];
  return sorted.length - at;
}

/** The share of each free line in what a cover still asks, none above SCALE. */
function sharesOf({ cover: { shares }, asked }, free) {
  const found = new Int32Array(free.length);
  for (let at = 0; at < free.length; at += 1) found[at] = shareUp(Math.min(shares[free[at]], asked), asked);
  return found;
}

/** What is still open when the line is taken. @param {Open[]} open @returns {Open[]} */
function afterLine(open, line) {
  return open.map(({ cover, left, asked }) => ({
    cover,
    left: plus(left, negative(cover.brings[line])),
    asked: Math.max(1, asked - cover.shares[line]),
  }))
    .filter(({ left }) => left > 0);
}

/**
 * Whether covers cannot all be met by `room` lines, though each alone can by its count: some, added up,
 * cannot.
 */
function tooMany(shares, counts, room) {
  const order = shares.map((_, at) => at).sort((one, other) => counts[other] - counts[one] || one - other);
  let [together, asked, most] = [shares[order[0]], SCALE, counts[order[0]]];
  for (const at of order.slice(1)) {
    const more = together.slice();
    for (let line = 0; line < more.length; line += 1) more[line] += shares[at][line];
    const count = countTogether(more, asked + SCALE);
    if (count > most) [together, asked, most] = [more, asked + SCALE, count];
    if (most > room) return true;
  }
  return false;
}

/** The place of the free line with the greatest share of what is asked; of equals the first. */
function mostUseful(shares) {
  let [best, pick] = [-1, 0];
  for (let at = 0; at < shares[0].length; at += 1) {
    let score = 0;
    for (const each of shares) score += each[at];
    if (score > best) [best, pick] = [score, at];
  }
  return pick;
}

/** Whether some cover cannot be met without the line in that place. */
function needed(shares, at) {
  return shares.some((each) => {
    let rest = -each[at];
    for (const share of each) rest += share;
    return rest < SCALE;
  });
}

/** Whether a line is no better for an open cover than the other. */
function lesser({ cover: { brings }, left }, line, other) {
  return brings[line] <= brings[other] || left <= brings[other];
}

/** A choice among lines 0 … count-1 under covers that come one after another. */
export function createFewest(count, allowance) {
  /** @type {Cover[]} */
  const covers = [];
  const refused = new Set();
  const all = Array.from({ length: count }, (_, line) => line);

  /** One cover more. */
  function add({ short, brings }) {
    const shares = brings.map((each) => Number(ceiling(times(each, SCALE), short)));
    const order = all.filter((line) => shares[line] > 0).sort((one, other) =>
      shares[other] - shares[one] || one - other
    );
    covers.push({ short, brings, shares, order });
  }

  /** @returns {Open[]} */
  function openAfter(inside) {
    return inside.reduce(afterLine, covers.map((cover) => ({ cover, left: cover.short, asked: SCALE })));
  }

  /** At most `most` lines that meet all covers: those inside and some that are free; null: there are none. */
  function within(inside, open, free, most) {
    allowance.spend();
    if (!open.length) return inside.slice().sort((one, other) => one - other);
    const room = most - inside.length;
    const isFree = new Uint8Array(count);
    for (const line of free) isFree[line] = 1;
    const counts = open.map((each) => countNeeded(each, isFree));
    if (Math.max(...counts) > room) return null;
    const shares = open.map((each) => sharesOf(each, free));
    if (counts.reduce((sums, each) => sums + each) > room && tooMany(shares, counts, room)) return null;
    const at = mostUseful(shares);
    const pick = free[at];
    const rest = free.filter((line) => line !== pick);
    const found = within([...inside, pick], afterLine(open, pick), rest, most);
    if (found !== null || needed(shares, at)) return found;
    // Without it, lines that are nowhere better are of no use: it could always stand in their place.
    return within(inside, open, rest.filter((line) => !open.every((each) => lesser(each, line, pick))), most);
  }

  /** The lines that bring something to some cover. */
  function useful() {
    return all.filter((line) => covers.some(({ brings }) => brings[line] > 0));
  }

  /** As few lines as can be, known to be no fewer than `atLeast`. Throws TooMuchError. */
  function fewest(atLeast) {
    for (let most = atLeast;; most += 1) {
      const found = within([], openAfter([]), useful(), most);
      if (found !== null) return found;
    }
  }

  /**
   * A choice with one line more, none of those left out; more covers never bring one that was refused before.
   */
  function withLine(inside, out, line, most) {
    const key = [...inside, line].join(" ");
    if (refused.has(key)) return null;
    const open = openAfter(inside);
    if (out.some((other) => open.every((each) => lesser(each, line, other)))) {
      return null; // what a better one cannot do, it cannot either
    }
    const free = useful().filter((each) => each > line && !out.includes(each));
    const found = within([...inside, line], afterLine(open, line), free, most);
    if (found === null) refused.add(key);
    return found;
  }

  /**
   * Of all choices of so many lines as are known to do, the one whose lines come first in the plan. Throws
   * TooMuchError.
   */
  function first(start) {
    const inside = [];
    const out = [];
    let known = start;
    for (const line of useful()) {
      if (inside.length === known.length) break;
      if (!known.includes(line)) {
        const found = withLine(inside, out, line, known.length);
        if (found === null) {
          out.push(line);
          continue;
        }
        known = found;
      }
      inside.push(line);
    }
    return inside;
  }

  /**
   * Lines that meet all covers, few but not surely fewest: the most useful first, then those not needed go.
   */
  function some() {
    let chosen = [];
    for (;;) {
      const free = useful().filter((line) => !chosen.includes(line));
      const open = openAfter(chosen);
      if (!open.length) break;
      chosen.push(free[mostUseful(open.map((each) => sharesOf(each, free)))]);
    }
    for (const line of chosen.slice().sort((one, other) => other - one)) {
      const rest = chosen.filter((each) => each !== line);
      if (covers.every(({ brings, short }) => sum(rest.map((each) => brings[each])) >= short)) chosen = rest;
    }
    return chosen.sort((one, other) => one - other);
  }

  return { add, fewest, first, some };
}
