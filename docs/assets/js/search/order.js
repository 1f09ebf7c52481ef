/**
 * From the features of results to their order: what only counting the words gets wrong about lists, functions of
 * the site, weak matches and pages with many parts.
 */

import { scoreOf } from "./weights.js";
import { pageOf } from "./pages.js";

/** What scores so much more than the best that has enough of the query is no weak match. */
const FAR_BETTER = 1;
/** All the words in passing, in a long text, are less than a few of them in the place that treats them. */
const IN_PASSING = 0.1;
const IN_ONE_PAGE = 0.85;
/**
 * Parts of the same name on the pages of one kind, such as every district's: one of them is not answered by
 * the next.
 */
const IN_ONE_FAMILY = 0.8;
/** A function of the site that is asked for in so much of the query comes first. */
const FUNCTION = 0.5;
const BARELY = 0.4;
/** A list comes after what it lists, if that has nearly as much of the query. */
const LISTED = 0.9;
/**
 * What holds for all comes before what holds for another programme or body if it scores so much of it; more of it for a
 * word alone, which may be the name of what only one of them has.
 */
const OTHER_SCOPE = 0.4;
const OF_A_WORD = 0.5;
const AS_WHOLE = 0.95;
const AFTER = 0.99;
/** The kinds of places that settle a question by themselves, and parts of pages that only play it through. */
const SETTLING = new Set(["규칙", "협약 조문", "일정", "기구", "단계", "안내"]);
const PASSING = /#(?:examples|cases|questions|related|how|rules)/;
const AS_MUCH = 0.8;

/**
 * Results in their order, by their features; those that were not looked into stay behind those that were. Of a
 * figure with no words the fitted weights know nothing: there it is counted as it stands.
 */
export function ordered(results, query, corpus, scopes) {
  const first = query.figuresOnly ? [] : results.filter((result) => result.features);
  for (const result of first) result.score = scoreOf(result.features);
  const before = Math.min(...first.map(({ base }) => base));
  const after = Math.min(...first.map(({ score }) => score));
  for (const result of results) {
    if (!first.length) result.score = result.base;
    else if (!result.features) result.score = result.base * after / before;
    result.weak = result.thin;
  }
  ofOthers(results, query, scopes);
  belowListed(results, corpus);
  ofFunctions(results, query.functions, corpus);
  weigh(results);
  return spread(results);
}

/**
 * What holds for a programme or a body that the query does not name comes after the best of what holds for all, if that
 * is on the card, or has as much of the query and fits nearly as well.
 */
function ofOthers(results, query, scopes) {
  const others = (result) => scopes.others(scopes.of[result.number] ?? [], query);
  const general = results.filter((result) =>
    !result.thin && SETTLING.has(result.entry.label[0]) && !PASSING.test(result.entry.at) && !others(result)
  ).sort((a, b) => b.score - a.score);
  const told = general.find(({ entry }) => query.told?.has(entry.at));
  const [best] = told ? [told] : general;
  if (!best) return;
  const nearly = /\S\s+\S/.test(query.text) ? OTHER_SCOPE : OF_A_WORD;
  for (const result of results.filter(others)) {
    const fits = best.share >= result.share * AS_WHOLE && best.score >= result.score * nearly;
    if (told || fits) result.score = Math.min(result.score, best.score * AFTER);
  }
}

/** A list of links never comes before the best of what it lists, whatever it repeats of it. */
function belowListed(results, corpus) {
  const byNumber = new Map(results.map((result) => [corpus.places.get(result.entry.at), result]));
  for (const [number, listed] of corpus.lists) {
    const list = byNumber.get(number);
    if (!list) continue;
    const fitting = listed.map((one) => byNumber.get(one)).filter((one) =>
      one && one.share >= list.share * AS_MUCH
    );
    const best = Math.max(0, ...fitting.map(({ score }) => score));
    if (best) list.score = Math.min(list.score, best * LISTED);
  }
}

/**
 * Lifts the places of the site's functions that the query asks for, in what words they tell of it themselves
 * or not.
 */
function ofFunctions(results, functions, corpus) {
  const best = Math.max(1, ...results.map(({ score }) => score));
  const byPlace = new Map(results.map((result) => [result.entry.at, result]));
  for (const [at, worth] of functions) {
    const entry = corpus.entries[corpus.places.get(at)];
    if (!entry || worth < BARELY) continue;
    if (!byPlace.has(at)) {
      results.push({ entry, base: 0, score: 0, share: 0, thin: false, weak: false, missing: [] });
    }
    const result = byPlace.get(at) ?? results.at(-1);
    result.score = Math.max(result.score, best * (FUNCTION + worth));
    if (worth > 1 - FUNCTION) Object.assign(result, { share: 1, thin: false, weak: false, missing: [] });
  }
}

/** Sets right what only counting the words gets wrong about weak matches. */
function weigh(results) {
  const best = Math.max(0, ...results.map(({ score }) => score));
  const full = Math.max(0, ...results.map(({ score, weak }) => (weak ? 0 : score)));
  for (const result of results) {
    if (result.weak) result.weak = full === 0 || result.score < FAR_BETTER * full;
    else result.weak = result.score < IN_PASSING * best;
  }
}

/** In order, with each further entry of the same page or family a little lower, and the weak ones last. */
function spread(results) {
  const seen = new Map();
  const order = (a, b) => Number(a.weak) - Number(b.weak) || b.score - a.score;
  const again = (key, worth) => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return worth ** count;
  };
  for (const result of results.sort(order)) {
    const { at, above, label, title } = result.entry;
    result.score *= again(pageOf(at), IN_ONE_PAGE);
    if (above !== null) result.score *= again(`${label[0]}\n${title}`, IN_ONE_FAMILY);
  }
  return results.sort(order);
}
