/**
 * How a place in a plan is named and how what stands there is said, for all tools.
 */

import { isList, isRecord, of } from "./merge.js";

const NAMES = { district: "자치구", year: "연도", version: "버전" };

/** A value in words; what is a record or a list of several parts is told by what is in it. */
export function fieldText(value) {
  if (value === undefined) return "없음(지움)";
  if (value === null || value === "") return "빈칸";
  if (isList(value)) return value.length > 0 ? value.map(fieldText).join(", ") : "빈칸";
  if (!isRecord(value)) return value === true ? "예" : value === false ? "아니요" : String(value);
  const { id: _, ...parts } = value;
  const texts = Object.values(parts).filter((part) => !isRecord(part) || Object.keys(part).length > 0).map(
    fieldText,
  );
  return texts.filter((text) => text !== "빈칸").join(" · ") || "빈칸";
}

/**
 * `‘골목 순찰’ 사업 › ‘인건비’ 줄 › 시비`
 * @param {(string | number)[]} path @param {any} plan
 * @param {Record<string, (path: any, state: any) => (string | null | undefined)[]>} places by the state's
 *   field, each of a path as long as that has it
 */
export function namePlace([top, field, ...path], plan, places) {
  if (top !== "state") return of(NAMES, top) ?? String(top);
  const found = (places[field] ?? (() => []))(path, plan.state).filter(Boolean);
  return found.join(" › ") || "내용";
}
