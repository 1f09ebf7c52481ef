/**
 * Tables that say what stood before and by how much it changes (`당초 | 증감`), but not what stands then: a
 * column for that is added.
 */

import { amountOf } from "./amount.js";
import { columnsOf } from "./columns.js";
import { layOut } from "./grid.js";
import { PARTS } from "./plain-amount.js";

/** @typedef {import("./find.js").Table} Table @typedef {import("./columns.js").Column} Column */

const NEVER = new Set(["spent", "left", "past", "later"]);
const LESS = /감|삭/; // 감액, 삭감: their amounts are taken off
const MORE = /증|추/;
const RESULT = "변경 후";

const signedParts = ({ parts, less }) => (less ? -parts : parts);

/** The amount of a place; null for what is none, or has a unit of its own. */
function partsAt({ grid }, row, at) {
  const cell = grid.cells[row][at];
  const amount = amountOf(cell.row === row && cell.column === at ? cell.text : "");
  if (amount.kind === "blank") return 0n;
  return amount.kind === "amount" && !amount.own && !amount.wrong ? signedParts(amount) : null;
}

/** Whether the amounts of a change are to be taken off. @param {Table} table @param {Column} step */
const isLess = (table, { at, name }) =>
  LESS.test(name) && !MORE.test(name) && table.body.every((row) => (partsAt(table, row, at) ?? 0n) >= 0n);

/**
 * Each column before with its changes; none where the table says itself what stands.
 * @returns {{before: Column, steps: Column[]}[]}
 * @param {Tables.Column[]} columns
 */
function pairsOf(columns) {
  const money = columns.filter(({ kind, stage }) => kind === "money" && !NEVER.has(stage));
  if (!money.every(({ stage }) => stage === "before" || stage === "change")) return [];
  const same = (before) => money.filter(({ stage, fund }) => stage === "change" && fund === before.fund);
  const pairs = money.filter(({ stage }) => stage === "before").map((before) => ({
    before,
    steps: same(before),
  }));
  return pairs.every(({ before, steps }) =>
      steps.length > 0 && pairs.filter((one) => one.before.fund === before.fund).length === 1
    )
    ? pairs
    : [];
}

function written(parts) {
  const size = parts < 0n ? -parts : parts;
  return `${parts < 0n ? "-" : ""}${size / PARTS}.${String(size % PARTS).padStart(8, "0")}`.replace(
    /\.?0+$/,
    "",
  );
}

/** `변경 후 시비(천원)` */
const headOf = ({ words, unit }) =>
  `${RESULT} ${words.filter(({ says }) => says === "fund").at(-1)?.label ?? ""}${
    unit === null ? "" : `(${unit.id})`
  }`.trim();

/** What stands after the changes, as a text; "" where that is not to be told. */
function resultAt(table, row, { before, steps }) {
  const all = [before, ...steps].map((
    one,
  ) => [partsAt(table, row, one.at), one !== before && isLess(table, one)]);
  return all.some(([parts]) => parts === null)
    ? ""
    : written(all.reduce((sum, [parts, less]) => sum + (less ? -parts : parts), 0n));
}

/** @param {Table} table @returns {Table} the same where it says what stands, or tells no change */
export function withResults(table) {
  const pairs = table.heads.length === 0 ? [] : pairsOf(columnsOf(table));
  if (pairs.length === 0) return table;
  const { grid } = table;
  const isBody = new Set(table.body);
  const rows = grid.cells.map((
    cells,
    row,
  ) => [
    ...cells.filter((cell, at) => cell.row === row && cell.column === at)
      .map(({ text, long = text, down, across, counted, indent }) => ({
        text: long,
        down,
        across,
        counted,
        indent,
      })),
    ...pairs.map((pair) => ({ text: isBody.has(row) ? resultAt(table, row, pair) : "" })),
  ]);
  const parts = [...table.parts, ...pairs.map(({ before }) => [headOf(before)])];
  const { before, after, name, hidden, told } = grid;
  return {
    ...table,
    grid: { ...layOut(rows, { parts: grid.parts, before, after, name }), hidden, told },
    parts,
    names: parts.map((texts) => texts.join(" ")),
    isAdded: true,
  };
}
