/**
 * What a table may be read for: money of a plan or of a change, scores, members. Each gives the same view,
 * which the preview shows.
 */

import * as money from "../money.js";
import { typedOf } from "./amount.js";
import { besideOwn } from "./doubts.js";
import { readCounts } from "./member-counts.js";
import { netted } from "./netted.js";
import { readPeople } from "./people.js";
import { eachOf } from "./pieces.js";
import { PARTS } from "./plain-amount.js";
import { HIDDEN, moneyTable, readMoneyTables, tablesOf } from "./read.js";
import { readScores } from "./scores.js";
import { inLine } from "./text.js";

const won = (parts) => money.format(parts / PARTS);

/**
 * @typedef {import("./find.js").Table} Table
 * @typedef {{row: number, role: string, why: string, take: boolean, told: string[]}} ViewRow
 * @typedef {{table: Table, columns: import("./columns.js").Column[], roles: Record<number, string>, rows:
 *   ViewRow[], unit: import("./units.js").Unit | null, bare: boolean, asksUnit: boolean, asked: boolean,
 *   proofs: import("./proof.js").Proof[], doubts: string[], leftOut: {name: string, sum: string}[], use:
 *   boolean, why: string, shown: (row: number, at: number) => string, isMoney: (at: number) => boolean,
 *   lines: any[], notes: string[], counted?: boolean}} View
 * @typedef {{goal: string, title: string, help: string, example: string, roles: {id: string, label:
 *   string}[], nothing: string, hasMoney: boolean, views: (grids: import("./grid.js").Grid[]) =>
 *   import("./pieces.js").Pieces<View[]>, read: (table: Table, chosen: any, view: View) =>
 *   import("./pieces.js").Pieces<View>, take: (views: View[]) => void, check?: (views: View[]) => string[],
 *   whole?: (book: any, name: string) => (() => void) | null | Promise<(() => void) | null>}} Purpose `check`
 *   gives what only all lines together tell; `whole` gives what opens a workbook that is this site's own as
 *   it is
 */

/** Sums of columns that are left out, as they are said. */
function leftOutTexts(leftOut) {
  const text = (parts) =>
    String(parts / PARTS).replace(/\B(?=(\d{3})+$)/g, ",") +
    (parts % PARTS === 0n ? "" : `.${String(parts % PARTS).padStart(8, "0").replace(/0+$/, "")}`);
  return leftOut.map(({ name, parts, isMoney }) => ({
    name: inLine(name),
    sum: isMoney ? `${won(parts)}원` : text(parts),
  }));
}

function moneyView({ reading, lines, proofs, doubts, table, use, why }) {
  const told = new Map(lines.map((line) => [line.row, line.told]));
  /** @param {number} at */
  const isMoney = (at) => reading.money.some((column) => column.at === at);
  /** @param {number} row @param {number} at */
  const shown = (row, at) => {
    const cell = table.grid.cells[row][at];
    const own = cell.row === row && cell.column === at ? inLine(cell.text) : "";
    if (!isMoney(at) || own === "") return own;
    const { typed, error } = typedOf(reading.values.amount(row, at), reading.values.unit(at, row));
    return error === null ? typed : own;
  };
  const rows = reading.rows.map(({ row, role, why: reason, take, doubt }) => ({
    row,
    role,
    why: reason,
    take,
    told: told.get(row) ?? (doubt ? [doubt] : []),
  }));
  return {
    table,
    columns: reading.columns,
    roles: reading.roles,
    rows,
    unit: reading.unit,
    bare: reading.bare,
    asksUnit: reading.asksUnit,
    asked: reading.asked,
    proofs,
    doubts,
    leftOut: leftOutTexts(reading.leftOut),
    use,
    why,
    shown,
    isMoney,
    lines,
    notes: moneyNotes(reading, lines),
  };
}

const SPLIT = "한 칸에 재원마다 적힌 금액은 재원별로 나눠 넣어요.";

const TURNED = "당초·변경·증감처럼 줄로 나눠 적은 금액을 열로 옮겨 보여요.";

const BELOW = "0원보다 적은 금액(△)은 같은 사업의 바로 앞줄 금액에서 빼서 넣어요.";

const ADDED = "변경 후 금액이 표에 없어 당초와 증감으로 계산했어요.";

