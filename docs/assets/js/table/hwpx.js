/**
 * A 한글 document (.hwpx): the tables of its sections with merged cells, and the texts around them. Headers,
 * footnotes and remarks are no part of a cell.
 */

import { demand, LIMITS } from "../gate/limits.js";
import { visible } from "../gate/text.js";
import { BROKEN, children } from "./archive.js";
import { gridsOfBlocks, within } from "./blocks.js";
import { inParts } from "./parts.js";
import { each, eachOf } from "./pieces.js";

const SECTION = /^Contents\/section(\d+)\.xml$/i;
const SIGNS = { lineBreak: "\n", tab: " ", fwSpace: " ", nbSpace: " ", hyphen: "-" };
const MOST_DEEP = 10; // tables within tables

/** @typedef {import("./blocks.js").Block} Block */

/** The text of one `t`: signs that 한글 writes as elements become signs. */
function said(node, deep = 0) {
  if (deep > MOST_DEEP) return "";
  return [...node.childNodes].map((
    one,
  ) => (one.nodeType === Node.ELEMENT_NODE
    ? SIGNS[one.localName] ?? said(one, deep + 1)
    : one.nodeValue ?? "")
  ).join("");
}

/** The boxes of a drawing with paragraphs of their own; those within a box come with its paragraphs. */
function boxesIn(part) {
  const all = [...part.getElementsByTagNameNS("*", "drawText")];
  const inner = new Set(all.flatMap((one) => [...one.getElementsByTagNameNS("*", "drawText")]));
  return all.filter((one) => !inner.has(one));
}

/** The paragraphs of what holds some: a cell, a caption, a text box. */
const paragraphsOf = (holder) => children(holder, "subList").flatMap((list) => children(list, "p"));

/**
 * What a paragraph holds, in order: texts, tables, boxes with paragraphs of their own.
 * @returns {import("./pieces.js").Pieces<Block[]>}
 */
function* ofParagraph(paragraph, deep) {
  const found = [];
  let text = "";
  const end = () => {
    if (text.trim() !== "") found.push({ text: visible(text.slice(0, LIMITS.text)).trim() });
    text = "";
  };
  for (const part of children(paragraph, "run").flatMap((run) => [...run.children])) {
    if (part.localName === "t") text += said(part);
    else if (part.localName === "tbl") {
      end();
      found.push(...yield* ofTable(part, deep + 1));
    } else if (deep < MOST_DEEP) {
      const boxes = boxesIn(part).flatMap(paragraphsOf);
      if (boxes.length) end();
      found.push(...yield* ofParagraphs(boxes, deep + 1));
    }
  }
  end();
  yield;
  return found;
}

/** @returns {import("./pieces.js").Pieces<Block[]>} */
function* ofParagraphs(paragraphs, deep) {
  return (yield* eachOf(paragraphs, (one) => ofParagraph(one, deep))).flat();
}

function given(cell) {
  const [span] = children(cell, "cellSpan");
  const number = (name) => Math.max(1, Number(span?.getAttribute(name)) || 1);
  const text = paragraphsOf(cell).map((paragraph) =>
    children(paragraph, "run").flatMap((run) => children(run, "t")).map(said).join("")
  ).join("\n");
  return {
    text: visible(text.slice(0, LIMITS.text)).trim(),
    down: number("rowSpan"),
    across: number("colSpan"),
  };
}

/**
 * A table; one that holds others only lays them out: its texts stand around them.
 * @returns {import("./pieces.js").Pieces<Block[]>}
 */
function* ofTable(table, deep) {
  const rows = children(table, "tr").map((row) => children(row, "tc"));
  const caption = (yield* ofParagraphs(children(table, "caption").flatMap(paragraphsOf), deep))
    .map(({ text }) => text ?? "").join("\n");
  if (table.getElementsByTagNameNS("*", "tbl").length > 0 && deep < MOST_DEEP) {
    return [
      ...caption ? [{ text: caption }] : [],
      ...yield* ofParagraphs(rows.flat().flatMap(paragraphsOf), deep),
    ];
  }
  return [{ rows: yield* each(rows, (cells) => cells.map(given)), caption }];
}

/**
 * @param {import("./archive.js").Archive} archive
 * @returns {import("./pieces.js").Pieces<{grids: import("./grid.js").Grid[], told: string[]}>} Throws a
 *   Refusal.
 */
export function* gridsOfHwpx(archive) {
  const sections = archive.names.filter((name) => SECTION.test(name)).sort((one, other) =>
    Number(SECTION.exec(one)[1]) - Number(SECTION.exec(other)[1])
  );
  demand(sections.length > 0, BROKEN);
  const blocks = [];
  for (const name of sections) {
    const text = yield* archive.unpacked(name);
    yield* inParts(text, "p", function* read(part) {
      blocks.push(yield* ofParagraphs(children(part, "p"), 0));
    });
  }
  yield;
  return { grids: gridsOfBlocks(within(blocks.flat())), told: [] };
}
