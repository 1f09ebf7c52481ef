/**
 * A weighted scoring sheet: the twin of macros/rules/priorities.py. Totals and ranks, exact also while scores
 * are missing: each from the least to the most that it may become. Whole numbers only (BigInt).
 */

/**
 * @param {bigint[]} weights
 * @param {bigint} top
 * @param {(bigint | null)[][]} scores
 * @returns {{least: bigint, most: bigint, best: number, worst: number}[]}
 */
export function standings(weights, top, scores) {
  const weigh = (row, blank) => row.reduce((sum, score, at) => sum + weights[at] * (score ?? blank), 0n);
  const sums = scores.map((row) => ({ least: weigh(row, 0n), most: weigh(row, top) }));
  return sums.map((own) => ({
    ...own,
    best: 1 + sums.filter((other) => other !== own && other.least > own.most).length,
    worst: 1 + sums.filter((other) => other !== own && other.most > own.least).length,
  }));
}
