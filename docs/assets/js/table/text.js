/**
 * Texts of cells: one spelling for all ways in which the same letters are written.
 */

const MARKS =
  /^(?:[\s□■○●◦◎◇◆▶▷▪▫•·ㆍ∙❍❏☞\-–—*]|[①-⑳㉠-㉻]|[(（]?(?:\d{1,2}|[가-하]|[ivxlIVXL]{1,4}|[Ⅰ-Ⅻ])[.)）](?!\d))+\s*/;
// Composed and of plain width: nearly all texts, for which putting in order takes long.
const PLAIN = /^[\x00-\x7f가-힣]*$/;
const MOST = 200; // signs of a cell or a paragraph at its beginning, and at its end, that tell anything
const CODE = /^\s*(\d{2,3})(?:-\d{2})?\s+(?=[가-힣])/;
const IN_BRACKETS = /^\s*[([][^()[\]]{2,}[)\]]\s*$/; // `(홍보비)` below what it is a part of
const BRACKETED = /[([{<〈《【「『〔]([^)\]}>〉》】」』〕]*)[)\]}>〉》】」』〕]/g;

/** Composed letters in their plain width: NFD Hangul, full-width digits, `㈜`. @param {string} text */
export const plain = (text) => (PLAIN.test(text) ? text : text.normalize("NFKC"));

/**
 * A long text by its beginning and its end, where names and units stand: looking it all over may take
 * minutes.
 * @param {string} text
 */
export const short = (
  text,
) => (text.length > 2 * MOST ? `${text.slice(0, MOST)}…${text.slice(-MOST)}` : text);

/** Without any blank, in small letters: how texts are compared. @param {string} text */
export const squeezed = (text) => plain(text).replace(/\s+/g, "").toLowerCase();

/** In one line, as it may stand in a field. @param {string} text */
export const inLine = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Without what stands in brackets. @param {string} text */
export const outside = (text) => plain(text).replace(BRACKETED, " ");

/** What stands in brackets, each by itself. @param {string} text */
export const inside = (text) => [...plain(text).matchAll(BRACKETED)].map((found) => found[1]);

/**
 * What stands outside brackets; of a text that is all in brackets (`(비율)`) what they hold.
 * @param {string} text
 */
export const core = (text) => (outside(text).trim() === "" ? inside(text).join(" ") : outside(text));

/** Without the mark or number before it: `□ 의제 1. 골목` gives `의제 1. 골목`. @param {string} text */
export const unmarked = (text) => text.replace(MARKS, "");

/**
 * Whether a text begins with such a mark, and with which kind of it: `-`, `1.`, `가.`, `○`, `000` for a code
 * (`201 일반운영비`); "" without.
 * @param {string} text
 */
export function markOf(text) {
  const mark = MARKS.exec(plain(text))?.[0].trim() ?? (IN_BRACKETS.test(plain(text)) ? "()" : "");
  const code = CODE.exec(plain(text))?.[1];
  if (code) return "0".repeat(code.length);
  return mark.replace(/\d+/g, "1").replace(/[가-하](?=[.)])/g, "가");
}

const FOOTNOTE =
  /(?<=[가-힣a-z\d)\]])\s*(?:\(?주\s*\d{0,2}\)|\[\d{1,2}\]|[¹²³⁰⁴-⁹⁽⁾]+|(?<!\([^()]*)(?<!\d)\d{1,2}\)|[*†‡※]+)$/i;

/** A name without the mark of a footnote behind it: `초록 통학로2)`, `이웃 수리소*`. @param {string} text */
export const unnoted = (text) => text.replace(FOOTNOTE, "");
