/**
 * A record as readers meet it: its name as the heading, what it says first, its parts under their titles,
 * what it lists as lists, tables as tables, grounds in small print. What only editors know (ids, order, days
 * of checking) is folded away.
 */

import { h } from "../dom.js";
import { fitting, resolve, variant } from "./shape.js";
import { citedAs } from "./cited.js";
import { plain } from "./document.js";
import { filledIn } from "./filled.js";
import { choiceName, nameOf } from "./words.js";

const NAMES = ["title", "term", "label", "name", "district"];
const LEADS = ["lesson", "summary", "definition", "sentence", "lead", "text", "question"];
const OWN = [
  "id",
  "kind",
  "order",
  "chapter",
  "address",
  "page",
  "checked_on",
  "topic",
  "subject",
  "charts",
  "examples",
  "funnel",
  "revision",
];
const GROUNDS = ["source", "sources"];

const pairOf = (node, name) => node.pairs.find((pair) => pair.key === name);
const isText = (pair) => pair?.node.kind === "scalar" && pair.node.value !== "";

class Preview {
  constructor({ data, page, tree, root, node }) {
    const record = plain(node(root));
    const years = record.editions ?? (record.edition ? [record.edition] : []);
    this.root = data.schema;
    this.known = page.known;
    this.documents = page.documents;
    this.texts = {
      said: data.said,
      called: page.called,
      known: page.known,
      values: page.values,
      tree,
      kind: data.id,
      id: String(record.id ?? ""),
      editions: Array.isArray(years) ? years : [],
    };
  }

  /** The text with what pages show for its references. @param {string} text */
  filled(text) {
    return filledIn(text, this.texts);
  }

  scalar(schema, node) {
    const { value } = node;
    if (typeof value === "boolean") return value ? "예" : "아니요";
    if (typeof value === "number") return value.toLocaleString("ko-KR");
    const called = schema["x-refers"] ? this.known[schema["x-refers"]]?.[value] : "";
    return called || this.filled(choiceName(schema, value));
  }

  within(schema, node) {
    return schema.oneOf
      ? variant(schema, this.root, node).found ?? { properties: {} }
      : { ...schema, ...fitting(schema, this.root, node) };
  }

  any(schema, node, level) {
    const within = this.within(schema, node);
    if (node.kind === "scalar") return h("span", {}, this.scalar(within, node));
    if (node.kind === "seq") {
      return this.list(
        { ...resolve(within.items ?? {}, this.root), "x-refers": schema["x-refers"] },
        node,
        level,
      );
    }
    return this.group(within, node, level);
  }

  /**
   * The name and the first words of a group are its heading and its lead; the rest follows under its own
   * names.
   */
  group(within, node, level) {
    const name = NAMES.map((key) => pairOf(node, key)).find(isText);
    const lead = LEADS.map((key) => pairOf(node, key)).find(isText);
    const number = isText(pairOf(node, "unit")) && pairOf(node, "value");
    const table = ["columns", "rows"].every((key) => pairOf(node, key)?.node.kind === "seq");
    const rest = node.pairs.filter((pair) =>
      pair !== name && pair !== lead && !(number && ["value", "unit"].includes(pair.key)) &&
      !(table && ["columns", "rows"].includes(pair.key))
    );
    const part = (keys) => rest.filter(({ key }) => keys.includes(key));
    const shown = rest.filter(({ key }) => !OWN.includes(key) && !GROUNDS.includes(key));
    return h(
      "div",
      {},
      name
        ? h(
          level < 5 ? `h${level}` : "p",
          level < 5 ? {} : { class: "hg-edit-screen__name" },
          this.scalar(this.fieldOf(within, name), name.node),
        )
        : null,
      number
        ? h(
          "p",
          { class: "hg-edit-screen__number" },
          `${this.scalar({}, number.node)}${pairOf(node, "unit").node.value}`,
        )
        : null,
      lead
        ? h("p", level < 3 ? { class: "hg-lead" } : {}, this.scalar(this.fieldOf(within, lead), lead.node))
        : null,
      table ? this.table(pairOf(node, "columns").node, pairOf(node, "rows").node) : null,
      ...shown.flatMap((pair) => this.part(within, pair, level)),
      ...part(GROUNDS).map((pair) => this.grounds(pair.node)),
      this.own(within, part(OWN), level),
    );
  }

  fieldOf(within, { key }) {
    return within.properties?.[key] ?? (within.additionalProperties || {});
  }

  /** A field that is no heading: what it is called, and what stands in it. */
  part(within, pair, level) {
    const field = this.fieldOf(within, pair);
    const body = this.any(field, pair.node, level + 1);
    const title = field.title ?? pair.key;
    if (level === 2 && pair.node.kind !== "scalar") return [h("h3", {}, title), body];
    return [h("div", { class: "hg-edit-screen__part" }, h("strong", {}, title), " ", body)];
  }

  /** The grounds, as pages have them. */
  grounds(node) {
    const all = node.kind === "seq" ? node.items : [node];
    const said = all.filter(({ kind }) => kind === "map").map((one) => citedAs(plain(one), this.documents))
      .filter(Boolean);
    return h(
      "p",
      { class: "hg-edit-screen__grounds" },
      `근거: ${[...new Set(said)].join(", ") || "아직 없어요"}`,
    );
  }

  own(within, pairs, level) {
    if (!pairs.length || level > 2) return null;
    return h(
      "details",
      { class: "hg-edit-screen__own" },
      h("summary", {}, "페이지에 글로 나오지 않는 칸"),
      h(
        "dl",
        {},
        ...pairs.flatMap((pair) => {
          const field = this.fieldOf(within, pair);
          return [h("dt", {}, field.title ?? pair.key), h("dd", {}, this.any(field, pair.node, level + 1))];
        }),
      ),
    );
  }

  list(schema, node, level) {
    const texts = node.items.every((one) => one.kind === "scalar");
    if (texts && (schema["x-refers"] || schema.enum)) {
      return h(
        "span",
        {},
        node.items.map((one) => this.scalar(schema, one)).join(", "),
      );
    }
    return h(
      "ul",
      {},
      ...node.items.map((one) => h("li", {}, this.any(schema, one, Math.max(level + 1, 4)))),
    );
  }

  table(columns, rows) {
    const cells = (row) =>
      row.items?.map((one) => h("td", {}, one.kind === "scalar" ? this.scalar({}, one) : nameOf(one, 0))) ??
        [];
    return h(
      "div",
      { class: "hg-table__scroll", tabindex: "0", role: "region", "aria-label": "표" },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h("tr", {}, ...columns.items.map((one) => h("th", { scope: "col" }, String(one.value ?? "")))),
        ),
        h("tbody", {}, ...rows.items.map((row) => h("tr", {}, ...cells(row)))),
      ),
    );
  }
}

/** The record as it stands in `editing`. */
function preview(editing) {
  const made = new Preview({
    data: editing.data,
    page: editing.page,
    tree: editing.tree,
    root: editing.root,
    node: (path) => editing.node(path),
  });
  return made.any(editing.schema, editing.node(editing.root), 2);
}

export { preview as editPreview };
