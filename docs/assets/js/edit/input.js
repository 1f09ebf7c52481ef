/**
 * One value's input, as its schema wants it, and what was typed as the value that is meant.
 */

import { h } from "../dom.js";
import * as editWords from "./words.js";
import { oneLine } from "./write.js";

const WHOLE = /^(?:0|-?[1-9][0-9]{0,15})$/;
const LONG = 36;

function whole(text) {
  return WHOLE.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** How a typed text becomes a value: text stays text where only text may stand. */
export function reader(schema, node) {
  const kinds = (schema.anyOf ?? [schema]).map((one) => one.type);
  if (schema.type === "boolean") {
    return (text) => (text === "true" || text === "false" ? text === "true" : text);
  }
  const text = kinds.includes("string") && (node?.quoted || !kinds.includes("integer"));
  return text ? (typed) => oneLine(typed).trim() : (typed) => whole(typed.trim());
}

function choices(schema, current) {
  if (schema.type === "boolean") return [["true", "예"], ["false", "아니요"]];
  const listed = schema.enum.map((value) => [value, editWords.choiceName(schema, value)]);
  return current === "" || schema.enum.includes(current)
    ? listed
    : [...listed, [current, `${current} (쓸 수 없는 값)`]];
}

function chooser(schema, current, attributes) {
  const element = h(
    "select",
    attributes,
    h("option", { value: "" }, "고르지 않음"),
    ...choices(schema, current).map(([value, label]) => h("option", { value }, label)),
  );
  element.value = current;
  return element;
}

/** The input. `attributes`: id and what describes it; `refers`: the id of a list of ids to offer. */
export function input(schema, node, attributes, refers) {
  const current = node?.kind === "scalar" ? String(node.value) : "";
  if (schema.enum || schema.type === "boolean") return chooser(schema, current, attributes);
  const prose = schema.type === "string" && schema.minLength && !schema.pattern && !refers;
  if (prose) {
    return h("textarea", {
      ...attributes,
      rows: Math.min(8, Math.ceil((current.length + 1) / LONG)),
      value: current,
    });
  }
  const example = schema.examples?.[0];
  return h("input", {
    ...attributes,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    list: refers ?? null,
    value: current,
    inputmode: schema.type === "integer" ? "numeric" : null,
    placeholder: example === undefined ? null : `예: ${example}`,
  });
}
