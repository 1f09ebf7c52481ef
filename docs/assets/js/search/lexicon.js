/** The words that this guide knows: those of its titles and terms. They say where a word ends when nobody typed a space. */
(function (hyeopchi) {
  "use strict";

  const { Names, fold, read } = hyeopchi.search.text;
  const { strokes } = hyeopchi.search.jamo;
  const { EMPTY, PARTICLES, SAME, bare } = hyeopchi.search.words;

  const compact = (text) => fold(text).replace(/[^가-힣ㄱ-ㅎㅏ-ㅣa-z0-9%]/g, "");
  const COSTS = { word: 1, empty: 1, particle: 1.2, unknown: 2, unknownRun: 1 };
  const LONGEST = 12;

  const MOST = 4;
  /** With fewer keys nearly every word is one key away from another. */
  const SHORTEST = 5;

  const units = (text) => read(text, new Names(), true).ids;

  /** Whether one text becomes the other by changing, leaving out or adding one letter. */
  function oneKeyAway(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    return Math.max(a.length, b.length) - start - end === 1;
  }

  class Lexicon {
    /** @param {any} corpus */
    constructor(corpus) {
      this.names = new Map(); // a word to the official names that mean the same
      for (const { names, everyday } of corpus.terms) this._means([...names, ...everyday], names);
      for (const group of SAME) this._means(group, group);
      const texts = [...corpus.entries.map((entry) => entry.title), ...corpus.terms.flatMap((term) => term.names)];
      const typed = new Set([...texts, ...SAME.flat()].flatMap((text) => fold(text).match(/[가-힣]{2,}/g) ?? []));
      this.words = new Set([...typed].filter((word) => !EMPTY.has(word) && (bare(word) === word || !typed.has(bare(word)))));
      for (const name of this.names.keys()) if (/^[가-힣]{2,}$/.test(name) && !EMPTY.has(name)) this.words.add(name);
    }

    _means(words, names) {
      for (const word of words) {
        const key = compact(word);
        this.names.set(key, new Set([...(this.names.get(key) ?? []), ...names.filter((name) => compact(name) !== key)]));
      }
    }

    /** The words that one wrong, missing or extra key would have made of what is typed; of a word still open, its beginning. */
    near(text, open) {
      const typed = strokes(units(text));
      if (typed.length < SHORTEST) return [];
      this.typed ??= [...this.words].map((word) => [word, strokes(units(word))]);
      if (open && this.typed.some(([, keys]) => keys.startsWith(typed))) return [];
      return this.typed.filter(([word, keys]) => word !== text && (oneKeyAway(typed, keys)
        || (open && keys.length > typed.length && oneKeyAway(typed, keys.slice(0, typed.length))))).map(([word]) => word).slice(0, MOST);
    }

    /**
     * Cuts a run of Hangul into known words, particles and the rest: the cheapest way.
     * @returns {{text: string, kind: "word" | "empty" | "particle" | "unknown"}[]}
     */
    cut(run) {
      const best = [{ cost: 0, from: 0, kind: "word" }];
      for (let end = 1; end <= run.length; end += 1) {
        best.push({ cost: Infinity, from: 0, kind: "unknown" });
        for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
          const kind = this._kind(run.slice(from, end), from, run.length);
          const cost = best[from].cost + (kind === "unknown"
            ? COSTS.unknown * (end - from) + COSTS.unknownRun + (best[from].kind === "unknown" && from ? 1 : 0) : COSTS[kind]);
          if (cost < best[end].cost) best[end] = { cost, from, kind };
        }
      }
      const pieces = [];
      for (let end = run.length; end > 0; end = best[end].from) {
        pieces.unshift({ text: run.slice(best[end].from, end), kind: best[end].kind });
      }
      return pieces;
    }

    _kind(text, from, whole) {
      if (this.words.has(text)) return "word";
      if (from >= 2 && PARTICLES.has(text)) return "particle";
      if (EMPTY.has(text) && (text.length > 1 || text.length === whole)) return "empty";
      return "unknown";
    }
  }

  Object.assign(hyeopchi.search, { Lexicon, compact });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
