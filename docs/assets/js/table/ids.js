/**
 * What a workbook of this site says of itself by ids: where each thing stands (defined names), what each word
 * of its lists means (a hidden sheet). The browser's twin of macros/office/excel/ids.py.
 */

const [MARK, BETWEEN] = ["hg", "__"];
export const WORDS = "칸의 id"; // the hidden sheet
const MOST = 2_000; // names and words of one file; ours have some hundred
const CELL = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})$/;

/**
 * @typedef {{sheet: string, cell: string}} Where
 * @typedef {Map<string, import("./sheet.js").Shown>} Cells
 */

/** The key of a defined name (`field/change-own`); null for a name of somebody else's. @param {string} name */
function keyOf(name) {
  const [mark, ...key] = name.split(BETWEEN);
  return mark === MARK && key.length > 0 ? key.map((part) => part.replaceAll("_", "-")).join("/") : null;
}

/** The row of a cell. @param {string} cell */
export const rowOf = (cell) => Number(cell.replace(/^[A-Z]+/, ""));

/** What a file says: cells by key, words by key. A file from before says nothing. */
export class Ids {
  /** @param {Map<string, string>} names defined names, with what each stands for @param {Cells} rows */
  constructor(names, rows) {
    /** @type {Map<string, Where>} */
    this.cells = new Map();
    /** @type {Map<string, string>} */
    this.words = new Map();
    for (const [name, to] of names) {
      const [key, found] = [keyOf(name), CELL.exec(to)];
      if (key === null || !found || this.cells.size >= MOST) continue;
      const sheet = (found[1] ?? found[2]).replaceAll("''", "'");
      this.cells.set(key, { sheet, cell: found[3] + found[4] });
    }
    for (const [cell, { text }] of rows) {
      const key = cell.startsWith("A") ? keyOf(text) : null;
      const word = rows.get(`B${rowOf(cell)}`)?.text.trim();
      if (key !== null && word && this.words.size < MOST) this.words.set(key, word);
    }
  }

  /** The cell of a key, as it stands on this sheet; null where the file does not say. */
  cell(sheet, ...key) {
    const found = this.cells.get(key.join("/"));
    return found?.sheet === sheet ? found.cell : null;
  }

  /** The row of a key; the usual one in a file that does not say. @param {number} usual */
  row(sheet, usual, ...key) {
    const found = this.cell(sheet, ...key);
    return found === null ? usual : rowOf(found);
  }

  /**
   * What words of a list mean, by word: first as the file itself says, then as they are today (`labels`, by
   * id), then as they were (`earlier`, by word).
   * @param {Record<string, string>} labels
   * @param {Record<string, string>} earlier
   * @returns {Map<string, string>}
   */
  labels(labels, earlier, ...key) {
    const found = new Map(Object.entries(earlier));
    for (const [id, word] of Object.entries(labels)) found.set(word, id);
    for (const id of Object.keys(labels)) {
      const own = this.words.get([...key, id].join("/"));
      if (own) found.set(own, id);
    }
    return found;
  }
}
