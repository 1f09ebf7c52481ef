/** Who names a district wants what tells of it: its own pages, and the parts of others that name it. */

import { pageOf } from "./pages.js";

const LABEL = "자치구";
const NAME = /^[가-힣]{1,3}구$/;
const ends = (name) => (name.length > 2 ? name.slice(0, -1) : name);

/** The districts that have a page. Read once for each corpus. */
const known = new WeakMap();
function districtsOf(corpus) {
  if (!known.has(corpus)) {
    const pages = corpus.entries.filter(({ above, label }) => above === null && label[0] === LABEL);
    known.set(corpus, pages.map(({ title }) => title).filter((title) => NAME.test(title)));
  }
  return known.get(corpus);
}

export class Districts {
  /** @param {string} text as typed @param {any} corpus */
  constructor(text, corpus) {
    this.corpus = corpus;
    this.all = districtsOf(corpus);
    // 마포 is 마포구, but 중 is not 중구.
    this.named = this.all.filter((name) =>
      text.includes(name) || (name.length > 2 && new RegExp(`(?:^|\\s)${ends(name)}`).test(text))
    );
  }

  /** The features of an entry, by name. */
  of(entry) {
    const page = this.corpus.entries[this.corpus.places.get(pageOf(entry.at))];
    const titles = `${page?.title ?? ""}\n${entry.title}`;
    const own = this.all.some((name) => titles.includes(name));
    if (!this.named.length) return own ? { "some district": 1 } : {};
    const here = this.named.some((name) => titles.includes(name));
    const said = here || this.named.some((name) => entry.text.includes(ends(name)));
    return {
      "district here": here ? 1 : 0,
      "district page": here && entry.above === null ? 1 : 0,
      "district other": own && !here ? 1 : 0,
      "district unsaid": said ? 0 : 1,
    };
  }
}
