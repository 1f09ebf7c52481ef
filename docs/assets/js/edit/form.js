/**
 * The form of a record, made from its schema. Groups are folded and made when they are opened; what is wrong
 * stands beside its field, and a group says how much is wrong in it.
 */

import { h, setText, uniqueId } from "../dom.js";
import { fitting, resolve, variant } from "./shape.js";
import { input, reader } from "./input.js";
import { keyOf, nameOf } from "./words.js";

const PAUSE = 300;

function isList(schema) {
  return schema.type === "array" || Boolean(schema.anyOf?.some((one) => one.type === "array"));
}

class Form {
  /**
   * `lists`: the id of the list of ids for what a field refers to; `typing()` while one is typed, `changed()`
   * after it; `refused()` if it was not made.
   */
  constructor(editing, lists, { typing, changed, refused }) {
    this.editing = editing;
    this.lists = lists;
    this.typing = typing;
    this.changed = changed;
    this.refused = refused;
    this.opened = new Set();
    this.timer = 0;
    this.waiting = null;
    this.element = h("div", { class: "hg-edit-screen__form" });
    this.render();
  }

  /** Makes the form anew; what was open stays open. `focus`: where the reader goes on. */
  render(focus = null) {
    this.parts = new Map();
    this.stops = new Map();
    const { editing } = this;
    const node = editing.node(editing.root);
    const schema = editing.schema.oneOf
      ? variant(editing.schema, editing.data.schema, node).found
      : resolve(editing.schema, editing.data.schema);
    this.element.replaceChildren(...this.fieldsOf(schema, node, editing.root));
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

  resolved(schema, node) {
    const { schema: root } = this.editing.data;
    return node && schema.anyOf
      ? { ...schema, ...fitting(schema, root, node), anyOf: undefined }
      : resolve(schema, root);
  }

  fieldsOf(schema, node, path) {
    const names = Object.keys(schema.properties);
    const has = new Set(node.pairs.map((pair) => pair.key));
    const shown = names.filter((name) => has.has(name) || schema.required.includes(name));
    const unknown = [...has].filter((name) => !names.includes(name));
    const more = names.filter((name) => !shown.includes(name));
    const one = (name) =>
      this.field(schema.properties[name], [...path, name], {
        required: schema.required.includes(name),
        order: names,
      });
    const fold = more.length
      ? [this.fold([...path, "<more>"], `더 적을 수 있는 칸 ${more.length}개`, () => more.map(one))]
      : [];
    return [...shown.map(one), ...unknown.map((name) => this.unknown([...path, name])), ...fold];
  }

  /** A field, whatever stands in it. */
  field(schema, path, { required, order, label = schema.title }) {
    const node = this.editing.node(path);
    const within = { ...this.resolved(schema, node), title: label, description: schema.description };
    const group = within.type === "array" || within.type === "object" ||
      (!node && (isList(schema) || within.type === "object"));
    if (!group || node?.kind === "scalar") {
      return this.scalar({ ...schema, ...(schema.anyOf ? {} : within), title: label }, path, {
        required,
        order,
      });
    }
    if (!node) return this.absent(schema, path, { label, order });
    const listable = schema.anyOf && within.type === "object" && isList(schema);
    const body = () => [
      h("p", { class: "hg-calc__help" }, schema.description ?? ""),
      ...(within.type === "array"
        ? this.items(within, path, { required })
        : within.properties
        ? this.fieldsOf(within, node, path)
        : this.free(within, path)),
      ...(listable
        ? [
          this.button("하나 더 적기", path, "another", () =>
            this.structure(() =>
              this.editing.asList(path) && this.editing.append(path, {}), keyOf([...path, 1]))),
        ]
        : []),
      ...(required || typeof path.at(-1) === "number"
        ? []
        : [this.button(`${label} 빼기`, path, "drop", () =>
          this.structure(() =>
            this.editing.drop(path), keyOf(path)))]),
    ];
    const about = within.type === "array"
      ? `${node.items.length}개`
      : within.properties
      ? nameOf(node, 0)
      : `${node.pairs.length}개`;
    return this.fold(path, `${label}: ${about}`, body);
  }

  scalar(schema, path, { required, order, tools = [] }) {
    const node = this.editing.node(path);
    const id = uniqueId("edit");
    const refers = schema["x-refers"] ? this.lists[schema["x-refers"]] : null;
    const field = input(schema, node, { id, "aria-describedby": `${id}-help ${id}-error` }, refers);
    const read = reader(schema, node);
    const write = (done) => this.write(path, read(field.value), { optional: !required && done, order });
    field.addEventListener("input", () => this.later(() => write(false)));
    field.addEventListener("change", () => {
      this.waiting = null;
      write(true);
    });
    // No change is told of where somebody types and takes it all away again.
    field.addEventListener("blur", () => {
      if (required || !field.isConnected || read(field.value) !== "") return;
      this.waiting = null;
      write(true);
    });
    const error = h("p", { class: "hg-edit-screen__error", id: `${id}-error` });
    const element = h(
      "div",
      { class: "hg-calc__field" },
      h("label", { for: id }, schema.title ?? "", required ? "" : h("small", {}, " (있을 때만)")),
      h("div", { class: "hg-edit-screen__row" }, field, ...tools),
      error,
      h("p", { class: "hg-calc__help", id: `${id}-help` }, schema.description ?? ""),
    );
    this.parts.set(keyOf(path), { path, error, field });
    this.stops.set(keyOf(path), field);
    return element;
  }

  /** A group that is not there yet. */
  absent(schema, path, { label, order }) {
    const first = isList(schema) ? [this.blank(schema, path)] : {};
    const focus = keyOf(isList(schema) ? [...path, 0] : path);
    const error = h("p", { class: "hg-edit-screen__error" });
    const add = this.button(
      `${label} 더하기`,
      path,
      "",
      () => this.structure(() => this.editing.set(path, first, order), focus),
    );
    this.parts.set(keyOf(path), { path, error, field: add });
    return h(
      "div",
      { class: "hg-calc__field" },
      h("div", {}, add),
      error,
      h("p", { class: "hg-calc__help" }, schema.description ?? ""),
    );
  }

  /** A new item of a list: a row is as long as the row before it. */
  blank(schema, path) {
    const list = schema.type === "array" ? schema : schema.anyOf.find((one) => one.type === "array");
    const items = resolve(list.items, this.editing.data.schema);
    if (items.type === "array") {
      return Array(this.editing.node(path)?.items.at(-1)?.items?.length ?? 1).fill("");
    }
    return items.type === "object" ? {} : "";
  }

  items(schema, path, { required }) {
    const { items } = this.editing.node(path);
    const titled = { ...schema.items, title: schema.title, "x-refers": schema["x-refers"] };
    const made = items.map((node, index) =>
      this.item(titled, [...path, index], node, { count: items.length, required })
    );
    const add = this.button(
      `${schema.title} 하나 더하기`,
      path,
      "add",
      () =>
        this.structure(
          () => this.editing.append(path, this.blank(schema, path)),
          keyOf([...path, items.length]),
        ),
    );
    return [h("ol", { class: "hg-edit-screen__items" }, ...made.map((one) => h("li", {}, one))), add];
  }

  item(schema, path, node, { count, required }) {
    const [above, index] = [path.slice(0, -1), path.at(-1)];
    const move = (by, name, sign) =>
      this.button(
        sign,
        path,
        name,
        () =>
          this.structure(
            () => this.editing.swap(above, Math.min(index, index + by)),
            `${keyOf([...above, index + by])} ${name}`,
          ),
        {
          "aria-label": `${schema.title} ${index + 1}번째를 ${by < 0 ? "위로" : "아래로"}`,
          disabled: index + by < 0 || index + by >= count,
        },
      );
    const take = this.button(
      "지우기",
      path,
      "remove",
      () =>
        this.structure(
          () => (count === 1 && !required ? this.editing.drop(above) : this.editing.remove(above, index)),
          `${keyOf(above)} add`,
        ),
      { "aria-label": `${schema.title} ${index + 1}번째 지우기` },
    );
    const tools = [move(-1, "up", "↑"), move(1, "down", "↓"), take];
    const resolved = this.resolved(schema, node);
    if (node.kind === "scalar") {
      return this.scalar(
        { ...(schema.anyOf ? schema : resolved), title: `${schema.title} ${index + 1}`, description: "" },
        path,
        { required: true, order: [], tools },
      );
    }
    const inner = () => [
      h("div", { class: "hg-edit-screen__row" }, ...tools),
      ...(node.kind === "seq"
        ? this.items({ ...resolved, title: "칸" }, path, { required: true })
        : resolved.properties
        ? this.fieldsOf(resolved, node, path)
        : this.free(resolved, path)),
    ];
    return this.fold(path, `${index + 1}. ${nameOf(node, index)}`, inner);
  }

  /** A group whose names are free: each with its name, its value, and a way out. */
  free(schema, path) {
    const node = this.editing.node(path);
    const rows = node.pairs.map(({ key }) => {
      const name = h("input", {
        type: "text",
        value: key,
        "aria-label": `이름: ${key}`,
        onchange: () => {
          if (name.value.trim() && !node.pairs.some((pair) => pair.key === name.value.trim())) {
            this.structure(
              () => this.editing.rename([...path, key], name.value.trim()),
              keyOf([...path, name.value.trim()]),
            );
          } else name.value = key;
        },
      });
      const remove = this.button(
        "지우기",
        [...path, key],
        "remove",
        () => this.structure(() => this.editing.drop([...path, key]), `${keyOf(path)} add`),
        { "aria-label": `${key} 지우기` },
      );
      return h(
        "li",
        {},
        h("div", { class: "hg-edit-screen__row" }, name, remove),
        this.field({ ...schema.additionalProperties, title: key, description: "" }, [...path, key], {
          required: true,
          order: [],
          label: key,
        }),
      );
    });
    const fresh = `이름-${node.pairs.length + 1}`;
    const list = isList(schema.additionalProperties) && !schema.additionalProperties.anyOf;
    return [
      h("ul", { class: "hg-edit-screen__items" }, ...rows),
      this.button("하나 더하기", path, "add", () =>
        this.structure(() =>
          this.editing.set(
            [...path, fresh],
            list ? [""] : "",
            node.pairs.map((pair) => pair.key).concat(fresh),
          ), keyOf([...path, fresh]))),
    ];
  }

  unknown(path) {
    const error = h("p", { class: "hg-edit-screen__error" });
    const remove = this.button(
      `'${path.at(-1)}' 지우기`,
      path,
      "remove",
      () => this.structure(() => this.editing.drop(path), ""),
    );
    this.parts.set(keyOf(path), { path, error, field: remove });
    return h("div", { class: "hg-calc__field" }, h("div", {}, remove), error);
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
      if (element.open) fill();
      if (element.open) this.opened.add(key);
      else this.opened.delete(key);
      this.show(this.problems ?? []);
    });
    this.parts.set(key, {
      path,
      error,
      count,
      field: summary,
      open: () => {
        element.open = true;
        this.opened.add(key);
        fill();
      },
    });
    this.stops.set(key, summary);
    if (this.opened.has(key)) this.parts.get(key).open();
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
    const done = work();
    if (done) {
      const path = focus ? JSON.parse(focus.replace(/ \w+$/, "")) : [];
      path.forEach((_, at) => this.opened.add(keyOf(path.slice(0, at + 1))));
      this.render(focus);
      if (focus && !this.stops.has(focus)) this.reveal(path); // what went stands among what may be added
      this.changed();
    } else this.refused();
  }

  /** Opens what encloses a path and goes to its field. */
  reveal(path) {
    for (let length = this.editing.root.length + 1; length < path.length; length += 1) {
      this.parts.get(keyOf(path.slice(0, length)))?.open?.();
      this.parts.get(keyOf([...path.slice(0, length - 1), "<more>"]))?.open?.();
    }
    this.parts.get(keyOf([...path.slice(0, -1), "<more>"]))?.open?.();
    this.show(this.problems ?? []);
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

export { Form as EditForm };
