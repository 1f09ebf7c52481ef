/**
 * A table of scores: agendas by criteria. Weights, full marks, averages and sums are no agendas.
 */

import { columnsOf } from "./columns.js";
import { tablesIn } from "./find.js";
import { layOut, ownCells, said, turned } from "./grid.js";
import { meaningsOf, taken } from "./headings.js";
import { nameColumn, saying } from "./naming.js";
import * as pieces from "./pieces.js";
import { isNote, sumWord } from "./rows.js";
import { inLine, outside, squeezed, unnoted } from "./text.js";
import { unitOfTable, valuesOf } from "./values.js";

const MOST_NAME = 80;
const NO_AGENDA = new Set(["weight", "top", "score", "rank", "share", "count"]);
const RESULTS = new Set(["sum", "score", "rank", "serial", "share", "weight"]);

/**
 * @typedef {{table: import("./find.js").Table, columns: import("./columns.js").Column[], roles:
 *   Record<number, string>, rows: {row: number, role: string, why: string, sure: boolean, take: boolean}[],
 *   lines: {row: number, name: string, scores: Record<string, string>, told: string[]}[], weights:
 *   Record<string, string>, top: Record<string, string>, leftOut: {name: string, at: number, parts: bigint,
 *   isMoney: boolean}[]}} Scores `roles`: name, or the id of a criterion
 */

/** The criterion that a head names: by its whole name, or as the only one whose name stands in it. */
function criterionOf(name, criteria) {
  const head = squeezed(outside(name));
  const same = criteria.find((one) => squeezed(one.name) === head);
  const near = criteria.filter((one) => head.includes(squeezed(one.name)));
  return same?.id ?? (near.length === 1 ? near[0].id : null);
}

const isScore = ({ kind, says, numeric }) => numeric && kind !== "text" && !RESULTS.has(says);

/** @param {Tables.Table} table @param {Tables.Column[]} columns */
function rolesOf(table, columns, criteria) {
  const found = saying(table, columns, []);
  const name = nameColumn(found) ?? found.find(({ says }) => says === null || says === "item")?.column ??
    found[0]?.column;
  const scores = columns.filter((one) => isScore(one) && one !== name).map((
    { at, name: head },
  ) => [at, criterionOf(head, criteria)]).filter(([, id]) => id !== null);
  const once = scores.filter(([, id], index) => scores.findIndex(([, other]) => other === id) === index);
  return { ...name ? { [name.at]: "name" } : {}, ...Object.fromEntries(once) };
}

const CRITERIA = /(?:기준|항목|지표|구분)$/;
const ENDS = new Set(["score", "top", "weight"]);

/** `위원별 평균`, `심사위원 최고점`: what a result is called, with whose it is before it. @param {string} text */
function resultWord(text) {
  const words = outside(text).trim().split(/\s+/);
  return words.length > 1 ? meaningsOf(words.at(-1)).find(({ says }) => ENDS.has(says))?.says : undefined;
}

/** Whether agendas stand in the heads: full marks or weights are a column then, and differ by criterion. */
function isSideways({ grid, body }, columns) {
  const marks = columns.find(({ says, numeric }) => numeric && (says === "top" || says === "weight"));
  const texts = marks
    ? body.filter((row) => tell(grid, row).role === "line").map((row) => said(grid, row, marks.at)).filter(
      Boolean,
    )
    : [];
  return new Set(texts).size > 1 || (texts.length > 1 && body.some((row) => tell(grid, row).role === "rank"));
}

// Columns that are no agendas where these stand in the heads.
const ASIDE = new Set(["text", "sum", "top", "weight"]);

/**
 * The columns of agendas that stand in the heads while criteria, full marks and ranks are rows; none where
 * they do not.
 */
function acrossOf({ grid, body, parts }, columns) {
  const first = columns.find(({ kind }) => kind === "text");
  const found = columns.filter((one) =>
    one !== first && one.numeric && !ASIDE.has(one.says) && !RESULTS.has(one.says) &&
    sumWord(one.name) === null
  );
  if (!first || found.length < 2) return [];
  const results = body.map((row) => tell(grid, row).role).filter((role) =>
    ["rank", "score", "sum"].includes(role)
  );
  const isCalledSo = found.every(({ at }) =>
    parts[at].length > 1 && taken(parts[at][0]).all.some(({ says }) => says === "name")
  );
  return results.includes("rank") || (isCalledSo && results.length > 0) ||
      (isCalledSo && CRITERIA.test(squeezed(first.name)))
    ? found
    : [];
}

