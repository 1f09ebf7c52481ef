/** The search: a text in, results out. It knows no page; `box.js` does. */
(function (hyeopchi) {
  "use strict";

  const { Answers, Corpus, Lexicon, Query, rank } = hyeopchi.search;
  const { completions, fromKeys, initial, toKeys } = hyeopchi.search.jamo;

  /** Between two words that are typed by their first consonants: a particle or two. */
  const BETWEEN = ".{0,2}";
  /** So many of one kind before another gets its turn. */
  const IN_A_ROW = 2;

  /** The results in their order, but of one kind never more than IN_A_ROW while others wait. */
  function inTurns(results, kindOf) {
    const kinds = new Map();
    for (const result of results) kinds.set(kindOf(result), [...kinds.get(kindOf(result)) ?? [], result]);
    const done = [];
    while (done.length < results.length) for (const rest of kinds.values()) done.push(...rest.splice(0, IN_A_ROW));
    return done;
  }

  class Engine {
    /** @param {any} data `hyeopchi.searchData` */
    constructor(data) {
      this.corpus = new Corpus(data);
    }

    /** Gets ready for some milliseconds. Returns whether there is nothing more to do. */
    prepare(milliseconds) {
      if (this.lexicon) return this.lexicon.prepare(milliseconds);
      if (this.corpus.ready) this.lexicon = new Lexicon(this.corpus);
      else this.corpus.read(milliseconds);
      return false;
    }

    /**
     * `results`, best first; `keys`: what was found, for marking it; `meant`: the words that seem to have been meant.
     * @param {string} text
     */
    search(text) {
      this.corpus.read();
      this.lexicon ??= new Lexicon(this.corpus);
      this.lexicon.learn();
      const hangul = this._inHangul(this._inLatin(text));
      if (hangul === text) return this._search(text);
      const found = this._search(hangul);
      return { ...found, meant: [hangul, ...found.meant] };
    }

    /** What was meant where the keyboard was left in English; only words that begin as some word of this guide does. */
    _inHangul(text) {
      return text.replace(/[a-z]{2,}/gi, (word) => {
        const known = [...this.corpus.known.ids.keys()].some((name) => name.startsWith(word.toLowerCase()));
        const made = known ? null : fromKeys(word);
        return made && this.lexicon.begins(made.slice(0, 2)) ? made : word;
      });
    }

    /** What was meant where the keyboard was left in Hangul: only what no word here begins with and a Latin word is. */
    _inLatin(text) {
      return text.replace(/[가-힣ㄱ-ㅎㅏ-ㅣ]+/g, (word) => {
        const made = word.length > 1 && !(/^[가-힣]+$/.test(word) && this.lexicon.begins(word)) ? toKeys(word) : null;
        return made && made.length > 1 && this.corpus.known.ids.has(made) ? made : word;
      });
    }

    _search(text) {
      if (/^[ㄱ-ㅎ\s]+$/.test(text)) {
        return this._byInitials(text.trim().split(/\s+/));
      }
      const query = new Query(text, this.corpus, this.lexicon);
      if (!query.groups.length && query.row.ids.length === 1) {
        const [id] = query.row.ids;
        const may = new Set([id, ...completions(id)]);
        return this._byTitle(1, (ids) => ids.findIndex((unit) => may.has(unit)));
      }
      this.answers ??= new Answers(this.corpus);
      const answers = this.answers.find(query);
      query.told = new Set(answers.filter(({ kind }) => kind !== "term").map(({ at }) => at));
      const { results, keys } = rank(query, this.corpus);
      return { results, keys, meant: query.groups.flatMap((group) => group.meant), answers };
    }

    /** First consonants, a word each: in the order given, with what stands between words; the kinds of results by turns. */
    _byInitials(words) {
      const between = new RegExp(words.join(BETWEEN));
      const found = this._byTitle(words.join("").length, (ids) => ids.map(initial).join("").search(between));
      return { ...found, results: inTurns(found.results, ({ entry }) => entry.label[0]) };
    }

    /** Titles in which `place` finds something: for first consonants (ㅎㅊㅎㅇ is 협치회의) and for a single syllable. */
    _byTitle(length, place) {
      const found = [];
      this.corpus.titles.forEach((title, number) => {
        const entry = this.corpus.entries[number];
        const called = [title, ...entry.above === null ? this.corpus.calledOf[number] : []].map((ids) => [place(ids), ids]).filter(([at]) => at >= 0);
        const scores = called.map(([at, ids]) => entry.label[1] * length / ids.length + (entry.above === null ? 0.3 : 0) - (at ? 0.2 : 0));
        if (scores.length) found.push({ entry, score: Math.max(...scores), share: 1, weak: false, missing: [] });
      });
      return { results: found.sort((a, b) => b.score - a.score), keys: new Set(), meant: [], answers: [] };
    }
  }

  hyeopchi.search.Engine = Engine;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
