/**
 * The planner's list of days as a file for 한글 or Word.
 */

import * as days from "../deadlines/days.js";
import { names } from "../names.js";

const BASIS = { stated: "근거", suggested: "제안" };

function distance(day, start) {
  if (day === start) return "그날";
  return day < start ? `${start - day}일 전` : `${day - start}일 뒤`;
}

/** What is to be seen to in a row: moved from a day of rest, later than the city's day. */
function flags(row) {
  return [
    row.day === row.counted ? null : `쉬는 날(${days.korean(row.counted)})이라 옮겼어요.`,
    row.limit.verdict === "fail"
      ? `${names.city}의 ‘${row.limit.event.title}’보다 ${row.limit.days}일 늦어요.`
      : null,
  ].filter(Boolean).join("\n");
}

/**
 * What fills the template.
 * @param {any} found the planner's result
 * @param {any} state its form
 * @param {string[]} remarks
 */
export function deadlineValues(found, state, remarks) {
  const known = {
    day: days.korean(state.date),
    distance: "그날",
    title: found.deadlines.known + (state.name ? `: ${state.name}` : ""),
    who: "",
    basis: "",
    how: "기준일",
    flags: "",
    at: state.date,
  };
  const rows = found.dated.map((row) => ({
    day: days.korean(row.day),
    distance: distance(row.day, state.date),
    title: row.due.title,
    who: row.due.who,
    basis: BASIS[row.due.basis],
    how: row.due.how,
    flags: flags(row),
    at: row.day,
  }));
  const undated = found.undated.map((due) => ({
    day: due.text ?? "",
    distance: "",
    title: due.title,
    who: due.who,
    basis: BASIS[due.basis],
    how: due.how,
    flags: "날짜를 계산할 수 없어요.",
  }));
  const sorted = [known, ...rows].sort((one, other) => one.at - other.at);
  return {
    fields: {
      "page.title": `${found.deadlines.known}: ${days.korean(state.date)}`,
      "page.remarks": remarks.join("\n"),
    },
    lists: { dues: [...sorted, ...undated] },
  };
}
