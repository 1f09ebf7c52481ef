/**
 * What follows from a sheet, in Korean: the outcome, on what it stands, what is still to be known. The twin
 * of macros/words/outcomes.py, character by character.
 */

import { names } from "../names.js";
import { particle } from "../particle.js";
import { contradictions } from "../rules/bounds.js";
import { sheetCells, total } from "../rules/cells.js";
import { lookedAt } from "../rules/figures.js";
import { differs } from "../rules/judge.js";
import * as verdictWords from "../verdict-words.js";
import { amount } from "./number.js";

const OPEN_TITLE = "아직 정할 수 없어요";
const ASK = `${names.asked}에 확인한 기준을 고르면 결론이 정해져요.`;
export const SPLIT = "선택한 기준으로 판정한 결과예요. 다른 기준으로는 달라질 수 있어요";
const unique = (list) => [...new Set(list)];
const isKnown = (figures, field) => Object.hasOwn(figures, field) && figures[field] !== null;

/**
 * Where one number that is not known turns a reading: from `value` on (or up to it) the first row decides.
 * Null where more than one field is not known or the first row does not say 이상.
 * @returns {{field: string, upto: boolean, value: bigint} | null}
 */
function turnOf(rule, reading, figures) {
  const first = rule.rows[0];
  if (
    first.operator !== "at_least" || reading.of === null || reading.part.pick !== "sum" ||
    reading.of.pick !== "sum"
  ) return null;
  const unknown = [...reading.part.fields, ...reading.of.fields].filter((field) => !isKnown(figures, field));
  if (unknown.length !== 1) return null;
  /** @type {bigint[]} */
  const [part, whole] = [reading.part, reading.of].map((measure) =>
    measure.fields.reduce((sum, field) => sum + (isKnown(figures, field) ? figures[field] : 0n), 0n)
  );
  if (reading.part.fields.includes(unknown[0])) {
    return { field: unknown[0], upto: false, value: (first.num * whole + first.den - 1n) / first.den - part };
  }
  return { field: unknown[0], upto: true, value: part * first.den / first.num - whole };
}

/**
 * Sentences on what follows from one edition's sheet.
 * @param {any} data the page's: outcomes, checks, texts of rules, facts, measures
 * @param {any} sheet the edition's rules
 */
export function outcomeWords(data, sheet) {
  const rules = new Map(sheet.rules.map((rule) => [rule.id, rule]));
  const questions = new Map(data.facts.map((fact) => [fact.id, fact.question]));
  const label = (measure) => data.measures[measure.id].label;
  const said = (parts, measure) => amount(parts, data.measures[measure.id].unit);

  /** The sheet's outcome that stands, or null. */
  function row({ decision }) {
    return decision.row === null ? null : data.outcomes[decision.row];
  }
  /** The headline. */
  function title(concluded) {
    return row(concluded)?.title ?? (concluded.decision.level === "na" ? "" : OPEN_TITLE);
  }
  /** What it may still become, by title; none where it is decided. */
  function candidates({ decision }) {
    if (decision.row !== null && !decision.split) return [];
    return unique(decision.possible.map((at) => data.outcomes[at].title));
  }
  /** The check's message with both numbers. */
  function contradiction(check, figures) {
    const told = [check.part, check.of].map((measure) =>
      `${label(measure)} ${said(total(measure, sheetCells(figures)).won, measure)}`
    ).join(", ");
    return `${data.checks[check.id]} (${told})`;
  }
  function resultOf(texts, result) {
    return texts.rows?.[result]?.result ?? verdictWords.wordOf(result, texts.severity);
  }
  /** What each reading comes to. */
  function readings(rule, verdict) {
    const texts = data.texts[rule.id];
    return verdict.readings.filter(([, result]) => result !== "na")
      .map(([id, result]) => `${texts.readings[id]}: ${resultOf(texts, result)}`).join(" · ");
  }
  function isOpen(measure, figures) {
    return total(measure, sheetCells(figures)).missing;
  }
  function missing(rule, reading, figures, name) {
    const turn = rule.kind === "band" ? turnOf(rule, reading, figures) : null;
    if (turn === null) {
      const known = unique(
        [reading.part, reading.of].filter((measure) => measure && isOpen(measure, figures)).map(label),
      ).join("·");
      return `${name}: ${known}${particle(known, "을/를")} 알아야 해요.`;
    }
    const field = data.measures[turn.field]?.label ?? turn.field;
    const [first, second] = Object.values(data.texts[rule.id].rows).map(({ result }) => result);
    const [edge, other] = turn.upto ? ["이하면", "많으면"] : ["이상이면", "적으면"];
    return `${name}: ${field}${particle(field, "이/가")} ${
      said(turn.value, reading.part)
    } ${edge} ‘${first}’, ` +
      `그보다 ${other} ‘${second}’${particle(second, "이에요/예요")}.`;
  }
  function open(rule, verdict, figures) {
    const name = data.texts[rule.id].label;
    const looked = new Set(lookedAt(rule).flatMap(({ fields }) => fields));
    const wrong = contradictions(sheet.checks, sheetCells(figures)).find((check) =>
      check.part.fields.some((field) => looked.has(field))
    );
    if (wrong) return [`${name}: ${contradiction(wrong, figures)}`];
    const could = new Map(verdict.could);
    const openReadings = rule.readings.filter(({ id }) => (could.get(id)?.length ?? 1) > 1);
    if (openReadings.length) return openReadings.map((reading) => missing(rule, reading, figures, name));
    return differs(verdict)
      ? [`${name}${particle(name, "이/가")} 기준에 따라 달라져요. ${readings(rule, verdict)}. ${ASK}`]
      : [];
  }
  /** What is to be known first: [the fact or rule, a sentence]. */
  function pending({ decision, verdicts }, figures) {
    const found = new Map(verdicts.map((verdict) => [verdict.rule, verdict]));
    return decision.pending.flatMap((id) => {
      const rule = rules.get(id);
      if (rule && rule.kind !== "ask") return open(rule, found.get(id), figures).map((text) => [id, text]);
      return [[id, questions.get(id)]];
    });
  }
  return { candidates, contradiction, pending, readings, row, title };
}
