/**
 * What follows from the reader's day, and what is to be said of it: for the planner and for the package to
 * hand in. No DOM.
 */

import { names } from "../names.js";
import * as city from "./city.js";
import * as count from "./count.js";
import * as days from "./days.js";

/** The planner's data, with days as numbers. @param {string} assets the address of the site's assets */
export function prepare(data, assets) {
  const names = new Map(Object.entries(data.holidays).map(([text, name]) => [days.parse(text), name]));
  return { ...data, assets, city: city.load(data.city), names, holidays: new Set(names.keys()) };
}

/**
 * Everything that follows from the reader's day: {dated, undated, past, events}, days in order. `past`: was
 * due before it.
 */
export function work(data, state) {
  const deadlines = data.deadlines.find((one) => one.id === state.from);
  const byId = new Map(deadlines.dues.map((due) => [due.id, due]));
  const events = city.ofYear(data.city, deadlines.timelines, state.date);
  const seen = (due) => due.sides.some((side) => state.sides.includes(side));
  const dated = count.resolve(deadlines.dues, state.date, data.holidays, state.rest)
    .map((row) => ({ ...row, due: byId.get(row.due), rest: count.isRest(row.day, data.holidays) }))
    .map((row) => ({
      ...row,
      limit: city.limit(row.due.notAfter, events, row.day),
      clashes: city.sameDay(events, row.day),
    }));
  const without = deadlines.dues.filter((due) => seen(due) && !dated.some((row) => row.due.id === due.id));
  return {
    deadlines,
    events,
    all: deadlines.dues.length,
    dated: dated.filter((row) => seen(row.due)),
    undated: without.filter((due) => !due.dated),
    past: without.filter((due) => due.dated),
  };
}

/** What holds for the whole list: counts, other years, what the table of holidays does not know. */
export function remarks(data, state, found) {
  const { year } = days.parts(state.date);
  const late = found.dated.filter((row) => row.limit.verdict === "fail").length +
    (city.limit(found.deadlines.notAfter, found.events, state.date).verdict === "fail" ? 1 : 0);
  const shown =
    new Set([...found.dated.map((row) => row.due.id), ...found.undated.map((due) => due.id)]).size;
  return [
    `할 일 ${found.all}가지 가운데 ${shown}가지를 보여 줘요.` +
    (late ? ` ${names.city}의 날짜보다 늦은 것이 ${late}가지 있어요.` : ""),
    found.past.length
      ? `기준일 전에 기한이 지난 것은 뺐어요: ${
        found.past.map(({ title, how }) => `${title}(${how})`).join(", ")
      }.`
      : null,
    found.deadlines.note,
    found.deadlines.editions.includes(String(year))
      ? null
      : `${year}년의 규칙이나 ${names.city} 날짜는 근거에 없어요. ${
        found.deadlines.editions.join("·")
      }년판의 기한으로 계산했으니 그해의 공문을 확인하세요.`,
    found.dated.some((row) => days.parts(row.counted).year > data.years[1])
      ? `${data.years[1]}년 뒤의 공휴일은 알지 못해 주말만 쉬는 날로 보았어요.`
      : null,
  ].filter(Boolean);
}
