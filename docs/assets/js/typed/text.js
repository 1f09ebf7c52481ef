/**
 * A typed text as the grammar of numbers reads it, and why it cannot be read: the twin of
 * macros/typed/text.py.
 */

// What nobody sees, the blanks of all kinds, and the signs of full width with their plain ones. No other
// folding: ² is not 2.
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const BLANKS = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const WIDE = /[\uff01-\uff5e\uffe6]/g;
// Units in Chinese letters, as heads of budget tables still have them (千원, 百萬원).
const LETTERS = { 百: "백", 千: "천", 萬: "만", 万: "만", 億: "억", 兆: "조", 圓: "원" };
export const UNDECIDED = /^(?:미정|모름|\?)$/;
const BELOW = /^(?:[-−–—‒‐△▲▵▽▼]|마이너스)/;

// Letters and signs that are typed, or read from paper, in place of a digit; S, B and Z only before one (1B
// is none).
const ALIKE = { 0: "OoΟοОо〇○◯ㅇ", 1: "lIiΙІ|ㅣⅠ", 2: "Zz", 5: "Ss", 8: "B" };
const DIGITS = Object.fromEntries(
  Object.entries(ALIKE).flatMap(([digit, letters]) => [...letters].map((letter) => [letter, digit])),
);
const [EVERYWHERE, BEFORE] = [ALIKE[0] + ALIKE[1], ALIKE[2] + ALIKE[5] + ALIKE[8]];
const MIXED = new RegExp(
  `(?<![A-Za-z])(?:[0-9.,${EVERYWHERE}]|[${BEFORE}](?=[0-9.,${EVERYWHERE}]))+(?![A-Za-z])`,
  "g",
);

/**
 * A text that is no number: a sentence that says why, and the likely right form of the whole text, if there
 * is one.
 */
export class Unread { // no Error, whose trace takes longer than the reading: a pasted table throws thousands
  /** @param {string} why @param {string | null} [likely] */
  constructor(why, likely = null) {
    this.message = likely === null ? why : `${why} 혹시 ‘${likely}’인가요?`;
    this.why = why;
    this.likely = likely;
  }
}

export const bare = (text) => text.replace(/^ +| +$/g, "");

/** The text in composed letters and plain signs, with single blanks. @param {string} typed */
export function clean(typed) {
  const plain = typed.normalize("NFC").replace(UNSEEN, "")
    .replace(WIDE, (sign) => (sign === "\uffe6" ? "₩" : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
    .replace(/[百千萬万億兆圓]/g, (letter) => LETTERS[letter]);
  const text = bare(plain.replace(BLANKS, " "));
  const quoted = /^(?:'([^']*)'?|"([^"]*)")$/.exec(text);
  return quoted ? bare(quoted[1] || quoted[2] || "") : text;
}

/**
 * The letters that stand among digits in place of one, and the text with digits in their place.
 * @param {string} text @returns {[string, string]}
 */
export function lookalikes(text) {
  const found = [];
  const told = text.replace(MIXED, (run) => {
    if (!/[0-9]/.test(run)) return run;
    found.push(...run.replace(/[0-9.,]/g, ""));
    return [...run].map((letter) => DIGITS[letter] ?? letter).join("");
  });
  return [[...new Set(found)].join(""), told];
}

/**
 * Whether the text says a number below 0, with a sign or in brackets as books do, and the text without that.
 * @param {string} text @returns {[boolean, string]}
 */
export function signed(text) {
  const wrapped = /^\((.*)\)$/.exec(text);
  if (wrapped) return [true, bare(wrapped[1])];
  const sign = BELOW.exec(text);
  if (sign && sign[0].length < text.length) return [true, signed(bare(text.slice(sign[0].length)))[1]];
  return [false, bare(text.replace(/^\+/, ""))];
}

/** What is said of letters in place of digits. @param {string} letters */
export function mixed(letters) {
  return `숫자 자리에 다른 글자(${letters})가 있어요.`;
}
