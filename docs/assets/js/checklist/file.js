/**
 * Checklist files (docs/maintain/checklist-file.md): the same document in the store, in a file and in a link.
 * Read with suspicion: what does not fit is refused with a sentence; nothing is guessed.
 */

import { demand, guarded, guardedLater, LIMITS, over } from "../gate/limits.js";
import { fromFile, fromText } from "../gate/sources.js";
import { shown } from "../gate/text.js";
import { atOnce, inTurns } from "../gate/turns.js";
import * as values from "../gate/values.js";
import { dict, FIELDS } from "./entry.js";

export const FORMAT = "hyeopchi-checklist";
// 2 knows what a plan is about and its next meeting; without them a file is still one of version 1.
const VERSION = 2;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const PIECE = 16; // items that are read at once
export const MOST = { district: 40, year: 40, note: LIMITS.text, evidence: LIMITS.text, who: 1_000 };
export const KEYS = {
  document: ["format", "version", "current", "plans"],
  plan: ["id", "district", "year", "edition", "checklists", "meeting", "moves", "items"],
  entry: ["state", "note", "evidence", "who", "due", "move"],
};

/**
 * @typedef {{id: string, district: string, year: string, edition?: string, checklists?: string[], meeting?:
 *   string, moves: string[], items: Record<string, import("./entry.js").Entry>}} Plan
 * @typedef {{current: string | null, plans: Plan[]}} Document
 */

const BROKEN = "파일이 깨졌거나 체크리스트 파일(JSON)이 아니에요.";

const record = (value, keys, where) => values.record(value, keys, where, "체크리스트 파일");
const text = (value, most, where) => values.text(value, where, { most, lines: true });

function id(value, where) {
  demand(
    typeof value === "string" && value.length <= LIMITS.name && ID.test(value),
    () => `${where}의 id를 읽을 수 없어요.`,
  );
  return value;
}

