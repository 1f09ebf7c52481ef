/**
 * Calendar entries of the days that were worked out. The same thing counted again in the same year keeps its
 * UID, with a later sequence: a calendar then moves its entry and does not double it. A name of the reader's
 * own sets it apart.
 */

import { names } from "../names.js";
import * as days from "./days.js";

/** A short ASCII mark of a text (FNV-1a). */
function mark(text) {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01000193) >>> 0;
  return hash.toString(36);
}

const compact = (day) => days.iso(day).replaceAll("-", "");

function description(row, address) {
  const { due } = row;
  return [
    `계산 방법: ${due.how}`,
    `관련 기관: ${due.who}`,
    due.summary,
    due.basis === "stated"
      ? `근거: ${due.cites.map((cite) => cite.text).join(", ")}`
      : "이 길잡이의 제안이에요.",
    `${names.guide}: ${address}`,
  ].join("\n");
}

/**
 * @param {any[]} rows dated rows: {due, number, day} @param {any} state @param {number} moment milliseconds
 * @param {string} address where the planner is
 */
export function ofRows(rows, state, moment, address) {
  const own = [days.parts(state.date).year, ...(state.name ? [mark(state.name)] : [])].join("-");
  return rows.map((row) => ({
    uid: `${row.due.id}.${row.number}.${state.from}.${own}@hyeopchi-guide`,
    sequence: Math.floor(moment / 60_000),
    start: compact(row.day),
    end: compact(row.day + 1),
    summary: row.due.title + (state.name ? `(${state.name})` : ""),
    description: description(row, address),
    category: row.due.basis === "stated" ? "기한" : "제안",
    transparent: true,
    alarms: row.due.basis === "stated" ? [7, 1] : [1],
    url: "",
  }));
}

/** `20211121T093000Z` */
export function stamp(moment) {
  return new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, "");
}
