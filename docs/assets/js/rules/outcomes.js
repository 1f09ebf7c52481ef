/**
 * What a sheet's verdicts lead to together: an outcome is a proof, and what is not proven is 확인 필요. The twin
 * of macros/rules/outcomes.py, name by name.
 */

import { isSo, SURE } from "./facts.js";
import { evaluateFigures } from "./figures.js";
import { verdict as verdictOf } from "./judge.js";

const UNKNOWN = "unknown";
const unique = (list) => [...new Set(list)];

/**
 * @typedef {{outcome: string | null, level: string, row: number | null, possible: number[], pending:
 *   string[], grounds: string[], split: boolean}} Decision
 */

/** What counts of the readings: the chosen one, else all that apply. @param {Rules.Rule} rule */
function readingsOf(rule, verdict, chosen) {
  const all = verdict.could.map(([, results]) => results);
  if (rule.readings.some(({ id }) => id === chosen)) {
    const own = verdict.could.filter(([id]) => id === chosen).map(([, results]) => results);
    return own.length ? own : all;
  }
  const found = all.filter((results) => !(results.length === 1 && results[0] === "na"));
  return found.length ? found : all;
}

/** How sure cases are, by what is known. */
function opened(sheet, { verdicts, facts }, chosen) {
  const rules = new Map(sheet.rules.map((rule) => [rule.id, rule]));
  const found = new Map(verdicts.map((verdict) => [verdict.rule, verdict]));

  /** How sure it is that the rule comes to the result; a rule of another edition never does. */
  function ofRule([id, result]) {
    const verdict = found.get(id);
    if (!verdict) return SURE.no;
    const rule = rules.get(id);
    if (rule.kind === "ask" || verdict.could.length === 0) {
      return verdict.status === result ? SURE.yes : verdict.status === UNKNOWN ? SURE.maybe : SURE.no;
    }
    const left = readingsOf(rule, verdict, Object.hasOwn(chosen, id) ? chosen[id] : undefined);
    if (left.every((results) => results.length === 1 && results[0] === result)) return SURE.yes;
    return left.some((results) => results.includes(result)) ? SURE.maybe : SURE.no;
  }
  /** How sure it is that the fact is one of the answers; one that is not asked never is. */
  function ofFact([id, answers]) {
    return Object.hasOwn(facts, id) ? isSo(facts[id], answers) : SURE.no;
  }
  function ofCase(one) {
    return Math.min(SURE.yes, ...one.rules.map(ofRule), ...one.facts.map(ofFact));
  }
  /** The fact; before it is known whether it is asked at all, what that hangs on. */
  function asked(id) {
    const gates = sheet.facts.find((fact) => fact.id === id).only_if.map(([gate]) => gate).filter((gate) =>
      facts[gate] === UNKNOWN
    );
    return gates.length ? gates.flatMap(asked) : [id];
  }
  /** @param {Rules.Rule} rule */
  function behind(rule) {
    const open = rule.violated_when.filter((entry) =>
      Math.min(...entry.map(([fact, answer]) => isSo(facts[fact], [answer]))) === SURE.maybe
    );
    return [
      ...rule.kind === "ask" ? [] : [rule.id],
      ...open.flatMap((entry) =>
        entry.map(([fact]) => fact).filter((fact) => facts[fact] === UNKNOWN).flatMap(asked)
      ),
    ];
  }
  return {
    row: (row) => Math.max(SURE.no, ...row.when.map(ofCase)),
    /**
     * What leaves the row's cases open: rules on numbers, facts (first those without which others are not
     * asked).
     */
    pending: (row) =>
      row.when.filter((one) => ofCase(one) === SURE.maybe).flatMap((one) => [
        ...one.rules.filter((each) => ofRule(each) === SURE.maybe).flatMap(([id]) => behind(rules.get(id))),
        ...one.facts.filter((each) => ofFact(each) === SURE.maybe).flatMap(([id]) => asked(id)),
      ]),
    /** The rules on which the row stands, as far as it is so. */
    grounds: (row) =>
      row.when.filter((one) => ofCase(one) === SURE.yes).flatMap((one) => [
        ...one.rules.map(([id]) => id),
        ...one.grounds.filter((id) => rules.has(id)),
      ]),
  };
}

