/**
 * Gets a template when it is first needed, fills it and hands the file to the reader.
 */

import { give, safeName } from "../files.js";
import { loadScript } from "../later.js";
import { names } from "../names.js";
import { clean, fill } from "./fill.js";

const TYPES = {
  hwpx: "application/hwp+zip",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};
const received = new Map();

/**
 * The template's bytes.
 * @param {string} assets the address of the site's assets
 * @param {string} name `checklist.hwpx`
 */
export async function template(assets, name) {
  await Promise.all([
    loadScript(`${assets}vendor/fflate/index.js`),
    loadScript(`${assets}office/${name}.js`),
  ]);
  if (!received.has(name)) {
    received.set(
      name,
      Uint8Array.from(atob(globalThis.hyeopchi.data[`template:${name}`]), (char) => char.charCodeAt(0)),
    );
  }
  return received.get(name);
}

/** A name that every file system takes. */
export function fileName(title, format) {
  return `${safeName(clean(title), 80) || names.guide}.${format}`;
}

/**
 * Fills a template and saves it. @param {string} assets @param {string} name the template's, without ending
 * @param {"hwpx" | "docx"} format
 * @param {string} title the file's name
 * @param {import("./fill.js").Values} values
 * @returns {Promise<string>} the file's name
 */
export async function save(assets, name, format, title, values) {
  const filled = fill(await template(assets, `${name}.${format}`), values);
  const saved = fileName(title, format);
  give(filled, TYPES[format], saved);
  return saved;
}
