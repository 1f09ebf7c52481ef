/** Slips of the finger: what one wrong, missing or extra key would have made of a word, and what is most like it. */

import { strokes } from "./jamo.js";
import { Names, read } from "./text.js";

const MOST = 4;
/** With fewer keys nearly every word is one key away from another. */
const SHORTEST = 5;
/** What is begun needs more of them to be told from other words. */
const BEGUN = 7;

/** So much alike must be the name of a term that is offered for a text that is nowhere. */
const ALIKE = 0.4;

const units = (text) => read(text, new Names(), true).ids;

/** Whether one of the sorted words begins so. */
export function begins(sorted, text) {
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

export class Slips {
  constructor() {
    this.typed = []; // the known words with their keys
    this.found = new Map(); // what has been looked for, for the next time
    this.called = null; // the names of terms with their pairs of keys, from the first question on
    this.terms = []; // the official names of terms
    this.written = []; // every word of the texts, in their order
  }

  /**
   * Works out what tells a slip of the finger from a word: the keys of the known words, and every word of the
   * texts.
   */
  *read(words, corpus) {
    this.terms = [...new Set(corpus.terms.map(({ names }) => names[0]))];
    for (const word of [...words].reverse()) {
      this.typed.push([word, strokes(units(word))]);
      yield;
    }
    const met = new Set(
      corpus.terms.flatMap(({ everyday }) => everyday.flatMap((phrase) => phrase.split(" "))),
    );
    for (const { text } of corpus.entries) {
      for (const word of text.match(/[가-힣]{2,}/g) ?? []) met.add(word);
      yield;
    }
    this.written = [...met].sort();
  }

  /**
   * The words that one wrong, missing or extra key would have made of what is typed; of a word still open,
   * its beginning.
   */
  near(text, open) {
    const key = `${text} ${open}`;
    if (!this.found.has(key)) this.found.set(key, this._near(text, open));
    return this.found.get(key);
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
    this.called ??= this.terms.map((name) => [name, pairsOf(strokes(units(name)))]);
    const typed = pairsOf(strokes(units(text)));
    const like = this.called.map((
      [name, pairs],
    ) => [name, 2 * [...typed].filter((one) => pairs.has(one)).length / (typed.size + pairs.size)]);
    return like.filter(([, share]) => share >= ALIKE).sort((a, b) => b[1] - a[1]).slice(0, MOST).map((
      [name],
    ) => name);
  }

  /** Whether some word in the texts begins so: then it is no slip of the finger. */
  _written(text) {
    return begins(this.written, text);
  }
}
