/**
 * A form's list of people, as it was pasted: rows by the form's own columns. It stays in this page.
 */

import { demand, LIMITS, over } from "../gate/limits.js";

const NUMBER = /^\d+$/;
/**
 * What the preview of a table without money has none of.
 * @type {Pick<import("../table/purposes.js").View, "unit" | "bare" | "asksUnit" | "asked" | "openFunds" |
 *   "fundOf" | "proofs" | "doubts" | "leftOut" | "isMoney">}
 */
export const NO_MONEY = {
  unit: null,
  bare: false,
  asksUnit: false,
  asked: false,
  openFunds: [],
  fundOf: () => null,
  proofs: [],
  doubts: [],
  leftOut: [],
  isMoney: () => false,
};
export const bare = (text) => text.normalize("NFC").replace(/\([^)]*\)/g, "").replace(/[\s/·.:]/g, "");

/** @typedef {{id: string, label: string, earlier: string[]}} Column `earlier`: what it was called before */

/** Whether a head names the column, as it is called or was. @param {Column} column @param {string} head */
export const names = ({ label, earlier }, head) =>
  [label, ...earlier].some((one) => bare(one) === bare(head));

const cellsOf = (line) => line.split("\t").map((text) => text.trim());

/**
 * The columns in the order of the head, if the line is one.
 * @param {Column[]} columns
 * @returns {(Column | null)[] | null}
 */
function headOf(cells, columns) {
  const found = cells.map((cell) => columns.find((column) => names(column, cell)) ?? null);
  return found.filter(Boolean).length >= 2 ? found : null;
}

/** Without a head the columns stand as in the form, with or without the number. */
function inOrder(lines, columns) {
  const numbered = lines.every(([first]) => first === "" || NUMBER.test(first));
  return numbered ? columns : columns.slice(1);
}

/**
 * @param {string} text lines with tabs @param {Column[]} columns the form's, the number first
 * @returns {Record<string, string>[]} Throws a Refusal when there are too many
 */
export function rowsOf(text, columns) {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").map(cellsOf);
  demand(lines.length <= LIMITS.tableRows, over("명단이", LIMITS.tableRows, "줄"));
  const at = lines.findIndex((cells) => headOf(cells, columns) !== null);
  const body = lines.slice(at + 1);
  const order = at >= 0 ? headOf(lines[at], columns) : inOrder(body, columns);
  const [number, ...own] = columns;
  const rows = body.map((cells) =>
    Object.fromEntries(
      order.flatMap((column, place) => (column && cells[place] ? [[column.id, cells[place]]] : [])),
    )
  );
  return rows.filter((row) => own.some(({ id }) => row[id])).map((row, place) => ({
    ...row,
    [number.id]: String(place + 1),
  }));
}

/**
 * How many rows are of one of the kinds (any, if none is named).
 * @param {Record<string, string>[]} rows
 * @param {string[]} kinds
 */
export function counted(rows, kinds) {
  const known = rows.map(({ kind = "" }) => kind).filter(Boolean);
  return String(
    known.filter((kind) => kinds.length === 0 || kinds.some((one) => kind.startsWith(one))).length,
  );
}
