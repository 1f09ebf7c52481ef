/** The kinds and editions of what was found, by which a reader narrows it down. */

import { changed } from "./focus.js";

/** So many kinds at most are offered. */
const MOST = 8;
/** With fewer results there is nothing to filter. */
const WORTH_FILTERING = 6;
const ALL = "모두";

/** The first kinds, and the editions, of some groups with their counts, in the order of the results. */
export function facets(groups, most = Infinity) {
  const kinds = new Map();
  const editions = new Map();
  for (const { label, editions: all } of groups) {
    kinds.set(label, (kinds.get(label) ?? 0) + 1);
    for (const edition of all) editions.set(edition, (editions.get(edition) ?? 0) + 1);
  }
  return { kinds: [...kinds].slice(0, most), editions: [...editions].sort() };
}

/** A button for each kind and edition that is among the results, with how many there are. */
export class Filter {
  /**
   * @param {HTMLElement} place
   * @param {() => void} chosen another kind or edition was chosen
   */
  constructor(place, chosen) {
    this.place = place;
    this.chosen = chosen;
    this.kind = null;
    this.edition = null;
    this.told = "";
  }

  /** Whether a group is of the kind and edition that were chosen. What is of no edition holds in all. */
  fits({ label, editions }) {
    return (!this.kind || label === this.kind) &&
      (!this.edition || !editions.length || editions.includes(this.edition));
  }

  /**
   * Offers the kinds and editions of some groups, none of them chosen. Whether they are others than before.
   */
  show(groups) {
    this.kind = this.edition = null;
    this._press();
    const { kinds, editions } = facets(groups, MOST);
    const few = groups.length < WORTH_FILTERING || kinds.length + editions.length < 3;
    const told = JSON.stringify([few, kinds, editions]);
    if (told === this.told) return false;
    this.told = told;
    /** @type {["kind" | "edition", [string, number][], (name: string) => string][]} */
    const rows = [["kind", kinds, (name) => name], ["edition", editions, (name) => `${name}년판`]];
    const several = rows.filter(([, values]) => values.length > 1);
    const all = several.some(([which]) => which === "kind") ? [this._button("kind", null, ALL)] : [];
    changed(this.place, () => {
      this.place.hidden = few;
      this.place.replaceChildren(
        ...all,
        ...several.flatMap(([which, values, said]) => (
          values.map(([value, count]) => this._button(which, value, `${said(value)} ${count}`))
        )),
      );
      return this.place;
    });
    return true;
  }

  _button(which, value, name) {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "hg-filters__one",
      textContent: name,
    });
    button.setAttribute("aria-pressed", String(value === null));
    button.addEventListener("click", () => {
      if (value === null) this.kind = this.edition = null;
      else this[which] = this[which] === value ? null : value;
      this._press();
      this.chosen();
    });
    if (value !== null) button.dataset.value = value;
    return button;
  }

  /** Shows on the buttons which kind and edition are chosen. */
  _press() {
    for (const button of this.place.querySelectorAll("button")) {
      const { value } = button.dataset;
      const pressed = value === undefined
        ? !this.kind && !this.edition
        : [this.kind, this.edition].includes(value);
      button.setAttribute("aria-pressed", String(pressed));
    }
  }
}
