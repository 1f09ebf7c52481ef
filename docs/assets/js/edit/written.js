/**
 * What is said of values that are written as text and read by a validator of their own: shares, days, lengths, ids.
 */

import { dayMeant, shareMeant } from "./mended.js";

export const SHARE = "^(\\d{1,3}%|\\d{1,6}/[1-9]\\d{0,5})$";
const DAY = "^\\d{4}-\\d{2}-\\d{2}$";
const MOMENT = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";
export const COLON = "글 안에 쌍점(:)이 있어서 '이름: 값'으로 읽혔어요. 글 전체를 따옴표로 감싸세요";
/** By pattern: what is said of a value that is not written so. */
export const WRITTEN = {
  [SHARE]: (value) => `비율은 10% 또는 1/3처럼 써요.${shareMeant(value)}`,
  [MOMENT]: (value) => `날짜는 "2021-07-09", "2021-07", "2021" 가운데 하나로 써요.${dayMeant(value)}`,
  [DAY]: (value) => `날짜는 "2026-11-21"처럼 써요.${dayMeant(value)}`,
  "^\\d{1,3}(일|근무일|개월)$": () => "길이는 7일, 5근무일, 2개월처럼 써요.",
};

function patternMessage(pattern) {
  if (pattern.includes("20")) return '연도는 "2021"처럼 네 자리로, 따옴표로 감싸 써요.';
  return pattern.includes("/")
    ? "주소는 사이트 안의 것만 영문 소문자, 숫자, 붙임표(-), 빗금(/)으로 써요. 예: budget/rules/"
    : "id는 영문 소문자, 숫자, 붙임표(-)로만 써요. 예: local-research";
}

/** Whether the calendar has the day; a year or a month stands for its first day. */
function exists(text) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year || 1, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** What is wrong with a text that must be written in one way; undefined when nothing is. */
export function writtenFault(pattern, value) {
  if (!pattern) return undefined;
  const written = WRITTEN[pattern];
  if (!new RegExp(pattern, "u").test(value)) return written?.(value) ?? patternMessage(pattern);
  if (pattern === DAY && !exists(value)) return written(value);
  return pattern === MOMENT && !exists(value) ? "달력에 없는 날짜예요." : undefined;
}

/** What is said where a text should stand: of a group of one, that its colon made it one. */
export function noText({ kind, value, pairs }) {
  if (kind === "map" && pairs.length === 1) {
    return `${COLON}: "${pairs[0].key}: ${pairs[0].node.value ?? ""}"`;
  }
  const shown = typeof value === "boolean" ? value ? "True" : "False" : value;
  return `글이어야 해요. 숫자라면 따옴표로 감싸 주세요${kind === "scalar" ? `: "${shown}"` : ""}`;
}
