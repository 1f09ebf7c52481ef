/**
 * What is noted about one item: state, note, evidence, who, due. An empty field is left out; an entry without
 * fields is none.
 */

import { names } from "../names.js";

/**
 * @typedef {{state?: string, note?: string, evidence?: string, who?: string, due?: string, move?: string}}
 *   Entry
 */

export const STATES = [{ id: "none", label: "시작 전" }, { id: "doing", label: "진행 중" }, {
  id: "done",
  label: "완료",
}, { id: "na", label: "해당 없음" }];
export const ROLES = [
  { id: "private", label: "민간" },
  { id: "public", label: "행정" },
  { id: "secretariat", label: "사무국" },
  { id: "city", label: names.city },
  { id: "joint", label: "민관 공동" },
];
export const FIELDS = { state: "상태", note: "메모", evidence: "증빙", who: "담당", due: "기한" };
// Fields that can hold two people's words, and what stands between.
export const TEXTS = { note: "\n", evidence: "\n", who: ", " };
const WEEKDAYS = "일월화수목금토";

/** @param {Checks.Entry | undefined} entry */
export const stateOf = (entry) => entry?.state ?? "none";
export const labelOf = (terms, id) => terms.find((term) => term.id === id)?.label ?? id;
/** @param {Checks.Entry | undefined} entry */
export const isClosed = (entry) => ["done", "na"].includes(stateOf(entry));

/** All texts in one, but none that another already says. */
export function joinTexts(field, texts) {
  const given = [...new Set(texts.filter(Boolean))];
  const parts = new Map(given.map((text) => [text, new Set(text.split(TEXTS[field]))]));
  const says = (whole, part) => [...parts.get(part)].every((line) => parts.get(whole).has(line));
  return given.filter((text, at) =>
    !given.some((other, place) => place !== at && says(other, text) && (!says(text, other) || place < at))
  ).join(TEXTS[field]);
}

/** The entry with a field set, or left out when there is nothing in it. @returns {Entry | null} */
export function withField(entry, field, value) {
  const { [field]: _, ...rest } = entry ?? {};
  const set = value && !(field === "state" && value === "none") ? { ...rest, [field]: value } : rest;
  return Object.keys(set).length === 0 ? null : set;
}

/** A new object without a prototype: any id may stand in it. */
export function dict(pairs = []) {
  const made = Object.create(null);
  for (const [key, value] of pairs) made[key] = value;
  return made;
}

/** How many of the ids stand in each state. */
export function count(items, ids) {
  const counts = { none: 0, doing: 0, done: 0, na: 0, all: ids.length };
  for (const id of ids) counts[stateOf(items[id])] += 1;
  return counts;
}

/** Today as 2021-07-09, by the reader's own clock. */
export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** 2021-07-09 -> 2021년 7월 9일(금). */
export function dateText(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}년 ${month}월 ${day}일(${WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]})`;
}

/** @param {Checks.Entry | undefined} entry */
export const isLate = (entry) => Boolean(entry?.due) && entry.due < today() && !isClosed(entry);
