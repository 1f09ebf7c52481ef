/**
 * A linear programme's dictionary in whole numbers, kept lexicographically optimal (Gomory's dual simplex):
 * the twin of macros/rules/adjust/dictionary.py, name by name.
 *
 * Each basic variable stands in terms of those that are 0: `den*x = const + sum(coef*t)`, with den > 0.
 * Numbers grow as they must; nothing is rounded.
 */

import { crossed, divided, gcd, negative, remainder, times } from "./exact.js";

const COST = -1; // the variable that is made least before all others

/** @typedef {import("./exact.js").Whole} Whole
 * @typedef {{constant: Whole, den: Whole, coefs: Whole[]}} Row `coefs`: by the place of a variable that is 0 */

/** The allowance of steps is used up. */
export class TooMuchError extends Error {}

/** How many steps may still be taken: the same for the same plan, on every machine. */
export function createAllowance(steps) {
  let left = steps;
  return {
    spend() {
      if (left <= 0) throw new TooMuchError();
      left -= 1;
    },
  };
}

/** The same row in the smallest whole numbers; its coefficients are worked over in place. @returns {Row} */
function reduced(constant, den, coefs) {
  let common = gcd(den, constant);
  for (let at = 0; at < coefs.length && common !== 1; at += 1) {
    if (coefs[at] !== 0) common = gcd(common, coefs[at]);
  }
  if (common === 1) return { constant, den, coefs };
  for (let at = 0; at < coefs.length; at += 1) if (coefs[at] !== 0) coefs[at] = divided(coefs[at], common);
  return { constant: divided(constant, common), den: divided(den, common), coefs };
}

/**
 * To each coefficient, worked over in place, another that is taken so many times; `places`: where the other
 * is not 0.
 */
function addOften(coefs, other, often, places) {
  for (const at of places) coefs[at] = crossed(often, other[at], 1, coefs[at]);
}

function multiply(coefs, by) {
  if (by === 1) return;
  for (let at = 0; at < coefs.length; at += 1) if (coefs[at] !== 0) coefs[at] = times(coefs[at], by);
}

/** Where coefficients are not 0. */
function placesOf(coefs) {
  const found = [];
  for (let at = 0; at < coefs.length; at += 1) if (coefs[at] !== 0) found.push(at);
  return found;
}

/**
 * Variables 0 … count-1 are looked for, in their order of weight; from `count` on they are rows' spare
 * amounts.
 * @param {number} count
 * @param {Whole[]} cost what one of each variable costs, none below 0
 */
