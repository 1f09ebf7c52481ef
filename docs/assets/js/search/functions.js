/**
 * What the site itself can do (macros/search/functions.py), found by everyday words: 인터넷 안 되는 데서 쓰기. A function is asked
 * for where a pattern of its words stands in the query; how much of the query the pattern covers is how sure it is.
 */

import { compact } from "./lexicon.js";

/** Words of a query that say only that something is looked for or done. */
const ASKING = new Set("확인 방법 기능 버튼 단추 메뉴 사이트 홈페이지 화면 페이지 찾기 위치 하는법 법 곳 파일 자료 여기 길잡이 안내서 찾아보는 찾는 쓰는 것 거".split(" "));
const SHORT = 2;
/** Further places of a function come after its first. */
const NEXT = 0.98;

/** The longest of a word's alternatives (`엑셀|xlsx`) that stands in the text, a short one only where a word begins; null if none does. */
function longest(alternatives, text, begins) {
  return alternatives.filter((word) => (word.length > SHORT ? text.includes(word) : begins.some((at) => text.startsWith(word, at))))
    .sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Where the words of a query begin in its compact text: after a space, and where it was cut. */
function beginnings(query) {
  const found = new Set([0]);
  const words = query.text.split(/\s+/).map(compact);
  words.reduce((at, word) => found.add(at) && at + word.length, 0);
  const text = compact(query.text);
  for (const piece of query.pieces) if (text.includes(compact(piece.text))) found.add(text.indexOf(compact(piece.text)));
  return [...found];
}

export class Functions {
  /** @param {[string, string[], string[]][]} list name, places, patterns (words that must all stand) */
  constructor(list) {
    this.patterns = list.flatMap(([, at, patterns]) => patterns.map((pattern) => (
      { at, words: pattern.split(" ").map((word) => word.split("|")) })));
  }

  /**
   * How sure it is that each place is asked for, 0 to 1, by address.
   * @param {any} query
   * @returns {Map<string, number>}
   */
  find(query) {
    const text = compact(query.text);
    const full = query.pieces.filter((piece) => piece.full).map((piece) => compact(piece.text));
    const begins = beginnings(query);
    const found = new Map();
    for (const { at, words } of this.patterns) {
      const said = words.map((word) => longest(word, text, begins));
      if (said.includes(null)) continue;
      const all = words.flat();
      const touched = (piece) => said.some((word) => word.includes(piece)) || all.some((word) => (word.length > 1 ? piece.includes(word) : piece.startsWith(word)));
      const rest = full.filter((piece) => !touched(piece) && !ASKING.has(piece)).join("").length;
      const letters = Math.max(said.join("").length, full.filter(touched).join("").length);
      let worth = letters / (letters + rest);
      for (const place of at) {
        found.set(place, Math.max(worth, found.get(place) ?? 0));
        worth *= NEXT;
      }
    }
    return found;
  }
}
