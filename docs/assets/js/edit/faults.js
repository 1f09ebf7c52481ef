/**
 * The list of what is wrong with a record, above its form: each leads to its field.
 */

import { h } from "../dom.js";
import * as recordShape from "./shape.js";

/** A path in the words of the form: `근거 › 2번째 › 쪽`. */
function placeOf(editing, path) {
  const { root: within, data } = editing;
  const said = [];
  let { schema } = editing;
  path.slice(within.length).forEach((step, at) => {
    const node = editing.node(path.slice(0, within.length + at));
    const shape = schema.oneOf
      ? recordShape.variant(schema, data.schema, node).found ?? {}
      : schema.anyOf
      ? recordShape.fitting(schema, data.schema, node) ?? {}
      : recordShape.resolve(schema, data.schema);
    schema =
      (typeof step === "number" ? shape.items : shape.properties?.[step] ?? shape.additionalProperties) ||
      {};
    said.push(typeof step === "number" ? `${step + 1}번째` : schema.title ?? step);
  });
  return said.join(" › ") || "기록";
}

/**
 * @param {any} editing
 * @param {{path: (string | number)[], told: string}[]} problems
 * @param {(path: (string | number)[]) => void} reveal
 */
export function faultList(editing, problems, reveal) {
  const link = (one) =>
    h("a", {
      href: "#",
      onclick: (event) => {
        event.preventDefault();
        reveal(one.path);
      },
    }, `${placeOf(editing, one.path)}: ${one.told}`);
  return [
    h("h2", {}, `고칠 곳 ${problems.length}개`),
    h("ul", {}, ...problems.map((one) => h("li", {}, link(one)))),
  ];
}
