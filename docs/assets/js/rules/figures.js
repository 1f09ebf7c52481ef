/**
 * Verdicts on a sheet: the twin of macros/rules/figures.py, name by name. Pure functions on whole numbers (BigInt).
 *
 * A figure is a field's number in parts of its unit; null is one that is not known; a field that is left out is
 * blank. Nothing entered for a subject is na, something missing is unknown: never a pass.
 */
(function (hyeopchi) {
  "use strict";

  const { FLOOR, STRICT, bandRow, judge, slackOf } = hyeopchi.rules;
  const NOT_KNOWN = { won: 0n, missing: true };

  /**
   * @typedef {{id: string, groups: string[][], pick: string, required: string[], open: string[], scale: bigint}} Tally
   * @typedef {Record<string, bigint | null>} Figures
   * @typedef {{rule: string, status: string, result: string | null, part: bigint, whole: bigint, num: bigint, den: bigint,
   *   slack: bigint, cut: bigint | null, add: bigint | null, move: bigint | null, room: bigint | null, readings: [string, string][]}} FigureVerdict
   */

  function loadTally(tally) {
    return tally && { ...tally, scale: BigInt(tally.scale) };
  }

  function loadRule(rule) {
    return { ...rule,
      readings: rule.readings.map((one) => ({ ...one, num: BigInt(one.num), den: BigInt(one.den),
        part: loadTally(one.part), of: loadTally(one.of) })),
      rows: rule.rows.map((row) => ({ ...row, num: BigInt(row.num), den: BigInt(row.den) })),
      asked_when: loadTally(rule.asked_when), answered_by: loadTally(rule.answered_by) };
  }

  /** A sheet's rules from plain JSON values (macros/rules/figure_terms.py). */
  function loadSheet(sheet) {
    return { ...sheet, rules: sheet.rules.map(loadRule),
      checks: sheet.checks.map((check) => ({ ...check, part: loadTally(check.part), of: loadTally(check.of) })) };
  }

  function fieldsOf(tally) {
    return tally.groups.flat();
  }

  /** All tallies that a rule looks at. */
  function tallies(rule) {
    return [...rule.readings.flatMap(({ part, of }) => [part, of]), rule.asked_when, rule.answered_by]
      .filter((tally) => tally !== null);
  }

  function has(figures, field) {
    return Object.hasOwn(figures, field);
  }

  function larger(a, b) {
    return a > b ? a : b;
  }

  function smaller(a, b) {
    return a < b ? a : b;
  }

  /** The tally in parts of its unit; null when all of its fields are blank. */
  function total(tally, figures) {
    const fields = fieldsOf(tally);
    if (!fields.some((field) => has(figures, field))) return null;
    const missing = fields.some((field) => has(figures, field) && figures[field] === null)
      || tally.required.some((field) => !has(figures, field))
      || tally.open.some((field) => has(figures, field) && figures[field] !== 0n);
    const sums = tally.groups.map((group) =>
      group.reduce((sum, field) => sum + (has(figures, field) ? figures[field] ?? 0n : 0n), 0n));
    const pick = { sum: (a, b) => a + b, larger, smaller }[tally.pick];
    return { won: sums.reduce(pick), missing };
  }

  /** The checks that known numbers fail. */
  function contradictions(checks, figures) {
    return checks.filter((check) => {
      const part = total(check.part, figures);
      const of = total(check.of, figures);
      if (!part || !of || part.missing || of.missing) return false;
      return part.won > of.won || (check.equal && part.won !== of.won);
    });
  }

  /** @returns {FigureVerdict} */
  function verdict(rule, status, rest = {}) {
    return { rule, status, result: null, part: 0n, whole: 0n, num: 0n, den: 1n, slack: 0n, cut: null, add: null,
      move: null, room: null, readings: [], ...rest };
  }

  /** Whether readings that can be decided lead to different verdicts. */
  function readingsDiffer(found) {
    return new Set(found.readings.map(([, result]) => result).filter((one) => one !== "unknown" && one !== "na")).size > 1;
  }

  /**
   * All verdicts, by rule id. `answers` to questions; `chosen` readings, both by rule id.
   * @returns {FigureVerdict[]}
   */
  function evaluateFigures(sheet, figures, answers, chosen) {
    const entered = Object.fromEntries(sheet.subjects.map(([subject, fields]) =>
      [subject, fields.some((field) => has(figures, field))]));
    const wrong = new Set(contradictions(sheet.checks, figures).flatMap((check) => fieldsOf(check.part)));
    const doubted = Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, wrong.has(field) ? null : value]));
    return sheet.rules.map((rule) => {
      const touched = tallies(rule).some((tally) => fieldsOf(tally).some((field) => wrong.has(field)));
      const usable = touched ? doubted : figures;
      const own = (record) => Object.hasOwn(record, rule.id) ? record[rule.id] : undefined;
      return rule.kind === "ask" ? ask(rule, usable, own(answers) ?? "unknown", entered[rule.subject])
        : compare(rule, usable, own(chosen), entered[rule.subject]);
    });
  }

  function ask(rule, figures, typed, entered) {
    if (rule.asked_when !== null) {
      const when = total(rule.asked_when, figures);
      if (when === null ? !entered : when.won === 0n && !when.missing) return verdict(rule.id, "na");
    }
    const known = rule.answered_by === null ? null : total(rule.answered_by, figures);
    const answer = known === null ? typed : known.missing ? "unknown" : known.won ? "yes" : "no";
    if (answer === "unknown") return verdict(rule.id, "unknown");
    return verdict(rule.id, answer === rule.violated_by ? "fail" : "ok");
  }

  function sumsOf(reading, figures) {
    return [total(reading.part, figures) ?? NOT_KNOWN, reading.of ? total(reading.of, figures) ?? NOT_KNOWN : null];
  }

  function statusOf(reading, part, whole) {
    return judge(reading.operator, [reading.num, reading.den], part, whole);
  }

  function compare(rule, figures, chosen, entered) {
    if (!entered) return verdict(rule.id, "na");
    const followed = rule.readings.find(({ id }) => id === chosen) ?? rule.readings[0];
    const [part, whole] = sumsOf(followed, figures);
    if (rule.kind === "band") return band(rule, followed, figures, part, whole);
    const { operator, num, den } = followed;
    const readings = rule.readings.map((one) => [one.id, statusOf(one, ...sumsOf(one, figures))]);
    const status = statusOf(followed, part, whole);
    const slack = slackOf(operator, num, den, part.won, whole === null ? 1n : whole.won);
    const fixes = status === "fail" ? fixesOf(followed, slack, part.won) : {};
    return verdict(rule.id, status, { part: part.won, whole: whole ? whole.won : 0n, num, den, slack, ...fixes,
      room: status === "ok" ? roomOf(followed, slack) : null, readings });
  }

  function band(rule, followed, figures, part, whole) {
    const { scale } = followed.part;
    let readings = rule.readings.map((one) => [one.id, rowOf(rule.rows, one, ...sumsOf(one, figures))]);
    let row = Object.fromEntries(readings)[followed.id];
    if (scale > 1n && part.won % scale !== 0n && !part.missing) {
      readings = [["rounded-down", 0n], ["rounded-up", 1n]].map(([id, up]) =>
        [id, rowOf(rule.rows, followed, { won: (part.won / scale + up) * scale, missing: false }, whole)]);
      row = readings[0][1] === readings[1][1] ? readings[0][1] : "unknown";
    }
    const decided = row !== "unknown" && row !== "na";
    return verdict(rule.id, decided ? "ok" : row,
      { result: decided ? row : null, part: part.won, whole: whole ? whole.won : 0n, readings });
  }

  /** The row that decides; `unknown` without a number, `na` with none of the whole. */
  function rowOf(rows, reading, part, whole) {
    if (part.missing || (whole !== null && whole.missing)) return "unknown";
    if (whole !== null && whole.won === 0n) return "na";
    return bandRow(rows, part.won, whole === null ? reading.part.scale : whole.won) ?? "unknown";
  }

  function ceiling(deficit, gain) {
    return gain > 0n ? (deficit + gain - 1n) / gain : null;
  }

  /** Whether all that the part counts, the whole counts too. */
  function isNested({ part, of }) {
    if (of === null) return false;
    const whole = fieldsOf(of);
    return fieldsOf(part).every((field) => whole.includes(field));
  }

  /** How far the part may still go towards the limit, everything outside it as it is. */
  function roomOf(reading, slack) {
    const cost = isNested(reading) ? reading.den - reading.num : reading.den;
    if (reading.operator === "equal" || cost <= 0n) return null;
    return (slack - (STRICT.has(reading.operator) ? 1n : 0n)) / cost;
  }

  /** The least to cut, to add and to exchange so that a failing cap holds. */
  function fixesOf(reading, slack, part) {
    const { operator, num, den, of } = reading;
    if (operator === "equal") return {};
    const deficit = (STRICT.has(operator) ? 1n : 0n) - slack;
    const nested = isNested(reading);
    const rest = of === null ? null : ceiling(deficit, num);
    const move = nested ? ceiling(deficit, den) : null;
    const own = ceiling(deficit, nested ? den - num : den);
    if (FLOOR.has(operator)) return { cut: rest, add: own, move };
    return { cut: own !== null && own <= part ? own : null, add: rest, move };
  }

  /** The first outcome with a condition that holds, what is still open before it, and where readings part. */
  function decide(outcomes, verdicts) {
    const results = new Map(verdicts.map(({ rule, result, status }) => [rule, result ?? status]));
    const { outcome, pending } = first(outcomes, results);
    const read = new Set(verdicts.flatMap(({ rule, readings }) => readings
      .filter(([, result]) => result !== "unknown" && result !== "na")
      .map(([, result]) => first(outcomes, new Map(results).set(rule, result)).outcome)));
    return { outcome, pending, others: outcomes.map(({ id }) => id).filter((id) => id !== outcome && read.has(id)) };
  }

  function first(outcomes, results) {
    const pending = new Set();
    for (const { id, conditions } of outcomes) {
      if (conditions.some(([rule, result]) => results.get(rule) === result)) return { outcome: id, pending: [...pending] };
      for (const [rule] of conditions) if (results.get(rule) === "unknown") pending.add(rule);
    }
    return { outcome: null, pending: [...pending] };
  }

  Object.assign(hyeopchi.rules, { contradictions, decide, evaluateFigures, isNested, loadSheet, readingsDiffer, tally: total });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
