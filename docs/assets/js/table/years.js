/**
 * Columns of several years, and of what was added: which year is the plan's, and what the difference itself
 * proves.
 */

import { outside, plain } from "./text.js";

/** @typedef {import("./columns.js").Column} Column @typedef {import("./stages.js").Ground} Ground */

const A_YEAR = /(?<!\d)(?:(20\d\d)|['’‘](\d\d))(?!\d)(?!\s*[.년\-/]\s*\d{1,2}\s*[.월\-/])/g; // no date
const STANDING = new Set(["before", "now", "after"]);
const OTHERS = new Set(["spent", "left", "later"]);
const BEFORE = { stage: "before", order: 20 };
const AFTER = { stage: "after", order: 60 };

/** @param {string} text */
const yearsOf = (text) =>
  [...plain(text).matchAll(A_YEAR)].map(([, full, short]) => Number(full ?? `20${short}`));

/**
 * The year that the titles call the plan's, of those that have a column: the nearest title that names one; of
 * a span the first.
 */
function yearOfTitles(titles, years) {
  const named = [...titles].reverse().flatMap((title) =>
    [outside(title), title].map(yearsOf).find((found) => found.some((year) => years.includes(year))) ?? []
  );
  return named.find((year) => years.includes(year)) ?? null;
}

/**
 * Columns of several years: only the plan's year stands, which the titles name; else the last one, and of
 * more than two that is asked.
 * @param {Column[]} money
 * @param {boolean} [isStrong] a year tells more than a stage does (`'20년 최종 | '21년 요구`)
 * @returns {{money: Column[], asked: boolean}}
 * @param {Tables.Ground} ground
 */
export function withYears(money, ground, isStrong = false) {
  const dated = money.filter(({ stage, year }) =>
    year !== null && (stage === null || (isStrong && STANDING.has(stage)))
  );
  const years = [...new Set(dated.map(({ year }) => year))].sort();
  if (years.length < 2) return { money, asked: false };
  const titled = yearOfTitles(ground.titles ?? [], years);
  const own = titled ?? years.at(-1);
  const stageOf = ({ year }) => (year === own ? {} : { stage: year < own ? "past" : "later", order: null });
  return {
    asked: titled === null && years.length > 2,
    money: money.map((one) => (dated.includes(one) ? { ...one, ...stageOf(one) } : one)),
  };
}

/** @param {Tables.Ground} ground */
const isBelow = (ground, one) => ground.rows.some((row) => ground.values.value(row, one.at) < 0n);

/** Whether a third column is the first and the difference in every row. @param {Tables.Ground} ground */
function adds(ground, first, step, result) {
  /** @param {number} row */
  const value = (row, one) => ground.values.value(row, one.at);
  return ground.rows.some((row) => value(row, step) !== 0n) &&
    ground.rows.some((row) => value(row, result) !== 0n) &&
    ground.rows.every((row) => value(row, first) + value(row, step) === value(row, result));
}

/**
 * What stood before a difference and stands after it, whatever the heads call them.
 * @returns {Column[] | null} before and after
 * @param {Tables.Column[]} columns
 * @param {Tables.Ground} ground
 */
function around(columns, ground, step) {
  const others = columns.filter((one) =>
    one !== step && one.stage !== "change" && !OTHERS.has(one.stage) &&
    (one.fund === step.fund || step.fund === null)
  );
  for (const first of others) {
    const result = others.find((one) =>
      one !== first && one.fund === first.fund && adds(ground, first, step, one)
    );
    if (result) return [first, result];
  }
  return null;
}

/**
 * `요구액 10 | 사정액 8 | 증감 △2`: arithmetic tells what stood before and what stands, for heads of any words.
 * @param {Column[]} columns all of the table
 * @param {Column[]} money those of money by their words
 * @param {Ground} ground
 * @returns {Column[]} money with the stages that are so proven
 */
export function withDifferences(columns, money, ground) {
  if (ground.rows.length === 0) return money;
  const open = columns.filter(({ kind, says }) => kind === "number" && (says === null || says === "text"));
  const steps = [
    ...money.filter(({ stage }) => stage === "change"),
    ...open.filter((one) => isBelow(ground, one)),
  ];
  const found = steps.map((step) => ({ step, pair: around([...money, ...open], ground, step) })).filter((
    { pair },
  ) => pair !== null);
  if (
    found.length === 0 ||
    !money.filter(({ stage }) => stage === "change").every((one) => found.some(({ step }) => step === one))
  ) return money;
  const stages = new Map(
    found.flatMap((
      { step, pair: [before, after] },
    ) => [[before.at, BEFORE], [after.at, AFTER], [step.at, { stage: "change", order: null }]]),
  );
  return columns.filter((one) => money.includes(one) || stages.has(one.at))
    .map((one) => money.find(({ at }) => at === one.at) ?? { ...one, kind: "money" })
    // What a word says stands with its like.
    .map((one) => (stages.get(one.at)?.stage === one.stage ? one : { ...one, ...stages.get(one.at) }));
}
