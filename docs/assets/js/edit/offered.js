/**
 * What the form offers for fields that only make sense together: a citation's document by its short name, and the
 * sections of that document by their titles.
 */

import { h, uniqueId } from "../dom.js";
import { pagesOf, spanOf } from "./cited.js";
import { isCitation } from "./shape.js";

const DOC = "근거 문서를 골라요. 없으면 ‘근거 문서’ 종류에서 먼저 만들어요.";
const SECTION = "그 문서의 어느 절인지 골라요.";

/** A field that is chosen, after which the fields beside it are others. */
function chosen(field, choices, description) {
  return {
    ...field,
    description,
    enum: choices.map(({ id }) => id),
    enumDescriptions: choices.map(({ label }) => label),
    leads: true,
  };
}

function sectionsOf(document) {
  return document.sections.map(({ id, title }) => {
    const [first] = spanOf(document, id);
    return { id, label: first ? `${title} · ${first}쪽` : title };
  });
}

/**
 * The schema of a group with what may be chosen now; the same where nothing hangs together.
 * @param {any} schema
 * @param {{pairs: any[]}} node
 * @param {Record<string, import("./cited.js").Document>} documents
 */
export function offered(schema, node, documents) {
  if (!isCitation(schema)) return schema;
  const value = (key) => node.pairs.find((pair) => pair.key === key)?.node.value;
  const { doc, section, page } = schema.properties;
  const document = documents[value("doc")];
  const all = Object.entries(documents).map(([id, { short }]) => ({ id, label: short }));
  const pages = pagesOf(spanOf(document, value("section")));
  return {
    ...schema,
    needed: ["section"], // the check wants it, whatever the shape says
    properties: {
      ...schema.properties,
      doc: chosen(doc, all, DOC),
      section: document
        ? chosen(section, sectionsOf(document), SECTION)
        : { ...section, description: "문서를 먼저 고르세요.", examples: [] },
      page: pages ? { ...page, description: `${page.description} 이 절은 ${pages}예요.` } : page,
    },
  };
}

/**
 * Lists of ids for the fields that refer to something: the elements, and by what they are ids of their own ids.
 * @param {{names: Record<string, string>, known: Record<string, Record<string, string>>}} page
 */
export function idLists({ names, known }) {
  const made = Object.keys(names).map((target) => {
    const options = Object.entries(known[target]).map(([value, label]) =>
      h("option", { value, label: label || null })
    );
    return [target, h("datalist", { id: uniqueId("ids") }, ...options)];
  });
  return {
    elements: made.map(([, element]) => element),
    ids: Object.fromEntries(made.map(([target, element]) => [target, element.id])),
  };
}
