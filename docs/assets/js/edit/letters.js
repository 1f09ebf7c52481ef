/**
 * What a text of a record may hold: letters that people see, no sign of a template, no more than a page can
 * bear. The twin of macros/reading/letters.py, which says why; a test keeps the two alike.
 */

const UNSEEN = new RegExp(
  "[\\u0085\\u00a0\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u1680" +
    "\\u17b4\\u17b5\\u180b-\\u180f" +
    "\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ud800-\\uf8ff" +
    "\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff" +
    "\\u{110bd}\\u{110cd}\\u{13430}-\\u{13455}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{10ffff}]",
  "u",
);
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
const PILED = /\p{M}{9}/u; // more marks on one letter than any language has
const TEMPLATE = /\{[{%#]/;
const LONGEST = 2000;

function code(found) {
  return found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
}

function unseenFault(found) {
  const number = found[0].codePointAt(0);
  return number >= 0xf0000 || (number >= 0xe000 && number <= 0xf8ff)
    ? `한글(HWP)에서만 보이는 글머리표나 기호(U+${code(found)})가 있어요. 지우거나 '-'나 '•'로 바꿔 주세요.`
    : `눈에 보이지 않는 글자(U+${code(found)})가 있어요. 지우거나 보통 빈칸으로 바꿔 주세요.`;
}

/** What is wrong with a text; undefined when nothing is. @param {string} text */
export function letterFault(text) {
  const [long, control, unseen, template] = [
    [...text].length,
    CONTROL.exec(text),
    UNSEEN.exec(text),
    TEMPLATE.exec(text),
  ];
  if (long > LONGEST) {
    return `글이 너무 길어요(${long.toLocaleString("en")}자). 2,000자까지 쓸 수 있어요. 나누어 적어 주세요.`;
  }
  if (control) return `쓸 수 없는 글자(U+${code(control)})가 있어요. 지워 주세요.`;
  if (unseen) return unseenFault(unseen);
  if (PILED.test(text)) return "한 글자에 부호가 8개 넘게 붙어 있어요. 남는 것을 지워 주세요.";
  if (template) {
    return `'${
      template[0]
    }' 기호는 쓸 수 없어요. 프로그램이 명령으로 읽을 수 있어요. 꼭 필요하면 사이를 한 칸 띄어 주세요.`;
  }
  return undefined;
}
