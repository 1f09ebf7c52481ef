/**
 * XML built piece by piece: a browser's parser takes a text at once, and one long table would hold the page.
 * Each piece names the elements anew that stand open where it begins; what is in them is put where it belongs.
 */

import { demand, Refusal } from "../gate/limits.js";
import * as trusted from "../trusted.js";
import { AT_ONCE, BROKEN, MOST_SIGNS } from "./archive.js";

const SIZE = 16_000; // signs that are parsed at once
const MOST_TAGS = 300_000; // of a document that is kept whole
const DEEP = 200; // elements within each other
const SPACE = /\s(xmlns(?::[\w.-]+)?)=(?:"([^"<>]*)"|'([^'<>]*)')/g;
const HEAD = 20_000; // signs at a part's begin in which its namespaces are named; each piece names them again
// What is no element, and how it ends.
const [COMMENT, RAW, ORDER] = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"]];
const [QUOTE, APOSTROPHE, CLOSE] = ['"', "'", ">"].map((sign) => sign.charCodeAt(0));

/** XML without anything that it might fetch or multiply, taken at once. @param {string} text */
export function parsed(text) {
  demand(!/<!(?:DOCTYPE|ENTITY)/i.test(text), BROKEN);
  const xml = trusted.parse(text.replace(/^\uFEFF/, ""), "application/xml");
  demand(xml.getElementsByTagName("parsererror").length === 0, BROKEN);
  return xml;
}

/** The namespaces that are named in a text, as attributes. @param {string} text */
export function spaces(text) {
  const found = new Map();
  for (const [, name, one, other] of text.slice(0, HEAD).matchAll(SPACE)) found.set(name, one ?? other);
  return [...found].map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`).join("");
}

/** Where a tag ends. A sign in quotes ends none. */
function tagEnd(text, from) {
  let quote = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) quote = 0;
    else if (quote === 0 && sign === CLOSE) return at + 1;
    else if (quote === 0 && (sign === QUOTE || sign === APOSTROPHE)) quote = sign;
  }
  throw new Refusal(BROKEN);
}

/** Where a remark or the like ends that begins here; null where an element's tag begins. */
function otherEnd(text, from) {
  const kind = [COMMENT, RAW, ORDER].find(([begin]) => text.startsWith(begin, from));
  if (!kind) {
    demand(text[from + 1] !== "!", BROKEN); // names of its own (DOCTYPE) might fetch or multiply
    return null;
  }
  const end = text.indexOf(kind[1], from + kind[0].length);
  demand(end >= 0, BROKEN);
  return end + kind[1].length;
}

/** The name in an element's tag. @param {string} tag */
const nameIn = (tag) => /^<([^\s/>]*)/.exec(tag)[1];

/**
 * Puts what a piece holds where it belongs: into the elements that stood open where it began.
 * @param {Element} into @param {Element} out @param {number} deep how many stood open
 */
function graft(into, out, deep) {
  const inner = deep > 1 ? out.firstElementChild : null; // names the next of them
  const below = inner && into.lastElementChild;
  for (let next = inner ? inner.nextSibling : out.firstChild; next !== null;) {
    const one = next;
    next = next.nextSibling;
    into.append(one);
  }
  if (inner) graft(below, inner, deep - 1);
}

/** Makes the document of pieces as they come. */
class Growing {
  constructor(text) {
    this.text = text;
    this.from = 0;
    this.open = []; // the tags of elements that are open, the outermost first
    this.begun = []; // those that were where this piece begins
    this.xml = null;
  }

  tag(at, end) {
    if (this.text[at + 1] === "/") demand(this.open.pop(), BROKEN);
    else if (this.text[end - 2] !== "/") this.open.push(this.text.slice(at, end));
    demand(this.open.length <= DEEP, AT_ONCE);
  }

  add(end) {
    const begin = this.begun.map((tag) => `<${nameIn(tag)}${spaces(tag)}>`).join("");
    const close = this.open.map((tag) => `</${nameIn(tag)}>`).reverse().join("");
    const piece = parsed(begin + this.text.slice(this.from, end) + close);
    if (this.xml) graft(this.xml.documentElement, piece.documentElement, this.begun.length);
    this.xml ??= piece;
    this.begun = [...this.open];
    this.from = end;
  }
}

/**
 * @param {string} text
 * @returns {import("./pieces.js").Pieces<Document>} Throws a Refusal for what is no XML, or too much to be kept.
 */
export function* built(text) {
  if (text.length <= SIZE) return parsed(text);
  demand(text.length <= MOST_SIGNS, AT_ONCE);
  const growing = new Growing(text);
  let [tags, outside] = [0, 0];
  for (let at = text.indexOf("<"); at >= 0;) {
    const other = otherEnd(text, at);
    const end = other ?? tagEnd(text, at);
    if (other === null) growing.tag(at, end);
    else if (growing.open.length === 0) outside += end - at;
    demand((tags += 1) <= MOST_TAGS, AT_ONCE);
    demand(outside <= SIZE, BROKEN); // so much stands before or after no document's root
    if (end - growing.from >= SIZE && growing.open.length > 0) {
      growing.add(end);
      yield;
    }
    at = text.indexOf("<", end);
  }
  demand(growing.open.length === 0, BROKEN);
  growing.add(text.length);
  return growing.xml;
}
