/**
 * Units of money, wherever a table names them: in a column's head, in a title, below the table, beside a
 * number.
 */

import { inside, plain } from "./text.js";

/** @typedef {{id: string, times: bigint}} Unit `id` is how money.js reads it behind a number */

/** @type {Record<string, bigint>} */
const TENS = { "": 1n, 십: 10n, 백: 100n, 천: 1_000n };
/** @type {Record<string, bigint>} */
const LARGE = { "": 1n, 만: 10_000n, 억: 100_000_000n, 조: 1_000_000_000_000n };
const SPELLED = {
  千: "천",
  百: "백",
  十: "십",
  万: "만",
  萬: "만",
  億: "억",
  兆: "조",
  圓: "원",
  円: "원",
  元: "원",
};
const DIGITS = {
  "1,000": "천",
  1000: "천",
  "1천": "천",
  "10,000": "만",
  "1만": "만",
  "1,000,000": "백만",
  "1백만": "백만",
  "100만": "백만",
  "1억": "억",
};
// The unit and nothing else: 천원, 백만, 억원, 원.
const ALONE = /^([십백천]?)([만억조]?)(원?)$/;
const STATED =
  /단위[:;은는=~\-–—]*\(?((?:1,000,000|1,000|10,000|1000|100만|1천|1만|1백만|1억)?[십백천]?[만억조]?원?)/;
// The same in other words: `금액: 천원`, `천원 단위`, `모든 금액은 백만원 기준`. What is only rounded (`천원 단위 절사`) states none.
const OTHERWISE = [
  /(?:금액|기준|화폐)[:;은는=~\-–—]*\(?([십백천]?[만억조]?원)(?:기준|단위|임|이며|으로|$|[)\]}>,.·/])/,
  /(?:^|[^\d가-힣]|[은는이가])([십백천]?[만억조]?원)(?:을?단위|을?기준)/,
];
const ROUNDED = /(?:미만|이하|단위)(?:는|은|에서|로|으로)?(?:절사|반올림|올림|버림|생략)/;
const AROUND =
  /모든|이하|숫자|단위|금액|기준|화폐|[()[\]{}<>:;=~,.·/*※-]+|[은는이가](?=[십백천]?[만억조]?원)|임(?=$|\.)|(?<=원)을/g;

const NUMBER = /^[(\d,.)\s]*$/;
const OTHERS = /^(?:천?명|%|건|회|개소|개|점|㎡|m2)$/;

/** Without blanks, Chinese characters as Hangul. @param {string} text */
function spelled(text) {
  return plain(text).replace(/\s+/g, "").replace(/[千百十万萬億兆圓円元]/g, (sign) => SPELLED[sign]).replace(
    /^krw$/i,
    "원",
  );
}

/** The unit that a text is and nothing else. @returns {Unit | null} @param {string} text */
export function unitOf(text) {
  const word = DIGITS[text.replace(/원$/, "")] ?? text;
  const [, tens, large, won] = ALONE.exec(word) ?? [];
  if (tens === undefined || (tens === "" && large === "" && won === "")) return null;
  return { id: `${tens}${large}원`, times: TENS[tens] * LARGE[large] };
}

/** The first unit among what stands together: `천원, %`. @param {string} text */
function among(text) {
  return text.split(/[,·/:;]|및/).map(unitOf).find((unit) => unit !== null) ?? unitOf(text);
}

/**
 * The unit that a text states: `(단위: 천원)`, `[백만원]`, `금액 단위 千원`, `천원`. An amount (`총 5억원`) states none.
 * @param {string} text @returns {Unit | null}
 */
export function statedIn(text) {
  const said = spelled(text);
  if (NUMBER.test(said)) return null; // 1,000 is an amount: only behind `단위` it is a unit
  const named = STATED.exec(said);
  const unit = named &&
    (unitOf(named[1]) ??
      among(said.slice(named.index).replace(/^단위[:;은는]?\(?/, "").replace(/[)\]}>].*$/, "")));
  if (unit || ROUNDED.test(said)) return unit;
  const other = OTHERWISE.map((form) => form.exec(said)).find((one) => one !== null);
  if (named || other) return other ? unitOf(other[1]) : null;
  return inside(said).filter((one) => !NUMBER.test(one)).map(among).find((unit) => unit !== null) ??
    unitOf(said);
}

/**
 * The unit in a column's head: in brackets, or stated, or at its end (`금액 천원`).
 * @returns {Unit | null}
 * @param {string} text
 */
export function inHead(text) {
  return statedIn(text) ??
    unitOf(/(?:^|\s)([십백천千]?[만억百万萬億]*\s?원)\s*$/.exec(plain(text))?.[1].replace(/\s/g, "") ?? "x");
}

/** Whether a text states units and nothing more: it names no column and is no title. @param {string} text */
export function isStatement(text) {
  if (/^금액[([]/.test(spelled(text))) return false; // the head of a column
  const rest = spelled(text).replace(AROUND, " ").trim().split(/\s+/);
  return statedIn(text) !== null && rest.every((word) => unitOf(word) !== null || OTHERS.test(word));
}

export const CHOICES = ["원", "천원", "만원", "백만원", "억원"].map((id) => unitOf(id));
