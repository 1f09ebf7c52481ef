/**
 * Of which time a column's money is (당초, 조정, 집행, 증감 …), and which columns are whole and which are their
 * parts. By words first; then by what adds up in every row.
 */

import { withYears } from "./years.js";

/**
 * @typedef {import("./columns.js").Column} Column
 * @typedef {{rows: number[], values: any, titles?: string[]}} Ground the rows by which sums are told, their
 *   values, and what stands above the table
 */

const PLAIN = 30; // the order of money of no stage, and of this year's
const RESULT = 60; // what stages add up to stands last
const NEVER = new Set(["change", "spent", "left", "past", "later"]);

/** @param {Tables.Ground} ground @param {number} at */
const column = (ground, at) => ground.rows.map((row) => ground.values.value(row, at));
const holds = (one) => one.some((value) => value !== 0n);

/**
 * Whether a column is the sum of others in every row, and of at least one row that holds something.
 * @param {Tables.Ground} ground
 */
function isSum(ground, whole, parts) {
  const sums = column(ground, whole.at);
  return holds(sums) &&
    ground.rows.every((row, index) =>
      sums[index] === parts.reduce((all, { at }) => all + ground.values.value(row, at), 0n)
    );
}

const sameMoney = (one, other) =>
  one.fund === other.fund && one.nature === other.nature && one.cost === other.cost;

/**
 * Whether `result` is the first plus or minus the second in each row: then the second is a difference,
 * whatever it is called.
 * @param {Tables.Ground} ground
 */
function isStep(ground, first, second, result) {
  const [from, step, to] = [first, second, result].map(({ at }) => column(ground, at));
  if (!holds(step) || !holds(to) || ground.rows.length < 1) return false;
  return from.every((value, at) => value + step[at] === to[at]) ||
    (step.every((value) => value >= 0n) && from.every((value, at) => value - step[at] === to[at]));
}

/**
 * `기정 10 | 추경 2 | 계 12`: 추경 is what was added, 계 what stands. `신청 | 조정 | 확정` likewise.
 * @param {Tables.Column[]} money
 * @param {Tables.Ground} ground
 */
function withSteps(money, ground) {
  const found = new Map();
  for (const first of money.filter(({ stage }) => stage === "before" || stage === "now")) {
    for (const second of money.filter(({ stage }) => stage === "after")) {
      const result = money.find((one) =>
        one !== second && one !== first &&
        (one.stage === "after" || (one.stage === null && (one.sum || one.whole))) &&
        sameMoney({ ...one, fund: one.fund ?? second.fund }, second) && sameMoney(first, second) &&
        isStep(ground, first, second, one)
      );
      if (!result) continue;
      found.set(second.at, { stage: "change", order: null });
      if (result.stage === null) {
        found.set(result.at, { stage: "after", order: RESULT, sum: false, whole: true });
      }
    }
  }
  return money.map((one) => ({ ...one, ...found.get(one.at) }));
}

const orderOf = ({ stage, order }) => (stage === null ? PLAIN : NEVER.has(stage) ? null : order ?? PLAIN);

/**
 * Of columns of equal standing those that are not the sums of others.
 * @param {Column[]} group
 * @param {Ground} ground
 */
function partsOf(group, ground) {
  let left = group.filter((one) =>
    !(one.sum &&
      group.some((other) => other !== one && !other.sum && (one.fund === null || other.fund === one.fund)))
  );
  const split = left.filter(({ fund, nature, cost }) => fund !== null || nature !== null || cost !== null);
  if (split.length > 0) left = left.filter((one) => split.includes(one));
  left = withoutNatures(left, ground);
  const funds = left.filter(({ fund }) => fund !== null);
  if (funds.length > 0) left = left.filter(({ fund, nature }) => fund !== null || nature !== null);
  return withoutWholes(left, ground);
}

/**
 * `시 보조금 | 경상 | 자본`: the natures are the parts if they add up, else the fund's column stands.
 * @param {Tables.Ground} ground
 */
function withoutNatures(group, ground) {
  const natures = group.filter(({ nature }) => nature !== null);
  if (natures.length === 0) return group;
  const wholes = group.filter((one) =>
    one.nature === null && one.fund !== null && natures.some(({ fund }) => fund === null || fund === one.fund)
  );
  const [whole] = wholes;
  if (!whole) return group;
  const parts = natures.filter(({ fund }) => fund === null || fund === whole.fund);
  return isSum(ground, whole, parts)
    ? group.filter((one) => one !== whole)
    : group.filter((one) =>
      !parts.includes(one) || (one.fund === whole.fund && !holds(column(ground, whole.at)))
    );
}

/** Columns that are the sum of all others, or of several beside them, go. @param {Tables.Ground} ground */
function withoutWholes(group, ground) {
  for (const one of group) {
    const others = group.filter((other) => other !== one);
    const fits = (parts) =>
      (one.fund === null || parts.every(({ fund }) => fund === null || fund === one.fund)) &&
      isSum(ground, one, parts);
    if (others.length >= 2 && fits(others)) return others;
    const at = group.indexOf(one);
    for (let size = 2; size < others.length; size += 1) {
      const beside = [group.slice(at + 1, at + 1 + size), at - size >= 0 ? group.slice(at - size, at) : []];
      if (beside.some((run) => run.length === size && fits(run))) return withoutWholes(others, ground);
    }
  }
  return group;
}

