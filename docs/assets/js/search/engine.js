/** The search: a text in, results out. It knows no page; `box.js` does. */

import { Answers } from "./answers.js";
import { Corpus } from "./corpus.js";
import { Functions } from "./functions.js";
import { Initials } from "./initials.js";
import { completions, fromKeys, toKeys } from "./jamo.js";
import { Lexicon } from "./lexicon.js";
import { Query } from "./query.js";
import { rank } from "./rank.js";
import { Scopes } from "./scopes.js";

/**
 * What is left of a work that others may have begun: unlike `yield*` it leaves the work to others if its own
 * reader stops.
 */
function* rest(work) {
  while (!work.next().done) yield;
}

/** Several lists of results as one: of the first by turns with the others. */
function merged(lists) {
  const order = lists.flatMap(([...list], which) =>
    list.map((result, i) => ({ result, turn: i + (which ? which / lists.length : 0) }))
  );
  const done = new Map();
  for (const { result } of order.sort((a, b) => a.turn - b.turn)) {
    if (!done.has(result.entry.at)) done.set(result.entry.at, result);
  }
  return [...done.values()];
}

export class Engine {
  /** @param {any} data `hyeopchi.searchData` */
  constructor(data) {
    this.corpus = new Corpus(data);
    this.scopes = new Scopes(this.corpus);
    this.functions = new Functions(data.functions);
    // Each is one long work, whoever goes on with it: it gets ready meanwhile, or a query that wants it goes
    // on.
    this.reading = this._read();
    this.readingInitials = this._readInitials();
  }

  /** Gets ready, all of it. @returns {Generator<void>} */
  *prepare() {
    yield* rest(this.reading);
    yield* rest(this.readingInitials);
  }

  *_read() {
    yield* this.corpus.read();
    this.lexicon = new Lexicon(this.corpus);
    yield* this.lexicon.prepare();
    this.answers = new Answers(this.corpus, this.scopes);
    yield* this.answers.prepare();
  }

  *_readInitials() {
    this.initials = new Initials(this.corpus);
    yield* this.initials.prepare();
  }

  /**
   * `results`, best first; `looked`: what was looked for (pairs of units, words), for marking it; `meant`:
   * the words that seem to have been meant; `answers` for the card.
   * @param {string} text
   * @returns {Generator<void, {results: any[], looked: {keys: Set<number>, said: string[]}, meant: string[],
   *   answers: any[]}>}
   */
  *search(text) {
    yield* rest(this.reading);
    const hangul = this._inHangul(this._inLatin(text));
    if (hangul === text) return yield* this._search(text);
    const found = yield* this._search(hangul);
    return { ...found, meant: [hangul, ...found.meant] };
  }

  /**
   * What was meant where the keyboard was left in English; only words that begin as some word of this guide
   * does.
   */
  _inHangul(text) {
    return text.replace(/[a-z]{2,}/gi, (word) => {
      const known = [...this.corpus.known.ids.keys()].some((name) => name.startsWith(word.toLowerCase()));
      const made = known ? null : fromKeys(word);
      return made && this.lexicon.begins(made.slice(0, 2)) ? made : word;
    });
  }

  /**
   * What was meant where the keyboard was left in Hangul: only what no word here begins with and a Latin word
   * is.
   */
  _inLatin(text) {
    return text.replace(/[가-힣ㄱ-ㅎㅏ-ㅣ]+/g, (word) => {
      const made = word.length > 1 && !(/^[가-힣]+$/.test(word) && this.lexicon.begins(word))
        ? toKeys(word)
        : null;
      return made && made.length > 1 && this.corpus.known.ids.has(made) ? made : word;
    });
  }

  /** The names of terms that look most like a text, for when nothing is found. */
  near(text) {
    return this.lexicon.slips.alike(text);
  }

  *_search(text) {
    const typed = text.trim().split(/\s+/);
    if (
      typed.some((word) => /[ㄱ-ㅎ]{2}/.test(word)) &&
      typed.every((word) => /[ㄱ-ㅎ]{2}|^[가-힣]+$/.test(word))
    ) {
      const found = yield* this._byInitials(typed);
      if (found.results.length) return found;
    }
    const query = new Query(text, this.corpus, this.lexicon);
    yield;
    if (!query.groups.length && query.row.ids.length === 1) {
      const [id] = query.row.ids;
      const may = new Set([id, ...completions(id)]);
      return this._byTitle(1, (ids) => ids.findIndex((unit) => may.has(unit)));
    }
    const answers = yield* this.answers.find(query);
    query.told = new Set(answers.filter(({ kind }) => kind !== "term").map(({ at }) => at));
    query.functions = this.functions.find(query);
    const { results, keys } = yield* rank(query, this.corpus, this.scopes);
    const said = query.groups.flatMap((group) => [...group.said, ...group.parts]).map((form) =>
      form.replace(/[ㄱ-ㅎㅏ-ㅣ]/g, "")
    ).filter(Boolean);
    return {
      results,
      looked: { keys, said },
      meant: query.groups.flatMap((group) => group.meant),
      answers,
      query,
    };
  }

  /** What the words are that may be meant by their first consonants. */
  *_byInitials(typed) {
    yield* rest(this.readingInitials);
    const words = yield* this.initials.words(typed);
    const found = [];
    for (const word of words) found.push(yield* this._search(word));
    return {
      results: merged(found.map(({ results }) => results)),
      meant: words,
      looked: {
        keys: new Set(found.flatMap(({ looked }) => [...looked.keys])),
        said: found.flatMap(({ looked }) => looked.said),
      },
      answers: found[0]?.answers ?? [],
    };
  }

  /** Titles in which `place` finds something: for a single syllable. */
  _byTitle(length, place) {
    const found = [];
    this.corpus.titles.forEach((title, number) => {
      const entry = this.corpus.entries[number];
      const called = [title, ...entry.above === null ? this.corpus.calledOf[number] : []].map((
        ids,
      ) => [place(ids), ids]).filter(([at]) => at >= 0);
      const scores = called.map(([at, ids]) =>
        entry.label[1] * length / ids.length + (entry.above === null ? 0.3 : 0) - (at ? 0.2 : 0)
      );
      if (scores.length) {
        found.push({ entry, score: Math.max(...scores), share: 1, weak: false, missing: [] });
      }
    });
    return {
      results: found.sort((a, b) => b.score - a.score),
      looked: { keys: new Set(), said: [] },
      meant: [],
      answers: [],
    };
  }
}
