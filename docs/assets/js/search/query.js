/**
 * From what is typed to what is looked for: groups of features, each a pair of units with what it may also
 * be.
 */

import { pair, single } from "./corpus.js";
import { completions, inflected, isSyllable, neighbours, spellings, strokes, withoutFinal } from "./jamo.js";
import { compact, isFull, phraseOf } from "./lexicon.js";
import { BREAK, fold, Names, read } from "./text.js";
import * as words from "./words.js";
import { KINDS } from "./words.js";

/** How much a pair counts that lies across two words, typed together or apart. */
const JOINED = 0.35;
const APART = 0.2;
const TO_PARTICLE = 0.12;
/** The year of a full date. */
const OF_DATE = 0.5;
const LONGEST_NAME = 6;

/** 몇 명으로: it asks for a number and names nothing. */
const COUNTING = new RegExp(
  String
    .raw`몇\s?(?:명|개월|개|번|곳|회|가지|부|시간|시|쪽|건|군데|퍼센트|프로|퍼|%|년|원|점|세|살|억|월|일|주|달|차|분의)` +
    "(?:으로|로|이나|이|을|를|은|는|까지|씩|인지|인가요|인가|인데|이에요|예요|이야|이고|정도|마다|동안|안에|이내|이상|이하|부터|에|쯤|짜리|만에|간)?(?![가-힣])",
  "g",
);
const YEAR = /^(\d{4})년$/;
const DAY = /^\d+·\d+$/;
const CLAUSE = /^(?:\d+\.\d+\.\d+|\d+조$|부록\d)/;
/** How a verb ends that a further one may follow: with 아, 어 or what they have become, without a final. */
const HELPED = /[아어여해와워봐줘져쳐려켜겨여라가나서내채]$/;
/** What follows a stem of one syllable. */
const ENDINGS = "는은을기지고으아어았었면나음게도다";

/**
 * A pair to look for: `exact`; `later`: what a half-typed pair may become; `near`: what a slip of the finger
 * may have been meant for, used only when the exact one stands nowhere.
 */
