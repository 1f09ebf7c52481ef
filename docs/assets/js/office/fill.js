/**
 * Fills a template for 한글 (HWPX) or Word (DOCX): `{{key.name}}` becomes a value; a row of a list is repeated.
 * The templates are made by macros/office/browser_templates.py.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {{fields: Record<string, string>, lists: Record<string, Record<string, string>[]>}} Values
   * fields by `key.name`; each list's entries by name
   */

  const MARK = /\{\{([a-z-]+)\.([a-z-]+)\}\}/g;
  // What no XML file may hold, and marks that turn the direction of what follows: as macros/office/documents/text.py has it.
  const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>';
  const KINDS = {
    "Contents/section0.xml": { table: "hp:tbl", row: "hp:tr", paragraph: "hp:p", text: "hp:t", finish: renumber },
    "word/document.xml": { table: "w:tbl", row: "w:tr", paragraph: "w:p", text: "w:t", finish: () => {} },
  };
  const OLDEST = new Date(1980, 0, 1); // the first day that a ZIP archive can name

  function clean(text) {
    return String(text).replace(/\r\n?/g, "\n").replace(FORBIDDEN, "").normalize("NFC");
  }

  const elements = (node, name) => [...node.getElementsByTagName(name)];
  const children = (node, name) => [...node.children].filter((child) => child.nodeName === name);

  /** The list whose entries the row shows, if any. */
  function listOf(row, lists) {
    return [...row.textContent.matchAll(MARK)].map((found) => found[1]).find((key) => Object.hasOwn(lists, key)) ?? null;
  }

  /** Sets a text; further lines become further paragraphs. */
  function setText(element, text, kind) {
    const lines = clean(text).split("\n");
    let paragraph = element;
    while (paragraph.nodeName !== kind.paragraph) paragraph = paragraph.parentNode;
    for (const line of lines.slice(1).reverse()) {
      const more = paragraph.cloneNode(true);
      elements(more, kind.text)[0].textContent = line;
      paragraph.after(more);
    }
    element.textContent = lines[0];
  }

  function replaceMarks(node, valueOf, kind) {
    for (const element of elements(node, kind.text)) {
      const before = element.textContent;
      const after = before.replace(MARK, (mark, key, name) => valueOf(key, name) ?? mark);
      if (after !== before) setText(element, after, kind);
    }
  }

  /** Repeats the rows of one list, which stand below one another, for each of its entries; an empty list leaves them blank. */
  function repeat(rows, key, entries, kind) {
    const last = rows.at(-1);
    const made = (entries.length > 0 ? entries : [{}]).flatMap((entry) => rows.map((row) => {
      const copy = row.cloneNode(true);
      replaceMarks(copy, (list, name) => (list === key ? entry[name] ?? "" : null), kind);
      return copy;
    }));
    last.after(...made);
    rows.forEach((row) => row.remove());
  }

  function repeatRows(table, lists, kind) {
    let run = [];
    let key = null;
    const finish = () => { if (key !== null) repeat(run, key, lists[key], kind); };
    for (const row of children(table, kind.row)) {
      const found = listOf(row, lists);
      if (found !== key) {
        finish();
        run = [];
        key = found;
      }
      run.push(row);
    }
    finish();
  }

  /** 한글 names each cell's row and counts rows and heights: they are counted anew. */
  function renumber(table) {
    const rows = children(table, "hp:tr");
    let height = 0;
    rows.forEach((row, number) => {
      const cells = children(row, "hp:tc");
      for (const cell of cells) children(cell, "hp:cellAddr")[0].setAttribute("rowAddr", String(number));
      const single = cells.filter((cell) => children(cell, "hp:cellSpan")[0].getAttribute("rowSpan") === "1");
      height += Math.max(0, ...single.map((cell) => Number(children(cell, "hp:cellSz")[0].getAttribute("height"))));
    });
    table.setAttribute("rowCnt", String(rows.length));
    children(table, "hp:sz")[0].setAttribute("height", String(height));
  }

  function fillPart(xml, values, kind) {
    const document = new DOMParser().parseFromString(xml, "application/xml");
    for (const table of elements(document, kind.table)) {
      repeatRows(table, values.lists, kind);
      kind.finish(table);
    }
    replaceMarks(document, (key, name) => values.fields[`${key}.${name}`] ?? "", kind);
    return DECLARATION + new XMLSerializer().serializeToString(document.documentElement);
  }

  /** The filled file. @param {Uint8Array} template @param {Values} values @returns {Uint8Array} */
  function fill(template, values) {
    const { strFromU8, strToU8, unzipSync, zipSync } = globalThis.fflate;
    const parts = Object.entries(unzipSync(template)).map(([name, content]) => {
      const filled = KINDS[name] ? strToU8(fillPart(strFromU8(content), values, KINDS[name])) : content;
      // The part that says what the file is must stand first and not be compressed.
      return [name, [filled, { level: name === "mimetype" || name === "version.xml" ? 0 : 6, mtime: OLDEST }]];
    });
    return zipSync(Object.fromEntries(parts));
  }

  hyeopchi.office = Object.assign(hyeopchi.office || {}, { clean, fill });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
