/**
 * What a table may be read for: money of a plan or of a change, scores, members. Each gives the same view,
 * which the preview shows.
 */

import * as money from "../money.js";
import { eachOf } from "./pieces.js";
import { PARTS } from "./plain-amount.js";
import { HIDDEN, tablesOf } from "./read.js";
import { inLine } from "./text.js";

/**
 * @typedef {import("./find.js").Table} Table
 * @typedef {{row: number, role: string, why: string, take: boolean, told: string[]}} ViewRow
 * @typedef {{table: Table, columns: import("./columns.js").Column[], roles: Record<number, string>, rows:
 *   ViewRow[], unit: import("./units.js").Unit | null, bare: boolean, asksUnit: boolean, asked: boolean,
 *   openFunds: number[], fundOf: (row: number) => string | null,
 *   proofs: import("./proof.js").Proof[], doubts: string[], leftOut: {name: string, sum: string}[], use:
 *   boolean, why: string, shown: (row: number, at: number) => string, isMoney: (at: number) => boolean,
 *   lines: any[], notes: string[], counted?: boolean}} View `openFunds`: rows that do not tell whose money
 *   they are; `fundOf`: whose the reader said
 * @typedef {{goal: string, title: string, help: string, example: string, roles: {id: string, label:
 *   string}[], nothing: string, hasMoney: boolean, views: (grids: import("./grid.js").Grid[]) =>
 *   import("./pieces.js").Pieces<View[]>, read: (table: Table, chosen: any, view: View) =>
 *   import("./pieces.js").Pieces<View>, take: (views: View[]) => void, check?: (views: View[]) => string[],
 *   whole?: (book: any, name: string) => (() => void) | null | Promise<(() => void) | null>}} Purpose `check`
 *   gives what only all lines together tell; `whole` gives what opens a workbook that is this site's own as
 *   it is
 */

const won = (parts) => money.format(parts / PARTS);

/** Sums of columns that are left out, as they are said. */
export function leftOutTexts(leftOut) {
  const text = (parts) =>
    String(parts / PARTS).replace(/\B(?=(\d{3})+$)/g, ",") +
    (parts % PARTS === 0n ? "" : `.${String(parts % PARTS).padStart(8, "0").replace(/0+$/, "")}`);
  return leftOut.map(({ name, parts, isMoney }) => ({
    name: inLine(name),
    sum: isMoney ? `${won(parts)}원` : text(parts),
  }));
}

/** @param {Tables.Table} table */
export const plainCell = (table) => (row, at) => {
  const cell = table.grid.cells[row][at];
  return cell.row === row && cell.column === at ? inLine(cell.text) : "";
};

export const noMoney = {
  unit: null,
  bare: false,
  asksUnit: false,
  asked: false,
  openFunds: [],
  fundOf: () => null,
  proofs: [],
  doubts: [],
  leftOut: [],
  why: "",
  isMoney: () => false,
  notes: [],
};

/**
 * The views of all tables of which there is one.
 * @param {(table: Table) => import("./pieces.js").Pieces<View | null>} viewOf
 */
export function* viewsOf(grids, viewOf) {
  const tables = yield* eachOf(grids, (grid) =>
    tablesOf(grid, function* holds(table) {
      return (yield* viewOf(table)) !== null;
    }));
  return (yield* eachOf(tables.flat(), viewOf)).filter((view) => view !== null);
}

/** Whether a table comes in by itself. */
export const inUse = ({ grid }, lines) => ({
  use: lines.length > 0 && !grid.hidden,
  why: grid.hidden ? HIDDEN : "",
});
