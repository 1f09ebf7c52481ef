/**
 * Columns that hold several amounts side by side in each cell, as their heads say (`사업비(시비/구비)` over
 * `12,000/3,000`): laid out with a column for each.
 */

import { amountOf } from "./amount.js";
import { layOut } from "./grid.js";
import { taken } from "./headings.js";
import { inside, outside, plain } from "./text.js";
import { statedIn } from "./units.js";

/** @typedef {import("./find.js").Table} Table */
/**
 * @typedef {{at: number, words: string[], whole: string | null, unit: string, apart?: RegExp, isChange?:
 *   boolean}} Split `whole`: what stands before the brackets with their sum
 */

const APART = /\s*[/·ㆍ:|,;+]\s*|\s*\n\s*/;
const APART_NUMBERS = /\s*[/·ㆍ:|;+]\s*|\s*\n\s*|,\s+|,(?!\d{3}(?!\d))/;
const SAYS = new Set(["fund", "stage", "share", "sum", "whole", "nature"]);
const WITH_WHOLE = /^([^()[\]]*\d[^()[\]]*)[([]([^()[\]]*)[)\]]$/s;

/** What a word says that may name one amount of several; null for another word. */
const saysOf = (word) => {
  const { last, unknown } = taken(word);
  return unknown === 0 && last && SAYS.has(last.says) ? `${last.says} ${last.id}` : null;
};

/**
 * The words of a list of different amounts, of which one at least is a fund's or a stage's; null for another
 * text.
 * @param {string} text
 */
function listed(text) {
  const words = text.split(APART).map((word) => word.trim()).filter(Boolean);
  const says = words.map(saysOf);
  const isList = words.length > 1 && says.every((one) => one !== null) &&
    new Set(says).size === words.length && says.some((one) => /^(?:fund|stage|nature)/.test(one));
  return isList ? words : null;
}

/** The unit in a head, as its columns are to have it. */
function unitIn(head) {
  const unit = inside(plain(head)).find((one) => statedIn(`(${one})`) !== null);
  return unit === undefined ? "" : `(${unit})`;
}

/** How the head of a column says that it holds several amounts. @returns {Omit<Split, "at"> | null} */
function splitBy(head) {
  const text = plain(head);
  const own = unitIn(head);
  const words = inside(text).map(listed).find((one) => one !== null);
  if (words) return { words, whole: outside(text).replace(/\s+/g, " ").trim(), unit: own };
  const bare = listed(outside(text).trim());
  return bare && { words: bare, whole: null, unit: own };
}

const UNMOVED =
  /^([\d,.]+\s*(?:천|백만|만|억)?원?)\s*[([]?\s*((?:변동|변경|증감)(?:사항)?\s*없음|변동무|동일|좌동|유지|신설|신규|추가|폐지|삭제|취소)\s*[)\]]?$/;
const NEW = /신설|신규|추가/;
const GONE = /폐지|삭제|취소/;
const BY = /(?<=[\d원])\s*\((?:[△▲▽▼+\-–−]|증|감)[^()]*\)$/; // 12,000 → 9,500 (△2,500)

/** @param {string} text */
const isWorth = (text) =>
  ["amount", "blank", "share", "open"].includes(amountOf(text).kind) && !amountOf(text).wrong;

/**
 * What stands before and after a change in a cell that tells one amount: `3,000(변동 없음)`, `3,000(신설)`,
 * `1,900(폐지)`.
 * @param {string} text
 */
function unmoved(text) {
  const [, amount, word] = UNMOVED.exec(plain(text).trim()) ?? [];
  if (amount === undefined || !isWorth(amount)) return null;
  if (NEW.test(word)) return ["", "", amount];
  return GONE.test(word) ? ["", amount, ""] : ["", amount, amount];
}

/**
 * The amounts of a cell, the whole first where there is one; null where it does not hold so many.
 * @param {string} text
 */
function amounts(text, split) {
  return (split.isChange && unmoved(text)) ||
    severalIn(split.isChange ? plain(text).trim().replace(BY, "") : text, split);
}

