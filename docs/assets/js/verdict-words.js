/**
 * What every verdict is called, of a plan and of a sheet alike (macros/words/verdicts.py says the same).
 */

import * as money from "./money.js";
import { FLOOR, unmeasured } from "./rules/judge.js";

export const OPERATORS = {
  at_most: "이내",
  below: "미만",
  at_least: "이상",
  above: "초과",
  equal: "와 같게",
};
const COMPARED = { ok: "기준 충족", fail: "기준 미충족", unknown: "확인 필요", na: "해당 없음" };
export const ANSWERS = { yes: "예", no: "아니요", unknown: "모름" };

/**
 * What a verdict is called, with its sign. What a rule that only informs says is no judgement, and is counted
 * nowhere.
 */
export const LEVELS = {
  breach: { word: "위반", sign: "✕" },
  care: { word: "주의", sign: "!" },
  unknown: { word: "확인 필요", sign: "?" },
  ok: { word: "준수", sign: "✓" },
  na: { word: "해당 없음", sign: "–" },
  info: { word: "참고", sign: "i" },
};

/**
 * A failed prohibition is a breach, any other failure calls for care; what only informs does not judge.
 * @returns {"breach" | "care" | "unknown" | "ok" | "na" | "info"}
 */
export function levelOf(status, severity) {
  if (severity === "info") return "info";
  if (status !== "fail") return status;
  return severity === "prohibited" ? "breach" : "care";
}

/**
 * What a sheet's verdict is called: `위반`; of what only informs with the rule's own word, `참고: 가점 없음`.
 * @param {{severity: string, results?: Record<string, string>}} texts the rule's
 */
export function saidOf(status, texts) {
  const { word } = LEVELS[levelOf(status, texts.severity)];
  const own = texts.results?.[status];
  return own ? `${word}: ${own}` : word;
}

/** What the verdict is called; of what only informs, whether it is as it says. */
export function wordOf(status, severity) {
  const level = levelOf(status, severity);
  return level === "info" ? COMPARED[status] : LEVELS[level].word;
}

/**
 * The verdict's level. What is kept as it is read here, but cannot be measured as it may be read too, is
 * open.
 * @param {{status: string, readings: [string, string][]}} found
 */
export function standing(found, severity) {
  return levelOf(unmeasured(found) ? "unknown" : found.status, severity);
}

/**
 * A share in percent with two decimals, rounded away from its verdict: what fails never shows as the limit.
 * @returns {string | null} null when there is no whole
 */
export function percent(operator, status, part, whole) {
  if (whole === 0n) return null;
  const up = FLOOR.has(operator) ? operator === "above" && status === "ok" : status === "fail";
  const hundredths = (part * 10000n + (up ? whole - 1n : 0n)) / whole;
  const rest = String(hundredths % 100n).padStart(2, "0").replace(/0+$/, "");
  return `${money.format(hundredths / 100n)}${rest ? `.${rest}` : ""}%`;
}
