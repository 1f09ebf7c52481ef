/**
 * A table of scores: agendas by criteria. Weights, full marks, averages and sums are no agendas.
 */
(function (hyeopchi) {
  "use strict";

  const { columns: { columnsOf }, find: { tablesIn }, naming: { nameColumn, saying }, rows: { isNote, sumWord }, text: { inLine, outside, squeezed }, values: { unitOfTable, valuesOf } } = hyeopchi.table;
  const { meaningsOf, taken } = hyeopchi.table.headings;
  const { layOut, ownCells, said, turned } = hyeopchi.table.grid;
  const MOST_NAME = 80;
  const NO_AGENDA = new Set(["weight", "top", "score", "rank", "share", "count"]);
  const RESULTS = new Set(["sum", "score", "rank", "serial", "share", "weight"]);

  /**
   * @typedef {{table: import("./find").Table, columns: import("./columns").Column[], roles: Record<number, string>, rows: import("./money-table").Row[],
   *   lines: {row: number, name: string, scores: Record<string, string>}[], weights: Record<string, string>, top: Record<string, string>,
   *   leftOut: {name: string, at: number, parts: bigint, isMoney: boolean}[]}} Scores `roles`: name, or the id of a criterion
   */

  /** The criterion that a head names: by its whole name, or as the only one whose name stands in it. */
  function criterionOf(name, criteria) {
    const head = squeezed(outside(name));
    const same = criteria.find((one) => squeezed(one.name) === head);
    const near = criteria.filter((one) => head.includes(squeezed(one.name)));
    return same?.id ?? (near.length === 1 ? near[0].id : null);
  }

  const isScore = ({ kind, says, numeric }) => numeric && kind !== "text" && !RESULTS.has(says);

  function rolesOf(table, columns, criteria) {
    const found = saying(table, columns, []);
    const name = nameColumn(found) ?? found.find(({ says }) => says === null || says === "item")?.column ?? found[0]?.column;
    const scores = columns.filter((one) => isScore(one) && one !== name).map(({ at, name: head }) => [at, criterionOf(head, criteria)]).filter(([, id]) => id !== null);
    const once = scores.filter(([, id], index) => scores.findIndex(([, other]) => other === id) === index);
    return { ...name ? { [name.at]: "name" } : {}, ...Object.fromEntries(once) };
  }

  const ENDS = new Set(["score", "top", "weight"]);

  /** `위원별 평균`, `심사위원 최고점`: what a result is called, with whose it is before it. */
  function resultWord(text) {
    const words = outside(text).trim().split(/\s+/);
    return words.length > 1 ? meaningsOf(words.at(-1)).find(({ says }) => ENDS.has(says))?.says : undefined;
  }

  /** Whether agendas stand in the heads: full marks or weights are a column then, and differ by criterion. */
  function isSideways({ grid, body }, columns) {
    const marks = columns.find(({ says, numeric }) => numeric && (says === "top" || says === "weight"));
    const texts = marks ? body.filter((row) => tell(grid, row).role === "line").map((row) => said(grid, row, marks.at)).filter(Boolean) : [];
    return new Set(texts).size > 1 || (texts.length > 1 && body.some((row) => tell(grid, row).role === "rank"));
  }

  /** @param {import("./find").Table} table @returns {import("./pieces").Pieces<import("./find").Table>} one agenda a row */
  function* upright(table) {
    if (table.heads.length === 0 || !isSideways(table, columnsOf(table))) return table;
    const { grid, heads, body, titles } = table;
    const given = (row) => grid.cells[row].filter((cell, column) => cell.row === row && cell.column === column).map(({ text, long = text, down, across }) => ({ text: long, down, across }));
    const other = yield* tablesIn(turned(layOut([...heads, ...body].map(given), { before: titles, name: grid.name })));
    return other.length === 1 ? other[0] : table;
  }

  /** What a row is: by the words in its first cells. */
  function tell(grid, row, name) {
    const cells = ownCells(grid, row);
    const labels = cells.filter(({ text }) => /[가-힣a-z]/i.test(text)).map(({ text }) => text).slice(0, 2);
    const word = labels.flatMap(meaningsOf).find(({ says }) => NO_AGENDA.has(says))?.says ?? labels.map((text) => taken(text)).find(({ unknown, last }) => unknown === 0 && last && NO_AGENDA.has(last.says))?.last.says
      ?? labels.map(resultWord).find(Boolean);
    if (cells.length === 0) return { role: "blank", why: "" };
    if (cells.length === 1 && isNote(cells, grid.width)) return { role: "note", why: "" };
    if (word) return { role: word, why: "" };
    if (labels.some((text) => sumWord(text) === "sure")) return { role: "sum", why: "" };
    if (name !== undefined && said(grid, row, name) === "" && grid.cells[row][name].text.trim() === "") return { role: "title", why: "의제 이름이 없어 빼 두어요." };
    return cells.length === 1 && cells[0].across > 1 ? { role: "note", why: "" } : { role: "line", why: "" };
  }

  const byRole = (roles, wanted) => Number(Object.keys(roles).find((at) => roles[at] === wanted) ?? NaN);

  /** The texts of one row by criterion. */
  function textsOf(grid, row, roles) {
    return Object.fromEntries(Object.entries(roles).filter(([, id]) => id !== "name").map(([at, id]) => [id, inLine(said(grid, row, Number(at)))]).filter(([, text]) => text !== "" && !/^[-–—−]$/.test(text)));
  }

  /**
   * @param {import("./find").Table} given @param {{id: string, name: string}[]} criteria the sheet's
   * @param {import("./money-table").Chosen} [chosen] @returns {import("./pieces").Pieces<Scores>}
   */
  function* readScores(given, criteria, chosen = {}) {
    const table = yield* upright(given);
    const { grid } = table;
    const columns = columnsOf(table);
    const roles = { ...rolesOf(table, columns, criteria), ...chosen.roles };
    for (const [at, role] of Object.entries(roles)) if (role === "") delete roles[at];
    const name = byRole(roles, "name");
    const rows = yield* hyeopchi.table.pieces.each(table.body, (row) => {
      const { role, why } = tell(grid, row, Number.isNaN(name) ? undefined : name);
      return { row, role, why, sure: true, take: chosen.take?.[row] ?? role === "line" };
    });
    const lines = rows.filter(({ take }) => take).map(({ row }) => ({ row, name: Number.isNaN(name) ? "" : inLine(grid.cells[row][name].text).slice(0, MOST_NAME), scores: textsOf(grid, row, roles) }));
    const first = (role) => rows.find((one) => one.role === role);
    const texts = (role) => (first(role) ? textsOf(grid, first(role).row, roles) : {});
    const values = valuesOf(table, columns, unitOfTable(table));
    return { table, columns, roles, rows, lines, weights: texts("weight"), top: texts("top"),
      leftOut: columns.filter(({ at, numeric, says, filled }) => numeric && !(at in roles) && says !== "serial" && filled > 0)
        .map(({ at, name: head }) => ({ at, name: head, isMoney: false, parts: values.sum(lines.map(({ row }) => row), at) })) };
  }

  Object.assign(hyeopchi.table, { readScores });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