/**
 * Several columns of whole money and none of a fund: their sum, where the table has it (`1차 배정 | 2차 배정 | 계`),
 * else only one can stand. The later one says more of this plan than `총사업비`.
 * @param {Column[]} all of their standing, with the sums
 * @param {Tables.Ground} ground
 */
function one(group, all, ground) {
  const wholes = group.filter(({ fund, nature, cost }) => fund === null && nature === null && cost === null);
  if (wholes.length < 2) return { group, asked: false };
  const others = group.filter((each) => !wholes.includes(each));
  const sum = all.find((each) => each.sum && !wholes.includes(each) && isSum(ground, each, wholes));
  return sum ? { group: [...others, sum], asked: false } : { group: [...others, wholes.at(-1)], asked: true };
}

/** The money columns by their standing, the one that stands now last. @param {Tables.Column[]} money */
function standings(money) {
  const orders = [...new Set(money.map(orderOf).filter((order) => order !== null))].sort((first, second) =>
    first - second
  );
  return orders.map((order) => money.filter((each) => orderOf(each) === order));
}

/**
 * `승인액 | 변경액`: where words say that an earlier column stands later, their order in the table counts, and that
 * is asked.
 * @param {Column[][]} groups by their standing @returns {{groups: Column[][], asked: boolean}}
 */
function inOrder(groups) {
  const [one, other] = groups.slice(-2);
  const isAfter = (group) => group?.[0].stage === "after";
  const first = (group) => Math.min(...group.map(({ at }) => at));
  if (!isAfter(one) || !isAfter(other) || first(one) < first(other)) return { groups, asked: false };
  return { groups: [...groups.slice(0, -2), other, one], asked: true };
}

/**
 * `시비 | 구비(본예산) | 구비(추경) | 합계`: what the table adds up to its own sum are all parts, whatever stage their
 * heads name.
 * @param {Tables.Column[]} money
 * @param {Tables.Ground} ground
 */
function allParts(money, ground) {
  const parts = money.filter(({ fund, sum }) => fund !== null && !sum);
  const staged = parts.some(({ stage }) => stage === "before") &&
    parts.some(({ stage }) => stage === "after");
  const positive = parts.every(({ at }) => column(ground, at).every((value) => value >= 0n));
  const mixed = new Set(parts.map(({ fund }) => fund)).size > 1 && parts.some(({ stage }) => stage === null);
  return staged && positive && mixed && money.some((one) => one.fund === null && isSum(ground, one, parts))
    ? parts
    : null;
}

/**
 * `시비 | 구비 당초 | 구비 변경`: where only some funds have stages, each fund stands for itself.
 * @returns {Column[] | null}
 * @param {Tables.Column[]} money
 */
function eachFund(money) {
  const counting = money.filter((one) => orderOf(one) !== null);
  const funds = [...new Set(counting.map(({ fund }) => fund).filter((fund) => fund !== null))];
  const own = (fund) => counting.filter((one) => one.fund === fund);
  const plain = funds.filter((fund) => own(fund).every(({ stage }) => stage === null));
  if (
    plain.length === 0 || plain.length === funds.length ||
    counting.some(({ fund, stage }) => fund === null && stage !== null)
  ) return null;
  return funds.flatMap((fund) => standings(own(fund)).at(-1));
}

/**
 * The columns whose money stands now, as parts. @param {Column[]} money @param {Ground} ground
 * @returns {{taken: Column[], asked: boolean, money: Column[]}} `asked`: words and sums do not tell which
 */
export function standing(money, ground) {
  const years = withYears(money, ground, true);
  const staged = withSteps(years.money, ground);
  const { groups, asked: disordered } = inOrder(standings(staged));
  const last = groups.at(-1) ?? staged.filter(({ stage }) => stage === "spent");
  const plain = staged.filter((each) => orderOf(each) === PLAIN && each.fund !== null);
  // `조정액 | 시비 | 구비`: the funds are the parts of what was decided if they add up to it.
  const all = allParts(staged, ground);
  if (all !== null) return { taken: all, asked: false, money: staged };
  const each = eachFund(staged);
  if (each !== null) return { taken: partsOf(each, ground), asked: years.asked, money: staged };
  const whole =
    last.length === 1 && last[0].fund === null && plain.length > 1 && isSum(ground, last[0], plain)
      ? plain
      : last;
  const { group, asked } = one(partsOf(whole, ground), whole, ground);
  return { taken: group, asked: asked || years.asked || disordered || groups.length === 0, money: staged };
}

/** The columns before and after a change. @param {Tables.Column[]} money @param {Tables.Ground} ground */
export function beforeAndAfter(money, ground) {
  const years = withYears(money, ground);
  const staged = withSteps(
    years.money.map((
      each,
    ) => (each.stage === "past" &&
        years.money.every(({ stage }) => stage === null || ["past", "now", "change"].includes(stage))
      ? { ...each, stage: "before", order: 20 }
      : each)
    ),
    ground,
  );
  const { groups, asked: disordered } = inOrder(standings(staged));
  const after = groups.at(-1) ?? [];
  const before =
    groups.filter((group) => group !== after).filter((group) => group[0].stage === "before").at(-1) ??
      groups.at(-2) ?? [];
  const [earlier, later] = [before, after].map((group) => one(partsOf(group, ground), group, ground));
  return {
    before: groups.length > 1 ? earlier.group : [],
    after: groups.length > 1 ? later.group : [],
    asked: years.asked || disordered || groups.length !== 2,
    money: staged,
  };
}
