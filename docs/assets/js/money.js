/**
 * Money as people type it, in whole won: `1,234,000`, `금 1,200,000원정`, `12,000천원`, `1억 2,000만원`. The twin of
 * macros/typed/money.py; every field of money and every pasted cell is read here.
 */

import { grouped } from "./typed/digits.js";
import { withDigits, wonOf } from "./typed/korean.js";
import { bare, clean, lookalikes, mixed, signed, UNDECIDED, Unread } from "./typed/text.js";

export const MOST = 10n ** 15n;
const MOST_KNOWN = 20_000;
const LARGE = { 조: 10n ** 12n, 억: 10n ** 8n, 만: 10n ** 4n };
const NUMBER = "숫자로 적어 주세요(예: 12,000,000 또는 1,200만원).";
const HEAD = /^(?:일금|금)? ?(?:₩|\\|KRW)? ?/i;
const TAIL = / ?(원)? ?(정|整)?([.,]?-|\.)?$/;
const BELOW_ZERO = "0원보다 적은 금액은 넣을 수 없어요.";
// What is no amount, and the sentence about it; tried one after the other.
const NONE = /^(?:[-−–—‒‐]+|없음|해당 ?없음|무|N\/?A)$/i;
const EXPONENT = /^([0-9]+)(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})$/;
/** @type {[RegExp, string][]} */
const OTHERS = [
  [/%|퍼센트|프로$/, "비율이 아니라 금액을 적어 주세요."],
  [/[$€¥£]|달러|유로|위안|USD|EUR|JPY/i, "원으로 바꾼 금액을 적어 주세요."],
  [/[~∼〜]|[0-9] ?[-−–—] ?[0-9]|부터|까지/, "금액 하나만 적어 주세요."],
  [/[0-9천백십만억조원] ?[×✕xX*÷/+=]|^=/, "계산식이 아니라 계산한 금액을 적어 주세요."],
  [/[0-9] ?(?:명|인|개|회|건|곳|시간|개월|개소|단체|㎡)$/, "금액을 원으로 적어 주세요."],
  [/[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u2189\u2460-\u249b]/, NUMBER],
];
const UNIT_ALONE = "단위 앞에 숫자도 적어 주세요.";
const UNIT_BEHIND = / ?\(((?:천|백만|만|억)원)\)/g;
const AMOUNT =
  /(?<![A-Za-z0-9.,])[0-9][0-9.,천백십만억조]*(?: ?[0-9][0-9.,천백십만억조]*)*원?(?![A-Za-z0-9])/g;
// Words alone that can only be an amount (백만, 삼천만, 일억 오천만); 오만, 구조, 백조 may be other words.
const CLEAR = /^(?:[0-9천백십]+[조억만])*(?:[0-9]?[천백십])+[0-9]?[억만]$/;

/**
 * @typedef {{won: bigint | null, error: string | null, blank: boolean, likely: string | null}} Money `won`
 *   null: not known, either said so (미정), blank, or because of `error`. `likely`: the right form to offer.
 */

// A large table is read anew after every letter; nearly all of its texts are those of before.
const known = new Map();

/**
 * What a field of money keeps of a text.
 * @param {string} typed
 * @returns {Money}
 */
export function parse(typed) {
  if (!known.has(typed)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(typed, Object.freeze(read(clean(typed))));
  }
  return known.get(typed);
}

function read(text) {
  const nothing = { won: null, error: null, blank: text === "", likely: null };
  if (nothing.blank || UNDECIDED.test(text)) return nothing;
  try {
    return { ...nothing, won: amount(text) };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return { ...nothing, error: error.message, likely: error.likely };
  }
}

/** The won that the text says. Throws Unread, with the likely right form of the whole text. */
function amount(text) {
  if (NONE.test(text)) throw new Unread("금액이 없으면 0을 적어 주세요.", "0");
  const [below, inner] = signed(text.replace(HEAD, ""));
  const found = inner.replace(HEAD, "");
  const won = below ? belowZero(found) : unsigned(found, text !== found);
  if (won > MOST) throw new Unread("너무 큰 금액이에요(1,000조 원까지).");
  return won;
}

