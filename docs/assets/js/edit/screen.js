/**
 * The edit page: pick a kind and a record, change it, read what is wrong and how it reads, take the YAML
 * away. `#kind/id` in the address opens a record.
 */

import { h, setText } from "../dom.js";
import { register } from "../start.js";
import * as storage from "../storage.js";
import { createClashes } from "../store/clashes.js";
import * as dialog from "../store/dialog.js";
import * as editDesk from "./desk.js";
import * as editDrafts from "./drafts.js";
import { known, nameOfFile } from "./known.js";
import * as editListing from "./listing.js";
import { loadKind } from "./loading.js";
import { idLists } from "./offered.js";
import { OpenRecord } from "./opened.js";
import { Picker } from "./picker.js";
import { Press } from "./press.js";
import { Editing } from "./record.js";
import { EditSending } from "./sending.js";

const KEPT = "입력한 내용은 이 브라우저에 저장돼요. 다른 기록을 골라도 없어지지 않아요.";
const FRESH = "새 기록이에요. 빈칸을 채워 주세요. 입력한 내용은 이 브라우저에 저장돼요.";
const STALE = "고치던 내용을 불러왔어요. 그 뒤에 이 파일이 바뀌었으니, 처음 내용과 비교해 보세요.";

function told({ stale, text }, published) {
  if (stale) return STALE;
  if (text === null) return KEPT;
  return published ? "고치던 내용을 불러왔어요." : FRESH;
}

class Screen {
  constructor(element, page) {
    this.page = page;
    this.opened = new Map(); // by record: what of its form was open
    this.press = new Press();
    this.picker = new Picker(page.kinds, {
      kind: (kind) => this.pickKind(kind),
      record: (id) => this.go(this.picker.kind.value, id),
    });
    this.desk = h("div", {
      class: "hg-toolbar hg-edit-screen__desk",
      role: "group",
      "aria-label": "기록 관리",
    });
    this.kept = new editDrafts.Drafts();
    this.clashes = createClashes(this.kept, editDrafts.words);
    this.said = h("p", { role: "status", class: "hg-calc__kept" }, KEPT);
    this.undo = dialog.button("되돌리기", () => this.kept.undo(), "quiet", { hidden: true });
    this.sending = new EditSending(page, this.kept, (kind) => loadKind(page, kind), {
      check: (...one) => this.faultsIn(...one),
      open: (path) => this.openFile(path),
    });
    this.work = h("div", { class: "hg-edit-screen__work" });
    const offers = idLists(page);
    this.lists = offers.ids;
    element.append(
      this.picker.element,
      this.desk,
      this.said,
      this.undo,
      this.clashes.element,
      this.work,
      this.sending.element,
      ...offers.elements,
    );
    this.sending.show();
    this.follow();
    globalThis.addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  /** Hears of what other tabs write, and of what could not be written. */
  follow() {
    const { kept } = this;
    kept.on("gather", () => this.record?.form.flush());
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
    return this.picker.same(this.editing.record);
  }

  take(editing, now) {
    const { text, lost } = this.usable(editing.data, editing.record, now);
    if (lost) return; // put aside; what stands here stays
    this.record.take(text);
  }

  close() {
    this.editing = this.record = null;
    this.work.replaceChildren();
    this.list();
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
    this.record?.form.flush();
    this.picker.kind.value = kind;
    if (!kind) return;
    try {
      await loadKind(this.page, kind);
    } catch {
      this.say("자료를 불러오지 못했어요. 화면을 새로 고쳐 주세요.", true);
      return;
    }
    if (this.picker.kind.value !== kind) return; // another one was picked meanwhile
    this.data = globalThis.hyeopchi.data[`records:${kind}`];
    this.picker.take(this.data);
    this.list();
    const found = this.picker.records.find((one) =>
      one.id ===
        (id || (this.picker.records.length === 1 && !this.data.new.length ? this.picker.records[0].id : ""))
    );
    if (found) this.open(this.data, found);
    else if (this.editing) this.close();
  }

  /** The kind's records as they stand now, and what can be done with them. */
  list() {
    if (!this.data) return;
    this.picker.list(this.kept.texts, this.editing?.data === this.data ? this.editing.record : null);
    this.press.after("desk", () => this.fillDesk());
  }

  fillDesk() {
    const pressed = this.desk.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.desk.replaceChildren(...editDesk.buttons(() => this.bench()));
    if (pressed) [...this.desk.children].find((one) => one.textContent === pressed && !one.disabled)?.focus();
  }

  /** What the buttons for whole records work on. */
  bench() {
    this.record?.form.flush();
    const { data, kept, editing } = this;
    const record = editing?.data === data ? this.here() : undefined;
    return {
      data,
      kept,
      editing,
      record,
      records: this.picker.records,
      text: (file) => kept.texts.get(file) ?? data.files[file] ?? "",
      go: (id) => (id ? this.go(data.id, id) : history.replaceState(null, "", `#${data.id}`)),
      come: () => this.bring(),
    };
  }

  /** Opens the record of a changed file; the first one of a list. */
  async openFile(path) {
    const { kind, id } = nameOfFile(path);
    if (id) this.go(kind, id);
    else await this.pickKind(kind);
  }

  /** How much is wrong in a file that is to be handed over. */
  faultsIn(data, path, text) {
    const records = editListing.records(data, new Map([[path, text]])).filter(({ file }) => file === path);
    const page = this.pageNow();
    return records.reduce((sum, record) => sum + new Editing(data, record, text, page).problems().length, 0);
  }

  /** What the page knows, with what was changed here. */
  pageNow() {
    return known(this.page, this.kept.texts);
  }

  open(data, record) {
    const published = data.files[record.file];
    const draft = this.kept.open(record.file, published);
    const { text, lost } = this.usable(data, record, draft.text ?? published);
    this.editing = new Editing(data, record, text, this.pageNow());
    this.list();
    const { problem } = this.kept;
    if (lost) this.say(storage.BROKEN, true);
    else this.say(problem ?? told(draft, published), problem !== null || draft.stale);
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
    const { editing, kept, press, lists } = this;
    const name = `${editing.record.file} ${editing.record.id}`;
    if (!this.opened.has(name)) this.opened.set(name, new Set());
    this.work.replaceChildren();
    this.record = new OpenRecord(editing, {
      kept,
      press,
      lists,
      opened: this.opened.get(name),
      say: (...one) => this.say(...one),
      shown: () => this.sending.show(),
    });
    this.work.replaceChildren(...this.record.parts);
  }
}

register({
  "edit-screen": (element) => {
    element.querySelector("[data-static]").hidden = true;
    new Screen(element, JSON.parse(element.querySelector("[data-edit]").textContent)); // lives on in its listeners
  },
});