/** A table with its agendas as rows, from one with these as columns. */
function rowsOfAgendas({ grid, body, parts, titles }, columns, agendas) {
  const first = columns.find(({ kind }) => kind === "text");
  const lines = [
    ["의제", ...body.map((row) => grid.cells[row][first.at].text)],
    ...agendas.map(({ at }) => [parts[at].at(-1), ...body.map((row) => said(grid, row, at))]),
  ];
  return layOut(lines.map((texts) => texts.map((text) => ({ text }))), { before: titles, name: grid.name });
}

/**
 * @param {import("./find.js").Table} table
 * @returns {import("./pieces.js").Pieces<import("./find.js").Table>} one agenda a row
 */
function* upright(table) {
  const across = table.heads.length === 0 ? [] : acrossOf(table, columnsOf(table));
  const laid = across.length === 0 ? [] : yield* tablesIn(rowsOfAgendas(table, columnsOf(table), across));
  if (laid.length === 1) return laid[0];
  if (table.heads.length === 0 || !isSideways(table, columnsOf(table))) return table;
  const { grid, heads, body, titles } = table;
  /** @param {number} row */
  const given = (row) =>
    grid.cells[row].filter((cell, column) => cell.row === row && cell.column === column).map((
      { text, long = text, down, across },
    ) => ({ text: long, down, across }));
  const other = yield* tablesIn(
    turned(layOut([...heads, ...body].map(given), { before: titles, name: grid.name })),
  );
  return other.length === 1 ? other[0] : table;
}

const texts = new WeakMap(); // by grid: all that its cells say

/** Whether a cell of a grid says just this. @param {Tables.Grid} grid @param {string} text */
function says(grid, text) {
  if (!texts.has(grid)) {
    texts.set(
      grid,
      new Set(grid.cells.flatMap((row) => row.map((cell) => squeezed(cell.text)))),
    );
  }
  return texts.get(grid).has(squeezed(text));
}

/**
 * Whether a text is a sum of a group: `분야 계`, `복지 계` where 복지 is one.
 * @param {Tables.Grid} grid
 * @param {string} text
 */
function isGroupSum(grid, text) {
  const group = text.trim().replace(/\s*\S+$/, "");
  if (sumWord(text) !== "perhaps") return false;
  return meaningsOf(group).some((one) => one.says === "name") || says(grid, group);
}

/**
 * What a row is: by the words in its first cells; behind an agenda's name they tell whose scores these are.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function tell(grid, row, name) {
  const cells = ownCells(grid, row);
  const isNamed = name !== undefined && said(grid, row, name) !== "";
  const labels = cells.filter(({ text, column }) => /[가-힣a-z]/i.test(text) && !(isNamed && column > name))
    .map(({ text }) => text).slice(0, 2);
  const word = labels.flatMap(meaningsOf).find(({ says }) => NO_AGENDA.has(says))?.says ??
    labels.map((text) => taken(text)).find(({ unknown, last }) =>
      unknown === 0 && last && NO_AGENDA.has(last.says)
    )?.last.says ??
    labels.map(resultWord).find(Boolean);
  if (cells.length === 0) return { role: "blank", why: "" };
  if (cells.length === 1 && isNote(cells, grid.width)) return { role: "note", why: "" };
  if (word) return { role: word, why: "" };
  if (labels.some((text) => sumWord(text) === "sure" || isGroupSum(grid, text))) {
    return { role: "sum", why: "" };
  }
  if (name !== undefined && said(grid, row, name) === "" && grid.cells[row][name].text.trim() === "") {
    return { role: "title", why: "의제 이름이 없어 빼 두어요." };
  }
  return cells.length === 1 && cells[0].across > 1 ? { role: "note", why: "" } : { role: "line", why: "" };
}

const byRole = (roles, wanted) => Number(Object.keys(roles).find((at) => roles[at] === wanted) ?? NaN);

/** The texts of one row by criterion. */
function textsOf(grid, row, roles) {
  return Object.fromEntries(
    Object.entries(roles).filter(([, id]) => id !== "name").map((
      [at, id],
    ) => [id, inLine(said(grid, row, Number(at)))]).filter(([, text]) =>
      text !== "" && !/^[-–—−]$/.test(text)
    ),
  );
}

