/**
 * A workbook made elsewhere, filled in here without a server: values are typed into its cells, and what its
 * formulas show is written beside them, so that a program that does not calculate shows the right numbers
 * too.
 */

import * as trusted from "../trusted.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
// XML has no place for these; a name that holds one would make the file unreadable.
const UNPRINTABLE = new RegExp(
  [
    String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`,
    String.raw`[\ud800-\udbff](?![\udc00-\udfff])`,
    String.raw`(?<![\ud800-\udbff])[\udc00-\udfff]`,
  ].join("|"),
  "g",
);
const LONGEST = 32_000; // Excel takes 32,767 characters in a cell
const MADE_ON = new Date(2000, 0, 1); // in the archive: the same plan gives the same bytes

export function clean(text) {
  return text.replace(UNPRINTABLE, "").slice(0, LONGEST);
}

/** One sheet's XML with its cells at hand. */
function openSheet(bytes) {
  const xml = trusted.parse(new TextDecoder().decode(bytes), "application/xml");
  const cells = new Map(
    [...xml.getElementsByTagNameNS(MAIN, "c")].map((cell) => [cell.getAttribute("r"), cell]),
  );
  const child = (name, text) => {
    const element = xml.createElementNS(MAIN, name);
    if (text !== null) element.textContent = text;
    return element;
  };
  return {
    cells,
    /** A text in the cell itself: it is never read as a formula. */
    text(name, text) {
      const cell = cells.get(name);
      const inner = child("t", clean(text));
      inner.setAttribute("xml:space", "preserve");
      const string = child("is", null);
      string.append(inner);
      cell.setAttribute("t", "inlineStr");
      cell.replaceChildren(...text === "" ? [] : [string]);
      if (text === "") cell.removeAttribute("t");
    },
    number(name, number) {
      const cell = cells.get(name);
      cell.removeAttribute("t");
      cell.replaceChildren(child("v", String(number)));
    },
    /** What a formula shows until it is worked out; null: nothing is said. */
    shown(cell, value) {
      cell.getElementsByTagNameNS(MAIN, "v")[0]?.remove();
      cell.removeAttribute("t");
      if (value === null) return;
      if (typeof value === "string") cell.setAttribute("t", "str");
      cell.append(child("v", typeof value === "string" ? clean(value) : String(value)));
    },
    bytes: () =>
      new TextEncoder().encode(
        HEAD + new XMLSerializer().serializeToString(xml).replace(/^<\?xml[^>]*\?>\s*/, ""),
      ),
  };
}

/**
 * Every formula's shown value: what is known by its key, blank for the rest of the keys, nothing for the
 * others.
 */
function showValues(sheet, keys, values) {
  for (const [name, cell] of sheet.cells) {
    if (cell.getElementsByTagNameNS(MAIN, "f").length === 0) continue;
    sheet.shown(cell, name in keys ? values.get(keys[name]) ?? "" : null);
  }
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/**
 * The filled workbook's bytes.
 * @param {{file: string, keys: Record<string, Record<string, string>>}} template in base 64; keys by sheet
 *   number and cell
 * @param {Map<string, string | number | bigint>} values what formulas show, by key
 * @param {(sheet: any, number: number) => void} type types into one sheet
 * @param {any} zip fflate
 */
export function fill(template, values, type, zip) {
  const files = zip.unzipSync(fromBase64(template.file));
  for (const path of Object.keys(files)) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
    if (!number) continue;
    const sheet = openSheet(files[path]);
    type(sheet, Number(number));
    showValues(sheet, template.keys[number] ?? {}, values);
    files[path] = sheet.bytes();
  }
  return zip.zipSync(files, { level: 6, mtime: MADE_ON });
}
