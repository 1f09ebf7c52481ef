/**
 * One sheet of a workbook as a grid: its cells as they are shown, merged ones with their reach, without the
 * rows and columns that are hidden. What an outline has folded away is no less the table's.
 */

import { counted, LIMITS } from "../gate/limits.js";
import { visible } from "../gate/text.js";
import { particle } from "../particle.js";
import { children, elements } from "./archive.js";
import { layOut } from "./grid.js";
import { shownAs } from "./number-format.js";
import { inParts } from "./parts.js";
import { among, within } from "./spans.js";

const MOST_ROWS = 1_048_576; // of a sheet
const MOST_COLUMNS = 16_384; // of a sheet
const MOST_BLANK = 2; // blank rows that part two tables; more say nothing
const MOST_FORMULA = 40; // signs of a formula that stands for its value
const AT_ONCE = 200; // cells
const NAME = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * @typedef {{strings: string[], formats: {id: number, code: string | null}[], later: boolean}} Book what all
 *   sheets share
 * @typedef {{text: string, number: number | null, lacking: boolean}} Shown `lacking`: a formula whose value
 *   is not in the file
 * @typedef {{down: number, across: number, from: [number, number]}} Merge
 */

const columnOf = (letters) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
const isHidden = (element) =>
  /^(?:1|true)$/.test(element.getAttribute("hidden") ?? "") &&
  !(Number(element.getAttribute("outlineLevel")) > 0);

/** A text with its runs, without what only shows how it sounds. @param {Element} node */
export const textOf = (node) =>
  elements(node, "t").filter((part) => part.parentElement.localName !== "rPh").map((part) => part.textContent)
    .join("").slice(0, LIMITS.text);

/** @param {Element} cell @param {Book} book @returns {Shown} */
function shown(cell, { strings, formats, later }) {
  const type = cell.getAttribute("t") ?? "n";
  const value = children(cell, "v")[0]?.textContent ?? "";
  const formula = children(cell, "f")[0];
  const made = (text, more = {}) => ({ text, number: null, lacking: false, ...more });
  if (type === "inlineStr") return made(textOf(cell));
  if (formula && value === "" && type !== "str") {
    return made(`=${formula.textContent}`.slice(0, MOST_FORMULA), { lacking: true });
  }
  if (type === "s") return made(strings[Number(value)] ?? "");
  if (type === "b") return made(value === "1" ? "TRUE" : "FALSE");
  const number = type === "n" && value !== "" ? Number(value) : NaN;
  return Number.isFinite(number)
    ? made(shownAs(number, formats[Number(cell.getAttribute("s") ?? 0)] ?? { id: 0, code: null }, later), {
      number,
    })
    : made(value);
}

/**
 * All cells that say something, by row and column. @param {string} text the sheet's XML (bare.js) @param {Book} book
 * @returns {import("./pieces.js").Pieces<{rows: Map<number, Map<number, Shown>>, hidden: Set<number>, xml:
 *   Document}>} `xml`: what stands around them
 */
export function* cellsOf(text, book) {
  const found = { rows: new Map(), hidden: new Set(), last: -1 }; // `last`: the row before
  const xml = yield* inParts(text, "row", (part) => addRows(elements(part, "row"), book, found));
  return { ...found, xml };
}

function* addRows(all, book, found) {
  let seen = 0;
  for (const element of all) {
    const row = Number(element.getAttribute("r") ?? found.last + 2) - 1;
    found.last = row;
    if (isHidden(element)) found.hidden.add(row);
    const cells = new Map();
    let column = -1;
    for (let cell = element.firstElementChild; cell !== null; cell = cell.nextElementSibling) {
      if (cell.localName !== "c") continue;
      if ((seen += 1) % AT_ONCE === 0) yield;
      const named = NAME.exec(cell.getAttribute("r") ?? "");
      column = named ? columnOf(named[1]) : column + 1;
      const one = shown(cell, book);
      if (one.text.trim() !== "") cells.set(column, one);
    }
    if (cells.size > 0) found.rows.set(row, cells);
    yield;
  }
}

/** @returns {(column: number) => boolean} */
function hiddenColumns(xml) {
  const hidden = elements(xml, "col").slice(0, LIMITS.tableCells).filter(isHidden).map((element) => [
    Number(element.getAttribute("min")) - 1,
    Number(element.getAttribute("max")) - 1,
  ]);
  const found = within(hidden, MOST_COLUMNS);
  return (column) => found.has(column);
}

/** Merged places: first and last row and column. @returns {number[][]} */
function mergesOf(xml) {
  return elements(xml, "mergeCell").slice(0, LIMITS.tableCells).map((element) =>
    (element.getAttribute("ref") ?? "").split(":").map((name) => NAME.exec(name))
  ).filter((ends) => ends.length === 2 && ends.every(Boolean))
    .map(([from, to]) => [Number(from[2]) - 1, columnOf(from[1]), Number(to[2]) - 1, columnOf(to[1])]);
}

