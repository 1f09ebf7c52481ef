/**
 * A YAML text as a tree that knows where each value stands. Plain scalars mean what
 * macros/reading/yaml_file.py says they mean: whole numbers, true and false; all else is text.
 */

const WHOLE = /^(?:0|-?[1-9][0-9]{0,15})$/;

function meaning(node) {
  if (node.type !== "PLAIN") return String(node.value ?? "");
  const text = String(node.source ?? node.value ?? "");
  if (WHOLE.test(text)) return Number(text);
  return text === "true" || text === "false" ? text === "true" : text;
}

/** One value: `kind` (map, seq, scalar), `start` and `end` in the text, and what it holds. */
function convert(node) {
  const [start, end] = node.range;
  if (Array.isArray(node.items)) {
    const flow = Boolean(node.flow);
    if (node.items.some((one) => one?.key)) {
      const pairs = node.items.map(({ key, value }) => ({
        key: String(key.source ?? key.value),
        keyStart: key.range[0],
        keyEnd: key.range[1],
        node: convert(value),
      }));
      return { kind: "map", flow, start, end: flow ? end : pairs.at(-1).node.end, pairs };
    }
    const map = node.constructor.tagName === "tag:yaml.org,2002:map";
    const items = node.items.map(convert);
    return map
      ? { kind: "map", flow, start, end, pairs: [] }
      : { kind: "seq", flow, start, end: flow || !items.length ? end : items.at(-1).end, items };
  }
  return {
    kind: "scalar",
    block: node.type.startsWith("BLOCK"),
    quoted: node.type.startsWith("QUOTE"),
    start,
    end,
    value: meaning(node),
  };
}

// A change reads the same text several times, and nobody writes to a tree.
let last = { text: "", tree: null };

/** The tree of a text. Throws when it is no YAML: this page never makes such a text. */
export function parse(text) {
  if (last.tree && last.text === text) return last.tree;
  const parsed = globalThis.YAML.parseDocument(text, { schema: "failsafe", strict: true });
  if (parsed.errors.length) throw parsed.errors[0];
  last = { text, tree: convert(parsed.contents) };
  return last.tree;
}

function child(node, step) {
  if (node?.kind === "seq") return node.items[step];
  return node?.kind === "map" ? node.pairs.find((pair) => pair.key === step)?.node : undefined;
}

/** The value at a path, or undefined. */
export function at(tree, path) {
  return path.reduce(child, tree);
}

/** The tree as plain values. */
export function plain(node) {
  if (node.kind === "seq") return node.items.map(plain);
  return node.kind === "map"
    ? Object.fromEntries(node.pairs.map((pair) => [pair.key, plain(pair.node)]))
    : node.value;
}
