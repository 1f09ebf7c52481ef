/**
 * A list of members, counted by side and sex. Names are looked at to tell a member from an empty row, and
 * never kept.
 */

import { columnsOf, meaning } from "./columns.js";
import { ownCells, said } from "./grid.js";
import { meaningsOf, taken } from "./headings.js";
import { saying } from "./naming.js";
import * as pieces from "./pieces.js";
import { sumWord } from "./rows.js";
import { inside, outside, plain } from "./text.js";

/**
 * @typedef {"private" | "elected" | "public" | "other"} Side `other`: not told
 * @typedef {"women" | "men" | "unsure"} Sex
 * @typedef {{row: number, role: string, why: string, take: boolean, side: Side, sex: Sex, seat: string |
 *   null, told: string[]}} Person a row without its name
 * @typedef {{table: import("./find.js").Table, columns: import("./columns.js").Column[], roles:
 *   Record<number, string>, rows: Person[], counts: Record<Side, Record<Sex, number>>, appointed: Record<Sex,
 *   number> | null, isMarked: boolean}} People `appointed` null: the list does not tell; `isMarked`: by
 *   columns for each sex or side
 */

export const SEXES = ["women", "men", "unsure"];
const MOST_UNKNOWN = 2; // signs of a title besides its side: 명단, 현황
const A_COUNT = /^\d{1,4}명?$/;
const NOBODY = /^[\s\-–—−.·/]*$/;

/** @param {string} text */
export const wordsIn = (text, says) => {
  const found = [
    ...meaningsOf(text),
    ...meaningsOf(outside(text)),
    ...taken(text).all,
    ...inside(text).flatMap(meaningsOf),
    ...taken(text).inner,
  ].filter((one) => one.says === says);
  return found[0] ?? null;
};

/** @param {Tables.Table} table @param {Tables.Column[]} columns */
function rolesOf(table, columns) {
  const found = saying(table, columns, ["side", "sex"]);
  /** @type {Record<number, string>} */
  const roles = {};
  // 위촉직 tells no side.
  const tells = ({ column, says }) => says !== "side" || meaning(table, column.at, ["member"]) >= 0.5;
  const set = (says, role) => {
    const fitting = found.filter((one) => one.says === says && !(one.column.at in roles));
    const column = (fitting.find(tells) ?? fitting[0])?.column;
    if (column) roles[column.at] = role;
  };
  for (const says of ["person", "side", "sex", "position"]) set(says, says);
  return roles;
}

const at = (roles, role) => {
  const found = Object.keys(roles).find((column) => roles[column] === role);
  return found === undefined ? null : Number(found);
};

/** The one side that a title names (`2. 행정위원`); null for none or several. */
function sideNamed(title) {
  const { all, unknown } = taken(title);
  const sides = new Set(all.filter(({ says }) => says === "member").map(({ means }) => means));
  return sides.size === 1 && unknown <= MOST_UNKNOWN ? [...sides][0] : null;
}

/**
 * What a row's cell says, or where a list copied without its merged cells has a blank, what stands above it.
 */
function carried({ grid, body }, row, column) {
  const isMerged = grid.cells.some((cells) => cells.some(({ down }) => down > 1));
  let above = row;
  while (!isMerged && above > body[0] && grid.cells[above][column].text.trim() === "") above -= 1;
  return grid.cells[above][column].text;
}

/**
 * The side of a place and post: by its last word, which is the post (`시민협력과장`), else by any.
 * @param {string} text
 */
function postSide(text) {
  const { last } = taken(text);
  return last?.says === "member" ? last.means : wordsIn(text, "member")?.means ?? null;
}

/** The side that a row names; else what its place and post let guess, which is told. */
function sideOf(table, row, roles, titled, told, marks) {
  const { grid } = table;
  const marked = markedAs(grid, row, marks);
  if (marked !== null) return marked;
  const own = at(roles, "side");
  const text = own === null ? "" : carried(table, row, own);
  if (text !== "" && grid.cells[row][own].text.trim() === "") {
    told.push("구분이 비어 있어 윗줄과 같다고 보았어요.");
  }
  const side = wordsIn(text, "member")?.means;
  if (side) return side;
  if (titled !== null) return titled;
  const post = at(roles, "position");
  const guessed = post === null ? null : postSide(grid.cells[row][post].text);
  if (guessed === null && seatOf(grid, row, roles) === "ex-officio") {
    told.push("당연직이라 행정으로 보았어요.");
    return "public";
  }
  if (guessed !== null) told.push("구분이 없어 소속과 직위를 보고 나눴어요.");
  else told.push("민간인지 행정인지 알 수 없어요.");
  return guessed ?? "other";
}

const MARK = /^[○◯●◎OoVv✓√1]$/u;

/**
 * Columns that are marked for one sex (`남 ○ | 여`), or one side (`민간 ○ | 행정 | 구의회`).
 * @param {"sex-value" | "member"} says
 */
function marksOf(table, columns, says) {
  const found = columns.map(({ at: column, name }) => [column, wordsIn(name, says)?.means]).filter((
    [, means],
  ) => means);
  const isMarked = ([column]) => table.body.some((row) => MARK.test(plain(said(table.grid, row, column))));
  const isOpen = ([column]) =>
    table.body.every((row) =>
      NOBODY.test(said(table.grid, row, column)) || MARK.test(plain(said(table.grid, row, column)))
    );
  const all = says === "member" ? found.filter((one) => isMarked(one) || isOpen(one)) : found;
  return all.length > 1 && (says === "member" ? all.some(isMarked) : all.every(isMarked)) ? all : [];
}