function feature(a, b, weight, open) {
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
function alone(id, weight, open, known, text) {
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
function ofVerb(stem, known) {
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
function named(name, known) {
  if (name.endsWith("다")) return ofVerb(name.slice(0, -1), known);
  const { ids } = read(name, known, false);
  const found = ids.slice(1).map((id, i) => feature(ids[i], id, 1, false)).filter(({ a, b }) =>
    a !== BREAK && b !== BREAK
  );
  for (const id of ids) if (id > BREAK) found.push(alone(id, 1, false, known, ""));
  for (const one of found) one.near = [];
  return found;
}

const keysOf = (text) => strokes(read(text, new Names(), true).ids);
let kindKeys = null;

/** The label of the kind of result that a word names; an open one may be the beginning of such a word. */
function kindOf(text, open) {
  if (KINDS.has(text) || !open || text.length < 2) return KINDS.get(text);
  kindKeys ??= [...KINDS].map(([word, label]) => [keysOf(word), label]);
  return kindKeys.find(([keys]) => keys.startsWith(keysOf(text)))?.[1];
}

export class Query {
  /**
   * @param {string} text as typed
   * @param {any} corpus
   * @param {any} lexicon
   */
  constructor(text, corpus, lexicon) {
    this.text = text;
    this.known = corpus.known;
    this.lexicon = lexicon;
    const typed = text.replace(COUNTING, (found) => " ".repeat(found.length));
    const said = typed.trim() ? typed : text;
    this.row = read(said, corpus.known, false);
    this.open = /\S$/.test(said);
    /** @type {Set<string> | null} */
    this.told = null; // the entries whose answers are told, once they are known
    this.functions = null; // what pages do, that is asked for
    this.differing = words.DIFFERING.test(text);
    this.defining = words.DEFINING.test(text.trim());
    this.termed = lexicon.terms.has(compact(text));
    this.years = new Set(
      [...this.row.ids, ...this.row.extra].map((id) => YEAR.exec(this.known.name(id) ?? "")?.[1]).filter(
        Boolean,
      ),
    );
    this.pieces = this._pieces(fold(said));
    this._helping();
    if (!this.pieces.some((piece) => piece.full)) {
      for (const piece of this.pieces) Object.assign(piece, { full: true, stem: null });
    }
    this.groups = this._groups();
    this.glue = this._glue();
  }

  /** The words of the query with their units: `full` ones name something, the others only ask. */
  _pieces(folded) {
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
    return pieces;
  }

  /** A verb behind another one that ends in 아 or 어 names nothing: 받아 놓고. */
  _helping() {
    this.pieces.slice(1).forEach((piece, i) => {
      const before = this.pieces[i];
      if (before.stem && HELPED.test(before.text) && words.HELPING.has(piece.stem)) piece.full = false;
    });
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
          this.lexicon.near(form, open && end === run.length).length
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
        this.lexicon.cut(run, spaces, open, start > 0 && !apart),
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

  /** What is looked for: each group one thing, with the names that mean the same. */
  _groups() {
    const full = this.pieces.filter((piece) => piece.full);
    const groups = [];
    for (let i = 0; i < full.length;) {
      let count = Math.min(LONGEST_NAME, full.length - i);
      while (count > 1 && !this._names(full.slice(i, i + count))) count -= 1;
      const pieces = full.slice(i, i + count);
      const names = this._names(pieces) ?? {};
      const others = [...names.same ?? [], ...this._apart(full, i, i + count)];
      groups.push({
        text: pieces.map((piece) => piece.text).join(" "),
        kind: kindOf(
          compact(pieces.map((piece) => piece.text).join("")),
          this.open && pieces.at(-1).end === this.row.ids.length,
        ),
        meant: names.meant ?? [],
        names: [pieces.map((piece) => piece.text).join(""), ...names.same ?? []].map((name) =>
          read(name, this.known, false).ids
        ),
        said: [
          pieces.map((piece) => piece.stem || piece.text).join(""),
          pieces.map((piece) => piece.text).join(""),
          ...others,
        ].map((name) => compact(name).replace(/다$/, "")),
        parts: pieces.map((piece) => compact(piece.stem || piece.text)),
        figures: pieces.length === 1 && pieces[0].name
          ? this.row.ids.slice(pieces[0].start, pieces[0].end)
          : [],
        day: pieces.length === 1 && DAY.test(pieces[0].name ?? ""),
        clause: pieces.length === 1 && CLAUSE.test(pieces[0].name ?? ""),
        figure: pieces.length === 1 && /\d/.test(pieces[0].name ?? "") && !YEAR.test(pieces[0].name ?? ""),
        own: pieces.flatMap((piece) => this._own(piece)),
        others: [...new Set(others)].map((name) => named(name, this.known)).filter((features) =>
          features.length
        ),
      });
      i += count;
    }
    return groups.filter((group) => group.own.length || group.others.length);
  }

  /**
   * The names of what is said in two words with others between them, one of them from `start` on and before
   * `end`.
   */
  _apart(full, start, end) {
    const pairs = full.slice(start, end).flatMap((one) =>
      full.filter((other) => other !== one).map((other) => [one, other])
    );
    return pairs.flatMap((both) => [...this.lexicon.names.get(phraseOf(both)) ?? []]);
  }

  /**
   * What else the words may be called: by other names of the same thing, or by what they were meant to be
   * (`meant`).
   */
  /** @returns {{same?: string[], meant?: string[]} | null} */
  _names(pieces) {
    const { names, words } = this.lexicon;
    const key = compact(pieces.map((piece) => piece.text).join(""));
    const same = names.get(pieces.length === 1 && pieces[0].stem ? `${pieces[0].stem}-` : key) ??
      names.get(phraseOf(pieces));
    if (same) return { same };
    const together = pieces.slice(1).every((piece, i) => !piece.apart && piece.start === pieces[i].end);
    const strange = pieces.length > 1 ? key.length > 2 : pieces[0].kind === "unknown";
    if (!together || !strange || words.has(key)) return null;
    const meant = this.lexicon.near(key, this.open && pieces.at(-1).end === this.row.ids.length);
    return meant.length ? { same: meant, meant } : null;
  }

  /** What is looked for of a piece; of letters by their names (디비) the Latin word, which they stand for. */
  _own(piece) {
    const latin = this.lexicon.spelled.get(piece.text);
    return latin ? named(latin, this.known) : this._features(piece);
  }

  _features(piece) {
    if (piece.stem) return ofVerb(piece.stem, this.known);
    const { ids } = this.row;
    const found = [];
    for (let i = piece.start; i < piece.end; i += 1) {
      const open = this.open && i === ids.length - 1;
      if (ids[i] > BREAK || ids[i] === -1) found.push(alone(ids[i], 1, open, this.known, piece.text));
      if (i > piece.start) found.push(feature(ids[i - 1], ids[i], 1, open));
    }
    return found;
  }

  /** Pairs across words: they say that the words stand together. */
  _glue() {
    const { ids } = this.row;
    const years = this.row.extra.filter((id) => id > BREAK && YEAR.test(this.known.name(id))).map((id) =>
      alone(id, OF_DATE, false, this.known, "")
    );
    return years.concat(
      this.pieces.slice(1).flatMap((piece, i) => {
        const before = this.pieces[i];
        const last = this.open && piece.end === ids.length && piece.end - piece.start === 1;
        const weight = !before.full || !piece.full
          ? (last ? JOINED : TO_PARTICLE)
          : piece.apart
          ? APART
          : JOINED;
        return [feature(ids[before.end - 1], ids[piece.start], weight, last)];
      }),
    );
  }

  /** Every key that must be looked up. */
  get wanted() {
    const features = [
      ...this.glue,
      ...this.groups.flatMap((group) => [...group.own, ...group.others.flat()]),
    ];
    return new Set(features.flatMap(({ exact, later, near }) => [...exact, ...later, ...near]));
  }
}
