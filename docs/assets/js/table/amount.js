/**
 * A cell as a number. Amounts are read by money.js, as every field of money reads them; a bare number takes
 * its column's unit.
 */

import * as money from "../money.js";
import * as mixed from "./mixed.js";
import { PARTS, plainAmount } from "./plain-amount.js";
import { inLine } from "./text.js";

/**
 * @typedef {{kind: "blank" | "amount" | "share" | "count" | "open" | "text", parts: bigint, own: boolean,
 *   less: boolean, text: string, raw: string, counted?: boolean, rough?: boolean, guess?: boolean, none?:
 *   boolean, split?: import("./mixed.js").Share[], why?: string, wrong?: boolean}} Amount `parts`: the number
 *   in hundred-millionths, of won where the cell has a unit of its own (`own`), else of the column's unit;
 *   `less`: below 0; `counted`: worked out by a workbook, rounded to whole won; `open`: not known yet (미정);
 *   `text`: what money.js is to read, without the sign; `raw`: as it stands; `rough`: said to be about so
 *   much; `guess`: read as what is likely meant; `none`: a word for no money; `split`: what each fund has in
 *   it; `wrong`: money.js is to say what is wrong; `why`: what is
 */

const known = new Map();

/** @param {string} raw a cell's text @returns {Amount} */
export function amountOf(raw) {
  if (!known.has(raw)) {
    if (known.size > 20_000) known.clear();
    known.set(raw, { ...mixed.sharesIn(raw) ?? plainAmount(raw), raw: inLine(raw) });
  }
  return known.get(raw);
}

/**
 * In hundred-millionths of won; 0 for what is no amount.
 * @param {Amount} amount
 * @param {bigint} times the column's unit
 */
export function valueOf({ kind, parts, own, less }, times) {
  if (kind !== "amount") return 0n;
  const value = own ? parts : parts * times;
  return less ? -value : value;
}

/**
 * The amount as a field of money takes it: what was typed, with the column's unit where it has none.
 * @param {Amount} amount @param {import("./units.js").Unit} unit
 * @returns {{typed: string, won: bigint | null, error: string | null}} `typed` "" and 0 won for nothing
 */
export function typedOf(amount, unit) {
  if (amount.kind === "blank" || amount.none) return { typed: "", won: 0n, error: null };
  if (amount.why) return { typed: amount.raw, won: null, error: amount.why };
  if (amount.kind === "open") return { typed: "미정", won: null, error: null };
  const found = unsigned(amount, unit);
  return amount.less && found.won ? { ...found, typed: `-${found.typed}`, won: -found.won } : found;
}

/** @param {Amount} amount @param {import("./units.js").Unit} unit */
function unsigned(amount, unit) {
  const exact = amount.counted && !amount.own && !amount.wrong ? amount.parts * unit.times : 0n;
  if (exact % PARTS !== 0n) return inWon((exact + PARTS / 2n) / PARTS);
  const withUnit = amount.own || amount.wrong || unit.times === 1n ? amount.text : `${amount.text}${unit.id}`;
  const { won, error } = money.parse(withUnit);
  return won === null ? { typed: amount.raw, won, error } : inWon(won);
}

/** @param {bigint} won */
const inWon = (won) => ({ typed: money.format(won), won, error: null });
