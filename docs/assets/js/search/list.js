/** The list of results in the search box: groups of a page's parts, filters, what was meant, and what helps when nothing is found. */
(function (hyeopchi) {
  "use strict";

  const MORE = 10;
  /** So many kinds and editions at most are offered. */
  const MOST = 8;
  /** With fewer results there is nothing to filter. */
  const WORTH_FILTERING = 6;
  const ALL = "모두";

  class List {
    /**
     * @param {HTMLElement} box
     * @param {(at: string) => string} address of an entry
     * @param {(text: string) => void} again searches something else
     */
    constructor(box, address, again) {
      this.box = box;
      this.address = address;
      this.again = again;
      this.list = box.querySelector("ol");
      this.further = /** @type {HTMLElement} */ (box.querySelector("[data-hg-search-more]"));
      this.filters = /** @type {HTMLElement} */ (box.querySelector(".hg-filters"));
      this.meant = /** @type {HTMLElement} */ (box.querySelector(".hg-meant"));
      this.empty = /** @type {HTMLElement} */ (box.querySelector(".hg-empty"));
      [this.item, this.divider] = box.querySelectorAll("template");
      for (const link of this.empty.querySelectorAll("a")) link.href = address(link.dataset.at ?? "");
    }

    /**
     * @param {{groups: any[], looked: any, meant: string[], near: string[], text: string}} found
     * @param {any} corpus
     */
    show(found, corpus) {
      Object.assign(this, { found, corpus, kind: null, edition: null });
      this._words(this.meant, found.meant);
      this.empty.hidden = !found.text || found.groups.some(({ weak }) => !weak);
      this._words(/** @type {HTMLElement} */ (this.empty.querySelector("p")), found.near);
      this._filter();
      this._fill();
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
      this.groups = this.found.groups.filter((group) => hyeopchi.search.groups.fits(group, this.kind, this.edition));
      this.count = 0;
      this.list.replaceChildren();
      this.more();
    }

    /** The next results. */
    more() {
      const next = this.groups.slice(this.count, this.count + MORE);
      for (const [i, group] of next.entries()) {
        const before = this.groups[this.count + i - 1];
        if (group.weak && before && !before.weak) this.list.append(this.divider.content.cloneNode(true));
        this.list.append(this._item(group));
      }
      this.count += next.length;
      this.further.hidden = this.count >= this.groups.length;
    }

    _item({ entry, weak, missing, parts }) {
      const { looked } = this.found;
      const made = /** @type {DocumentFragment} */ (this.item.content.cloneNode(true));
      const part = (name) => /** @type {HTMLElement} */ (made.querySelector(`.hg-result__${name}`));
      made.querySelector("a").href = this.address(entry.at);
      part("label").textContent = entry.label[0];
      fill(part("title"), hyeopchi.search.marked(entry.title, looked, this.corpus.known));
      fill(part("text"), hyeopchi.search.excerpt(entry.text, looked, this.corpus.known));
      part("path").textContent = this.corpus.path(entry).join(" › ");
      part("weak").hidden = !weak;
      if (weak && missing.length) part("missing").textContent = ` · 없는 말: ${missing.join(", ")}`;
      part("parts").hidden = !parts.length;
      part("parts").append(...parts.map((one) => {
        const link = Object.assign(document.createElement("a"), { href: this.address(one.entry.at), className: "hg-result__part" });
        fill(link, hyeopchi.search.marked(one.entry.title, looked, this.corpus.known));
        return link;
      }));
      return made;
    }

    /** A button for each kind and edition that is among the results, with how many there are. */
    _filter() {
      const { kinds, editions } = hyeopchi.search.groups.facets(this.found.groups, MOST);
      this.filters.hidden = this.found.groups.length < WORTH_FILTERING || kinds.length + editions.length < 3;
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

  hyeopchi.search.List = List;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
