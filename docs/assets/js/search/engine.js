/** The search: a text in, results out. It knows no page; `box.js` does. */
(function (hyeopchi) {
  "use strict";

  const { Corpus, Lexicon, Query, rank, compact } = hyeopchi.search;
  const { completions, fromKeys, initial } = hyeopchi.search.jamo;

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
      const hangul = this._inHangul(text);
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

    _search(text) {
      if (/^[ㄱ-ㅎ\s]+$/.test(text)) {
        const consonants = compact(text);
        return this._byTitle(consonants.length, (ids) => ids.map(initial).join("").indexOf(consonants));
      }
      const query = new Query(text, this.corpus, this.lexicon);
      if (!query.groups.length && query.row.ids.length === 1) {
        const [id] = query.row.ids;
        const may = new Set([id, ...completions(id)]);
        return this._byTitle(1, (ids) => ids.findIndex((unit) => may.has(unit)));
      }
      const { results, keys } = rank(query, this.corpus);
      return { results, keys, meant: query.groups.flatMap((group) => group.meant) };
    }

    /** Titles in which `place` finds something: for first consonants (ㅎㅊㅎㅇ is 협치회의) and for a single syllable. */
    _byTitle(length, place) {
      const found = [];
      this.corpus.titles.forEach((ids, number) => {
        const at = place(ids);
        const entry = this.corpus.entries[number];
        const score = entry.label[1] * length / ids.length + (entry.above === null ? 0.3 : 0) - (at ? 0.2 : 0);
        if (at >= 0) found.push({ entry, score, share: 1, weak: false, missing: [] });
      });
      return { results: found.sort((a, b) => b.score - a.score), keys: new Set(), meant: [] };
    }
  }

  hyeopchi.search.Engine = Engine;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
