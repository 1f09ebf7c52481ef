/**
 * What parts of a record are called on the edit page.
 */

const NAMING = ["title", "label", "name", "term", "text", "question", "sentence", "id", "doc", "edition"];
const MOST = 40;

function short(text) {
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

/** A group's or an item's name: what it says of itself, else its number. */
export function nameOf(node, index) {
  if (node?.kind === "seq") {
    return short(node.items.map((one) => (one.kind === "scalar" ? String(one.value) : "…")).join(" · ")) ||
      `${index + 1}번째`;
  }
  const named = NAMING.map((key) => node?.pairs?.find((pair) => pair.key === key)?.node).find((one) =>
    one?.kind === "scalar" && one.value !== ""
  );
  return named ? short(String(named.value)) : `${index + 1}번째`;
}

/** What a choice is called; the value itself where it has no name. */
export function choiceName(schema, value) {
  const at = schema.enum?.indexOf(value) ?? -1;
  return schema.enumDescriptions?.[at] ?? String(value);
}

/** A path as text that can be a key. */
export function keyOf(path) {
  return JSON.stringify(path);
}
