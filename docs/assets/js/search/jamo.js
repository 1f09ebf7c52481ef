/**
 * The keys of a Hangul syllable: what a half-typed syllable may become, and what one wrong key would have
 * made of it.
 */

import { HANGUL, JAMO, Names, read, SYLLABLES } from "./text.js";

export const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const MEDIALS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
const FINALS = [
  "",
  ..."ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
    .split(" "),
];

const syllable = (initial, medial, final) => (initial * 21 + medial) * 28 + final;
export const isSyllable = (id) => id >= 0 && id < SYLLABLES;

/** @returns {[number, number, number]} */
function parts(id) {
  return [Math.floor(id / 588), Math.floor(id / 28) % 21, id % 28];
}

/** The first consonant of a syllable, or the lone consonant itself. */
export function initial(id) {
  return isSyllable(id) ? INITIALS[parts(id)[0]] : id < 0 ? String.fromCharCode(JAMO - id) : "";
}

/** The keys that type a row, for comparing how two words are typed. */
export function strokes(ids) {
  return ids.map((id) => {
    if (!isSyllable(id)) return initial(id) || `<${id}>`;
    const [first, medial, final] = parts(id);
    return INITIALS[first] + MEDIALS[medial] + FINALS[final];
  }).join("");
}

/** The syllables that a half-typed one may become: ㅎ and 혀 may become 협. Not the syllable itself. */
export function completions(id) {
  const found = [];
  const first = INITIALS.indexOf(initial(id));
  if (first < 0) return found;
  const [, medial, final] = isSyllable(id) ? parts(id) : [0, -1, 0];
  for (let m = 0; m < 21; m += 1) {
    if (medial >= 0 && !MEDIALS[m].startsWith(MEDIALS[medial])) continue;
    for (let f = 0; f < 28; f += 1) {
      if (!FINALS[f].startsWith(FINALS[final]) || (final && m !== medial)) continue;
      if (m !== medial || f !== final) found.push(syllable(first, m, f));
    }
  }
  return found;
}

/**
 * A syllable whose last consonant belongs to the next one, as happens while typing: 봊 is 보 and a ㅈ to come.
 */
export function withoutFinal(id) {
  if (!isSyllable(id) || id % 28 === 0) return null;
  const [first, medial, final] = parts(id);
  return syllable(first, medial, FINALS.indexOf(FINALS[final].slice(0, -1)));
}

/** The syllables that differ by one vowel or consonant. */
export function neighbours(id) {
  if (!isSyllable(id)) return [];
  const [first, medial, final] = parts(id);
  const found = [];
  for (let m = 0; m < 21; m += 1) if (m !== medial) found.push(syllable(first, m, final));
  for (let f = 0; f < 28; f += 1) if (f !== final) found.push(syllable(first, medial, f));
  for (let i = 0; i < 19; i += 1) if (i !== first) found.push(syllable(i, medial, final));
  return found;
}

/** A vowel with 아 or 어 grown into it: 바꾸 becomes 바꿔, 하 becomes 해. */
const GROWN = { ㅜ: ["ㅜㅓ"], ㅗ: ["ㅗㅏ"], ㅣ: ["ㅕ"], ㅏ: ["ㅐ"], ㅡ: ["ㅓ", "ㅏ"], ㅗㅣ: ["ㅗㅐ"] };
const CLOSED_BY = ["", "ㄴ", "ㄹ", "ㅁ", "ㅂ"].map((final) => FINALS.indexOf(final));
const PAST = FINALS.indexOf("ㅆ");

/** The syllables that the last one of a verb's stem becomes in its forms, itself first. */
export function inflected(id) {
  const [first, medial, final] = parts(id);
  if (FINALS[final] === "ㄹ") return [id, ...inflected(withoutFinal(id))];
  if (final) return [id];
  const grown = (GROWN[MEDIALS[medial]] ?? [MEDIALS[medial]]).map((vowel) => MEDIALS.indexOf(vowel));
  return [
    ...CLOSED_BY.map((close) => syllable(first, medial, close)),
    ...grown.flatMap((vowel) => [syllable(first, vowel, 0), syllable(first, vowel, PAST)]),
  ];
}

const syllableOf = (letter) => letter.charCodeAt(0) - HANGUL;

/** Syllables that are one and the same in writing that goes wrong: 참석률, 대열. */
const TWINS = new Map(
  ["율률", "열렬", "양량", "용룡", "연련", "예례", "되돼", "됬됐", "웬왠"].flatMap((
    [a, b],
  ) => [[a, b], [b, a]])
    .map(([letter, other]) => [syllableOf(letter), syllableOf(other)]),
);

/** The ways in which a syllable may be spelled, its own first. */
export const spellings = (id) => (TWINS.has(id) ? [id, TWINS.get(id)] : [id]);

/** What the keys of a Latin keyboard type when they are set to Hangul. */
const KEYS = new Map(
  [..."rㄱRㄲsㄴeㄷEㄸfㄹaㅁqㅂQㅃtㅅTㅆdㅇwㅈWㅉcㅊzㅋxㅌvㅍgㅎkㅏoㅐiㅑOㅒjㅓpㅔuㅕPㅖhㅗyㅛnㅜbㅠmㅡlㅣ"
    .matchAll(/(.)(.)/gu)].map(([, key, letter]) => [key, letter]),
);

/** Text typed with the keyboard left in English: gyqcl is 협치. Null where the keys do not make syllables. */
export function fromKeys(text) {
  const letters = [...text].map((key) => KEYS.get(key) ?? KEYS.get(key.toLowerCase()));
  const isVowel = (at) => MEDIALS.includes(letters[at]);
  let made = "";
  for (let at = 0; at < letters.length;) {
    const first = INITIALS.indexOf(letters[at]);
    if (first >= 0 && at === letters.length - 1) return made + letters[at];
    if (first < 0 || !isVowel(at + 1)) return null;
    const double = letters[at + 1] + letters[at + 2];
    const medial = MEDIALS.includes(double) ? double : letters[at + 1];
    at += 1 + medial.length;
    // A consonant closes the syllable unless a vowel follows it.
    let final = "";
    while (at < letters.length && !isVowel(at) && !isVowel(at + 1) && FINALS.includes(final + letters[at])) {
      final += letters[at++];
    }
    made += String.fromCharCode(HANGUL + syllable(first, MEDIALS.indexOf(medial), FINALS.indexOf(final)));
  }
  return made;
}

const LATIN = new Map([...KEYS].reverse().map(([key, letter]) => [letter, key.toLowerCase()]));

/** Latin text typed with the keyboard left in Hangul: ㅅㄹㅅ is tft. Null where something else stands in it. */
export function toKeys(text) {
  const keys = [...strokes(read(text, new Names(), true).ids)].map((letter) => LATIN.get(letter));
  return keys.length && keys.every(Boolean) ? keys.join("") : null;
}
