/**
 * Amounts of several funds in one cell: `시비 12,000` above `구비 3,000`, `15,000(시비 12,000, 구비 3,000)`,
 * `12,000천원(시비)`.
 */

import { meaningsOf } from "./headings.js";
import { PARTS, plainAmount } from "./plain-amount.js";
import { plain } from "./text.js";

/** @typedef {{fund: string, amount: import("./amount.js").Amount}} Share */

const MOST = 120; // signs: what is longer is a sentence
const WORTH = /\d/;
const LETTERS = /[가-힣]/;
const PERCENT = /[([]\s*[\d.,]+\s*%\s*[)\]]/g;
const MARKS = /[①-⑳ⓐ-ⓩ㉠-㉻]/g; // 시비① is a head
const A_YEAR = /^\s*(?:19|20)\d\d\s*$/;
const SPACED = /(?<![가-힣\d])([가-힣])\s(?=[가-힣](?![가-힣]))/g; // 시 비
const APART = /\n+|[;/+·ㆍ&]|,(?!\d{3}(?!\d))|(?<=[\d원만억])\s+(?=[가-힣]{1,10}\s*[:=]?\s*\d)/;
const WHOLE = /^([^()[\]]*\d[^()[\]]*)[([]([^()[\]]*)[)\]]$/;
const BEFORE = /^[([]?\s*([가-힣]{1,12})\s*[)\]]?\s*[:=]?\s*([^가-힣\s:=].*)$/;
const BEHIND = /^(.*[\d원만억])\s*(?:[([]\s*([가-힣]{1,12})\s*[)\]]|\s([가-힣]{1,12}))$/;
const UNIT = /(?:십|백|천)?(?:만|억)?원?$/;
const DIFFERS = "적힌 합계와 재원마다 적힌 금액의 합이 달라요. 금액을 확인해 주세요.";

/** The fund that a label names, `sum` for a whole; null for another word. */
function labelled(label) {
  const known = meaningsOf(label);
  const fund = known.find(({ says }) => says === "fund");
  if (fund) return { fund: fund.means, beside: fund.beside ?? null };
  return known.some(({ says }) => says === "sum" || says === "whole") ? { fund: "sum", beside: null } : null;
}

/** @param {Pick<import("./amount.js").Amount, "kind" | "wrong" | "less">} amount */
const isWorth = ({ kind, wrong, less }) => (kind === "amount" && !wrong && !less) || kind === "blank";

/**
 * @returns {{fund: string, beside: string | null, text: string} | null} one fund and its amount
 * @param {string} text
 */
function piece(text) {
  const [, before, behind] = BEFORE.exec(text) ?? [];
  const first = before && labelled(before);
  if (first) return isWorth(plainAmount(behind)) ? { ...first, text: behind } : null;
  const [, own, inBrackets, bare] = BEHIND.exec(text) ?? [];
  const second = own && labelled(inBrackets ?? bare);
  return second && isWorth(plainAmount(own)) ? { ...second, text: own } : null;
}

/** All pieces of a text; null when one is none. @param {string} text */
function piecesOf(text) {
  const found = text.split(APART).map((one) => one.trim()).filter(Boolean).map(piece);
  return found.length > 0 && found.every((one) => one !== null) ? found : null;
}

/** A whole before what its brackets say of it. @param {string} text */
function wholeAndPieces(text) {
  const [, whole, inner] = WHOLE.exec(text) ?? [];
  const found = whole && isWorth(plainAmount(whole)) && WORTH.test(inner) ? piecesOf(inner) : null;
  return found && [{ fund: "sum", beside: null, text: whole.trim() }, ...found];
}

/** A number without a unit has the one that stands behind another of them. */
function withUnits(found) {
  const units = new Set(found.map(({ text }) => UNIT.exec(text.trim())[0]).filter(Boolean));
  const [unit] = units;
  return units.size !== 1
    ? found
    : found.map((one) => (/\d$/.test(one.text) ? { ...one, text: `${one.text}${unit}` } : one));
}

/** A sum of amounts as a text. */
function inDigits(parts, isOwn) {
  if (isOwn) return `${parts / PARTS}원`;
  return `${parts / PARTS}.${String(parts % PARTS).padStart(8, "0")}`.replace(/\.?0+$/, "");
}

/** `자부담` beside the district's own money is somebody else's. @returns {Share[]} */
function sharesOf(found) {
  const plainly = new Set(found.filter(({ beside }) => beside === null).map(({ fund }) => fund));
  return found.filter(({ fund }) => fund !== "sum")
    .map(({ fund, beside, text }) => ({
      fund: beside !== null && plainly.has(fund) ? beside : fund,
      amount: { ...plainAmount(text), raw: text },
    }));
}

/**
 * @param {string} raw a cell's text
 * @returns {Omit<import("./amount.js").Amount, "raw"> | null} null for what names no fund
 */
export function sharesIn(raw) {
  if (raw.length > MOST) return null;
  const written = plain(raw.replace(MARKS, " "));
  if (!WORTH.test(written) || !LETTERS.test(written)) return null;
  const text = written.replace(PERCENT, "").replace(SPACED, "$1").trim();
  const given = wholeAndPieces(text) ?? piecesOf(text);
  if (
    given === null || !given.some(({ fund }) => fund !== "sum") ||
    given.every(({ text: one }) => A_YEAR.test(one))
  ) return null;
  const found = withUnits(given);
  const split = sharesOf(found);
  const own = split.some(({ amount }) => amount.own);
  const parts = split.reduce((sum, { amount }) => sum + amount.parts, 0n);
  const wholes = found.filter(({ fund }) => fund === "sum").map(({ text: one }) => plainAmount(one));
  const isMixed = [...split.map(({ amount }) => amount), ...wholes].some((one) =>
    one.kind === "amount" && one.own !== own
  );
  const why = isMixed || wholes.some((one) => one.parts !== parts) ? { why: DIFFERS } : {};
  return { kind: "amount", parts, own, less: false, text: inDigits(parts, own), split, ...why };
}
