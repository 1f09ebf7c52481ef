/**
 * Words typed by their first consonants: ㅎㅊㅈㅈㄱ is 협치조정관. The words that a row of consonants may be are read
 * from the names, titles and texts of the guide itself; what they are worth says which is meant. Lone
 * consonants after syllables count as well (협치ㅈㅈㄱ).
 */

import { INITIALS } from "./jamo.js";
import { compact } from "./lexicon.js";
import { fold, HANGUL, SYLLABLES } from "./text.js";
import { PARTICLES } from "./words.js";

/** What a word is worth by where it stands: the name of a term, a whole title, in titles, in texts. */
const TERM = 6;
const TITLE = 4;
const IN_TITLES = 1.5;
/** A word that only begins so: 협치회의록 for ㅎㅊㅎㅇ. */
const BEGUN = 0.25;
/** A word that is worth less than this share of the best is not meant; so many at most are. */
const LEAST = 0.3;
const MOST = 3;
/** A row of several words is read as one if it is worth this; else each by itself. */
const ONE = 2;

const GAP = "[ ·ㆍ]?";
const VERBAL = /^[하되해된할한함]/;

/** A text of the same length with each syllable as its first consonant. */
function initialsOf(text) {
  let made = "";
  for (let i = 0; i < text.length; i += 1) {
    const number = text.charCodeAt(i) - HANGUL;
    made += number >= 0 && number < SYLLABLES ? INITIALS[Math.floor(number / 588)] : text[i];
  }
  return made;
}

export class Initials {
  /** @param {any} corpus */
  constructor(corpus) {
    const titles = corpus.entries.map(({ title }) => title);
    const names = corpus.terms.flatMap((term) => term.names);
    this.whole = new Map();
    this.unmet = [...titles.map((text) => [text, TITLE]), ...names.map((text) => [text, TERM])];
    this.unread = [...corpus.entries.map(({ text }) => ["texts", text]), [
      "titles",
      [...titles, ...names].join("\n"),
    ]];
    this.known = new Map();
    this.read = { texts: [], titles: [] };
  }

  /** Reads what is not read yet. @returns {Generator<void>} */
  *prepare() {
    for (const [text, worth] of this.unmet) {
      this.whole.set(compact(text), worth);
      yield;
    }
    while (this.unread.length) {
      const [where, text] = this.unread.pop();
      const folded = fold(text);
      this.read[where].push([folded, initialsOf(folded)]);
      yield;
    }
  }

  /**
   * The words that the typed ones may be, best first.
   * @param {string[]} typed words of consonants, or of syllables and consonants
   * @returns {Generator<void, string[]>}
   */
  *words(typed) {
    const one = this._best(yield* this._found(typed.join("")));
    if (typed.length === 1 || one[0]?.worth >= ONE) return one.map(({ word }) => word);
    const each = [];
    for (const word of typed) {
      each.push(
        /[ㄱ-ㅎ]{2}/.test(word) ? this._best(yield* this._found(word)).map((found) => found.word) : [word],
      );
    }
    const apart = each.every((words) => words.length)
      ? Array.from({ length: MOST }, (_, i) => each.map((words) => words[i] ?? words[0]).join(" "))
      : [];
    return [...new Set([...one.map(({ word }) => word), ...apart])].slice(0, MOST);
  }

  /** Every word that has the consonants, with what it is worth; looked for once. */
  *_found(typed) {
    if (!this.known.has(typed)) this.known.set(typed, yield* this._look(typed));
    return this.known.get(typed);
  }

  *_look(typed) {
    const letters = [...typed];
    const pattern = new RegExp(`(?<![가-힣ㄱ-ㅎ])${[...initialsOf(typed)].join(GAP)}`, "g");
    const found = new Map();
    for (const where of ["titles", "texts"]) {
      for (const [text, initials] of this.read[where]) {
        yield;
        for (const match of initials.matchAll(pattern)) {
          const word = text.slice(match.index, match.index + match[0].length);
          if (
            ![...word.replace(/[ ·ㆍ]/g, "")].every((letter, i) =>
              /[ㄱ-ㅎ]/.test(letters[i]) || letter === letters[i]
            )
          ) continue;
          const tail = /^[가-힣]*/.exec(text.slice(match.index + word.length))[0];
          const one = found.get(compact(word)) ?? { word, titles: 0, texts: 0, whole: 0 };
          one[where] += 1;
          if (!tail || PARTICLES.has(tail) || VERBAL.test(tail)) one.whole += 1;
          found.set(compact(word), one);
        }
      }
    }
    return [...found].map(([key, { word, titles, texts, whole }]) => ({
      word,
      worth: (this.whole.get(key) ?? 0) +
        (whole ? 1 : BEGUN) * (IN_TITLES * Math.log1p(titles) + Math.log1p(texts)),
    }));
  }

  _best(found) {
    found.sort((a, b) => b.worth - a.worth);
    return found.filter(({ worth }) => worth >= LEAST * found[0].worth).slice(0, MOST);
  }
}
