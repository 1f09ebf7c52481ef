/**
 * The list of results in the search box: groups of a page's parts, filters, what was meant, and what helps
 * when nothing is found.
 */

import { card } from "./card.js";
import * as facets from "./facets.js";

const MORE = 10;
/**
 * So many rows are made for one frame: the first are seen, and a key is heard, before the others are made.
 */
const A_FRAME = 2;
/** So many kinds and editions at most are offered. */
const MOST = 8;
/** With fewer results there is nothing to filter. */
const WORTH_FILTERING = 6;
const ALL = "모두";

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
    this.filters = /** @type {HTMLElement} */ (box.querySelector(".hg-filters"));
    this.meant = /** @type {HTMLElement} */ (box.querySelector(".hg-meant"));
    this.empty = /** @type {HTMLElement} */ (box.querySelector(".hg-empty"));
    this.answer = /** @type {HTMLElement} */ (box.querySelector(".hg-answer"));
    const [item, divider, card] = box.querySelectorAll("template");
    this.item = item;
    this.divider = divider;
    this.card = card;
    this.found = null;
    this.kind = null;
    this.edition = null;
    this.turn = 0; // a newer list takes the place of one that is not all there
    for (const link of this.empty.querySelectorAll("a")) link.href = address(link.dataset.at ?? "");
  }

  /**
   * @param {any} found what `Client.find` gave
   * @returns {Promise<void>} when all of it is there
   */
  show(found) {
    this.found = found;
    this.kind = null;
    this.edition = null;
    this.answer.hidden = !found.answers.length;
    this.answer.firstElementChild.replaceChildren(...card(this.card, found.answers, this.address));
    this._words(this.meant, found.meant);
    this.empty.hidden = !found.text || found.groups.some(({ weak }) => !weak);
    this._words(/** @type {HTMLElement} */ (this.empty.querySelector("p")), found.near);
    this._filter();
    return this._fill();
  }

  /** Words that may have been meant, each a link that searches it. */
  _words(place, words) {
    place.hidden = !words.length;
    place.querySelector("span").replaceChildren(...words.map((word) => {
      const link = Object.assign(document.createElement("a"), { href: `?q=${encodeURIComponent(word)}`, textContent: word });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.again(word);
      });
      return link;
    }));
  }

  _fill() {
    this.numbers = [...this.found.groups.keys()].filter((number) => (
      facets.fits(this.found.groups[number], this.kind, this.edition)));
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
    for (const [i, make] of items.entries()) {
      if (i && i % A_FRAME === 0) await new Promise(requestAnimationFrame);
      if (turn !== this.turn) return;
      const before = place;
      place = place?.nextElementSibling ?? null;
      if (before) before.replaceWith(make());
      else this.list.append(make());
    }
    while (place) {
      const after = place.nextElementSibling;
      place.remove();
      place = after;
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
    return [...first ? [() => this.divider.content.cloneNode(true)] : [], () => this._item(row)];
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
      const link = Object.assign(document.createElement("a"), { href: this.address(one.at), className: "hg-result__part" });
      fill(link, one.title);
      return link;
    }));
    return made;
  }

  /** A button for each kind and edition that is among the results, with how many there are. */
  _filter() {
    const { kinds, editions } = facets.facets(this.found.groups, MOST);
    this.filters.hidden = this.found.groups.length < WORTH_FILTERING || kinds.length + editions.length < 3;
    /** @type {["kind" | "edition", [string, number][], (name: string) => string][]} */
    const rows = [["kind", kinds, (name) => name], ["edition", editions, (name) => `${name}년판`]];
    this.filters.replaceChildren(...rows.filter(([, values]) => values.length > 1)
      .flatMap(([which, values, said]) => [this._button(which, null, ALL), ...values.map(([value, count]) => this._button(which, value, `${said(value)} ${count}`))].slice(which === "kind" ? 0 : 1)));
  }

  _button(which, value, name) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "hg-filters__one", textContent: name });
    button.setAttribute("aria-pressed", String(value === null));
    button.addEventListener("click", () => {
      const off = value === null;
      if (off) this.kind = this.edition = null;
      else this[which] = this[which] === value ? null : value;
      for (const other of this.filters.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other.dataset.value === undefined
        ? !this.kind && !this.edition : [this.kind, this.edition].includes(other.dataset.value)));
      this._fill();
    });
    if (value !== null) button.dataset.value = value;
    return button;
  }
}

function fill(element, pieces) {
  for (const { text, hit } of pieces) {
    const mark = hit ? document.createElement("mark") : null;
    mark?.append(text);
    element.append(mark ?? text);
  }
}
