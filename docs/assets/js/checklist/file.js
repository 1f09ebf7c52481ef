/**
 * Checklist files, version 1 (docs/maintain/checklist-file.md): the same document in the store, in a file and in a link.
 * Read with suspicion: what does not fit is refused with a sentence; nothing is guessed.
 */
(function (hyeopchi) {
  "use strict";

  const { dict } = hyeopchi.checklist;
  const FORMAT = "hyeopchi-checklist";
  const VERSION = 1;
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const DATE = /^\d{4}-\d{2}-\d{2}$/;
  const MOST = { district: 40, year: 40, note: 20_000, evidence: 20_000, who: 1_000 };
  const KEYS = {
    document: ["format", "version", "current", "plans"],
    plan: ["id", "district", "year", "moves", "items"],
    entry: ["state", "note", "evidence", "who", "due", "move"],
  };

  /**
   * @typedef {{id: string, district: string, year: string, moves: string[],
   *   items: Record<string, import("./entry").Entry>}} Plan
   * @typedef {{current: string | null, plans: Plan[]}} Document
   */

  /** A refusal: its message is a sentence for the reader. */
  class Refusal extends Error {}

  function demand(condition, sentence) {
    if (!condition) throw new Refusal(sentence);
  }

  function object(value, keys, where) {
    demand(value !== null && typeof value === "object" && !Array.isArray(value), `${where}의 모양이 체크리스트 파일과 달라요.`);
    const foreign = keys && Object.keys(value).find((key) => !keys.includes(key));
    demand(!foreign, `${where}에 모르는 칸(${foreign})이 있어요.`);
    return value;
  }

  function text(value, most, where) {
    demand(value === undefined || typeof value === "string", `${where}에 글이 아닌 것이 있어요.`);
    const clean = (value ?? "").normalize("NFC").replace(/\r\n?/g, "\n");
    demand(clean.length <= most, `${where}의 글이 너무 길어요(${most}자까지).`);
    return clean;
  }

  function id(value, where) {
    demand(typeof value === "string" && value.length <= 120 && ID.test(value), `${where}의 id를 읽을 수 없어요.`);
    return value;
  }

  /** Whether the text is a day of the calendar: 2021-02-30 is none. */
  function isDate(value) {
    const time = DATE.test(value) ? Date.parse(value) : NaN;
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  }

  /** @returns {import("./entry").Entry} */
  function readEntry(value, where) {
    object(value, KEYS.entry, where);
    const entry = {};
    demand([undefined, "none", "doing", "done", "na"].includes(value.state), `${where}에 모르는 상태(${value.state})가 있어요.`);
    if (value.state && value.state !== "none") entry.state = value.state;
    for (const field of ["note", "evidence", "who"]) {
      const found = text(value[field], MOST[field], where);
      if (found) entry[field] = found;
    }
    demand(value.due === undefined || isDate(value.due), `${where}의 기한이 날짜(2021-07-09)가 아니에요.`);
    if (value.due) entry.due = value.due;
    if (value.move !== undefined) entry.move = id(value.move, where);
    return entry;
  }

  function readItems(value, where) {
    const pairs = Object.entries(object(value, null, where)).map(([key, entry]) =>
      [id(key, where), readEntry(entry, `${where}의 ${key}`)]);
    return dict(pairs.filter(([, entry]) => Object.keys(entry).length > 0));
  }

  /** @returns {Plan} */
  function readPlan(value, where) {
    object(value, KEYS.plan, where);
    demand(value.moves === undefined || Array.isArray(value.moves), `${where}의 moves가 목록이 아니에요.`);
    return { id: id(value.id, where), district: text(value.district, MOST.district, where).trim(),
      year: text(value.year, MOST.year, where).trim(), moves: (value.moves ?? []).map((move) => id(move, where)),
      items: readItems(value.items ?? {}, where) };
  }

  /** The first form of this file: ticks of one plan, without its name. */
  function readFirstForm(value) {
    object(value, ["format", "version", "items"], "파일");
    return { current: null, plans: [{ id: "first", district: "", year: "", moves: [], items: readItems(value.items, "파일") }] };
  }

  /** @returns {Document} */
  function readDocument(value) {
    demand(value?.format === FORMAT, "이 길잡이의 체크리스트 파일이 아니에요.");
    demand(Number.isInteger(value.version) && value.version >= 1, "파일의 판 번호(version)를 읽을 수 없어요.");
    demand(value.version <= VERSION, "더 새로운 길잡이에서 만든 파일이에요. 새 길잡이에서 열어 주세요.");
    if (value.plans === undefined && value.items !== undefined) return readFirstForm(value);
    object(value, KEYS.document, "파일");
    demand(Array.isArray(value.plans), "파일에 계획 목록(plans)이 없어요.");
    const plans = value.plans.map((plan, index) => readPlan(plan, `${index + 1}번째 계획`));
    demand(new Set(plans.map((plan) => plan.id)).size === plans.length, "파일에 같은 계획이 두 번 들어 있어요.");
    return { current: value.current === undefined ? null : id(value.current, "파일"), plans };
  }

  /** A value as a document, or the sentence that says why not. @returns {{document: Document | null, problem: string | null}} */
  function fromJson(value) {
    try {
      return { document: readDocument(value), problem: null };
    } catch (error) {
      if (error instanceof Refusal) return { document: null, problem: error.message };
      throw error;
    }
  }

  /** The same for a file's text. */
  function read(source) {
    try {
      return fromJson(JSON.parse(source.replace(/^\uFEFF/, "")));
    } catch {
      return { document: null, problem: "파일이 깨졌거나 체크리스트 파일(JSON)이 아니에요." };
    }
  }

  /** The document as it is kept and sent: items in the order of their ids, so that equal plans give equal files. */
  function toJson({ current, plans }) {
    return { format: FORMAT, version: VERSION, ...(current ? { current } : {}), plans: plans.map((plan) => ({
      id: plan.id, district: plan.district, year: plan.year, moves: plan.moves,
      items: Object.fromEntries(Object.entries(plan.items).sort(([a], [b]) => (a < b ? -1 : 1))),
    })) };
  }

  /** A plan's name, for people. */
  function nameOf({ district, year }) {
    return [district, year && (/^\d+$/.test(year) ? `${year}년` : year)].filter(Boolean).join(" ") || "이름 없는 계획";
  }

  hyeopchi.checklist.file = { FORMAT, KEYS, MOST, fromJson, nameOf, read, toJson };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
