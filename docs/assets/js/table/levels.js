/**
 * Sums at several levels that no word, mark or place tells: a department, its policies, their projects in one column, each the sum of
 * the rows right below it (or above it). One such row may be chance; rows that all fit together are no chance.
 */
(function (hyeopchi) {
  "use strict";

  const MOST_STEPS = 60_000; // additions; a table that needs more is not looked over
  const MOST_ENDS = 40; // ways to take one row's parts
  const SURE = 3; // parts of a first row that is the sum of all others

  /** @typedef {{parents: number[], covered: boolean, sized: number}} Found `parents`: indexes; `sized`: parents of two parts and more */

  const same = (one, other) => one.every((value, at) => value === other[at]);
  const plus = (one, other) => one.map((value, at) => value + other[at]);
  const size = (values) => values.reduce((sum, value) => sum + value, 0n);

  /**
   * The ends of the runs that may belong to each row: behind itself alone, or behind the parts of which it is the sum.
   * @param {bigint[][]} rows the amounts of each row, none below 0
   * @returns {import("./pieces").Pieces<Map<number, number[]>[] | null>} by row and end the rows that are its parts; null for too much
   */
  function* treesOf(rows) {
    const trees = rows.map(() => new Map());
    const sizes = rows.map(size);
    let steps = 0;
    for (let index = rows.length - 1; index >= 0; index -= 1) {
      yield;
      trees[index].set(index + 1, []);
      let open = [{ end: index + 1, sum: rows[index].map(() => 0n), parts: [] }];
      while (open.length > 0) {
        const next = [];
        for (const { end, sum, parts } of open) {
          if (end >= rows.length) continue;
          const all = plus(sum, rows[end]);
          steps += 1;
          if (steps > MOST_STEPS) return null;
          if (size(all) > sizes[index]) continue;
          for (const behind of trees[end].keys()) {
            const grown = [...parts, end];
            if (same(all, rows[index])) { if (trees[index].size < MOST_ENDS && !trees[index].has(behind)) trees[index].set(behind, grown); }
            else if (next.length < MOST_ENDS && !next.some((one) => one.end === behind && same(one.sum, all))) next.push({ end: behind, sum: all, parts: grown });
          }
        }
        open = next;
      }
    }
    return trees;
  }

  /** The rows that are sums in a way to take the rows from one to another. @param {Map<number, number[]>[]} trees */
  function parentsIn(trees, index, end, found = []) {
    const parts = trees[index].get(end);
    if (parts.length > 0) found.push({ index, size: parts.length });
    parts.forEach((part, at) => parentsIn(trees, part, parts[at + 1] ?? end, found));
    return found;
  }

  /** The way to take all rows in which the fewest stand alone at the top. @returns {{index: number, end: number}[] | null} */
  function topOf(trees) {
    const best = Array.from({ length: trees.length + 1 }, () => null);
    best[trees.length] = { alone: 0, next: null };
    for (let index = trees.length - 1; index >= 0; index -= 1) {
      for (const [end, parts] of trees[index]) {
        if (best[end] === null) continue;
        const alone = best[end].alone + (parts.length === 0 ? 1 : 0);
        if (best[index] === null || alone < best[index].alone) best[index] = { alone, next: end };
      }
    }
    const top = [];
    for (let index = 0; index < trees.length; index = best[index].next) top.push({ index, end: best[index].next });
    return top;
  }

  /** Whether so many rows fit together that it is no chance: all stand below sums, of which two have two parts and more, or one has all. */
  function isClear(top, parents) {
    const wide = parents.filter((one) => one.size > 1);
    return wide.length > 1 || (top.length === 1 && wide.length === 1 && (parents.length > 1 || wide[0].size >= SURE));
  }

  /**
   * @param {bigint[][]} rows the amounts of each row in order
   * @returns {import("./pieces").Pieces<{sums: number[], doubts: number[]}>} rows that are sums of those right below them, and rows that may be
   */
  function* levelsOf(rows) {
    const none = { sums: [], doubts: [] };
    if (rows.length < 3 || rows.some((row) => row.some((value) => value < 0n))) return none;
    const trees = yield* treesOf(rows);
    if (trees === null) return none;
    const top = topOf(trees);
    const parents = top.flatMap(({ index, end }) => parentsIn(trees, index, end));
    const sums = parents.map(({ index }) => index);
    if (parents.length > 0 && top.every(({ index, end }) => trees[index].get(end).length > 0) && isClear(top, parents)) return { sums, doubts: [] };
    return { sums: [], doubts: parents.filter((one) => one.size > 1).map(({ index }) => index) };
  }

  Object.assign(hyeopchi.table, { levelsOf });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