const APART = "한 칸에 나란히 적은 금액을 열로 나눠 보여요.";

const isBelow = ({ typed }) => typed.won !== null && typed.won < 0n;

/** What the reader took for granted. @param {Tables.Reading} reading */
function moneyNotes(reading, lines) {
  const { money, table, values } = reading;
  const split = lines.some(({ row }) =>
    money.some(({ at, fund }) => fund === null && values.amount(row, at).split)
  );
  return [
    ...table.isTurned ? [TURNED] : [],
    ...table.isSplit ? [APART] : [],
    ...table.isAdded ? [ADDED] : [],
    ...lines.some(({ amounts }) => amounts.some(isBelow)) ? [BELOW] : [],
    ...split ? [SPLIT] : [],
    ...besideOwn(reading),
  ];
}

/**
 * For money. @param {"plan" | "change"} wanted
 * @param {Omit<Purpose, "views" | "read" | "nothing" | "hasMoney">} words @returns {Purpose}
 */
export function forMoney(wanted, words) {
  return {
    ...words,
    hasMoney: true,
    nothing: "금액이 있는 표를 찾지 못했어요. 머리글(사업명, 시비 …)과 금액을 함께 복사해 주세요.",
    take: (views) => words.take(views.map((view) => ({ ...view, lines: netted(view.lines) }))),
    *views(grids) {
      return (yield* readMoneyTables(grids, wanted)).map(moneyView);
    },
    *read(table, chosen) {
      return moneyView(yield* moneyTable(table, wanted, chosen));
    },
  };
}

/** @param {Tables.Table} table */
const plainCell = (table) => (row, at) => {
  const cell = table.grid.cells[row][at];
  return cell.row === row && cell.column === at ? inLine(cell.text) : "";
};

const noMoney = {
  unit: null,
  bare: false,
  asksUnit: false,
  asked: false,
  proofs: [],
  doubts: [],
  leftOut: [],
  why: "",
  isMoney: () => false,
  notes: [],
};

/**
 * The views of all tables of which there is one.
 * @param {(table: Table) => import("./pieces.js").Pieces<View | null>} viewOf
 */
function* viewsOf(grids, viewOf) {
  const tables = yield* eachOf(grids, (grid) =>
    tablesOf(grid, function* holds(table) {
      return (yield* viewOf(table)) !== null;
    }));
  return (yield* eachOf(tables.flat(), viewOf)).filter((view) => view !== null);
}

/** Whether a table comes in by itself. */
const inUse = ({ grid }, lines) => ({
  use: lines.length > 0 && !grid.hidden,
  why: grid.hidden ? HIDDEN : "",
});

/**
 * For scores. @param {{id: string, name: string}[]} criteria @param {any} words
 * @param {(text: string) => string | null} errorOf what is wrong with a score @returns {Purpose}
 */
export function forScores(criteria, words, errorOf) {
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  const wrong = ({ scores }) =>
    Object.entries(scores).flatMap(([id, text]) => {
      const error = errorOf(text);
      return error === null ? [] : [`${names.get(id)} ‘${text}’: ${error}`];
    });
  function* read(given, chosen) {
    const { table, columns, roles, rows, lines, weights, top, leftOut } = yield* readScores(
      given,
      criteria,
      chosen,
    );
    const notes = Object.keys(weights).length
      ? ["표의 가중치 줄은 의제로 넣지 않고 가중치 칸에 넣어요."]
      : [];
    return {
      ...noMoney,
      table,
      columns,
      roles,
      rows: rows.map((row) => ({
        ...row,
        told: lines.filter((line) => line.row === row.row).flatMap((line) => [...line.told, ...wrong(line)]),
      })),
      lines,
      weights,
      top,
      leftOut: leftOutTexts(leftOut),
      ...inUse(table, lines),
      shown: plainCell(table),
      notes,
    };
  }
  function* viewOf(table) {
    const view = yield* read(table, {});
    return view.lines.length > 0 ? view : null;
  }
  return {
    ...words,
    hasMoney: false,
    nothing: "의제와 점수가 있는 표를 찾지 못했어요.",
    read,
    views: (grids) => viewsOf(grids, viewOf),
  };
}

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
 * @param {View[]} views
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

/** For members, listed or counted. @param {any} words @returns {Purpose} */
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
