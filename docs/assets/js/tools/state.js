/**
 * A sheet's state (texts as typed) and what follows from it: figures, verdicts, errors. Pure functions.
 */

import { changeFigures } from "../rules/change.js";
import { contradictions } from "../rules/bounds.js";
import { sheetCells } from "../rules/cells.js";
import { loadSheet } from "../rules/terms.js";
import { judgeSheet } from "../rules/outcomes.js";
import { parse } from "./number.js";
import { outcomeWords } from "./outcome-words.js";

const NOTHING = {
  rules: [],
  facts: [],
  checks: [],
  outcomes: [],
  subjects: [],
  applies_at: [],
  together: false,
}; // no part is chosen
export const WON = { unit: "won", least: 0, most: null };

/**
 * @typedef {{project: string, item: string, nature: string | null, before: string, after: string}} Line
 * @typedef {{date: string, what: string, amount: string, decided: string}} Entry an earlier change of the
 *   year
 * @typedef {{tool: string, edition: string, title: string, values: Record<string, string>, lines: Line[],
 *   complete?: boolean, ledger?: Entry[], answers: Record<string, {answer: string, note: string}>, readings:
 *   Record<string, string>}} State `complete`: the lines are all the lines of their projects. Only a sheet
 *   with lines has it, and a ledger.
 */

/** @returns {State} */
export function empty(data, edition = data.editions.at(-1).id, part = null) {
  return {
    tool: data.tool,
    edition,
    ...data.parts.length ? { part } : {},
    title: "",
    values: {},
    lines: [],
    ...data.lines ? { complete: false, ledger: [] } : {},
    answers: {},
    readings: {},
  };
}

export function fromExample(data, { title, edition, part, values, lines, complete, answers }) {
  return {
    ...empty(data, edition, part),
    title,
    values: { ...values },
    lines: lines.map((line) => ({ ...line })),
    ...data.lines ? { complete } : {},
    answers: structuredClone(answers),
  };
}

/** The page's rules, loaded once. */
export function load(data) {
  const fields = new Map(data.groups.flatMap((group) => group.fields).map((field) => [field.id, field]));
  return {
    ...data,
    fields,
    rules: Object.fromEntries(Object.entries(data.rules).map(([id, sheet]) => [id, loadSheet(sheet)])),
  };
}

/** What is judged at once: the edition, or the chosen part of it. */
export function scopeOf({ edition, part }) {
  return part ? `${edition}-${part}` : edition;
}

/** The groups of fields that the edition and the chosen part ask for. */
export function groupsOf(data, { edition, part = null }) {
  return data.groups.filter((group) =>
    (!group.editions.length || group.editions.includes(edition)) && group.of_part === part &&
    (part !== null || !data.parts.length)
  );
}

/** A line's money; a line without any is not there yet, one blank of two is 0. */
function movedLine({ project, nature, before, after }) {
  const [from, to] = [before, after].map((text) => parse(text, WON));
  if (from.blank && to.blank) return null;
  return {
    project: project.trim().normalize("NFC"),
    nature,
    before: from.blank ? 0n : from.value,
    after: to.blank ? 0n : to.value,
  };
}

/** The won of the ledger's entries; none is known while they are of several years. */
function ledgerWon(ledger) {
  const entries = ledger.filter((entry) => Object.values(entry).some((text) => text.trim() !== ""));
  const years = new Set(entries.map(({ date }) => date.slice(0, 4)).filter(Boolean));
  return entries.map(({ amount }) => years.size > 1 ? null : parse(amount, WON).value);
}

/**
 * The figures of all fields that are asked for and filled; `fromLines` are the fields that table and ledger
 * fill.
 */
function figuresOf(data, state) {
  /** @type {Record<string, bigint | null>} */
  const typed = {};
  for (const field of groupsOf(data, state).flatMap((group) => group.fields)) {
    const { value, blank } = parse(state.values[field.id] ?? "", field);
    if (!blank) typed[field.id] = value;
  }
  if (!data.lines) return { figures: typed, fromLines: {} };
  const lines = state.lines.map(movedLine).filter((line) => line !== null);
  const ledger = ledgerWon(state.ledger);
  return {
    figures: changeFigures(typed, lines, state.complete, ledger),
    fromLines: changeFigures({}, lines, state.complete, ledger),
  };
}

function fieldErrors(data, state, fromLines) {
  return groupsOf(data, state).flatMap((group) => group.fields).flatMap(({ id, label }) => {
    const { error } = Object.hasOwn(fromLines, id)
      ? { error: null }
      : parse(state.values[id] ?? "", data.fields.get(id));
    return error ? [{ target: `hg-field-${id}`, field: id, label, message: error }] : [];
  });
}

function lineErrors(data, state) {
  if (!data.lines) return [];
  const told = (target, label, text) => {
    const { error } = parse(text, WON);
    return error ? [{ target, field: null, label, message: error }] : [];
  };
  return [
    ...state.lines.flatMap((line, index) =>
      [["before", "변경 전"], ["after", "변경 후"]].flatMap(([key, label]) =>
        told(`hg-line-${index}-${key}`, `${index + 1}번째 줄 ${label}`, line[key])
      )
    ),
    ...state.ledger.flatMap(({ amount }, index) =>
      told(`hg-ledger-${index}-amount`, `변경 대장 ${index + 1}번째 줄 금액`, amount)
    ),
  ];
}

/** Every verdict of the edition, or of all editions: a rule of two editions once. */
function judge(data, state, figures) {
  const answers = Object.fromEntries(
    Object.entries(state.answers).map(([fact, { answer }]) => [fact, answer]),
  );
  const sheets = data.everyEdition ? Object.values(data.rules) : [data.rules[scopeOf(state)] ?? NOTHING];
  const rules = new Map(sheets.flatMap((sheet) => sheet.rules).map((rule) => [rule.id, rule]));
  const judged = sheets.map((sheet) => judgeSheet(sheet, figures, answers, state.readings));
  const facts = new Map(sheets.flatMap((sheet) => sheet.facts).map((fact) => [fact.id, fact]));
  const verdicts = new Map(judged.flatMap((one) => one.verdicts).map((verdict) => [verdict.rule, verdict]));
  const ordered = data.order.filter((id) => verdicts.has(id)).map((id) => verdicts.get(id));
  return {
    sheet: sheets[0],
    rules,
    asked: facts,
    verdicts: ordered,
    facts: Object.assign({}, ...judged.map((one) => one.facts)),
    decision: judged[0].decision,
  };
}

/** The view: all that is shown of a state. */
export function view(data, state) {
  const { figures, fromLines } = figuresOf(data, state);
  const judged = judge(data, state, figures);
  const { sheet } = judged;
  const words = outcomeWords(data, sheet);
  const wrong = contradictions(sheet.checks, sheetCells(figures)).map((check) => ({
    check: check.id,
    target: `hg-field-${check.field}`,
    field: check.field,
    label: data.fields.get(check.field).label,
    message: data.lines ? words.contradiction(check, figures) : data.checks[check.id],
  }));
  return {
    state,
    figures,
    fromLines,
    ...judged,
    words,
    pending: words.pending(judged, figures),
    contradictions: wrong,
    errors: [...fieldErrors(data, state, fromLines), ...lineErrors(data, state), ...wrong],
  };
}
