/**
 * What the reader of money could not be sure of: each is asked about before anything comes in.
 */
(function (hyeopchi) {
  "use strict";

  const COLUMNS = "어느 열이 지금 금액인지 분명하지 않아요. 열 위의 칸을 확인해 주세요.";

  const MOST_LIKELY = 10_000_000_000n; // won: a table that says more may have been given the wrong unit

  /** A sum that is hardly a plan's. */
  function tooMuch({ unit }, proofs) {
    const most = proofs.reduce((sum, { lines }) => (lines > sum ? lines : sum), 0n);
    return unit === null || unit.times === 1n || most < MOST_LIKELY ? [] : [`단위(${unit.id})대로면 ${hyeopchi.table.inWords(most)}이에요. 단위가 맞는지 확인해 주세요.`];
  }

  const IN_BRACKETS = /^\(\s*[\d,.]/;

  /** Amounts in brackets that are taken for less than 0: such brackets may mean other things. */
  function bracketed({ money, rows, values }) {
    const found = rows.filter(({ take }) => take).flatMap(({ row }) => money.map(({ at }) => values.amount(row, at))).filter(({ less, raw }) => less && IN_BRACKETS.test(raw));
    return found.length === 0 ? [] : [`괄호로 적은 금액 ‘${found[0].raw}’${hyeopchi.particle(found[0].raw, "을/를")} 빼는 금액으로 보았어요. 맞는지 확인해 주세요.`];
  }

  /**
   * What the table's own sums prove needs no question.
   * @param {import("./money-table").Reading} reading @param {import("./lines").Line[]} lines @param {import("./proof").Proof[]} proofs
   * @returns {string[]} sentences, each once
   */
  function doubtsOf(reading, lines, proofs) {
    const isProven = proofs.length > 0 && proofs.every(({ holds, total }) => holds === true && total !== null);
    const rows = reading.rows.filter(({ take, role, doubt }) => doubt && (take || role === "sum")).map(({ doubt }) => doubt);
    return [...new Set([...reading.asked ? [COLUMNS] : [], ...tooMuch(reading, proofs), ...isProven ? [] : [...rows, ...bracketed(reading)], ...lines.flatMap(({ doubts }) => doubts)])];
  }

  Object.assign(hyeopchi.table, { doubtsOf });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
