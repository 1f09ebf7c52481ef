/**
 * The list of results in the search box: groups of a page's parts, filters, what was meant, and what helps
 * when nothing is found.
 */

import { card } from "./card.js";
import { Filter } from "./facets.js";
import { changed } from "./focus.js";

const MORE = 10;
/**
 * What is shown changes once a frame: it is laid out and painted, and a key is heard, before the next change.
 */
const frame = () => new Promise(requestAnimationFrame);

export class List {
  /**
   * @param {HTMLElement} box
   * @param {(at: string) => string} address of an entry
   * @param {(text: string) => void} again searches something else
   * @param {(found: any, numbers: number[]) => Promise<any[] | null>} ask for further rows
   */
  constructor(box, address, again, ask) {
    this.address = address;
    this.ask = ask;
    this.again = again;
    this.list = box.querySelector("ol");
    this.further = /** @type {HTMLElement} */ (box.querySelector("[data-hg-search-more]"));
    const filters = /** @type {HTMLElement} */ (box.querySelector(".hg-filters"));
    this.filter = new Filter(filters, () => this._fill());
    this.meant = /** @type {HTMLElement} */ (box.querySelector(".hg-meant"));
    this.empty = /** @type {HTMLElement} */ (box.querySelector(".hg-empty"));
    this.answer = /** @type {HTMLElement} */ (box.querySelector(".hg-answer"));
    const [item, divider, card] = box.querySelectorAll("template");
    this.item = item;
    this.divider = divider;
    this.card = card;
    this.found = null;
    this.next = null; // what is to be shown
    this.coming = null; // its first frame, as long as it has not come
    this.turn = 0; // a newer list takes the place of one that is not all there
    this.told = new Map(); // what the parts above the list say: what is the same is not made again
    this.rows = new WeakMap(); // what a row of the list says
  }

  /**
   * Shows what was found from the next frame on; what is found until then takes its place.
   * @param {any} found what `Client.find` gave
   * @param {() => void} begin runs before, in the same frame
   * @returns {Promise<void>} when all of it is there
   */
  show(found, begin) {
    this.turn += 1;
    this.next = { found, begin };
    this.coming ??= frame().then(() => {
      this.coming = null;
      return this._show();
    });
    return this.coming;
  }

  async _show() {
    const { turn, next: { found, begin } } = this;
    this.found = found;
    begin();
    const parts = [
      () => this._card(found.answers),
      () => this._help(found),
      () => this.filter.show(found.groups),
    ];
    for (const changes of parts) {
      if (changes()) await frame();
      if (turn !== this.turn) return;
    }
    await this._fill();
  }

  /** What may have been meant, and what helps when nothing is found. Whether it says something else now. */
  _help({ text, groups, meant, near }) {
    const empty = !text || groups.some(({ weak }) => !weak);
    const other = this.empty.hidden !== empty;
    this.empty.hidden = empty;
    const said = [this._words(this.meant, meant), this._words(this.empty.querySelector("p"), near)];
    return other || said.includes(true);
  }

  /** Whether a part of the box is to say something else than it does. */
  _news(part, said) {
    const text = JSON.stringify(said);
    if (this.told.get(part) === text) return false;
    this.told.set(part, text);
    return true;
  }

  /** The recorded values on top. Whether they are others than before. */
  _card(answers) {
    if (!this._news(this.answer, answers)) return false;
    changed(this.answer, () => {
      this.answer.hidden = !answers.length;
      this.answer.firstElementChild.replaceChildren(...card(this.card, answers, this.address));
      return this.answer;
    });
    return true;
  }

  /** Words that may have been meant, each a link that searches it. Whether they are others than before. */
  _words(place, words) {
    if (!this._news(place, words)) return false;
    changed(place, () => {
      place.hidden = !words.length;
      place.querySelector("span").replaceChildren(...words.map((word) => this._word(word)));
      return place;
    });
    return true;
  }

