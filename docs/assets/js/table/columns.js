/**
 * What each column of a table holds: told by the last known word of its head, held against what stands below
 * it.
 */

import { amountOf } from "./amount.js";
import { meaningsOf, taken } from "./headings.js";
import { each } from "./pieces.js";
import { PARTS } from "./plain-amount.js";
import { inside, squeezed } from "./text.js";
import { inHead } from "./units.js";

/**
 * @typedef {{at: number, name: string, kind: string, says: string | null, heading: string | null, unit:
 *   import("./units.js").Unit | null, year: number | null, fund: string | null, beside: string | null, stage:
 *   string | null, order: number | null, nature: string | null, cost: string | null, level: number, whole:
 *   boolean, sum: boolean, numeric: boolean, filled: number, words: import("./headings.js").Heading[]}}
 *   Column `kind`: money, number (numbers that are no money), text, blank; `says`: what its last word says
 *   (data/headings.yaml); `whole`, `sum`: money of all funds, by its word or as a sum of other columns
 */

const MONEY = new Set(["fund", "whole", "stage", "nature", "cost", "sum"]);
const MOST_SHARE = 1_000n * PARTS;
const NUMBERS = new Set(["count", "price", "share", "serial", "rank", "score", "weight", "top"]);

/**
 * How many cells below a head hold what; `beyond`: more than a share may be, or with one beside it.
 * @param {import("./find.js").Table} table
 * @param {number} at
 */
function counted({ grid, body }, at) {
  const counts = { amount: 0, share: 0, count: 0, open: 0, text: 0, dash: 0, blank: 0, beyond: 0 };
  for (const row of body) {
    const cell = grid.cells[row][at];
    if (cell.column !== at || cell.row !== row) continue;
    const { kind, own, parts, text } = amountOf(cell.text);
    counts[kind === "blank" && text !== "" ? "dash" : kind] += 1;
    if (kind === "amount" && (own || parts > MOST_SHARE || cell.text.includes("%"))) counts.beyond += 1;
  }
  return counts;
}

/** The words of a head from top to bottom; those in brackets say more of it (`시비(경상보조)`). */
function wordsOf(parts) {
  const all = parts.map(taken);
  const leaf = all.at(-1) ?? null;
  const known = all.flatMap((one) => [...one.inner, ...one.all]);
  // A lower head that is not known (`A`, `2021년`) leaves it to the head above it to say what it is.
  const last = [...all].reverse().find((one) => one.known.length > 0)?.last ?? null;
  const bracket = leaf?.inner.at(-1) ?? null;
  return {
    all,
    known,
    last: bracket && NUMBERS.has(bracket.says) ? bracket : last,
    doubtful: last === null && known.length > 0,
  };
}

/** `시비(비율)`, `시비/비율` above amounts that are too large for shares: what else the head says tells. */
function withoutShares(words, counts) {
  if (words.last?.says !== "share" || counts.beyond * 2 <= counts.amount) return words;
  const known = words.known.filter(({ says }) => says !== "share");
  const last = known.at(-1) ?? null;
  return last === null || !MONEY.has(last.says) ? words : { ...words, known, last };
}

/** What a column with numbers is. */
function numericKind({ known, last, doubtful }, counts, hasYear) {
  // Shares may stand below each amount: then the head tells.
  if (counts.share > counts.amount && (counts.amount === 0 || last === null || !MONEY.has(last.says))) {
    return "number";
  }
  const says = (...wanted) => known.some((one) => wanted.includes(one.says));
  if (last && NUMBERS.has(last.says)) return "number";
  if (
    last?.says === "sum" && says("count", "score", "member", "sex-value") && !says("fund", "whole", "stage")
  ) return "number";
  if (counts.count > counts.amount) return "number";
  if (last && MONEY.has(last.says)) return "money";
  return (doubtful && says("fund", "whole", "stage")) || (hasYear && known.length === 0) ? "money" : "number";
}

function kindOf(words, counts, hasYear) {
  const numbers = counts.amount + counts.share + counts.count;
  const { last } = words;
  const calledMoney = last !== null && MONEY.has(last.says) && !["sum"].includes(last.says);
  if (numbers > 0 && numbers >= counts.text) return numericKind(words, counts, hasYear);
  if (counts.text + counts.open === 0) {
    return counts.dash + counts.blank > 0 && calledMoney ? "money" : "blank";
  }
  // Under a head that says money nearly all should be money; words there are asked about, not passed over.
  return calledMoney && numbers + counts.dash > 0 && numbers * 3 >= counts.text ? "money" : "text";
}

