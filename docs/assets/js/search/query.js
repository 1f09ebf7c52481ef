/** From what is typed to what is looked for: groups of features, each a pair of units with what it may also be. */
(function (hyeopchi) {
  "use strict";

  const { BREAK, read } = hyeopchi.search.text;
  const { completions, isSyllable, neighbours, withoutFinal } = hyeopchi.search.jamo;
  const { compact, pair, single } = hyeopchi.search;

  /** How much a pair counts that lies across two words, typed together or apart. */
  const JOINED = 0.35;
  const APART = 0.2;
  const TO_PARTICLE = 0.12;
  const LONGEST_NAME = 6;

  /**
   * A pair to look for: `exact`; `later`: what a half-typed pair may become; `near`: what a slip of the finger
   * may have been meant for, used only when the exact one stands nowhere.
   */
  function feature(a, b, weight, open) {
    const keys = { exact: [], later: [], near: [], weight, a, b };
    if (a >= 0 && b >= 0) keys.exact.push(pair(a, b));
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
      for (const [name, other] of known.ids) if (name.startsWith(text) && other !== id) later.push(single(other));
    }
    return { exact: id > 0 ? [single(id)] : [], later, near: [], weight, a: id, b: id };
  }

  /** The features of words that are not typed but meant: a term's official name. */
  function named(name, known) {
    const { ids } = read(name, known, false);
    const found = ids.slice(1).map((id, i) => feature(ids[i], id, 1, false)).filter(({ a, b }) => a !== BREAK && b !== BREAK);
    for (const id of ids) if (id > BREAK) found.push(alone(id, 1, false, known, ""));
    for (const one of found) one.near = [];
    return found;
  }

  class Query {
    /**
     * @param {string} text as typed
     * @param {any} corpus
     * @param {any} lexicon
     */
    constructor(text, corpus, lexicon) {
      this.text = text;
      this.known = corpus.known;
      this.lexicon = lexicon;
      this.row = read(text, corpus.known, false);
      this.open = /\S$/.test(text);
      this.defining = hyeopchi.search.words.DEFINING.test(text.trim());
      this.pieces = this._pieces(hyeopchi.search.text.fold(text));
      if (!this.pieces.some((piece) => piece.full)) for (const piece of this.pieces) piece.full = true;
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
        while (run && end < ids.length && to[end - 1] === from[end] && (isSyllable(ids[end]) || ids[end] < -1)) end += 1;
        const apart = i > 0 && to[i - 1] !== from[i];
        if (!run) {
          if (ids[i] !== BREAK) pieces.push({ text: folded.slice(from[i], to[i]), start: i, end, apart, full: true });
        } else this._cut(pieces, folded.slice(from[i], to[end - 1]), i, apart);
        i = end;
      }
      return pieces;
    }

    _cut(pieces, run, start, apart) {
      let at = start;
      for (const { text, kind } of this.lexicon.cut(run)) {
        const last = pieces.at(-1);
        const piece = { text, kind, start: at, end: at + text.length, apart: apart && at === start,
          full: kind === "word" || kind === "unknown" };
        // A single syllable that is no word belongs to the word before it: 협치조 is being typed.
        if (kind === "unknown" && text.length === 1 && at > start && last?.full) {
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
        groups.push({
          text: pieces.map((piece) => piece.text).join(" "),
          meant: names.meant ?? [],
          own: pieces.flatMap((piece) => this._features(piece)),
          others: [...names.same ?? []].map((name) => named(name, this.known)).filter((features) => features.length),
        });
        i += count;
      }
      return groups.filter((group) => group.own.length || group.others.length);
    }

    /** What else the words may be called: by other names of the same thing, or by what they were meant to be (`meant`). */
    _names(pieces) {
      const { names, words } = this.lexicon;
      const key = compact(pieces.map((piece) => piece.text).join(""));
      if (names.has(key)) return { same: names.get(key) };
      const together = pieces.slice(1).every((piece, i) => !piece.apart && piece.start === pieces[i].end);
      const strange = pieces.length > 1 ? key.length > 2 : pieces[0].kind === "unknown";
      if (!together || !strange || words.has(key)) return null;
      const meant = this.lexicon.near(key, this.open && pieces.at(-1).end === this.row.ids.length);
      return meant.length ? { same: meant, meant } : null;
    }

    _features(piece) {
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
      return this.pieces.slice(1).flatMap((piece, i) => {
        const before = this.pieces[i];
        const last = this.open && piece.end === ids.length && piece.end - piece.start === 1;
        const weight = !before.full || !piece.full ? (last ? JOINED : TO_PARTICLE) : piece.apart ? APART : JOINED;
        return [feature(ids[before.end - 1], ids[piece.start], weight, last)];
      });
    }

    /** Every key that must be looked up. */
    get wanted() {
      const features = [...this.glue, ...this.groups.flatMap((group) => [...group.own, ...group.others.flat()])];
      return new Set(features.flatMap(({ exact, later, near }) => [...exact, ...later, ...near]));
    }
  }

  hyeopchi.search.Query = Query;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
