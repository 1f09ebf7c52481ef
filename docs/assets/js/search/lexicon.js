/**
 * The words that this guide knows: those of its titles and terms. They say where a word ends when nobody
 * typed a space, and where none does when somebody typed one too many.
 */

import { strokes } from "./jamo.js";
import { fold, Names, read } from "./text.js";
import { stem } from "./verbs.js";
import { bare, EMPTY, EMPTY_VERBS, KINDS, PARTICLES, SAME, SUFFIXES, VERBS } from "./words.js";

export const compact = (text) => fold(text).replace(/[^가-힣ㄱ-ㅎㅏ-ㅣa-z0-9%]/g, "");
const COSTS = {
  word: 1,
  begun: 1.25,
  empty: 1,
  verb: 1.1,
  particle: 1.2,
  suffix: 0.9,
  unknown: 2,
  unknownRun: 1,
};
/** For each space that a word is to reach across: more than what two words cost. */
const ACROSS = 1.2;
/** A name that begins with a word of one syllable, which is no word by itself: 다 등급. */
const NAMED_ACROSS = 0.8;
const LONGEST = 12;

const MOST = 4;
/** With fewer keys nearly every word is one key away from another. */
const SHORTEST = 5;
/** What is begun needs more of them to be told from other words. */
const BEGUN = 7;

/** Latin letters by their names: 티에프 is TF. Only for names this short, which people say letter by letter. */
const SPOKEN = Object.fromEntries(
  ("a에이 b비 c씨,시 d디 e이 f에프 g지 h에이치 i아이 j제이 k케이 l엘 m엠 n엔 o오 p피 q큐 r알 s에스 t티 u유 v브이 w더블유 x엑스 " +
    "y와이 z제트").split(" ").map((text) => [text[0], text.slice(1).split(",")]),
);
const SPELLED_OUT = 4;
const spoken = (name) =>
  [...name].reduce((done, letter) => done.flatMap((text) => SPOKEN[letter].map((said) => text + said)), [""]);

/** So much alike must be the name of a term that is offered for a text that is nowhere. */
const ALIKE = 0.4;

const units = (text) => read(text, new Names(), true).ids;

/** How a verb ends that stands in a title. */
const TOLD = /(?:[나요까면다는고며서야은을]|려면|려고|지만|도록)$/;

/** Whether one of the sorted words begins so. */
function begins(sorted, text) {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < text) low = middle + 1;
    else high = middle;
  }
  return Boolean(sorted[low]?.startsWith(text));
}

/** Whether one text becomes the other by changing, leaving out or adding one letter. */
function oneKeyAway(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end += 1;
  }
  return Math.max(a.length, b.length) - start - end === 1;
}

const pairsOf = (keys) => new Set([...keys].slice(1).map((key, i) => keys[i] + key));

/** Whether a piece of this kind names something. */
export const isFull = (kind) => !["empty", "particle", "suffix"].includes(kind);

/** The words of a phrase, whatever their order and endings. */
export const phraseOf = (pieces) =>
  `+${pieces.map(({ text, stem: verb }) => (verb ? `${verb}-` : compact(text))).sort().join("+")}`;

/** @typedef {"word" | "begun" | "verb" | "empty" | "particle" | "suffix" | "unknown"} PieceKind */

export class Lexicon {
  /** @param {any} corpus */
  constructor(corpus) {
    this.corpus = corpus;
    this.terms = new Map(
      corpus.terms.flatMap(({ names }) => names.map((name) => [compact(name), names[0]])),
    );
    // A word, or the words of a phrase in any order, to the official names that mean the same.
    this.names = new Map();
    this.words = new Set();
    this.spelled = new Map(); // Latin names by their letters' names: 디비 is db
    this.verbs = new Set([...VERBS, ...EMPTY_VERBS]);
    this.kinds = new Map(); // what has been cut, for the next time
    this.slips = new Map(); // what has been looked for, for the next time
    this.typed = []; // the known words with their keys
    this.called = null; // the names of terms with their pairs of keys, from the first question on
    this.sorted = null; // the words in their order, likewise
  }

  /**
   * Learns the words, then the phrases that are made of them: without either no query can be read.
   * @returns {Generator<void>}
   */
  *prepare() {
    const { entries, known, terms } = this.corpus;
    for (const { names, everyday } of terms) {
      this._means([...names, ...everyday], names);
      yield;
    }
    for (const group of SAME) this._means(group, group);
    yield* this._read([
      ...entries.map((entry) => entry.title),
      ...terms.flatMap((term) => term.names),
      ...SAME.flat(),
      ...KINDS.keys(),
    ]);
    for (const name of this.names.keys()) {
      if (/^[가-힣]{2,}$/.test(name) && !EMPTY.has(name)) this.words.add(name);
    }
    for (const name of known.ids.keys()) {
      if (/^[a-z]+$/.test(name) && name.length > 1 && name.length <= SPELLED_OUT) this._spell(name);
    }
    yield* this._verbs();
    for (const { names, everyday } of [...terms].reverse()) {
      for (const phrase of [...everyday].reverse()) {
        this._phrase(phrase, names);
        yield;
      }
    }
    yield* this._readSlips();
  }

