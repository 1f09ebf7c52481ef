/**
 * A sheet from a link of another day: what this guidebook no longer knows is left out and counted, the rest
 * is kept.
 */

import * as sheetFile from "./file.js";

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The entries that fit; the others are counted by `lose`. */
function only(value, fits, lose) {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([id, typed]) => fits(id, typed) || lose()));
}

function scoring(plain, data, lose) {
  const known = (id) => data.criteria.some((one) => one.id === id);
  const agendas = Array.isArray(plain.agendas)
    ? plain.agendas.map((one) => (isObject(one) ? { ...one, scores: only(one.scores, known, lose) } : one))
    : plain.agendas;
  return { weights: only(plain.weights, known, lose), agendas };
}

function judged(plain, data, lose) {
  const edition = data.editions.some(({ id }) => id === plain.edition)
    ? plain.edition
    : data.editions.at(-1).id;
  if (edition !== plain.edition) lose();
  const isRule = (id) => Object.hasOwn(data.texts, id);
  const isFact = (id) => data.facts.some((fact) => fact.id === id) || Object.hasOwn(data.retired, id);
  const part = data.parts.find(({ id, editions }) => id === plain.part && editions.includes(edition))?.id ??
    null;
  if (data.parts.length && part !== plain.part) lose();
  return {
    edition,
    ...data.parts.length ? { part } : {},
    values: only(plain.values, (id) => data.fields.has(id), lose),
    answers: only(plain.answers, isFact, lose),
    readings: only(
      plain.readings,
      (id, reading) => isRule(id) && Object.hasOwn(data.texts[id].readings ?? {}, reading),
      lose,
    ),
  };
}

/**
 * @param {any} plain the values in a link @param {any} data the page's
 * @returns {{state?: any, problem: string | null}} `problem` says what was left out, or why nothing was taken
 */
function fitting(plain, data) {
  if (isObject(plain) && typeof plain.tool === "string" && plain.tool !== data.tool) {
    return { problem: `다른 도구의 링크예요. 이 도구는 ‘${data.title}’이에요.` };
  }
  const strict = sheetFile.fromJson(plain, data);
  if (strict.state || !isObject(plain)) return { problem: strict.told ?? null, ...strict };
  let lost = 0;
  const lose = () => {
    lost += 1;
    return false;
  };
  const parts = data.criteria ? scoring(plain, data, lose) : judged(plain, data, lose);
  const found = sheetFile.fromJson({ ...plain, ...parts }, data);
  if (!found.state) {
    return { problem: "링크의 내용이 이 도구와 맞지 않아서 열지 못했어요. 보낸 분께 파일로 받아 주세요." };
  }
  return {
    state: found.state,
    problem: `링크에 든 것 가운데 이 길잡이에 없는 칸이나 답 ${lost}개는 빠졌으니 확인해 주세요.`,
  };
}

export { fitting as sheetFitting };
