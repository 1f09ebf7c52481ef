/**
 * What stands beside an amount in its cell and is none itself: shares, marks of footnotes, the same amount in
 * other words.
 */

import { plain } from "./text.js";

// Marks of footnotes: ¹⁾, 주1), (주2), [1], and behind groups of thousands or a blank 1).
const RAISED = /(?<=[\d원)])\s*[¹²³⁰⁴-⁹⁽⁾]+\)?\s*$/gm;
const MARKED = /(?<=[\d원])(?:\s*\(?주\s*\d{0,2}\)|\s*\[\d\]|\s+\d\))\s*$|(?<=,\d{3})\d\)\s*$/gm;
const SHARES =
  /(?:^|(?<=[\s\d원]))[([]?\s*\d[\d.,]*\s*%p?\s*[)\]]?(?=$|[\s)\]])|^[([]\s*\d[\d.,]*\s*%\s*[)\]]/gm;
const A_SHARE = /^[([]\d{1,3}(?:\.\d+)?[)\]]$/; // a line of its own below an amount: [80.0]
const TWICE = /^([^()[\]]*[\d원정])[([]([^()[\]]*\d[^()[\]]*)[)\]]$/;

/** Without shares, where anything is left: `80% 16,000`, `16,000 / 80%`. @param {string} text */
function withoutShares(text) {
  if (!text.includes("%")) return text;
  const rest = text.replace(SHARES, " ").replace(/[\s/|·]+$|^[\s/|·]+/g, "");
  return /\d/.test(rest) && !rest.includes("%") ? rest : text;
}

/**
 * In one line without blanks: `126,500천원` and below it `(80.3)` is the amount alone.
 * @param {string} text as it stands in a cell
 */
export function amountIn(text) {
  const lines = withoutShares(plain(text.replace(RAISED, "")).replace(MARKED, "")).split(/\n+/).map((line) =>
    line.replace(/\s+/g, "")
  ).filter(Boolean);
  return (lines.length > 1 && /\d/.test(lines[0])
    ? lines.filter((line, at) => at === 0 || !A_SHARE.test(line))
    : lines).join("");
}

/**
 * An amount that is said twice: `칠백만원(7,000,000원)`.
 * @returns {[string, string] | null}
 * @param {string} text
 */
export function twice(text) {
  const [, first, second] = TWICE.exec(text) ?? [];
  return first ? [first, second] : null;
}