  /** Takes in the words of texts. */
  *_read(texts) {
    const typed = new Set();
    for (const text of texts) {
      for (const word of fold(text).match(/[가-힣]{2,}/g) ?? []) typed.add(word);
      yield;
    }
    for (const word of typed) {
      const full = bare(word) === word || !typed.has(bare(word));
      if (full && !EMPTY.has(word) && !EMPTY.has(bare(word)) && !this._attached(word)) this.words.add(word);
      yield;
    }
  }

  /** Whether a word is one syllable and its particle: 구는, 돈을. */
  _attached(word) {
    return /^.(?:[는를에]|부터|까지|에서|에게|마다|으로)$/.test(word) ||
      (/^.을$/.test(word) && this.names.has(word[0]));
  }

  /**
   * Works out what tells a slip of the finger from a word: the keys of the known words, and every word of the
   * texts.
   */
  *_readSlips() {
    for (const word of [...this.words].reverse()) {
      this.typed.push([word, strokes(units(word))]);
      yield;
    }
    const met = new Set(
      this.corpus.terms.flatMap(({ everyday }) => everyday.flatMap((phrase) => phrase.split(" "))),
    );
    for (const { text } of this.corpus.entries) {
      for (const word of text.match(/[가-힣]{2,}/g) ?? []) met.add(word);
      yield;
    }
    this.written = [...met].sort();
  }

  _spell(name) {
    for (const word of spoken(name)) {
      this._means([word], [name, ...this.names.get(name) ?? []]);
      this.words.add(word);
      this.spelled.set(word, name);
      if (this.terms.has(name)) this.terms.set(word, this.terms.get(name));
    }
  }

  /** Verbs stand in the lists as 바꾸다: any form of them means what the others of the group mean. */
  *_verbs() {
    const { terms } = this.corpus;
    for (const text of [...SAME.flat(), ...terms.flatMap(({ everyday }) => everyday)]) {
      if (!/^[가-힣]+다$/.test(text)) continue;
      this.verbs.add(text.slice(0, -1));
      this.words.delete(text);
      const same = this.names.get(text);
      this.names.delete(text);
      this.names.set(`${text.slice(0, -1)}-`, same);
    }
    // The verbs of phrases as well: 깨 of 협약 깨다.
    for (const phrase of terms.flatMap(({ everyday }) => everyday)) {
      for (const word of phrase.split(" ").slice(1)) {
        if (/^[가-힣]+다$/.test(word) && !PARTICLES.has(word)) this.verbs.add(word.slice(0, -1));
      }
    }
    // A title that asks or tells (무엇이 되나요, 만들고 고치기) does not make a word of its verb.
    for (const word of this.words) {
      yield;
      if (!this.names.has(word) && (/[나요까면다는]$/.test(word) ? stem(word, EMPTY_VERBS) : false)) {
        this.words.delete(word);
      } else if (!this.names.has(word) && TOLD.test(word) && stem(word, this.verbs)) this.words.delete(word);
    }
  }

  /** What people say in several words counts in any order and with any endings: 남은 돈, 돈이 남으면. */
  _phrase(phrase, names) {
    const pieces = phrase.split(" ").flatMap((
      word,
    ) => (/^[가-힣]+$/.test(word) ? this.cut(word) : [{ text: compact(word), kind: "word" }]));
    const said = pieces.filter(({ kind }) => isFull(kind));
    if (said.length > 1) this._means([phraseOf(said)], names);
  }

  _means(words, names) {
    for (const word of words) {
      const key = word.includes("+") ? word : compact(word);
      this.names.set(
        key,
        new Set([...(this.names.get(key) ?? []), ...names.filter((name) => compact(name) !== key)]),
      );
    }
  }

  /**
   * The words that one wrong, missing or extra key would have made of what is typed; of a word still open,
   * its beginning.
   */
  near(text, open) {
    const key = `${text} ${open}`;
    if (!this.slips.has(key)) this.slips.set(key, this._near(text, open));
    return this.slips.get(key);
  }

