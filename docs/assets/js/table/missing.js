/**
 * Money under heads that no word tells: a district's name (`한빛구` beside 시비), what is missing of a sum (`합계` =
 * `시비` + it in every row), quarters and months where nothing else is.
 */

import { outside } from "./text.js";

const CITY = "city"; // whose money it is where nothing tells
const PERIOD = /^(?:[1-4]\s*(?:\/4)?\s*분기|[상하]반기|\d{1,2}월)$/;
const DISTRICT = /^[가-힣]{1,4}구(?:청)?$/;

/** @typedef {import("./columns.js").Column} Column @typedef {import("./stages.js").Ground} Ground */

const isPeriod = ({ name }) => PERIOD.test(outside(name).trim());
const isDistrict = ({ name }) => DISTRICT.test(outside(name).trim());

/** Whether one column is the sum of some others in every row, and of more than nothing. */
function isSum({ rows, values }, whole, parts) {
  return rows.some((row) => values.value(row, whole.at) !== 0n) &&
    rows.every((row) =>
      values.value(row, whole.at) === parts.reduce((sum, { at }) => sum + values.value(row, at), 0n)
    );
}

/**
 * The column that completes a sum of the money of this time.
 * @returns {Column | null}
 * @param {Tables.Column[]} money
 * @param {Tables.Ground} ground
 */
function completing(open, money, ground) {
  for (const whole of money.filter(({ fund, sum, whole: isWhole }) => fund === null && (sum || isWhole))) {
    const parts = money.filter(({ fund, sum, stage }) => fund !== null && !sum && stage === whole.stage);
    const found = parts.length === 0 || isSum(ground, whole, parts)
      ? undefined
      : open.find((one) =>
        ground.rows.some((row) => ground.values.value(row, one.at) !== 0n) &&
        isSum(ground, whole, [...parts, one])
      );
    if (found) return { ...found, stage: whole.stage, order: whole.order };
  }
  return null;
}

/**
 * @param {Column[]} columns all of the table
 * @param {Column[]} money those known to be money
 * @param {Ground} ground
 * @returns {{money: Column[], asked: boolean}} `asked`: whose money an added column is is not told
 */
export function withMissing(columns, money, ground) {
  const open = columns.filter(({ at, kind, says }) =>
    kind === "number" && (says === null || says === "text") && !money.some((one) => one.at === at)
  );
  const periods = open.filter(isPeriod);
  if (money.length === 0 && periods.length > 1) {
    return { money: periods.map((one) => ({ ...one, kind: "money", fund: CITY })), asked: true };
  }
  const hasCity = money.some(({ fund }) => fund === CITY);
  const district = hasCity && !money.some(({ fund }) => fund === "own") ? open.filter(isDistrict) : [];
  const found = district.length === 1 ? district[0] : completing(open, money, ground);
  if (found === null) return { money, asked: false };
  const own = { ...found, kind: "money", fund: isDistrict(found) ? "own" : "outside" };
  return { money: [...money, own].sort((one, other) => one.at - other.at), asked: !isDistrict(found) };
}
