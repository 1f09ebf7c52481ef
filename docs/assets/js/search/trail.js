/**
 * The way from a result to its page: what was found is marked there (search/found.js), and goes with the
 * reader.
 */

const FOUND = "hyeopchi-found";
// Words that are marked, each of at most so many signs: another page of this host may have left anything.
const MOST = 100;
const LONGEST = 200;
const PATIENCE = 300; // milliseconds that a reader waits at most for the words

export class Trail {
  /** @param {URL} root of the site @param {any} client */
  constructor(root, client) {
    this.root = root;
    this.client = client;
    this.found = null;
    this.words = new Map();
  }

  /**
   * Asks for the words of the page that a link opens, once: a reader who points at it may follow it.
   * @param {any} found
   * @param {HTMLAnchorElement} link
   */
  ahead(found, link) {
    if (this.found !== found) this.words.clear();
    this.found = found;
    const page = this._page(link.href);
    if (!this.words.has(page)) this.words.set(page, this.client.words(found, decodeURI(page)));
    return this.words.get(page);
  }

  /**
   * Opens a result's page with the words that were found.
   * @param {any} found
   * @param {HTMLAnchorElement} link
   */
  async follow(found, link) {
    const late = new Promise((then) => setTimeout(then, PATIENCE, null));
    const words = await Promise.race([this.ahead(found, link), late]);
    try {
      if (words) sessionStorage.setItem(FOUND, JSON.stringify({ page: this._page(link.href), words }));
    } catch {
      // Without a store the page opens unmarked.
    }
    location.assign(link.href);
  }

  /**
   * What was left to mark on this page, once; where the browser can mark without touching the text.
   * @returns {string[]}
   */
  left() {
    try {
      const left = JSON.parse(sessionStorage.getItem(FOUND) ?? "null");
      sessionStorage.removeItem(FOUND);
      const isHere = left?.page === this._page(location.href) && globalThis.CSS?.highlights;
      const isWord = (word) => typeof word === "string" && word !== "" && word.length <= LONGEST;
      return isHere && Array.isArray(left.words) ? left.words.slice(0, MOST).filter(isWord) : [];
    } catch {
      return []; // as above
    }
  }

  _page(href) {
    return href.split(/[?#]/)[0].slice(this.root.href.length).replace(/index\.html$/, "");
  }
}
