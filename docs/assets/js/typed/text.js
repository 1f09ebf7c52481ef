/**
 * A typed text as the grammar of numbers reads it, and why it cannot be read: the twin of macros/typed/text.py.
 */
(function (hyeopchi) {
  "use strict";

  // What nobody sees, the blanks of all kinds, and the signs of full width with their plain ones. No other folding: ² is not 2.
  const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
  const BLANKS = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
  const WIDE = /[\uff01-\uff5e\uffe6]/g;
  // Units in Chinese letters, as heads of budget tables still have them (千원, 百萬원).
  const LETTERS = { 百: "백", 千: "천", 萬: "만", 万: "만", 億: "억", 兆: "조", 圓: "원" };
  const UNDECIDED = /^(?:미정|모름|\?)$/;
  const BELOW = /^(?:[-−–—‒‐△▲▵▽▼]|마이너스)/;

  /** A text that is no number: a sentence that says why, and the likely right form of the whole text, if there is one. */
  class Unread extends Error {
    /** @param {string} why @param {string | null} [likely] */
    constructor(why, likely = null) {
      super(likely === null ? why : `${why} 혹시 ‘${likely}’인가요?`);
      this.why = why;
      this.likely = likely;
    }
  }

  const bare = (text) => text.replace(/^ +| +$/g, "");

  /** The text in composed letters and plain signs, with single blanks. @param {string} typed */
  function clean(typed) {
    const plain = typed.normalize("NFC").replace(UNSEEN, "")
      .replace(WIDE, (sign) => (sign === "\uffe6" ? "₩" : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)))
      .replace(/[百千萬万億兆圓]/g, (letter) => LETTERS[letter]);
    const text = bare(plain.replace(BLANKS, " "));
    const quoted = /^(?:'([^']*)'?|"([^"]*)")$/.exec(text);
    return quoted ? bare(quoted[1] || quoted[2] || "") : text;
  }

  /**
   * Whether the text says a number below 0, with a sign or in brackets as books do, and the text without that.
   * @param {string} text @returns {[boolean, string]}
   */
  function signed(text) {
    const wrapped = /^\((.*)\)$/.exec(text);
    if (wrapped) return [true, bare(wrapped[1])];
    const sign = BELOW.exec(text);
    if (sign && sign[0].length < text.length) return [true, signed(bare(text.slice(sign[0].length)))[1]];
    return [false, bare(text.replace(/^\+/, ""))];
  }

  hyeopchi.typed = { UNDECIDED, Unread, bare, clean, signed };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
