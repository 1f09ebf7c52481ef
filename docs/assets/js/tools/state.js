/**
 * A sheet's state (texts as typed) and what follows from it: figures, verdicts, errors. Pure functions.
 */
(function (hyeopchi) {
  "use strict";

  const { changeFigures, contradictions, decide, evaluateFigures, loadSheet } = hyeopchi.rules;
  const { parse } = hyeopchi.number;
  const WON = { unit: "won", least: 0, most: null };

  /**
   * @typedef {{project: string, item: string, nature: string | null, before: string, after: string}} Line
   * @typedef {{tool: string, edition: string, title: string, values: Record<string, string>, lines: Line[],
   *   answers: Record<string, {answer: string, note: string}>, readings: Record<string, string>}} State
   */

  /** @returns {State} */
  function empty(data, edition = data.editions.at(-1).id) {
    return { tool: data.tool, edition, title: "", values: {}, lines: [], answers: {}, readings: {} };
  }

  function fromExample(data, { title, edition, values, lines, answers }) {
    return { ...empty(data, edition), title, values: { ...values }, lines: lines.map((line) => ({ ...line })),
      answers: structuredClone(answers) };
  }

  /** The page's rules, loaded once. */
  function load(data) {
    const fields = new Map(data.groups.flatMap((group) => group.fields).map((field) => [field.id, field]));
    return { ...data, fields, rules: Object.fromEntries(Object.entries(data.rules).map(([id, sheet]) => [id, loadSheet(sheet)])) };
  }

  /** The groups of fields that the edition asks for. */
  function groupsOf(data, edition) {
    return data.groups.filter((group) => !group.editions.length || group.editions.includes(edition));
  }

  /** A line's money; a line without any is not there yet, one blank of two is 0. */
  function movedLine({ project, nature, before, after }) {
    const [from, to] = [before, after].map((text) => parse(text, WON));
    if (from.blank && to.blank) return null;
    return { project: project.trim(), nature, before: from.blank ? 0n : from.value, after: to.blank ? 0n : to.value };
  }

  /** What the lines say; nothing when none holds money. */
  function derived(data, state) {
    return data.lines ? changeFigures(state.lines.map(movedLine).filter((line) => line !== null)) : {};
  }

  /** The figures of all fields that are asked for and filled; `fromLines` are the fields that the table fills. */
  function figuresOf(data, state) {
    const typed = {};
    for (const field of groupsOf(data, state.edition).flatMap((group) => group.fields)) {
      const { value, blank } = parse(state.values[field.id] ?? "", field);
      if (!blank) typed[field.id] = value;
    }
    const fromLines = derived(data, state);
    return { figures: { ...typed, ...fromLines }, fromLines };
  }

  function fieldErrors(data, state, fromLines) {
    return groupsOf(data, state.edition).flatMap((group) => group.fields).flatMap(({ id, label }) => {
      const { error } = Object.hasOwn(fromLines, id) ? { error: null } : parse(state.values[id] ?? "", data.fields.get(id));
      return error ? [{ target: `hg-field-${id}`, field: id, label, message: error }] : [];
    });
  }

  function lineErrors(data, state) {
    if (!data.lines) return [];
    return state.lines.flatMap((line, index) => [["before", "변경 전"], ["after", "변경 후"]].flatMap(([key, label]) => {
      const { error } = parse(line[key], WON);
      return error ? [{ target: `hg-line-${index}-${key}`, field: null, label: `${index + 1}번째 줄 ${label}`, message: error }] : [];
    }));
  }

  /** Every verdict of the edition, or of all editions: a rule of two editions once. */
  function judge(data, state, figures) {
    const answers = Object.fromEntries(Object.entries(state.answers).map(([rule, { answer }]) => [rule, answer]));
    const sheets = data.everyEdition ? Object.values(data.rules) : [data.rules[state.edition]];
    const rules = new Map(sheets.flatMap((sheet) => sheet.rules).map((rule) => [rule.id, rule]));
    const verdicts = new Map(sheets.flatMap((sheet) => evaluateFigures(sheet, figures, answers, state.readings))
      .map((verdict) => [verdict.rule, verdict]));
    const ordered = data.order.filter((id) => verdicts.has(id)).map((id) => verdicts.get(id));
    return { sheet: sheets[0], rules, verdicts: ordered };
  }

  /** The view: all that is shown of a state. */
  function view(data, state) {
    const { figures, fromLines } = figuresOf(data, state);
    const { sheet, rules, verdicts } = judge(data, state, figures);
    const wrong = contradictions(sheet.checks, figures).map(({ id, field }) => ({
      target: `hg-field-${field}`, field, label: data.fields.get(field).label, message: data.checks[id] }));
    return { state, figures, fromLines, rules, verdicts, decision: decide(sheet.outcomes, verdicts),
      contradictions: wrong, errors: [...fieldErrors(data, state, fromLines), ...lineErrors(data, state), ...wrong] };
  }

  hyeopchi.sheetState = { WON, empty, fromExample, groupsOf, load, view };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
