/**
 * Changes to a YAML text, each only where it must be: comments, order and the way of writing stay everywhere
 * else. Every function takes the text and gives the new one.
 */

import { at, parse } from "./document.js";
import { folded, isLong } from "./fold.js";
import { after, flow, item, oneLine, scalar } from "./write.js";

function splice(text, start, end, put) {
  return text.slice(0, start) + put + text.slice(end);
}

function lineStart(text, position) {
  return text.lastIndexOf("\n", position - 1) + 1;
}

/** The start of the line after what ends at `position`; a block scalar ends there already. */
function lineAfter(text, position) {
  if (text[position - 1] === "\n") return position;
  const found = text.indexOf("\n", position);
  return found < 0 ? text.length : found + 1;
}

function column(text, position) {
  return position - lineStart(text, position);
}

function opensLine(text, position) {
  return text.slice(lineStart(text, position), position).trim() === "";
}

/** How far the lines of a block in place of a value go in; null where none may stand. */
function blockIndent(text, path, node) {
  if (enclosedInFlow(text, path) || !path.length) return null;
  const parent = at(parse(text), path.slice(0, -1));
  const pair = parent.kind === "map" ? parent.pairs.find((one) => one.node === node) : null;
  return " ".repeat((pair ? column(text, pair.keyStart) : column(text, node.start) - 2) + 2);
}

/**
 * A scalar's new text; a folded block stays one, and a text that grew long becomes one.
 * @param {string} text
 * @param {(string | number)[]} path
 * @param {any} value
 * @param {{plainly?: boolean}} how without the quotes that it has, where it needs none
 */
export function set(text, path, value, { plainly = false } = {}) {
  const node = at(parse(text), path);
  if (node.kind !== "scalar") return splice(text, node.start, node.end, item(value));
  const old = text.slice(node.start, node.end);
  if (node.block && typeof value === "string" && value.trim() && !/^\s|\s$/.test(value)) {
    const indent = /\n( +)\S/.exec(old)?.[1] ?? " ".repeat(column(text, node.start) + 2);
    const before = old.startsWith(">")
      ? old.split("\n").slice(1).map((line) => line.slice(indent.length))
      : [];
    const lines = before.at(-1) === "" ? before.slice(0, -1) : before;
    return splice(
      text,
      node.start,
      node.end,
      folded(oneLine(value), indent, lines) + (old.endsWith("\n") ? "\n" : ""),
    );
  }
  const kept = node.quoted && !plainly && typeof value === "string" && text[node.start] === '"';
  const indent = isLong(value) && !kept ? blockIndent(text, path, node) : null;
  if (indent) return splice(text, node.start, node.end, folded(value, indent));
  const written = kept
    ? `"${value.replace(/[\\"]/g, "\\$&").replace(/[\n\t]/g, " ")}"`
    : scalar(value, enclosedInFlow(text, path));
  return splice(text, node.start, node.end, written + (node.block && old.endsWith("\n") ? "\n" : ""));
}

function enclosedInFlow(text, path) {
  const tree = parse(text);
  return path.some((_, length) => at(tree, path.slice(0, length)).flow);
}

/** Adds a field to a group, where `order` (the fields of such a group) wants it. */
export function add(text, path, key, value, order) {
  const tree = parse(text);
  const map = at(tree, path);
  const name = scalar(key, true);
  if (!map.pairs.length) return fill(text, tree, path, map, { name, key, value });
  const before = map.pairs.filter((pair) => order.indexOf(pair.key) <= order.indexOf(key)).at(-1);
  if (map.flow) {
    return before
      ? splice(text, before.node.end, before.node.end, `, ${name}: ${flow(value)}`)
      : splice(text, map.pairs[0].keyStart, map.pairs[0].keyStart, `${name}: ${flow(value)}, `);
  }
  const indent = column(text, map.pairs[0].keyStart);
  const written = isLong(value) ? ` ${folded(value, " ".repeat(indent + 2))}` : after(value, indent);
  const line = `${name}:${written}\n`;
  if (!before) return splice(text, map.pairs[0].keyStart, map.pairs[0].keyStart, line + " ".repeat(indent));
  const place = lineAfter(text, before.node.end);
  return splice(text, place, place, " ".repeat(indent) + line);
}

/** The first field of an empty group; in a block list it begins a block. */
function fill(text, tree, path, map, { name, key, value }) {
  const parent = path.length ? at(tree, path.slice(0, -1)) : null;
  const block = parent?.kind === "seq" && !parent.flow && key !== "doc";
  return splice(
    text,
    map.start,
    map.end,
    block ? `${name}:${after(value, column(text, map.start))}` : `{${name}: ${flow(value)}}`,
  );
}