const found = (words, says) => words.filter((one) => one.says === says).at(-1) ?? null;

/** The stage that a head names: of several (`당초 변경 전`) the last one. */
function stageOf(words) {
  const stage = found(words, "stage");
  return stage ? { stage: stage.means, order: stage.order ?? null } : { stage: null, order: null };
}

const PLAIN = 50; // how clearly a word names a fund that says nothing of it

/** The fund that a head names: of several (`구비 보조금`) the clearest, then the last one. */
function fundOf(words) {
  const funds = words.filter(({ says }) => says === "fund");
  const most = Math.max(...funds.map(({ order = PLAIN }) => order));
  const fund = funds.filter(({ order = PLAIN }) => order === most).at(-1);
  return { fund: fund?.means ?? null, beside: fund?.beside ?? null };
}

/** `시비+구비`, `총사업비(시비+구비)`: the money of several funds together. */
const isOfSeveral = (head, words) =>
  /[+＋]/.test(head) &&
  new Set(words.filter(({ says }) => says === "fund").map(({ means }) => means)).size > 1;

function unitOf(parts) {
  return [...parts].reverse().map(inHead).find((unit) => unit !== null) ?? null;
}

/** @param {import("./find.js").Table} table @returns {Column} @param {number} at */
function describe(table, at) {
  const parts = table.parts[at];
  const counts = counted(table, at);
  const words = withoutShares(wordsOf(parts), counts);
  const year = words.all.map((one) => one.year).filter((one) => one !== null).at(-1) ?? null;
  const kind = kindOf(words, counts, year !== null);
  const last = words.last;
  const several = isOfSeveral(parts.at(-1) ?? "", words.known);
  return {
    at,
    name: table.names[at],
    kind,
    says: last?.says ?? null,
    heading: last?.id ?? null,
    unit: unitOf(parts),
    year,
    ...several ? { fund: null, beside: null } : fundOf(words.known),
    ...stageOf(words.known),
    nature: found(words.known, "nature")?.means ?? null,
    cost: last?.says === "cost"
      ? last.means
      : found(words.known.filter((one) => one.says === "cost"), "cost")?.means ?? null,
    level: last?.says === "name" ? last.order ?? 0 : 0,
    whole: several || found(words.known, "whole") !== null,
    sum: several || words.known.some(({ says }) => says === "sum"),
    numeric: kind === "money" || kind === "number",
    filled: counts.amount + counts.share + counts.count + counts.text + counts.open,
    words: words.known,
  };
}

const meanings = new WeakMap(); // by table and column: one is asked about for several meanings

/**
 * What the texts of a column mean, each text once; sums are none of them.
 * @returns {Set<string>[]}
 * @param {Tables.Table} table
 * @param {number} at
 */
function meaningsIn(table, at) {
  const known = meanings.get(table) ?? meanings.set(table, []).get(table);
  return known[at] ??= [...new Set(table.body.map((row) => squeezed(table.grid.cells[row][at]?.text ?? "")))]
    .filter((text) => text !== "")
    .map((text) => new Set([text, ...inside(text)].flatMap(meaningsOf).map(({ says }) => says))).filter((
      says,
    ) => !says.has("sum"));
}

/**
 * The share of a column's texts that mean one of these: by it a column without a known head is told.
 * @param {Tables.Table} table
 * @param {number} at
 */
export function meaning(table, at, says) {
  const all = meaningsIn(table, at);
  return all.length === 0 ? 0 : all.filter((one) => says.some((word) => one.has(word))).length / all.length;
}

/**
 * `자부담` is the district's own share, but beside a column of that (구비) it is somebody else's.
 * @param {Column[]} columns
 */
function withFunds(columns) {
  const plain = new Set(
    columns.filter(({ beside, kind }) => beside === null && kind === "money").map(({ fund }) => fund),
  );
  return columns.map((
    one,
  ) => (one.beside !== null && plain.has(one.fund) ? { ...one, fund: one.beside } : one));
}

const known = new WeakMap(); // by table: each way to lay it out asks for its columns

/** All columns of a table. @param {import("./find.js").Table} table @returns {Column[]} */
export function columnsOf(table) {
  if (!known.has(table)) known.set(table, withFunds(table.names.map((_, at) => describe(table, at))));
  return known.get(table);
}

/**
 * The same, a column at a time: a long one takes a while.
 * @returns {import("./pieces.js").Pieces<void>}
 * @param {Tables.Table} table
 */
export function* columnsByTurns(table) {
  if (!known.has(table)) {
    known.set(
      table,
      withFunds(yield* each([...table.names.keys()], (at) => describe(table, at))),
    );
  }
}