  _near(text, open) {
    const typed = strokes(units(text));
    if (typed.length < SHORTEST || this._written(text)) return [];
    if (open && this.typed.some(([, keys]) => keys.startsWith(typed))) return [];
    const full = this.typed.filter(([word, keys]) => word !== text && oneKeyAway(typed, keys));
    if (full.length || !open || typed.length < BEGUN) return full.map(([word]) => word).slice(0, MOST);
    return this.typed.filter(([, keys]) =>
      keys.length > typed.length && oneKeyAway(typed, keys.slice(0, typed.length))
    ).map(([word]) => word).slice(0, MOST);
  }

  /** The names of terms whose keys are most like those of a text, most like it first. */
  alike(text) {
    this.called ??= [...new Set(this.terms.values())].map((name) => [name, pairsOf(strokes(units(name)))]);
    const typed = pairsOf(strokes(units(text)));
    const like = this.called.map((
      [name, pairs],
    ) => [name, 2 * [...typed].filter((one) => pairs.has(one)).length / (typed.size + pairs.size)]);
    return like.filter(([, share]) => share >= ALIKE).sort((a, b) => b[1] - a[1]).slice(0, MOST).map((
      [name],
    ) => name);
  }

  /**
   * Cuts a run of Hangul into known words, particles and the rest: the cheapest way.
   * @param {string} run without its spaces
   * @param {Set<number>} spaces where they were
   * @param {boolean} open whether its last word may go on
   * @param {boolean} attached whether it follows a number without a space
   * @returns {{text: string, kind: PieceKind, stem?: string}[]}
   */
  cut(run, spaces = new Set(), open = false, attached = false) {
    /** @type {{cost: number, from: number, kind: PieceKind, stem?: string}[]} */
    const best = [{ cost: 0, from: 0, kind: "word", stem: null }];
    const starts = [0, ...spaces, run.length];
    for (let end = 1; end <= run.length; end += 1) {
      best.push({ cost: Infinity, from: 0, kind: "unknown", stem: null });
      for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
        const begins = starts.findLast((start) => start <= from);
        const across = [...spaces].filter((space) => space > from && space < end).length;
        const { kind, stem: verb } = this._kind(
          run.slice(from, end),
          from - begins + (attached && !begins ? 2 : 0),
          begins === from && starts.includes(end),
          open && end === run.length,
          run.slice(end, starts.find((start) => start >= end)),
          run.slice(begins, from),
        );
        if (across && kind !== "word" && kind !== "begun") continue;
        const named = across && spaces.has(from + 1) && kind === "word" &&
          this.names.has(run.slice(from, end));
        const cost = best[from].cost + (named ? NAMED_ACROSS : ACROSS) * across +
          (kind === "unknown"
            ? COSTS.unknown * (end - from) + COSTS.unknownRun +
              (best[from].kind === "unknown" && from ? 1 : 0)
            : COSTS[kind]);
        if (cost < best[end].cost) best[end] = { cost, from, kind, stem: verb };
      }
    }
    const pieces = [];
    for (let end = run.length; end > 0; end = best[end].from) {
      pieces.unshift({ text: run.slice(best[end].from, end), kind: best[end].kind, stem: best[end].stem });
    }
    return pieces;
  }

  /**
   * What a text is by itself. `before`: how much of its word stands before it; `whole`: it stands between
   * spaces; `rest`: what stands after it in its word, `lead`: what before.
   * @returns {{kind: PieceKind, stem?: string}}
   */
  _kind(text, before, whole, open, rest, lead) {
    if (
      this.words.has(text) ||
      (text.length === 1 && this.names.has(text) && (whole || (!before && PARTICLES.has(rest))))
    ) return { kind: "word" };
    if ((before >= 2 || (before === 1 && this.names.has(lead))) && PARTICLES.has(text)) {
      return { kind: "particle" };
    }
    if (before >= 2 && SUFFIXES.has(text)) return { kind: "suffix" };
    if (EMPTY.has(text) && (text.length > 1 || whole)) return { kind: "empty" };
    if (text.length === 1 && !whole) return { kind: "unknown" };
    if (!this.kinds.has(text)) this.kinds.set(text, stem(text, this.verbs));
    const verb = this.kinds.get(text);
    if (verb) return { kind: EMPTY_VERBS.has(verb) ? "empty" : "verb", stem: verb };
    return { kind: open && text.length > 1 && this.begins(text) ? "begun" : "unknown" };
  }

  /** Whether a known word begins so. */
  begins(text) {
    this.sorted ??= [...this.words].sort();
    return begins(this.sorted, text);
  }

  /** Whether some word in the texts begins so: then it is no slip of the finger. */
  _written(text) {
    return begins(this.written, text);
  }
}