/** The rows that are kept, without long runs of blank ones. */
function keptRows(rows, hidden, reaching) {
  const kept = [];
  let last = null;
  for (
    const row of [...new Set([...rows.keys(), ...reaching])].filter((one) => !hidden.has(one)).sort((
      one,
      other,
    ) => one - other)
  ) {
    const between = [];
    for (let blank = Math.max((last ?? row) + 1, row - MOST_BLANK); blank < row; blank += 1) {
      if (!hidden.has(blank)) between.push(blank);
    }
    kept.push(...between, row);
    last = row;
  }
  return kept;
}

function tooLarge(name, rows, columns) {
  const sheet = `시트 ‘${name}’${particle(name, "은/는")}`;
  if (rows > LIMITS.tableRows) {
    return `${sheet} 줄이 ${counted(rows)}개라 읽지 않았어요. ${
      counted(LIMITS.tableRows)
    }줄까지 읽을 수 있어요.`;
  }
  if (columns > LIMITS.tableColumns) {
    return `${sheet} 한 줄에 칸이 ${counted(columns)}개라 읽지 않았어요. ${
      counted(LIMITS.tableColumns)
    }칸까지 읽을 수 있어요.`;
  }
  return rows * columns > LIMITS.tableCells
    ? `${sheet} 칸이 ${counted(rows * columns)}개라 읽지 않았어요. ${
      counted(LIMITS.tableCells)
    }칸까지 읽을 수 있어요.`
    : null;
}

/** The cells of each kept row that begin there, with their reach. */
function* givenRows(cells, rows, columns, merges) {
  const begins = new Map();
  const covered = new Set();
  let area = 0;
  for (const [top, left, bottom, right] of merges) {
    // Merges that overlap are none of Excel's.
    if (area > rows.length * columns.length) break;
    if ([covered, begins].some((known) => known.has(`${top},${left}`))) continue;
    const [down, across] = [among(rows, top, bottom), among(columns, left, right)];
    if (down.length === 0 || across.length === 0) continue;
    area += down.length * across.length;
    begins.set(`${down[0]},${across[0]}`, { down: down.length, across: across.length, from: [top, left] });
    for (const row of down) {
      for (const column of across) {
        if (row !== down[0] || column !== across[0]) covered.add(`${row},${column}`);
      }
    }
  }
  const found = [];
  for (const row of rows) {
    found.push(
      columns.filter((column) => !covered.has(`${row},${column}`)).map((column) => {
        const { from = [row, column], down = 1, across = 1 } = begins.get(`${row},${column}`) ?? {};
        const { text = "", number = null } = cells.get(from[0])?.get(from[1]) ?? {};
        return {
          text: visible(text.slice(0, LIMITS.text)),
          down,
          across,
          counted: number !== null && !Number.isInteger(number),
        };
      }),
    );
    yield;
  }
  return found;
}

function toldOf(name, hiddenRows, hiddenCount, lacking) {
  return [
    hiddenRows > 0
      ? `시트 ‘${name}’에서 숨긴 줄 ${
        counted(hiddenRows)
      }개는 뺐어요. 넣으려면 엑셀에서 보이게 해 저장하세요.`
      : "",
    hiddenCount > 0 ? `시트 ‘${name}’에서 숨긴 열 ${counted(hiddenCount)}개는 뺐어요.` : "",
    lacking > 0
      ? `시트 ‘${name}’에 값이 저장되지 않은 수식이 ${
        counted(lacking)
      }칸 있어요. 엑셀에서 열어 저장한 뒤에 다시 열어 주세요.`
      : "",
  ].filter(Boolean);
}

/**
 * @param {string} text the sheet's XML @param {Book} book @param {string} name the sheet's
 * @returns {import("./pieces.js").Pieces<{grid: import("./grid.js").Grid | null, told: string[]}>} no grid
 *   for a sheet that is empty or too large, which is told
 */
export function* gridOfSheet(text, book, name) {
  const { rows: cells, hidden, xml } = yield* cellsOf(text, book);
  yield;
  const isOut = hiddenColumns(xml);
  const filled = [...new Set([...cells.values()].flatMap((row) => [...row.keys()]))].sort((one, other) =>
    one - other
  );
  const merges = mergesOf(xml).filter(([top, left]) => cells.get(top)?.has(left));
  const columns = filled.filter((column) => !isOut(column));
  const rows = keptRows(
    cells,
    hidden,
    within(
      merges.filter(([top, left, bottom]) => bottom - top < LIMITS.tableRows && !isOut(left))
        .map(([top, _, bottom]) => [top + 1, bottom]),
      MOST_ROWS,
    ),
  );
  const problem = tooLarge(name, rows.length, columns.length);
  if (problem !== null || rows.length === 0 || columns.length === 0) {
    return { grid: null, told: problem === null ? [] : [problem] };
  }
  yield;
  const lacking = [...cells.values()].flatMap((row) => [...row.values()]).filter((one) => one.lacking).length;
  return {
    grid: layOut(yield* givenRows(cells, rows, columns, merges), { name }),
    told: toldOf(
      name,
      [...cells.keys()].filter((row) => hidden.has(row)).length,
      filled.length - columns.length,
      lacking,
    ),
  };
}