const OF_ALL = /^(?:전체|종합|최종|총)?(?:평균|합계|총계|총점|계|종합|점수|종합점수)(?:점수?)?$/;
const SAME = "윗줄과 같은 의제라 하나로 보아요.";
const APART = "평가자마다 점수가 따로 적혀 있어 점수는 비워 두어요.";

/**
 * Rows that go on with the agenda above them (merged, blank or said again below each other) are no agendas of
 * their own.
 * @param {Tables.Grid} grid
 */
function groupsOf(grid, told, name) {
  const groups = [];
  for (const one of told) {
    const own = squeezed(grid.cells[one.row][name].text);
    const last = groups.at(-1);
    const goesOn = last !== undefined && last.rows.at(-1) === one.row - 1 &&
      (one.role === "title" || (one.role === "line" && own === last.name && own !== ""));
    if (goesOn) last.rows.push(one.row);
    if (goesOn && one.role === "line") Object.assign(one, { role: "title", why: SAME });
    if (one.role === "line") groups.push({ name: own, rows: [one.row] });
  }
  return new Map(groups.map(({ rows }) => [rows[0], rows]));
}

/**
 * The row whose scores are an agenda's: its only one, or that of all who judged it; null where each judged by
 * himself.
 * @param {Tables.Grid} grid
 */
const scoreRow = (
  grid,
  rows,
) => (rows.length === 1
  ? rows[0]
  : [...rows].reverse().find((row) => ownCells(grid, row).some(({ text }) => OF_ALL.test(squeezed(text)))) ??
    null);

/** An agenda with its scores. @param {Tables.Grid} grid */
function lineOf(grid, roles, name, [row, ...more]) {
  const from = scoreRow(grid, [row, ...more]);
  return {
    row,
    name: Number.isNaN(name) ? "" : unnoted(inLine(grid.cells[row][name].text).slice(0, MOST_NAME)),
    scores: from === null ? {} : textsOf(grid, from, roles),
    told: from === null && Object.keys(textsOf(grid, row, roles)).length > 0 ? [APART] : [],
  };
}

/**
 * @param {import("./find.js").Table} given @param {{id: string, name: string}[]} criteria the sheet's
 * @param {import("./money-table.js").Chosen} [chosen] @returns {import("./pieces.js").Pieces<Scores>}
 */
export function* readScores(given, criteria, chosen = {}) {
  const table = yield* upright(given);
  const { grid } = table;
  const columns = columnsOf(table);
  const roles = { ...rolesOf(table, columns, criteria), ...chosen.roles };
  for (const [at, role] of Object.entries(roles)) if (role === "") delete roles[at];
  const name = byRole(roles, "name");
  const told = yield* pieces.each(
    table.body,
    (row) => ({ row, ...tell(grid, row, Number.isNaN(name) ? undefined : name), sure: true }),
  );
  const groups = Number.isNaN(name) ? new Map() : groupsOf(grid, told, name);
  const rows = told.map((one) => ({ ...one, take: chosen.take?.[one.row] ?? one.role === "line" }));
  const lines = rows.filter(({ take }) => take).map(({ row }) =>
    lineOf(grid, roles, name, groups.get(row) ?? [row])
  );
  const first = (role) => rows.find((one) => one.role === role);
  const texts = (role) => (first(role) ? textsOf(grid, first(role).row, roles) : {});
  const values = valuesOf(table, columns, unitOfTable(table));
  return {
    table,
    columns,
    roles,
    rows,
    lines,
    weights: texts("weight"),
    top: texts("top"),
    leftOut: columns.filter(({ at, numeric, says, filled }) =>
      numeric && !(at in roles) && says !== "serial" && filled > 0
    )
      .map(({ at, name: head }) => ({
        at,
        name: head,
        isMoney: false,
        parts: values.sum(lines.map(({ row }) => row), at),
      })),
  };
}
