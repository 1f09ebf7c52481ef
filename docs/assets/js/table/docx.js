/**
 * A Word document (.docx): its tables with merged cells, and the texts around them.
 */

import { demand } from "../gate/limits.js";
import { visible } from "../gate/text.js";
import { BROKEN, children, elements } from "./archive.js";
import { gridsOfBlocks, within } from "./blocks.js";
import { each } from "./pieces.js";
import { built } from "./xml.js";

const SIGNS = { tab: " ", br: "\n", cr: "\n", noBreakHyphen: "-" };
// What is taken out, what only draws.
const UNREAD = new Set(["del", "moveFrom", "instrText", "pict", "drawing"]);

/** @typedef {import("./blocks.js").Block} Block */

function said(node) {
  if (node.localName === "t") return node.textContent;
  if (UNREAD.has(node.localName)) return "";
  return SIGNS[node.localName] ?? [...node.children].map(said).join("");
}

/** What a body or a cell holds, also within what only frames it. */
const partsOf = (holder) =>
  [...holder.children].flatMap((
    part,
  ) => (part.localName === "sdt" ? children(part, "sdtContent").flatMap(partsOf) : [part]));

const value = (cell, name) => children(cell, "tcPr").flatMap((one) => children(one, name))[0] ?? null;
const attribute = (element, name) =>
  [...element?.attributes ?? []].find(({ localName }) => localName === name)?.value ?? null;

/** A row's cells: their place, and whether they go on with the one above. */
function placed(row) {
  const [before] = children(row, "trPr").flatMap((one) => children(one, "gridBefore"));
  let column = Number(attribute(before, "val") ?? 0);
  return partsOf(row).filter(({ localName }) => localName === "tc").map((cell) => {
    const across = Math.max(1, Number(attribute(value(cell, "gridSpan"), "val")) || 1);
    const merged = value(cell, "vMerge");
    const text = visible(partsOf(cell).filter(({ localName }) => localName === "p").map(said).join("\n"))
      .trim();
    const found = {
      text,
      column,
      across,
      down: 1,
      goesOn: merged !== null && attribute(merged, "val") !== "restart",
    };
    column += across;
    return found;
  });
}

/** @returns {import("./pieces.js").Pieces<Block>} */
function* blockOf(table) {
  const rows = yield* each(partsOf(table).filter(({ localName }) => localName === "tr"), placed);
  const above = new Map();
  for (const cell of rows.flat()) {
    const top = cell.goesOn ? above.get(cell.column) : null;
    if (top) top.down += 1;
    else {
      cell.goesOn = false;
      above.set(cell.column, cell);
    }
  }
  return {
    rows: rows.map((row) =>
      row.filter(({ goesOn }) => !goesOn).map(({ text, down, across }) => ({ text, down, across }))
    ),
  };
}

/**
 * Texts and tables in order; of a table that frames others, what stands in its cells.
 * @returns {import("./pieces.js").Pieces<Block[]>}
 */
function* blocksOf(holder) {
  const found = [];
  for (let part = holder.firstElementChild; part !== null; part = part.nextElementSibling) {
    yield;
    if (part.localName === "p") found.push({ text: visible(said(part)).trim() });
    else if (part.localName === "sdt") {
      for (const framed of children(part, "sdtContent")) append(found, yield* blocksOf(framed));
    } else if (part.localName === "tbl") {
      if (part.getElementsByTagNameNS("*", "tbl").length === 0) found.push(yield* blockOf(part));
      else for (const cell of cellsIn(part)) append(found, yield* blocksOf(cell));
    }
  }
  return found;
}

/** Thousands of things are no arguments. */
function append(list, more) {
  for (const one of more) list.push(one);
}

const cellsIn = (table) => partsOf(table).flatMap(partsOf).filter(({ localName }) => localName === "tc");

/**
 * @param {import("./archive.js").Archive} archive
 * @returns {import("./pieces.js").Pieces<{grids: import("./grid.js").Grid[], told: string[]}>} Throws a
 *   Refusal.
 */
export function* gridsOfDocx(archive) {
  const text = yield* archive.unpacked("word/document.xml");
  yield;
  const [body] = elements(yield* built(text), "body");
  yield;
  demand(body, BROKEN);
  const blocks = within(yield* blocksOf(body));
  yield;
  return { grids: gridsOfBlocks(blocks), told: [] };
}
