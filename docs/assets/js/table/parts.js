/**
 * A part of XML read some of its elements at a time: a browser's parser takes a large text at once and is not
 * to be stopped.
 */

import { demand } from "../gate/limits.js";
import { BROKEN, parsed } from "./archive.js";

const SIZE = 150_000; // signs that are parsed at once
const SPACE = /\s(xmlns(?::[\w.-]+)?)="([^"<>]*)"/g;
const MOST_SPACES = 20_000; // signs of the namespaces, which each piece names again
const UNCUT = /<!--|<!\[CDATA\[/; // within these a tag is none

/** The namespaces that stand above the elements, for each piece to name again. */
function spaces(start) {
  const found = [...new Map([...start.matchAll(SPACE)].map(([, name, value]) => [name, value]))].map((
    [name, value],
  ) => ` ${name}="${value}"`).join("");
  demand(found.length <= MOST_SPACES, BROKEN);
  return found;
}

/**
 * One element of a part, with the namespaces that stand above it; an empty one where there is none. What else
 * stands in the part is not parsed: workbooks have thousands of names and styles that nobody uses.
 * @param {string} text the part's XML @param {string} name of the element, without its prefix
 */
export function cutOut(text, name) {
  const found = new RegExp(`<((?:[\\w.-]{1,40}:)?${name})(?=[\\s/>])`).exec(text);
  const close = found ? `</${found[1]}>` : "";
  const end = found ? text.indexOf(close, found.index) : -1;
  if (end < 0) return "<part/>";
  return `<part${spaces(text.slice(0, found.index))}>${text.slice(found.index, end)}${close}</part>`;
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
 * @param {(root: Element) => void} take gets an element that holds some of them
 * @returns {import("./pieces.js").Pieces<Document>} what stands around them. Throws a Refusal.
 */
export function* inParts(text, name, take) {
  const first = new RegExp(`<((?:[\\w.-]{1,40}:)?${name})[\\s/>]`).exec(text);
  if (first === null || text.length < SIZE || UNCUT.test(text)) {
    const xml = parsed(text);
    yield;
    take(xml.documentElement);
    return xml;
  }
  const opening = `<parts${spaces(text.slice(0, first.index))}>`;
  let end = first.index;
  for (const [from, to] of runs(text, first[1], first.index)) {
    take(parsed(`${opening}${text.slice(from, to)}</parts>`).documentElement);
    end = to;
    yield;
  }
  return parsed(text.slice(0, first.index) + text.slice(end));
}
