/** Where a word ends when nobody typed a space, and where none does when somebody typed one too many. */

import { stem } from "./verbs.js";
import { EMPTY, EMPTY_VERBS, PARTICLES, SUFFIXES } from "./words.js";

const COSTS = {
  word: 1,
  begun: 1.25,
  empty: 1,
  verb: 1.1,
  particle: 1.2,
  suffix: 0.9,
  unknown: 2,
  unknownRun: 1,
};
/** For each space that a word is to reach across: more than what two words cost. */
const ACROSS = 1.2;
/** A name that begins with a word of one syllable, which is no word by itself: 다 등급. */
const NAMED_ACROSS = 0.8;
const LONGEST = 12;

/** Whether a piece of this kind names something. */
export const isFull = (kind) => !["empty", "particle", "suffix"].includes(kind);

/** @typedef {"word" | "begun" | "verb" | "empty" | "particle" | "suffix" | "unknown"} PieceKind */

export class Cutting {
  /** @param {any} lexicon whose words it cuts by */
  constructor(lexicon) {
    this.lexicon = lexicon;
    this.kinds = new Map(); // what has been cut, for the next time
  }

  /**
   * Cuts a run of Hangul into known words, particles and the rest: the cheapest way.
   * @param {string} run without its spaces
   * @param {Set<number>} spaces where they were
   * @param {boolean} open whether its last word may go on
   * @param {boolean} attached whether it follows a number without a space
   * @returns {{text: string, kind: PieceKind, stem?: string}[]}
   */
  cut(run, spaces = new Set(), open = false, attached = false) {
    /** @type {{cost: number, from: number, kind: PieceKind, stem?: string}[]} */
    const best = [{ cost: 0, from: 0, kind: "word", stem: null }];
    const starts = [0, ...spaces, run.length];
    for (let end = 1; end <= run.length; end += 1) {
      best.push({ cost: Infinity, from: 0, kind: "unknown", stem: null });
      for (let from = Math.max(0, end - LONGEST); from < end; from += 1) {
        const begins = starts.findLast((start) => start <= from);
        const across = [...spaces].filter((space) => space > from && space < end).length;
        const { kind, stem: verb } = this._kind(
          run.slice(from, end),
          from - begins + (attached && !begins ? 2 : 0),
          begins === from && starts.includes(end),
          open && end === run.length,
          run.slice(end, starts.find((start) => start >= end)),
          run.slice(begins, from),
        );
        if (across && kind !== "word" && kind !== "begun") continue;
        const named = across && spaces.has(from + 1) && kind === "word" &&
          this.lexicon.names.has(run.slice(from, end));
        const cost = best[from].cost + (named ? NAMED_ACROSS : ACROSS) * across +
          (kind === "unknown"
            ? COSTS.unknown * (end - from) + COSTS.unknownRun +
              (best[from].kind === "unknown" && from ? 1 : 0)
            : COSTS[kind]);
        if (cost < best[end].cost) best[end] = { cost, from, kind, stem: verb };
      }
    }
    const pieces = [];
    for (let end = run.length; end > 0; end = best[end].from) {
      pieces.unshift({ text: run.slice(best[end].from, end), kind: best[end].kind, stem: best[end].stem });
    }
    return pieces;
  }

  /**
   * What a text is by itself. `before`: how much of its word stands before it; `whole`: it stands between
   * spaces; `rest`: what stands after it in its word, `lead`: what before.
   * @returns {{kind: PieceKind, stem?: string}}
   */
  _kind(text, before, whole, open, rest, lead) {
    if (
      this.lexicon.words.has(text) ||
      (text.length === 1 && this.lexicon.names.has(text) && (whole || (!before && PARTICLES.has(rest))))
    ) return { kind: "word" };
    if ((before >= 2 || (before === 1 && this.lexicon.names.has(lead))) && PARTICLES.has(text)) {
      return { kind: "particle" };
    }
    if (before >= 2 && SUFFIXES.has(text)) return { kind: "suffix" };
    if (EMPTY.has(text) && (text.length > 1 || whole)) return { kind: "empty" };
    if (text.length === 1 && !whole) return { kind: "unknown" };
    if (!this.kinds.has(text)) this.kinds.set(text, stem(text, this.lexicon.verbs));
    const verb = this.kinds.get(text);
    if (verb) return { kind: EMPTY_VERBS.has(verb) ? "empty" : "verb", stem: verb };
    return { kind: open && text.length > 1 && this.lexicon.begins(text) ? "begun" : "unknown" };
  }
}
