/**
 * What holds for one programme or one body only (macros/search/scopes.py): who names none asks for what holds for all,
 * or for the main body.
 */

import { compact } from "./lexicon.js";

/** A word of so many letters may be a part of a name: 전략사업, 조정관. */
const PART = 3;
/** One of so many may be how it begins: 민민협력, 협치조. */
const BEGINNING = 2;

export class Scopes {
  /** @param {any} corpus */
  constructor({ scopes, entries, places }) {
    this.main = new Set(scopes.main);
    this.names = scopes.own.map(([names]) => names);
    this.of = entries.map(() => []); // by entry: the numbers of its scopes
    scopes.own.forEach(([, numbers], scope) => {
      const own = new Set(numbers);
      entries.forEach(({ above }, number) => {
        if (own.has(above)) own.add(number);
      });
      for (const number of own) this.of[number].push(scope);
    });
    this.places = places;
    this.entries = entries;
    this.common = null; // what holds for all by its titles, from the first question on
  }

  /** Whether what holds for all is called by a word: 지원사업 says of no programme which. */
  _common(word) {
    this.common ??= this.entries.filter((_, number) => !this.of[number].length).map(({ title }) =>
      compact(title)
    ).join("\n");
    return this.common.includes(word);
  }

  /** The scopes of which a name fits. @param {(name: string) => boolean} fits @returns {number[]} */
  _where(fits) {
    return this.names.flatMap((names, scope) => (names.some(fits) ? [scope] : []));
  }

  /**
   * Which scopes a query names: by a name, by another word for it, by how one begins, by a part that is one's alone.
   * @param {any} query @returns {Set<number>}
   */
  named(query) {
    const text = [compact(query.text), ...query.groups.flatMap(({ said }) => said)].join("\n");
    const found = this._where((name) => text.includes(name));
    for (const word of query.groups.flatMap(({ parts }) => parts)) {
      if (word.length >= BEGINNING && !this.main.has(word)) {
        found.push(...this._where((name) => name.startsWith(word)));
      }
      const parted = word.length < PART ? [] : this._where((name) => name.includes(word));
      if (parted.length === 1 && !this._common(word)) found.push(...parted);
    }
    return new Set(found);
  }

  /** Whether scopes are all of things that a query does not name. @param {number[]} its @param {any} query */
  others(its, query) {
    query.scopes ??= this.named(query);
    return its.length > 0 && !its.some((scope) => query.scopes.has(scope));
  }

  /** Whether a word says that a body is meant and not which: 위원회. @param {string} word */
  ofAny(word) {
    return word.length >= PART && this._where((name) => name.endsWith(word)).length > 1;
  }

  /** The scopes of an answer: of its entry, and what its subject is called after. @returns {number[]} */
  ofAnswer({ at, subject }) {
    const text = compact(subject);
    return [
      ...new Set([
        ...this.of[this.places.get(at)] ?? [],
        ...this._where((name) => text.startsWith(name)),
      ]),
    ];
  }

  /** Whether an answer holds for something that its subject does not say. @param {any} answer with its `scopes` */
  unsaid({ subject, scopes }) {
    const text = compact(subject);
    return scopes.length > 0 &&
      !scopes.some((scope) => this.names[scope].some((name) => text.includes(name)));
  }

  /** A subject without the name of the main body, which a question need not say. @param {string} subject */
  unnamed(subject) {
    return subject.split(" ").filter((word) => !this.main.has(compact(word))).join(" ");
  }
}
