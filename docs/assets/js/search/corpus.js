/**
 * What can be found, as one long row of units. There is no index to make or to load: a query looks for its
 * pairs of neighbouring units in the whole row, which takes a few milliseconds, and the row is ready as soon
 * as it is read.
 */

import { BREAK, Names, read } from "./text.js";

const WIDTH = 32768;
/** How much a pair counts by the place where it stands. */
const IN_TITLE = 4;
const IN_NAMES = 2.5;
const IN_PAGE = 1;
/** A clause that is only cited. */
const IN_CITES = 0.5;
/** How people ask for an entry, in words that it does not have. */
const IN_QUERIES = 1;
/** The length of a usual text: in a longer one each pair counts for less. */
const USUAL = 300;
const LENGTH_COUNTS = 0.6;
/** So many rows are looked through at a time. */
const AT_ONCE = 128;

export const pair = (a, b) => a * WIDTH + b;
export const single = (id) => -id;

export class Corpus {
  /** @param {any} data `hyeopchi.searchData`, which macros/search/index.py writes. */
  constructor(data) {
    this.known = new Names();
    this.units = new Uint16Array(1 << 16);
    this.length = 0;
    this.rows = []; // [number of the entry, how much its pairs count, where it begins], in the order of `units`
    this.firstRows = []; // by entry: the number of its first row
    this.named = new Map(); // a title or name, as a row, to the entries that have it
    this.titles = []; // by entry: its title as a row
    this.calledOf = []; // by entry: its other names as rows
    this.entries = data.entries.map(([at, title, label, text, above, clauses = "", answers = []]) => (
      { at, title, text, above, clauses, answers, label: data.labels[label], editions: [] }
    ));
    this.editions = Object.keys(data.editions);
    for (const [edition, numbers] of Object.entries(data.editions)) {
      for (const number of numbers) this.entries[number].editions.push(edition);
    }
    this.places = new Map(this.entries.map((entry, number) => [entry.at, number]));
    this.names = this.entries.map(() => []);
    this.terms = data.terms.map(([names, everyday, at]) => ({ names, everyday, at }));
    this.plain = data.plain;
    this.scopes = data.scopes ?? { main: [], own: [] };
    this.queries = data.queries ?? {}; // by number of the entry: they come with the texts
    this.lists = new Map(Object.entries(data.lists).map(([number, listed]) => [Number(number), listed]));
    for (const { names, everyday, at } of this.terms) {
      for (const number of at) this.names[number].push(...names, ...everyday);
    }
  }

  get ready() {
    return this.titles.length === this.entries.length;
  }

  /** Reads the entries, one after the other. @returns {Generator<void>} */
  *read() {
    while (!this.ready) {
      this._entry(this.titles.length);
      yield;
    }
  }

  /**
   * The titles of what an entry is a part of, outermost first: of its page and heading, or of its page's
   * chapter.
   */
  path(entry) {
    if (entry.above !== null) {
      const { title } = this.entries[entry.above];
      const path = this.path(this.entries[entry.above]).slice(-1);
      return [...path, ...(title.length > 1 && title !== path[0] ? [title] : [])];
    }
    const chapter = this.entries[this.places.get(`${entry.at.split("/")[0]}/`)];
    return chapter && chapter !== entry ? [chapter.title] : [];
  }

  /** Where the rows of an entry begin and end in `units`. @returns {number[][]} */
  rowsOf(number) {
    const rows = [];
    for (let row = this.firstRows[number]; this.rows[row]?.[0] === number; row += 1) {
      rows.push([this.rows[row][2], this.rows[row + 1]?.[2] ?? this.length]);
    }
    return rows;
  }

  _entry(number) {
    this.firstRows.push(this.rows.length);
    const entry = this.entries[number];
    const title = this._row(number, entry.title, IN_TITLE);
    this._named(number, title, 1);
    this.calledOf.push(this.names[number].map((name) => this._row(number, name, IN_NAMES)));
    for (const name of this.calledOf[number]) this._named(number, name, 0.8);
    const [worded, cited] = entry.clauses.split("\t");
    if (worded) this._row(number, worded, IN_PAGE);
    if (cited) this._row(number, cited, IN_CITES);
    if (entry.above !== null) this._row(number, this.path(entry).join("\n"), IN_PAGE);
    this._row(number, entry.text, 1 / (1 - LENGTH_COUNTS + LENGTH_COUNTS * entry.text.length / USUAL));
    if (this.queries[number]) this._row(number, this.queries[number], IN_QUERIES);
    this.titles.push(title);
  }

  _named(number, ids, worth) {
    const key = ids.join();
    const found = this.named.get(key) ?? new Map();
    this.named.set(key, found.set(number, Math.max(worth, found.get(number) ?? 0)));
  }

  _row(number, text, worth) {
    const { ids, extra } = read(text, this.known, true);
    const apart = extra.flatMap((id) => [BREAK, id]);
    this._room(ids.length + apart.length + 1);
    this.rows.push([number, worth, this.length]);
    for (const id of [...ids, ...apart, BREAK]) {
      this.units[this.length] = id < 0 ? BREAK : id;
      this.length += 1;
    }
    return ids;
  }

  _room(more) {
    if (this.length + more <= this.units.length) return;
    const larger = new Uint16Array(2 * (this.length + more));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }

  /**
   * Where the wanted keys stand: for each, how much it counts in which entry.
   * @param {Set<number>} wanted pairs and singles
   * @returns {Generator<void, Map<number, Map<number, number>>>}
   */
  *find(wanted) {
    const found = new Map([...wanted].map((key) => [key, new Map()]));
    const alone = new Uint8Array(WIDTH);
    const first = new Uint8Array(WIDTH);
    const second = new Uint8Array(WIDTH);
    for (const key of wanted) {
      if (key < 0) alone[-key] = 1;
      else first[Math.floor(key / WIDTH)] = second[key % WIDTH] = 1;
    }
    for (let row = 0; row < this.rows.length; row += 1) {
      if (row % AT_ONCE === AT_ONCE - 1) yield;
      const [number, worth, start] = this.rows[row];
      const end = this.rows[row + 1]?.[2] ?? this.length;
      for (let i = start; i < end; i += 1) {
        const id = this.units[i];
        if (alone[id]) this._count(found.get(single(id)), number, worth);
        // Most of what begins a wanted pair does not go on as one: only the rest is worth a look into the
        // map.
        if (first[id] && second[this.units[i + 1]]) {
          this._count(found.get(pair(id, this.units[i + 1])), number, worth);
        }
      }
    }
    return found;
  }

  _count(places, number, worth) {
    if (places) places.set(number, (places.get(number) ?? 0) + worth);
  }
}
