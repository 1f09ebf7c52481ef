/**
 * What somebody meant who wrote a value in another way, as it is written here: the twin of `_mended` in
 * macros/models/common.py and of `_no_whole` and `_no_share` in macros/reading/validation.py.
 */

import { parse } from "../money.js";

const OTHER_DAY = /^\D?(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})\D{0,3}$/u;
const plain = (text) => text.normalize("NFKC").trim();

/** A day written as 2026/11/21 or 2026년 1월 2일; empty when unclear. */
export function dayMeant(value) {
  const found = typeof value === "string" ? OTHER_DAY.exec(plain(value)) : null;
  return found ? ` 이렇게요: "${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}"` : "";
}

/** A share, or a limit's amount, written as 10 프로, 100분의 10, 10억. */
export function shareMeant(value) {
  const text = typeof value === "string" ? plain(value) : "";
  const percent = /^(\d{1,3}) ?(?:%|프로|퍼센트|퍼)$/.exec(text);
  const parts = /^(\d{1,6}) ?분의 ?(\d{1,6})$/.exec(text);
  if (percent) return ` 이렇게요: ${percent[1]}%`;
  if (parts) return ` 이렇게요: ${parts[2]}/${parts[1]}`;
  const money = /[0-9].*[원억만천백]$|^[0-9,]+$/.test(text) ? parse(text) : null;
  return money?.won ? ` 금액이면 이렇게요: ${money.won}` : "";
}

/** A whole number written with units or commas, in the field of this name. */
export function wholeMeant(value, field) {
  const given = String(value);
  const digits = field === "page" ? /\d+/.exec(given) : /^(\d[\d,]*)\s?[가-힣]{1,3}$/.exec(given);
  const money = /[십백천만억조]/.test(given) ? parse(given) : null;
  const whole = money?.won ?? (digits ? digits.at(-1).replaceAll(",", "").replace(/^0+(?=\d)/, "") : null);
  return whole === null ? " 예: 1000000" : ` 이렇게요: ${whole}`;
}
