/**
 * Numbers as people type them: "1,234명", "２１", "84.5점", "3위", and money by money.js. Kept as whole parts of a unit.
 */
(function (hyeopchi) {
  "use strict";

  const UNDECIDED = /^(미정|모름|\?)$/;
  const WORDS = { person: "명", point: "점", rank: "위", won: "원", count: "" };
  const EXAMPLES = { person: "예: 21", point: "예: 84 또는 84.5", rank: "예: 7", count: "예: 3" };
  const MOST_DIGITS = 9;

  /**
   * @typedef {{id: string, label: string, unit: string, least: number, most: number | null, optional: boolean}} Field
   * @typedef {{value: bigint | null, error: string | null, blank: boolean}} Typed
   *   `value` in parts of the unit; null: not known, either said so (미정) or because of `error`.
   */

  function refused(error) {
    return { value: null, error, blank: false };
  }

  /** How many parts make one of the unit. */
  function scaleOf(unit) {
    return unit === "point" ? 100n : 1n;
  }

  /** A number in parts of its unit as text, without the unit: `1,234`, `84.5`. */
  function plain(parts, unit) {
    const scale = scaleOf(unit);
    const rest = scale === 1n ? "" : String(parts % scale).padStart(2, "0").replace(/0+$/, "");
    return hyeopchi.money.format(parts / scale) + (rest ? `.${rest}` : "");
  }

  /** The same with its unit: `1,234명`. */
  function amount(parts, unit) {
    return plain(parts, unit) + (WORDS[unit] ?? "");
  }

  function parseNumber(typed, unit) {
    const text = typed.normalize("NFKC").replace(/\s+/g, "");
    if (text === "") return { value: null, error: null, blank: true };
    if (UNDECIDED.test(text)) return { value: null, error: null, blank: false };
    if (/^[-−△▲]/.test(text)) return refused("0보다 적은 수는 넣을 수 없어요.");
    const found = new RegExp(`^(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?(?:${WORDS[unit]})?$`).exec(text);
    if (!found) return refused(`숫자로 적어 주세요. ${EXAMPLES[unit]}`);
    const [, digits, decimals = ""] = found;
    const whole = digits.replaceAll(",", "");
    if (whole.length > MOST_DIGITS) return refused("너무 큰 수예요. 자릿수를 확인해 주세요.");
    const kept = decimals.replace(/0+$/, "");
    if (kept && unit !== "point") return refused("소수점 없이 적어 주세요.");
    if (kept.length > 2) return refused("소수점 아래는 두 자리까지 적어 주세요.");
    return { value: BigInt(whole) * scaleOf(unit) + (unit === "point" ? BigInt(kept.padEnd(2, "0")) : 0n), error: null, blank: false };
  }

  /** A number within the field's bounds, or the sentence that says what they are. */
  function bounded(typed, field) {
    if (typed.value === null) return typed;
    const { least, most, unit } = field;
    const scale = scaleOf(unit);
    const below = typed.value < BigInt(least) * scale;
    const above = most !== null && typed.value > BigInt(most) * scale;
    if (!below && !above) return typed;
    const word = WORDS[unit];
    return refused(most === null ? `${least}${word}부터 넣을 수 있어요.` : `${least}${word}부터 ${most}${word}까지 넣을 수 있어요.`);
  }

  /**
   * @param {string} typed
   * @param {Field} field
   * @returns {Typed}
   */
  function parse(typed, field) {
    if (field.unit !== "won") return bounded(parseNumber(typed, field.unit), field);
    const { won, error, blank } = hyeopchi.money.parse(typed);
    return bounded({ value: blank ? null : won, error, blank }, field);
  }

  /** How a mark on a smaller scale reads in points: `times` of it, in parts. Null when it cannot be told. */
  function convert(typed, times, top) {
    const field = { unit: "point", least: 0, most: top };
    const mark = parse(typed, field);
    return mark.value === null ? { value: null, error: mark.error } : { value: mark.value * BigInt(times), error: null };
  }

  hyeopchi.number = { amount, convert, parse, plain };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
