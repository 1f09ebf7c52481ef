/**
 * Plan files: the format of macros/models/plan.py (format "hyeopchi-plan", version 1), read with suspicion.
 * What does not fit is refused with a sentence; nothing is guessed and no money is dropped in silence.
 */
(function (hyeopchi) {
  "use strict";

  const FORMAT = "hyeopchi-plan";
  const VERSION = 1;
  const MOST = 10 ** 15;
  const KEYS = {
    plan: ["format", "version", "edition", "title", "reading", "choices", "answers", "projects"],
    project: ["id", "name", "part", "lines"],
    line: ["id", "name", "kind", "also", "amounts"],
    reply: ["answer", "note"],
  };

  /** A refusal: its message is a sentence for the reader. */
  class Refusal extends Error {}

  /**
   * @typedef {{editions: {id: string}[], parts: {id: string}[], kinds: {id: string}[], funds: {id: string}[]}} Known
   * @typedef {{plan: import("./rules/terms").Plan, notes: string[]}} Opened
   */

  function demand(condition, sentence) {
    if (!condition) throw new Refusal(sentence);
  }

  function object(value, keys, where) {
    demand(value !== null && typeof value === "object" && !Array.isArray(value), `${where}의 모양이 이 계산기의 것과 달라요.`);
    const foreign = keys ? Object.keys(value).find((key) => !keys.includes(key)) : undefined;
    demand(foreign === undefined, `${where}에 모르는 항목(${foreign})이 있어요. 손으로 고쳤다면 그 항목을 지워 주세요.`);
    return value;
  }

  function list(value, where) {
    demand(value === undefined || Array.isArray(value), `${where}의 목록이 깨졌어요.`);
    return value ?? [];
  }

  function text(value, where) {
    demand(value === undefined || typeof value === "string", `${where}의 글이 깨졌어요.`);
    return value ?? "";
  }

  /** An id of `terms`, or null with a note when this guide does not know it. */
  function known(value, terms, where, notes) {
    if (value === undefined || value === null) return null;
    if (terms.some((term) => term.id === value)) return value;
    notes.push(`${where}: 이 길잡이에 없는 값(${value})이라 비워 두었어요. 다시 골라 주세요.`);
    return null;
  }

  /** Further kinds of cost that the line's money is: each once, without the line's own 비목. */
  function alsoOf(value, own, kinds, where) {
    const found = list(value, `${where}의 ‘함께 계산할 비목’`);
    for (const kind of found) demand(kinds.some(({ id }) => id === kind), `${where}에 모르는 ‘함께 계산할 비목’(${kind})이 있어요.`);
    return [...new Set(found)].filter((kind) => kind !== own);
  }

  function amounts(value, funds, where) {
    return Object.fromEntries(Object.entries(object(value ?? {}, null, where)).map(([fund, won]) => {
      demand(funds.some(({ id }) => id === fund), `${where}에 모르는 재원(${fund})이 있어요.`);
      demand(won === null || (Number.isSafeInteger(won) && won >= 0 && won <= MOST),
        `${where}의 금액은 0원부터 1,000조 원까지의 정수여야 해요.`);
      return [fund, won === null ? null : BigInt(won)];
    }));
  }

  /** Two things of one id would share one verdict: the second gets an id of its own. */
  function ownId(value, used, where) {
    demand(typeof value === "string" && value !== "", `${where}의 id가 없어요.`);
    let id = value;
    for (let number = 2; used.has(id); number += 1) id = `${value}-${number}`;
    used.add(id);
    return id;
  }

  function readProject(value, index, terms, used, notes) {
    const where = `${index + 1}번째 사업`;
    const record = object(value, KEYS.project, where);
    return {
      id: ownId(record.id, used, where),
      name: text(record.name, where),
      part: known(record.part, terms.parts, where, notes),
      lines: list(record.lines, where).map((line, at) => readLine(line, `${where}의 ${at + 1}번째 줄`, terms, used, notes)),
    };
  }

  function readLine(value, where, terms, used, notes) {
    const record = object(value, KEYS.line, where);
    const kind = known(record.kind, terms.kinds, where, notes);
    return {
      id: ownId(record.id, used, where),
      name: text(record.name, where),
      kind,
      also: alsoOf(record.also, kind, terms.kinds, where),
      amounts: amounts(record.amounts, terms.funds, where),
    };
  }

  function readAnswers(value) {
    return Object.fromEntries(Object.entries(object(value ?? {}, null, "질문의 답")).map(([rule, reply]) => {
      const record = object(reply, KEYS.reply, `질문(${rule})의 답`);
      const answer = record.answer ?? "unknown";
      demand(["yes", "no", "unknown"].includes(answer), `질문(${rule})의 답을 알 수 없어요.`);
      return [rule, { answer, note: text(record.note, "질문의 메모") }];
    }));
  }

  function readChoices(value) {
    const choices = object(value ?? {}, null, "고른 것");
    demand(Object.values(choices).every((option) => option === null || typeof option === "string"), "고른 것의 값이 깨졌어요.");
    return { ...choices };
  }

  /**
   * A plan from plain JSON values. Throws a Refusal.
   * @param {any} value
   * @param {Known} terms
   * @returns {Opened}
   */
  function fromJson(value, terms) {
    demand(value !== null && typeof value === "object" && value.format === FORMAT,
      "이 계산기에서 저장한 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.");
    demand(Number.isInteger(value.version) && value.version >= 1, "파일의 판 번호(version)가 깨졌어요.");
    demand(value.version <= VERSION, "더 새로운 길잡이에서 저장한 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.");
    const record = object(value, KEYS.plan, "파일");
    demand(terms.editions.some(({ id }) => id === record.edition),
      `이 길잡이에는 ${record.edition ?? "그"}년판 규칙이 없어요. 다른 해의 규칙으로 판정하면 틀릴 수 있어 열지 않았어요.`);
    const notes = [];
    const used = new Set();
    const reading = record.reading ?? null;
    demand(reading === null || typeof reading === "string", "읽기 방식의 값이 깨졌어요.");
    const projects = list(record.projects, "사업").map((each, index) => readProject(each, index, terms, used, notes));
    return { notes, plan: {
      edition: record.edition, title: text(record.title, "계획 이름"), reading,
      choices: readChoices(record.choices), answers: readAnswers(record.answers), projects,
    } };
  }

  /**
   * A plan from a file's text: {plan, notes}, or {problem} with a sentence.
   * @param {string} content
   * @param {Known} terms
   */
  function read(content, terms) {
    let value;
    try {
      value = JSON.parse(content.replace(/^\uFEFF/, ""));
    } catch {
      return { problem: "파일이 깨졌거나 이 계산기의 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요." };
    }
    try {
      return fromJson(value, terms);
    } catch (error) {
      if (error instanceof Refusal) return { problem: error.message };
      throw error;
    }
  }

  /** Few lines are of further kinds; a file without them opens in guides of before, too. */
  function lineToJson({ id, name, kind, also, amounts: won }) {
    return { id, name, kind, ...(also.length ? { also } : {}), amounts: Object.fromEntries(
      Object.entries(won).map(([fund, amount]) => [fund, amount === null ? null : Number(amount)])) };
  }

  /** The plan as plain JSON values. Amounts are at most 10**15, which a JSON number holds exactly. */
  function toJson(plan) {
    return { format: FORMAT, version: VERSION, ...plan, projects: plan.projects.map((project) => ({
      ...project, lines: project.lines.map((line) => lineToJson(line)),
    })) };
  }

  hyeopchi.plan = { fromJson, read, toJson };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
