/**
 * The fewest lines that meet all covers, then the first such lines in the plan's order. Whole numbers only; the twin of
 * macros/rules/adjust/fewest.py, name by name.
 *
 * A cover says what a set of lines must bring together: `sum(brings[line]) >= short`. The search takes lines in or
 * leaves them out, one by one; it gives up where even the lines that bring most would be too many, for one cover or for
 * several added up. For that it looks at small shares, rounded up: they can only make lines seem fewer.
 */
(function (hyeopchi) {
  "use strict";

  const { TooMuchError, ceiling, sum } = hyeopchi.adjust;
  const SCALE = 1 << 20; // the share that is all of a cover, or all that is still asked; whole numbers far below 2**53

  /**
   * @typedef {{short: bigint, brings: bigint[]}} Cover in won times weights: what lines must bring (above 0), what each brings
   * @typedef {{cover: Cover, left: bigint, shares: number[]}} Open a cover that is not met yet: what it lacks, and the
   *   share of each free line in that, none above SCALE
   */

  /** A share of a whole in SCALE parts, rounded up: exact, as all numbers are whole and below 2**53. */
  function shareUp(part, whole) {
    const scaled = part * SCALE;
    const rest = scaled % whole;
    return (scaled - rest) / whole + (rest > 0 ? 1 : 0);
  }

  /** How many of the largest shares reach what is asked; more than any plan has lines when all do not. */
  function countNeeded(shares, asked) {
    const sorted = shares.slice().sort((one, other) => other - one);
    let [left, count] = [asked, 0];
    for (const share of sorted) {
      if (left <= 0) return count;
      [left, count] = [left - share, count + 1];
    }
    return left <= 0 ? count : SCALE;
  }

  /** Whether the covers cannot all be met by `room` lines: one alone, or some added up. */
  function tooMany(left, room) {
    const counts = left.map(({ shares }) => countNeeded(shares, SCALE));
    const order = left.map((_, at) => at).sort((one, other) => counts[other] - counts[one] || one - other);
    let [together, asked, most] = [left[order[0]].shares, SCALE, counts[order[0]]];
    for (const at of order.slice(1)) {
      if (most > room) return true;
      const more = together.map((share, line) => share + left[at].shares[line]);
      const count = countNeeded(more, asked + SCALE);
      if (count > most) [together, asked, most] = [more, asked + SCALE, count];
    }
    return most > room;
  }

  /** The free line with the greatest share of what is asked; of equals the first. */
  function mostUseful(left, free) {
    let [best, pick] = [-1, free[0]];
    free.forEach((line, at) => {
      let score = 0;
      for (const { shares } of left) score += shares[at];
      if (score > best) [best, pick] = [score, line];
    });
    return pick;
  }

  /** Whether some cover cannot be met without the line. */
  function needed(left, free, line) {
    const at = free.indexOf(line);
    return left.some(({ shares }) => shares.reduce((all, share) => all + share, 0) - shares[at] < SCALE);
  }

  /** Whether a line is no better for an open cover than the other. */
  function lesser({ cover: { brings }, left }, line, other) {
    return brings[line] <= brings[other] || left <= brings[other];
  }

  /** A choice among lines 0 … count-1 under covers that come one after another. */
  function createFewest(count, allowance) {
    /** @type {Cover[]} */
    const covers = [];
    const sharesOf = [];
    const refused = new Set();
    const all = Array.from({ length: count }, (_, line) => line);

    function add(cover) {
      covers.push(cover);
      sharesOf.push(cover.brings.map((each) => Number(ceiling(each * BigInt(SCALE), cover.short))));
    }

    /** @returns {Open[]} */
    function open(inside, free) {
      const found = [];
      covers.forEach((cover, at) => {
        const left = cover.short - sum(inside.map((line) => cover.brings[line]));
        if (left <= 0n) return;
        const shares = sharesOf[at];
        const asked = Math.max(1, inside.reduce((rest, line) => rest - shares[line], SCALE));
        found.push({ cover, left, shares: free.map((line) => shareUp(Math.min(shares[line], asked), asked)) });
      });
      return found;
    }

    /** At most `most` lines that meet all covers: those inside and some that are free; null: there are none. */
    function within(inside, free, most) {
      allowance.spend();
      const left = open(inside, free);
      if (!left.length) return inside.slice().sort((one, other) => one - other);
      const room = most - inside.length;
      if (room <= 0 || tooMany(left, room)) return null;
      const pick = mostUseful(left, free);
      const rest = free.filter((line) => line !== pick);
      const found = within([...inside, pick], rest, most);
      if (found !== null || needed(left, free, pick)) return found;
      // Without it, lines that are nowhere better are of no use: it could always stand in their place.
      return within(inside, rest.filter((line) => !left.every((each) => lesser(each, line, pick))), most);
    }

    /** As few lines as can be, known to be no fewer than `atLeast`. Throws TooMuchError. */
    function fewest(atLeast) {
      for (let most = atLeast; ; most += 1) {
        const found = within([], all, most);
        if (found !== null) return found;
      }
    }

    /** A choice with one line more, none of those left out; more covers never bring one that was refused before. */
    function withLine(inside, out, line, most) {
      const key = [...inside, line].join(" ");
      if (refused.has(key)) return null;
      const left = open(inside, []);
      const useless = !left.some(({ cover }) => cover.brings[line] > 0n);
      if (useless || out.some((other) => left.every((each) => lesser(each, line, other)))) {
        return null; // what a better one cannot do, it cannot either
      }
      const found = within([...inside, line], all.filter((each) => each > line && !out.includes(each)), most);
      if (found === null) refused.add(key);
      return found;
    }

    /** Of all choices of so many lines as are known to do, the one whose lines come first in the plan. Throws TooMuchError. */
    function first(start) {
      const inside = [];
      const out = [];
      let known = start;
      for (const line of all) {
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

    /** Lines that meet all covers, few but not surely fewest: the most useful first, then those not needed go. */
    function some() {
      let chosen = [];
      for (;;) {
        const free = all.filter((line) => !chosen.includes(line));
        const left = open(chosen, free);
        if (!left.length) break;
        chosen.push(mostUseful(left, free));
      }
      for (const line of chosen.slice().sort((one, other) => other - one)) {
        const rest = chosen.filter((each) => each !== line);
        if (covers.every(({ brings, short }) => sum(rest.map((each) => brings[each])) >= short)) chosen = rest;
      }
      return chosen.sort((one, other) => one - other);
    }

    return { add, fewest, first, some };
  }

  Object.assign(hyeopchi.adjust, { createFewest, TooMuchError });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
