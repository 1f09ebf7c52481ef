/**
 * Sums that a sum row states for each fund in words beside its amount (`소계 | 62,000 | 시비 53,000 구비 9,000`).
 */

import { coverings } from "./coverings.js";
import { terms } from "./headings.js";
import { PARTS } from "./plain-amount.js";
import { ANY, fundsOf, rowFund } from "./row-funds.js";

/** What lines bring of each fund, in won. */
function broughtBy(lines) {
  const sums = {};
  for (const { role, typed } of lines.flatMap(({ amounts }) => amounts)) {
    sums[role] = (sums[role] ?? 0n) + (typed.won ?? 0n);
  }
  return sums;
}

/** What a row states of each fund, in won; null where it states none. */
function statedIn(reading, funds, { at }, row) {
  const { split } = rowFund(reading.table, funds, row);
  if (split === null) return null;
  const { times } = reading.values.unit(at, row);
  const sums = {};
  for (const { fund, amount } of split) {
    sums[fund] = (sums[fund] ?? 0n) + (amount.own ? amount.parts : amount.parts * times) / PARTS;
  }
  return sums;
}

/**
 * Where such a sum is of no lines near it: by fund, against the lines nearest to it.
 * @param {Tables.Reading} reading
 * @param {import("./lines.js").Line[]} lines
 * @returns {import("./proof.js").Placed[]} `name`: the fund
 */
export function wrongFundSums(reading, lines) {
  const column = reading.money.find(({ at }) => reading.roles[at] === ANY);
  const funds = fundsOf(reading);
  if (!column || !funds.isNamed) return [];
  const byRow = new Map(lines.map((line) => [line.row, line]));
  return reading.rows.flatMap((one, index) => {
    const said = one.role === "sum" && !one.take ? statedIn(reading, funds, column, one.row) : null;
    if (said === null) return [];
    const found = coverings(reading.rows, index).map((some) => {
      const sums = broughtBy(some.flatMap(({ row }) => byRow.get(row) ?? []));
      return terms().funds.filter(({ id }) => id in said && said[id] !== (sums[id] ?? 0n)).map((
        { id, label },
      ) => ({ row: one.row, name: label, said: said[id], lines: sums[id] ?? 0n }));
    });
    return found.some((wrong) => wrong.length === 0) ? [] : found[0] ?? [];
  });
}
