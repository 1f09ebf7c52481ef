/**
 * What is being typed: a plan whose amounts are still texts, so that nothing typed is ever lost, not even an
 * error.
 */

import { safeName } from "../files.js";
import { counted, guarded, LIMITS } from "../gate/limits.js";
import { list, record, text } from "../gate/values.js";
import { format, parse } from "../money.js";
import * as plan from "../plan.js";
import { fromJson } from "../plan.js";

const UNDECIDED = "미정";
const GRANT = "grant";

/**
 * @typedef {{id: string, name: string, kind: string | null, subject: string, also: string[], typed:
 *   Record<string, string>}} DraftLine `subject`: the 통계목 in the district's own words
 * @typedef {{id: string, name: string, part: string | null, lines: DraftLine[]}} DraftProject
 * @typedef {{edition: string, title: string, grant: string, reading: string | null, choices: Record<string,
 *   string | null>, answers: Record<string, {answer: string, note: string}>, projects: DraftProject[]}} Draft
 */

/** @returns {Draft} */
export function empty(edition) {
  return { edition, title: "", grant: "", reading: null, choices: {}, answers: {}, projects: [] };
}

/** A plan as a draft: amounts become texts. @param {Rules.Plan} plan */
export function fromPlan(plan) {
  return {
    ...plan,
    grant: plan.grant === null ? "" : format(plan.grant),
    projects: plan.projects.map((project) => ({
      ...project,
      lines: project.lines.map(({ id, name, kind, subject = "", also, amounts }) => ({
        id,
        name,
        kind,
        subject,
        also,
        typed: Object.fromEntries(
          Object.entries(amounts)
            .map(([fund, won]) => [fund, won === null ? UNDECIDED : won === 0n ? "" : format(won)]),
        ),
      })),
    })),
  };
}

/**
 * A draft as a plan: a blank is left out (0 won), what cannot be read is not known.
 * @param {Budget.Draft} draft
 */
export function toPlan(draft) {
  const grant = parse(draft.grant);
  return {
    ...draft,
    grant: grant.blank ? null : grant.won,
    projects: draft.projects.map((project) => ({
      ...project,
      lines: project.lines.map(({ id, name, kind, subject = "", also, typed }) => ({
        id,
        name,
        kind,
        subject,
        also,
        amounts: Object.fromEntries(
          Object.entries(typed)
            .map(([fund, text]) => ({ fund, money: parse(text) }))
            .filter(({ money }) => !money.blank)
            .map(({ fund, money }) => [fund, money.won]),
        ),
      })),
    })),
  };
}

/**
 * The texts that are no amount and say so wrongly, by line and fund (the plan's grant: no line); a plan file
 * cannot hold them.
 * @param {Budget.Draft} draft
 */
export function errors(draft) {
  const grant = parse(draft.grant).error === null ? [] : [{ line: null, fund: GRANT, text: draft.grant }];
  return grant.concat(
    draft.projects.flatMap((project) =>
      project.lines.flatMap((line) =>
        Object.entries(line.typed)
          .filter(([, text]) => parse(text).error !== null).map(([fund, text]) => ({
            line: line.id,
            fund,
            text,
          }))
      )
    ),
  );
}

/** An id that the draft does not use yet: `p3`, `l7`. @param {Budget.Draft} draft */
export function freeId(draft, letter) {
  const used = new Set(draft.projects.flatMap(({ id, lines }) => [id, ...lines.map((line) => line.id)]));
  let number = 1;
  while (used.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

export const FULL = `계획에는 사업 ${counted(LIMITS.projects)}개, 모두 ${
  counted(LIMITS.lines)
}줄까지 들어가요.`;

export const lineCount = ({ projects }) => projects.reduce((sum, { lines }) => sum + lines.length, 0);

/**
 * Why so many more do not fit, or null: what is over the limits could not be read again.
 * @param {Draft} draft
 */
export function tooMany(draft, projects = 0, lines = 0) {
  return draft.projects.length + projects > LIMITS.projects || lineCount(draft) + lines > LIMITS.lines
    ? FULL
    : null;
}

/** @param {Budget.Draft} draft */
export function newLine(draft) {
  return { id: freeId(draft, "l"), name: "", kind: null, subject: "", also: [], typed: {} };
}

/**
 * What the store keeps: the plan, and beside it the texts that a plan cannot hold.
 * @param {Budget.Draft} draft
 */
export function toStored(draft) {
  return { plan: plan.toJson(toPlan(draft)), errors: errors(draft) };
}

/**
 * The draft that was kept or came in a link, with notes on what this guide does not know. Throws a Refusal.
 */
function readStored(stored, terms) {
  const found = record(stored, null, "저장한 내용");
  const { notes, plan } = fromJson(found.plan, terms);
  const draft = fromPlan(plan);
  const lines = new Map(draft.projects.flatMap((project) => project.lines).map((line) => [line.id, line]));
  for (const error of list(found.errors, LIMITS.lines * terms.funds.length, "읽을 수 없는 금액")) {
    if (error?.line === null && error.fund === GRANT) draft.grant = text(error.text, "시비 지원금");
    const line = lines.get(error?.line);
    if (line && terms.funds.some(({ id }) => id === error.fund)) {
      line.typed[error.fund] = text(error.text, "금액");
    }
  }
  return { draft, notes };
}

/** The same. @returns {{draft?: Draft, notes?: string[], problem?: string}} or a sentence of what is wrong */
export function fromStored(stored, terms) {
  const { value, problem } = guarded(() => readStored(stored, terms));
  return value ?? { problem };
}

/** The plan's file: `예산한도-2021-우리 구 계획.json`. @param {Budget.Draft} draft */
export function fileName(draft, ending) {
  return `${["예산한도", draft.edition, safeName(draft.title)].filter(Boolean).join("-")}.${ending}`;
}
