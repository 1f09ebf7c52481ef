/**
 * The planner's forms as its store holds them, and how a place in a form and what stands there are said.
 */

import { demand, guarded } from "../gate/limits.js";
import { record, text } from "../gate/values.js";
import { names } from "../names.js";
import { fieldText, namePlace } from "../store/clash-words.js";
import * as days from "./days.js";

const WHERE = "저장한 내용";
const KEYS = ["from", "date", "name", "sides", "rest", "city"];
const RESTS = { earlier: "직전 근무일로 당기기", later: "다음 근무일로 미루기", keep: "그대로 두기" };

/**
 * @typedef {{from: string, date: string, name: string, sides: Record<string, boolean>, rest: string, city:
 *   boolean}} Choices
 */

/** @returns {Choices} */
function read(plain, data) {
  const found = record(plain, KEYS, WHERE);
  const sides = record(found.sides, data.sides.map(({ id }) => id), WHERE);
  const name = text(found.name, WHERE, { most: 40 });
  const date = text(found.date, WHERE);
  demand(
    data.deadlines.some(({ id }) => id === found.from) && Object.hasOwn(RESTS, found.rest) &&
      typeof found.city === "boolean" &&
      Object.values(sides).every((chosen) => typeof chosen === "boolean") &&
      (date === "" || days.parse(date) !== null),
    "저장한 날짜 계산을 읽을 수 없어요.",
  );
  return { from: found.from, date, name, sides: { ...sides }, rest: found.rest, city: found.city };
}

export const isBlank = ({ date, name }) => date === "" && name === "";

/**
 * @param {any} data the page's
 * @param {Choices} empty the form as nobody has touched it
 * @returns {import("../store/plan-list.js").Content}
 */
export function content(data, empty) {
  const known = new Map(data.deadlines.map((one) => [one.id, one.known]));
  return {
    key: "hyeopchi.deadlines",
    noun: "날짜 계산",
    empty: () => structuredClone(empty),
    read(plain) {
      const { value: state, problem } = guarded(() => read(plain, data));
      return { state, problem };
    },
    write: (state) => state,
    titleOf: (
      state,
    ) => (isBlank(state)
      ? ""
      : [known.get(state.from), state.date && days.korean(days.parse(state.date)), state.name]
        .filter(Boolean).join(" ")),
  };
}

/** @param {any} data the page's @returns {import("../store/clashes.js").Words} */
export function words(data) {
  const places = {
    from: () => ["기준일"],
    date: () => ["날짜"],
    name: () => ["이름"],
    rest: () => ["쉬는 날이면"],
    city: () => [`${names.city}의 날짜도 보기`],
    sides: ([side]) => ["누가 할 일", data.sides.find(({ id }) => id === side)?.label],
  };
  return {
    placeOf: (path, plan) => namePlace(path, plan, places),
    said(value, path) {
      if (path[1] === "from") return data.deadlines.find(({ id }) => id === value)?.known ?? fieldText(value);
      if (path[1] === "rest") return RESTS[value] ?? fieldText(value);
      return path[1] === "date" && value ? days.korean(days.parse(value)) : fieldText(value);
    },
  };
}
