/**
 * The right particle after a word (macros/words/korean.py): the last letter or digit decides.
 */

// 영 일 이 삼 사 오 육 칠 팔 구
const DIGITS = [1, 1, 0, 1, 0, 0, 1, 1, 1, 0];

/** @returns {boolean | null} null where nobody can tell the sound from the spelling */
function endsInConsonant(word) {
  const last = [...word].reverse().find((char) => /[\p{L}\p{N}]/u.test(char)) ?? "";
  if (last >= "가" && last <= "힣") return (last.charCodeAt(0) - 0xac00) % 28 !== 0;
  return /^[0-9]$/.test(last) ? DIGITS[Number(last)] === 1 : null;
}

/** `particle("점수(합)", "은/는")` -> 는: the first follows a consonant; a word is read without the brackets behind it. */
export function particle(word, pair) {
  const [afterConsonant, afterVowel] = pair.split("/");
  const ends = endsInConsonant(word.replace(/\s*\([^()]*\)$/u, "") || word);
  if (ends === null) return `${afterConsonant}(${afterVowel})`;
  return ends ? afterConsonant : afterVowel;
}
