/**
 * Plan files: the format of macros/models/plan.py (format "hyeopchi-plan", version 1), read with suspicion.
 * What does not fit is refused with a sentence; nothing is guessed and no money is dropped in silence.
 */

import { demand, LIMITS, over } from "./gate/limits.js";
import { fromText } from "./gate/sources.js";
import { shown } from "./gate/text.js";
import { list, name, record, text, whole } from "./gate/values.js";
import { settled } from "./plan-ids.js";

const FORMAT = "hyeopchi-plan";
const VERSION = 1;
const MOST = 10 ** 15;
const KEYS = {
  plan: [
    "format",
    "version",
    "edition",
    "title",
    "basis",
    "grant",
    "reading",
    "choices",
    "answers",
    "projects",
  ],
  project: ["id", "name", "part", "lines"],
  line: ["id", "name", "kind", "subject", "also", "amounts"],
  reply: ["answer", "note"],
};
const WHOSE = "이 계산기";
const FOREIGN = "이 계산기에서 저장한 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.";
export const BROKEN =
  "파일이 깨졌거나 이 계산기의 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.";

/**
 * @typedef {{editions: {id: string}[], parts: {id: string}[], kinds: {id: string}[], funds: {id: string}[],
 *   choices: {id: string, label: string, options: {id: string}[]}[], texts: Record<string, {kind: string,
 *   readings?: Record<string, string>}>}} Known
 * @typedef {{plan: import("./rules/terms.js").Plan, notes: string[]}} Opened
 */

/** An id of `terms`, or null with a note when this guide does not know it. */
function known(value, terms, where, notes) {
  if (value === undefined || value === null) return null;
  demand(typeof value === "string", `${where}의 값이 깨졌어요.`);
  if (terms.some((term) => term.id === value)) return value;
  notes.push(`${where}: 이 길잡이에 없는 값(${shown(value)})이라 비워 두었어요. 다시 골라 주세요.`);
  return null;
}

/** Further kinds of cost that the line's money is: each once, without the line's own 비목. */
function alsoOf(value, own, kinds, where) {
  const found = list(value, LIMITS.entries, `${where}의 ‘함께 계산할 비목’`);
  for (const kind of found) {
    demand(
      kinds.some(({ id }) => id === kind),
      () => `${where}에 모르는 ‘함께 계산할 비목’(${shown(kind)})이 있어요.`,
    );
  }
  return [...new Set(found)].filter((kind) => kind !== own);
}

/** Whole won, or null for money that is not known. */
function amount(won, where) {
  return won === null
    ? null
    : BigInt(whole(won, MOST, `${where}의 금액은 0원부터 1,000조 원까지의 정수여야 해요.`));
}

function amounts(value, funds, where) {
  return Object.fromEntries(
    Object.entries(record(value ?? {}, null, where, WHOSE)).map(([fund, won]) => {
      demand(funds.some(({ id }) => id === fund), () => `${where}에 모르는 재원(${shown(fund)})이 있어요.`);
      return [fund, amount(won, where)];
    }),
  );
}

/**
 * Two things of one id would share one verdict: the second gets an id of its own.
 * @param {Map<string, number>} used with the next number
 */
function ownId(value, used, where) {
  const given = name(value, where);
  let id = given;
  let number = used.get(given) ?? 2;
  for (; used.has(id); number += 1) id = `${given}-${number}`;
  used.set(given, number);
  if (id !== given) used.set(id, 2);
  return id;
}

function readProject(value, index, terms, used, notes) {
  const where = `${index + 1}번째 사업`;
  const found = record(value, KEYS.project, where, WHOSE);
  return {
    id: ownId(found.id, used, where),
    name: text(found.name, where),
    part: known(found.part, terms.parts, where, notes),
    lines: list(found.lines, LIMITS.lines, where).map((line, at) =>
      readLine(line, `${where}의 ${at + 1}번째 줄`, terms, used, notes)
    ),
  };
}

function readLine(value, where, terms, used, notes) {
  const found = record(value, KEYS.line, where, WHOSE);
  const kind = known(found.kind, terms.kinds, where, notes);
  return {
    id: ownId(found.id, used, where),
    name: text(found.name, where),
    kind,
    subject: text(found.subject, `${where}의 통계목`),
    also: alsoOf(found.also, kind, terms.kinds, where),
    amounts: amounts(found.amounts, terms.funds, where),
  };
}

