/**
 * The list of results in the search box: groups of a page's parts, filters, what was meant, and what helps
 * when nothing is found.
 */

import { card } from "./card.js";
import { Filter } from "./facets.js";
import { changed } from "./focus.js";

const MORE = 10;
/**
 * One thing is made for one frame, the head or a row: it is laid out and painted, and a key is heard, before
 * the next is made.
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
    this.turn = 0; // a newer list takes the place of one that is not all there
    this.told = new Map(); // what the parts above the list say: what is the same is not made again
    this.rows = new WeakMap(); // what a row of the list says
  }

  /**
   * @param {any} found what `Client.find` gave
   * @returns {Promise<void>} when all of it is there
   */
  async show(found) {
    this.found = found;
    const turn = this.turn += 1;
    this._card(found.answers);
    this._words(this.meant, found.meant);
    this.empty.hidden = !found.text || found.groups.some(({ weak }) => !weak);
    this._words(/** @type {HTMLElement} */ (this.empty.querySelector("p")), found.near);
    if (this.filter.show(found.groups)) await frame();
    if (turn === this.turn) await this._fill();
  }

  /** Whether a part of the box is to say something else than it does. */
  _news(part, said) {
    const text = JSON.stringify(said);
    if (this.told.get(part) === text) return false;
    this.told.set(part, text);
    return true;
  }

  _card(answers) {
    if (!this._news(this.answer, answers)) return;
    changed(this.answer, () => {
      this.answer.hidden = !answers.length;
      this.answer.firstElementChild.replaceChildren(...card(this.card, answers, this.address));
      return this.answer;
    });
  }

  /** Words that may have been meant, each a link that searches it. */
  _words(place, words) {
    if (!this._news(place, words)) return;
    changed(place, () => {
      place.hidden = !words.length;
      place.querySelector("span").replaceChildren(...words.map((word) => this._word(word)));
      return place;
    });
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
    for (const [said, make] of items) {
      const before = place;
      place = place?.nextElementSibling ?? null;
      if (before && this.rows.get(before) === said) continue;
      if (made) await frame();
      if (turn !== this.turn) return;
      made += 1;
      const row = /** @type {Element} */ (make().firstElementChild);
      this.rows.set(row, said);
      if (before) {
        changed(before, () => {
          before.replaceWith(row);
          return row;
        });
      } else this.list.append(row);
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

  /** What makes a row of the list, and before the first weak one what says so. */
  _items(before, row) {
    const first = row.weak && before !== undefined && !this.found.groups[before].weak;
    /** @type {[string, () => DocumentFragment]} */
    const divider = ["", () => /** @type {DocumentFragment} */ (this.divider.content.cloneNode(true))];
    /** @type {[string, () => DocumentFragment]} */
    const made = [JSON.stringify(row), () => this._item(row)];
    return first ? [divider, made] : [made];
  }

  _item({ at, label, title, text, path, weak, missing, parts }) {
    const made = /** @type {DocumentFragment} */ (this.item.content.cloneNode(true));
    const part = (name) => /** @type {HTMLElement} */ (made.querySelector(`.hg-result__${name}`));
    made.querySelector("a").href = this.address(at);
    part("label").textContent = label;
    fill(part("title"), title);
    fill(part("text"), text);
    part("path").textContent = path.join(" › ");
    part("weak").hidden = !weak;
    if (weak && missing.length) part("missing").textContent = ` · 없는 말: ${missing.join(", ")}`;
    part("parts").hidden = !parts.length;
    part("parts").append(...parts.map((one) => {
      const link = Object.assign(document.createElement("a"), {
        href: this.address(one.at),
        className: "hg-result__part",
      });
      fill(link, one.title);
      return link;
    }));
    return made;
  }
}

function fill(element, pieces) {
  for (const { text, hit } of pieces) {
    const mark = hit ? document.createElement("mark") : null;
    mark?.append(text);
    element.append(mark ?? text);
  }
}
