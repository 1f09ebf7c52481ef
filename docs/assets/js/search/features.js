/**
 * What speaks for an entry and against it: numbers, each with a weight (weights.js) that was fitted to queries
 * (tests/search/fit.py). A score is the exponential of their weighted sum, so a weight of 1 leaves a factor as
 * it is.
 */

import { pair, single } from "./corpus.js";
import { compact } from "./lexicon.js";
import * as words from "./words.js";
import { pageOf } from "./pages.js";

const GLOSSARY = "용어";
const CONFLICTS = "문서 간 차이";
/** A query of so many words is a sentence. */
const MANY = 4;
/** A title no longer than this stands in many a query. */
const SHORT_NAME = 3;
/** The length of a usual text. */
const USUAL = 300;
/** A day, a month, a span of time; a number with a unit. */
const DAY = /\d\s?(?:월|일|개월|년)|\d\.\s?\d|기한|까지|마감/;
const FIGURE = /\d\s?(?:%|명|원|점|억|만|세|시간|개|곳|건|회|배|년)/;
/** Who names two sides, or asks whether it is so. */
const EITHER =
  /(?:인지|인가요?|이에요|예요|이냐|나요|야)\s.*(?:인지|인가요?|이에요|예요|이냐|나요|야)|아니면|중에|맞아|맞나|맞죠/;
/** What a question asks, by its words: each is weighed apart with the kind of place that answers. */
const FRAMES = {
  when:
    /언제|기한|마감|날짜|며칠|몇\s?[월일시]|기간|시기|시행일|날$|[가-힣]{2}일$|일정|(?<!얼마)(?<!어디)까지\s*(?:\S{1,4})?$/,
  who: /누가|누구|누굴/,
  much: words.FIGURES,
  may: /도\s?(?:되|돼|괜찮|될)|수\s?있|수\s?없|가능|[해어아여돼써]야|인정|안\s?되|꼭|금지|되나|돼요|되는지/,
  differ: words.DIFFERING,
  either: EITHER,
  why: /왜|이유/,
  how: /어떻게|방법|하는 법|절차/,
  asked: /[가-힣](?:요|까|나|지|야|죠)\s*\??$|\?$/,
};
/** The kinds of places, and those of them that some questions want more than others. */
const LABELS = [
  "규칙",
  "협약 조문",
  GLOSSARY,
  CONFLICTS,
  "일정",
  "체크리스트",
  "서식",
  "도구",
  "사례",
  "자치구",
  "자료",
  "편집",
  "기구",
  "단계",
  "사업",
  "안내",
];
const BY_FRAME = LABELS.filter((label) => !["서식", "자료", "편집"].includes(label));

/** Parts that many pages have. */
const PARTS = new RegExp(
  "[#-](rules|examples|how|excel|notes|checklist|glance|overview|outputs|" +
    "relations|activities|deliberation|duties|composition|operation|stages|table|steps)$",
);

const log = (value) => Math.log(Math.max(value, 1e-6));

/** What a query asks, as the names of its frames; whether it is of one word or of many. */
export function framesOf(text, groups) {
  const asked = Object.keys(FRAMES).filter((name) => FRAMES[name].test(text.trim()));
  return [
    ...asked,
    ...groups.length === 1 && !/\d/.test(text) && !groups[0].figure
      ? ["one"]
      : groups.length >= MANY
      ? ["many"]
      : [],
  ];
}

/** Whether a row of units has one of the keys. */
const has = (ids, keys) => ids.some((id, i) => keys.has(pair(id, ids[i + 1])) || keys.has(single(id)));

/**
 * How much of the query's mass stands in the title of an entry, and in that of its page.
 * @param {any} groups @param {number} number @param {any} corpus
 */
function titles(groups, number, corpus) {
  const entry = corpus.entries[number];
  const page = entry.above === null ? number : corpus.places.get(pageOf(entry.at));
  const rows = [number, ...page === undefined ? [] : [page]].map((one) => corpus.titles[one]);
  const mass = groups.reduce((sum, group) => sum + group.mass, 0) || 1;
  const [own, both] = [rows.slice(0, 1), rows].map((some) =>
    groups.reduce((sum, group) => sum + (some.some((ids) => has(ids, group.keySet)) ? group.mass : 0), 0) /
    mass
  );
  return { own, both };
}

/** How much of a title the query does not say, by its units. */
function unsaid(title, groups) {
  const said = (key) => groups.some(({ keySet }) => keySet.has(key));
  const left = title.filter((id, i) =>
    !said(pair(id, title[i + 1])) && !said(pair(title[i - 1], id)) && !said(single(id))
  );
  return title.length ? left.length / title.length : 0;
}

/** How much of a query is an entry's whole title, word for word. */
function titleSaid(text, title) {
  const [typed, name] = [text, title].map(compact);
  return name.length > SHORT_NAME && typed.includes(name) ? name.length / typed.length : 0;
}

/** The features of one entry by name. `is`: what the ranking knows of it already. */
export function features(is, groups, query, corpus) {
  const { number, shares, share } = is;
  const entry = corpus.entries[number];
  const label = entry.label[0];
  const { own, both } = titles(groups, number, corpus);
  const [rarest, second] = groups.map((_, i) => i).sort((a, b) => groups[b].mass - groups[a].mass);
  const named = {
    plain: log(is.plain),
    share: log(0.25 + 0.75 * share * share),
    ...is.factors,
    titled: own,
    pageTitled: both,
    lowest: Math.min(1, ...shares),
    rarest: Math.min(1, shares[rarest] ?? 0),
    second: Math.min(1, shares[second] ?? 0),
    "second titled": second !== undefined && has(corpus.titles[number], groups[second].keySet) ? 1 : 0,
    "unsaid title": unsaid(corpus.titles[number], groups),
    "title said": titleSaid(query.text, entry.title),
    glue: log(1 + is.glue),
    page: entry.above === null ? 1 : 0,
    long: log((entry.text.length + 30) / USUAL),
    longTitle: log((corpus.titles[number].length + 1) / 8),
    lists: corpus.lists.has(number) ? 1 : 0,
    thin: is.thin ? 1 : 0,
    missing: is.missing.length / groups.length,
    term: label === GLOSSARY ? is.termed : 0,
    "titled share": own * share,
    "page titled": entry.above === null ? both : 0,
    "whole share": share > 0.95 ? 1 : 0,
  };
  const part = PARTS.exec(entry.at)?.[1];
  if (part) named[`#${part}`] = 1;
  if (LABELS.includes(label)) named[label] = 1;
  for (const frame of query.frames) {
    named[`${frame} told`] = query.told?.has(entry.at) ? 1 : 0;
    if (BY_FRAME.includes(label)) named[`${frame} ${label}`] = 1;
    if (entry.above === null) named[`${frame} page`] = 1;
  }
  if (entry.editions.length && !query.years.size) {
    named.latest = entry.editions.includes(corpus.editions.at(-1)) ? 1 : 0;
  }
  if (query.frames.includes("when") && DAY.test(entry.text)) named["when day"] = 1;
  if (query.frames.includes("much") && FIGURE.test(entry.text)) named["much figure"] = 1;
  return named;
}
