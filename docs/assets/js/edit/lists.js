/**
 * The parts of a form that hold several: lists whose items are moved and taken out, and groups whose names are
 * free.
 */

import { h } from "../dom.js";
import { isList, resolve } from "./shape.js";
import { keyOf } from "./words.js";

/** @typedef {any} Form edit/form.js, which hands itself over */

/** A new item of a list: a row is as long as the row before it. @param {Form} form */
export function blank(form, schema, path) {
  const list = schema.type === "array" ? schema : schema.anyOf.find((one) => one.type === "array");
  const items = resolve(list.items, form.editing.data.schema);
  if (items.type === "array") {
    return Array(form.editing.node(path)?.items.at(-1)?.items?.length ?? 1).fill("");
  }
  return items.type === "object" ? {} : "";
}

/** @param {Form} form */
export function listed(form, schema, path, { required }) {
  const { items } = form.editing.node(path);
  const titled = { ...schema.items, title: schema.title, "x-refers": schema["x-refers"] };
  const made = items.map((node, index) =>
    item(form, titled, [...path, index], node, { count: items.length, required })
  );
  const add = form.button(
    `${schema.title} 하나 더하기`,
    path,
    "add",
    () =>
      form.structure(
        () => form.editing.append(path, blank(form, schema, path)),
        keyOf([...path, items.length]),
      ),
  );
  return [h("ol", { class: "hg-edit-screen__items" }, ...made.map((one) => h("li", {}, one))), add];
}

/** What an item can be done with as a whole. */
function toolsOf(form, schema, path, { count, required }) {
  const [above, index] = [path.slice(0, -1), path.at(-1)];
  const place = `${schema.title} ${index + 1}번째`;
  const move = (by, name, sign) =>
    form.button(
      sign,
      path,
      name,
      () =>
        form.structure(
          () => form.editing.swap(above, Math.min(index, index + by)),
          `${keyOf([...above, index + by])} ${name}`,
        ),
      {
        "aria-label": `${place}를 ${by < 0 ? "위로" : "아래로"}`,
        disabled: index + by < 0 || index + by >= count,
      },
    );
  const take = form.button(
    "삭제",
    path,
    "remove",
    () =>
      form.remove(
        place,
        () => (count === 1 && !required ? form.editing.drop(above) : form.editing.remove(above, index)),
        `${keyOf(above)} add`,
      ),
    { "aria-label": `${place} 삭제` },
  );
  return [move(-1, "up", "↑"), move(1, "down", "↓"), take];
}

function item(form, schema, path, node, within) {
  const tools = toolsOf(form, schema, path, within);
  const resolved = form.resolved(schema, node);
  if (node.kind === "scalar") {
    return form.scalar(
      { ...(schema.anyOf ? schema : resolved), title: `${schema.title} ${path.at(-1) + 1}`, description: "" },
      path,
      { required: true, order: [], tools },
    );
  }
  const inner = () => [
    h("div", { class: "hg-edit-screen__row" }, ...tools),
    ...(node.kind === "seq"
      ? listed(form, { ...resolved, title: "칸" }, path, { required: true })
      : resolved.properties
      ? form.fieldsOf(resolved, node, path)
      : free(form, resolved, path)),
  ];
  return form.fold(path, `${path.at(-1) + 1}. ${form.called(resolved, node, path.at(-1))}`, inner);
}

/** A group whose names are free: each with its name, its value, and a way out. @param {Form} form */
export function free(form, schema, path) {
  const node = form.editing.node(path);
  const rows = node.pairs.map(({ key }) => freeRow(form, schema, path, key, node));
  const fresh = `이름-${node.pairs.length + 1}`;
  const list = isList(schema.additionalProperties) && !schema.additionalProperties.anyOf;
  const order = [...node.pairs.map((pair) => pair.key), fresh];
  return [
    h("ul", { class: "hg-edit-screen__items" }, ...rows),
    form.button(
      "하나 더하기",
      path,
      "add",
      () =>
        form.structure(
          () => form.editing.set([...path, fresh], list ? [""] : "", order),
          keyOf([...path, fresh]),
        ),
    ),
  ];
}

function freeRow(form, schema, path, key, node) {
  const name = h("input", {
    type: "text",
    value: key,
    "aria-label": `이름: ${key}`,
    onchange: () => {
      const now = name.value.trim();
      if (!now || node.pairs.some((pair) => pair.key === now)) name.value = key;
      else form.structure(() => form.editing.rename([...path, key], now), keyOf([...path, now]));
    },
  });
  const remove = form.button(
    "삭제",
    [...path, key],
    "remove",
    () => form.remove(key, () => form.editing.drop([...path, key]), `${keyOf(path)} add`),
    { "aria-label": `${key} 삭제` },
  );
  return h(
    "li",
    {},
    h("div", { class: "hg-edit-screen__row" }, name, remove),
    form.field({ ...schema.additionalProperties, title: key, description: "" }, [...path, key], {
      required: true,
      order: [],
      label: key,
    }),
  );
}
