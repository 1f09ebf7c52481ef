/**
 * What the reader of money could not be sure of: each is asked about before anything comes in.
 */
(function (hyeopchi) {
  "use strict";

  const COLUMNS = "어느 열이 지금 금액인지 분명하지 않아요. 열 위의 칸을 확인해 주세요.";

  /** @param {import("./money-table").Reading} reading @param {import("./lines").Line[]} lines @returns {string[]} sentences, each once */
  function doubtsOf(reading, lines) {
    const rows = reading.rows.filter(({ take, doubt }) => take && doubt).map(({ doubt }) => doubt);
    return [...new Set([...reading.asked ? [COLUMNS] : [], ...rows, ...lines.flatMap(({ doubts }) => doubts)])];
  }

  Object.assign(hyeopchi.table, { doubtsOf });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