export function createDictionary(count, cost, allowance) {
  /** @type {Map<number, Row>} */
  const rows = new Map([[COST, reduced(0, 1, cost.slice())]]);
  const zeros = [...cost.keys()]; // the variables that are 0, by place: as many as are looked for
  const places = new Map(zeros.map((key) => [key, key])); // the place of each
  let added = 0;

  /** Demand `sum(coefs[x]*x) >= short` for variables x that are looked for. */
  function add(coefs, short) {
    /** @type {[Whole, Whole]} */
    let [constant, den] = [negative(short), 1];
    const body = new Array(count).fill(0);
    for (const [key, coef] of coefs) {
      const row = rows.get(key);
      if (row === undefined) {
        const at = places.get(key);
        body[at] = crossed(coef, den, 1, body[at]);
        continue;
      }
      const grow = divided(row.den, gcd(den, row.den));
      [constant, den] = [times(constant, grow), times(den, grow)];
      multiply(body, grow);
      const often = times(coef, divided(den, row.den));
      constant = crossed(often, row.constant, 1, constant);
      addOften(body, row.coefs, often, placesOf(row.coefs));
    }
    rows.set(count + added, reduced(constant, den, body));
    added += 1;
  }

  /** Whether one place's column, divided by its coefficient, is lexicographically less than the other. */
  function before(one, other, ofOne, ofOther) {
    for (let key = COST; key < count; key += 1) {
      const row = rows.get(key);
      if (row === undefined) {
        if (key === zeros[one] || key === zeros[other]) return key === zeros[other];
        continue;
      }
      const mine = row.coefs[one];
      const its = row.coefs[other];
      if (mine === 0 && its === 0) continue;
      const [left, right] = [times(mine, ofOther), times(its, ofOne)];
      if (left !== right) return left < right;
    }
    return zeros[one] < zeros[other];
  }

  /**
   * The place whose column, divided by its coefficient, is lexicographically least among those that help, or
   * null.
   */
  function entering(coefs) {
    let best = null;
    for (let at = 0; at < count; at += 1) {
      if (coefs[at] > 0 && (best === null || before(at, best, coefs[at], coefs[best]))) best = at;
    }
    return best;
  }

  /**
   * Exchange the two: what comes in, at its place, is worked out of the row that goes and put in everywhere.
   */
  function pivot(goes, place) {
    const old = rows.get(goes);
    rows.delete(goes);
    const by = old.coefs[place];
    const put = old.coefs.map(negative);
    put[place] = old.den;
    const touched = placesOf(put);
    for (const [key, row] of rows) {
      const often = row.coefs[place];
      if (often === 0) continue;
      row.coefs[place] = 0;
      multiply(row.coefs, by);
      addOften(row.coefs, put, often, touched);
      rows.set(
        key,
        reduced(crossed(row.constant, by, negative(often), old.constant), times(row.den, by), row.coefs),
      );
    }
    const comes = zeros[place];
    rows.set(comes, reduced(negative(old.constant), by, put));
    places.delete(comes);
    places.set(goes, place);
    zeros[place] = goes;
  }

  /** The broken row that came last, or null. */
  function leaving() {
    let last = null;
    for (const [key, row] of rows) if (row.constant < 0 && (last === null || key > last)) last = key;
    return last;
  }

  /** Make every variable 0 or more, the costs least. Returns the row that cannot be, or null. */
  function optimise() {
    for (;;) {
      const goes = leaving();
      if (goes === null) return null;
      const place = entering(rows.get(goes).coefs);
      if (place === null) return goes;
      allowance.spend();
      pivot(goes, place);
    }
  }

  /** A variable as [numerator, denominator]. */
  function value(key) {
    const row = rows.get(key);
    return row ? [row.constant, row.den] : [0, 1];
  }

  /**
   * What there is any of: each variable that is looked for and is not 0, with numerator and denominator.
   * @returns {[number, Whole, Whole][]}
   */
  function chosen() {
    /** @type {[number, Whole, Whole][]} */
    const found = [];
    for (const [key, { constant, den }] of rows) {
      if (key !== COST && key < count && constant !== 0) found.push([key, constant, den]);
    }
    return found;
  }

  /** The first variable in order whose value is no whole number, or null. */
  function notWhole() {
    let first = null;
    for (const [key, { constant, den }] of rows) {
      if (key < count && (first === null || key < first) && den !== 1 && remainder(constant, den) !== 0) {
        first = key;
      }
    }
    return first;
  }

  /**
   * The coefficients of a row's spare amounts, by the number of the demand, in its order.
   * @returns {[number, Whole][]}
   */
  function spare(key) {
    const { coefs } = rows.get(key);
    return placesOf(coefs).filter((at) => zeros[at] >= count)
      .map((at) => /** @type {[number, Whole]} */ ([zeros[at] - count, coefs[at]])).sort(([one], [other]) =>
        one - other
      );
  }

  /**
   * After a choice is found: the columns that no choice of the same cost has any of.
   * @returns {Set<number>}
   */
  function idle() {
    return new Set(placesOf(rows.get(COST).coefs).map((at) => zeros[at]).filter((key) => key < count));
  }

  return { add, chosen, idle, optimise, value, notWhole, spare, denominator: (key) => rows.get(key).den };
}