/** Whether the text is a day of the calendar: 2021-02-30 is none. */
function isDate(value) {
  const [, year, month, day] = (typeof value === "string" ? DATE.exec(value) : null) ?? [];
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = Number(month) === 2 && leap ? 29 : DAYS[Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= days;
}

/** @returns {import("./entry.js").Entry} */
function readEntry(value, where) {
  record(value, KEYS.entry, where);
  const entry = {};
  demand(
    [undefined, "none", "doing", "done", "na"].includes(value.state),
    () => `${where}에 모르는 상태(${shown(value.state)})가 있어요.`,
  );
  if (value.state && value.state !== "none") entry.state = value.state;
  for (const field of ["note", "evidence", "who"]) {
    const found = text(value[field], MOST[field], where);
    if (found) entry[field] = found;
  }
  demand(
    value.due === undefined || isDate(value.due),
    () => `${where}의 기한이 날짜(2021-07-09)가 아니에요.`,
  );
  if (value.due) entry.due = value.due;
  if (value.move !== undefined) entry.move = id(value.move, where);
  return entry;
}

/** Gives way after some items, as do those that read items by it. */
function* readItems(value, where) {
  demand(values.isRecord(value), `${where}의 형식이 체크리스트 파일과 달라요.`);
  const pairs = [];
  for (const [key, entry] of Object.entries(value)) {
    pairs.push([id(key, where), readEntry(entry, `${where}의 ${key}`)]);
    if (pairs.length % PIECE === 0) yield;
  }
  return dict(pairs.filter(([, entry]) => Object.keys(entry).length > 0));
}

/** What the plan is about, and the day of its next meeting; each is left out when nobody has said. */
function readAbout(value, where) {
  demand(
    value.edition === undefined || /^\d{4}$/.test(value.edition),
    () => `${where}의 적용 연도가 네 자리 연도가 아니에요.`,
  );
  demand(
    value.meeting === undefined || isDate(value.meeting),
    () => `${where}의 회의 날짜가 날짜(2021-07-09)가 아니에요.`,
  );
  return {
    ...(value.edition && { edition: value.edition }),
    ...(value.meeting && { meeting: value.meeting }),
    ...(value.checklists &&
      { checklists: values.list(value.checklists, LIMITS.entries, where).map((one) => id(one, where)) }),
  };
}

/** @returns {Generator<void, Plan>} */
function* readPlan(value, where) {
  record(value, KEYS.plan, where);
  return {
    id: id(value.id, where),
    district: text(value.district, MOST.district, where).trim(),
    year: text(value.year, MOST.year, where).trim(),
    moves: values.list(value.moves, LIMITS.entries, where).map((move) => id(move, where)),
    ...readAbout(value, where),
    items: yield* readItems(value.items ?? {}, where),
  };
}

/** The first form of this file: ticks of one plan, without its name. */
function* readFirstForm(value) {
  record(value, ["format", "version", "items"], "파일");
  return {
    current: null,
    plans: [{ id: "first", district: "", year: "", moves: [], items: yield* readItems(value.items, "파일") }],
  };
}

/** How much plans hold, before any of it is read or kept. Throws a Refusal. @param {any[]} plans */
export function measure(plans) {
  const noted = plans.map((plan) => values.isRecord(plan?.items) ? Object.keys(plan.items).length : 0);
  demand(
    noted.every((count) => count <= LIMITS.noted),
    over("계획 하나에 적은 항목이", LIMITS.noted, "개"),
  );
  demand(
    noted.reduce((sum, count) => sum + count, 0) <= LIMITS.items,
    over("적은 항목이", LIMITS.items, "개"),
  );
}

/** Whether what was joined of several texts can be read again. Throws a Refusal. @param {Plan[]} plans */
export function measureTexts(plans) {
  for (const { items } of plans) {
    for (const entry of Object.values(items)) {
      for (const name of ["note", "evidence", "who"]) {
        demand(
          (entry[name] ?? "").length <= MOST[name],
          over(`‘${FIELDS[name]}’에 적은 글이`, MOST[name], "자"),
        );
      }
    }
  }
}

/** @returns {Generator<void, Document>} */
function* readDocument(value) {
  demand(value?.format === FORMAT, "이 길잡이의 체크리스트 파일이 아니에요.");
  demand(
    Number.isInteger(value.version) && value.version >= 1,
    "파일의 버전 번호(version)를 읽을 수 없어요.",
  );
  demand(value.version <= VERSION, "더 새로운 길잡이에서 만든 파일이에요. 새 길잡이에서 열어 주세요.");
  if (value.plans === undefined && value.items !== undefined) {
    measure([value]);
    return yield* readFirstForm(value);
  }
  record(value, KEYS.document, "파일");
  demand(Array.isArray(value.plans), "파일에 계획 목록(plans)이 없어요.");
  measure(value.plans);
  const plans = [];
  for (const plan of values.list(value.plans, LIMITS.plans, "파일")) {
    plans.push(yield* readPlan(plan, `${plans.length + 1}번째 계획`));
  }
  demand(
    new Set(plans.map((plan) => plan.id)).size === plans.length,
    "파일에 같은 계획이 두 번 들어 있어요.",
  );
  return { current: value.current === undefined ? null : id(value.current, "파일"), plans };
}

const opened = ({ value, problem }) => ({ document: value, problem });

/**
 * A value as a document, or the sentence that says why not.
 * @returns {{document: Document | null, problem: string | null}}
 */
export const fromJson = (value) => opened(guarded(() => atOnce(readDocument(value))));

/** The same in slices, between which the page answers. */
export const fromJsonInTurns = async (value) =>
  opened(await guardedLater(() => inTurns(readDocument(value))));

/** The same for a text. @param {string} source */
export const read = (source) => opened(fromText(source, (plain) => atOnce(readDocument(plain)), BROKEN));

/** The same for a file. @param {File} file */
export const open = async (file) =>
  opened(await fromFile(file, (plain) => inTurns(readDocument(plain)), BROKEN));

/**
 * The document as it is kept and sent: items in the order of their ids, so that equal plans give equal files.
 */
export function toJson({ current, plans }) {
  const version = plans.some((plan) => plan.edition || plan.checklists || plan.meeting) ? VERSION : 1;
  return {
    format: FORMAT,
    version,
    ...(current ? { current } : {}),
    plans: plans.map((plan) => ({
      id: plan.id,
      district: plan.district,
      year: plan.year,
      ...(plan.edition && { edition: plan.edition }),
      ...(plan.checklists && { checklists: plan.checklists }),
      ...(plan.meeting && { meeting: plan.meeting }),
      moves: [...plan.moves].sort(), // a set: the same file whatever way it came
      items: Object.fromEntries(Object.entries(plan.items).sort(([a], [b]) => (a < b ? -1 : 1))),
    })),
  };
}

/** A plan's name, for people. */
export function nameOf({ district, year }) {
  return [district, year && (/^\d+$/.test(year) ? `${year}년` : year)].filter(Boolean).join(" ") ||
    "이름 없는 계획";
}
