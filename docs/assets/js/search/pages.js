/** What the page of an entry has of the query: a page that treats a thing says it in several of its parts. */

const WHOLE = 0.95;
const LEAST = 0.02;

export const pageOf = (at) => at.split("#")[0];

export class Pages {
  /** @param {any[]} results with `base` and `shares` @param {any[]} groups */
  constructor(results, groups) {
    this.groups = groups;
    this.mass = groups.reduce((sum, { mass }) => sum + mass, 0) || 1;
    this.top = Math.max(...results.map(({ base }) => base));
    this.pages = new Map();
    for (const result of results) this._take(result);
  }

  _take({ entry, base, shares }) {
    const key = pageOf(entry.at);
    const page = this.pages.get(key) ?? { covers: shares.map(() => 0), sum: 0, best: 0, second: 0 };
    this.pages.set(key, page);
    shares.forEach((share, i) => {
      page.covers[i] = Math.max(page.covers[i], Math.min(1, share));
    });
    page.sum += base;
    [page.best, page.second] = [page.best, page.second, base].sort((a, b) => b - a);
  }

  /**
   * The features of an entry's page, by name: how much of the query all of its parts have, how well the others fit,
   * and whether the entry is the best of it.
   */
  of({ entry, base }) {
    const { covers, sum, best, second } = this.pages.get(pageOf(entry.at));
    const all = covers.reduce((so, share, i) => so + share * this.groups[i].mass, 0) / this.mass;
    return {
      covers: all,
      "covers whole": all > WHOLE ? 1 : 0,
      others: Math.log((best === base ? second : best) / this.top + LEAST),
      "page sum": Math.log(sum / this.top + LEAST),
      "page best": best === base ? 1 : 0,
    };
  }
}
