/**
 * The records of a kind as they stand here: what is published, with what was made, changed and removed since.
 */

import { parse, plain } from "./document.js";

/** @typedef {{id: string, title: string, file: string, index: number | null, text?: string}} Listed */

function tryPlain(text) {
  try {
    return plain(parse(text));
  } catch {
    return null; // damaged in the store: it is told of when it is opened
  }
}

function listed(data, value, file, index) {
  const id = String(value?.id ?? "");
  const title = String(value?.[data.named] ?? "") || id;
  return { id, title, file, index, text: JSON.stringify(value ?? "") };
}

/** Whether the file belongs to the kind. */
export function isOf(data, file) {
  return data.home === "folder" ? file.startsWith(`data/${data.id}/`) : file === `data/${data.id}.yaml`;
}

/**
 * @param {any} data a kind's data
 * @param {Map<string, string>} drafts texts by file, empty for a removed one
 * @returns {Listed[]}
 */
export function records(data, drafts) {
  const own = [...drafts].filter(([file]) => isOf(data, file));
  const kept = data.records.filter(({ file }) => !drafts.has(file));
  const now = own.filter(([, text]) => text !== "").flatMap(([file, text]) => {
    const value = tryPlain(text);
    if (value === null) return data.records.filter((one) => one.file === file);
    if (data.home === "list") return value.map((one, index) => listed(data, one, file, index));
    return [data.home === "file" ? { ...data.records[0] } : listed(data, value, file, null)];
  });
  return data.home === "list" && own.length ? now : inOrder(data, [...kept, ...now]);
}

/** As they are published, what is new at the end. */
function inOrder(data, found) {
  const places = new Map(data.records.map(({ file }, at) => [file, at]));
  return found.sort((one, two) =>
    (places.get(one.file) ?? Infinity) - (places.get(two.file) ?? Infinity) || 0
  );
}

/** Words as one finds them: without blanks, small letters. */
function bare(text) {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, "");
}

/**
 * Those in which all the words stand; in their names first.
 * @param {Listed[]} all
 * @param {(one: Listed) => string} textOf
 */
export function find(all, typed, textOf) {
  const words = typed.trim().split(/\s+/).map(bare).filter(Boolean);
  const inName = (one) => words.every((word) => bare(`${one.title} ${one.id}`).includes(word));
  const inText = (one) => words.every((word) => bare(`${one.title} ${one.id} ${textOf(one)}`).includes(word));
  const named = all.filter(inName);
  return words.length ? [...named, ...all.filter((one) => !named.includes(one) && inText(one))] : all;
}
