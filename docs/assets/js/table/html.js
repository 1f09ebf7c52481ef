/**
 * Tables in copied HTML (Excel, 한글, Google Sheets, a browser), with what stands around them: units stand in a
 * paragraph or a caption.
 */

import { pastedHtml } from "../gate/pasted.js";
import * as trusted from "../trusted.js";
import { gridsOfBlocks } from "./blocks.js";
import { uncelled } from "./csv-cell.js";
import { each, eachOf } from "./pieces.js";

const LINES = new Set(["BR", "P", "DIV", "LI", "TR"]);
const UNREAD = new Set(["TABLE", "STYLE", "SCRIPT", "RT", "RP"]);
const BLOCKS = new Set(["P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "CAPTION", "PRE"]);
const PARTS = { THEAD: "head", TFOOT: "foot" };

/**
 * An element's text; a line for each of its blocks. Nested tables say nothing here: they are read by
 * themselves.
 */
const textOf = (element) => written(element).replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();

function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  let text = "";
  for (const one of node.childNodes) {
    if (!UNREAD.has(one.tagName)) text += written(one) + (LINES.has(one.tagName) ? "\n" : "");
  }
  return text;
}

const isHidden = (element) =>
  element.hidden || /display\s*:\s*none/i.test(element.getAttribute("style") ?? "");

/** A table's rows in the order in which they are shown: a foot that is written first stands last. */
function rowsOf(table) {
  const rows = [...table.rows].filter((row) => !isHidden(row));
  return [
    ...rows.filter((row) => row.parentNode.tagName !== "TFOOT"),
    ...rows.filter((row) => row.parentNode.tagName === "TFOOT"),
  ];
}

const HALF_LETTER = 6; // points, roughly
const SET_IN = /(?:padding-left|margin-left|text-indent)\s*:\s*(\d+(?:\.\d+)?)(pt|px)/gi;

/** How far a cell's text is set in, in half letters: by blanks that a page keeps, or by its style. */
function indentOf(cell) {
  const [blanks] = /^[^\S\n]*/.exec(written(cell).replace(/^[ \t\r\n]+/, ""));
  const styles = [cell, cell.querySelector("p")].map((one) => one?.getAttribute("style") ?? "").join(";");
  const points = [...styles.matchAll(SET_IN)].reduce(
    (sum, [, size, unit]) => sum + Number(size) * (unit === "px" ? 0.75 : 1),
    0,
  );
  return [...blanks].reduce((sum, blank) => sum + (blank === "\u3000" ? 2 : 1), 0) +
    Math.round(points / HALF_LETTER);
}

const given = (cell) => ({
  text: uncelled(textOf(cell)),
  down: cell.rowSpan || 1,
  across: cell.colSpan || 1,
  indent: indentOf(cell),
});

function* blockOf(table) {
  const rows = rowsOf(table);
  return {
    rows: yield* each(rows, (row) => [...row.cells].map(given)),
    parts: rows.map((row) => PARTS[row.parentNode.tagName] ?? "body"),
    caption: table.caption ? textOf(table.caption) : "",
  };
}

/**
 * The innermost blocks of a page and the tables, in order; what stands in a table is the table's.
 * @param {Element[]} [found]
 */
function blocksOf(root, found = []) {
  for (const one of root.children) {
    const before = found.length;
    if (one.tagName !== "TABLE") blocksOf(one, found);
    if (one.tagName === "TABLE" || (BLOCKS.has(one.tagName) && found.length === before)) found.push(one);
  }
  return found;
}

/** Tables that hold others only lay them out: the innermost are read. */
function innermost(table) {
  const inner = [...table.querySelectorAll("table")];
  return inner.length ? inner.filter((one) => one.querySelector("table") === null) : [table];
}

function* blocksIn(block) {
  return block.tagName === "TABLE" ? yield* eachOf(innermost(block), blockOf) : [{ text: textOf(block) }];
}

const NESTING = /<(\/?)(table|t[dh]|div|pre|r[tp]|h\d)(?=[ >])[^>]*>/g;
// Blocks within each other in one cell; a browser's parser takes minutes over thousands.
const MOST_NESTED = 40;

/**
 * Without the blocks that stand within too many others; their texts stay.
 * @param {string} html that passed the gate
 */
function flat(html) {
  let [tables, nested] = [0, 0];
  return html.replace(NESTING, (tag, end, name) => {
    const step = end ? -1 : 1;
    if (name === "table") tables = Math.max(0, tables + step);
    // A new cell ends the blocks of the one before.
    else if (name === "td" || name === "th") nested = tables > 0 && !end ? 0 : nested;
    else {
      nested = Math.max(0, nested + step);
      return nested + (end ? 1 : 0) > MOST_NESTED ? "" : tag;
    }
    return tag;
  });
}

/**
 * @param {string} html as it was copied
 * @returns {import("./pieces.js").Pieces<import("./grid.js").Grid[]>} Throws a Refusal over the gate's
 *   limits.
 */
export function* gridsOfHtml(html) {
  const passed = yield* pastedHtml(html);
  yield;
  const kept = flat(passed);
  yield;
  const root = trusted.parse(kept, "text/html").body;
  yield;
  const blocks = (yield* eachOf(blocksOf(root), blocksIn)).flat();
  yield;
  return gridsOfBlocks(blocks);
}
