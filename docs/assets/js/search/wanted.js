/** What is looked for, each a pair of units with what it may also be: of what is typed, of verbs, of other names. */

import { pair, single } from "./corpus.js";
import { completions, inflected, isSyllable, neighbours, spellings, withoutFinal } from "./jamo.js";
import { BREAK, read } from "./text.js";

/** What follows a stem of one syllable. */
const ENDINGS = "는은을기지고으아어았었면나음게도다";

/**
 * A pair to look for: `exact`; `later`: what a half-typed pair may become; `near`: what a slip of the finger
 * may have been meant for, used only when the exact one stands nowhere.
 */
export function feature(a, b, weight, open) {
  const keys = { exact: [], later: [], near: [], weight, a, b };
  if (a >= 0 && b >= 0) {
    keys.exact.push(...spellings(a).flatMap((one) => spellings(b).map((other) => pair(one, other))));
  }
  if (open) {
    for (const id of completions(b)) keys.later.push(pair(a, id));
    if (withoutFinal(b) !== null) keys.near.push(pair(a, withoutFinal(b)));
  }
  if (isSyllable(a) && isSyllable(b)) {
    for (const id of neighbours(a)) keys.near.push(pair(id, b));
    for (const id of neighbours(b)) keys.near.push(pair(a, id));
  }
  return keys;
}

/** Numbers and Latin words count alone as well; half-typed they may be the beginning of others. */
export function alone(id, weight, open, known, text) {
  const later = [];
  if (open || id < 0 || /^\d+$/.test(text)) {
    for (const [name, other] of known.ids) {
      if (name.startsWith(text) && other !== id) later.push(single(other));
    }
  }
  return { exact: id > 0 ? [single(id)] : [], later, near: [], weight, a: id, b: id };
}

/**
 * The features of a verb in whatever form it stands: of the stem's pairs, the last syllable's open; of one
 * syllable, with its endings.
 */
export function ofVerb(stem, known) {
  const ids = read(stem, known, false).ids;
  const last = ids.at(-1);
  const forms = inflected(last);
  if (ids.length > 1) {
    const found = ids.slice(1, -1).map((id, i) => feature(ids[i], id, 1, false));
    found.push({
      exact: forms.map((id) => pair(ids.at(-2), id)),
      later: [],
      near: [],
      weight: 1,
      a: ids.at(-2),
      b: last,
    });
    return found;
  }
  const after = read(ENDINGS, known, false).ids;
  return [{
    exact: forms.flatMap((id) => after.map((next) => pair(id, next))),
    later: [],
    near: [],
    weight: 1,
    a: last,
    b: last,
  }];
}

/** The features of words that are not typed but meant: a term's official name. */
export function named(name, known) {
  if (name.endsWith("다")) return ofVerb(name.slice(0, -1), known);
  const { ids } = read(name, known, false);
  const found = ids.slice(1).map((id, i) => feature(ids[i], id, 1, false)).filter(({ a, b }) =>
    a !== BREAK && b !== BREAK
  );
  for (const id of ids) if (id > BREAK) found.push(alone(id, 1, false, known, ""));
  for (const one of found) one.near = [];
  return found;
}
