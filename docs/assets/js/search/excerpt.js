/**
 * What to show of a found text: the sentence that has most of the query, with the found words marked whole.
 */

import { pair, single } from "./corpus.js";
import { compact } from "./lexicon.js";
import { read } from "./text.js";
import { bare } from "./words.js";
import { pageOf } from "./pages.js";

const LENGTH = 130;
const BEFORE = 30;
/** So many different words of a page at most are marked when it is opened. */
const MARKED = 30;
/** A shorter line is a cell of a table or the name of a fact, not a sentence. */
const SENTENCE = 12;
/** So much of a word must have been found for it to be marked. */
const OF_WORD = 0.5;
const MOST_OF = 0.6;
/** What is no part of a word that is marked: 사업이에요 marks 사업. */
const SAID =
  /(?<=..)(?:이에요|예요|에요|입니다|이다|해요|하다|하는|하고|하며|하면|하세요|돼요|되는|해서|했어요)$/;
/** A sentence tells; a name or a list of names answers nothing. */
const TELLS = /[요다][.?!]?$/;
const NAMES = 0.4;
const WORD = /[가-힣]+|[a-z0-9][a-z0-9.,%]*/giu;

/**
 * The stretches of `text` that were looked for (`keys`: pairs of units, `said`: the words, as `Engine.search`
 * gives them), as [from, to] in order, none touching another.
 */
function stretches(text, { keys, said }, known) {
  const { ids, from, to } = read(text, known, false);
  const found = [];
  const add = (start, end) => {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  };
  ids.forEach((id, i) => {
    // Across a space a pair counts only where the word before it was looked for too: 협치회의 위원, not 변경의 위임.
    const joins = i && (to[i - 1] === from[i] || found.at(-1)?.[1] === to[i - 1]);
    if (joins && keys.has(pair(ids[i - 1], id))) add(from[i - 1], to[i]);
    else if (keys.has(single(id))) add(from[i], to[i]);
  });
  return whole(text, found).filter(([start, end]) => means(text.slice(start, end), said));
}

/**
 * Whether a word is one that was looked for, or most of one: 협치 is not 협치조정관. A figure is told by its number.
 */
function means(text, said) {
  const word = compact(text);
  return /\d/.test(word) ||
    said.some((form) =>
      word.includes(form) || (form.includes(word) && word.length >= MOST_OF * form.length) ||
      (form.length > 1 && word.startsWith(form.slice(0, -1)) && form.length - word.length < 2)
    );
}

/**
 * Each stretch widened to the words in which it is most of the word, without their particles; of other words
 * nothing.
 */
function whole(text, found) {
  const words = [...text.matchAll(WORD)].map((
    match,
  ) => [match.index, match.index + bare(match[0].replace(SAID, "")).length, match.index + match[0].length]);
  const wide = [];
  for (const [from, to] of found) {
    const inside = words.filter(([start, end]) => start < to && end > from);
    const kept = inside.filter(([start, end]) =>
      Math.min(end, to) - Math.max(start, from) >= OF_WORD * (end - start)
    );
    if (!inside.length) wide.push([from, to]);
    else if (kept.length) {
      wide.push([kept[0][0], Math.max(kept.at(-1)[1], Math.min(to, kept.at(-1)[1] + 1, kept.at(-1)[2]))]);
    }
  }
  return wide.filter(([from], i) => !i || from >= wide[i - 1][1]);
}

/**
 * `text` in pieces: `hit` ones were looked for.
 * @returns {{text: string, hit: boolean}[]}
 */
export function marked(text, looked, known) {
  const pieces = [];
  let at = 0;
  for (const [from, to] of stretches(text, looked, known)) {
    pieces.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), hit: false });
  return pieces.filter((piece) => piece.text);
}

/**
 * How well a sentence answers: by the letters of the different words found in it; a cell of a table only
 * where nothing else does.
 */
function worth(sentence, looked, known) {
  const words = new Set(stretches(sentence, looked, known).map(([from, to]) => sentence.slice(from, to)));
  return [...words].join("").length * (sentence.length >= SENTENCE ? 1 : 0.5) *
    (TELLS.test(sentence) ? 1 : NAMES);
}

/**
 * The first sentence with most of what was looked for, and those after it as far as there is room, in pieces.
 * @returns {Generator<void, {text: string, hit: boolean}[]>}
 */
export function* excerpt(text, looked, known) {
  const sentences = text.split("\n").flatMap((line) => line.split(/(?<=[.?!]) (?=\S)/));
  const worths = [];
  for (const sentence of sentences) {
    worths.push(worth(sentence, looked, known));
    yield;
  }
  const best = worths.indexOf(Math.max(...worths));
  const first = stretches(sentences[best], looked, known)[0]?.[0] ?? 0;
  const start = first > LENGTH - BEFORE ? sentences[best].indexOf(" ", first - BEFORE) + 1 : 0;
  let shown = sentences[best].slice(start);
  for (let i = best + 1; i < sentences.length && shown.length < LENGTH / 2; i += 1) {
    if (sentences[i].length >= SENTENCE) shown += (/[.?!]$/.test(shown) ? " " : " · ") + sentences[i];
  }
  const cut = shown.length > LENGTH ? `${shown.slice(0, LENGTH)}…` : shown;
  return marked((start ? "…" : "") + cut, looked, known);
}

/**
 * The words that were found on a page, as they stand there, longest first: what its texts mark.
 * @returns {Generator<void, string[]>}
 */
export function* wordsOn(page, looked, corpus) {
  const words = new Set();
  for (const { at, title, text } of corpus.entries) {
    if (pageOf(at) !== page) continue;
    for (const part of `${title}\n${text}`.split("\n")) {
      for (const [from, to] of stretches(part, looked, corpus.known)) words.add(part.slice(from, to));
      yield;
    }
  }
  return [...words].filter((word) => word.length > 1).sort((a, b) => b.length - a.length).slice(0, MARKED);
}
