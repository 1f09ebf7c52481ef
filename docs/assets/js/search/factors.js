/** What lifts an entry or lowers it, whatever of the query it has: factors, as their logarithms. */

import { pair } from "./corpus.js";
import { pageOf } from "./pages.js";

/**
 * A word of which an entry has less than this is missing there; more than half of the words missing is weak
 * as well.
 */
export const MISSING = 0.34;
/** 이내, 이상 and the like beside a figure are no words to look for. */
const SHORT_WORD = 2;
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
const NAMED = 0.6;
const TITLED = 0.5;
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

/** What the factors of all entries have in common for one query. */
export class Factors {
  /** @param {any} query @param {any} corpus @param {any} groups @param {Map<number, any>} found */
  constructor(query, corpus, groups, found) {
    this.query = query;
    this.corpus = corpus;
    this.groups = groups;
    this.found = found;
    const { ids } = query.row;
    this.mass = groups.reduce((sum, group) => sum + group.mass, 0) || 1;
    this.named = corpus.named.get(ids.join()) ?? new Map();
    this.called = query.groups.map(({ names }) =>
      new Set(names.flatMap((row) => [...corpus.named.get(row.join())?.keys() ?? []]))
    );
    this.pointed = ids.length === 1 && APPENDIX.test(corpus.known.name(ids[0]) ?? "") ? ids[0] : null;
    this.typed = [ids, ...spelled(query, corpus)];
  }

  /**
   * The logarithms of an entry's factors by name. `shares` of what is looked for become whole where the entry is
   * of the kind that a word names.
   * @param {number} number @param {number[]} shares
   */
  of(number, shares) {
    const { query, corpus, groups, found } = this;
    const entry = corpus.entries[number];
    const title = corpus.titles[number];
    const [label, weight] = entry.label;
    const asked = ofKind(groups, shares, label);
    return {
      label: log(asked ? Math.max(1, weight) : weight),
      asked: log(1 + OF_KIND * asked),
      named: log(1 + NAMED * (this.named.get(number) ?? 0)),
      titleShare: log(1 + TITLED * titleShare(title, found)),
      pageShare: log(1 + NAMED_PAGE * pageShare(corpus, entry, found)),
      called: log(1 + calledBy(this.called, groups, number, corpus) / this.mass),
      figures: log(withoutFigures(groups, shares)),
      told: log(query.told?.has(entry.at) ? TOLD : 1),
      aside: log(label === CONFLICTS && !query.differing ? ASIDE : 1),
      // A name of letters by their sounds (티에프티) stands in no title as it is typed.
      untitled: log(
        query.termed && label !== GLOSSARY && !this.typed.some((ids) => titled(title, ids)) ? UNTITLED : 1,
      ),
      glossary: log(label !== GLOSSARY ? 1 : query.defining ? DEFINED : query.termed ? TERMED : NAMED_ONLY),
      year: log(ofYear(query.years, entry, corpus)),
      pointed: log(this.pointed !== null && title[0] === this.pointed ? POINTED : 1),
    };
  }

  /** How much of the query's mass names the glossary's entry. */
  termed(number) {
    if (this.corpus.entries[number].label[0] !== GLOSSARY) return 0;
    return this.groups.reduce((sum, { mass }, i) => sum + (this.called[i].has(number) ? mass : 0), 0) /
      this.mass;
  }
}

/** Whether a query is of figures and of no words. */
export const figuresOnly = (groups) =>
  groups.some(({ figure }) => figure) &&
  groups.filter(({ figure }) => !figure).map(({ text }) => text).join("").length <= SHORT_WORD;

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
  const page = above === null ? number : corpus.places.get(pageOf(at));
  return groups.reduce(
    (sum, { mass }, i) =>
      sum + mass * (called[i].has(number) ? CALLED : called[i].has(page) ? CALLED_PAGE : 0),
    0,
  );
}

/** Whether the page that an entry stands on is named by the query, all of its name. */
function pageShare(corpus, entry, found) {
  if (entry.above === null) return 0;
  const page = corpus.places.get(pageOf(entry.at));
  return page !== undefined && titleShare(corpus.titles[page], found) === 1 ? 1 : 0;
}
