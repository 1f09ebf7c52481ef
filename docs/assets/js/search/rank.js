/**
 * How well each entry answers: how rare the words are that it shares with the query, and how many of them it
 * has.
 */

import { pair } from "./corpus.js";
import { features, framesOf, Lines } from "./features.js";
import { ordered } from "./order.js";

/** 이내, 이상 and the like beside a figure are no words to look for. */
const SHORT_WORD = 2;
/** So many of the best are looked into line by line. */
const CLOSELY = 60;
/** So many entries are weighed at a time. */
const AT_ONCE = 32;
const SATURATED = 1.2;
const LATER = 0.6;
const NEAR = 0.5;
const OTHER_NAME = 0.8;
/** An entry that has less of the query than this is a weak match. */
const ENOUGH = 0.65;
/**
 * A word of which an entry has less than this is missing there; more than half of the words missing is weak
 * as well.
 */
const MISSING = 0.34;
/**
 * Who asks what a word means reads it on the card already: the glossary's entry comes before what is as good,
 * not before what treats it.
 */
const GLOSSARY = "용어";
const DEFINED = 1.6;
/** Who types a term and nothing else may want either. */
const TERMED = 0.6;
const UNTITLED = 0.3;
/** Who names a term without asking what it means wants the place that treats it. */
const NAMED_ONLY = 0.25;
const NAMED_PAGE = 0.5;
/** An entry that is called what one word of a sentence names, and the parts of its page. */
const CALLED = 0.8;
const CALLED_PAGE = 0.4;

/** What stands on the card is what the query names. */
const TOLD = 2;
const CONFLICTS = "문서 간 차이";
const ASIDE = 0.5;

/**
 * Who names a kind of result (서식, 일정, …) wants one of that kind; who types a day wants what is on that day.
 */
const OF_KIND = 1.2;
const REST_FITS = 0.5;
const DATES = "일정";
const ON_DAY = 0.6;
/** Who types a year wants what holds in it, whatever else fits. */
const OTHER_YEAR = 0.6;
/**
 * Who types a clause wants what stands on it, not what only names its document; the same of figures, with
 * less weight.
 */
const OTHER_CLAUSE = 0.3;
const OTHER_FIGURE = 0.6;

/** Who types an appendix and nothing else wants the place that is called so. */
const POINTED = 12;
const APPENDIX = /^부록\d/;

const log = Math.log;
const sumOf = (factors) => Object.values(factors).reduce((sum, one) => sum + one, 0);
const rarity = (count, all) => Math.log(1 + (all - count + 0.5) / (count + 0.5));

/** Where a feature stands: its rarity, and by entry how much it counts there. */
function resolve(feature, found, all) {
  const places = new Map();
  const take = (keys, worth) => {
    for (const key of keys) {
      for (const [entry, count] of found.get(key) ?? []) {
        places.set(entry, Math.max(worth * count, places.get(entry) ?? 0));
      }
    }
  };
  take(feature.exact, 1);
  const later = places.size ? LATER : 1;
  take(feature.later, later);
  const missed = places.size === 0;
  if (missed) take(feature.near, NEAR);
  const keys = missed ? feature.near : [...feature.exact, ...feature.later];
  return { places, mass: feature.weight * rarity(places.size, all), keys };
}

/** Adds a list of features to the entries' scores: `score` by how often, `share` by whether. */
function* total(features, found, all) {
  const resolved = [];
  for (const feature of features) {
    resolved.push(resolve(feature, found, all));
    yield;
  }
  const mass = resolved.reduce((sum, { mass }) => sum + mass, 0);
  const weightOf = new Map();
  for (const { keys, mass: weight } of resolved) for (const key of keys) weightOf.set(key, weight / mass);
  const entries = new Map();
  for (const { places, mass: weight } of resolved) {
    for (const [entry, count] of places) {
      const at = entries.get(entry) ?? { score: 0, share: 0 };
      at.score += weight * count / (count + SATURATED);
      at.share += weight / mass;
      entries.set(entry, at);
    }
  }
  return { entries, mass, weightOf, keys: resolved.flatMap(({ keys }) => keys) };
}

