/**
 * Files between the page and the reader: handed over under a safe name; scripts that are fetched when first
 * needed.
 */

import { h } from "./dom.js";

const UNSAFE = /[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The title as every file system takes it. @param {string} title @param {number} most characters */
export function safeName(title, most = 60) {
  return title.replace(UNSAFE, " ").replace(/\s+/g, " ").trim().slice(0, most).replace(/[. ]+$/, "");
}

/**
 * Hands content over as a file.
 * @param {string | Uint8Array<ArrayBufferLike>} content
 * @param {string} type
 * @param {string} name
 */
export function give(content, type, name) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Does what needs scripts that load later, or says that they did not come.
 * @template T
 * @param {{notice: (text: string, options: {problem: boolean}) => void}} teller
 * @param {() => Promise<T>} load such as `() => import("./x.js")`
 * @param {(loaded: T) => unknown} work
 */
export async function withLater(teller, load, work) {
  let loaded;
  try {
    loaded = await load();
  } catch {
    teller.notice("필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 눌러 주세요.", {
      problem: true,
    });
    return;
  }
  await work(loaded);
}
