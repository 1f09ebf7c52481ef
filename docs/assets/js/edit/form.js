/**
 * The form of a record, made from its schema. Groups are folded and made when they are opened; what is wrong
 * stands beside its field, and a group says how much is wrong in it.
 */

import { h, setText, uniqueId } from "../dom.js";
import { citedAs } from "./cited.js";
import { plain } from "./document.js";
import { Frame } from "./frame.js";
import { input, reader } from "./input.js";
import { blank, free, listed } from "./lists.js";
import { offered } from "./offered.js";
import { fitting, isCitation, isList, resolve, variant } from "./shape.js";
import { keyOf, nameOf } from "./words.js";

class Form extends Frame {
  /**
   * `lists`: the id of the list of ids for what a field refers to.
   * @param {any} editing
   * @param {Record<string, string>} lists
   * @param {ConstructorParameters<typeof Frame>[1]} within
   */
  constructor(editing, lists, within) {
    super(editing, within);
    this.lists = lists;
    this.render();
  }

  /** @override */
  body() {
    const { editing } = this;
    const node = editing.node(editing.root);
    const schema = editing.schema.oneOf
      ? variant(editing.schema, editing.data.schema, node).found
      : resolve(editing.schema, editing.data.schema);
    return this.fieldsOf(schema, node, editing.root);
  }

  resolved(schema, node) {
    const { schema: root } = this.editing.data;
    return node && schema.anyOf
      ? { ...schema, ...fitting(schema, root, node), anyOf: undefined }
      : resolve(schema, root);
  }

  /** What a group or an item is called in its fold. */
  called(schema, node, index) {
    const cited = isCitation(schema) ? citedAs(plain(node), this.editing.page.documents) : "";
    return cited || nameOf(node, index);
  }

  fieldsOf(given, node, path) {
    const schema = offered(given, node, this.editing.page.documents);
    const names = Object.keys(schema.properties);
    const has = new Set(node.pairs.map((pair) => pair.key));
    const { fields: oneOf = [] } = schema["x-one-of"] ?? {};
    const needed = new Set([
      ...schema.required,
      ...(schema.needed ?? []),
      ...(schema["x-grounds"] ? ["source"] : []),
      ...(oneOf.some((name) => has.has(name)) ? [] : oneOf),
    ]);
    const shown = names.filter((name) => has.has(name) || needed.has(name));
    const unknown = [...has].filter((name) => !names.includes(name));
    const more = names.filter((name) => !shown.includes(name));
    const one = (name) =>
      this.field(schema.properties[name], [...path, name], {
        required: schema.required.includes(name),
        needed: needed.has(name),
        order: names,
      });
    const fold = more.length
      ? [this.fold([...path, "<more>"], `더 적을 수 있는 칸 ${more.length}개`, () => more.map(one))]
      : [];
    return [...shown.map(one), ...unknown.map((name) => this.unknown([...path, name])), ...fold];
  }

  /** A field, whatever stands in it. `needed`: it is wanted, though the shape does not say so. */
  field(schema, path, { required, needed = required, order, label = schema.title }) {
    const node = this.editing.node(path);
    const within = { ...this.resolved(schema, node), title: label, description: schema.description };
    const group = within.type === "array" || within.type === "object" ||
      (!node && (isList(schema) || within.type === "object"));
    if (!group || node?.kind === "scalar") {
      return this.scalar({ ...schema, ...(schema.anyOf ? {} : within), title: label }, path, {
        required,
        needed,
        order,
      });
    }
    if (!node) return this.absent(schema, path, { label, order });
    const about = within.type === "array"
      ? `${node.items.length}개`
      : within.properties
      ? this.called(within, node, 0)
      : `${node.pairs.length}개`;
    return this.fold(
      path,
      `${label}: ${about}`,
      () => this.inside(schema, within, path, { required, label }),
    );
  }

