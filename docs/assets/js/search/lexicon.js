/**
 * The words that this guide knows: those of its titles and terms. They say where a word ends when nobody
 * typed a space, and where none does when somebody typed one too many.
 */

import { Cutting, isFull } from "./cutting.js";
import { begins, Slips } from "./slips.js";
import { fold } from "./text.js";
import { stem } from "./verbs.js";
import { bare, EMPTY, EMPTY_VERBS, KINDS, PARTICLES, SAME, VERBS } from "./words.js";

export const compact = (text) => fold(text).replace(/[^가-힣ㄱ-ㅎㅏ-ㅣa-z0-9%]/g, "");
/** Latin letters by their names: 티에프 is TF. Only for names this short, which people say letter by letter. */
const SPOKEN = Object.fromEntries(
  ("a에이 b비 c씨,시 d디 e이 f에프 g지 h에이치 i아이 j제이 k케이 l엘 m엠 n엔 o오 p피 q큐 r알 s에스 t티 u유 v브이 w더블유 x엑스 " +
    "y와이 z제트").split(" ").map((text) => [text[0], text.slice(1).split(",")]),
);
const SPELLED_OUT = 4;
const spoken = (name) =>
  [...name].reduce((done, letter) => done.flatMap((text) => SPOKEN[letter].map((said) => text + said)), [""]);

/** How a verb ends that stands in a title. */
const TOLD = /(?:[나요까면다는고며서야은을]|려면|려고|지만|도록)$/;

/** The words of a phrase, whatever their order and endings. */
export const phraseOf = (pieces) =>
  `+${pieces.map(({ text, stem: verb }) => (verb ? `${verb}-` : compact(text))).sort().join("+")}`;

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
    this.plain = new Map(); // what people say, to what the texts have for it: less than another name
    this.spelled = new Map(); // Latin names by their letters' names: 디비 is db
    this.verbs = new Set([...VERBS, ...EMPTY_VERBS]);
    this.cutting = new Cutting(this);
    this.slips = new Slips();
    this.sorted = null; // the words in their order, from the first question on
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
    for (const [said, written] of this.corpus.plain) this._writes(said.split(" "), written.split(" "));
    yield* this._read([
      ...entries.map((entry) => entry.title),
      ...terms.flatMap((term) => term.names),
      ...SAME.flat(),
      ...KINDS.keys(),
    ]);
    for (const name of [...this.names.keys(), ...this.plain.keys()]) {
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
    yield* this.slips.read(this.words, this.corpus);
  }

  /** Learns what the texts have for what people say; of a verb its stem. */
  _writes(said, written) {
    for (const word of said) {
      const verb = word.endsWith("다") && word.slice(0, -1);
      if (verb) this.verbs.add(verb);
      this.plain.set(verb ? `${verb}-` : word, written);
    }
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
    ) => (/^[가-힣]+$/.test(word) ? this.cutting.cut(word) : [{ text: compact(word), kind: "word" }]));
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

  /** Whether a known word begins so. */
  begins(text) {
    this.sorted ??= [...this.words].sort();
    return begins(this.sorted, text);
  }
}
