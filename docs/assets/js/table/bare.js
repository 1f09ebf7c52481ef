/**
 * A sheet without cells and rows that only have a format: sheets may have a million of them. One without a name
 * shifts those behind it.
 */

const EMPTY_TAG = /<(?:[\w.-]{1,40}:)?(?:c|row)\s[^<>]{1,300}\/>/g;
const EMPTY_ROW = /<((?:[\w.-]{1,40}:)?row)\s[^<>]{1,300}>\s*<\/\1>/g;
const BARED = 500_000; // signs at once
const unlessPlaced = (tag) => (/\sr\s*=/.test(tag) ? "" : tag);

/** @param {string} text the sheet's XML @returns {import("./pieces.js").Pieces<string>} */
export function* bare(text) {
  const parts = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("<", at + BARED);
    const part = text.slice(at, end < 0 ? text.length : end);
    parts.push(part.replace(EMPTY_TAG, unlessPlaced).replace(EMPTY_ROW, unlessPlaced));
    at += part.length;
    yield;
  }
  return parts.join("");
}
