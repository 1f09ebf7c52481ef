/**
 * A linear programme's dictionary in whole numbers, kept lexicographically optimal (Gomory's dual simplex): the twin of
 * macros/rules/adjust/dictionary.py, name by name.
 *
 * Each basic variable stands in terms of those that are 0: `den*x = const + sum(coef*t)`, with den > 0. Numbers grow
 * as they must; nothing is rounded.
 */
(function (hyeopchi) {
  "use strict";

  const COST = -1; // the variable that is made least before all others

  /** @typedef {{constant: bigint, den: bigint, coefs: Map<number, bigint>}} Row */

  /** The allowance of steps is used up. */
  class TooMuchError extends Error {}

  /** How many steps may still be taken: the same for the same plan, on every machine. */
  function createAllowance(steps) {
    let left = steps;
    return { spend() {
      if (left <= 0) throw new TooMuchError();
      left -= 1;
    } };
  }

  function gcd(one, other) {
    let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
    while (b) [a, b] = [b, a % b];
    return a;
  }

  /** The same row in the smallest whole numbers, without coefficients of 0. @returns {Row} */
  function reduced(constant, den, coefs) {
    let common = gcd(den, constant);
    for (const [key, coef] of coefs) {
      if (coef === 0n) coefs.delete(key);
      else if (common !== 1n) common = gcd(common, coef);
    }
    if (common === 1n) return { constant, den, coefs };
    for (const [key, coef] of coefs) coefs.set(key, coef / common);
    return { constant: constant / common, den: den / common, coefs };
  }

  /**
   * Variables 0 … count-1 are looked for, in their order of weight; from `count` on they are rows' spare amounts.
   * @param {number} count
   * @param {bigint[]} cost what one of each variable costs, none below 0
   */
  function createDictionary(count, cost, allowance) {
    /** @type {Map<number, Row>} */
    const rows = new Map([[COST, { constant: 0n, den: 1n, coefs: new Map(cost.map((each, at) => [at, each])) }]]);
    rows.set(COST, reduced(0n, 1n, rows.get(COST).coefs));
    let added = 0;

    /** Demand `sum(coefs[x]*x) >= short` for variables x that are looked for. */
    function add(coefs, short) {
      let [constant, den, body] = [-short, 1n, new Map()];
      for (const [at, coef] of coefs) {
        const row = rows.get(at) ?? { constant: 0n, den: 1n, coefs: new Map([[at, 1n]]) };
        const grow = row.den / gcd(den, row.den);
        if (grow !== 1n) {
          [constant, den] = [constant * grow, den * grow];
          for (const [key, each] of body) body.set(key, each * grow);
        }
        const times = coef * (den / row.den);
        constant += times * row.constant;
        for (const [key, each] of row.coefs) body.set(key, (body.get(key) ?? 0n) + times * each);
      }
      rows.set(count + added, reduced(constant, den, body));
      added += 1;
    }

    /** Whether one column, divided by its coefficient, is lexicographically less than the other. */
    function before(one, other, ofOne, ofOther) {
      for (let key = COST; key < count; key += 1) {
        const row = rows.get(key);
        if (row === undefined) {
          if (key === one || key === other) return key === other;
          continue;
        }
        const mine = (row.coefs.get(one) ?? 0n) * ofOther;
        const its = (row.coefs.get(other) ?? 0n) * ofOne;
        if (mine !== its) return mine < its;
      }
      return one < other;
    }

    /** The column that, divided by its coefficient, is lexicographically least among those that help, or null. */
    function entering(coefs) {
      let best = null;
      for (const [key, coef] of coefs) {
        if (coef > 0n && (best === null || before(key, best, coef, coefs.get(best)))) best = key;
      }
      return best;
    }

    /** Exchange the two: what comes in is worked out of the row that goes and put in everywhere. */
    function pivot(goes, comes) {
      const old = rows.get(goes);
      rows.delete(goes);
      const by = old.coefs.get(comes);
      const put = new Map([...old.coefs].filter(([key]) => key !== comes).map(([key, coef]) => [key, -coef]));
      put.set(goes, old.den);
      for (const [key, row] of rows) {
        const times = row.coefs.get(comes);
        if (times === undefined) continue;
        row.coefs.delete(comes);
        if (by !== 1n) for (const [each, coef] of row.coefs) row.coefs.set(each, coef * by);
        for (const [each, coef] of put) row.coefs.set(each, (row.coefs.get(each) ?? 0n) + times * coef);
        rows.set(key, reduced(row.constant * by - times * old.constant, row.den * by, row.coefs));
      }
      rows.set(comes, reduced(-old.constant, by, put));
    }

    /** Make every variable 0 or more, the costs least. Returns the row that cannot be, or null. */
    function optimise() {
      for (;;) {
        let leaving = null;
        for (const [key, row] of rows) if (row.constant < 0n && (leaving === null || key < leaving)) leaving = key;
        if (leaving === null) return null;
        const comes = entering(rows.get(leaving).coefs);
        if (comes === null) return leaving;
        allowance.spend();
        pivot(leaving, comes);
      }
    }

    /** A variable as [numerator, denominator]. */
    function value(key) {
      const row = rows.get(key);
      return row ? [row.constant, row.den] : [0n, 1n];
    }

    /** The first variable in order whose value is no whole number, or null. */
    function notWhole() {
      for (let key = COST; key < count; key += 1) {
        const [constant, den] = value(key);
        if (constant % den !== 0n) return key;
      }
      return null;
    }

    /** The coefficients of a row's spare amounts, by the number of the demand, in its order. */
    function spare(key) {
      return [...rows.get(key).coefs].filter(([each]) => each >= count)
        .map(([each, coef]) => [each - count, coef]).sort(([one], [other]) => one - other);
    }

    /** After a choice is found: the columns that no choice of the same cost has any of. @returns {Set<number>} */
    function idle() {
      return new Set([...rows.get(COST).coefs.keys()].filter((key) => key < count));
    }

    return { add, idle, optimise, value, notWhole, spare, denominator: (key) => rows.get(key).den };
  }

  hyeopchi.adjust = Object.assign(hyeopchi.adjust || {}, { TooMuchError, createAllowance, createDictionary, gcd });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
