/**
 * What the page knows, with what was made, changed and removed here and is not published yet.
 */

import * as yamlTree from "./document.js";
import * as recordOwn from "./own.js";

const SOURCES = "data/sources.yaml";

/** The kind and, where the file is one record, the id. */
export function nameOfFile(file) {
  const [, kind = "", id] = /^data\/([a-z-]+)(?:\/([a-z0-9-]+))?\.yaml$/.exec(file) ?? [];
  return { kind, id };
}

/** What a changed text gives: ids by what they are ids of; null when it cannot be read. */
function givenBy(page, kind, text) {
  try {
    const tree = yamlTree.parse(text);
    return { tree, own: recordOwn.ownIds(tree, kind, page.holds[kind] ?? {}) };
  } catch {
    return null; // damaged in the store: it is told of when it is opened
  }
}

/** The documents that may be cited, of a changed list of them. */
function documentsOf(tree) {
  const all = yamlTree.plain(tree).filter((one) => one.id && Array.isArray(one.sections));
  return Object.fromEntries(all.map(({ id, short, sections }) => [id, {
    short: short ?? id,
    sections: sections.map((one) => ({ id: one.id, title: one.title ?? one.id, page: one.page ?? null })),
  }]));
}

function without(all, id) {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== id));
}

/**
 * @param {any} page
 * @param {Map<string, string>} texts by file, empty for a removed one
 */
export function known(page, texts) {
  const now = { ...page, known: { ...page.known }, loose: {} };
  for (const [file, text] of texts) {
    const { kind, id } = nameOfFile(file);
    if (text === "") {
      now.known[kind] &&= without(now.known[kind], id);
      continue;
    }
    const given = givenBy(page, kind, text);
    if (!given) continue;
    for (const [target, ids] of Object.entries(given.own)) {
      if (!now.known[target]) continue;
      const fresh = Object.fromEntries(ids.map((one) => [one, now.known[target][one] ?? ""]));
      now.known[target] = id ? { ...now.known[target], ...fresh } : fresh; // one file without id holds them all
    }
    Object.assign(now.loose, recordOwn.looseNames(given.tree, given.own));
    if (file === SOURCES) now.documents = documentsOf(given.tree);
  }
  return now;
}
