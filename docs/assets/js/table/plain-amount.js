/**
 * What a cell says by itself as an amount, whatever funds it names.
 */

import * as money from "../money.js";
import { amountIn, twice } from "./beside.js";

/** @typedef {import("./amount.js").Amount} Amount */

export const PARTS = 100_000_000n;
const NOTHING = /^(?:금)?[-–—―−~.․·]*(?:천|백만|만|억)?원?$/;
const BARE = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,8}))?$/;
const LOOSE = /^\d[\d,.]*$/;
const SHARE = /^[+\-–−△▲▽▼]?[\d,.]+%p?$/;
const COUNT =
  /^(?:약|총|연|매월|월)?[\d,.]+(?:명|인|건|회|개소|개|곳|차례|차|시간|분|일|개월|월|년|년차|주|점|위|㎡|m2|평|호|동|부|권|식|대|팀|가구|세대|표|매|장|쪽|km|kg|톤)$/;
const OPEN = /^(?:미정|모름|\?|추후(?:확정|결정|협의)?|협의중|산정중|조정중)$/;
const SIGN = /^(?:\([-–−△▲]\)|[-–−△▲▽▼∆Δ]|(?:감액?|삭감|차감|환수)(?=\d))(?=[\d₩\\])/;
const ASIDE = /\((?:[^()\d]*|[\d,.]+%[^()]*)\)|[*†‡※#]+$|(?<=[\d원])\/?[\d,.]*\d%$/g;
// About so much: the words before and behind an amount.
const ABOUT = /^(?:[~∼〜]|약|총|대략|최대|최소|≒|≈|※)+(?=[\d금₩일이삼사오육칠팔구십백천])/;
const AROUND = /(?<=[\d원만억])(?:내외|정도|이내|이하|이상|가량|안팎|예정|추정|예상|수준|상당|미만|[~∼〜])+$/;
const ROUGH = /[약략대소≒≈~∼〜]|내외|정도|이내|이하|이상|가량|안팎|추정|예상|수준|상당|미만/;
const EQUATION = /^[^=]*\d[^=]*[×xX*✕÷/+][^=]*=([^=]*\d[^=]*)$/;
const IN_WORDS = /^(?:일?금)?[영일이삼사오육칠팔구십백천만억조]+원정?$/; // 조정 is no amount
const IN_UNITS = /^(?=.*[천백십만억조])[\d.,천백십만억조원]+$/;
const NONE =
  /^\(?(?:없음|해당없음|무|비예산(?:사업)?|무예산|미편성|미반영|n\/a|삭제|폐지|취소|제외|신설|신규|전액삭감)\)?$/i; // of money: 0 won
const UNIT_ONLY = /^(?:천|백만|만|억)?원$/;

/** @returns {Omit<Amount, "raw">} */
const made = (kind, text, more = {}) => ({ kind, text, parts: 0n, own: false, less: false, ...more });

/** A bare number in hundred-millionths. */
function partsOf(whole, decimals = "") {
  return BigInt(whole.replaceAll(",", "") + decimals.padEnd(8, "0"));
}

/** `(1,000)` and `△1,000` are below 0. */
function signed(text) {
  const bracketed = /^\((?:[-–−△▲])?([\d,.]+(?:천|백만|만|억)?원?)\)$/.exec(text)?.[1];
  if (bracketed) return [bracketed, true];
  const rest = text.replace(SIGN, "");
  return [rest, rest !== text];
}

/** Without the words that say `about`, and what a formula gives. */
function said(text) {
  const result = EQUATION.exec(text)?.[1] ?? text;
  const bare = result.replace(ABOUT, "").replace(AROUND, "");
  return [bare, ROUGH.test(ABOUT.exec(result)?.[0] ?? "") || ROUGH.test(AROUND.exec(result)?.[0] ?? "")];
}

/** @returns {Omit<Amount, "raw">} what a cell says by itself, whatever funds it names */
export function plainAmount(raw) {
  const [whole, rough] = said(amountIn(raw));
  return rough ? { ...readPlain(whole), rough } : readPlain(whole);
}

function readPlain(whole) {
  if (NOTHING.test(whole)) return made("blank", UNIT_ONLY.test(whole) ? "" : whole);
  if (SHARE.test(whole)) return made("share", whole);
  if (OPEN.test(whole)) return made("open", whole);
  const [text, less] = signed(whole.replace(/^[+]/, ""));
  const own = less ? text : text.replace(ASIDE, "");
  const bare = BARE.exec(own.replace(/\.-?$/, ""));
  if (bare) return made("amount", bare[0], { parts: partsOf(bare[1], bare[2]), less });
  if (COUNT.test(own)) return made("count", own);
  if (!/\d/.test(own) && !IN_WORDS.test(own)) {
    return made("text", own, { less, wrong: true, none: NONE.test(own) });
  }
  const { won, likely } = money.parse(own);
  if (won !== null) return made("amount", own, { parts: won * PARTS, own: true, less });
  return saidTwice(own, less) ?? guessed(own, likely, less) ??
    made(LOOSE.test(own) ? "amount" : "text", own, { less, wrong: true });
}

/** `칠백만원(7,000,000원)`: one amount, if both are the same. */
function saidTwice(text, less) {
  const [first, second] = (twice(text) ?? []).map((one) => money.parse(one).won);
  return first != null && first === second
    ? made("amount", twice(text)[0], { parts: first * PARTS, own: true, less })
    : null;
}

/** `1억 2천` is very likely 1억 2천만원: taken so, and asked about. */
function guessed(text, likely, less) {
  const won = likely !== null && IN_UNITS.test(text) ? money.parse(likely).won : null;
  return won === null ? null : made("amount", likely, { parts: won * PARTS, own: true, less, guess: true });
}