/** A group's best reading for each entry: as typed, or by another name. */
function* ofGroup(group, found, all) {
  const own = yield* total(group.own, found, all);
  const best = new Map(own.entries);
  const keys = [...own.keys];
  let { mass } = own;
  const { weightOf } = own;
  for (const other of group.others) {
    const { entries, mass: otherMass, keys: otherKeys, weightOf: otherWeight } = yield* total(
      other,
      found,
      all,
    );
    keys.push(...otherKeys);
    for (const [key, weight] of otherWeight) {
      weightOf.set(key, Math.max(OTHER_NAME * weight, weightOf.get(key) ?? 0));
    }
    if (!own.entries.size) mass = Math.max(mass, otherMass);
    for (const [entry, { score, share }] of entries) {
      const before = best.get(entry);
      // Another name counts as a whole: one pair of a long name is not the name.
      const scaled = OTHER_NAME * share * share * score;
      if (!before || scaled > before.score) {
        best.set(entry, { score: scaled, share: Math.max(before?.share ?? 0, OTHER_NAME * share * share) });
      }
    }
  }
  return {
    best,
    mass,
    keys,
    weightOf,
    keySet: new Set(keys),
    text: group.text,
    kind: group.kind,
    day: group.day,
    clause: group.clause,
    figure: group.figure,
  };
}

/**
 * The entries that have something of the query, best first.
 * @returns {Generator<void, {results: {entry: any, score: number, share: number, weak: boolean, missing:
 *   string[]}[], keys: Set<number>}>}
 */
export function* rank(query, corpus) {
  const found = yield* corpus.find(query.wanted);
  const all = corpus.entries.length;
  const groups = [];
  for (const group of query.groups) groups.push(yield* ofGroup(group, found, all));
  const glue = (yield* total(query.glue, found, all)).entries;
  const mass = groups.reduce((sum, group) => sum + group.mass, 0) || 1;
  const named = corpus.named.get(query.row.ids.join()) ?? new Map();
  const called = query.groups.map(({ names }) =>
    new Set(names.flatMap((ids) => [...corpus.named.get(ids.join())?.keys() ?? []]))
  );
  const [only] = query.row.ids;
  const pointed = query.row.ids.length === 1 && APPENDIX.test(corpus.known.name(only) ?? "") ? only : null;
  const numbers = new Set(groups.flatMap((group) => [...group.best.keys()]));
  query.frames = framesOf(query.text, groups);
  query.figuresOnly = groups.some(({ figure }) => figure) &&
    groups.filter(({ figure }) => !figure).map(({ text }) => text).join("").length <= SHORT_WORD;
  const typed = [query.row.ids, ...spelled(query, corpus)];
  const results = [];
  for (const number of numbers) {
    if (results.length % AT_ONCE === AT_ONCE - 1) yield;
    const shares = groups.map((group) => group.best.get(number)?.share ?? 0);
    const asked = ofKind(groups, shares, corpus.entries[number].label[0]);
    const share = groups.reduce((sum, group, i) => sum + group.mass * Math.min(1, shares[i]), 0) / mass;
    const plain = groups.reduce((sum, group) => sum + (group.best.get(number)?.score ?? 0), 0) +
      (glue.get(number)?.score ?? 0);
    const entry = corpus.entries[number];
    const label = entry.label[0];
    const factors = {
      label: log(asked ? Math.max(1, entry.label[1]) : entry.label[1]),
      asked: log(1 + OF_KIND * asked),
      named: log(1 + 0.6 * (named.get(number) ?? 0)),
      titleShare: log(1 + 0.5 * titleShare(corpus.titles[number], found)),
      pageShare: log(1 + NAMED_PAGE * pageShare(corpus, entry, found)),
      called: log(1 + calledBy(called, groups, number, corpus) / mass),
      figures: log(withoutFigures(groups, shares)),
      told: log(query.told?.has(entry.at) ? TOLD : 1),
      aside: log(label === CONFLICTS && !query.differing ? ASIDE : 1),
      // A name of letters by their sounds (티에프티) stands in no title as it is typed.
      untitled: log(
        query.termed && label !== GLOSSARY && !typed.some((ids) => titled(corpus.titles[number], ids))
          ? UNTITLED
          : 1,
      ),
      glossary: log(label !== GLOSSARY ? 1 : query.defining ? DEFINED : query.termed ? TERMED : NAMED_ONLY),
      year: log(ofYear(query.years, entry, corpus)),
      pointed: log(pointed !== null && corpus.titles[number][0] === pointed ? POINTED : 1),
    };
    const score = plain * (0.25 + 0.75 * share * share) * Math.exp(sumOf(factors));
    const missing = groups.filter((_, i) => shares[i] < MISSING).map(({ text }) => text);
    results.push({
      entry,
      number,
      shares,
      plain,
      factors,
      glue: (glue.get(number)?.score ?? 0) / plain,
      termed: label === GLOSSARY
        ? groups.reduce((sum, { mass: one }, i) => sum + (called[i].has(number) ? one : 0), 0) / mass
        : 0,
      base: score,
      score,
      share,
      thin: share < ENOUGH || missing.length > groups.length / 2,
      weak: false,
      missing,
    });
  }
  yield;
  yield* closely(results, groups, query, corpus);
  return {
    results: ordered(results, query, corpus),
    keys: new Set(groups.flatMap((group) => group.keys).filter((key) => found.get(key).size)),
  };
}

