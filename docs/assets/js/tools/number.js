/**
 * Numbers as people type them, in parts of their unit: `1,234명`, `３인`, `84.5점`, `3위`, and money by money.js.
 * The twin of macros/typed/number.py.
 */

import * as money from "../money.js";
import { digits } from "../typed/digits.js";
import { bare, clean, lookalikes, mixed, signed, UNDECIDED, Unread } from "../typed/text.js";

// The words that may follow a number of the unit; the first is the one that the guide writes.
const WORDS = {
  won: ["원"],
  person: ["명", "인", "사람"],
  point: ["점"],
  rank: ["위", "등"],
  count: [""],
  district: ["개 구"],
  item: ["개"],
  organisation: ["곳", "개 조직", "개", "개소", "개 단체", "단체"],
  area: ["㎡", "m2", "제곱미터"],
  year: ["년차", "년", "년째"],
  age: ["세", "살"],
  hour: ["시간"],
};
const EXAMPLES = {
  person: "21",
  point: "84 또는 84.5",
  rank: "7",
  count: "3",
  organisation: "3",
  area: "50",
  year: "3",
  age: "18",
  hour: "50",
};
const MOST_DIGITS = 9;

/**
 * @typedef {{unit: string, least: number, most: number | null}} Measure what is typed into a field
 * @typedef {{value: bigint | null, error: string | null, blank: boolean, likely: string | null}} Typed
 *   `value` in parts of the unit; null: not known, either said so (미정), blank, or because of `error`.
 *   `likely`: the right form to offer.
 */

function refused(error, likely = null) {
  return { value: null, error, blank: false, likely };
}

/** How many decimals a number of the unit may have. */
function placesOf(unit) {
  return unit === "point" ? 2 : 0;
}

/** How many parts make one of the unit. */
function scaleOf(unit) {
  return 10n ** BigInt(placesOf(unit));
}

/** A number in parts of its unit as text, without the unit: `1,234`, `84.5`. */
export function plain(parts, unit) {
  const scale = scaleOf(unit);
  const rest = scale === 1n ? "" : String(parts % scale).padStart(placesOf(unit), "0").replace(/0+$/, "");
  return money.format(parts / scale) + (rest ? `.${rest}` : "");
}

/** The word that stands after a number of the unit; nothing after a mere number. */
export function unitWord(unit) {
  return WORDS[unit]?.[0] ?? "";
}

/** The same with its unit: `1,234명`. */
export function amount(parts, unit) {
  return plain(parts, unit) + unitWord(unit);
}

/** The number in parts of its unit. Throws Unread. */
function number(text, unit, words = WORDS[unit]) {
  const [below, rest] = signed(text);
  if (below) throw new Unread("0보다 작은 수는 넣을 수 없어요.");
  const found = new RegExp(`^([0-9][0-9., ]*?|[.,][0-9][0-9., ]*?) ?(?:${words.join("|")})?$`).exec(
    rest,
  );
  const [letters, plainly] = found ? ["", ""] : lookalikes(rest);
  if (letters) throw new Unread(mixed(letters), oneNumber(plainly));
  if (!found) throw new Unread(`숫자로 적어 주세요(예: ${EXAMPLES[unit]}).`, oneNumber(rest));
  try {
    const [whole, fraction] = digits(found[1].replace(/ /g, ","), unit === "point");
    return partsOf(whole, fraction.replace(/0+$/, ""), unit);
  } catch (error) {
    throw error instanceof Unread && error.likely !== null
      ? new Unread(error.why, error.likely + bare(rest.slice(found[1].length)))
      : error;
  }
}

function partsOf(whole, fraction, unit) {
  const places = placesOf(unit);
  if (whole.replace(/^0+/, "").length > MOST_DIGITS) {
    throw new Unread("너무 큰 수예요. 자릿수를 확인해 주세요.");
  }
  if (fraction && !places) throw new Unread("소수점 없이 적어 주세요.");
  if (fraction.length > places) throw new Unread("소수점 아래는 두 자리까지 적어 주세요.");
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/** The only number in a text of words. */
function oneNumber(text) {
  const found = text.match(/[0-9]+(?:,[0-9]{3})*/g) ?? [];
  return found.length === 1 && !/[%×xX*÷/=~∼]/.test(text) ? found[0] : null;
}

function parseNumber(typed, unit, words = WORDS[unit]) {
  const text = clean(typed);
  const nothing = { value: null, error: null, blank: text === "", likely: null };
  if (nothing.blank || UNDECIDED.test(text)) return nothing;
  try {
    return { ...nothing, value: number(text, unit, words) };
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    return refused(error.message, error.likely);
  }
}

/**
 * A whole number behind which one of the words may stand: `28명`, `1,234회`.
 * @param {string} typed @param {string[]} words
 * @returns {Typed}
 */
export function counted(typed, words) {
  return parseNumber(typed, "count", words);
}

/** A number within the field's bounds, or the sentence that says what they are. */
function bounded(typed, field) {
  if (typed.value === null) return typed;
  const { least, most, unit } = field;
  const scale = scaleOf(unit);
  if (typed.value >= BigInt(least) * scale && (most === null || typed.value <= BigInt(most) * scale)) {
    return typed;
  }
  const word = WORDS[unit][0];
  return refused(
    most === null
      ? `${least}${word}부터 넣을 수 있어요.`
      : `${least}${word}부터 ${most}${word}까지 넣을 수 있어요.`,
  );
}

/**
 * What a field keeps of a text.
 * @param {string} typed
 * @param {Measure} field
 * @returns {Typed}
 */
export function parse(typed, field) {
  if (field.unit !== "won") return bounded(parseNumber(typed, field.unit), field);
  const { won, error, blank, likely } = money.parse(typed);
  return bounded({ value: won, error, blank, likely }, field);
}

/** How a mark on a smaller scale reads in points: `times` of it, in parts. Null when it cannot be told. */
export function convert(typed, times, top) {
  const field = { unit: "point", least: 0, most: top };
  const mark = parse(typed, field);
  return mark.value === null
    ? { value: null, error: mark.error }
    : { value: mark.value * BigInt(times), error: null };
}
