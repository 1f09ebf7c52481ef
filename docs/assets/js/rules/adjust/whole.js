/**
 * The least whole numbers under whole-number demands: cutting planes on a lexicographically optimal
 * dictionary. The twin of macros/rules/adjust/whole.py, name by name.
 *
 * Demands are taken in only when they are broken. A cut rounds a weighted sum of demands up (Gomory,
 * Chvátal), so that it holds for columns that are not there, too; that is what makes a proof of impossibility
 * good for all of them.
 */

import { createDictionary } from "./dictionary.js";
import { ceiling, crossed, divided, gcd, negative, plus, remainder, times } from "./exact.js";

/**
 * @typedef {import("./exact.js").Whole} Whole
 * @typedef {Map<number, Whole>} Gains what one more of a column brings each demand, by the demand's number
 * @typedef {[number, Whole][]} Weights places in the list of what is demanded, each with its weight
 * @typedef {{gains: Gains, most: Whole | null, cost: Whole}} Column most: null for no end
 * @typedef {{kind: "demand", number: number, short: Whole} | {kind: "bound", column: number, short: Whole}
 *   | {kind: "cut", weights: Weights, den: Whole, short: Whole}} Demanded
 * @typedef {{demanded: Demanded[], weights: Weights}} Proof why nothing fits: the weighted sum of what is
 *   demanded is short, and no column that is there brings it more
 */

/** The sum of what stands at places, each times its weight. */
function weighted(weights, valueAt) {
  /** @type {Whole} */
  let all = 0;
  for (const [at, weight] of weights) all = crossed(weight, valueAt(at), 1, all);
  return all;
}

function weighed({ demanded, weights }) {
  return weights.filter(([at]) => demanded[at].kind !== "bound");
}

/** What a proof's sum asks for, bounds of columns left out. */
export function shortOf(proof) {
  return weighted(weighed(proof), (at) => proof.demanded[at].short);
}

/**
 * What one of a column brings a proof's sum, bounds left out. `column`: its place, if it was there.
 * @param {Proof} proof @param {Gains} gains @param {number | null} column
 */
export function bringsTo(proof, gains, column = null) {
  const coefs = [];
  for (const demand of proof.demanded) {
    if (demand.kind === "cut") coefs.push(ceiling(weighted(demand.weights, (at) => coefs[at]), demand.den));
    else if (demand.kind === "demand") coefs.push(gains.get(demand.number) ?? 0);
    else coefs.push(demand.column === column ? -1 : 0);
  }
  return weighted(weighed(proof), (at) => coefs[at]);
}

/** The numbers of the demands that a proof rests on. @param {Proof} proof @returns {Set<number>} */
export function numbersOf({ demanded, weights }) {
  const used = new Set(weights.map(([at]) => at));
  for (let at = demanded.length - 1; at >= 0; at -= 1) {
    const one = demanded[at];
    if (used.has(at) && one.kind === "cut") { for (const [each] of one.weights) used.add(each); }
  }
  return new Set([...used].flatMap((at) => {
    const one = demanded[at];
    return one.kind === "demand" ? [one.number] : [];
  }));
}

/**
 * Looks for the least cost, then the lexicographically least choice, columns counted in their order.
 * @param {Column[]} columns
 * @param {Map<number, Whole>} shorts what each demand asks for, by its number
 * @returns {{amounts: Whole[], idle: Set<number>} | {proof: Proof}} how much of each column, and which no
 *   choice of the same cost has any of; or why nothing fits
 */
export function search(columns, shorts, allowance) {
  const dictionary = createDictionary(columns.length, columns.map(({ cost }) => cost), allowance);
  /** @type {Demanded[]} */
  const demanded = [];
  const coefsOf = []; // the same, as coefficients by column
  /** @type {Demanded[]} */
  let waiting = [
    ...[...shorts].map(([number, short]) => (/** @type {Demanded} */ ({ kind: "demand", number, short }))),
    ...columns.flatMap(({ most }, column) =>
      most === null ? [] : [/** @type {Demanded} */ ({ kind: "bound", column, short: negative(most) })]
    ),
  ];

  /** What is demanded, waits, and does not hold for the choice of now. */
  function broken() {
    const chosen = dictionary.chosen();
    /** @type {Whole} */
    let common = 1;
    for (const [, , den] of chosen) {
      if (common !== den) common = times(divided(common, gcd(common, den)), den);
    }
    const sums = new Map();
    const over = new Set();
    for (const [at, constant, den] of chosen) {
      const often = times(constant, divided(common, den));
      for (const [number, gain] of columns[at].gains) {
        sums.set(number, crossed(gain, often, 1, sums.get(number) ?? 0));
      }
      if (columns[at].most !== null && constant > times(columns[at].most, den)) over.add(at);
    }
    return waiting.filter((demand) =>
      demand.kind === "bound"
        ? over.has(demand.column)
        : demand.kind === "demand" && (sums.get(demand.number) ?? 0) < times(demand.short, common)
    );
  }

  /** @param {Demanded} demand @returns {Map<number, Whole>} */
  function coefs(demand) {
    if (demand.kind === "bound") return new Map([[demand.column, -1]]);
    const found = new Map();
    if (demand.kind === "demand") {
      columns.forEach(({ gains }, at) => {
        if (gains.has(demand.number)) found.set(at, gains.get(demand.number));
      });
      return found;
    }
    for (const [each, weight] of demand.weights) {
      for (const [at, coef] of coefsOf[each]) found.set(at, crossed(weight, coef, 1, found.get(at) ?? 0));
    }
    for (const [at, coef] of found) {
      const up = ceiling(coef, demand.den);
      if (up === 0) found.delete(at);
      else found.set(at, up);
    }
    return found;
  }

  /** @param {Demanded} demand */
  function take(demand) {
    const found = coefs(demand);
    demanded.push(demand);
    coefsOf.push(found);
    dictionary.add(found, demand.short);
  }

  /** What a variable that must be whole, and is not, demands. @returns {Demanded} */
  function cut(key) {
    const den = dictionary.denominator(key);
    const weights = dictionary.spare(key)
      .map((
        [at, coef],
      ) => /** @type {[number, Whole]} */ ([at, remainder(plus(remainder(coef, den), den), den)])).filter((
        [, weight],
      ) => weight !== 0);
    return { kind: "cut", weights, den, short: ceiling(weighted(weights, (at) => demanded[at].short), den) };
  }

  /** @returns {Proof} */
  function proofOf(key) {
    const weights = new Map(
      dictionary.spare(key).map(([at, coef]) => /** @type {[number, Whole]} */ ([at, negative(coef)])),
    );
    if (key >= columns.length) weights.set(key - columns.length, dictionary.denominator(key));
    return { demanded, weights: [...weights].sort(([one], [other]) => one - other) };
  }

  for (;;) {
    const impossible = dictionary.optimise();
    if (impossible !== null) return { proof: proofOf(impossible) };
    const found = broken();
    if (found.length) {
      const taken = new Set(found);
      waiting = waiting.filter((demand) => !taken.has(demand));
    }
    found.forEach(take);
    if (found.length) continue;
    const part = dictionary.notWhole();
    if (part === null) {
      return {
        amounts: columns.map((_, at) => dictionary.value(at)).map(([constant, den]) =>
          divided(constant, den)
        ),
        idle: dictionary.idle(),
      };
    }
    take(cut(part));
  }
}
