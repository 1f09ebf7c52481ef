/**
 * A number of a workbook as its format shows it: the unit or the sign that stands in the format, thousands
 * that it hides, days. Digits that the format only rounds away stay: 8,641.5 thousands are 8,641,500 won
 * though 8,642 is shown.
 */

const DATES = new Set([
  14,
  15,
  16,
  17,
  18,
  19,
  20,
  21,
  22,
  27,
  28,
  29,
  30,
  31,
  32,
  33,
  34,
  35,
  36,
  45,
  46,
  47,
  50,
  51,
  52,
  53,
  54,
  55,
  56,
  57,
  58,
]);
const BUILT_IN = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  37: "#,##0;-#,##0",
  38: "#,##0;-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;-#,##0.00",
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  49: "@",
};
const DAY = 86_400_000;
const LAST = 2_958_465; // the last day that a workbook knows: 9999-12-31
const DECIMALS = 8;
// Literal texts, currencies, fillers, placeholders.
const TOKEN = new RegExp(
  [
    String.raw`"([^"]*)"`,
    String.raw`\\(.)`,
    String.raw`\[\$([^\]-]*)[^\]]*\]`,
    String.raw`\[[^\]]*\]`,
    String.raw`_.`,
    String.raw`\*.`,
    String.raw`(General|@|[#0?][#0?,]*(?:\.[#0?]*)?[,]*(?:E[+-]\d+)?)`,
    String.raw`(.)`,
  ].join("|"),
  "gi",
);

/**
 * @typedef {{before: string, after: string, digits: boolean, thousands: number, percent: boolean, grouped:
 *   boolean}} Section
 */

/** @param {string} code one part of a format @returns {Section} */
function section(code) {
  const made = { before: "", after: "", digits: false, thousands: 0, percent: false, grouped: false };
  for (const [, quoted, escaped, currency, digits, sign] of code.matchAll(TOKEN)) {
    if (digits !== undefined && !made.digits) {
      Object.assign(made, {
        digits: true,
        grouped: /[#0?],[#0?]/.test(digits),
        thousands: /,*$/.exec(digits.replace(/\..*?(?=,*$)/, ""))[0].length,
      });
      continue;
    }
    const text = quoted ?? escaped ?? currency ?? (digits === undefined ? sign ?? "" : "");
    if (text === "%" && sign === "%") made.percent = true;
    made[made.digits ? "after" : "before"] += text;
  }
  return made;
}

/** The parts of a format: for what is above, below and equal to 0. Semicolons in quotes part nothing. */
const partsOf = (code) => code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;)(?=;|$)/g) ?? ["General"];

const isDay = (code) => /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/gi, ""));

/**
 * A number's digits without exponents and without what its storing added (0.1 + 0.2).
 * @returns {[bigint, number]} digits, places behind the point
 */
function digitsOf(number) {
  const [mantissa, exponent = "0"] = Number(number.toPrecision(15)).toExponential().split("e");
  const [whole, decimals = ""] = mantissa.replace("-", "").split(".");
  return [BigInt(whole + decimals), decimals.length - Number(exponent)];
}

/** Plain digits of a number that is divided by ten so many times. */
function plain(number, tens, grouped) {
  const [digits, places] = digitsOf(number);
  const cut = Math.max(0, places + tens - DECIMALS);
  const kept = cut > 40 ? 0n : (digits + 5n * 10n ** BigInt(cut) / 10n) / 10n ** BigInt(cut);
  const point = places + tens - cut;
  const text = point <= 0
    ? String(kept) + "0".repeat(kept === 0n ? 0 : -point)
    : String(kept).padStart(point + 1, "0");
  const whole = point <= 0 ? text : text.slice(0, -point);
  const decimals = point <= 0 ? "" : text.slice(-point).replace(/0+$/, "");
  return `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole}${decimals ? `.${decimals}` : ""}`;
}

/** `2022-03-02`; a time where there is no day. @param {boolean} later days are counted from 1904 on */
function day(number, later) {
  if (number < 0 || number > LAST) return String(number);
  if (number < 1) return new Date(Math.round(number * DAY)).toISOString().slice(11, 16);
  // 1900 had no 29 February but for Excel.
  const before = later ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, number < 60 ? 31 : 30);
  return new Date(before + Math.floor(number) * DAY).toISOString().slice(0, 10);
}

/**
 * @param {number} number
 * @param {{id: number, code: string | null}} format by its number and, where the workbook has its own, its
 *   text
 * @param {boolean} [later] whether days are counted from 1904 on @returns {string}
 */
export function shownAs(number, { id, code }, later = false) {
  const own = code ?? BUILT_IN[id] ?? "General";
  const parts = partsOf(own);
  if (code === null ? DATES.has(id) : isDay(parts[0])) return day(number, later);
  const at = number < 0 && parts.length > 1 ? 1 : number === 0 && parts.length > 2 ? 2 : 0;
  const { before, after, digits, thousands, percent, grouped } = section(parts[at] ?? "");
  if (!digits) return `${before}${after}`.trim();
  const text = plain(number, thousands * 3 - (percent ? 2 : 0), grouped);
  return `${number < 0 && at === 0 ? "-" : ""}${`${before}${text}${after}`.trim()}`;
}
