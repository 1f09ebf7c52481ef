/**
 * A record's page, its line in the menu and its address, after the record was made, moved or removed: the
 * twin of macros/site/places.py.
 */

const ADDRESS = /^ {2}- (?:"([^"]*)"|([a-z0-9./-]*))$/;

/**
 * @typedef {{page: string, address: string}} Place the page's file below docs/, and where it stands
 * @typedef {{id: string, macro: string, before: Place | null, after: Place | null, siblings: string[]}} Move
 *   `siblings`: the pages of the kind's other records
 */

/** The menu without a page's line. */
function struck(menu, page) {
  return menu.split("\n").filter((line) => line.trim() !== `- ${page}`).join("\n");
}

/**
 * The menu with a page's line after the last of its kind in its folder, else after the last page there; as it
 * was if there is none.
 */
function entered(menu, page, siblings) {
  const folder = page.slice(0, page.lastIndexOf("/") + 1);
  const lines = menu.split("\n");
  const name = (line) => /^ +- ([a-z0-9/-]+\.md)$/.exec(line)?.[1] ?? "";
  const inFolder = lines.map(name).map((found, at) => ({ found, at })).filter(({ found }) =>
    found.startsWith(folder) && !found.slice(folder.length).includes("/")
  );
  const last = (inFolder.filter(({ found }) => siblings.includes(found)).at(-1) ?? inFolder.at(-1))?.at;
  if (last === undefined || inFolder.some(({ found }) => found === page)) return menu;
  lines.splice(last + 1, 0, lines[last].replace(/[a-z0-9/-]+\.md$/, page));
  return lines.join("\n");
}

/** The addresses with one more, in the order of letters. */
function known(addresses, address) {
  const lines = addresses.split("\n");
  const at = lines.map((line, index) => ({ found: ADDRESS.exec(line), index })).filter(({ found }) => found);
  const value = ({ found }) => found[1] ?? found[2];
  if (at.some((one) => value(one) === address)) return addresses;
  const next = at.find((one) => value(one) > address)?.index ??
    (at.at(-1)?.index ?? lines.indexOf("pages:")) + 1;
  lines.splice(next, 0, `  - ${address}`);
  return lines.join("\n");
}

/** The addresses with where an old one leads; what led to the old one leads there too. */
function led(addresses, old, to) {
  const lines = addresses.replace(/\n$/, "").split("\n").filter((line) =>
    !line.startsWith(`  - {old: ${to}, new: `)
  )
    .map((line) => (line.endsWith(`, new: ${old}}`) ? `${line.slice(0, -old.length - 1)}${to}}` : line));
  if (!lines.includes("moved:")) lines.push("moved:");
  return `${[...lines, `  - {old: ${old}, new: ${to}}`].join("\n")}\n`;
}

/** The page above one: `cases/` of `cases/dobong/`. */
function above(address) {
  return address.replace(/[^/]+\/$/, "");
}

/**
 * @param {{menu: string, addresses: string}} texts
 * @param {Move[]} moves
 * @returns {{menu: string, addresses: string, pages: Record<string, string | null>}}
 */
export function placed(texts, moves) {
  /** @type {Record<string, string | null>} */
  const pages = {};
  let { menu, addresses } = texts;
  for (const { id, macro, before, after, siblings } of moves) {
    if (before && before.page !== after?.page) {
      menu = struck(menu, before.page);
      pages[`docs/${before.page}`] = null;
    }
    if (after && after.page !== before?.page) {
      menu = entered(menu, after.page, siblings);
      pages[`docs/${after.page}`] = `{{ ${macro}("${id}") }}\n`;
    }
    if (after) addresses = known(addresses, after.address);
    if (before && before.address !== after?.address) {
      addresses = led(addresses, before.address, after?.address ?? above(before.address));
    }
  }
  return { menu, addresses, pages };
}
