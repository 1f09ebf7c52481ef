/**
 * What a text gives itself: ids, and the names of values, which are not called unknown before they are published.
 */

/**
 * The ids that the text itself gives: what it adds must not be called unknown. An id is one of what its list
 * holds (`lists`: by the list's name), a record's own id one of its kind.
 * @param {any} node
 * @param {string} target
 * @param {Record<string, string>} lists
 * @param {Record<string, string[]>} found
 */
export function ownIds(node, target, lists, found = {}) {
  if (node.kind === "seq") node.items.forEach((one) => ownIds(one, target, lists, found));
  for (const { key, node: inner } of node.pairs ?? []) {
    if (key === "id" && inner.kind === "scalar") (found[target] ??= []).push(String(inner.value));
    ownIds(inner, lists[key], lists, found);
  }
  return found;
}

/** Every value of a text: the names of what it adds (a figure's label, a table's row) are among them. */
export function scalars(node, found = new Set()) {
  if (node.kind === "scalar") found.add(String(node.value));
  node.items?.forEach((one) => scalars(one, found));
  node.pairs?.forEach(({ node: inner }) => scalars(inner, found));
  return found;
}

/** By `kind/id`: of what a value's name may be made while the record is changed here. */
export function looseNames(tree, own) {
  const words = scalars(tree);
  return Object.fromEntries(
    Object.entries(own).flatMap(([target, ids]) => ids.map((id) => [`${target}/${id}`, words])),
  );
}
