/**
 * Which shape of a schema a value has, or wants to have.
 */

/** The schema that a reference leads to, with what stands beside the reference. */
export function resolve(schema, root) {
  return schema.$ref ? { ...root.$defs[schema.$ref.split("/").at(-1)], ...schema } : schema;
}

/** The one of several models that the record's `kind` names. */
export function variant(schema, root, node) {
  const kind = node?.kind === "map" ? node.pairs.find((pair) => pair.key === "kind")?.node.value : undefined;
  const all = schema.oneOf.map((one) => resolve(one, root));
  return { kind, all, found: all.find((one) => one.properties.kind.enum.includes(kind)) };
}

/** The one of several shapes that a value wants to be. */
export function fitting(schema, root, node) {
  if (!schema.anyOf) return resolve(schema, root);
  const of = (test) => schema.anyOf.map((one) => resolve(one, root)).find(test);
  if (node?.kind === "seq") return of((one) => one.type === "array");
  if (node?.kind === "map") return of((one) => one.type === "object");
  if (node) return of((one) => one.type === (typeof node.value === "number" ? "integer" : "string"));
  return undefined;
}

/** Whether several may stand in a field. */
export function isList(schema) {
  return schema.type === "array" || Boolean(schema.anyOf?.some((one) => one.type === "array"));
}

/** Whether the groups of a schema name a document and a place in it. */
export function isCitation(schema) {
  return Boolean(schema.properties?.doc && schema.properties.section);
}
