/**
 * An edition's dates laid onto another year: the same month and day, each moved off days of rest in one
 * direction, so that nothing overtakes what it follows; a date that the reader knows stands in the place of
 * the one that was laid. Pure: no DOM, no clock.
 *
 * An event is {id, start, end, …}: `2021-07-09`, `2021-07` or `2021`, as exact as its source; `end` is null
 * for one day or month.
 */

import * as count from "../deadlines/count.js";
import * as days from "../deadlines/days.js";

/** @typedef {{first: number, last: number, exact: boolean, known: boolean, real: boolean, moved: number | null}} Part
 *   `known`: the month at least; `real`: the reader's own; `moved`: the day of rest off which it was moved */

const lastOf = (year, month) => days.of(year, month + 1, 1) - 1;

/** One end of an event, so many years on. @returns {Part} */
function laid(text, years, rest, holidays) {
  const [year, month, day] = text.split("-").map(Number);
  const there = year + years;
  const vague = { exact: false, real: false, moved: null };
  if (!month) return { ...vague, first: days.of(there, 1, 1), last: days.of(there, 12, 31), known: false };
  if (!day) return { ...vague, first: days.of(there, month, 1), last: lastOf(there, month), known: true };
  const same = Math.min(days.of(there, month, day), lastOf(there, month)); // 29 February
  const found = count.offRest(same, false, rest, holidays);
  return {
    first: found,
    last: found,
    exact: true,
    known: true,
    real: false,
    moved: found === same ? null : same,
  };
}

/** @returns {Part} */
function part(text, real, years, rest, holidays) {
  const day = real ? days.parse(real) : null;
  return day === null
    ? laid(text, years, rest, holidays)
    : { first: day, last: day, exact: true, known: true, real: true, moved: null };
}

/** A title with its years moved too: `2022년 사업계획 확정` of 2021 is `2028년 사업계획 확정` of 2027. */
const titleIn = (title, years) => title.replace(/(20\d\d)년/g, (_, year) => `${Number(year) + years}년`);

/** The key of an event's end among the dates that the reader knows; its start has the event's id. */
export const endKey = (id) => `${id}.end`;

/**
 * Every event in the chosen year, in the order of days, those without a month last.
 * @param {{edition: string, events: any[]}} timeline
 * @param {number} year
 * @param {"earlier" | "later" | "keep"} rest
 * @param {Set<number>} holidays
 * @param {Record<string, string>} dates what the reader knows: ISO days by event (`endKey`)
 * @returns {{event: any, title: string, start: Part, end: Part | null, real: boolean, backwards: boolean}[]}
 */
export function lay(timeline, year, rest, holidays, dates) {
  const years = year - Number(timeline.edition);
  const rows = timeline.events.map((event, at) => {
    const start = part(event.start, dates[event.id], years, rest, holidays);
    const end = event.end ? part(event.end, dates[endKey(event.id)], years, rest, holidays) : null;
    return {
      event,
      title: titleIn(event.title, years),
      at,
      start,
      end,
      real: start.real && (end?.real ?? true),
      backwards: (end ?? start).last < start.first,
    };
  });
  rows.sort((one, other) =>
    Number(other.start.known) - Number(one.start.known) || one.start.first - other.start.first ||
    one.at - other.at
  );
  return rows.map(({ at: _, ...row }) => row);
}

function inWords({ first, exact, known }) {
  if (exact) return days.korean(first);
  const { year, month } = days.parts(first);
  return known ? `${year}년 ${month}월` : `${year}년 중`;
}

/** `2027년 3월 ~ 2027년 4월` */
export function said({ start, end }) {
  const [from, to] = [inWords(start), end ? inWords(end) : null];
  return to === null || to === from ? from : `${from} ~ ${to}`;
}
