/**
 * Pasted text and HTML, within limits before anybody reads them. Of HTML with a table in it pass the tables
 * (cells, what merges them) and the paragraphs around them, where units stand. A browser's own parser may
 * take minutes over what a hostile page puts on the clipboard; this takes one pass.
 */

import { demand, LIMITS, over } from "./limits.js";
import { visible } from "./text.js";

const KEPT = new Set([
  "table",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "td",
  "th",
  "caption",
  "br",
  "p",
  "div",
  "li",
  "pre",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "rt",
  "rp",
]);
const UNREAD = new Set([
  "script",
  "style",
  "xml",
  "head",
  "title",
  "template",
  "noscript",
  "svg",
  "math",
  "textarea",
  "select",
]);
const NAME = /\/?[a-zA-Z][^\s/>]{0,30}/y;
const SPAN = /\s(colspan|rowspan)\s*=\s*["']?\s*(\d{1,6})/gi;
const HIDDEN = /display\s*:\s*none|\shidden(?=[\s=/>])/i;
const MOST_TAG = 4_000; // signs of a tag in which attributes are looked for
const MOST_DEEP = 10; // tables within tables
const TAGS = 200; // passed between two turns

/**
 * The pasted text, if it is not too long, without what cannot be seen. Throws a Refusal.
 * @param {string} text
 * @returns {string}
 */
export function pastedText(text) {
  demand(text.length <= LIMITS.pasted, over("붙여 넣은 글이", LIMITS.pasted, "자"));
  return visible(text);
}

/** Behind the `>` of the tag that begins at `at`, or -1. Quoted values may hold a `>`. */
function endOfTag(html, at) {
  for (let place = at + 1; place < html.length; place += 1) {
    const sign = html[place];
    if (sign === ">") return place + 1;
    if ((sign === '"' || sign === "'") && html[place - 1] === "=") {
      place = html.indexOf(sign, place + 1);
      if (place < 0) return -1;
    }
  }
  return -1;
}

/** Goes through HTML once and keeps what tables and paragraphs are made of. */
class Sieve {
  constructor(html) {
    this.html = html;
    this.at = 0;
    this.kept = [];
    this.elements = 0;
    this.deep = 0;
    this.columns = 0;
    this.cells = 0;
    this.endless = new Set();
    this.rows = (html.match(/<tr[\s/>]/gi) ?? []).length;
  }

  /** @returns {Generator<void, string>} */
  *run() {
    for (let tags = 1; this.at >= 0 && this.at < this.html.length; tags += 1) {
      if (tags % TAGS === 0) yield;
      const begin = this.html.indexOf("<", this.at);
      this.kept.push(this.html.slice(this.at, begin < 0 ? undefined : begin));
      if (begin < 0) break;
      this.at = this.html.startsWith("<!--", begin) ? this.behind("-->", begin) : this.tag(begin);
    }
    return this.kept.join("");
  }

  /** Behind the next `mark`, or -1 when there is none: then nothing more is to be read. */
  behind(mark, from) {
    const found = this.html.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  }

  /** Passes one tag. @returns {number} where reading goes on */
  tag(begin) {
    NAME.lastIndex = begin + 1;
    const name = NAME.exec(this.html)?.[0].toLowerCase();
    if (name === undefined) {
      if (/[!?/]/.test(this.html[begin + 1] ?? "")) return this.behind(">", begin);
      this.kept.push("&lt;");
      return begin + 1;
    }
    const end = endOfTag(this.html, begin);
    if (end < 0) return -1;
    if (UNREAD.has(name)) return this.behindElement(name, end);
    if (KEPT.has(name.replace("/", ""))) {
      this.element(name, this.html.slice(begin, Math.min(end, begin + MOST_TAG)));
    }
    return end;
  }

  /** Behind what is no text for readers; where it never ends, behind its first tag. */
  behindElement(name, from) {
    if (this.endless.has(name)) return from;
    const close = new RegExp(`</${name}`, "gi");
    close.lastIndex = from;
    if (close.test(this.html)) return this.behind(">", close.lastIndex);
    this.endless.add(name); // looked for once, not at every tag
    return from;
  }

  element(name, tag) {
    this.elements += 1;
    demand(this.elements <= LIMITS.elements, over("붙여 넣은 칸과 문단이", LIMITS.elements, "개"));
    if (name === "table") this.deep += 1;
    demand(this.deep <= MOST_DEEP, over("겹친 표가", MOST_DEEP, "겹"));
    const spans = name === "td" || name === "th" ? this.cell(tag) : "";
    if (name === "tr") this.columns = 0;
    this.kept.push(`<${name}${spans}${name.startsWith("/") || !HIDDEN.test(tag) ? "" : " hidden"}>`);
    if (name === "/table") this.deep = Math.max(0, this.deep - 1);
  }

  /** Counts a cell for each place that it covers; its attributes, with spans no longer than the table. */
  cell(tag) {
    const spans = { colspan: 1, rowspan: 1 };
    for (const [, name, number] of tag.matchAll(SPAN)) spans[name.toLowerCase()] = Number(number);
    // 0: as far as the table goes.
    const rowspan = Math.min(spans.rowspan || this.rows, Math.max(1, this.rows));
    const colspan = Math.max(1, spans.colspan);
    this.columns += colspan;
    this.cells += colspan * rowspan;
    demand(this.columns <= LIMITS.tableColumns, over("표의 한 줄에 칸이", LIMITS.tableColumns, "칸"));
    demand(this.cells <= LIMITS.tableCells, over("표의 칸이", LIMITS.tableCells, "칸"));
    return `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  }
}

/**
 * Pasted HTML as its tables and paragraphs, safe and quick for the browser's parser; "" without a table.
 * Throws a Refusal when a table has too many rows, columns or cells (a merged cell counts for each place that
 * it covers).
 * @param {string} html @returns {Generator<void, string>} gives way now and then
 */
export function* pastedHtml(html) {
  demand(html.length <= LIMITS.html, over("붙여 넣은 표가", LIMITS.html, "자"));
  if (!/<table[\s>]/i.test(html)) return "";
  const sieve = new Sieve(html);
  demand(sieve.rows <= LIMITS.tableRows, over("표의 줄이", LIMITS.tableRows, "줄"));
  return yield* sieve.run();
}

/**
 * Rows of cells, if they are not too many. Throws a Refusal.
 * @param {string[][]} rows
 * @returns {string[][]}
 */
export function table(rows) {
  demand(rows.length <= LIMITS.tableRows, over("표의 줄이", LIMITS.tableRows, "줄"));
  demand(
    rows.every((row) => row.length <= LIMITS.tableColumns),
    over("표의 한 줄에 칸이", LIMITS.tableColumns, "칸"),
  );
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  demand(cells <= LIMITS.tableCells, over("표의 칸이", LIMITS.tableCells, "칸"));
  return rows;
}
