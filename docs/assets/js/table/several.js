/**
 * Several tables of one paste or file: which show the same money once more, and which go on with one another.
 */

import { doubtsOf } from "./doubts.js";
import { PARTS } from "./plain-amount.js";
import { prove } from "./proof.js";
import { squeezed } from "./text.js";

/** @typedef {import("./read.js").MoneyTable} MoneyTable */

const SAME = "같은 금액을 다르게 나눈 표가 있어 빼 두었어요.";
const WHOLE = "다른 표들을 더한 금액과 같은 표라 빼 두었어요.";

const sumOf = ({ proofs }) => proofs.at(-1)?.lines ?? 0n;

/** The sums of a table by what its columns give. */
function sumsOf({ lines }) {
  const sums = {};
  for (const { role, typed } of lines.flatMap(({ amounts }) => amounts)) {
    sums[role] = (sums[role] ?? 0n) + (typed.won ?? 0n);
  }
  return Object.entries(sums).filter(([, sum]) => sum !== 0n);
}

/**
 * Whether a table shows the same money as another: all of it, or that of some of its funds.
 * @param {{sum: bigint, sums: [string, bigint][]}} one what each table comes to
 * @param {{sum: bigint, byRole: Record<string, bigint>}} other
 */
function isSame(one, other) {
  return (one.sum === other.sum && one.sum > 0n) ||
    (one.sums.length > 0 && one.sums.every(([role, sum]) => other.byRole[role] === sum));
}

/** What a table comes to, worked out once: each is compared with all others. */
function worth(table) {
  const sums = sumsOf(table);
  return { sum: sumOf(table), sums, byRole: Object.fromEntries(sums) };
}

/**
 * Of tables with the same money the one with the most lines is used; a table of the sums of all others is
 * not.
 */
export function withoutDoubles(tables) {
  const filled = tables.filter(({ use }) => use);
  const worths = new Map(filled.map((table) => [table, worth(table)]));
  for (const one of filled) {
    const same = filled.filter((other) =>
      other.use && (other === one || isSame(worths.get(one), worths.get(other)))
    );
    const best = same.sort((first, second) => second.lines.length - first.lines.length)[0];
    for (const other of same) if (other !== best) Object.assign(other, { use: false, why: SAME });
  }
  const used = filled.filter(({ use }) => use);
  let all = used.reduce((whole, table) => whole + worths.get(table).sum, 0n);
  for (const one of used.length > 2 ? used : []) {
    const { sum } = worths.get(one);
    if (all - sum !== sum) continue;
    Object.assign(one, { use: false, why: WHOLE });
    all -= sum;
  }
  return tables;
}

export const headsOf = ({ names }) => names.map(squeezed).join("|");

/** A table that ends with the sum of those before it as well proves itself by all of them. */
export function withBeside(tables) {
  const used = tables.filter(({ use }) => use);
  const heads = new Map(used.map(({ table }) => [table, headsOf(table)]));
  // In the same grid, or under the same heads.
  const isNext = ({ table }, other) =>
    table.grid === other.table.grid || heads.get(table) === heads.get(other.table);
  for (const [at, one] of used.entries()) {
    one.table.beside = used.slice(0, at).filter((other) => isNext(one, other)).reduce(
      (sum, other) => sum + sumOf(other) * PARTS,
      0n,
    );
    if (one.table.beside === 0n) continue;
    one.proofs = prove(one.reading, one.lines);
    one.doubts = doubtsOf(one.reading, one.lines, one.proofs);
  }
  return tables;
}
