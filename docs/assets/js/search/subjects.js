/** How much of an answer's subject a query says: the ways to name it, and how many of its letters are said. */

import { compact } from "./lexicon.js";
import { bare, GENERIC } from "./words.js";

/** So much of a subject's name must have been said, by its letters. */
const NAMED = 0.6;
const NAMED_RULE = 0.5;
/** Kinds whose subject is known by several names: one of them must have been said whole. */
export const WHOLE = new Set(["term", "body", "office"]);

/** The words of a subject that name it: without brackets, years and what any question of its kind says. */
export function naming(subject, kind, withoutYears = true) {
  return subject.replace(/\(.*?\)/g, " ").replace(withoutYears ? /20\d\d년판?/g : "", " ").split(/\s+/).map(
    compact,
  )
    .map((word) => bare(kind === "due" ? word.replace(/하?기$/, "") : word)).filter((word) =>
      word && !GENERIC[kind]?.has(word)
    );
}

/** The ways to name a subject, a list of words each: 시설비·자산취득비 한도 is named by either. */
export function ways({ kind, subject, words }) {
  if (WHOLE.has(kind)) {
    return [subject, ...words.split("\n")].filter(Boolean).map((
      name,
    ) => [compact(name.replace(/\(.*?\)/g, ""))]);
  }
  if (kind === "article") return [naming(/\((.*)\)/.exec(subject)[1], kind)];
  const either = subject.split(/[·ㆍ]/);
  if (either.length === 2 && /^\S{3,}$/.test(either[0]) && /^\S{3,}/.test(either[1])) {
    return [`${either[0]} ${either[1].split(" ").slice(1).join(" ")}`, either[1]].map((text) =>
      naming(text, kind)
    );
  }
  return [naming(subject, kind)];
}

export const enough = (kind) => (WHOLE.has(kind) ? 1 : kind === "rule" ? NAMED_RULE : NAMED);

/** How much of a word is said, in letters. */
function saidOf(word, forms) {
  let most = 0;
  for (const form of forms) {
    if (form.includes(word)) return word.length;
    if (form.length > 1 && word.includes(form)) most = Math.max(most, form.length);
  }
  return most;
}

export function share(words, forms) {
  const all = words.reduce((sum, word) => sum + word.length, 0);
  return all ? words.reduce((sum, word) => sum + saidOf(word, forms), 0) / all : 0;
}
