/**
 * What no text of a record may hold. The patterns and sentences come with the page, from
 * macros/checks/unfit.py; the references in texts are the twin of macros/reading/references.py up to their forms.
 */

import { particle } from "../particle.js";
import { nearest } from "./nearest.js";

/** @typedef {Record<string, Record<string, Record<string, string>>>} Values */
/** @typedef {{pattern: string, message: string, cells: boolean, field: string, but: string[]}} Unfit */

const OPEN = "((";
const NAME = "이름";
const HOW = "값을 가져오는 자리는 ((종류/id)) 또는 ((종류/id | 형식))으로 써요. 예: ((규칙/labour-cap))";
const FROM_DOCUMENT =
  "문서의 표현을 적는 칸에는 다른 기록의 값을 가져오지 않아요. 문서에 적힌 그대로 써 주세요.";
export const REFERENCE = /\(\((?!\()((?:[^()|]|\([^()]*\))+)(?:\|[^()|]*)?\)\)/gu;
/** @type {Map<string, RegExp>} */
const made = new Map();

function regex(pattern) {
  if (!made.has(pattern)) made.set(pattern, new RegExp(pattern, "u"));
  return made.get(pattern);
}

/**
 * What is wrong with a text; undefined when nothing is.
 * @param {Unfit[]} unfit
 * @param {string} text
 * @param {{field: string, cell: boolean}} where the field that holds it; whether that is a table's, or a form's
 */
export function textFault(unfit, text, { field, cell }) {
  for (const one of unfit) {
    const looked = !(cell && !one.cells) && (!one.field || one.field === field) && !one.but.includes(field);
    const found = looked ? regex(one.pattern).exec(text) : null;
    if (found) return one.message.replaceAll("{}", () => found[0].trim());
  }
  return undefined;
}

/** What is said of an id that none of its kind has. */
function lost(name, key, ids) {
  return ids.has(key)
    ? undefined
    : `'${key}'${particle(key, "은/는")} ‘${name}’에 없는 id예요.${nearest(key, ids)}`;
}

/** The names of a record's values: what is published, and that every record has a name. */
function namesOf(kind, key, values) {
  return [...new Set([...Object.keys(values[kind]?.[key] ?? {}), NAME])];
}

/** Whether a name is made of what the text that gives it holds, and of words that such names have (시작, 합계). */
function mayBe(name, kind, words, values) {
  const usual = new Set(
    Object.values(values[kind] ?? {}).flatMap((one) => Object.keys(one)).flatMap((one) => one.split("/")),
  );
  return name === "" || name.split("/").every((part) => words.has(part) || usual.has(part));
}

/** What is said of a value's name that the record does not have. */
function nameFault(kind, key, name, { values, loose }) {
  if (!values) return undefined;
  const [names, words] = [namesOf(kind, key, values), loose[`${kind}/${key}`]];
  if (names.includes(name) || (words && mayBe(name, kind, words, values))) return undefined;
  if (!name) return `어느 값인지 빗금(/) 뒤에 적어 주세요.${nearest("", names)}`;
  return `'${name}'${particle(name, "은/는")} 여기에 없는 값이에요.${nearest(name, names.filter(Boolean))}`;
}

/** Of an id that stands for several by edition, or a rule that others replace: any of theirs will do. */
function anyName(kind, keys, name, within) {
  const faults = keys.map((key) => nameFault(kind, key, name, within));
  return faults.some((one) => one === undefined) ? undefined : faults[0];
}

function wayFault(way, within) {
  const { called, known, values } = within;
  const [name, id = "", counted] = way.split("/").map((part) => part.trim());
  const named = way.split("/").slice(2).join("/").trim();
  if (called[name] === "counts") {
    if (Object.hasOwn(called, id) && id !== name) return counted && lost(id, counted, known[called[id]]);
    return `'${id}'${particle(id, "은/는")} 셀 수 있는 종류가 아니에요.${nearest(id, Object.keys(called))}`;
  }
  const kind = called[name];
  if (!Object.hasOwn(called, name)) {
    return `'${name}'${particle(name, "은/는")} 값을 가져올 수 있는 종류가 아니에요.${
      nearest(name, Object.keys(called))
    }`;
  }
  const ids = known[kind];
  const key = id.split("@")[0].trim();
  // submission: of the text's edition
  const ofEditions = kind === "events"
    ? [...known.editions].map((edition) => `${key}-${edition}`).filter((one) => ids.has(one))
    : [];
  if (!ids.has(key) && !ofEditions.length) return lost(name, key, ids);
  const others = kind === "rules" && named ? Object.keys(values?.rules ?? {}) : ofEditions;
  return anyName(kind, ids.has(key) ? [key, ...others] : ofEditions, named, within);
}

/** What is said of a particle that was right for the value when it was written. */
function particleFault(after, either) {
  const plain = Object.keys(either).sort((one, two) => two.length - one.length)
    .find((one) => after.startsWith(one) && /^[\s.,]/u.test(after.slice(one.length)));
  return plain ? `값이 바뀌면 '${plain}'도 바뀔 수 있어요. '${either[plain]}'(이)라고 써 주세요.` : undefined;
}

/**
 * What is wrong with a text's references.
 * @param {string} text
 * @param {{called: Record<string, string>, known: Record<string, Set<string>>, either: Record<string, string>,
 *   cited: boolean, values: Values | null, loose: Record<string, Set<string>>}} within `either`: for a particle
 *   the one that fits all values; `cited`: the text stands in a citation; `values`: what stands on pages, by
 *   kind, id and name; `loose`: by `kind/id`, of what names may be made that are new here
 */
export function referenceFault(text, within) {
  if (!text.includes(OPEN)) return undefined;
  if (within.cited) return FROM_DOCUMENT;
  for (const found of text.matchAll(REFERENCE)) {
    const wrong = wayFault(found[1], within) ??
      particleFault(text.slice(found.index + found[0].length), within.either);
    if (wrong) return wrong;
  }
  return text.replace(REFERENCE, "").includes(OPEN) ? HOW : undefined;
}
