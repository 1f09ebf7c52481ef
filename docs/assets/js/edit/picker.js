/**
 * Picking a kind and one of its records, by name or by what stands in them.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import * as yamlChange from "./change.js";
import * as editListing from "./listing.js";

function labelled(text, element, ...more) {
  return h("div", { class: "hg-calc__field" }, h("label", { for: element.id }, text), element, ...more);
}

export class Picker {
  /**
   * @param {any[]} kinds
   * @param {{kind: (kind: string) => void, record: (id: string) => void}} picked
   */
  constructor(kinds, picked) {
    this.picked = picked;
    this.texts = new Map(); // as they are published, by record
    this.records = [];
    this.found = [];
    this.data = null;
    this.open = null;
    this.kind = select(
      kinds.map(({ id, title, count }) => ({ id, label: `${title} (${count})` })),
      "",
      "고르세요",
      { id: uniqueId("kind"), onchange: () => picked.kind(this.kind.value) },
    );
    this.record = select([], "", "먼저 종류를 고르세요", {
      id: uniqueId("record"),
      disabled: true,
      onchange: () => picked.record(this.record.value),
    });
    this.finder = h("input", {
      type: "text",
      id: uniqueId("find"),
      autocomplete: "off",
      spellcheck: "false",
      disabled: true,
      placeholder: "이름이나 글의 낱말",
      oninput: () => this.narrow(),
      onkeydown: (event) => this.openFirst(event),
    });
    this.count = h("p", { role: "status", class: "hg-calc__help" });
    this.element = h(
      "div",
      { class: "hg-calc__settings" },
      labelled("종류", this.kind),
      labelled("기록 검색", this.finder, this.count),
      labelled("기록", this.record),
    );
  }

  /** Another kind, when it is one. */
  take(data) {
    if (this.data !== data) this.finder.value = "";
    this.data = data;
    this.record.disabled = this.finder.disabled = false;
  }

  /** The kind's records as they stand now, those that the finder's words leave. `open`: the open one. */
  list(texts, open) {
    this.open = open;
    this.records = editListing.records(this.data, texts);
    this.narrow();
  }

  /** A record as it stands in the list now; one that has its file for itself may have another id. */
  same({ file, id, index }) {
    const own = this.records.filter((one) => one.file === file);
    return own.find((one) => one.id === id) ?? own.find((one) => one.index === index && one.index === null);
  }

  narrow() {
    const { records, open } = this;
    this.found = editListing.find(records, this.finder.value, (one) => one.text ?? this.textOf(one));
    const shown = !open || this.found.some(({ id }) => id === open.id)
      ? this.found
      : [...this.found, ...records.filter(({ id }) => id === open.id)];
    this.record.replaceChildren(
      h("option", { value: "" }, "고르세요"),
      ...shown.map((one) =>
        h("option", { value: one.id }, one.title === one.id ? one.id : `${one.title} (${one.id})`)
      ),
    );
    this.record.value = open?.id ?? "";
    setText(
      this.count,
      this.finder.value.trim()
        ? `${this.found.length}개가 맞아요.${this.found.length ? " Enter를 누르면 첫째 것이 열려요." : ""}`
        : "",
    );
  }

  /** A record's text as it is published; worked out when somebody looks for something, and kept. */
  textOf(record) {
    const key = `${this.data.id}/${record.id}`;
    if (!this.texts.has(key)) {
      const source = this.data.files[record.file] ?? "";
      this.texts.set(key, record.index === null ? source : yamlChange.excerpt(source, record.index));
    }
    return this.texts.get(key);
  }

  openFirst(event) {
    if (event.key !== "Enter" || !this.found.length) return;
    event.preventDefault();
    this.picked.record(this.found[0].id);
  }
}
