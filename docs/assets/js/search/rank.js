/**
 * How well each entry answers: how rare the words are that it shares with the query, and how many of them it
 * has.
 */

import { besideOthers } from "./beside.js";
import { Districts } from "./districts.js";
import { Factors, figuresOnly, MISSING } from "./factors.js";
import { features, framesOf } from "./features.js";
import { Lines } from "./lines.js";
import { ofGroup, total } from "./matches.js";
import { ordered } from "./order.js";
import { Pages } from "./pages.js";

/** So many of the best are looked into line by line. */
const CLOSELY = 60;
/** So many entries are weighed at a time. */
const AT_ONCE = 32;
/** An entry that has less of the query than this is a weak match. */
const ENOUGH = 0.65;

const sumOf = (factors) => Object.values(factors).reduce((sum, one) => sum + one, 0);

/**
 * The entries that have something of the query, best first.
 * @returns {Generator<void, {results: {entry: any, score: number, share: number, weak: boolean, missing:
 *   string[]}[], keys: Set<number>}>}
 */
export function* rank(query, corpus, scopes) {
  const found = yield* corpus.find(query.wanted);
  const all = corpus.entries.length;
  const groups = [];
  for (const group of query.groups) groups.push(yield* ofGroup(group, found, all));
  const glue = (yield* total(query.glue, found, all)).entries;
  query.frames = framesOf(query.text, groups);
  query.figuresOnly = figuresOnly(groups);
  const factors = new Factors(query, corpus, groups, found);
  const results = [];
  for (const number of new Set(groups.flatMap((group) => [...group.best.keys()]))) {
    if (results.length % AT_ONCE === AT_ONCE - 1) yield;
    results.push(weighed(number, groups, glue.get(number)?.score ?? 0, factors, corpus));
  }
  yield;
  yield* closely(results, groups, query, corpus);
  if (groups.every(({ known }) => !known)) {
    for (const result of results) {
      Object.assign(result, { thin: true, missing: groups.map(({ text }) => text) });
    }
  }
  return {
    results: ordered(results, query, corpus, scopes),
    keys: new Set(groups.flatMap((group) => group.keys).filter((key) => found.get(key).size)),
  };
}

/** One entry with what is known of it before it is looked into. `together`: how much stands as it was typed. */
function weighed(number, groups, together, factors, corpus) {
  const shares = groups.map((group) => group.best.get(number)?.share ?? 0);
  const own = factors.of(number, shares);
  const covers = covered(groups, shares);
  const { share } = covers;
  const plain = groups.reduce((sum, group) => sum + (group.best.get(number)?.score ?? 0), 0) + together;
  const score = plain * (0.25 + 0.75 * share * share) * Math.exp(sumOf(own));
  return {
    entry: corpus.entries[number],
    number,
    ...covers,
    plain,
    factors: own,
    glue: together / plain,
    termed: factors.termed(number),
    base: score,
    score,
    weak: false,
  };
}

/**
 * What is said of a result to be missing: what it has only of different lines by which it is asked for is no answer.
 * Gives whether it was looked into.
 */
function asPut(result, groups, lines, corpus) {
  const own = lines.told(result.number, corpus, ENOUGH);
  if (!own) return false;
  const [kind] = result.entry.label;
  const shares = result.shares.map((share, i) => groups[i].kind === kind ? share : Math.min(share, own[i]));
  Object.assign(result, covered(groups, shares));
  return true;
}

/** How much of the query an entry has by how much it has of each group; whether that is little, and what is missing. */
function covered(groups, shares) {
  const mass = groups.reduce((sum, group) => sum + group.mass, 0) || 1;
  const share = groups.reduce((sum, group, i) => sum + group.mass * Math.min(1, shares[i]), 0) / mass;
  const missing = groups.filter((_, i) => shares[i] < MISSING).map(({ text }) => text);
  return { shares, share, missing, thin: share < ENOUGH || missing.length > groups.length / 2 };
}

/** The best of them are looked into more closely. */
function* closely(results, groups, query, corpus) {
  results.sort((a, b) => b.base - a.base);
  const lines = new Lines(groups);
  const pages = new Pages(results, groups);
  const districts = new Districts(query.text, corpus);
  const best = results.slice(0, CLOSELY);
  for (const result of best) {
    result.features = {
      ...features(result, groups, query, corpus),
      ...lines.of(result.number, query.frames, corpus),
      ...pages.of(result),
      ...districts.of(result.entry),
    };
    yield;
  }
  besideOthers(best);
  for (const result of results) {
    if (!result.thin && asPut(result, groups, lines, corpus)) yield;
  }
}
