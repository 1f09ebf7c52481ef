/**
 * Sums at several levels that no word, mark or place tells: a department, its policies, their projects in one
 * column, each the sum of the rows right below it. One such row may be chance; rows that all fit together,
 * every line on the same level, are none.
 */

const MOST_STEPS = 60_000; // additions; a table that needs more is not looked over
const MOST_WAYS = 40; // ways to take one row's parts
const MOST_LEVELS = 6;
const SURE = 4; // parts of a first row that is the sum of all others

/**
 * @typedef {{end: number, depth: number, parts: Tree[], index: number}} Tree a row with its parts; `end`:
 *   behind the last of them; all lines stand at `depth` below it
 */

const size = (values) => values.reduce((sum, value) => sum + value, 0n);

/** One tree for each end and depth: the first that is found. @param {Tree[]} trees */
function keep(trees, tree) {
  if (
    trees.length < MOST_WAYS && tree.depth <= MOST_LEVELS &&
    !trees.some(({ end, depth }) => end === tree.end && depth === tree.depth)
  ) trees.push(tree);
}

/** The trees of a run, the last of which is given. */
function listed(run) {
  const found = [];
  for (let one = run; one !== null; one = one.before) found.unshift(one.tree);
  return found;
}

/** Whether a row is the sum of others in each of its amounts. */
const isSum = (rows, index, trees) =>
  rows[index].every((value, at) => value === trees.reduce((sum, tree) => sum + rows[tree.index][at], 0n));

/** The trees of one row, those of all rows behind it being known. @returns {number} additions */
function grow(rows, sizes, trees, index) {
  const found = [{ end: index + 1, depth: 0, parts: [], index }];
  let open = [{ end: index + 1, sum: 0n, run: null }];
  let steps = 0;
  while (open.length > 0) {
    const next = [];
    for (const { end, sum, run } of open) {
      steps += 1;
      const all = end < rows.length ? sum + sizes[end] : sizes[index] + 1n;
      if (all > sizes[index]) continue;
      for (const tree of trees[end]) {
        if (run !== null && run.tree.depth !== tree.depth) continue;
        const grown = { tree, before: run };
        if (all < sizes[index]) {
          if (next.length < MOST_WAYS) next.push({ end: tree.end, sum: all, run: grown });
        } else if (isSum(rows, index, listed(grown))) {
          keep(found, { end: tree.end, depth: tree.depth + 1, parts: listed(grown), index });
        }
      }
    }
    open = next;
  }
  trees[index] = found;
  return steps;
}

/**
 * @param {bigint[][]} rows
 * @returns {import("./pieces.js").Pieces<Tree[][] | null>} by row; null for too much
 */
function* treesOf(rows) {
  const trees = rows.map(() => []);
  const sizes = rows.map(size);
  let steps = 0;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    yield;
    steps += grow(rows, sizes, trees, index);
    if (steps > MOST_STEPS) return null;
  }
  return trees;
}

/**
 * The trees that take all rows with all lines on one level.
 * @param {Tree[][]} trees
 * @returns {Tree[] | null}
 */
function topOf(trees, depth) {
  const ways = Array.from({ length: trees.length + 1 }, () => null);
  ways[trees.length] = [];
  for (let index = trees.length - 1; index >= 0; index -= 1) {
    const tree = trees[index].find((one) => one.depth === depth && ways[one.end] !== null);
    if (tree) ways[index] = [tree, ...ways[tree.end]];
  }
  return ways[0];
}

const parentsIn = (tree) => (tree.parts.length === 0 ? [] : [tree, ...tree.parts.flatMap(parentsIn)]);

/**
 * Whether so many rows fit together that it is no chance: sums of several parts stand twice, or one has all
 * the others.
 */
function isClear(top, parents, isFirst) {
  const wide = parents.filter(({ parts }) => parts.length > 1);
  return wide.length > 1 ||
    (isFirst && top.length === 1 && wide.length === 1 && wide[0].parts.length >= SURE);
}

/**
 * @param {bigint[][]} rows the amounts of each row in order
 * @param {boolean} isFirst sums stand above their parts
 * @returns {import("./pieces.js").Pieces<{sums: number[], doubts: number[]}>} rows that are sums of those
 *   right below them, and rows that may be
 */
export function* levelsOf(rows, isFirst) {
  const none = { sums: [], doubts: [] };
  if (rows.length < 3 || rows.some((row) => row.some((value) => value < 0n))) return none;
  const trees = yield* treesOf(rows);
  if (trees === null) return none;
  for (let depth = 1; depth <= MOST_LEVELS; depth += 1) {
    const top = topOf(trees, depth);
    const parents = top === null ? [] : top.flatMap(parentsIn);
    if (top !== null && isClear(top, parents, isFirst)) {
      return { sums: parents.map(({ index }) => index), doubts: [] };
    }
  }
  return {
    sums: [],
    doubts: trees.flatMap((found, index) => (found.some(({ parts }) => parts.length > 1) ? [index] : [])),
  };
}
