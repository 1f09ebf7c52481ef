/**
 * Whole numbers of any size, exact and quick: a number as long as it is safe (below 2**53), a BigInt beyond.
 * Nothing is ever rounded: what would be, is worked out again as a BigInt. Every whole number has one form,
 * so `===` compares them.
 */

const MOST = Number.MAX_SAFE_INTEGER;

/** @typedef {number | bigint} Whole */

/** A BigInt in its form here. @param {bigint} value @returns {Whole} */
export function whole(value) {
  return value >= -MOST && value <= MOST ? Number(value) : value;
}

/** Whether a number came out exactly. What is too large for it never seems small. */
function isExact(value) {
  return value <= MOST && value >= -MOST;
}

/** @param {Whole} one @param {Whole} other @returns {Whole} */
export function plus(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    if (isExact(sum)) return sum;
  }
  return whole(BigInt(one) + BigInt(other));
}

/** @param {Whole} one @param {Whole} other @returns {Whole} */
export function times(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    const product = one * other;
    if (isExact(product)) return product;
  }
  return whole(BigInt(one) * BigInt(other));
}

/** `a*b + c*d`. @param {Whole} a @param {Whole} b @param {Whole} c @param {Whole} d @returns {Whole} */
export function crossed(a, b, c, d) {
  if (typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number") {
    const one = a * b;
    const other = c * d;
    if (isExact(one) && isExact(other) && isExact(one + other)) return one + other;
  }
  return whole(BigInt(a) * BigInt(b) + BigInt(c) * BigInt(d));
}

/** @param {Whole} value @returns {Whole} */
export function negative(value) {
  return typeof value === "number" ? 0 - value : whole(-value);
}

/**
 * What is left of a division, with the sign of the first.
 * @param {Whole} one
 * @param {Whole} other
 * @returns {Whole}
 */
export function remainder(one, other) {
  return typeof one === "number" && typeof other === "number"
    ? one % other
    : whole(BigInt(one) % BigInt(other));
}

/** A division that leaves nothing. @param {Whole} one @param {Whole} other @returns {Whole} */
export function divided(one, other) {
  return typeof one === "number" && typeof other === "number"
    ? one / other
    : whole(BigInt(one) / BigInt(other));
}

/** A division rounded up; den > 0. @param {Whole} one @param {Whole} den @returns {Whole} */
export function ceiling(one, den) {
  const rest = remainder(one, den);
  const down = divided(plus(one, negative(rest)), den);
  return rest > 0 ? plus(down, 1) : down;
}

/** The greatest number that divides both. @param {Whole} one @param {Whole} other @returns {Whole} */
export function gcd(one, other) {
  let [a, b] = [one < 0 ? negative(one) : one, other < 0 ? negative(other) : other];
  while (b !== 0) [a, b] = [b, remainder(a, b)];
  return a;
}

/** @param {Whole[]} values @returns {Whole} */
export function sum(values) {
  /** @type {Whole} */
  let all = 0;
  for (const value of values) all = plus(all, value);
  return all;
}
