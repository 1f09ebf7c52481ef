/**
 * The frame of a form: which parts stand where, what is folded, what waits while somebody types, and what can be
 * taken back.
 */

import { h, setText } from "../dom.js";
import { particle } from "../particle.js";
import { keyOf } from "./words.js";

const PAUSE = 300;

export class Frame {
  /**
   * `typing()` while one is typed, `changed()` after it; `refused()` if it was not made; `opened`: what the
   * reader opened of this record before.
   * @param {any} editing
   * @param {{typing: () => void, changed: () => void, refused: () => void, opened: Set<string>}} within
   */
  constructor(editing, { typing, changed, refused, opened }) {
    this.editing = editing;
    this.typing = typing;
    this.changed = changed;
    this.refused = refused;
    this.opened = opened;
    this.timer = 0;
    /** @type {(() => void) | null} */
    this.waiting = null;
    /** @type {any[]} */
    this.problems = [];
    /** @type {{stop: string, text: string, said: string} | null} */
    this.removed = null;
    this.parts = new Map();
    this.stops = new Map();
    this.element = h("div", { class: "hg-edit-screen__form" });
  }

  /** The fields of the record. @returns {Node[]} */
  body() {
    return [];
  }

  /** Makes the form anew; what was open stays open. `focus`: where the reader goes on. */
  render(focus = null) {
    this.parts = new Map();
    this.stops = new Map();
    this.element.replaceChildren(...this.body());
    const stop = this.stops.get(focus);
    const group = stop?.localName === "summary" ? stop.parentElement : null; // what was added
    (group?.querySelector("input, select, textarea, .hg-calc__field button") ?? stop)?.focus();
  }

  /** The same after another tab changed the file: the cursor stays in its field. */
  renderInPlace() {
    const stop = [...this.stops].find(([, field]) => field === document.activeElement)?.[0] ?? null;
    this.waiting = null;
    this.render(stop);
  }

  button(text, path, name, onclick, attributes = {}) {
    const made = h("button", { type: "button", class: "md-button", ...attributes, onclick }, text);
    this.stops.set(`${keyOf(path)}${name ? ` ${name}` : ""}`, made);
    return made;
  }

  /** A folded part, made when it is first opened. */
  fold(path, title, body) {
    const key = keyOf(path);
    const count = h("span", { class: "hg-edit-screen__count" });
    const error = h("p", { class: "hg-edit-screen__error" });
    const inside = h("div", { class: "hg-edit-screen__inside" });
    const summary = h("summary", {}, h("span", {}, title), count);
    const element = h("details", { class: "hg-edit-screen__group" }, summary, error, inside);
    const fill = () => {
      if (!inside.childNodes.length) inside.append(...body());
    };
    element.addEventListener("toggle", () => {
      if (!element.isConnected) return; // made anew meanwhile
      if (element.open) fill();
      if (element.open) this.opened.add(key);
      else this.opened.delete(key);
      this.show(this.problems);
    });
    const open = () => {
      element.open = true;
      this.opened.add(key);
      fill();
    };
    this.parts.set(key, { path, error, count, field: summary, open });
    this.stops.set(key, summary);
    if (this.opened.has(key)) open();
    return element;
  }

  later(work) {
    this.typing();
    clearTimeout(this.timer);
    this.waiting = work;
    this.timer = setTimeout(() => this.flush(), PAUSE);
  }

  /** Does what waits for a pause in typing. */
  flush() {
    clearTimeout(this.timer);
    const work = this.waiting;
    this.waiting = null;
    work?.();
  }

  /** Writes one value; an optional one that was left empty goes. */
  write(path, value, { optional, order }) {
    const node = this.editing.node(path);
    if (node ? node.value === value && !(optional && value === "") : value === "") return;
    const done = optional && value === "" ? this.editing.drop(path) : this.editing.set(path, value, order);
    if (done) this.changed();
    else this.refused();
  }

  /** A change after which the form looks different. */
  structure(work, focus) {
    this.flush();
    this.removed = null;
    this.done(work(), focus);
  }

  /** The same where something goes: it can be taken back where it stood. `name`: what went. */
  remove(name, work, focus) {
    this.flush();
    const { text } = this.editing;
    const done = work();
    this.removed = done ? { stop: focus, text, said: `${name}${particle(name, "을/를")} 없앴어요.` } : null;
    this.done(done, focus);
  }

  done(done, focus) {
    if (!done) {
      this.refused();
      return;
    }
    const path = focus ? JSON.parse(focus.replace(/ \w+$/, "")) : [];
    path.forEach((_, at) => this.opened.add(keyOf(path.slice(0, at + 1))));
    this.render(focus);
    if (focus && !this.stops.has(focus)) this.reveal(path); // what went stands among what may be added
    this.offerBack(focus);
    this.changed();
  }

  /** Beside where something went: that it did, and the way back. */
  offerBack(focus) {
    const { removed } = this;
    const stop = this.stops.get(focus) ??
      this.stops.get(keyOf([...JSON.parse(focus || "[]").slice(0, -1), "<more>"]));
    if (!removed || !stop) return;
    const back = () => {
      this.removed = null;
      this.editing.take(removed.text);
      this.render(removed.stop);
      this.changed();
    };
    (stop.closest("summary") ?? stop).before(
      h(
        "p",
        { class: "hg-edit-screen__row", role: "status" },
        h("span", {}, removed.said),
        h("button", { type: "button", class: "md-button", onclick: back }, "없앤 것 되돌리기"),
      ),
    );
  }

  /** Opens what encloses a path and goes to its field. */
  reveal(path) {
    for (let length = this.editing.root.length + 1; length < path.length; length += 1) {
      this.parts.get(keyOf(path.slice(0, length)))?.open?.();
      this.parts.get(keyOf([...path.slice(0, length - 1), "<more>"]))?.open?.();
    }
    this.parts.get(keyOf([...path.slice(0, -1), "<more>"]))?.open?.();
    this.show(this.problems);
    const found = this.parts.get(keyOf(path)) ?? this.parts.get(keyOf(path.slice(0, -1)));
    found?.field.focus();
  }

  /** Shows what is wrong beside its field. */
  show(problems) {
    this.problems = problems;
    const messages = new Map(problems.map((one) => [keyOf(one.path), one.told]));
    for (const [key, { path, error, field, count }] of this.parts) {
      setText(error, messages.get(key) ?? "");
      if (!count) field.setAttribute("aria-invalid", String(messages.has(key)));
      const within = count
        ? problems.filter((one) => path.every((step, at) => one.path[at] === step)).length
        : 0;
      if (count) setText(count, within ? `고칠 곳 ${within}` : "");
    }
  }
}
