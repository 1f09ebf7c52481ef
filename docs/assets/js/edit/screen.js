/**
 * The edit page: pick a kind and a record, change it, read what is wrong and how it reads, take the YAML
 * away. `#kind/id` in the address opens a record.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { loadScript } from "../later.js";
import { register } from "../start.js";
import * as storage from "../storage.js";
import { createClashes } from "../store/clashes.js";
import * as dialog from "../store/dialog.js";
import * as yamlChange from "./change.js";
import { fitting, resolve, variant } from "./shape.js";
import * as editDesk from "./desk.js";
import * as editDrafts from "./drafts.js";
import { EditForm } from "./form.js";
import * as editListing from "./listing.js";
import { editOutput } from "./output.js";
import { editPreview } from "./preview.js";
import { Editing } from "./record.js";
import { EditSending } from "./sending.js";

const KEPT = "적은 것은 이 브라우저에 저장돼요. 다른 기록을 골라도 없어지지 않아요.";
const FRESH = "새 기록이에요. 빈칸을 채워 주세요. 적은 것은 이 브라우저에 저장돼요.";
const STALE = "고치던 내용을 불러왔어요. 그 뒤에 이 파일이 바뀌었으니, 처음 내용과 비교해 보세요.";

/** A kind's data, which comes as a script. */
async function load(page, kind) {
  if (!globalThis.hyeopchi.data[`records:${kind}`]) await loadScript(`${page.scripts}${kind}.js`);
  return globalThis.hyeopchi.data[`records:${kind}`];
}

function labelled(text, element) {
  return h("div", { class: "hg-calc__field" }, h("label", { for: element.id }, text), element);
}

