/**
 * Puts the box's questions to the finder (search/finder.js): in a worker, so that nothing holds a key;
 * on the page itself where none starts, as on a page from a file. Only what was asked last is answered:
 * nothing stale is ever shown.
 */

import { loadScript } from "../later.js";
import * as trusted from "../trusted.js";

const INDEX = "search/index.js"; // where the build puts worker.js with the data (macros/finish/modules.py)
const TEXTS = "search/texts.js";
const TURN = 5; // milliseconds that the finder works at a time on the page: a key waits no longer

export class Client {
  /**
   * @param {(path: string) => string} at the address of a file of the site
   * @param {{complete: () => void, failed: () => void}} on all is read; nothing could be loaded
   */
  constructor(at, on) {
    this.at = at;
    this.on = on;
    this.count = 0;
    this.last = 0;
    this.waiting = new Map(); // what was asked and not yet answered
    this.ask = null; // as long as nobody is there who hears
  }

  start() {
    if (this.started) return;
    this.started = true;
    if (!this._worker()) this._here();
  }

  /** Whether a worker starts; if it comes to nothing later, the page takes over. */
  _worker() {
    if (location.protocol === "file:") return false;
    try {
      const worker = trusted.worker(this.at(INDEX));
      const ask = (question) => worker.postMessage(question);
      worker.addEventListener("message", ({ data }) => this._heard(data, ask));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        worker.terminate();
        this._here();
      }, { once: true });
      return true;
    } catch {
      return false;
    }
  }

  async _here() {
    this.ask = null;
    try {
      const { Finder } = await import("./worker.js");
      const { data } = globalThis.hyeopchi;
      const finder = new Finder(data.search, (told) => this._heard(told, null), TURN);
      this._heard({ started: true }, (question) => finder.ask(question));
      await loadScript(this.at(TEXTS));
      finder.take(data.searchTexts, data.searchQueries);
    } catch (error) {
      globalThis.console?.error(error); // for who mends it; the reader gets a sentence
      this.on.failed();
    }
  }

  /** @param {{started?: boolean, complete?: boolean, id?: number, found?: any}} told */
  _heard({ started, complete, id, found }, ask) {
    if (started) {
      this.ask = ask;
      for (const { question } of this.waiting.values()) ask(question);
    } else if (complete) this.on.complete();
    else {
      this.waiting.get(id)?.answer(found);
      this.waiting.delete(id);
    }
  }

  /** @returns {Promise<any>} */
  _put(question) {
    return new Promise((answer) => {
      this.waiting.set(question.id, { question, answer });
      this.ask?.(question);
    });
  }

  /**
   * What a text finds; null if another was looked for meanwhile.
   * @param {string} text
   * @returns {Promise<any>}
   */
  async find(text) {
    this.drop();
    const id = this.last;
    const found = await this._put({ id, find: text });
    return id === this.last ? found : null;
  }

  /** Nothing is looked for any more. */
  drop() {
    this.waiting.get(this.last)?.answer(null);
    this.waiting.delete(this.last);
    this.last = this.count += 1;
  }

  /**
   * Further rows of what was found, by number; null if something else is looked for now.
   * @param {any} found
   * @param {number[]} rows
   */
  rows(found, rows) {
    return this._put({ id: this.count += 1, of: found.id, rows });
  }

  /**
   * The words to mark on a page of what was found.
   * @param {any} found
   * @param {string} page
   * @returns {Promise<string[] | null>}
   */
  words(found, page) {
    return this._put({ id: this.count += 1, of: found.id, page });
  }
}