function readAnswers(value) {
  return Object.fromEntries(
    Object.entries(record(value ?? {}, null, "질문의 답", WHOSE)).map(([rule, reply]) => {
      const found = record(reply, KEYS.reply, `질문(${shown(rule)})의 답`, WHOSE);
      const answer = found.answer ?? "unknown";
      demand(["yes", "no", "unknown"].includes(answer), () => `질문(${shown(rule)})의 답을 알 수 없어요.`);
      return [rule, { answer, note: text(found.note, "질문의 메모") }];
    }),
  );
}

function readChoices(value) {
  return Object.fromEntries(
    Object.entries(record(value ?? {}, null, "선택 항목", WHOSE)).map((
      [id, option],
    ) => [id, option === null ? null : name(option, "선택 항목", "값")]),
  );
}

/** How much a plan holds, before any of it is read. */
function measure(projects) {
  const lines = projects.reduce((sum, each) => sum + (Array.isArray(each?.lines) ? each.lines.length : 0), 0);
  demand(lines <= LIMITS.lines, over("계획의 줄이", LIMITS.lines, "줄"));
  return projects;
}

/**
 * A plan from plain JSON values. Throws a Refusal.
 * @param {any} value
 * @param {Known} terms
 * @returns {Opened}
 */
export function fromJson(value, terms) {
  demand(value !== null && typeof value === "object" && value.format === FORMAT, FOREIGN);
  demand(
    Number.isInteger(value.version) && value.version >= 1,
    "파일의 버전 번호(version)를 읽을 수 없어요.",
  );
  demand(
    value.version <= VERSION,
    "더 새로운 길잡이에서 저장한 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.",
  );
  const found = record(value, KEYS.plan, "파일", WHOSE);
  demand(
    terms.editions.some(({ id }) => id === found.edition),
    `이 길잡이에는 ${
      typeof found.edition === "string" ? shown(found.edition) : "그"
    }년판 규칙이 없어요. 다른 연도의 규칙으로 판정하면 틀릴 수 있어 열지 않았어요.`,
  );
  const notes = [];
  const used = new Map();
  const reading = found.reading ?? null;
  text(found.basis, "파일의 안내", { most: LIMITS.text }); // said in the file for people; nothing is read from it
  const projects = measure(list(found.projects, LIMITS.projects, "사업")).map((each, index) =>
    readProject(each, index, terms, used, notes)
  );
  return {
    notes,
    plan: settled(
      {
        edition: found.edition,
        title: text(found.title, "계획 이름"),
        grant: amount(found.grant ?? null, "시비 지원금"),
        reading: reading === null ? null : name(reading, "해석 기준", "값"),
        choices: readChoices(found.choices),
        answers: readAnswers(found.answers),
        projects,
      },
      terms,
      notes,
    ),
  };
}

/**
 * A plan from a file's text: {plan, notes}, or {problem} with a sentence.
 * @param {string} content
 * @param {Known} terms
 */
export function read(content, terms) {
  const { value, problem } = fromText(content, (plain) => fromJson(plain, terms), BROKEN);
  return value ?? { problem };
}

/** Few lines are of further kinds or name a subject; a file without them opens in guides of before, too. */
function lineToJson({ id, name, kind, subject, also, amounts: won }) {
  return {
    id,
    name,
    kind,
    ...(subject ? { subject } : {}),
    ...(also.length ? { also } : {}),
    amounts: Object.fromEntries(
      Object.entries(won).map(([fund, amount]) => [fund, amount === null ? null : Number(amount)]),
    ),
  };
}

/** The plan as plain JSON values. Amounts are at most 10**15, which a JSON number holds exactly. */
export function toJson(plan) {
  const { grant, ...rest } = plan;
  return {
    format: FORMAT,
    version: VERSION,
    ...rest,
    ...(grant === null ? {} : { grant: Number(grant) }),
    projects: plan.projects.map((project) => ({
      ...project,
      lines: project.lines.map((line) => lineToJson(line)),
    })),
  };
}
