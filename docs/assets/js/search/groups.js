/**
 * Results as a reader sees them: a page once, with its fitting parts; how many there are of each kind and
 * edition.
 */

import { pageOf } from "./pages.js";

/** Records that stand together on a page are each a thing of their own. */
const RECORDS = new Set(["규칙", "협약 조문", "용어", "일정", "서식", "체크리스트", "문서 간 차이"]);
/** So many further parts of a page are named. */
const PARTS = 3;
/** What fits less than this share of the third best is no result to count. */
const COUNTED = 0.25;
/** With fewer that fit, those that fit less are shown as well, at most so many. */
const FEW = 5;
const WEAK_SHOWN = 8;

const page = ({ entry }) => pageOf(entry.at);
const isRecord = ({ entry }) => entry.at.includes("#") && RECORDS.has(entry.label[0]);

/** Each result that opens a group, with the further parts of its page that are no records. */
export function grouped(results) {
  const pages = new Map();
  const groups = [];
  for (const result of results) {
    const first = isRecord(result) ? null : pages.get(page(result));
    if (first) {
      if (first.parts.length < PARTS && !result.weak) first.parts.push(result);
      continue;
    }
    const group = { ...result, parts: [] };
    groups.push(group);
    if (!isRecord(result)) pages.set(page(result), group);
  }
  return groups;
}

/**
 * What is shown of the results, best first: `groups`, and how many of them fit well (`count`).
 * @param {any[]} results what `Engine.search` gave
 */
export function shown(results) {
  const strong = results.filter(({ weak }) => !weak);
  const weak = strong.length < FEW ? results.filter((result) => result.weak).slice(0, WEAK_SHOWN) : [];
  const groups = grouped([...strong, ...weak]);
  const good = groups.filter((group) => !group.weak).map(({ score }) => score).sort((a, b) => b - a);
  const least = COUNTED * (good[2] ?? 0);
  return {
    groups,
    count: good.filter((score) => score >= least).length,
    weak: groups.filter((group) => group.weak).length,
  };
}