/** @param {string} text */
function severalIn(text, { words, whole, apart = APART_NUMBERS }) {
  const [, all, inner] = WITH_WHOLE.exec(plain(text).trim()) ?? [];
  const found = (inner ?? plain(text)).trim().split(apart).map((one) => one.trim()).filter(Boolean);
  if (
    found.length !== words.length || !found.every(isWorth) ||
    (all !== undefined && (whole === null || !isWorth(all)))
  ) return null;
  return [all ?? "", ...found];
}

const ARROW = /\s*(?:→|⇒|➔|➜|▶|->|=>)\s*/;
const CHANGE = { words: ["변경 전", "변경 후"], whole: null, apart: ARROW, isChange: true };

/** How the cells of a column say it: `15,000 → 16,000`. @returns {Omit<Split, "at"> | null} */
const splitByArrow = (
  cells,
  head,
) => (cells.some(({ text }) => ARROW.test(text)) ? { ...CHANGE, unit: unitIn(head) } : null);

/**
 * The columns to split: nearly all cells that say anything hold as many amounts as the head names.
 * @param {Table} table
 * @returns {Split[]}
 */
function splitsOf({ grid, body, parts }) {
  return parts.flatMap((texts, at) => {
    if (texts.length === 0) return [];
    const own = body.map((row) => grid.cells[row][at]).filter((cell, index) =>
      cell.row === body[index] && cell.column === at
    );
    const split = splitBy(texts.at(-1)) ?? splitByArrow(own, texts.at(-1));
    if (split === null) return [];
    const cells = own.filter(({ text }) => /\d/.test(plain(text)));
    const fitting = cells.filter(({ text }) => amounts(text, split) !== null);
    return cells.length > 0 && fitting.length * 3 >= cells.length * 2 ? [{ at, ...split }] : [];
  });
}

/** A table with a column for each amount. @param {Table} table @param {Split[]} splits */
function laidOut(table, splits) {
  const { grid, heads } = table;
  const by = new Map(splits.map((split) => [split.at, split]));
  /** @param {number} at */
  const width = (at) => (by.has(at) ? by.get(at).words.length + 1 : 1);
  /** @param {Tables.Cell} cell */
  const across = (cell) =>
    Array.from({ length: cell.across }, (_, step) => width(cell.column + step)).reduce(
      (sum, one) => sum + one,
      0,
    );
  const isHead = new Set(heads);
  const rows = grid.cells.map((cells, row) =>
    cells.filter((cell, at) => cell.row === row && cell.column === at).flatMap((cell) => {
      const { text, long = text, down, counted, indent } = cell;
      const split = by.get(cell.column);
      if (!split || cell.across > 1 || isHead.has(row)) {
        return [{ text: long, down, across: across(cell), counted, indent }];
      }
      // What cannot be parted stands in the first of the columns, for its error to be told.
      return (amounts(long, split) ?? ["", long, ...split.words.slice(1).map(() => "")]).map((one) => ({
        text: one,
        down,
      }));
    })
  );
  const parts = table.parts.flatMap((texts, at) => (by.has(at) ? partsOf(texts, by.get(at)) : [texts]));
  const { before, after, name, hidden, told } = grid;
  return {
    ...table,
    grid: { ...layOut(rows, { parts: grid.parts, before, after, name }), hidden, told },
    parts,
    names: parts.map((texts) => texts.join(" ")),
    isSplit: true,
  };
}

/** The heads of the columns of a split one; the first holds the sum of the others. */
function partsOf(texts, { words, whole, unit }) {
  const above = texts.slice(0, -1);
  return [
    [...above, `${whole || ""} 계${unit}`.trim()],
    ...words.map((word) => [...above, ...whole ? [whole] : [], `${word}${unit}`]),
  ];
}

/** @param {Table} table @returns {Table} the same where no column holds several amounts */
export function withSplitColumns(table) {
  const splits = splitsOf(table);
  return splits.length === 0 ? table : laidOut(table, splits);
}
