/**
 * Whose money a row's amounts are where no column tells: by a column whose cells name funds, or by a fund in
 * brackets behind what it is for. What a row does not tell clearly is asked about.
 */

import { meaningsOf, taken } from "./headings.js";
import { sharesIn } from "./mixed.js";
import { inLine, inside, outside } from "./text.js";

/**
 * @typedef {{at: string | undefined, isNamed: boolean, isHeaded: boolean, plain: Set<string>}} Funds `at`:
 *   the column that tells, `isNamed`: by nothing else, `isHeaded`: its head says so; `plain`: the funds that
 *   rows name by words that mean nothing else beside them
 * @typedef {{fund: string | null, split: import("./mixed.js").Share[] | null, unclear: string | null}} Told
 *   `split`: amounts by fund that stand there; `unclear`: a text that names no fund, or several without
 *   amounts
 */

export const ANY = "any"; // a column's role: its money is whose each row says
const BESIDE = ["item", "project", "kind"]; // what may have its fund in brackets
const PLAIN = 50; // how clearly a word names a fund that says nothing of it
const WHOLE = 100;
const PERCENT = /(\d+(?:\.\d+)?)\s*%/g;
const NUMBERS = /[\d.,%=]+|(?:십|백|천)?(?:만|억)?원(?![가-힣])/g;
// `민간`, `자치구` beside a row may say who does it; these say whose money it is.
const OF_MONEY = /[비금費]|부담|재원|예산|보조|교부|국고/;

/** @param {string} text */
const means = (text) => meaningsOf(text).find(({ says }) => says === "fund") ?? null;
/** @param {string} text */
const inBrackets = (text) => inside(text).map(means).find((fund) => fund !== null) ?? null;

/** The funds that words name, the clearest of them (`구비 보조금`). @param {string} text */
function clearest(text) {
  const { known, unknown } = taken(text.replace(NUMBERS, " "));
  const funds = known.filter(({ says }) => says === "fund");
  const most = Math.max(...funds.map(({ order = PLAIN }) => order));
  return {
    funds: funds.filter(({ order = PLAIN }) => order === most),
    isPlain: unknown === 0 && funds.length === known.length,
  };
}

/**
 * The one fund whose all the money is, as a text says; null for several, a part of it, or none.
 * @param {string} text @param {boolean} isHeaded whether its column is one of funds: other words may stand by
 */
function fundIn(text, isHeaded) {
  if ([...text.matchAll(PERCENT)].some(([, share]) => Number(share) !== WHOLE)) return null;
  const bare = outside(text);
  const whole = means(bare);
  const { funds, isPlain } = whole ? { funds: [whole], isPlain: true } : clearest(bare);
  const within = inside(text).flatMap((one) => clearest(one).funds);
  const all = new Set([...funds, ...within].map((fund) => fund.means));
  if (all.size !== 1) return null;
  if (funds.length === 0) return inBrackets(text);
  return isHeaded || isPlain ? funds[0] : null;
}

/** Whether a text that names a fund can only mean its money. @param {string} text */
export const isOfMoney = (text) => OF_MONEY.test(text);

/** Whether a cell of any column says whose money its row is. @param {string} text */
const isOfFund = (text) =>
  isOfMoney(text) && clearest(outside(text)).funds.length > 0 && clearest(outside(text)).isPlain;

/**
 * The column, whatever its head, in which most rows name funds, with amounts or without; undefined where none
 * does.
 * @param {import("./find.js").Table} table @param {import("./columns.js").Column[]} columns
 * @param {number[]} rows the lines
 */
export function fundColumn({ grid }, columns, rows) {
  const counted = columns.filter(({ kind }) => kind !== "money").map(({ at }) => ({
    at,
    count: rows.filter((row) => isOfFund(inLine(grid.cells[row][at].text))).length,
  })).filter(({ count }) => count > 0);
  return counted.sort((one, other) => other.count - one.count || one.at - other.at)[0]?.at;
}

/** @param {import("./money-table.js").Reading} reading @returns {Funds} */
export function fundsOf({ columns, roles, rows, table: { grid, body } }) {
  const at = Object.keys(roles).find((one) => roles[one] === "funds");
  if (at !== undefined) {
    const isHeaded = columns[at].says === "funds";
    const found = [...new Set(body.map((row) => inLine(grid.cells[row][at].text)))].map((text) =>
      fundIn(text, isHeaded)
    ).filter((fund) => fund !== null && !fund.beside);
    return { at, isNamed: true, isHeaded, plain: new Set(found.map((fund) => fund.means)) };
  }
  const lines = rows.filter(({ take }) => take);
  const all = (column) =>
    lines.length > 0 && lines.every(({ row }) => inBrackets(grid.cells[row][column].text) !== null);
  return {
    at: Object.keys(roles).find((one) => BESIDE.includes(roles[one]) && all(one)),
    isNamed: false,
    isHeaded: false,
    plain: new Set(),
  };
}

/** @param {import("./find.js").Table} table @param {Funds} funds @returns {Told} @param {number} row */
export function rowFund({ grid }, { at, isNamed, isHeaded, plain }, row) {
  if (at === undefined) return { fund: null, split: null, unclear: null };
  const text = inLine(grid.cells[row][at].text);
  const fund = isNamed ? fundIn(text, isHeaded) : inBrackets(text);
  return {
    fund: fund?.beside && plain.has(fund.means) ? fund.beside : fund?.means ?? null,
    split: isNamed ? sharesIn(text)?.split ?? null : null,
    unclear: isNamed && text !== "" && fund === null && (isHeaded || clearest(text).funds.length > 0)
      ? text
      : null,
  };
}