class Screen {
  constructor(element, page) {
    this.page = page;
    this.texts = new Map(); // as they are published, by record
    this.editing = null;
    this.kind = select(
      page.kinds.map(({ id, title, count }) => ({ id, label: `${title} (${count})` })),
      "",
      "고르세요",
      { id: uniqueId("kind"), onchange: () => this.pickKind(this.kind.value) },
    );
    this.record = select([], "", "먼저 종류를 고르세요", {
      id: uniqueId("record"),
      disabled: true,
      onchange: () => this.go(this.kind.value, this.record.value),
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
    this.desk = h("div", {
      class: "hg-toolbar hg-edit-screen__desk",
      role: "group",
      "aria-label": "기록 다루기",
    });
    this.kept = new editDrafts.Drafts();
    this.clashes = createClashes(this.kept, editDrafts.words);
    this.said = h("p", { role: "status", class: "hg-calc__kept" }, KEPT);
    this.undo = dialog.button("되돌리기", () => this.kept.undo(), "quiet", { hidden: true });
    this.sending = new EditSending(page, this.kept, (kind) => load(page, kind), {
      check: (...one) => this.faultsIn(...one),
      open: (path) => this.openFile(path),
    });
    this.work = h("div", { class: "hg-edit-screen__work" });
    this.lists = this.offers();
    element.append(
      h(
        "div",
        { class: "hg-calc__settings" },
        labelled("종류", this.kind),
        h(
          "div",
          { class: "hg-calc__field" },
          h("label", { for: this.finder.id }, "찾기"),
          this.finder,
          this.count,
        ),
        labelled("기록", this.record),
      ),
      this.desk,
      this.said,
      this.undo,
      this.clashes.element,
      this.work,
      this.sending.element,
      ...this.offered,
    );
    this.sending.show();
    this.follow();
    globalThis.addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  /** Hears of what other tabs write, and of what could not be written. */
  follow() {
    const { kept } = this;
    kept.on("gather", () => this.form?.flush());
    kept.on("change", () => this.bring());
    kept.on("notice", ({ text, problem = false, undo = false }) => {
      this.say(text, problem);
      this.undo.hidden = !undo;
    });
    kept.follow();
  }

  /** Shows the open file as it is kept, when that is not what stands here. */
  bring() {
    this.clashes.show();
    this.sending.show();
    this.list();
    const { editing, kept } = this;
    if (!editing || kept.path !== editing.record.file) return;
    if (!this.here()) this.close();
    else if (this.here().index !== editing.record.index) this.open(editing.data, this.here());
    else if (kept.text !== editing.text) this.take(editing, kept.text);
  }

  /** The open record as it stands in the list now; undefined when it is gone. */
  here() {
    const { record } = this.editing;
    return this.records.find((one) => one.file === record.file && one.id === record.id) ??
      this.records.find((one) =>
        one.file === record.file && one.index === record.index && one.index === null
      );
  }

  take(editing, now) {
    const { text, lost } = this.usable(editing.data, editing.record, now);
    if (lost) return; // put aside; what stands here stays
    editing.take(text);
    this.form.renderInPlace();
    this.refresh();
  }

  close() {
    this.editing = null;
    this.work.replaceChildren();
    this.list();
  }

  /** Lists of ids for the fields that refer to something. */
  offers() {
    const targets = Object.keys(this.page.names);
    this.offered = targets.map((target) =>
      h(
        "datalist",
        { id: uniqueId("ids") },
        ...Object.entries(this.page.known[target]).map(([value, label]) =>
          h("option", { value, label: label || null })
        ),
      )
    );
    return Object.fromEntries(targets.map((target, at) => [target, this.offered[at].id]));
  }

  say(text, problem = false) {
    setText(this.said, text);
    this.said.toggleAttribute("data-problem", problem);
    this.undo.hidden = true;
  }

  fromAddress() {
    const [kind, id] = location.hash.slice(1).split("/"); // ids are plain letters: nothing in them is encoded
    if (this.page.kinds.some((one) => one.id === kind)) this.pickKind(kind, id);
  }

  /** The address says what is open; going back opens what was open before. */
  go(kind, id) {
    if (id) location.hash = `${kind}/${id}`;
  }

  async pickKind(kind, id = "") {
    this.form?.flush();
    this.kind.value = kind;
    if (!kind) return;
    try {
      const { entered } = await load(this.page, kind);
      if (entered) await load(this.page, entered.kind);
    } catch {
      this.say("자료를 불러오지 못했어요. 화면을 새로 고쳐 주세요.", true);
      return;
    }
    if (this.kind.value !== kind) return; // another one was picked meanwhile
    if (this.data !== globalThis.hyeopchi.data[`records:${kind}`]) this.finder.value = "";
    this.data = globalThis.hyeopchi.data[`records:${kind}`];
    this.record.disabled = this.finder.disabled = false;
    this.list();
    const found = this.records.find((one) =>
      one.id === (id || (this.records.length === 1 && !this.data.new.length ? this.records[0].id : ""))
    );
    if (found) this.open(this.data, found);
    else if (this.editing) this.close();
  }

  /** The kind's records as they stand now, those that the finder's words leave. */
  list() {
    if (!this.data) return;
    this.records = editListing.records(this.data, this.kept.texts);
    this.narrow();
    const pressed = this.desk.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.desk.replaceChildren(...editDesk.buttons(() => this.bench()));
    if (pressed) [...this.desk.children].find((one) => one.textContent === pressed && !one.disabled)?.focus();
  }

  narrow() {
    const { data, records } = this;
    if (!records) return;
    const textOf = (one) => one.text ?? this.textOf(one);
    this.found = editListing.find(records, this.finder.value, textOf);
    const open = this.editing?.data === data ? this.editing.record : null;
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
    if (event.key !== "Enter" || !this.found?.length) return;
    event.preventDefault();
    this.go(this.data.id, this.found[0].id);
  }

  /** What the buttons for whole records work on. */
  bench() {
    this.form?.flush();
    const { data, kept, editing } = this;
    const record = editing?.data === data ? this.here() : undefined;
    return {
      data,
      kept,
      editing,
      record,
      records: this.records,
      text: (file) => kept.texts.get(file) ?? data.files[file] ?? "",
      go: (id) => (id ? this.go(data.id, id) : history.replaceState(null, "", `#${data.id}`)),
      come: () => this.bring(),
    };
  }

  /** Opens the record of a changed file; the first one of a list. */
  async openFile(path) {
    const [, kind, id] = /^data\/([a-z-]+)(?:\/([a-z0-9-]+))?\.yaml$/.exec(path);
    if (id) this.go(kind, id);
    else await this.pickKind(kind);
  }

  /** How much is wrong in a file that is to be handed over. */
  faultsIn(data, path, text) {
    const records = editListing.records(data, new Map([[path, text]])).filter(({ file }) => file === path);
    return records.reduce(
      (sum, record) => sum + new Editing(data, record, text, this.pageNow()).problems().length,
      0,
    );
  }

  /** What the page knows, with the ids of records that were made or removed here. */
  pageNow() {
    const known = { ...this.page.known };
    for (const [file, text] of this.kept.texts) {
      const [, kind, id] = /^data\/([a-z-]+)(?:\/([a-z0-9-]+))?\.yaml$/.exec(file) ?? [];
      if (!known[kind]) continue;
      const made = id ? [id] : [...text.matchAll(/^- id: "?([a-z0-9-]+)/gm)].map((found) => found[1]);
      const { [id]: removed, ...left } = known[kind];
      known[kind] = text === "" ? left : {
        ...left,
        ...Object.fromEntries(made.map((one) => [one, left[one] ?? (one === id ? removed ?? "" : "")])),
      };
    }
    return { ...this.page, known };
  }

  open(data, record) {
    const published = data.files[record.file];
    const draft = this.kept.open(record.file, published);
    const { text, lost } = this.usable(data, record, draft.text ?? published);
    this.editing = new Editing(data, record, text, this.pageNow());
    this.list();
    const { problem } = this.kept;
    if (lost) this.say(storage.BROKEN, true);
    else {this.say(
        problem ??
          (draft.stale
            ? STALE
            : draft.text === null
            ? KEPT
            : published
            ? "고치던 내용을 불러왔어요."
            : FRESH),
        problem !== null || draft.stale,
      );}
    this.clashes.show();
    this.show();
  }

  /** A draft that cannot be read, or in which the record is gone, is put aside. */
  usable(data, record, text) {
    try {
      const editing = new Editing(data, record, text, this.pageNow());
      editing.problems();
      if (editing.node(editing.root)?.kind === "map") return { text, lost: false };
    } catch {
      // Damaged in the store.
    }
    storage.setAside("hyeopchi-edit");
    return { text: data.files[record.file], lost: true };
  }

  show() {
    const { editing } = this;
    this.form = new EditForm(editing, this.lists, {
      typing: () => this.kept.expect(),
      changed: () => this.update(),
      refused: () =>
        this.say(
          "이 값은 여기서 바꾸지 못했어요. 내용은 그대로예요. 저장소에서 파일을 직접 고쳐 주세요.",
          true,
        ),
    });
    this.output = editOutput(editing, () => this.kept.savedAsFile([this.kept.plan].filter(Boolean)));
    this.errors = h("section", { class: "hg-errors", "aria-label": "고칠 곳", hidden: true });
    this.live = h("p", { role: "status", class: "hg-edit-screen__state" });
    this.preview = h("div", {
      class: "hg-edit-screen__preview",
      tabindex: "0",
      role: "region",
      "aria-label": "미리 보기의 내용",
    });
    this.back = h(
      "button",
      { type: "button", class: "md-button", onclick: () => this.takeBack() },
      "처음 내용으로",
    );
    this.work.replaceChildren(
      this.live,
      this.errors,
      h(
        "div",
        { class: "hg-edit-screen__columns" },
        h("section", { "aria-label": "칸" }, h("h2", {}, "고치기"), this.form.element),
        h("section", { "aria-label": "미리 보기" }, h("h2", {}, "미리 보기"), this.preview),
      ),
      this.output.element,
      h("p", {}, this.back),
    );
    this.refresh();
  }

  /** After a change: keep it, and show what follows. */
  update() {
    const { editing } = this;
    this.undone = null;
    this.say(KEPT);
    this.kept.keep(editing.text);
    if (this.kept.problem) this.say(this.kept.problem, true);
    this.refresh();
  }

  refresh() {
    const problems = this.editing.problems();
    this.form.show(problems);
    this.output.update(problems);
    this.preview.replaceChildren(editPreview(this.editing));
    this.errors.hidden = problems.length === 0;
    this.errors.replaceChildren(
      h("h2", {}, `고칠 곳 ${problems.length}개`),
      h(
        "ul",
        {},
        ...problems.map((one) =>
          h(
            "li",
            {},
            h("a", {
              href: "#",
              onclick: (event) => {
                event.preventDefault();
                this.form.reveal(one.path);
              },
            }, `${this.placeOf(one.path)}: ${one.told}`),
          )
        ),
      ),
    );
    setText(
      this.live,
      problems.length
        ? `고칠 곳이 ${problems.length}개 있어요.`
        : this.editing.changed
        ? "고쳤어요. 칸의 모양에는 틀린 곳이 없어요."
        : "아직 고친 것이 없어요.",
    );
    setText(this.back, this.undone ? "고치던 내용으로" : "처음 내용으로");
    this.back.hidden = !this.editing.original || (!this.editing.changed && !this.undone);
    this.sending.show();
  }

  /** A path in the words of the form: `근거 › 2번째 › 쪽`. */
  placeOf(path) {
    const { editing } = this;
    const said = [];
    let schema = editing.schema;
    path.slice(editing.root.length).forEach((step, at) => {
      const node = editing.node(path.slice(0, editing.root.length + at));
      const root = editing.data.schema;
      const within = schema.oneOf
        ? variant(schema, root, node).found ?? {}
        : schema.anyOf
        ? fitting(schema, root, node) ?? {}
        : resolve(schema, root);
      schema = (typeof step === "number"
        ? within.items
        : within.properties?.[step] ?? within.additionalProperties) || {};
      said.push(typeof step === "number" ? `${step + 1}번째` : schema.title ?? step);
    });
    return said.join(" › ") || "기록";
  }

  /** Back to what is published, and from there back to what was typed. */
  takeBack() {
    const [now, put] = [this.editing.text, this.undone ?? this.editing.original];
    this.form.flush();
    this.editing.take(put);
    this.show();
    this.update();
    this.undone = put === this.editing.original ? now : null;
    this.refresh();
    this.back.focus();
  }
}

register({
  "edit-screen": (element) => {
    element.querySelector("[data-static]").hidden = true;
    // Lives on in its listeners.
    new Screen(element, JSON.parse(element.querySelector("[data-edit]").textContent));
  },
});
