/**
 * A year of one's own as its store holds it: the timeline that is laid, the year, and the dates that the
 * reader knows.
 */

import * as days from "../deadlines/days.js";
import { demand, guarded } from "../gate/limits.js";
import { record, text } from "../gate/values.js";
import { fieldText, namePlace } from "../store/clash-words.js";

const WHERE = "저장한 내용";
const RESTS = { earlier: "직전 근무일로 당기기", later: "다음 근무일로 미루기", keep: "그대로 두기" };
const KEY = /^[a-z0-9-]+(\.end)?$/;

/**
 * @typedef {{from: string, year: string, rest: string, dates: Record<string, string>}} State `year` is empty
 *   until one is chosen
 */

/** Dates of events that today's data lack stay: the reader wrote them. @returns {State} */
function read(plain, data) {
  const found = record(plain, ["from", "year", "rest", "dates"], WHERE);
  const dates = record(found.dates, null, WHERE);
  const year = text(found.year, WHERE, { most: 4 });
  demand(
    data.timelines.some(({ id }) => id === found.from) && (year === "" || data.years.includes(year)) &&
      Object.hasOwn(RESTS, found.rest) &&
      Object.entries(dates).every(([key, day]) =>
        KEY.test(key) && typeof day === "string" && days.parse(day) !== null
      ),
    "저장한 연간 일정을 읽을 수 없어요.",
  );
  return { from: found.from, year, rest: found.rest, dates: { ...dates } };
}

export const isBlank = ({ year, dates }) => year === "" && Object.keys(dates).length === 0;

/** @param {any} data the page's @returns {import("../store/plan-list.js").Content} */
export function content(data) {
  const titles = new Map(data.timelines.map(({ id, title }) => [id, title]));
  return {
    key: "hyeopchi.year",
    noun: "연간 일정",
    empty: () => ({ from: data.timelines[0].id, year: "", rest: "earlier", dates: {} }),
    read(plain) {
      const { value: state, problem } = guarded(() => read(plain, data));
      return { state, problem };
    },
    write: (state) => state,
    titleOf: (state) => (isBlank(state) ? "" : `${state.year}년: ${titles.get(state.from)}`),
  };
}

/** @param {any} data the page's @returns {import("../store/clashes.js").Words} */
export function words(data) {
  const events = new Map(
    data.timelines.flatMap((timeline) => timeline.events.map(({ id, title }) => [id, title])),
  );
  const dateOf = (
    [key = ""],
  ) => [events.get(key.replace(/\.end$/, "")) ?? key, key.endsWith(".end") ? "끝나는 날" : "날짜"];
  const places = {
    from: () => ["옮길 일정"],
    year: () => ["연도"],
    rest: () => ["쉬는 날이면"],
    dates: dateOf,
  };
  return {
    placeOf: (path, plan) => namePlace(path, plan, places),
    said(value, path) {
      if (path[1] === "from") return data.timelines.find(({ id }) => id === value)?.title ?? fieldText(value);
      if (path[1] === "rest") return RESTS[value] ?? fieldText(value);
      return path[1] === "dates" && typeof value === "string"
        ? days.korean(days.parse(value))
        : fieldText(value);
    },
  };
}