/** 0 may be written so; whatever else is an amount is refused. */
function belowZero(text) {
  try {
    if (unsigned(text, false) === 0n) return 0n;
  } catch (error) {
    if (!(error instanceof Unread) || error.likely === null) throw error;
  }
  throw new Unread(BELOW_ZERO);
}

/** @param {string} text @param {boolean} isMarked ₩ or 금 stands before it */
function unsigned(text, isMarked) {
  const tail = TAIL.exec(text);
  const core = joined(text.slice(0, tail.index));
  const saysWon = Boolean(tail[1]);
  const exponent = EXPONENT.exec(core);
  if (exponent) throw new Unread("숫자를 끝까지 적어 주세요.", writtenOut(exponent));
  if (!/^[0-9.,천백십만억조]+$/.test(core)) throw unreadable(text);
  if (!/[0-9]/.test(text.slice(0, tail.index))) demandAmount(core, saysWon, Boolean(tail[2]));
  if (tail[3] === "-" && !saysWon && !tail[2] && !isMarked) {
    throw new Unread("끝의 ‘-’를 지워 주세요.", sound(core, false));
  }
  try {
    return wonOf(core, saysWon || Boolean(tail[2]));
  } catch (error) {
    throw error instanceof Unread ? new Unread(error.why, sound(error.likely, saysWon)) : error;
  }
}

/**
 * In words alone an amount is clear (백만) or says 원 and how many: 조정, 구조, 일정 are other words, 만원 is a unit.
 * @param {boolean} isEnded with 정
 */
function demandAmount(core, saysWon, isEnded) {
  if (CLEAR.test(core)) return;
  if (/^[십백천만억조]$/.test(core)) {
    throw new Unread(UNIT_ALONE, "천만억조".includes(core) && (saysWon || !isEnded) ? `1${core}원` : null);
  }
  if (!saysWon) {
    throw new Unread(NUMBER, isEnded || !/[십백천만억조]/.test(core) ? null : sound(`${core}원`, false));
  }
}

/** Without blanks; one between digits parts groups of three, as a comma does. */
function joined(text) {
  return withDigits(text.replace(/([0-9]) (?=[0-9])/g, "$1,").replace(/ /g, ""));
}

/** A likely form that can be read itself: all that is wrong put right. */
function sound(likely, saysWon) {
  if (!likely) return null;
  const found = parse(likely);
  if (found.won === null) return found.likely;
  return !saysWon || likely.endsWith("원") ? likely : `${likely}원`;
}

/** @param {RegExpExecArray} found by EXPONENT */
function writtenOut([, whole, fraction = "", power]) {
  const places = Number(power) - fraction.length;
  const won = places < 0 ? MOST + 1n : BigInt(whole + fraction) * 10n ** BigInt(places);
  return won > MOST ? null : format(won);
}

/** Why a text with other signs than an amount's cannot be read; the one amount in it is the likely one. */
function unreadable(text) {
  const other = OTHERS.find(([pattern]) => pattern.test(text));
  if (other) return new Unread(other[1]);
  const [letters, plain] = lookalikes(text);
  if (letters) return new Unread(mixed(letters), sound(plain, false));
  const found = text.replace(UNIT_BEHIND, "$1").match(AMOUNT) ?? [];
  return new Unread(NUMBER, found.length === 1 ? sound(bare(found[0]), false) : null);
}

/** @param {bigint} won */
export function format(won) {
  return grouped(String(won));
}

/**
 * As it is read aloud: "1억 2,000만 원". A help beside the number, never instead of it.
 * @param {bigint} won
 */
export function readBack(won) {
  if (won < LARGE.만) return `${format(won)}원`;
  const pieces = [];
  let rest = won;
  for (const name of ["조", "억", "만"]) {
    if (rest >= LARGE[name]) pieces.push(`${format(rest / LARGE[name])}${name}`);
    rest %= LARGE[name];
  }
  return rest ? `${pieces.join(" ")} ${format(rest)}원` : `${pieces.join(" ")} 원`;
}
