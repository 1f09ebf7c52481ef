/**
 * From what is typed to what is looked for: groups of features, each a pair of units with what it may also
 * be.
 */

import { strokes } from "./jamo.js";
import { compact, phraseOf } from "./lexicon.js";
import { Pieces } from "./pieces.js";
import { BREAK, fold, Names, read } from "./text.js";
import { alone, feature, named, ofVerb } from "./wanted.js";
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
    /** @type {Set<number> | null} */
    this.scopes = null; // which programmes and bodies it names, once that is asked (scopes.js)
    this.functions = null; // what pages do, that is asked for
    this.differing = words.DIFFERING.test(text);
    this.defining = words.DEFINING.test(text.trim());
    this.termed = lexicon.terms.has(compact(text));
    this.years = new Set(
      [...this.row.ids, ...this.row.extra].map((id) => YEAR.exec(this.known.name(id) ?? "")?.[1]).filter(
        Boolean,
      ),
    );
    this.pieces = new Pieces(this.row, this.open, this.known, lexicon).all(fold(said));
    if (!this.pieces.some((piece) => piece.full)) {
      for (const piece of this.pieces) Object.assign(piece, { full: true, stem: null });
    }
    this.groups = this._groups();
    this.glue = this._glue();
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
        others: this._named(others),
        plain: this._named(pieces.flatMap((piece) => this._plain(piece))),
      });
      i += count;
    }
    return groups.filter((group) => group.own.length || group.others.length);
  }

  _named(names) {
    return [...new Set(names)].map((name) => named(name, this.known)).filter(({ length }) => length);
  }

  /** What the texts have for what is said. */
  _plain({ stem, text }) {
    return this.lexicon.plain.get(stem ? `${stem}-` : compact(text)) ?? [];
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
    const meant = this.lexicon.slips.near(key, this.open && pieces.at(-1).end === this.row.ids.length);
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
      ...this.groups.flatMap((group) => [...group.own, ...group.others.flat(), ...group.plain.flat()]),
    ];
    return new Set(features.flatMap(({ exact, later, near }) => [...exact, ...later, ...near]));
  }
}
