/**
 * A record to be read back: its fields by their names, choices in words, ids with what they stand for, tables as tables.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { choiceName, nameOf } = hyeopchi.editWords;
  const { fitting, resolve, variant } = hyeopchi.recordCheck;

  class Preview {
    constructor(root, known) {
      Object.assign(this, { root, known });
    }

    scalar(schema, node) {
      const { value } = node;
      if (typeof value === "boolean") return value ? "예" : "아니요";
      if (typeof value === "number") return value.toLocaleString("ko-KR");
      const called = schema["x-refers"] ? this.known[schema["x-refers"]]?.[value] : "";
      return called ? `${called}(${value})` : choiceName(schema, value);
    }

    any(schema, node) {
      const within = schema.oneOf ? variant(schema, this.root, node).found ?? { properties: {} } : { ...schema, ...fitting(schema, this.root, node) };
      if (node.kind === "scalar") return h("span", {}, this.scalar(within, node));
      if (node.kind === "seq") return this.list({ ...resolve(within.items ?? {}, this.root), "x-refers": schema["x-refers"] }, node);
      const of = (name) => node.pairs.find((pair) => pair.key === name)?.node;
      const table = of("columns")?.kind === "seq" && of("rows")?.kind === "seq";
      const rest = node.pairs.filter((pair) => !table || !["columns", "rows"].includes(pair.key));
      return h("div", {}, table ? this.table(of("columns"), of("rows")) : null, h("dl", { class: "hg-edit-screen__fields" }, ...rest.flatMap((pair) => {
        const inner = within.properties?.[pair.key] ?? (within.additionalProperties || {});
        return [h("dt", {}, inner.title ?? pair.key), h("dd", {}, this.any(inner, pair.node))];
      })));
    }

    list(schema, node) {
      if (node.items.every((one) => one.kind === "scalar")) return h("span", {}, node.items.map((one) => this.scalar(schema, one)).join(", "));
      return h("ol", {}, ...node.items.map((one) => h("li", {}, this.any(schema, one))));
    }

    table(columns, rows) {
      const cells = (row) => row.items?.map((one) => h("td", {}, one.kind === "scalar" ? this.scalar({}, one) : nameOf(one, 0))) ?? [];
      return h("div", { class: "hg-table__scroll", tabindex: "0", role: "region", "aria-label": "표" }, h("table", {},
        h("thead", {}, h("tr", {}, ...columns.items.map((one) => h("th", { scope: "col" }, String(one.value ?? ""))))),
        h("tbody", {}, ...rows.items.map((row) => h("tr", {}, ...cells(row))))));
    }
  }

  /** The record as it stands in `editing`. */
  function preview(editing) {
    return new Preview(editing.data.schema, editing.page.known).any(editing.schema, editing.node(editing.root));
  }

  hyeopchi.editPreview = preview;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
