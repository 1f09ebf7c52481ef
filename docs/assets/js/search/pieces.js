/** The words of a query: where each begins and ends, and whether it names something. */

import { isFull } from "./cutting.js";
import { isSyllable } from "./jamo.js";
import { BREAK } from "./text.js";
import { ASKING, EMPTY_VERBS, HELPING } from "./words.js";

/** How a verb ends that a further one may follow: with 아, 어 or what they have become, without a final. */
const HELPED = /[아어여해와워봐줘져쳐려켜겨여라가나서내채]$/;
/**
 * A verb behind another one that ends in 아 or 어 names nothing (받아 놓고), nor does a noun that asks with its verb
 * (문제 되나).
 */
function helping(pieces) {
  pieces.slice(1).forEach((piece, i) => {
    const before = pieces[i];
    if (before.stem && HELPED.test(before.text) && HELPING.has(piece.stem)) piece.full = false;
    if (ASKING.has(before.text) && EMPTY_VERBS.has(piece.stem)) before.full = false;
  });
}

export class Pieces {
  /**
   * @param {any} row units as read
   * @param {boolean} open whether the last may go on
   * @param {any} known
   * @param {any} lexicon
   */
  constructor(row, open, known, lexicon) {
    this.row = row;
    this.open = open;
    this.known = known;
    this.lexicon = lexicon;
  }

  /** The words of the query with their units: `full` ones name something, the others only ask. */
  all(folded) {
    const pieces = [];
    const { ids, from, to } = this.row;
    for (let i = 0; i < ids.length;) {
      let end = i + 1;
      const run = isSyllable(ids[i]) || ids[i] < -1;
      const spaces = new Set();
      while (
        run && end < ids.length && /^\s*$/.test(folded.slice(to[end - 1], from[end])) &&
        (isSyllable(ids[end]) || ids[end] < -1)
      ) {
        if (to[end - 1] !== from[end]) spaces.add(end - i);
        end += 1;
      }
      const apart = i > 0 && to[i - 1] !== from[i];
      if (!run) {
        if (ids[i] !== BREAK) {
          pieces.push({
            text: folded.slice(from[i], to[i]),
            start: i,
            end,
            apart,
            full: true,
            stem: null,
            name: this.known.name(ids[i]),
          });
        }
      } else this._cut(pieces, folded.slice(from[i], to[end - 1]).replace(/\s/g, ""), i, apart, spaces);
      i = end;
    }
    helping(pieces);
    return pieces;
  }

  /**
   * A word that was cut into pieces not all of which are words, but is one slip away from a word, is that
   * slip.
   */
  _slipped(cut, run, spaces, open) {
    const ends = [...spaces, run.length].sort((a, b) => a - b);
    const pieces = [];
    let at = 0;
    for (const end of ends) {
      const word = [];
      for (; at < end && cut.length; at += word.at(-1).text.length) word.push(cut.shift());
      const text = word.map((piece) => piece.text).join("");
      const tail = word.at(-1)?.kind === "particle" && text.length > 3 ? word.at(-1).text : "";
      const slip = at === end && word.length > 1 && word.some(({ kind }) => kind === "unknown")
        ? [text, ...tail ? [text.slice(0, -tail.length)] : []].find((form) =>
          this.lexicon.slips.near(form, open && end === run.length).length
        )
        : null;
      if (!slip) pieces.push(...word);
      else pieces.push({ text: slip, kind: "unknown", stem: null }, ...slip === text ? [] : [word.at(-1)]);
    }
    return pieces;
  }

  _cut(pieces, run, start, apart, spaces) {
    let at = start;
    const open = this.open && start + run.length === this.row.ids.length;
    for (
      const { text, kind, stem } of this._slipped(
        this.lexicon.cutting.cut(run, spaces, open, start > 0 && !apart),
        run,
        spaces,
        open,
      )
    ) {
      const last = pieces.at(-1);
      const spaced = spaces.has(at - start);
      const piece = {
        text,
        kind,
        stem,
        start: at,
        end: at + text.length,
        apart: spaced || (apart && at === start),
        full: isFull(kind),
      };
      // A single syllable that is no word belongs to the word before it: 협치조 is being typed.
      if (kind === "unknown" && text.length === 1 && at > start && !spaced && last?.full && !last.stem) {
        last.end = piece.end;
        last.text += text;
        last.kind = kind;
      } else pieces.push(piece);
      at = piece.end;
    }
  }
}
