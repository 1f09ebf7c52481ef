/**
 * Records whose order another record lists (the steps of a procedure): a new one is entered there too, one that
 * goes is struck.
 */

import * as yamlChange from "./change.js";
import * as yamlTree from "./document.js";

/** @typedef {{file: string, text: string}} Written */

/** What lists the kind's records: its files, as they read now, with the ids in each. */
function lists(data, kept) {
  const { kind, field, files } = data.entered ?? { kind: "", field: "", files: [] };
  const published = globalThis.hyeopchi.data[`records:${kind}`]?.files ?? {};
  return files.map((file) => {
    const text = kept.texts.get(file) ?? published[file] ?? "";
    const node = text ? yamlTree.at(yamlTree.parse(text), [field]) : undefined;
    return {
      file,
      field,
      text,
      published: published[file] ?? "",
      ids: node?.kind === "seq" ? node.items.map((one) => one.value) : [],
    };
  }).filter(({ ids }) => ids.length);
}

/**
 * Behind which records a new one may be entered, as choices for a form.
 * @returns {{id: string, label: string}[]}
 */
export function spots(data, kept, records) {
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  return lists(data, kept).flatMap(({ ids }) =>
    ids.map((id) => ({ id, label: `${titles.get(id) ?? id} 다음` }))
  );
}

/** The list with a record entered behind another. @returns {(Written & {published: string})[]} */
export function entered(data, kept, after, id) {
  return lists(data, kept).filter(({ ids }) => ids.includes(after)).map(
    ({ file, field, text, ids, published }) => {
      let now = yamlChange.append(text, [field], id);
      for (let at = ids.length - 1; at > ids.indexOf(after); at -= 1) now = yamlChange.swap(now, [field], at);
      return { file, text: now, published };
    },
  );
}

/** The lists without a record. @returns {(Written & {published: string})[]} */
export function struck(data, kept, id) {
  return lists(data, kept).filter(({ ids }) => ids.includes(id) && ids.length > 1).map(
    ({ file, field, text, ids, published }) => ({
      file,
      text: yamlChange.remove(text, [field], ids.indexOf(id)),
      published,
    }),
  );
}
