/**
 * Whose money a row's amounts are where no column tells: by a column of funds, or by a fund in brackets
 * behind what it is for.
 */

import { meaningsOf, taken } from "./headings.js";
import { inLine, inside } from "./text.js";

/**
 * @typedef {{at: string | undefined, isNamed: boolean, plain: Set<string>}} Funds `at`: the column that
 *   tells, `isNamed`: by nothing else; `plain`: the funds that rows name by words that mean nothing else
 *   beside them
 */

const BESIDE = ["item", "project", "kind"]; // what may have its fund in brackets
/** @param {string} text */
const means = (text) => meaningsOf(text).find(({ says }) => says === "fund") ?? null;
/** @param {string} text */
const inBrackets = (text) => inside(text).map(means).find((fund) => fund !== null) ?? null;

/** The fund that a text names: by itself, among other words, or in brackets. @param {string} text */
const fundIn = (text) =>
  means(text) ?? taken(text).known.find(({ says }) => says === "fund") ?? inBrackets(text);

/** @param {import("./money-table.js").Reading} reading @returns {Funds} */
export function fundsOf({ roles, rows, table: { grid, body } }) {
  const at = Object.keys(roles).find((one) => roles[one] === "funds");
  if (at !== undefined) {
    const found = [...new Set(body.map((row) => inLine(grid.cells[row][at].text)))].map(means).filter((
      fund,
    ) => fund !== null && !fund.beside);
    return { at, isNamed: true, plain: new Set(found.map((fund) => fund.means)) };
  }
  const lines = rows.filter(({ take }) => take);
  const all = (column) =>
    lines.length > 0 && lines.every(({ row }) => inBrackets(grid.cells[row][column].text) !== null);
  return {
    at: Object.keys(roles).find((one) => BESIDE.includes(roles[one]) && all(one)),
    isNamed: false,
    plain: new Set(),
  };
}

/**
 * @param {import("./find.js").Table} table @param {Funds} funds
 * @returns {{fund: string | null, unknown: string | null}} `unknown`: a text in the column of funds that
 *   names none
 * @param {number} row
 */
export function rowFund({ grid }, { at, isNamed, plain }, row) {
  if (at === undefined) return { fund: null, unknown: null };
  const text = inLine(grid.cells[row][at].text);
  const fund = isNamed ? fundIn(text) : inBrackets(text);
  return {
    fund: fund?.beside && plain.has(fund.means) ? fund.beside : fund?.means ?? null,
    unknown: isNamed && text !== "" && fund === null ? text : null,
  };
}
