/**
 * Two versions of a text, made from one, as one text: line by line, when they changed different lines.
 */

import { changedLines } from "./changed.js";

/** What a text changed of another, by the other's lines: from where, up to where, what stands there now. */
function changesOf(base, text) {
  let moved = 0;
  return changedLines(base, text).map(({ line, before, after }) => {
    const start = line - 1 - moved;
    moved += after.length - before.length;
    return { start, end: start + before.length, after };
  });
}

const same = (one, two) =>
  one.start === two.start && one.end === two.end && one.after.join("\n") === two.after.join("\n");
const replaces = ({ start, end }) => start < end;

/**
 * Whether two changes leave each other alone: an unchanged line lies between, or each takes lines of its own.
 */
function apart(one, two) {
  const beside = replaces(one) && replaces(two) && (one.end === two.start || two.end === one.start);
  return beside || one.end < two.start || two.end < one.start;
}

/** The text with what both changed, or null when they changed the same lines. */
export function mergeLines(base, mine, theirs) {
  const own = changesOf(base, mine);
  const others = changesOf(base, theirs).filter((one) => !own.some((two) => same(one, two)));
  if (others.some((one) => own.some((two) => !apart(one, two)))) return null;
  const lines = base.split("\n");
  const ordered = [...own, ...others].sort((one, two) => two.start - one.start);
  for (const { start, end, after } of ordered) lines.splice(start, end - start, ...after);
  return lines.join("\n");
}
