/**
 * A file as tables: workbooks, 한글 and Word documents, CSV and text in any encoding that Windows' programs
 * write, tables of a page that are saved as a workbook.
 */

import { decoded } from "../gate/decode.js";
import { counted, demand, LIMITS } from "../gate/limits.js";
import { bytesOf } from "../gate/sources.js";
import { loadScript } from "../later.js";
import { openArchive } from "./archive.js";
import { openBook } from "./book.js";
import { gridsOfText } from "./delimited.js";
import { gridsOfDocx } from "./docx.js";
import { gridsOfHtml } from "./html.js";
import { gridsOfHwpx } from "./hwpx.js";
import { isArchive, kindOf, refusal } from "./kinds.js";

const PAGE = /^\s*(?:<!doctype html|<html|<table|<meta|<head|<style)/i;
const OURS = /^\s*\{\s*"format"\s*:\s*"hyeopchi-/; // a plan, a sheet or a checklist, which its tool opens
const OLD_XML = /urn:schemas-microsoft-com:office:spreadsheet/;

/**
 * @typedef {{book: ReturnType<typeof import("./book.js").openBook> | null, tables: () =>
 *   import("./pieces.js").Pieces<{grids: import("./grid.js").Grid[], told: string[]}>}} Read `tables` reads
 *   them; `told`: what was left out of the file; `book`: the workbook itself, for those who know its sheets
 */

/** What an archive of parts holds. @returns {Read} */
function ofArchive(bytes) {
  const archive = openArchive(bytes);
  const kind = kindOf(archive);
  if (kind === "xlsx") {
    const book = openBook(archive);
    return { book, tables: book.grids };
  }
  const read = { hwpx: gridsOfHwpx, docx: gridsOfDocx }[kind];
  if (!read) throw refusal(kind);
  return { book: null, tables: () => read(archive) };
}

function* ofText(bytes) {
  demand(
    bytes.length <= LIMITS.bytes,
    `파일이 너무 커요. ${counted(LIMITS.bytes / 1_000_000)} MB까지 열 수 있어요.`,
  );
  const text = decoded(bytes);
  if (OURS.test(text.slice(0, 200))) throw refusal("plan");
  if (OLD_XML.test(text.slice(0, 2_000))) throw refusal("xml");
  yield;
  return { grids: PAGE.test(text) ? yield* gridsOfHtml(text) : yield* gridsOfText(text), told: [] };
}

/**
 * @param {File} file
 * @param {string} assets the address of the site's assets, where fflate stands
 * @returns {Promise<Read>} its tables are not read yet. Throws a Refusal.
 */
export async function openFile(file, assets) {
  demand(
    file.size <= LIMITS.archive,
    `파일이 너무 커요. ${counted(LIMITS.archive / 1_000_000)} MB까지 열 수 있어요.`,
  );
  const bytes = new Uint8Array(await bytesOf(file));
  if (!isArchive(bytes, file.name)) return { book: null, tables: () => ofText(bytes) };
  if (!globalThis.fflate) await loadScript(`${assets}vendor/fflate/index.js`);
  return ofArchive(bytes);
}

/**
 * The tables of what was opened.
 * @param {Read} read
 * @returns {import("./pieces.js").Pieces<{grids: import("./grid.js").Grid[], told: string[]}>} Throws a
 *   Refusal.
 */
export function* tablesIn({ tables }) {
  const found = yield* tables();
  demand(found.grids.length > 0 || found.told.length === 0, () => found.told.join(" "));
  return found;
}
