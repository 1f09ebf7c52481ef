/**
 * The browser's own store, made safe: a private window, a full disk or damaged data give a sentence to show,
 * and what could not be read is put aside, not overwritten.
 */

import { fromText } from "./gate/sources.js";

const CLOSED =
  "이 브라우저가 저장을 막고 있어요(비밀 창이거나 저장 차단). 창을 닫기 전에 파일로 저장해 주세요.";
const FULL = "브라우저의 저장 공간이 가득 찼어요. 지금 내용은 파일로 저장해 주세요.";
const TOO_MUCH =
  "내용이 너무 많아서 저장하지 못했어요. 지금 내용은 파일로 저장하고, 쓰지 않는 것을 지워 주세요.";
export const BROKEN =
  "이 브라우저에 남은 내용이 깨져 있어 열지 못했어요. 원래 내용은 지우지 않고 따로 두었어요.";

const ASIDE = /^hyeopchi.*\.broken(-\d)?$/;
const MOST_ASIDE = 9; // of one key; the oldest are kept

/** @returns {Storage | null} */
function store() {
  try {
    return globalThis.localStorage;
  } catch {
    return null; // reading the property itself throws where storage is blocked
  }
}

/** The text kept under `key`, to see whether it has changed; null when there is none or it cannot be had. */
export function peek(key) {
  try {
    return store()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/**
 * The value kept under `key`, or null. `problem` is a sentence for the reader.
 * @param {string} key
 * @param {number} [longest] signs of one text in it
 * @returns {{value: any, problem: string | null}}
 */
export function read(key, longest) {
  let text = null;
  try {
    text = store()?.getItem(key) ?? null;
  } catch {
    return { value: null, problem: CLOSED };
  }
  if (text === null) return { value: null, problem: null };
  const found = fromText(text, (plain) => plain, BROKEN, longest);
  if (found.problem !== null) setAside(key);
  return {
    value: found.value,
    problem: found.problem === null || found.problem === BROKEN
      ? found.problem
      : `${BROKEN} (${found.problem})`,
  };
}

/**
 * Keeps `value`, if it can be read again. Returns null, or the sentence that says why it was not kept.
 * @param {string} key
 * @param {any} value
 * @param {number} [longest] as for `read`
 */
export function write(key, value, longest) {
  const place = store();
  if (!place) return CLOSED;
  const text = JSON.stringify(value);
  const { problem } = fromText(text, () => true, BROKEN, longest);
  if (problem !== null) return `${TOO_MUCH} (${problem})`;
  try {
    place.setItem(key, text);
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError" ? FULL : CLOSED;
  }
}

/** The keys of what was put aside: `<key>.broken`, `<key>.broken-2`, … @returns {string[]} */
export function asides() {
  try {
    return Object.keys(store() ?? {}).filter((key) => ASIDE.test(key)).sort();
  } catch {
    return [];
  }
}

/** Puts a text under a key that is free, or under the one that holds the same already. */
function putAside(place, key, text) {
  for (let number = 1; number <= MOST_ASIDE; number += 1) {
    const free = number === 1 ? `${key}.broken` : `${key}.broken-${number}`;
    const stands = place.getItem(free);
    if (stands === text) return;
    if (stands !== null) continue;
    place.setItem(free, text);
    return;
  }
}

/**
 * Copies what stands under `key` aside, so that the next write does not destroy it; where there is no room
 * for both, moves it.
 */
export function setAside(key) {
  try {
    const place = store();
    const text = place?.getItem(key);
    if (!text) return;
    try {
      putAside(place, key, text);
    } catch {
      place.removeItem(key);
      putAside(place, key, text);
    }
    document.dispatchEvent(new CustomEvent("hg-aside"));
  } catch {
    // Nothing more can be done; the reader has been told.
  }
}

/** What was put aside under this key; null when it is gone. */
export function textAside(key) {
  try {
    return store()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Forgets what was put aside. */
export function forgetAside(key) {
  try {
    store()?.removeItem(key);
  } catch {
    // It stays, and is shown again.
  }
}
