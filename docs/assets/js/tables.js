/**
 * The way in for tables: pasted, chosen or dropped. What reads them (assets/table/reader.js) is loaded when
 * it is first wanted.
 */

import { h } from "./dom.js";
import { button } from "./drawer.js";
import { guardedLater, Refusal } from "./gate/limits.js";

// What holds no table is told so.
const FILES = /\.(?:csv|tsv|txt|html?|xls[xmb]?|hwpx?|docx?|pptx|ods|odt|pdf|zip)$/i;
export const ACCEPTED = ".xlsx,.hwpx,.docx,.csv,.tsv,.txt,.xls,.hwp";
const FAILED = "표를 읽는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 고친 뒤 다시 눌러 주세요.";

let reader = null;

/**
 * @typedef {{drawer: any, assets: string, notice: (text: string, options?: any) => void, purpose: (table:
 *   any) => any}} Ways `assets`: the address of the site's assets; `purpose`: what a table is read for
 *   (table/purposes.js), made when the reader is there
 */

/** The reader, fetched when it is first wanted. Throws a Refusal. @returns {Promise<any>} */
export async function load() {
  reader ??= await import("./table/reader.js").catch(() => {
    throw new Refusal(FAILED);
  });
  return reader;
}

/** The reader, for what is called while it reads. @returns {any} */
export const loaded = () => reader;

/**
 * Opens the place for a table, with a file if there is one.
 * @param {Ways} ways
 * @param {File | null} [file]
 */
export async function open({ drawer, assets, notice, purpose }, file = null) {
  const { value: table, problem } = await guardedLater(load);
  if (table) table.panel({ drawer, assets, purpose: purpose(table) }, file);
  else notice(problem, { problem: true });
}

/** Whether a file holds tables rather than what this site saved. @param {File} file */
export const isTable = (file) => FILES.test(file.name);

/**
 * A file that is dropped on the tool is opened.
 * @param {HTMLElement} root
 * @param {(file: File) => void} take
 */
export function dropped(root, take) {
  const hasFiles = (event) => [...event.dataTransfer?.types ?? []].includes("Files");
  root.addEventListener("dragover", (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  root.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  });
}

/**
 * A hidden field for a file and the button that opens it.
 * @param {string} label
 * @param {string} accept
 * @param {(file: File) => void} take
 */
export function chooser(text, label, accept, take) {
  const input = h("input", {
    type: "file",
    accept,
    class: "hg-hidden",
    tabindex: "-1",
    "aria-label": label,
    onchange: () => {
      const [file] = input.files;
      if (file) take(file);
      input.value = "";
    },
  });
  return [button(text, () => input.click()), input];
}