/** Takes a field out of a group. */
export function drop(text, path, key) {
  const map = at(parse(text), path);
  const index = map.pairs.findIndex((pair) => pair.key === key);
  const { keyStart, node } = map.pairs[index];
  const next = map.pairs[index + 1];
  if (map.pairs.length === 1) {
    return splice(text, map.start, map.end, `{}${text[map.end - 1] === "\n" ? "\n" : ""}`);
  }
  if (map.flow) {
    return next
      ? splice(text, keyStart, next.keyStart, "")
      : splice(text, map.pairs[index - 1].node.end, node.end, "");
  }
  if (!opensLine(text, keyStart)) return splice(text, keyStart, next.keyStart, "");
  return splice(text, lineStart(text, keyStart), lineAfter(text, node.end), "");
}

/** A field's new name, in groups whose names are free. */
export function rename(text, path, key, name) {
  const { keyStart, keyEnd } = at(parse(text), path).pairs.find((pair) => pair.key === key);
  return splice(text, keyStart, keyEnd, scalar(name, true));
}

/** Where an item of a block list begins and ends, with the comments above it. */
function piece(text, list, index) {
  const dash = text.lastIndexOf("-", list.items[index].start - 1);
  if (!opensLine(text, list.start)) {
    return [text.lastIndexOf("-", list.items[index].start - 1), list.items[index].end];
  }
  const start = index ? lineAfter(text, list.items[index - 1].end) : lineStart(text, dash);
  return [start, lineAfter(text, list.items[index].end)];
}

/** Puts an item at the end of a list that is there. */
export function append(text, path, value) {
  const tree = parse(text);
  const list = at(tree, path);
  const parent = path.length ? at(tree, path.slice(0, -1)) : null;
  if (!list.items.length) {
    const pair = parent?.kind === "map" && !parent.flow
      ? parent.pairs.find((one) => one.node === list)
      : null;
    return pair
      ? splice(text, pair.keyEnd, list.end, `:${after([value], column(text, pair.keyStart))}`)
      : splice(text, list.start, list.end, flow([value]));
  }
  const last = list.items.at(-1);
  if (list.flow) return splice(text, last.end, last.end, `, ${flow(value)}`);
  const dash = text.lastIndexOf("-", list.items[0].start - 1);
  const place = lineAfter(text, last.end);
  return splice(text, place, place, `${" ".repeat(column(text, dash))}- ${item(value)}\n`);
}

/** Takes an item out of a list. */
export function remove(text, path, index) {
  const list = at(parse(text), path);
  if (list.items.length === 1) {
    return splice(text, list.start, list.end, `[]${text[list.end - 1] === "\n" ? "\n" : ""}`);
  }
  const [start, end] = list.flow
    ? [list.items[index].start, list.items[index].end]
    : piece(text, list, index);
  if (!list.flow && opensLine(text, list.start)) return splice(text, start, end, "");
  if (index + 1 < list.items.length) {
    return splice(text, start, list.flow ? list.items[index + 1].start : piece(text, list, index + 1)[0], "");
  }
  return splice(text, list.items[index - 1].end, end, "");
}

/** Changes the places of an item and the next one. */
export function swap(text, path, index) {
  const list = at(parse(text), path);
  const [one, two] = [index, index + 1].map((each) =>
    list.flow ? [list.items[each].start, list.items[each].end] : piece(text, list, each)
  );
  return text.slice(0, one[0]) + text.slice(...two) + text.slice(one[1], two[0]) + text.slice(...one) +
    text.slice(two[1]);
}

/** A single group where a list of them may stand, as a list of one. */
export function asList(text, path) {
  const node = at(parse(text), path);
  if (node.flow) return splice(text, node.start, node.end, `[${text.slice(node.start, node.end)}]`);
  return splice(
    text,
    node.start,
    node.end,
    `- ${text.slice(node.start, node.end).replace(/\n(?=[^\n])/g, "\n  ")}`,
  );
}

/** An item of a file that lists them, as it is written, with the comments above it. */
export function excerpt(text, index) {
  return text.slice(...piece(text, parse(text), index));
}

/** A file that lists records, with one more at its end. @param {string} entry its lines, whole */
export function entered(text, entry) {
  return `${text.trimEnd()}${text.trim() ? "\n" : ""}${entry.trimEnd()}\n`;
}
