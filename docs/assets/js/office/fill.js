/**
 * Fills a template for 한글 (HWPX) or Word (DOCX): `{{key.name}}` becomes a value; a row of a list is repeated.
 * The templates are made by macros/office/browser_templates.py.
 */

import * as trusted from "../trusted.js";

/**
 * @typedef {{fields: Record<string, string>, lists: Record<string, Record<string, string>[]>}} Values
 * fields by `key.name`; each list's entries by name
 */

const MARK = /\{\{([a-z0-9-]+)\.([a-z0-9-]+)\}\}/g;
// What no XML file may hold, and marks that turn the direction of what follows: as
// macros/office/documents/text.py has it.
const FORBIDDEN = new RegExp(
  [
    String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]`,
    String.raw`[\ud800-\udbff](?![\udc00-\udfff])`,
    String.raw`(?<![\ud800-\udbff])[\udc00-\udfff]`,
  ].join("|"),
  "g",
);
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>';
const KINDS = {
  "Contents/section0.xml": {
    body: (root) => root,
    table: "hp:tbl",
    row: "hp:tr",
    paragraph: "hp:p",
    text: "hp:t",
    finish: renumber,
  },
  "word/document.xml": {
    body: (root) => root.getElementsByTagName("w:body")[0],
    table: "w:tbl",
    row: "w:tr",
    paragraph: "w:p",
    text: "w:t",
    finish: () => {},
  },
};
const TEXTS = /\.(xml|hpf|rels|txt)$/;
const OLDEST = new Date(1980, 0, 1); // the first day that a ZIP archive can name

export function clean(text) {
  return String(text).replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").normalize("NFC");
}

const elements = (node, name) => [...node.getElementsByTagName(name)];
const children = (node, name) => [...node.children].filter((child) => child.nodeName === name);

/** The list whose entries the row shows, if any. */
function listOf(row, lists) {
  return [...row.textContent.matchAll(MARK)].map((found) => found[1]).find((key) =>
    Object.hasOwn(lists, key)
  ) ?? null;
}

/** Sets a text; further lines become further paragraphs. Returns the elements that hold it. */
function setText(element, text, kind) {
  const lines = clean(text).split("\n");
  let paragraph = element;
  while (paragraph.nodeName !== kind.paragraph) paragraph = paragraph.parentNode;
  const more = lines.slice(1).reverse().map((line) => {
    const copy = paragraph.cloneNode(true);
    const [first] = elements(copy, kind.text);
    first.textContent = line;
    paragraph.after(copy);
    return first;
  });
  element.textContent = lines[0];
  return [element, ...more];
}

/** Fills the marks below a node, each place once: what a value says, were it like a mark, stays as it is. */
function replaceMarks(node, valueOf, kind, filled) {
  for (const element of elements(node, kind.text)) {
    if (filled.has(element) || !element.textContent.includes("{{")) continue;
    const text = element.textContent.replace(MARK, (_, key, name) => valueOf(key, name));
    setText(element, text, kind).forEach((one) => filled.add(one));
  }
}

/**
 * Repeats the rows of one list, which stand below one another, for each entry; an empty list leaves them
 * blank.
 */
function repeat(rows, key, { fields, lists }, kind, filled) {
  const made = (lists[key].length > 0 ? lists[key] : [{}]).flatMap((entry) =>
    rows.map((row) => {
      const copy = row.cloneNode(true);
      const valueOf = (list, name) => (list === key ? entry[name] : fields[`${list}.${name}`]) ?? "";
      replaceMarks(copy, valueOf, kind, filled);
      return copy;
    })
  );
  rows.at(-1).after(...made);
  rows.forEach((row) => row.remove());
}

function repeatRows(table, values, kind, filled) {
  let run = [];
  let key = null;
  const finish = () => {
    if (key !== null) repeat(run, key, values, kind, filled);
  };
  for (const row of children(table, kind.row)) {
    const found = listOf(row, values.lists);
    if (found !== key) {
      finish();
      run = [];
      key = found;
    }
    run.push(row);
  }
  finish();
}

/**
 * Paragraphs of one list that stand below one another, for each entry; a paragraph for something that an
 * entry has not is left out.
 */
function repeatParagraphs(body, values, kind, filled) {
  const plain = children(body, kind.paragraph).filter((one) => elements(one, kind.table).length === 0);
  for (const key of Object.keys(values.lists)) {
    const run = plain.filter((one) => listOf(one, values.lists) === key);
    if (run.length === 0) continue;
    const made = values.lists[key].flatMap((entry) =>
      run.filter((one) => namesIn(one).some((name) => entry[name] !== undefined)).map((one) => {
        const copy = one.cloneNode(true);
        return { copy, entry };
      })
    );
    run.at(-1).after(...made.map(({ copy }) => copy));
    made.forEach(({ copy, entry }) => replaceMarks(copy, (_list, name) => entry[name] ?? "", kind, filled));
    run.forEach((one) => one.remove());
  }
}

const namesIn = (node) => [...node.textContent.matchAll(MARK)].map((found) => found[2]);

/** 한글 names each cell's row and counts rows and heights: they are counted anew. */
function renumber(table) {
  const rows = children(table, "hp:tr");
  let height = 0;
  rows.forEach((row, number) => {
    const cells = children(row, "hp:tc");
    for (const cell of cells) children(cell, "hp:cellAddr")[0].setAttribute("rowAddr", String(number));
    const single = cells.filter((cell) => children(cell, "hp:cellSpan")[0].getAttribute("rowSpan") === "1");
    height += Math.max(
      0,
      ...single.map((cell) => Number(children(cell, "hp:cellSz")[0].getAttribute("height"))),
    );
  });
  table.setAttribute("rowCnt", String(rows.length));
  children(table, "hp:sz")[0].setAttribute("height", String(height));
}

const parsed = (xml) => trusted.parse(xml, "application/xml");
const written = (document) => DECLARATION + new XMLSerializer().serializeToString(document.documentElement);

function fillPart(xml, values, kind) {
  const document = parsed(xml);
  const filled = new WeakSet();
  for (const table of elements(document, kind.table)) {
    repeatRows(table, values, kind, filled);
    kind.finish(table);
  }
  repeatParagraphs(kind.body(document.documentElement), values, kind, filled);
  replaceMarks(document, (key, name) => values.fields[`${key}.${name}`] ?? "", kind, filled);
  return written(document);
}

/** What stands beside the document: its name in its properties, and what a file manager shows of it. */
function fillBeside(name, text, values) {
  const said = (_, key, field) => clean(values.fields[`${key}.${field}`] ?? "").replace(/\s+/g, " ");
  const line = (marked) => marked.replace(MARK, said);
  if (name.endsWith(".txt")) return line(text);
  const document = parsed(text);
  for (const element of elements(document, "*").filter((one) => one.children.length === 0)) {
    if (element.textContent.includes("{{")) element.textContent = line(element.textContent);
  }
  return written(document);
}

function fillAny(name, content, values) {
  const { strFromU8, strToU8 } = globalThis.fflate;
  if (!TEXTS.test(name)) return content;
  const text = strFromU8(content);
  if (!text.includes("{{")) return content;
  return strToU8(KINDS[name] ? fillPart(text, values, KINDS[name]) : fillBeside(name, text, values));
}

/** The filled file. @param {Uint8Array} template @param {Values} values @returns {Uint8Array} */
export function fill(template, values) {
  const { unzipSync, zipSync } = globalThis.fflate;
  const parts = Object.entries(unzipSync(template)).map(([name, content]) => {
    // The part that says what the file is must stand first and not be compressed.
    const level = name === "mimetype" || name === "version.xml" ? 0 : 6;
    return [name, [fillAny(name, content, values), { level, mtime: OLDEST }]];
  });
  return zipSync(Object.fromEntries(parts));
}
