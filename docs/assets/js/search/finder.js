/**
 * What the box asks and is told, the same in a worker and on the page: plain data that may be sent. It finds
 * with what is there
 * at first, and when the other texts have come and are read, with all of it.
 */

import { Engine } from "./engine.js";
import { excerpt, marked, wordsOn } from "./excerpt.js";
import * as groups from "./groups.js";
import { Turns } from "./turns.js";

const TEXT = 3; // where an entry of the index has its text
/** So many rows come with an answer; the others when they are asked for. */
const FIRST = 10;
const MEANT = 3;

export class Finder {
  /**
   * @param {any} data `hyeopchi.searchData`
   * @param {(told: any) => void} tell takes what answers a question (`{id, found}`, null: no longer
   * wanted), and `{complete: true}`
   * @param {number} milliseconds it works at a time
   */
  constructor(data, tell, milliseconds) {
    this.data = data;
    this.tell = tell;
    this.engine = new Engine(data);
    this.turns = new Turns(milliseconds);
    this.newest = 0;
    this.last = null;
    this.turns.aside(this.engine.prepare());
  }

  /**
   * Reads the other texts, by entry, and how people ask for entries, by their numbers, and goes on with all of them.
   * @param {(string | 0)[]} texts @param {{[number: string]: string}} queries
   */
  async take(texts, queries) {
    this.data.queries = queries;
    texts.forEach((text, i) => {
      if (text) this.data.entries[i][TEXT] = text;
    });
    const next = new Engine(this.data);
    await this.turns.aside(next.prepare());
    this.engine = next;
    this.tell({ complete: true });
  }

  /**
   * Answers a question: `find` what a text is for, the `rows` (numbers) of what was found for another, the
   * `words` to mark on a page.
   * A text that is asked for while another is looked for takes its place.
   * @param {{id: number, find?: string, of?: number, rows?: number[], page?: string}} question
   */
  async ask({ id, find, of, rows, page }) {
    if (find !== undefined) this.newest = id;
    const ofLast = this.last?.id === of;
    /** @returns {Generator<void, any>} */
    const further = () => (rows ? this._rows(rows) : this._words(page));
    const work = find !== undefined ? this._find(id, find) : ofLast ? further() : null;
    const found = work && await this.turns.run(work, () => find === undefined || id === this.newest);
    this.tell({ id, found });
  }

  *_find(id, text) {
    const { engine } = this;
    const { results, looked, meant, answers } = yield* engine.search(text);
    const { groups: all, count, weak } = groups.shown(results);
    this.last = { id, engine, looked, groups: all };
    return {
      id,
      text,
      count,
      weak,
      meant: [...new Set(meant)].slice(0, MEANT),
      near: count ? [] : engine.near(text),
      answers: answers.map(({ at, kind, subject, of, figure, text: told, editions, grounds }) => (
        { at, kind, called: this.data.kinds[kind], subject, of, figure, text: told, editions, grounds }
      )),
      groups: all.map(({ entry, weak: little }) => ({
        label: entry.label[0],
        editions: entry.editions,
        weak: little,
      })),
      rows: yield* this._rows(all.slice(0, FIRST).keys()),
    };
  }

  /** What is shown of groups, by their numbers: with the found words told apart. */
  *_rows(numbers) {
    const { engine: { corpus }, looked, groups: all } = this.last;
    const rows = [];
    for (const number of numbers) {
      const { entry, weak, missing, parts } = all[number];
      const text = yield* excerpt(entry.text, looked, corpus.known);
      const titled = (one) => ({ at: one.at, title: marked(one.title, looked, corpus.known) });
      rows.push({
        ...titled(entry),
        label: entry.label[0],
        text,
        weak,
        missing,
        path: corpus.path(entry),
        parts: parts.map((part) => titled(part.entry)),
      });
    }
    return rows;
  }

  *_words(page) {
    const { engine, looked } = this.last;
    return yield* wordsOn(page, looked, engine.corpus);
  }
}
