/**
 * What the site itself can do (data/functions.yaml), found by everyday words: 인터넷 안 되는 데서 쓰기. A function
 * is asked for where all words of one of its lines stand in the query, in any order and form; how much of the
 * query they cover is how sure it is.
 */

import { compact } from "./lexicon.js";
import { stem } from "./verbs.js";

/** Words of a query that say only that something is looked for or done. */
const ASKING = new Set(
  ("확인 방법 기능 버튼 단추 메뉴 사이트 홈페이지 화면 페이지 찾기 위치 하는법 법 곳 파일 자료 여기 길잡이 안내서 " +
    "찾아보는 찾는 쓰는 것 거 쪽 용 때").split(" "),
);
const SHORT = 2;
/** Further places of a function come after its first. */
const NEXT = 0.98;
/**
 * What else the query says speaks against a function: a verb less than a noun, and less where more words fit.
 */
const VERB = 0.5;
const BY_WORDS = [1, 1, 0.7, 0.5];
/** Who asks whether something must or may be done (받아야 하나요, 써도 되나요) asks for a rule, unless it is how. */
const OBLIGED = /(?<!떻게\s?해)야\s?(?:하|되|돼|할|함|만)|[가-힣]도\s?(?:되|돼|괜찮)/;
const OF_RULE = 0.6;

const isVerb = (word) => /^[가-힣]+다$/.test(word);

/** Where the words of a query begin in its compact text: after a space, and where it was cut. */
function beginnings(text, query) {
  const found = new Set([0]);
  query.text.split(/\s+/).map(compact).reduce((at, word) => found.add(at) && at + word.length, 0);
  for (const piece of query.pieces) {
    if (text.includes(compact(piece.text))) found.add(text.indexOf(compact(piece.text)));
  }
  return [...found];
}

/** A query as functions are looked for in it. */
class Asked {
  constructor(query, verbs) {
    this.text = compact(query.text);
    this.worth = OBLIGED.test(query.text) ? OF_RULE : 1;
    this.begins = beginnings(this.text, query);
    this.pieces = query.pieces.filter(({ full }) => full).map((piece) => ({
      text: compact(piece.text),
      stem: stemOf(piece, verbs),
    }));
    const words = query.text.split(/\s+/).map(compact);
    this.stems = new Set([
      ...words.map((word) => stem(word, verbs)),
      ...this.pieces.map((piece) => piece.stem),
    ]);
  }

  /** How much of the text an alternative is; 0 if it does not stand there. Of several words each must. */
  said(words) {
    const letters = words.map((word) => this._letters(word));
    return letters.includes(0) ? 0 : letters.reduce((sum, one) => sum + one);
  }

  /** A short word only where a word begins, a verb in any form. */
  _letters(word) {
    if (isVerb(word)) {
      return this.stems.has(word.slice(0, -1)) ||
          (word.length > SHORT && this.text.includes(word.slice(0, -1)))
        ? word.length
        : 0;
    }
    const there = word.length > SHORT
      ? this.text.includes(word)
      : this.begins.some((at) => this.text.startsWith(word, at));
    return there ? word.length : 0;
  }
}

const stemOf = (piece, verbs) => stem(compact(piece.text), verbs) ?? piece.stem ?? null;

/** Whether a piece of the query is what one of the words says. */
function touches(words, piece) {
  return words.some((
    word,
  ) => (isVerb(word)
    ? piece.stem === word.slice(0, -1) || (word.length > SHORT && piece.text.includes(word.slice(0, -1)))
    : word.length > 1
    ? piece.text.includes(word)
    : piece.text.startsWith(word))
  );
}

export class Functions {
  /**
   * @param {{words: string[][], functions: [string, string[], string[]][]}} data groups of words; of each
   * function its name, places and lines of words that must all stand (`엑셀|@3`: 엑셀 or a word of group 3)
   */
  constructor({ words: groups, functions }) {
    const alternatives = (word) =>
      word.split("|").flatMap((one) => (one.startsWith("@") ? groups[one.slice(1)] : [one]));
    this.lines = functions.flatMap(([, at, lines]) =>
      lines.map((line) => (
        { at, words: line.split(" ").map((word) => alternatives(word).map((one) => one.split(" "))) }
      ))
    );
    const all = this.lines.flatMap(({ words }) => words.flat(2));
    this.verbs = new Set(all.filter(isVerb).map((word) => word.slice(0, -1)));
  }

  /**
   * How sure it is that each place is asked for, 0 to 1, by address.
   * @param {any} query
   * @returns {Map<string, number>}
   */
  find(query) {
    const asked = new Asked(query, this.verbs);
    const found = new Map();
    for (const { at, words } of this.lines) {
      let worth = asked.worth * this._worth(asked, words);
      for (const place of worth ? at : []) {
        found.set(place, Math.max(worth, found.get(place) ?? 0));
        worth *= NEXT;
      }
    }
    return found;
  }

  _worth(asked, words) {
    const said = words.map((alternatives) => Math.max(...alternatives.map((one) => asked.said(one))));
    if (said.includes(0)) return 0;
    const all = words.flat(2);
    const touched = asked.pieces.filter((piece) => touches(all, piece));
    const rest = asked.pieces.filter((piece) => !touched.includes(piece) && !ASKING.has(piece.text));
    const against = rest.reduce((sum, piece) => sum + piece.text.length * (piece.stem ? VERB : 1), 0) *
      BY_WORDS[Math.min(3, words.length)];
    const letters = Math.max(
      said.reduce((sum, one) => sum + one),
      touched.map(({ text }) => text).join("").length,
    );
    return letters / (letters + against);
  }
}
