/**
 * The ways in: the address, an opened or dropped file, the browser's store. Each gives text within limits, or
 * a sentence.
 */

import { decoded } from "./decode.js";
import { whole } from "./json.js";
import { counted, demand, guarded, guardedLater, LIMITS, Refusal } from "./limits.js";
import { turn } from "./turns.js";

const UNREADABLE = "파일을 읽지 못했어요. 다른 프로그램에서 열려 있거나 삭제됐는지 확인해 주세요.";

/**
 * Takes the fragment out of the address before anything reads it: a reload does not bring it back.
 * @returns {string} with its `#`
 */
export function takeFragment() {
  const { hash, host, pathname, protocol, search } = globalThis.location;
  if (hash !== "") {
    globalThis.history.replaceState(globalThis.history.state, "", `${protocol}//${host}${pathname}${search}`);
  }
  return hash;
}

/**
 * Hears of a new fragment, before the theme does, which would look for an element of that name.
 * @param {() => void} look
 */
export function onFragment(look) {
  for (const kind of ["popstate", "hashchange"]) globalThis.addEventListener(kind, look);
}

/**
 * The bytes of a file, in any browser that has files at all.
 * @param {Blob} file
 * @returns {Promise<ArrayBuffer>}
 */
export function bytesOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(/** @type {ArrayBuffer} */ (reader.result)));
    // A folder, or a file that is gone.
    reader.addEventListener("error", () => failed(new Refusal(UNREADABLE)));
    reader.readAsArrayBuffer(file);
  });
}

/**
 * What `read` makes of the JSON in a file; the page has its turn between the steps.
 * @template T @param {File} file @param {(plain: any) => T | Promise<T>} read may throw a Refusal
 * @param {string} broken what is said of a file that is no JSON
 * @param {number} [longest] signs of one text in it
 * @returns {Promise<{value: T | null, problem: string | null}>}
 */
export function fromFile(file, read, broken, longest) {
  return guardedLater(async () => {
    demand(
      file.size <= LIMITS.bytes,
      `파일이 너무 커요. ${counted(LIMITS.bytes / 1_000_000)} MB까지 열 수 있어요.`,
    );
    const plain = whole(decoded(await bytesOf(file)), broken, longest);
    await turn();
    const value = await read(plain);
    await turn();
    return value;
  });
}

/** The same for a text, such as a stored one. @param {number} [longest] signs of one text in it */
export function fromText(text, read, broken, longest) {
  return guarded(() => read(whole(text, broken, longest)));
}
