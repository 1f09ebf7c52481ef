/**
 * Rules in the closed form of macros/rules/terms.py, as the page carries them: the same objects, whole
 * numbers turned into BigInt so that no won is lost above 2**53.
 */

/**
 * @typedef {{id: string, parts: string[], kinds: string[], funds: string[], by_kind: boolean, told: boolean, won: bigint | null}} Measure
 *   `by_kind`: a line belongs by its 비목 alone; `told`: the plan may say the amount itself, `won` is what it says (see `asTold`)
 * @typedef {{id: string, part: Measure, of: Measure | null}} Pair
 * @typedef {{kind: "cap", id: string, operator: string, num: bigint, den: bigint, each: boolean,
 *   pairs: Pair[], choice: string | null, amounts: [string, bigint][], info: boolean}} CapRule
 *   `info`: it tells and does not judge
 * @typedef {{kind: "ask", id: string, violated_by: string, asked_when: Measure | null}} AskRule
 * @typedef {{id: string, name: string, kind: string | null, also: string[], amounts: Record<string, bigint | null>}} Line
 * @typedef {{id: string, name: string, part: string | null, lines: Line[]}} Project
 * @typedef {{edition: string, title: string, grant: bigint | null, reading: string | null, choices: Record<string, string | null>,
 *   answers: Record<string, {answer: string, note: string}>, projects: Project[]}} Plan
 */

/**
 * Whether all that `narrow` counts, `wide` counts too.
 * @param {Measure} narrow
 * @param {Measure} wide
 */
export function within(narrow, wide) {
  if (narrow.won !== null || wide.won !== null || (wide.by_kind && wide.kinds.length && !narrow.by_kind)) return false;
  return ["parts", "kinds", "funds"].every((axis) =>
    wide[axis].length === 0
    || (narrow[axis].length > 0 && narrow[axis].every((id) => wide[axis].includes(id))));
}

/** ASCII order, the same in both languages. */
function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The rules of one edition, by id, from plain JSON values.
 * @param {object[]} records
 * @returns {(CapRule | AskRule)[]}
 */
export function load(records) {
  return records.map((record) => record.kind !== "cap" ? record : {
    ...record,
    num: BigInt(record.num),
    den: BigInt(record.den),
    amounts: record.amounts.map(([option, won]) => [option, BigInt(won)]),
  }).sort(byId);
}

/** A measure that sums what is left open here: everything. @returns {Measure} */
export function measureOf(filters = {}) {
  return { id: "", parts: [], kinds: [], funds: [], by_kind: false, told: false, won: null, ...filters };
}
