/**
 * A tool's file (format "hyeopchi-sheet", version 2; docs/maintain/sheet-files.md): what was typed, as it was
 * typed, so that nothing is lost, not even what cannot be read. Files and the store are read with suspicion;
 * what does not fit is refused with a sentence.
 */

import { demand, guarded, LIMITS } from "../gate/limits.js";
import { shown } from "../gate/text.js";
import * as values from "../gate/values.js";

const { list, text } = values;
const FORMAT = "hyeopchi-sheet";
export const VERSION = 2;
const KEYS = [
  "format",
  "version",
  "tool",
  "edition",
  "title",
  "values",
  "lines",
  "complete",
  "ledger",
  "answers",
  "readings",
  "agendas",
  "weights",
  "top",
  "part",
];
const LINE = ["project", "item", "nature", "before", "after"];
const LEDGER = ["date", "what", "amount", "decided"];
export const MOST_ROWS = LIMITS.rows;
export const BROKEN =
  "파일이 깨졌거나 이 도구의 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.";

const record = (value, keys, where) => values.record(value, keys, where, "이 도구");

/** Texts by id, for ids that `known` has. */
function texts(value, known, where) {
  return Object.fromEntries(
    Object.entries(record(value ?? {}, null, where)).map(([id, typed]) => {
      demand(known.includes(id), () => `${where}에 모르는 항목(${shown(id)})이 있어요.`);
      return [id, text(typed, where)];
    }),
  );
}

function line(value, index) {
  const found = record(value, LINE, `${index + 1}번째 줄`);
  const nature = found.nature ?? null;
  demand([null, "current", "capital"].includes(nature), `${index + 1}번째 줄의 경상·자본을 알 수 없어요.`);
  const typed = Object.fromEntries(
    ["project", "item", "before", "after"].map((key) => [key, text(found[key], `${index + 1}번째 줄`)]),
  );
  return { ...typed, nature };
}

function entry(value, index) {
  const where = `변경 대장의 ${index + 1}번째 줄`;
  const found = record(value, LEDGER, where);
  return Object.fromEntries(LEDGER.map((key) => [key, text(found[key], where)]));
}

/**
 * The answers to facts; those to questions whose sense has changed are put aside, their notes with what is
 * asked now.
 */
function answers(value, data) {
  const replies = Object.entries(record(value ?? {}, null, "질문의 답")).map(([id, reply]) => ({
    id,
    reply: replyOf(id, reply, data),
  }));
  const found = Object.fromEntries(
    replies.filter(({ id }) => !Object.hasOwn(data.retired, id)).map(({ id, reply }) => [id, reply]),
  );
  for (const { id, reply: { note } } of replies) {
    const heir = data.retired[id]?.now[0];
    if (heir && note && !found[heir]?.note) found[heir] = { answer: "unknown", ...found[heir], note };
  }
  return found;
}

function replyOf(id, reply, data) {
  const fact = data.facts.find((one) => one.id === id);
  demand(fact || Object.hasOwn(data.retired, id), () => `이 길잡이에 없는 질문(${shown(id)})의 답이 있어요.`);
  const { answer = "unknown", note } = record(reply, ["answer", "note"], "질문의 답");
  const known = fact?.options.length ? fact.options.map((option) => option.id) : ["yes", "no"];
  demand(
    [...known, "unknown"].includes(answer),
    () => `질문(${shown(id)})의 답을 알 수 없어요. ${known.join(", ")}, unknown 가운데 하나여야 해요.`,
  );
  return { answer, note: text(note, "메모") };
}

/**
 * The questions of an earlier file that were answered and mean something else today, in a sentence; null
 * without any.
 */
export function askedAnew(value, data) {
  const old = Object.entries(data.retired ?? {}).filter(([id]) =>
    ["yes", "no"].includes(value?.answers?.[id]?.answer)
  );
  return old.length === 0
    ? null
    : `질문의 뜻이 바뀌어 다시 답해야 하는 것이 있어요(확인 필요): ${
      old.map(([, { question }]) => `‘${question}’`).join(", ")
    }`;
}

function agenda(value, index, criteria) {
  const found = record(value, ["name", "scores"], `${index + 1}번째 의제`);
  return { name: text(found.name, "의제의 이름"), scores: texts(found.scores, criteria, "점수") };
}

/** The state in plain values, checked. Throws a Refusal. */
export function read(value, data) {
  demand(
    value !== null && typeof value === "object" && value.format === FORMAT,
    "이 도구에서 저장한 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.",
  );
  demand(value.tool === data.tool, `다른 도구에서 저장한 파일이에요. 이 도구는 ‘${data.title}’이에요.`);
  demand(
    Number.isInteger(value.version) && value.version >= 1,
    "파일의 버전 번호(version)를 읽을 수 없어요.",
  );
  demand(
    value.version <= VERSION,
    "더 새로운 길잡이에서 저장한 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.",
  );
  record(value, KEYS, "파일");
  const common = { tool: data.tool, title: text(value.title, "이름") };
  if (data.criteria) return { ...common, ...priorities(value, data) };
  demand(
    data.editions.some(({ id }) => id === value.edition),
    `이 길잡이에는 ${typeof value.edition === "string" ? shown(value.edition) : "그"}년판 규칙이 없어요.`,
  );
  const part = partOf(value.part ?? null, value.edition, data);
  const fields = data.groups.flatMap((group) => group.fields.map(({ id }) => id));
  const rules = Object.keys(data.texts);
  const readings = texts(value.readings, rules, "해석 기준");
  demand(
    Object.entries(readings).every(([rule, id]) => Object.hasOwn(data.texts[rule].readings ?? {}, id)),
    "해석 기준을 알 수 없어요.",
  );
  return {
    ...common,
    edition: value.edition,
    ...data.parts.length ? { part } : {},
    values: texts(value.values, fields, "칸"),
    lines: list(value.lines, MOST_ROWS, "줄").map(line),
    ...table(value, data),
    answers: answers(value.answers, data),
    readings,
  };
}

/** What is judged, for a sheet with parts; null where it has not been chosen. */
function partOf(part, edition, data) {
  const known = data.parts.filter(({ editions }) => editions.includes(edition)).map(({ id }) => id);
  demand(
    part === null || known.includes(part),
    `${edition}년판에는 점검 대상(part)에 ‘${shown(part)}’이 없어요. ${
      known.join(", ") || "이 도구에는 적지 않아요"
    }.`,
  );
  return part;
}

/** What only a sheet with a table before and after holds. */
function table(value, data) {
  if (!data.lines) return {};
  demand(
    [undefined, true, false].includes(value.complete),
    "표에 모든 줄이 있는지(complete)는 true나 false여야 해요.",
  );
  return { complete: value.complete ?? false, ledger: list(value.ledger, MOST_ROWS, "변경 대장").map(entry) };
}

function priorities(value, data) {
  const criteria = data.criteria.map(({ id }) => id);
  return {
    top: text(value.top, "만점"),
    weights: texts(value.weights, criteria, "가중치"),
    agendas: list(value.agendas, MOST_ROWS, "의제").map((one, index) => agenda(one, index, criteria)),
  };
}

/**
 * A state from plain values: {state, told}, `told` what is to be answered anew; or {problem} with a sentence.
 */
export function fromJson(value, data) {
  const { value: state, problem } = guarded(() => read(value, data));
  return state ? { state, told: askedAnew(value, data) } : { problem };
}

export function toJson(state) {
  return { format: FORMAT, version: VERSION, ...state };
}
