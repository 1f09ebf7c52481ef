/**
 * Tables in copied HTML (Excel, 한글, Google Sheets, a browser), with what stands around them: units stand in a paragraph or a caption.
 */
(function (hyeopchi) {
  "use strict";

  const { blocks: { gridsOfBlocks }, uncelled } = hyeopchi.table;
  const LINES = "br,p,div,li,tr";
  const BLOCKS = "p,div,h1,h2,h3,h4,h5,h6,li,caption,pre";
  const PARTS = { THEAD: "head", TFOOT: "foot" };

  /** An element's text; a line for each of its blocks. Nested tables say nothing here: they are read by themselves. */
  function textOf(element) {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("table, style, script, rt, rp").forEach((inner) => inner.remove());
    copy.querySelectorAll(LINES).forEach((block) => block.after("\n"));
    return copy.textContent.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
  }

  const isHidden = (element) => element.hidden || /display\s*:\s*none/i.test(element.getAttribute("style") ?? "");

  /** A table's rows in the order in which they are shown: a foot that is written first stands last. */
  function rowsOf(table) {
    const rows = [...table.rows].filter((row) => !isHidden(row));
    return [...rows.filter((row) => row.parentNode.tagName !== "TFOOT"), ...rows.filter((row) => row.parentNode.tagName === "TFOOT")];
  }

  const given = (cell) => ({ text: uncelled(textOf(cell)), down: cell.rowSpan || 1, across: cell.colSpan || 1 });

  function blockOf(table) {
    const rows = rowsOf(table);
    return { rows: rows.map((row) => [...row.cells].map(given)), parts: rows.map((row) => PARTS[row.parentNode.tagName] ?? "body"),
      caption: table.caption ? textOf(table.caption) : "" };
  }

  /** The blocks of a page that say something and the tables, in order; what stands in a table is the table's. */
  function blocksOf(root) {
    return [...root.querySelectorAll(`table,${BLOCKS}`)].filter((one) => !one.parentElement.closest("table")
      && (one.tagName === "TABLE" || one.querySelector(`table,${BLOCKS}`) === null));
  }

  /** Tables that hold others only lay them out: the innermost are read. */
  function innermost(table) {
    const inner = [...table.querySelectorAll("table")];
    return inner.length ? inner.filter((one) => one.querySelector("table") === null) : [table];
  }

  /** @param {string} html within the gate's limits @returns {import("./grid").Grid[]} */
  function gridsOfHtml(html) {
    const root = hyeopchi.trusted.parse(html, "text/html").body;
    return gridsOfBlocks(blocksOf(root).flatMap((block) => (block.tagName === "TABLE" ? innermost(block).map(blockOf) : [{ text: textOf(block) }])));
  }

  hyeopchi.table = Object.assign(hyeopchi.table || {}, { gridsOfHtml });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
