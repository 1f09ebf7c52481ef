/**
 * Reading in pieces: a reader is a generator that gives way now and then. At a desk one is read at a time,
 * and the page answers between its pieces; a small table is there at once.
 */

import { guarded } from "../gate/limits.js";
import { slice, turn } from "../gate/turns.js";

/** @template T @typedef {Generator<void, T>} Pieces */

/**
 * What is asked of each of a list, one piece each.
 * @template T, R
 * @param {T[]} list
 * @param {(one: T, at: number) => R} ask
 */
export function* each(list, ask) {
  const found = [];
  for (const [at, one] of list.entries()) {
    found.push(ask(one, at));
    yield;
  }
  return found;
}

/**
 * The same where asking goes in pieces itself.
 * @template T, R
 * @param {T[]} list
 * @param {(one: T) => Pieces<R>} ask
 */
export function* eachOf(list, ask) {
  const found = [];
  for (const one of list) found.push(yield* ask(one));
  return found;
}

/**
 * A desk for one reading at a time: what is laid on it ends the one before.
 * @param {(busy: boolean) => void} [told] hears when a reading goes on beyond its first slice, and when none
 *   does any more
 */
export function desk(told = () => {}) {
  let current = null;
  let busy = false;

  function say(now) {
    if (now !== busy) told(busy = now);
  }
  function go(pieces, ended) {
    if (current !== pieces) return;
    const { value: step, problem } = guarded(() => slice(pieces));
    if (problem === null && !step.done) {
      say(true);
      turn().then(() => go(pieces, ended));
      return;
    }
    current = null;
    say(false);
    ended(step?.value ?? null, problem);
  }
  return {
    /**
     * @template T
     * @param {Pieces<T>} pieces
     * @param {(value: T | null, problem: string | null) => void} ended
     */
    read(pieces, ended) {
      current = pieces;
      go(pieces, ended);
    },
    /** Gives up what is read. */
    clear() {
      current = null;
      say(false);
    },
    busy: () => busy,
  };
}
