/**
 * What a citation names: a document, one of its sections, one of the section's pages. The twin of
 * macros/checks/citations.py.
 */

import { particle } from "../particle.js";
import { nearest } from "./nearest.js";

/**
 * @typedef {{short: string, sections: {id: string, title: string, page: number | null}[]}} Document
 * @typedef {{at: string[], message: string, told: string}} Fault `at`: the citation's field
 */

/** Nobody says where a document ends: what comes last is thought to be no longer than the longest of the others. */
function endOf(sections) {
  const starts = [...new Set(sections.flatMap(({ page }) => (page ? [page] : [])))].sort((one, two) =>
    one - two
  );
  const steps = starts.slice(1).map((start, at) => start - starts[at]);
  return starts.length ? (starts.at(-1) ?? 0) + Math.max(0, ...steps) : null;
}

/**
 * The first and the last page of a section, as far as they are known.
 * @param {Document | undefined} document
 * @returns {[number | null, number | null]}
 */
export function spanOf(document, section) {
  const at = document?.sections.findIndex((one) => one.id === section) ?? -1;
  if (!document || at < 0) return [null, null];
  const next = document.sections.slice(at + 1).find((one) => one.page && !one.id.startsWith(`${section}.`));
  return [document.sections[at].page, next?.page ?? endOf(document.sections)];
}

/** `87쪽부터 89쪽까지`; empty where nothing is known. */
export function pagesOf([first, last]) {
  if (last) return `${first || 1}쪽부터 ${last}쪽까지`;
  return first ? `${first}쪽부터` : "";
}

function sectionFault(doc, section, document) {
  if (section === undefined) {
    return [{
      at: [],
      message: "문서의 어느 절인지 section을 써 주세요. 절의 id는 data/sources.yaml에 있어요.",
      told: "문서의 어느 절인지 ‘절’을 골라 주세요.",
    }];
  }
  const ids = document.sections.map(({ id }) => id);
  if (typeof section !== "string" || ids.includes(section)) return [];
  const message = `'${section}'${particle(section, "은/는")} ${doc}에 없는 절이에요.${nearest(section, ids)}`;
  const told = `${document.short}에 없는 절이에요. 그 문서의 절을 골라 주세요.`;
  return [{ at: ["section"], message, told }];
}

function pageFault(section, page, document) {
  const [first, last] = spanOf(document, section);
  if (typeof page !== "number" || !((first && page < first) || (last && page > last))) return [];
  const [which, wrong] = [pagesOf([first, last]), `${page}쪽은 이 절의 쪽이 아니에요.`];
  return [{
    at: ["page"],
    message: `${wrong} ‘${section}’ 절은 ${which}예요. 쪽이나 section을 확인해 주세요.`,
    told: `${wrong} 이 절은 ${which}예요. 쪽이나 절을 확인해 주세요.`,
  }];
}

/**
 * What is wrong with a citation beyond its shape.
 * @param {{doc?: any, section?: any, page?: any}} citation plain values
 * @param {Record<string, Document>} documents
 * @returns {Fault[]}
 */
export function citationFaults({ doc, section, page }, documents) {
  if (typeof doc !== "string") return [];
  const document = documents[doc];
  if (!document) {
    const message = `'${doc}'${particle(doc, "은/는")} data/sources.yaml에 없는 문서예요.${
      nearest(doc, Object.keys(documents))
    }`;
    return [{ at: ["doc"], message, told: message }];
  }
  return [...sectionFault(doc, section, document), ...pageFault(section, page, document)];
}

/** A citation as pages have it: the document's short name, the page, the clause. Empty without a document. */
export function citedAs({ doc, page, clause }, documents) {
  if (!doc) return "";
  return [documents[doc]?.short ?? String(doc), page ? `${page}쪽` : "", clause ?? ""].filter(Boolean).join(
    " ",
  );
}
