/**
 * Texts from outside: what nobody can see (control, direction and zero-width characters, halves of a
 * character) is taken out, what ends a line in some program ends it in ours.
 */

const UNSEEN = new RegExp(
  "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5" +
    "\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164" +
    "\\ufdd0-\\ufdef\\ufe00-\\ufe0d\\ufeff\\uffa0\\ufff0-\\ufffb" +
    "\\ufffe\\uffff\\u{d800}-\\u{dfff}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);
// Marks on one letter beyond any language's; putting thousands in order takes minutes.
const PILE = /(\p{M}{8})\p{M}+/gu;
const BREAK = /\r\n?|[\u0085\u2028\u2029]/g;
const SHOWN = 40;
// What nearly all texts are written in, with nothing in it to mend: Latin, Greek, Cyrillic, punctuation, signs,
// kana, Hangul, Chinese characters, full-width forms, pictures. No marks that join, no letters in parts. The
// most usual stand first, and no letter in two of the groups: so they are passed fast.
const USUAL = new RegExp(
  "^(?:[\\uac00-\\ud7a3 -~\\n\\t]|[\\u00a0-\\u00ac\\u00ae-\\u024f\\u03b1-\\u03c9\\u0400-\\u0482" +
    "\\u048a-\\u052f\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20bf\\u2100-\\u2125\\u2127-\\u2129" +
    "\\u212c-\\u2328\\u232b-\\u2adb\\u2ae0-\\u2bff\\u3001-\\u3029\\u3030-\\u303f\\u3041-\\u3096" +
    "\\u309b-\\u30ff\\u3131-\\u3163\\u3165-\\u318e\\u3200-\\u4dbf\\u4e00-\\u9fff\\uff01-\\uff9f]" +
    "|[\\ud83c\\ud83d][\\udc00-\\udfff]|\\ud83e[\\udc00-\\udeff])*$",
);

/** The text without what cannot be seen; lines and tabs stay. */
export function visible(text) {
  return text.replace(BREAK, "\n").replace(UNSEEN, "").replace(PILE, "$1");
}

/** Whether the text has other letters than usual ones: going over many of them takes long. */
export const isRare = (text) => !USUAL.test(text);

/** The same in composed letters. @param {string} text @param {boolean} lines may it have several lines */
export function clean(text, lines = false) {
  const whole = isRare(text) ? visible(text).normalize("NFC") : text;
  return lines ? whole : whole.replace(/[\t\n]+/g, " ");
}

/**
 * A value as it may stand in a sentence: short, plain, whatever it is.
 * @param {any} value
 * @returns {string}
 */
export function shown(value) {
  if (value === undefined) return "없음";
  if (value !== null && typeof value === "object") return Array.isArray(value) ? "목록" : "묶음";
  const text = clean(String(value).slice(0, SHOWN + 1));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
