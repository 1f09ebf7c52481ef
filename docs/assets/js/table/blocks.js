/**
 * What stands in a page or a document, in order: texts and tables. Units and names stand in the texts around
 * a table.
 */

import { demand, LIMITS, over } from "../gate/limits.js";
import { layOut } from "./grid.js";
import { short } from "./text.js";

const NOTE = /^[*※]|^주\s*\d?\s*[):]/;

/**
 * @typedef {{text?: string, rows?: import("./grid.js").Given[][], parts?: ("head" | "body" | "foot")[],
 *   caption?: string}} Block a text, or `rows`: a table's cells, as layOut takes them
 */

/** Throws a Refusal for more tables than are taken. @param {Block[]} blocks @returns {import("./grid.js").Grid[]} */
export function gridsOfBlocks(blocks) {
  demand(blocks.filter(({ rows }) => rows).length <= LIMITS.tables, over("표가", LIMITS.tables, "개"));
  const grids = [];
  let around = [];
  for (const { text, rows, parts, caption = "" } of blocks) {
    if (rows === undefined) {
      if (text === "") continue;
      around.push(short(text));
      grids.at(-1)?.after.push(short(text));
      continue;
    }
    const grid = layOut(rows, {
      before: [...around, ...caption ? [short(caption)] : []],
      ...parts ? { parts } : {},
    });
    // What stands between two tables is the second one's, but for the first one's notes.
    const last = grids.at(-1);
    if (last) last.after = last.after.filter((one) => NOTE.test(one));
    if (grid.width > 0) grids.push(grid);
    around = [];
  }
  return grids;
}

/**
 * Refuses more rows, columns or cells than are taken; a merged cell counts for each place that it covers.
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
export function within(blocks) {
  const tables = blocks.filter(({ rows }) => rows !== undefined);
  const places = (rows) =>
    rows.flat().reduce((sum, { down = 1, across = 1 }) => sum + Math.min(down, rows.length) * across, 0);
  demand(
    tables.every(({ rows }) => rows.length <= LIMITS.tableRows),
    over("표의 줄이", LIMITS.tableRows, "줄"),
  );
  demand(
    tables.every(({ rows }) =>
      rows.every((row) => row.reduce((sum, { across = 1 }) => sum + across, 0) <= LIMITS.tableColumns)
    ),
    over("표의 한 줄에 칸이", LIMITS.tableColumns, "칸"),
  );
  demand(
    tables.reduce((sum, { rows }) => sum + places(rows), 0) <= LIMITS.elements,
    over("문서에 있는 표의 칸이", LIMITS.elements, "칸"),
  );
  return blocks;
}
