/**
 * Rules in the closed form of macros/rules/terms.py, as the page carries them: the same objects, whole
 * numbers turned into BigInt so that no won is lost above 2**53. What has its default is not carried; it is
 * put in here.
 */

/**
 * @typedef {{id: string, parts: string[], kinds: string[], funds: string[], by_kind: boolean, told: boolean,
 *   won: bigint | null, groups: string[][], fields: string[], pick: string, required: string[], open:
 *   string[], scale: bigint}} Measure a number worked out of cells (cells.js): those that the filters take.
 *   `groups`: the ids of cells whose sums are added, or the larger or smaller of which counts (`pick`);
 *   `fields`: all of them. Without one of `required` it is not known, nor with anything in `open`. `by_kind`:
 *   a line belongs by its 비목 alone; `told`: the plan may say the amount itself, `won` is what it says
 *   (`asTold` in evaluate.js). `scale` parts make one unit.
 * @typedef {{id: string, operator: string | null, num: bigint, den: bigint, part: Measure, of: Measure |
 *   null}} Comparison one reading of a rule; a band's rows say the operator
 * @typedef {{id: string, kind: string, subject: string, readings: Comparison[], rows: any[], asked_when:
 *   Measure | null, violated_when: [string, string][][], given: [string, string][], each: boolean,
 *   choice: string | null, amounts:
 *   [string, bigint][], info: boolean, operator: string | null}} Rule `operator`: as the guide reads it;
 *   `info`: it tells and does not judge
 * @typedef {{id: string, name: string, kind: string | null, subject?: string, also: string[], amounts:
 *   Record<string, bigint | null>}} Line
 * @typedef {{id: string, name: string, part: string | null, lines: Line[]}} Project
 * @typedef {{edition: string, title: string, grant: bigint | null, reading: string | null, choices:
 *   Record<string, string | null>, answers: Record<string, {answer: string, note: string}>, projects:
 *   Project[]}} Plan
 */

/** A measure that takes what is left open here: everything. @returns {Measure} */
export function measureOf(filters = {}) {
  const { groups = [], scale = 1 } = filters;
  return {
    id: "",
    parts: [],
    kinds: [],
    funds: [],
    by_kind: false,
    told: false,
    won: null,
    pick: "sum",
    required: [],
    open: [],
    ...filters,
    groups,
    fields: groups.flat(),
    scale: BigInt(scale),
  };
}

function measureOrNone(record) {
  return record ? measureOf(record) : null;
}

/**
 * Whether all that `narrow` counts, `wide` counts too.
 * @param {Measure} narrow
 * @param {Measure} wide
 */
export function within(narrow, wide) {
  if (narrow.won !== null || wide.won !== null || (wide.by_kind && wide.kinds.length && !narrow.by_kind)) {
    return false;
  }
  return ["parts", "kinds", "funds", "fields"].every((axis) =>
    wide[axis].length === 0 ||
    (narrow[axis].length > 0 && narrow[axis].every((id) => wide[axis].includes(id)))
  );
}

/** Whether all that the part counts, the whole counts too. */
export function isNested({ part, of }) {
  return of !== null && within(part, of);
}

function numbers(record) {
  return { ...record, num: BigInt(record.num), den: BigInt(record.den) };
}

/** @returns {Rule} */
function loadRule(record) {
  const readings = (record.readings ?? []).map((one) => ({
    ...numbers(one),
    part: measureOf(one.part),
    of: measureOrNone(one.of),
  }));
  return {
    subject: "plan",
    violated_when: [],
    given: [],
    each: false,
    choice: null,
    info: false,
    ...record,
    readings,
    operator: readings[0]?.operator ?? null,
    rows: (record.rows ?? []).map(numbers),
    asked_when: measureOrNone(record.asked_when),
    amounts: (record.amounts ?? []).map(([option, won]) => [option, BigInt(won)]),
  };
}

/** ASCII order, the same in both languages. */
function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * A plan's rules of one edition, by id, from plain JSON values.
 * @param {object[]} records
 * @returns {Rule[]}
 */
export function load(records) {
  return records.map(loadRule).sort(byId);
}

/** A sheet's rules from plain JSON values (macros/rules/figure_terms.py). */
export function loadSheet(sheet) {
  return {
    applies_at: [],
    together: false,
    ...sheet,
    rules: sheet.rules.map(loadRule),
    facts: (sheet.facts ?? []).map((fact) => ({
      only_if: [],
      ...fact,
      asked_when: measureOrNone(fact.asked_when),
      answered_by: measureOrNone(fact.answered_by),
    })),
    checks: sheet.checks.map((check) => ({ ...check, part: measureOf(check.part), of: measureOf(check.of) })),
  };
}

/** A rule's own question as a fact. */
export function ownFact({ id, subject, asked_when }) {
  return { id, subject, answers: ["yes", "no"], only_if: [], asked_when, answered_by: null };
}
