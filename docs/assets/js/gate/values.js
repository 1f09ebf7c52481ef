/**
 * Plain values from outside, each asked for what it has to be. What does not fit is refused with a sentence
 * that begins with its place (`2번째 사업의 1번째 줄`); nothing is guessed.
 */

import { counted, demand, LIMITS } from "./limits.js";
import { clean, shown } from "./text.js";

export const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * A record with none but these keys.
 * @param {string[] | null} keys null: any, up to LIMITS.entries
 * @param {string} whose 이 계산기, 이 도구
 */
export function record(value, keys, where, whose = "이 길잡이") {
  demand(isRecord(value), `${where}의 형식이 ${whose}의 형식과 달라요.`);
  const found = Object.keys(value);
  if (keys === null) {
    demand(
      found.length <= LIMITS.entries,
      () => `${where}에 적힌 것이 너무 많아요. ${counted(LIMITS.entries)}개까지 열 수 있어요.`,
    );
  }
  const foreign = keys ? found.find((key) => !keys.includes(key)) : undefined;
  demand(
    foreign === undefined,
    () => `${where}에 모르는 항목(${shown(foreign)})이 있어요. 직접 고쳤다면 그 항목을 지워 주세요.`,
  );
  return value;
}

/** A list of at most so many; what is left out is empty. */
export function list(value, most, where) {
  demand(value === undefined || Array.isArray(value), `${where}의 목록이 깨졌어요.`);
  demand(
    (value ?? []).length <= most,
    () => `${where}의 목록이 너무 길어요. ${counted(most)}개까지 열 수 있어요.`,
  );
  return value ?? [];
}

/**
 * A text; what is left out is empty.
 * @param {any} value
 * @param {string} where
 * @param {{most?: number, lines?: boolean}} [options] signs, and whether it may have several lines
 */
export function text(value, where, { most = LIMITS.label, lines = false } = {}) {
  demand(value === undefined || typeof value === "string", `${where}의 글이 깨졌어요.`);
  const found = clean(value ?? "", lines);
  demand(found.length <= most, () => `${where}의 글이 너무 길어요. ${counted(most)}자까지 열 수 있어요.`);
  return found;
}

/** A name or an id: a text that is not empty. */
export function name(value, where, what = "id") {
  demand(typeof value === "string", `${where}의 ${what}가 없어요.`);
  const found = text(value, where, { most: LIMITS.name });
  demand(found !== "", `${where}의 ${what}가 없어요.`);
  return found;
}

/** A whole number of 0 or more that JSON holds exactly. */
export function whole(value, most, sentence) {
  demand(Number.isSafeInteger(value) && value >= 0 && value <= most, sentence);
  return value;
}
