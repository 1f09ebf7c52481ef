/**
 * Calendar entries of a laid year. Whatever is no date of the reader's own is marked as expected, in its name
 * and in its text; an entry keeps its UID when a real date takes the place of the expected one, so that
 * calendars move it and do not double it.
 */

import * as days from "../deadlines/days.js";
import { names } from "../names.js";
import { said } from "./lay.js";

export const EXPECTED = "예상";
const compact = (day) => days.iso(day).replaceAll("-", "");

function description(row, timeline, address) {
  const { event } = row;
  return [
    row.real ? "직접 적은 날짜예요." : `${EXPECTED}: ${timeline.notice}`,
    `시기: ${said(row)}`,
    `관련 기관: ${event.who}`,
    `${timeline.edition}년판의 시기: ${event.when}`,
    `${names.guide}: ${address}`,
  ].join("\n");
}

/**
 * @param {any[]} rows as laid; those without a month have no place in a calendar
 * @param {any} timeline
 * @param {string} year
 * @param {number} moment milliseconds @param {string} address where the page is
 */
export function entries(rows, timeline, year, moment, address) {
  return rows.filter(({ start }) => start.known).map((row) => ({
    uid: `${row.event.id}.own-${year}@hyeopchi-guide`,
    sequence: Math.floor(moment / 60_000),
    start: compact(row.start.first),
    end: compact(Math.max((row.end ?? row.start).last, row.start.first) + 1),
    summary: `${row.real ? "" : `[${EXPECTED}] `}${row.title}(${timeline.short})`,
    description: description(row, timeline, address),
    category: row.real ? row.event.kind : EXPECTED,
    transparent: !row.real || row.end !== null,
    alarms: row.real && row.event.due ? [7, 1] : [],
    url: "",
  }));
}
