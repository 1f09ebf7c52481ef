/**
 * What the words of a table mean (data/headings.yaml): a head such as `변경 전 사업비` is taken apart into known
 * words, the longest first, and its last word tells what stands below it.
 */

import { core, inside, outside, plain, squeezed, unmarked } from "./text.js";

const YEAR = /(?:(?:19|20)\d\d|['’‘]\d\d)(?:학?년도?|년)?|제?\d+(?:회|차|분기)/g;
const A_YEAR = /(?:(?<!\d)(19|20)\d\d|['’‘](\d\d))(?!\d|\s*[./-]\s*\d|\s*년\s*\d{1,2}\s*월)/; // no date
const CIRCLED = /[①-⑳ⓐ-ⓩ㉠-㉻]/g; // 시비①
const LONGEST = 40; // signs of a head; what is longer is a sentence
/** @type {["parts" | "kinds" | "funds", string][]} what headings say of the budget's own terms */
const OWN = [["parts", "part"], ["kinds", "cost"], ["funds", "fund"]];
const UNKNOWN = 10; // how much an unknown sign counts against a way to take a text apart

/**
 * @typedef {Data.headings.Heading} Heading a record of data/headings.yaml
 * @typedef {Data.OfTables["terms"]} Terms
 * @typedef {{all: Heading[], known: Heading[], last: Heading | null, inner: Heading[], unknown: number,
 *   length: number, year: number | null}} Taken `last`: what the text ends with, null when that is not known;
 *   `inner`: words in brackets; `unknown`, `length`: signs
 */

/** @type {Map<string, Heading[]>} */
let words = new Map();
let longest = new Map(); // how long words are at most, by their first letter
/** @type {Terms} */
let taught = { parts: [], kinds: [], funds: [] };
const cache = new Map();

/**
 * What the guide itself calls parts, kinds of cost and funds, or called them: tables that it has handed out say
 * so, whether a heading has the word or not.
 * @param {Heading[]} headings @param {Terms} terms @returns {[string, Heading][]}
 */
function ownWords(headings, terms) {
  /** @type {[string, Heading][]} */
  const found = [];
  for (const [name, says] of OWN) {
    for (const { id, label, earlier } of terms[name]) {
      const heading = headings.find((one) => one.says === says && one.means === id);
      for (const word of heading ? [label, ...earlier] : []) found.push([squeezed(word), heading]);
    }
  }
  return found;
}

/**
 * @param {Heading[]} headings all that the guide knows
 * @param {Terms} terms the budget's own parts, kinds of cost and funds
 */
export function learn(headings, terms) {
  taught = terms;
  words = new Map();
  cache.clear();
  for (const heading of headings) {
    for (const word of heading.words) {
      words.set(squeezed(word), [...words.get(squeezed(word)) ?? [], heading]);
    }
  }
  for (const [word, heading] of ownWords(headings, terms)) if (!words.has(word)) words.set(word, [heading]);
  longest = new Map();
  for (const word of words.keys()) longest.set(word[0], Math.max(longest.get(word[0]) ?? 0, word.length));
}

/** The budget's own terms. */
export const terms = () => taught;

/** Which meanings a whole text has. @returns {Heading[]} @param {string} text */
export function meaningsOf(text) {
  return words.get(squeezed(text)) ?? words.get(squeezed(core(text))) ??
    words.get(squeezed(unmarked(plain(text)))) ?? [];
}

/** The letters without blanks, and before which of them a word may begin. @param {string} text */
function letters(text) {
  const borders = new Set([0]);
  let found = "";
  for (const piece of text.toLowerCase().split(/[\s·ㆍ,/\\+&:;~=|_-]+/)) {
    borders.add(found.length);
    found += piece;
  }
  return { found, borders: borders.add(found.length) };
}

/** The known words that begin here, each with its length. @returns {[number, any][]} */
function wordsAt(found, at) {
  /** @type {[number, any][]} */
  const fits = [];
  const most = Math.min(longest.get(found[at]) ?? 0, found.length - at);
  for (let size = 1; size <= most; size += 1) {
    const known = words.get(found.slice(at, at + size));
    if (known) fits.push([size, known]);
  }
  return fits;
}

/**
 * The cheapest way to take a text apart, from its end: a known word begins at a border or behind a known
 * word; behind unknown letters only a word of two or more that ends at a border.
 */
function takenApart({ found, borders }) {
  const end = found.length;
  /** @typedef {{cost: number, part: any, next: Way | null}} Way its first part, and the way on behind it */
  const done = { cost: 0, part: undefined, next: null };
  // From here on: behind a known word or border, behind others.
  const ways = Array.from({ length: end + 1 }, () => [done, done]);
  for (let at = end - 1; at >= 0; at -= 1) {
    const fits = wordsAt(found, at);
    for (const behind of [0, 1]) {
      const free = behind === 0 || borders.has(at);
      const next = ways[at + 1][borders.has(at + 1) ? 0 : 1];
      let best = { cost: next.cost + UNKNOWN, part: null, next };
      for (const [size, known] of fits) {
        if (!(free || (size > 1 && borders.has(at + size)))) continue;
        const rest = ways[at + size][0];
        if (size === 1 && !borders.has(at + 1) && rest.part === null) continue; // 후원 is not 후
        const cost = rest.cost + 1 + (free ? 0 : 3) +
          (size === 1 && !(borders.has(at) && borders.has(at + 1)) ? 2 : 0);
        if (cost < best.cost) best = { cost, part: known, next: rest };
      }
      ways[at][behind] = best;
    }
  }
  const parts = [];
  for (let way = ways[0][0]; way !== done; way = way.next) parts.push(way.part);
  return parts;
}

/** @param {string} text */
function yearOf(text) {
  const found = A_YEAR.exec(text);
  return found ? Number(found[2] ? `20${found[2]}` : found[0]) : null;
}

/** @param {string} text */
function take(text) {
  const main = letters(
    outside(unmarked(plain(text.replace(CIRCLED, " ")))).replace(YEAR, " ").replace(/[*※]/g, " "),
  );
  const parts = main.found.length > LONGEST ? Array.from(main.found, () => null) : takenApart(main);
  const known = parts.filter((part) => part !== null).map(([heading]) => heading);
  return {
    known,
    all: parts.filter((part) => part !== null).flat(),
    last: parts.at(-1)?.[0] ?? null,
    unknown: parts.filter((part) => part === null).length,
    inner: inside(text).flatMap((one) =>
      takenApart(letters(one.replace(YEAR, " "))).filter((part) => part !== null).map(([heading]) => heading)
    ),
    length: main.found.length,
    year: yearOf(plain(text)),
  };
}

/** A head's words. @param {string} text @returns {Taken} */
export function taken(text) {
  if (!cache.has(text)) {
    if (cache.size > 5_000) cache.clear();
    cache.set(text, Object.freeze(take(text)));
  }
  return cache.get(text);
}

/**
 * Whether a text may be the head of a column: it is short and made of known words, or ends with one.
 * @param {string} text
 */
export function isHead(text) {
  const { known, last, unknown, length } = taken(text);
  return known.length > 0 && length <= 24 && (unknown === 0 || last !== null || unknown * 2 <= length);
}
