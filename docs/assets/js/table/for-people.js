/**
 * A table read for members, listed or counted.
 */

import { readCounts } from "./member-counts.js";
import { readPeople } from "./people.js";
import { inUse, noMoney, plainCell, viewsOf } from "./purposes.js";

const COUNTED = "다른 표에서 위원을 세어 빼 두었어요. 이 표에 다른 위원이 있으면 고르세요.";
const UNSHOWN = "(이름은 넣지 않아요)";
const SIDES = { private: "민간", elected: "선출직", public: "행정", other: "알 수 없음" };

/** `민간 7명(여성 4, 남성 3)` */
function countText(side, { women, men, unsure }) {
  const all = women + men + unsure;
  return all === 0
    ? ""
    : `${SIDES[side]} ${all}명(여성 ${women}, 남성 ${men}${unsure ? `, 성별 모름 ${unsure}` : ""})`;
}

/** A list of members: names are neither shown nor kept. */
function* listView(table, chosen) {
  const read = yield* readPeople(table, chosen);
  const plain = plainCell(table);
  const isName = (at) => read.roles[at] === "person" || read.columns[at].says === "person";
  return memberView(read, (row, at) => (isName(at) && plain(row, at) !== "" ? UNSHOWN : plain(row, at)));
}

/** A table of numbers of members. */
function* countView(table, chosen) {
  return { ...memberView(yield* readCounts(table, chosen), plainCell(table)), counted: true };
}

function memberView({ table, columns, roles, rows, counts, appointed, isMarked = false }, shown) {
  const lines = rows.filter(({ take }) => take);
  return {
    ...noMoney,
    table,
    columns,
    roles,
    rows,
    lines,
    counts,
    appointed,
    isMarked,
    ...inUse(table, lines),
    shown,
    notes: [
      `센 사람: ${
        Object.entries(counts).map(([side, found]) => countText(side, found)).filter(Boolean).join(", ")
      }.`,
    ],
  };
}

const peopleIn = ({ counts }) =>
  Object.values(counts).flatMap(Object.values).reduce((sum, number) => sum + number, 0);

/**
 * A list tells names, sexes or sides in columns of their own, and no numbers of people beside sexes and
 * sides.
 */
function* isList({ roles, lines, columns, table, isMarked }) {
  const told = ["person", "sex", "side"].filter((role) => Object.values(roles).includes(role));
  if (isMarked && lines.length > 0 && told.includes("person")) return true;
  return lines.length > 0 && told.length >= 2 &&
    (told.includes("person") || Object.keys((yield* readCounts(table)).roles).length === 0 ||
      !columns.some(({ numeric, says }) => numeric && says !== "serial"));
}

/** Whether numbers of people with a side or a sex stand in a table. */
const isCount = (view) =>
  view.lines.length > 0 && peopleIn(view) > 0 &&
  peopleIn({ counts: { other: { unsure: view.counts.other.unsure } } }) === 0;

/**
 * The texts of the rows that are counted, to tell whether two lists hold the same people; they are not kept.
 */
const textsOf = ({ table, lines }) =>
  new Set(
    lines.map(({ row }) =>
      table.grid.cells[row].filter(({ text }) => /[가-힣]/.test(text)).map(({ text }) => text).join("|")
    ),
  );

/**
 * Whether a list goes on with another: under the same heads with other people, as 민간위원 and 행정위원 by
 * themselves.
 */
function isMore(one, other) {
  if (one.counted || other.counted || one.table.names.join("|") !== other.table.names.join("|")) return false;
  const texts = textsOf(other);
  return one.table.grid === other.table.grid || ![...textsOf(one)].some((text) => texts.has(text));
}

/**
 * Nobody is counted twice: of several tables the longest list comes in, else the one with the most people.
 * @param {import("./purposes.js").View[]} views
 */
function once(views) {
  const rank = (view) => [view.use ? 1 : 0, view.counted ? 0 : 1, peopleIn(view)];
  const [best, ...others] = [...views].sort((one, other) =>
    rank(other).map((part, at) => part - rank(one)[at]).find((step) => step !== 0) ?? 0
  );
  for (const other of others) {
    if (other.use && best.use && !isMore(other, best)) Object.assign(other, { use: false, why: COUNTED });
  }
  return views;
}

/** For members, listed or counted. @param {any} words @returns {import("./purposes.js").Purpose} */
export function forPeople(words) {
  function* viewOf(table) {
    const list = yield* listView(table, {});
    if (yield* isList(list)) return list;
    const counted = yield* countView(table, {});
    return isCount(counted) ? counted : null;
  }
  return {
    ...words,
    hasMoney: false,
    nothing: "위원 명단(성명·구분·성별)이나 위원 수의 표를 찾지 못했어요.",
    read: (table, chosen, view) => (view.counted ? countView : listView)(table, chosen),
    *views(grids) {
      return once(yield* viewsOf(grids, viewOf));
    },
  };
}
