/**
 * What each row of a table is, as far as its words tell: a line, a sum, shares, a title between lines, a
 * note.
 */

import { ownCells, said } from "./grid.js";
import { meaningsOf, taken } from "./headings.js";
import { core, plain, squeezed, unmarked } from "./text.js";
import { isStatement } from "./units.js";

/**
 * @typedef {{row: number, role: "line" | "sum" | "share" | "title" | "note" | "head" | "blank", why: string,
 *   sure: boolean, doubt?: string}} Told `row` of the grid; `why` a sentence where the role does not tell
 *   why; `sure`: a sum by a word that means nothing else
 */

const NOTE = /^(?:[*※☞▶]|주\s*\d?\s*[):.]|\(?\s*(?:단위|비고|참고|출처|작성|자료)\s*[:)])/;
const SUFFIX = /(?:소계|합계|총계|누계|총합)$/;
const ALL_OF = /^(?:총|전체|모두)\d+(?:개|건)?(?:의)?(?:사업|과제|의제|건|개)?(?:계|합계)?$/; // `총 3개 사업`
const COUNTED = /[:：,]?\s*\(?\d+\s*(?:건|개|명|개소|개사업)?\)?$/;

const MOST_UNDER = 10; // rows that go on with one sum: its funds, its kinds

/** @param {number} row */
const made = (row, role, sure = true) => ({ row, role, why: "", sure });

/** `총 투표수`, `전체 참여 인원`, `총 소요액`: a number or an amount of all. */
function isCountOfAll(label) {
  const { known, unknown } = taken(label);
  return unknown === 0 && known.length > 1 && known[0].says === "sum" &&
    ["count", "whole"].includes(known.at(-1).says);
}

/**
 * Whether a label names a sum: surely (`소계(A)`, `사업 소계`), perhaps (`사무관리비 계`), or not (`통계`, `생태계`).
 * @param {string} text
 */
export function sumWord(text) {
  const label = unmarked(core(text)).replace(COUNTED, "").replace(/[\s:：.<>*\-–—]+$/, "").replace(
    /^[\s<>*]+/,
    "",
  ).trim();
  if (label === "") return null;
  const whole = meaningsOf(label);
  if (whole.some(({ says }) => says === "sum")) return "sure";
  if (whole.some(({ says }) => says === "whole") && /^(?:총|전체)/.test(squeezed(label))) return "sure";
  if (isCountOfAll(label) || ALL_OF.test(squeezed(label))) return "sure";
  if (SUFFIX.test(squeezed(label)) && !/\s/.test(label)) return "sure";
  const last = label.split(/\s+/).at(-1);
  if (last === label || !meaningsOf(last).some(({ says }) => says === "sum")) return null;
  return last.length > 1 && SUFFIX.test(last) ? "sure" : "perhaps";
}

/** Columns whose texts name a row. Remarks and departments do not. @param {Tables.Column[]} columns */
export function labelColumns(columns) {
  const naming = new Set(["name", "item", "kind", "funds", "natures", "serial", "side", "person", null]);
  return columns.filter(({ kind, says }) =>
    naming.has(says) && (kind === "text" || says === "serial" || kind === "blank")
  );
}

/** @param {import("./grid.js").Cell[]} cells a row's */
export function isNote(cells, width) {
  const [first] = cells;
  if (NOTE.test(plain(first.text).trim())) return true;
  return cells.length === 1 &&
    (isStatement(first.text) || (first.across === width && plain(first.text).length > 40));
}

/** Words that tell what the numbers of a row are: in its labels, wherever these stand. */
function wordedAs(labels, says) {
  return labels.some((text) =>
    meaningsOf(text).some((one) => says.includes(one.says)) ||
    (says.includes("share") && /^[([]?%[)\]]?$/.test(text))
  );
}

/**
 * @param {import("./find.js").Table} table @param {import("./columns.js").Column[]} columns
 * @param {import("./values.js").Values} values @returns {(row: number) => Told}
 */
export function teller(table, columns, values) {
  const { grid, heads } = table;
  const labelled = labelColumns(columns);
  const numeric = columns.filter((column) => column.numeric && column.says !== "serial");
  const headTexts = new Set(heads.map((row) => rowText(grid, row)));

  return function tell(row) {
    const cells = ownCells(grid, row);
    if (cells.length === 0) return made(row, "blank");
    if (headTexts.size > 0 && headTexts.has(rowText(grid, row))) return made(row, "head");
    const numbers = numeric.map(({ at }) => values.amount(row, at).kind);
    const hasAmount = numbers.some((kind) => kind === "amount" || kind === "count" || kind === "open");
    const hasShare = numbers.includes("share");
    const labels = labelled.map(({ at }) => said(grid, row, at)).filter(Boolean);
    if (!hasAmount && !hasShare && isNote(cells, grid.width)) return made(row, "note");
    if (wordedAs(labels, ["share"]) || (hasShare && !hasAmount)) return made(row, "share");
    const sums = labels.map(sumWord);
    if (isUnderSum(grid, row, labelled)) return made(row, "sum");
    if (sums.includes("sure") || (grid.parts[row] === "foot" && (hasAmount || hasShare))) {
      return made(row, "sum");
    }
    if (sums.includes("perhaps")) return made(row, "sum", false);
    return !hasAmount && !numbers.includes("text") && cells.length === 1 &&
        !numeric.some(({ at }) => values.amount(row, at).text !== "")
      ? made(row, "title")
      : made(row, "line");
  };
}

/**
 * Whether a row goes on with a sum above it: `계` reaches down over 시비 and 구비, merged or with blanks.
 * @param {Tables.Grid} grid
 * @param {number} row
 */
function isUnderSum(grid, row, labelled) {
  /** @param {Tables.Cell} cell */
  const isSum = (cell) => sumWord(cell.text.trim()) === "sure";
  return labelled.some(({ at }, index) => {
    const cell = grid.cells[row][at];
    if (cell.row < row) return cell.text.trim() !== "" && isSum(cell);
    const next = labelled.slice(index + 1).find((one) => said(grid, row, one.at) !== "");
    if (
      cell.text.trim() !== "" || next === undefined ||
      labelled.slice(0, index).some((one) => said(grid, row, one.at) !== "")
    ) return false;
    let above = row - 1;
    while (
      above > row - MOST_UNDER && above > 0 && said(grid, above, at) === "" &&
      said(grid, above, next.at) !== ""
    ) above -= 1;
    return above >= 0 && isSum(grid.cells[above][at]) && grid.cells[above][at].column === at &&
      grid.cells[above][at].across === 1 && said(grid, above, next.at) !== "";
  });
}

/** @param {Tables.Grid} grid @param {number} row */
const rowText = (grid, row) => squeezed(ownCells(grid, row).map(({ text }) => text).join("\t"));
