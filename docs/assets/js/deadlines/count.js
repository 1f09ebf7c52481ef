/**
 * What follows from one known day: the same counting as macros/rules/deadlines.py, on day numbers. Pure: no
 * DOM, no clock.
 *
 * A due is {id, since, at, before, after, every, months, dated}; a span is {count, unit:
 * day|business_day|month}.
 */

import { of, parts } from "./days.js";

const PERIOD_MONTHS = { quarter: 3, half: 6, year: 12 };

/** @param {number} day @param {Set<number>} holidays */
export function isRest(day, holidays) {
  const { weekday } = parts(day);
  return weekday === 0 || weekday === 6 || holidays.has(day);
}

/** The last day of the month; months may run past 12 or below 1. */
function monthEnd(year, month) {
  return of(year, month + 1, 1) - 1;
}

/**
 * The last day of a time of `count` months that begins on the day after `day` (Civil Act, articles 157 and
 * 160).
 */
function monthsAfter(day, count) {
  const begin = parts(day + 1);
  const last = monthEnd(begin.year, begin.month + count);
  const end = parts(last);
  return begin.day > end.day ? last : of(end.year, end.month, begin.day) - 1;
}

/** The same day `count` months before, or the last of a shorter month. */
function monthsBefore(day, count) {
  const from = parts(day);
  const last = monthEnd(from.year, from.month - count);
  const end = parts(last);
  return from.day > end.day ? last : of(end.year, end.month, from.day);
}

function businessDays(day, count, step, holidays) {
  let left = count;
  let at = day;
  while (left > 0) {
    at += step;
    if (!isRest(at, holidays)) left -= 1;
  }
  return at;
}

function moved(day, span, backwards, holidays) {
  if (span.unit === "month") return backwards ? monthsBefore(day, span.count) : monthsAfter(day, span.count);
  if (span.unit === "business_day") return businessDays(day, span.count, backwards ? -1 : 1, holidays);
  return day + (backwards ? -span.count : span.count);
}

/** The last day of the quarter, half or year that `day` is in. */
function periodEnd(day, period) {
  const { year, month } = parts(day);
  const length = PERIOD_MONTHS[period];
  return monthEnd(year, Math.ceil(month / length) * length);
}

/** The due's days, as counted from `start`. */
function counted(due, start, holidays) {
  const { year } = parts(start);
  const ends = (months) => months.map((month) => monthEnd(year, month));
  const length = PERIOD_MONTHS[due.every] ?? 0;
  const months = length
    ? Array.from({ length: 12 / length }, (_, index) => (index + 1) * length)
    : due.months;
  if (months.length) return ends(months).filter((end) => end >= start); // what is past is nothing to do
  if (!due.dated) return [];
  const day = due.at ? periodEnd(start, due.at) : start;
  const span = due.before ?? due.after;
  return [span ? moved(day, span, due.before !== null, holidays) : day];
}

/** Off a day of rest, as the reader chose; what has to be ready before something never moves closer to it. */
export function offRest(day, backwards, rest, holidays) {
  if (rest === "keep" || !isRest(day, holidays)) return day;
  return businessDays(day, 1, backwards || rest === "earlier" ? -1 : 1, holidays);
}

/** A due's day off a day of rest; what follows from a day is never moved before it. */
function shifted(due, day, begin, rest, holidays) {
  const found = offRest(day, due.before !== null, rest, holidays);
  return due.before !== null || found >= begin ? found : day;
}

/**
 * Every dated thing that follows from `start`, in the order of the data.
 * @param {any[]} dues
 * @param {number} start
 * @param {Set<number>} holidays
 * @param {"earlier" | "keep" | "later"} rest
 * @returns {{due: string, number: number, begin: number, counted: number, day: number}[]} `begin`: the day
 *   that it is counted from
 */
export function resolve(dues, start, holidays, rest) {
  const byId = new Map(dues.map((due) => [due.id, due]));
  const days = (due) => {
    const since = due.since ? days(byId.get(due.since)).slice(0, 1).map(({ day }) => day) : [start];
    return since.flatMap((begin) =>
      counted(due, begin, holidays).map((day, index) => ({
        due: due.id,
        number: index + 1,
        begin,
        counted: day,
        day: shifted(due, day, begin, rest, holidays),
      }))
    );
  };
  return dues.flatMap(days);
}
