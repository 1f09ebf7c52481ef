/**
 * Amounts below 0 (`△1,500`), which no field of money takes: they are taken off the nearest line of the same
 * project before them.
 */

import * as money from "../money.js";

/** @typedef {import("./lines.js").Line} Line @typedef {import("./lines.js").Typed} Typed */

const typedOf = (won) => ({ typed: money.format(won), won, error: null });

const isBelow = ({ typed }) => typed.won !== null && typed.won < 0n;

const hasBelow = (lines) => lines.some(({ amounts }) => amounts.some(isBelow));

/**
 * Takes a sum off one amount as far as that goes.
 * @param {{typed: Typed}} amount
 * @param {bigint} sum
 * @returns {bigint} what is left of the sum
 */
function takenOff(amount, sum) {
  const part = sum < amount.typed.won ? sum : amount.typed.won;
  amount.typed = typedOf(amount.typed.won - part);
  return sum - part;
}

/**
 * The amounts of the same project and fund, the nearest before a line first, then those behind it.
 * @param {number} at
 */
function near(lines, at, role) {
  const { project } = lines[at];
  const same = (one) => one.project === project || one.project === "";
  return [...lines.slice(0, at).reverse(), ...lines.slice(at + 1)].filter(same)
    .flatMap(({ amounts }) =>
      amounts.filter((one) => one.role === role && one.typed.won !== null && one.typed.won > 0n)
    );
}

/**
 * The lines with their amounts below 0 taken off others; a line of nothing else goes. What is more than its
 * project has stays below 0, for its field to say so.
 * @param {Line[]} given @returns {Line[]}
 */
export function netted(given) {
  if (!hasBelow(given)) return given;
  const lines = given.map((line) => ({ ...line, amounts: line.amounts.map((one) => ({ ...one })) }));
  lines.forEach((line, at) => {
    for (const amount of line.amounts.filter(isBelow)) {
      /** @type {bigint} */
      const left = near(lines, at, amount.role).reduce(
        (sum, other) => (sum > 0n ? takenOff(other, sum) : 0n),
        /** @type {bigint} */ (-amount.typed.won),
      );
      amount.typed = left > 0n
        ? { typed: `-${money.format(left)}`, won: -left, error: null }
        : { typed: "", won: 0n, error: null };
    }
  });
  return lines.filter((line, at) =>
    !given[at].amounts.some(isBelow) || line.amounts.some(({ typed }) => typed.won !== 0n)
  );
}

/**
 * The amounts below 0 that the lines of their project cannot bear.
 * @param {Line[]} lines
 * @returns {{row: number, at: number}[]}
 */
export function unborne(lines) {
  return !hasBelow(lines)
    ? []
    : netted(lines).flatMap(({ row, amounts }) => amounts.filter(isBelow).map(({ at }) => ({ row, at })));
}
