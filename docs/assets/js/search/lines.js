/**
 * The lines of an entry: how much of the query stands together in one, and in one that has what the question asks
 * for, a day or a figure.
 */

import { pair, single } from "./corpus.js";
import { BREAK } from "./text.js";

/** The names of units that are a day or a span of time, and those of other figures. */
const DAY = /^\d+(?:·\d+|월|일|개월|년)$/;
const FIGURE = /^\d/;

/** What a unit is: 0 a word, 1 a figure, 2 a day. By name, for the next time. */
const kinds = new Map();
function kindOf(name) {
  if (!kinds.has(name)) kinds.set(name, DAY.test(name) ? 2 : FIGURE.test(name) ? 1 : 0);
  return kinds.get(name);
}

export class Lines {
  /** @param {any} groups with `weightOf`, the share of the group that each of its keys is */
  constructor(groups) {
    this.mass = groups.reduce((sum, group) => sum + group.mass, 0) || 1;
    this.keys = new Map(); // by key: where in `seen` it stands, of which group it is how much
    this.masses = groups.map(({ mass }) => mass);
    let count = 0;
    groups.forEach(({ weightOf }, group) => {
      for (const [key, weight] of weightOf) {
        const all = this.keys.get(key) ?? [];
        this.keys.set(key, [...all, { at: count, group, weight }]);
        count += 1;
      }
    });
    this.seen = new Uint32Array(count); // the number of the line in which each was last
    this.line = 0;
  }

  /**
   * The features of an entry's lines, by name.
   * @param {number} number @param {string[]} frames @param {any} corpus
   */
  of(number, frames, corpus) {
    const [any, figure, day] = this.best(corpus.rowsOf(number), corpus);
    return {
      together: any,
      "together apart": Math.log(any + 0.1),
      ...frames.includes("when") ? { "when line": day } : {},
      ...frames.includes("much") ? { "much line": figure } : {},
    };
  }

  /**
   * How much of each group (0 to 1) an entry's own text has, where none of the lines by which it is asked for
   * fits: words of different ones of these are no answer. Nothing where one fits.
   * @param {number} number @param {any} corpus @param {number} enough of the query in one line
   * @returns {number[] | null}
   */
  told(number, corpus, enough) {
    if (!corpus.queries[number]) return null;
    const rows = corpus.rowsOf(number);
    if (this.best(rows.slice(-1), corpus)[0] >= enough) return null;
    const shares = this.masses.map(() => 0);
    this.line += 1;
    for (const [from, to] of rows.slice(0, -1)) {
      for (let i = from; i < to; i += 1) this._unit(i, shares, corpus);
    }
    return shares.map((share) => Math.min(1, share));
  }

  /**
   * How much of the query's mass stands together in one line of some rows at best (0 to 1): in any, in one with a
   * figure, in one with a day.
   * @param {number[][]} rows where they begin and end @param {any} corpus
   */
  best(rows, corpus) {
    const best = [0, 0, 0];
    const shares = this.masses.map(() => 0);
    const has = [true, false, false];
    const end = () => {
      const line = shares.reduce((sum, share, g) => sum + this.masses[g] * Math.min(1, share), 0) / this.mass;
      best.forEach((most, kind) => {
        if (has[kind]) best[kind] = Math.max(most, line);
      });
      shares.fill(0);
      has.fill(false, 1);
      this.line += 1;
    };
    this.line += 1;
    const { units, known } = corpus;
    for (const [from, to] of rows) {
      for (let i = from; i < to; i += 1) {
        if (units[i] === BREAK) end();
        else {
          if (units[i] > BREAK) has[kindOf(known.name(units[i]))] = true;
          this._unit(i, shares, corpus);
        }
      }
    }
    end();
    return best;
  }

  _unit(i, shares, { units }) {
    this._take(this.keys.get(pair(units[i], units[i + 1])), shares);
    this._take(this.keys.get(single(units[i])), shares);
  }

  _take(places, shares) {
    for (const { at, group, weight } of places ?? []) {
      if (this.seen[at] === this.line) continue;
      this.seen[at] = this.line;
      shares[group] += weight;
    }
  }
}