/**
 * The row that stands: the first that is so, unless what is open before it could lead elsewhere. A rule that
 * is broken is broken, whatever else is. What asks for care stands where all that is open would still concern
 * the same. What is allowed stands where all that is open would allow it too: then by the strictest way.
 */
function placeOf(rows, before, first) {
  if (first === null) {
    return before.length && before.every((at) => rows[at].level === "ok") ? before[0] : null;
  }
  const row = rows[first];
  const others = before.map((at) => rows[at]);
  if (row.level === "breach") return first;
  const alike = others.every(({ id }) => id === row.id);
  if (row.level === "care") return alike ? first : null;
  if (!others.every(({ level }) => level === "ok")) return null;
  return alike || before.length === 0 ? first : before[0];
}

/** @returns {Decision} */
function settled(rows, known) {
  const sure = rows.map((row) => known.row(row));
  const at = sure.indexOf(SURE.yes);
  const first = at < 0 ? null : at;
  const before = sure.slice(0, first ?? sure.length).flatMap((found, index) =>
    found === SURE.maybe ? [index] : []
  );
  const possible = first === null ? before : [...before, first];
  const pending = unique(before.flatMap((index) => known.pending(rows[index])));
  const row = placeOf(rows, before, first);
  if (row !== null) {
    return {
      outcome: rows[row].id,
      level: rows[row].level,
      row,
      possible,
      pending,
      grounds: unique(known.grounds(rows[row])),
      split: false,
    };
  }
  const ids = unique(possible.map((index) => rows[index].id));
  return {
    outcome: ids.length === 1 ? ids[0] : null,
    level: UNKNOWN,
    row: null,
    possible,
    pending,
    grounds: [],
    split: false,
  };
}

/**
 * What follows from the verdicts. A chosen reading decides alone, but never to more than care while others
 * part.
 * @returns {Decision}
 */
function decide(sheet, judged, figures, chosen) {
  const started = Object.keys(figures).length > 0 ||
    Object.values(judged.facts).some((value) => value !== UNKNOWN && value !== "na");
  if (!started || sheet.outcomes.length === 0) {
    return { outcome: null, level: "na", row: null, possible: [], pending: [], grounds: [], split: false };
  }
  const found = settled(sheet.outcomes, opened(sheet, judged, chosen));
  if (Object.keys(chosen).length === 0 || found.row === null) return found;
  const apart = settled(sheet.outcomes, opened(sheet, judged, {}));
  if (apart.outcome === found.outcome && apart.level === found.level) return found;
  return {
    ...found,
    level: found.level === "ok" ? "care" : found.level,
    possible: apart.possible,
    split: true,
  };
}

/** The verdicts as they concern the reader: a rule that matters at another outcome alone does not apply. */
function shown(sheet, { verdicts }, { possible }) {
  const ids = new Set(possible.map((at) => sheet.outcomes[at].id));
  const apart = new Set(
    sheet.applies_at.filter(([, outcome]) => ids.size > 0 && !ids.has(outcome)).map(([rule]) => rule),
  );
  return verdicts.map((verdict) => apart.has(verdict.rule) ? verdictOf(verdict.rule, "na") : verdict);
}

/**
 * Everything from what is typed: `figures` by field, `answers` by fact, `chosen` readings by rule.
 * @returns {{verdicts: any[], facts: Record<string, string>, decision: Decision}}
 */
export function judgeSheet(sheet, figures, answers, chosen) {
  const judged = evaluateFigures(sheet, figures, answers, chosen);
  const decision = decide(sheet, judged, figures, chosen);
  return { verdicts: shown(sheet, judged, decision), facts: judged.facts, decision };
}
