/**
 * Days of the calendar as whole numbers (days since 1970-01-01): no clock, no time zone. Months count from 1.
 */

const LENGTH = 86_400_000;
const WEEKDAYS = "일월화수목금토";

/** @param {number} year @param {number} month may run past 12 or below 1 @param {number} day */
export function of(year, month, day) {
  return Date.UTC(year, month - 1, day) / LENGTH;
}

/** @returns {{year: number, month: number, day: number, weekday: number}} weekday 0 is Sunday */
export function parts(number) {
  const date = new Date(number * LENGTH);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

/** `2021-07-09` -> number; null for what is no day of the calendar. */
export function parse(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const number = of(Number(found[1]), Number(found[2]), Number(found[3]));
  return iso(number) === text ? number : null;
}

export function iso(number) {
  return new Date(number * LENGTH).toISOString().slice(0, 10);
}

/** `2021년 7월 9일(금)` */
export function korean(number) {
  const { year, month, day, weekday } = parts(number);
  return `${year}년 ${month}월 ${day}일(${WEEKDAYS[weekday]})`;
}

/** The reader's own today. */
export function today() {
  const now = new Date();
  return of(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
