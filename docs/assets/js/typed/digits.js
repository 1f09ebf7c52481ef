/**
 * Digits with commas and a point: right groups of three, or what is wrong with them. The twin of
 * macros/typed/digits.py.
 */

import { Unread } from "./text.js";

const SOUND = /^([0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?$/;
const GROUPS = "쉼표는 세 자리마다 찍어요.";
const COMMA = "소수점은 쉼표가 아니라 점으로 찍어요.";
const POINTS = "세 자리마다 점이 아니라 쉼표를 찍어요.";
const POINT = "소수점의 앞뒤를 확인해 주세요.";

/** 1234567 -> `1,234,567`, without leading zeros. @param {string} digits */
export function grouped(digits) {
  return String(BigInt(digits)).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

/**
 * The digits before and behind the point. Throws Unread, with the likely right form of the token.
 * @param {string} token @param {boolean} hasUnit a unit follows, so that decimals make sense
 * @returns {[string, string]}
 */
export function digits(token, hasUnit) {
  const found = SOUND.exec(token);
  if (!found) throw wrong(token, hasUnit);
  const [whole, fraction] = [found[1].replace(/,/g, ""), found[2] ?? ""];
  if (!hasUnit && /^[1-9][0-9]{0,2}\.[0-9]{3}$/.test(token)) {
    throw new Unread(POINTS, grouped(whole + fraction));
  }
  return [whole, fraction];
}

/** Why the token cannot be read. */
function wrong(token, hasUnit) {
  if (hasUnit && /^[0-9]+,[0-9]{1,2}$/.test(token)) return new Unread(COMMA, token.replace(",", "."));
  if (/^(?:[0-9]+(?:\.[0-9]+){2,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]*)$/.test(token)) {
    return new Unread(POINTS, regrouped(token.split(",")[0]));
  }
  const [before, ...rest] = token.split(".");
  if (!token.includes(",")) {
    return new Unread(POINT, rest.length === 1 && token !== "." ? before || `0${token}` : null);
  }
  const after = rest.join(".");
  const likely = /[,.]/.test(after) ? null : regrouped(before);
  return new Unread(GROUPS, likely === null ? null : likely + (/[1-9]/.test(after) ? `.${after}` : ""));
}

function regrouped(token) {
  const all = token.replace(/[.,]/g, "");
  return all === "" ? null : grouped(all);
}
