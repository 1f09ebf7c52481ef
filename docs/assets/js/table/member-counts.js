/**
 * A table that holds numbers of members already: sides in its rows or heads, sexes in its heads or rows.
 */

import { amountOf } from "./amount.js";
import { columnsOf } from "./columns.js";
import { ownCells, said } from "./grid.js";
import { none, SEXES, wordsIn, zero } from "./people.js";
import * as pieces from "./pieces.js";
import { sumWord } from "./rows.js";

const NUMBER = /^\d{1,4}(?=명?$|인$)/;
const UNSURE = /모름|미상|기타|무응답/;

/**
 * @typedef {{row: number, role: string, why: string, take: boolean, told: string[], seat: string | null}}
 *   CountRow
 * @typedef {{table: import("./find.js").Table, columns: import("./columns.js").Column[], roles:
 *   Record<number, string>, rows: CountRow[], counts: Record<import("./people.js").Side,
 *   Record<import("./people.js").Sex, number>>, appointed: Record<import("./people.js").Sex, number> | null}}
 *   Counts `roles`: women, men, unsure by column
 */

const numberIn = (table, row, at) =>
  NUMBER.exec(amountOf(said(table.grid, row, at)).text.replaceAll(",", ""))?.[0];

/**
 * Columns with numbers of people: by the sex in their heads; without any by what is no sum.
 * @param {Tables.Table} table
 * @param {Tables.Column[]} columns
 */
function rolesOf(table, columns) {
  const numbered = columns.filter(({ at, says }) =>
    !["serial", "share", "rank"].includes(says) &&
    table.body.some((row) => numberIn(table, row, at) !== undefined)
  );
  const sexes = new Map(
    numbered.map((
      { at, name },
    ) => [at, wordsIn(name, "sex-value")?.means ?? (UNSURE.test(name) ? "unsure" : null)]),
  );
  if ([...sexes.values()].some((sex) => sex === "women" || sex === "men")) {
    return Object.fromEntries([...sexes].filter(([, sex]) => sex !== null));
  }
  const plain = numbered.filter(({ name }) => sumWord(name) === null);
  return Object.fromEntries((plain.length ? plain : numbered).map(({ at }) => [at, "unsure"]));
}

/** The first word of this kind among a row's texts. */
const inRow = (texts, says) => texts.map((text) => wordsIn(text, says)?.means).find(Boolean) ?? null;

/** What covers a row from the left, also from above: its labels. */
function labelsOf({ grid }, row, roles) {
  return [
    ...new Set(
      grid.cells[row].filter((cell, at) =>
        !(at in roles) && cell.text.trim() !== "" && !NUMBER.test(cell.text.trim())
      ),
    ),
  ].map(({ text }) => text.trim());
}

/**
 * The people of one row, by side and sex.
 * @param {Tables.Table} table
 * @param {Tables.Column[]} columns
 * @param {number} row
 */
function peopleIn(table, columns, roles, row, labels) {
  const [side, sex] = [inRow(labels, "member"), inRow(labels, "sex-value")];
  return Object.entries(roles).flatMap(([column, role]) => {
    const number = numberIn(table, row, Number(column));
    const own = wordsIn(columns[column].name, "member")?.means ?? side ?? "other";
    return number === undefined
      ? []
      : [{ side: own, sex: role === "unsure" ? sex ?? "unsure" : role, number: Number(number) }];
  });
}

/** @param {Tables.Table} table @param {number} row */
function tell(table, row, labels, found) {
  if (ownCells(table.grid, row).length === 0) return { role: "blank", why: "" };
  if (labels.some((text) => sumWord(text) !== null)) return { role: "sum", why: "" };
  if (found.length === 0) return { role: "title", why: "" };
  return { role: "line", why: "" };
}

function added(people) {
  const counts = none();
  for (const { side, sex, number } of people) counts[side][sex] += number;
  return counts;
}

/** The appointed among them, where rows tell who sits by office. */
function appointedOf(rows) {
  if (!rows.some(({ seat }) => seat !== null)) return null;
  const found = zero();
  for (const { found: people } of rows.filter(({ seat }) => seat !== "ex-officio")) {
    for (const { sex, number } of people) {
      found[sex] += number;
    }
  }
  return found;
}

/**
 * @param {import("./find.js").Table} table
 * @param {import("./money-table.js").Chosen} [chosen]
 * @returns {import("./pieces.js").Pieces<Counts>}
 */
export function* readCounts(table, chosen = {}) {
  const columns = columnsOf(table);
  const found = { ...rolesOf(table, columns), ...chosen.roles };
  const roles = Object.fromEntries(Object.entries(found).filter(([, role]) => SEXES.includes(role)));
  const rows = yield* pieces.each(table.body, (row) => {
    const labels = labelsOf(table, row, roles);
    const people = peopleIn(table, columns, roles, row, labels);
    const { role, why } = tell(table, row, labels, people);
    const take = chosen.take?.[row] ?? role === "line";
    const told = take && people.some(({ side }) => side === "other")
      ? ["민간인지 행정인지 알 수 없어요."]
      : [];
    return { row, role, why, take, told, seat: inRow(labels, "seat"), found: people };
  });
  const taken = rows.filter(({ take }) => take);
  return {
    table,
    columns,
    roles,
    rows: rows.map(({ found: _, ...row }) => row),
    counts: added(taken.flatMap((row) => row.found)),
    appointed: appointedOf(taken),
  };
}
