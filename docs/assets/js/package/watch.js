/**
 * What the tools keep in this browser, read anew whenever another tab may have written it: which of the
 * chosen parts are others now than when they were chosen. Nothing is taken by itself: papers made from a plan
 * must not change behind the reader's back.
 */

import { equal } from "../store/merge.js";
import * as packageSources from "./sources.js";

/**
 * @typedef {import("./sources.js").Choice} Choice
 * @typedef {{key: string, label: string, now: any}} Changed a part that is another now; `now` null: it is
 *   kept no more
 * @typedef {{found: Record<string, Choice[]>, changed: () => Changed[], on: (listener: () => void) => void}}
 *   Watched
 */

/**
 * The chosen parts that are others now.
 * @param {any} state
 * @param {Record<string, Choice[]>} found
 * @returns {Changed[]}
 */
export function changedParts({ origins, ...state }, found) {
  return Object.entries(origins).flatMap(([key, { id, label }]) => {
    const now = found[key].find((one) => one.id === id);
    if (state[key] === null || (now && equal(now.value, state[key]))) return [];
    return [{ key, label: now?.label ?? label, now: now?.value ?? null }];
  });
}

/** @returns {Watched} */
export function watch(holder, data) {
  const listeners = [];
  const watched = {
    found: packageSources.choices(data),
    changed: () => changedParts(holder.state, watched.found),
    on: (listener) => {
      listeners.push(listener);
    },
  };
  function look() {
    const found = packageSources.choices(data);
    if (equal(found, watched.found)) return;
    watched.found = found;
    listeners.forEach((listener) => listener());
  }
  globalThis.addEventListener("storage", look);
  globalThis.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) look();
  });
  document.addEventListener("visibilitychange", look);
  return watched;
}
