/**
 * A part of XML read some of its elements at a time: a browser's parser takes a large text at once and is not
 * to be stopped.
 */

import { built, spaces } from "./xml.js";

const SIZE = 16_000; // signs that are parsed at once
const LOOKS = 5_000; // places that are looked at, at once
const UNCUT = ["<!--", "<![CDATA["]; // within these a tag is none
const LOOKED = 1_000_000; // signs in which they are looked for at once
const LEAD = /<(?:[\w.-]{1,40}:)?$/;

/**
 * Where the first element of a name begins, and its name with its prefix; null where there is none. A pattern
 * would stop at every tag of the text before it.
 * @returns {import("./pieces.js").Pieces<{index: number, tag: string} | null>}
 */
function* first(text, name) {
  let looks = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if ((looks += 1) % LOOKS === 0) yield;
    const [lead] = LEAD.exec(text.slice(Math.max(0, at - 42), at)) ?? [];
    if (lead !== undefined && /[\s/>]/.test(text[at + name.length] ?? "")) {
      return { index: at - lead.length, tag: lead.slice(1) + name };
    }
  }
  return null;
}

/**
 * One element of a part, with the namespaces that stand above it; an empty one where there is none. What else
 * stands in the part is not parsed: workbooks have thousands of names and styles that nobody uses.
 * @param {string} text the part's XML @param {string} name of the element, without its prefix
 */
export function* cutOut(text, name) {
  const found = yield* first(text, name);
  const close = found ? `</${found.tag}>` : "";
  const end = found ? text.indexOf(close, found.index) : -1;
  if (end < 0) return "<part/>";
  return `<part${spaces(text.slice(0, found.index))}>${text.slice(found.index, end)}${close}</part>`;
}

/** Whether a text may not be cut at its tags. */
function* isUncut(text) {
  for (let at = 0; at < text.length; at += LOOKED) {
    const some = text.slice(at, at + LOOKED + 9);
    if (UNCUT.some((mark) => some.includes(mark))) return true;
    yield;
  }
  return false;
}

/**
 * Where the outermost elements of this name may be cut apart: [from, to] of each run of them.
 * @param {string} text
 */
function* runs(text, name, from) {
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]{0,2000}?(/?)>`, "g");
  let [start, deep] = [from, 0];
  tag.lastIndex = from;
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    deep += found[1] ? -1 : found[2] ? 0 : 1;
    if (deep > 0 || tag.lastIndex - start < SIZE) continue;
    yield [start, tag.lastIndex];
    start = tag.lastIndex;
  }
  const end = Math.max(start, text.lastIndexOf(`</${name}>`) + name.length + 3);
  if (end > start) yield [start, end];
}

/**
 * @param {string} text the part's XML @param {string} name of the elements, without its prefix
 * @param {(root: Element) => import("./pieces.js").Pieces<void>} take gets an element that holds some of them
 * @returns {import("./pieces.js").Pieces<Document>} what stands around them. Throws a Refusal.
 */
export function* inParts(text, name, take) {
  const begin = yield* first(text, name);
  if (begin === null || text.length < SIZE || (yield* isUncut(text))) {
    const xml = yield* built(text);
    yield;
    yield* take(xml.documentElement);
    return xml;
  }
  const opening = `<parts${spaces(text.slice(0, begin.index))}>`;
  let end = begin.index;
  for (const [from, to] of runs(text, begin.tag, begin.index)) {
    const part = yield* built(`${opening}${text.slice(from, to)}</parts>`);
    yield* take(part.documentElement);
    end = to;
    yield;
  }
  return yield* built(text.slice(0, begin.index) + text.slice(end));
}
