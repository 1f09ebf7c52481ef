/**
 * Fits the weights of the search (docs/assets/js/search/weights.js) to queries: `deno run fit.js ENGINE INPUT`,
 * as tests/search/fit.py runs it. Writes the weights as JSON.
 *
 * The likelihood of a right place at the first of each query, and of one on a right page, is made as large as can
 * be, with a price for each weight that is far from what the engine had by hand. Five times a fifth of the queries is kept aside and
 * looked at with weights that do not know it: that is what to believe.
 */

const [engine, input] = Deno.args;
const load = (name) => import(`file://${engine}/${name}.js`);
const { Engine } = await load("engine");
const { whole } = await load("turns");
const { ordered } = await load("order");
const { shown } = await load("groups");
const { WEIGHTS } = await load("weights");
const { data, queries } = JSON.parse(Deno.readTextFileSync(input));

/** Weights of what was a factor before there was anything to fit. */
const BY_HAND = Object.fromEntries(
  ("plain share label asked named titleShare pageShare called figures told aside untitled glossary year pointed")
    .split(" ").map((name) => [name, 1]),
);
const PRICE = 0.002;
/** Of the two things that are wanted, a right part and a part of a right page, how much the second counts. */
const PAGES = 0.4;
/** What the tests hold is asked for so many times as much: they say of every one of them where it has to come. */
const HELD = { held: 3 };
const FOLDS = 5;
const STEPS = 250;
const PACE = 0.04;
const SHOWN = 50;
/** A weight below this is none: it would only have to be loaded. */
const LEAST = 0.05;

const isRight = (at, right) =>
  right.some((one) => (one.includes("#") ? at.startsWith(one) : at.split("#")[0] === one));
const pagesOf = (right) => right.map((one) => one.split("#")[0]);

function use(weights) {
  for (const name of Object.keys(WEIGHTS)) delete WEIGHTS[name];
  Object.assign(WEIGHTS, weights);
}

/** The best places of a query with their features as rows of numbers. */
function looked(search, { text, right, set }, names) {
  const { results, query } = whole(search.search(text));
  const fitting = results.filter(({ features }) => features).slice(0, SHOWN);
  const from = [0], which = [], values = [];
  for (const { features } of fitting) {
    for (const [name, value] of Object.entries(features)) {
      if (!names.has(name)) names.set(name, names.size);
      which.push(names.get(name));
      values.push(value);
    }
    from.push(which.length);
  }
  const rights = [[right, 1 - PAGES], [pagesOf(right), PAGES]].map(([wanted, worth]) => ({
    worth: worth * (HELD[set] ?? 1),
    of: fitting.map(({ entry }) => isRight(entry.at, wanted)),
  })).filter(({ of }) => of.includes(true) && of.includes(false));
  return { set, right, results, query, from, which, values, count: fitting.length, rights };
}

function scoresOf({ from, which, values, count }, weights) {
  const scores = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    for (let j = from[i]; j < from[i + 1]; j += 1) scores[i] += weights[which[j]] * values[j];
  }
  return scores;
}

/** How far the scores of each query lie apart, as the sum of their variances. */
function apartness(all, weights) {
  return all.reduce((sum, one) => {
    const scores = scoresOf(one, weights);
    const mean = scores.reduce((so, score) => so + score, 0) / one.count;
    return sum + scores.reduce((so, score) => so + (score - mean) ** 2, 0) / one.count;
  }, 0);
}

/** Adds to `slope` how the likelihoods of one query change with each weight. */
function lean(one, weights, slope) {
  const { from, which, values, rights } = one;
  const scores = scoresOf(one, weights);
  const most = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const chances = scores.map((score) => Math.exp(score - most));
  const all = chances.reduce((sum, one) => sum + one, 0);
  const good = rights.map(({ of }) => chances.reduce((sum, one, i) => sum + (of[i] ? one : 0), 0));
  chances.forEach((chance, i) => {
    const off = rights.reduce(
      (sum, { worth, of }, k) => sum + worth * chance * (1 / all - (of[i] ? 1 / good[k] : 0)),
      0,
    );
    for (let j = from[i]; j < from[i + 1]; j += 1) slope[which[j]] += off * values[j];
  });
}

/** The weights by name that fit best (Adam). */
function fitted(all, names) {
  const able = all.filter(({ rights }) => rights.length);
  const order = [...names.keys()];
  const before = order.map((name) => BY_HAND[name] ?? 0);
  const weights = [...before];
  const mean = order.map(() => 0);
  const square = order.map(() => 0);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = order.map(() => 0);
    for (const one of able) lean(one, weights, slope);
    order.forEach((_, k) => {
      const off = slope[k] / able.length + PRICE * (weights[k] - before[k]);
      mean[k] = 0.9 * mean[k] + 0.1 * off;
      square[k] = 0.999 * square[k] + 0.001 * off * off;
      const pace = PACE * (mean[k] / (1 - 0.9 ** step));
      weights[k] -= pace / (Math.sqrt(square[k] / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  // Scores as far apart as they were by hand: what compares them later (order.js, groups.js) goes by their shares.
  const far = Math.sqrt(apartness(able, weights) / apartness(able, before));
  const found = order.map((name, k) => [name, Math.round(100 * weights[k] / far) / 100]);
  return Object.fromEntries(found.filter(([, weight]) => Math.abs(weight) >= LEAST));
}

/** Adds to `shares` of each set: queries; right first and in the first three, by parts; the same by pages. */
function count(all, corpus, shares) {
  for (const { set, right, results, query } of all) {
    const { groups } = shown(query ? ordered(results, query, corpus) : results);
    const share = shares[set] ??= [0, 0, 0, 0, 0];
    share[0] += 1;
    [right, pagesOf(right)].forEach((wanted, by) => {
      const place = groups.slice(0, 10).findIndex(({ entry }) => isRight(entry.at, wanted)) + 1;
      if (place === 1) share[1 + 2 * by] += 1;
      if (place && place <= 3) share[2 + 2 * by] += 1;
    });
  }
  return shares;
}

const told = (shares) =>
  Object.entries(shares).map(([set, [all, ...right]]) => {
    const [first, three, page, pages] = right.map((one) => (one / all).toFixed(3));
    return `${set} ${first}/${three} (${page}/${pages})`;
  }).join("  ");

use(BY_HAND);
const search = new Engine(data);
whole(search.prepare());
const names = new Map();
const all = queries.map((query) => looked(search, query, names));
console.error(`by hand: ${told(count(all, search.corpus, {}))}`);
const apart = {};
for (let fold = 0; fold < FOLDS; fold += 1) {
  use(fitted(all.filter((_, i) => i % FOLDS !== fold), names));
  count(all.filter((_, i) => i % FOLDS === fold), search.corpus, apart);
}
console.error(`of queries kept aside: ${told(apart)}`);
const weights = fitted(all, names);
use(weights);
console.error(`of those it was fitted to: ${told(count(all, search.corpus, {}))}`);
console.log(JSON.stringify(weights));
Deno.exit(0);