  /** What stands in a group or a list, and what can be done with it as a whole. */
  inside(schema, within, path, { required, label }) {
    const node = this.editing.node(path);
    const several = schema.anyOf && within.type === "object" && isList(schema);
    const another = () =>
      this.structure(
        () => this.editing.asList(path) && this.editing.append(path, {}),
        keyOf([...path, 1]),
      );
    const drop = () => this.remove(label, () => this.editing.drop(path), keyOf(path));
    return [
      h("p", { class: "hg-calc__help" }, schema.description ?? ""),
      ...(within.type === "array"
        ? listed(this, within, path, { required })
        : within.properties
        ? this.fieldsOf(within, node, path)
        : free(this, within, path)),
      ...(several ? [this.button("하나 더 적기", path, "another", another)] : []),
      ...(required || typeof path.at(-1) === "number"
        ? []
        : [this.button(`${label} 삭제`, path, "drop", drop)]),
    ];
  }

  scalar(schema, path, { required, needed = required, order, tools = [] }) {
    const node = this.editing.node(path);
    const id = uniqueId("edit");
    const target = schema["x-refers"];
    const refers = target ? this.lists[target] : null;
    const field = input(schema, node, { id, "aria-describedby": `${id}-help ${id}-error` }, refers);
    const error = h("p", { class: "hg-edit-screen__error", id: `${id}-error` });
    const help = h("p", { class: "hg-calc__help", id: `${id}-help` });
    // The name of what an id stands for is worth more than what the field is for.
    const tell = () =>
      setText(help, this.editing.page.known[target]?.[field.value] || (schema.description ?? ""));
    tell();
    this.listen(field, path, { required, order, read: reader(schema, node), leads: schema.leads, tell });
    this.parts.set(keyOf(path), { path, error, field });
    this.stops.set(keyOf(path), field);
    return h(
      "div",
      { class: "hg-calc__field" },
      h("label", { for: id }, schema.title ?? "", needed ? "" : h("small", {}, " (있을 때만)")),
      h("div", { class: "hg-edit-screen__row" }, field, ...tools),
      error,
      help,
    );
  }

  /** Writes what is typed. `leads`: the fields beside it are others after it. */
  listen(field, path, { required, order, read, leads, tell }) {
    const write = (done) => this.write(path, read(field.value), { optional: !required && done, order });
    const finish = () => {
      this.waiting = null;
      write(true);
    };
    field.addEventListener("input", () => this.later(() => write(false)));
    field.addEventListener("change", () => {
      finish();
      tell();
      if (leads) this.renderInPlace();
      if (leads) this.show(this.problems);
    });
    // No change is told of where somebody types and takes it all away again.
    field.addEventListener("blur", () => {
      if (!required && field.isConnected && read(field.value) === "") finish();
    });
  }

  /** A group that is not there yet: of one that may be several, one. */
  absent(schema, path, { label, order }) {
    const single = schema.anyOf?.map((one) => resolve(one, this.editing.data.schema))
      .some((one) => one.type === "object");
    const several = isList(schema) && !single;
    const first = several ? [blank(this, schema, path)] : {};
    const focus = keyOf(several ? [...path, 0] : path);
    const error = h("p", { class: "hg-edit-screen__error" });
    const put = () => this.structure(() => this.editing.set(path, first, order), focus);
    const add = this.button(`${label} 더하기`, path, "", put);
    this.parts.set(keyOf(path), { path, error, field: add });
    return h(
      "div",
      { class: "hg-calc__field" },
      h("div", {}, add),
      error,
      h("p", { class: "hg-calc__help" }, schema.description ?? ""),
    );
  }

  unknown(path) {
    const error = h("p", { class: "hg-edit-screen__error" });
    const drop = () => this.remove(path.at(-1), () => this.editing.drop(path), "");
    const remove = this.button(`'${path.at(-1)}' 삭제`, path, "remove", drop);
    this.parts.set(keyOf(path), { path, error, field: remove });
    return h("div", { class: "hg-calc__field" }, h("div", {}, remove), error);
  }
}

export { Form as EditForm };
