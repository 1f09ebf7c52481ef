/**
 * Rules in the closed form of macros/rules/terms.py, as the page carries them: the same objects, whole
 * numbers turned into BigInt so that no won is lost above 2**53.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {{id: string, parts: string[], kinds: string[], funds: string[]}} Measure
   * @typedef {{id: string, part: Measure, of: Measure | null}} Pair
   * @typedef {{kind: "cap", id: string, operator: string, num: bigint, den: bigint, each: boolean,
   *   pairs: Pair[], choice: string | null, amounts: [string, bigint][]}} CapRule
   * @typedef {{kind: "ask", id: string, violated_by: string, asked_when: Measure | null}} AskRule
   * @typedef {{id: string, name: string, kind: string | null, also: string[], amounts: Record<string, bigint | null>}} Line
   * @typedef {{id: string, name: string, part: string | null, lines: Line[]}} Project
   * @typedef {{edition: string, title: string, reading: string | null, choices: Record<string, string | null>,
   *   answers: Record<string, {answer: string, note: string}>, projects: Project[]}} Plan
   */

  /**
   * Whether all that `narrow` counts, `wide` counts too.
   * @param {Measure} narrow
   * @param {Measure} wide
   */
  function within(narrow, wide) {
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
  function load(records) {
    return records.map((record) => record.kind !== "cap" ? record : {
      ...record,
      num: BigInt(record.num),
      den: BigInt(record.den),
      amounts: record.amounts.map(([option, won]) => [option, BigInt(won)]),
    }).sort(byId);
  }

  hyeopchi.rules = Object.assign(hyeopchi.rules || {}, { load, within });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
