/**
 * A workbook (.xlsx): its sheets in their order, each read when it is asked for.
 */

import { demand, over } from "../gate/limits.js";
import { atOnce as whole } from "../gate/turns.js";
import { particle } from "../particle.js";
import { BROKEN, elements, TOO_LONG } from "./archive.js";
import { bare } from "./bare.js";
import { cutOut, inParts } from "./parts.js";
import { Ids, WORDS } from "./ids.js";
import { eachOf } from "./pieces.js";
import { cellsOf, gridOfSheet, textOf } from "./sheet.js";

const MOST_SHEETS = 200;
const MOST_STRINGS = 200_000; // texts of all sheets together
const MOST_CODE = 255; // signs of a number's format, as in Excel
// Days are counted from 1904.
const LATER = /<(?:[\w.-]{1,40}:)?workbookPr\s[^<>]{0,2000}?\bdate1904\s*=\s*["'](?:1|true)["']/;

/**
 * @typedef {{name: string, hidden: boolean, path: string}} SheetPlace
 * @typedef {import("./pieces.js").Pieces<{grids: import("./grid.js").Grid[], told: string[]}>} Grids
 * @typedef {{sheets: SheetPlace[], cells: (name: string) => Map<string, import("./sheet.js").Shown> | null,
 *   ids: () => Ids, grids: () => Grids}} Book `cells`: what stands in one sheet by the cells' names (A1), null
 *   without such a sheet; `ids`: what a workbook of this site says of itself
 */

/** The formats of cells by their style. */
function* formatsOf(archive) {
  if (!archive.has("xl/styles.xml")) return [];
  const styles = yield* archive.unpacked("xl/styles.xml");
  const codes = new Map();
  yield* inParts(yield* cutOut(styles, "numFmts"), "numFmt", function* take(part) {
    for (const one of elements(part, "numFmt")) {
      codes.set(
        Number(one.getAttribute("numFmtId")),
        (one.getAttribute("formatCode") ?? "General").slice(0, MOST_CODE),
      );
    }
  });
  const found = [];
  yield* inParts(yield* cutOut(styles, "cellXfs"), "xf", function* take(part) {
    for (const one of elements(part, "xf")) {
      const id = Number(one.getAttribute("numFmtId"));
      found.push({ id, code: codes.get(id) ?? null });
    }
  });
  return found;
}

function* stringsOf(archive) {
  const found = [];
  if (!archive.has("xl/sharedStrings.xml")) return found;
  const text = yield* archive.unpacked("xl/sharedStrings.xml");
  yield* inParts(text, "si", function* take(part) {
    for (const one of elements(part, "si")) found.push(textOf(one));
    demand(found.length <= MOST_STRINGS, over("파일에 든 글이", MOST_STRINGS, "개"));
  });
  return found;
}

const tooLong = (name) =>
  `시트 ‘${name}’${particle(name, "은/는")} 내용이 너무 많아 읽지 않았어요. 필요한 줄만 따로 저장해 주세요.`;

/** Where a part stands that the workbook names. */
const pathOf = (target) => (target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);

/** All elements of a name in a part's XML. @returns {Element[]} @param {string} text @param {string} name */
function elementsIn(text, name) {
  const found = [];
  whole(inParts(text, name, function* take(part) {
    found.push(...elements(part, name));
  }));
  return found;
}

/** @returns {SheetPlace[]} @param {string} workbook its XML */
function placesOf(archive, workbook) {
  const targets = new Map(
    elementsIn(archive.text("xl/_rels/workbook.xml.rels"), "Relationship").map((
      one,
    ) => [one.getAttribute("Id"), one.getAttribute("Target") ?? ""]),
  );
  return elementsIn(whole(cutOut(workbook, "sheets")), "sheet").map((one) => {
    const id = [...one.attributes].find(({ localName, prefix }) => localName === "id" && prefix)?.value;
    return {
      name: one.getAttribute("name") ?? "",
      hidden: /hidden/i.test(one.getAttribute("state") ?? ""),
      path: pathOf(targets.get(id) ?? ""),
    };
  }).filter(({ path }) => /worksheets\//i.test(path) && archive.has(path));
}

/**
 * @param {import("./archive.js").Archive} archive
 * @returns {Book} Throws a Refusal.
 */
export function openBook(archive) {
  const workbook = archive.text("xl/workbook.xml");
  const sheets = placesOf(archive, workbook);
  demand(sheets.length > 0, BROKEN);
  demand(sheets.length <= MOST_SHEETS, over("시트가", MOST_SHEETS, "개"));
  const later = LATER.test(workbook);
  let shared = null;
  function* book() {
    return shared ??= { strings: yield* stringsOf(archive), formats: yield* formatsOf(archive), later };
  }

  function cells(name) {
    const place = sheets.find((one) => one.name === name);
    if (!place) return null;
    const { rows } = whole(cellsOf(archive.text(place.path, bare), { ...whole(book()), formats: [] }));
    return new Map(
      [...rows].flatMap(([row, found]) =>
        [...found].map(([column, cell]) => [`${letters(column)}${row + 1}`, cell])
      ),
    );
  }
  let said = null;
  /** What a workbook of this site says of itself by ids. */
  function ids() {
    if (said) return said;
    const names = elementsIn(whole(cutOut(workbook, "definedNames")), "definedName");
    return said = new Ids(
      new Map(names.map((one) => [one.getAttribute("name") ?? "", one.textContent ?? ""])),
      cells(WORDS) ?? new Map(),
    );
  }
  function* sheet(place) {
    const text = yield* textOfSheet(place);
    if (text === null) return { place, grid: null, told: [tooLong(place.name)] };
    return { place, ...yield* gridOfSheet(text, yield* book(), place.name) };
  }
  /** Null for one that is too long: the other sheets are read nevertheless. */
  function* textOfSheet({ path }) {
    try {
      return yield* archive.unpacked(path, bare);
    } catch (error) {
      if (/** @type {Error} */ (error).message !== TOO_LONG) throw error;
      return null;
    }
  }
  function* grids() {
    const read = yield* eachOf(sheets, sheet);
    return {
      grids: read.filter(({ grid }) => grid !== null).map(({ grid, told, place: { hidden } }) =>
        Object.assign(grid, { hidden, told })
      ),
      told: read.flatMap(({ grid, place, told }) => (place.hidden || grid !== null ? [] : told)),
    };
  }
  return { sheets, cells, ids, grids };
}

/** `A`, `Z`, `AA`. */
const letters = (column) =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + column % 26);
