/**
 * All drafts as one set of changes: a file to hand over (`python -m macros apply` takes it), and what follows
 * from them for pages, menu and addresses, so that the repository's own screens can take everything at once.
 */

import * as yamlTree from "./document.js";
import * as editPlaces from "./places.js";

const FORMAT = { format: "hyeopchi-edits", version: 1 };
const SPOT = /\{0\.(\w+)\}/g;

/**
 * @typedef {{path: string, before: string | null, after: string | null}} Change none before: it is new; none
 *   after: it goes
 */

/** What a draft does to its file. @returns {Change} */
export function changeOf(path, text, published) {
  return { path, before: published ?? null, after: text === "" ? null : text };
}

/** The text of the file that is handed over. @param {Change[]} changes */
export function written(changes) {
  return `${JSON.stringify({ ...FORMAT, files: changes }, null, 1)}\n`;
}

/** Where a record's page is by what the record says; null without one. */
function placeOf(data, text) {
  if (!data.address) return null;
  const value = yamlTree.plain(yamlTree.parse(text));
  const named = { ...value, place: value.page ?? value.id };
  const address = data.address.replace(SPOT, (_, name) => named[name] ?? value.id);
  const own = data.address.includes("0.address") ? null : value.address;
  return { page: `${address.replace(/\/$/, "")}.md`, address: own ? `${own}/` : address };
}

/**
 * What became of the record in a file, if the kind's records have pages.
 * @param {any} data
 * @param {Change} change
 */
function moveOf(data, { path, after }) {
  const id = path.split("/").at(-1).replace(/\.yaml$/, "");
  const was = data.records.find(({ file }) => file === path);
  if (!data.address || (was && !was.place)) return null; // it stands within a page
  const siblings = data.records.flatMap(({ place }) => (place ? [place.page] : []));
  return {
    id,
    macro: data.macro,
    before: was?.place ?? null,
    after: after === null ? null : placeOf(data, after),
    siblings,
  };
}

/**
 * Everything that changes, pages and menu with it.
 * @param {Change[]} changes
 * @param {{menu: string, addresses: string}} texts
 * @returns {Change[]}
 */
export function whole(changes, kindOf, texts) {
  const moves = changes.map((one) => moveOf(kindOf(one.path), one)).filter(Boolean);
  const { menu, addresses, pages } = editPlaces.placed(texts, moves);
  const shared = [["mkdocs.yml", texts.menu, menu], ["data/addresses.yaml", texts.addresses, addresses]]
    .filter(([, one, two]) => one !== two);
  return [
    ...changes,
    ...Object.entries(pages).map(([path, after]) => ({ path, before: after === null ? "" : null, after })),
    ...shared.map(([path, before, after]) => ({ path, before, after })),
  ];
}