/** The best of them are looked into more closely. */
function* closely(results, groups, query, corpus) {
  results.sort((a, b) => b.base - a.base);
  const lines = new Lines(groups);
  for (const result of results.slice(0, CLOSELY)) {
    const line = lines.together(result.number, corpus);
    result.features = {
      ...features(result, groups, query, corpus),
      together: line,
      "together apart": log(line + 0.1),
    };
    yield;
  }
}

/**
 * How much of the rest of the query is in an entry of the kind that a word of the query names (0: of another
 * kind, or the rest is not there). That word is not missing in such an entry: its share becomes whole.
 */
function ofKind(groups, shares, label) {
  const kinds = groups.map((group) => group.kind === label);
  const rest = groups.filter((group) => !group.kind);
  const mass = rest.reduce((sum, group) => sum + group.mass, 0);
  const fits = mass
    ? groups.reduce((sum, group, i) => sum + (group.kind ? 0 : group.mass * Math.min(1, shares[i])), 0) / mass
    : 0;
  const onDay = label === DATES && groups.some((group, i) => group.day && shares[i] === 1) ? ON_DAY : 0;
  if (!kinds.includes(true)) return onDay;
  if (mass && fits < REST_FITS) return 0;
  groups.forEach((group, i) => {
    if (group.kind) shares[i] = 1;
  });
  return Math.max(fits, onDay);
}

/** What an entry is worth that has none of the figures that were typed, though others have them. */
function withoutFigures(groups, shares) {
  const figures = groups.filter((group) => group.figure && group.best.size);
  if (!figures.length || groups.some((group, i) => figures.includes(group) && shares[i] >= MISSING)) return 1;
  return figures.some(({ clause }) => clause) ? OTHER_CLAUSE : OTHER_FIGURE;
}

/** The names of Latin letters that are meant by a term that was typed by their sounds. */
const spelled = (query, corpus) =>
  query.groups.length === 1
    ? query.groups[0].names.filter((ids) =>
      ids.length === 1 && /^[a-z]+$/.test(corpus.known.name(ids[0]) ?? "")
    )
    : [];

/** Whether all of a query, as a row of units, stands in a title. */
const titled = (title, ids) => `,${title.join()},`.includes(`,${ids.join()},`);

/** What an entry is worth of another edition than the one whose year was typed. */
function ofYear(years, { editions }, { editions: all }) {
  const typed = all.filter((edition) => years.has(edition));
  return !typed.length || !editions.length || editions.some((edition) => years.has(edition)) ? 1 : OTHER_YEAR;
}

/** How much of a title was asked for. */
function titleShare(title, found) {
  const pairs = title.slice(1).map((id, i) => pair(title[i], id));
  return pairs.length ? pairs.filter((key) => found.has(key)).length / pairs.length : 0;
}

/** How much of the query's mass lies in words that are an entry's name, or its page's. */
function calledBy(called, groups, number, corpus) {
  const { above, at, label } = corpus.entries[number];
  if (label[0] === GLOSSARY) return 0;
  const page = above === null ? number : corpus.places.get(at.split("#")[0]);
  return groups.reduce(
    (sum, { mass }, i) =>
      sum + mass * (called[i].has(number) ? CALLED : called[i].has(page) ? CALLED_PAGE : 0),
    0,
  );
}

/** Whether the page that an entry stands on is named by the query, all of its name. */
function pageShare(corpus, entry, found) {
  if (entry.above === null) return 0;
  const page = corpus.places.get(entry.at.split("#")[0]);
  return page !== undefined && titleShare(corpus.titles[page], found) === 1 ? 1 : 0;
}