/**
 * What a row's one mark says; null where it has none, or several.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function markedAs(grid, row, marks) {
  const found = marks.filter(([column]) => MARK.test(plain(said(grid, row, column)))).map(([, means]) =>
    means
  );
  return found.length === 1 ? found[0] : null;
}

/**
 * The sex that a row tells: in its column, by a mark, or in brackets behind the name.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function sexOf(grid, row, roles, marks) {
  const own = at(roles, "sex");
  const marked = markedAs(grid, row, marks);
  if (marked !== null) return marked;
  if (own !== null) {
    return wordsIn(grid.cells[row][own].text.replace(/[.,·]+\s*$/, ""), "sex-value")?.means ?? "unsure";
  }
  const name = at(roles, "person");
  const beside = name === null ? [] : inside(grid.cells[row][name].text).flatMap(meaningsOf);
  return beside.find(({ says }) => says === "sex-value")?.means ?? "unsure";
}

/** @param {Tables.Grid} grid @param {number} row */
const seatOf = (grid, row, roles) =>
  ["side", "position"].map((role) => at(roles, role)).filter((column) => column !== null)
    .map((column) => wordsIn(grid.cells[row][column].text, "seat")?.means).find(Boolean) ?? null;

const AWAITED =
  /(?:예정|공석|결원|궐위|미정|미선정|미위촉|TBD|\?|(?:추천|모집|선정|위촉|선임|인선|섭외|공모|검토|진행)\s*중)\)?$|^\(?추후/i;

/** @param {string} text */
const isVacant = (text) =>
  NOBODY.test(text) || AWAITED.test(plain(text).trim()) ||
  [...meaningsOf(plain(text)), ...taken(text).inner].some(({ says }) => says === "vacant");

/** By what a row is a member's: by its name; where no row has one, by its place. */
function tellingColumn(table, roles) {
  const [name, post] = ["person", "position"].map((role) => at(roles, role));
  const named = name !== null && table.body.some((row) => !isVacant(said(table.grid, row, name)));
  return named || post === null ? name : post;
}

function tell(table, row, column) {
  const { grid } = table;
  const cells = ownCells(grid, row);
  const own = column === null ? "" : said(grid, row, column);
  if (cells.length === 0) return { role: "blank", why: "" };
  const others = cells.filter(({ text }) => sumWord(text) !== "sure");
  if (
    others.length < cells.length &&
    (cells.length <= 3 || others.every(({ text }) => A_COUNT.test(text.trim())))
  ) return { role: "sum", why: "" };
  if (cells.length === 1 && cells[0].column !== column) return { role: "note", why: "" };
  return isVacant(own)
    ? { role: "title", why: "이름이 없는 줄이라 세지 않아요." }
    : { role: "line", why: "" };
}

/** @returns {Record<Sex, number>} */
export const zero = () => ({ women: 0, men: 0, unsure: 0 });

/** Nobody of any side. @returns {Record<Side, Record<Sex, number>>} */
export const none = () => ({ private: zero(), elected: zero(), public: zero(), other: zero() });

function countOf(people) {
  const counts = none();
  for (const { side, sex } of people) counts[side][sex] += 1;
  return counts;
}

/** The appointed among them, where the list tells who sits by office. */
function appointedOf(people) {
  if (!people.some(({ seat }) => seat !== null)) return null;
  const counts = zero();
  for (const { seat, sex } of people) if (seat !== "ex-officio") counts[sex] += 1;
  return counts;
}

/**
 * @param {import("./find.js").Table} table
 * @param {import("./money-table.js").Chosen} [chosen]
 * @returns {import("./pieces.js").Pieces<People>}
 */
export function* readPeople(table, chosen = {}) {
  const columns = columnsOf(table);
  const roles = { ...rolesOf(table, columns), ...chosen.roles };
  for (const [column, role] of Object.entries(roles)) if (role === "") delete roles[column];
  const column = tellingColumn(table, roles);
  const [marks, sides] = /** @type {const} */ (["sex-value", "member"]).map((says) =>
    marksOf(table, columns, says)
  );
  let titled = sideNamed(table.titles.at(-1) ?? "");
  const rows = yield* pieces.each(table.body, (row) => {
    const told = [];
    const { role, why } = tell(table, row, column);
    if (role === "note") titled = sideNamed(ownCells(table.grid, row)[0].text) ?? titled;
    const take = chosen.take?.[row] ?? role === "line";
    const [side, sex] = [
      sideOf(table, row, roles, titled, told, sides),
      sexOf(table.grid, row, roles, marks),
    ];
    if (sex === "unsure" && (marks.length > 0 || at(roles, "sex") !== null)) {
      told.push("성별을 알 수 없어요.");
    }
    return { row, role, why, take, told: take ? told : [], side, sex, seat: seatOf(table.grid, row, roles) };
  });
  const members = rows.filter(({ take }) => take);
  return {
    table,
    columns,
    roles,
    rows,
    isMarked: marks.length + sides.length > 0,
    counts: countOf(members),
    appointed: appointedOf(members),
  };
}