  /** A word that may have been meant. */
  _word(word) {
    const link = Object.assign(document.createElement("a"), {
      href: `?q=${encodeURIComponent(word)}`,
      textContent: word,
    });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.again(word);
    });
    return link;
  }

  _fill() {
    this.numbers = [...this.found.groups.keys()].filter((number) =>
      this.filter.fits(this.found.groups[number])
    );
    this.count = 0;
    return this.more();
  }

  /**
   * The next results. The first take the places of those of another list, one by one, so that nothing
   * moves.
   */
  async more() {
    const turn = this.turn += 1;
    const next = this.numbers.slice(this.count, this.count + MORE);
    const rows = await this._rows(next);
    if (!rows || turn !== this.turn) return;
    const items = next.flatMap((_, i) => this._items(this.numbers[this.count + i - 1], rows[i]));
    let place = this.count ? null : this.list.firstElementChild;
    let made = 0;
    for (const [said, result] of items) {
      const before = place;
      place = place?.nextElementSibling ?? null;
      if (before && this.rows.get(before) === said) continue;
      if (made) await frame();
      if (turn !== this.turn) return;
      made += 1;
      this.rows.set(this._row(before, result), said);
    }
    while (place) {
      const gone = place;
      place = gone.nextElementSibling;
      changed(gone, () => {
        gone.remove();
        return this.list.lastElementChild ?? this.list;
      });
    }
    this.count += next.length;
    this.further.hidden = this.count >= this.numbers.length;
  }

  /**
   * The rows of these numbers, those that did not come with the answer asked for; null if they are no
   * longer wanted.
   */
  async _rows(numbers) {
    const missing = numbers.filter((number) => !this.found.rows[number]);
    const rows = missing.length ? await this.ask(this.found, missing) : [];
    rows?.forEach((row, i) => {
      this.found.rows[missing[i]] = row;
    });
    return rows && numbers.map((number) => this.found.rows[number]);
  }

  /** A row of the list and what it says; before the first weak one, what says so (null). */
  _items(before, row) {
    const first = row.weak && before !== undefined && !this.found.groups[before].weak;
    /** @type {[string, any]} */
    const made = [JSON.stringify(row), row];
    return first ? [["", null], made] : [made];
  }

  /**
   * Puts a result (null: the divider) in the place of another, or at the end. What is there says something else
   * from now on: text alone is laid out sooner than new elements. Where the keyboard is, a new row comes.
   * @param {Element | null} before
   * @returns {Element} the row
   */
  _row(before, result) {
    if (before && result && this.rows.get(before) && !before.contains(document.activeElement)) {
      this._say(before, result);
      return before;
    }
    const row =
      /** @type {Element} */ ((result ? this.item : this.divider).content.firstElementChild.cloneNode(true));
    if (result) this._say(row, result);
    if (before) {
      changed(before, () => {
        before.replaceWith(row);
        return row;
      });
    } else this.list.append(row);
    return row;
  }

  /** Lets a row say what was found. @param {Element} row */
  _say(row, { at, label, title, text, path, weak, missing, parts }) {
    const part = (name) => /** @type {HTMLElement} */ (row.querySelector(`.hg-result__${name}`));
    row.querySelector("a").href = this.address(at);
    put(part("label"), label);
    part("title").replaceChildren(...pieces(title));
    part("text").replaceChildren(...pieces(text));
    put(part("path"), path.join(" › "));
    part("weak").hidden = !weak;
    put(part("missing"), weak && missing.length ? ` · 없는 말: ${missing.join(", ")}` : "");
    part("parts").hidden = !parts.length;
    part("parts").replaceChildren(...parts.map((one) => {
      const link = Object.assign(document.createElement("a"), {
        href: this.address(one.at),
        className: "hg-result__part",
      });
      link.append(...pieces(one.title));
      return link;
    }));
  }
}

/** Says a text where another stands. */
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Texts and what is marked in them. */
function pieces(told) {
  return told.map(({ text, hit }) => {
    const mark = hit ? document.createElement("mark") : null;
    mark?.append(text);
    return mark ?? text;
  });
}
