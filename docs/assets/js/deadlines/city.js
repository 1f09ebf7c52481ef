/**
 * The city's dates beside the reader's: which belong to the year, whether a day comes too late for one, and
 * what of the city falls on the same day. Pure: no DOM.
 */

import * as days from "./days.js";

const SHORT = 7; // a stretch of more days is no clash: something else may well be done in it

/** The dates as day numbers. */
export function load(list) {
  return list.map((event) => ({ ...event, first: days.parse(event.start), last: days.parse(event.end) }));
}

/** Those of the procedures that go with the known day, of the edition of its year. */
export function ofYear(events, timelines, start) {
  const year = String(days.parts(start).year);
  return events.filter((event) => event.edition === year && timelines.includes(event.timeline));
}

/**
 * Whether `day` keeps the city's deadline: {verdict: "ok" | "fail" | "unknown" | "na", event, days}.
 * `unknown`: there is a deadline, but not for this year.
 */
export function limit(ids, events, day) {
  if (!ids.length) return { verdict: "na", event: null, days: 0 };
  const event = events.find((one) => ids.includes(one.id));
  if (!event) return { verdict: "unknown", event: null, days: 0 };
  return { verdict: day > event.last ? "fail" : "ok", event, days: Math.abs(event.last - day) };
}

/** What the city does on that very day. */
export function sameDay(events, day) {
  return events.filter((event) =>
    event.exact && event.last - event.first < SHORT && event.first <= day && day <= event.last
  );
}

/** Those that fall between two days, in part at least. */
export function between(events, first, last) {
  return events.filter((event) => event.last >= first && event.first <= last);
}
