/** The keys of a Hangul syllable: what a half-typed syllable may become, and what one wrong key would have made of it. */
(function (hyeopchi) {
  "use strict";

  const { JAMO, SYLLABLES } = hyeopchi.search.text;
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const MEDIALS = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
  const FINALS = ["", ..."ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" ")];

  const syllable = (initial, medial, final) => (initial * 21 + medial) * 28 + final;
  const isSyllable = (id) => id >= 0 && id < SYLLABLES;

  /** @returns {[number, number, number]} */
  function parts(id) {
    return [Math.floor(id / 588), Math.floor(id / 28) % 21, id % 28];
  }

  /** The first consonant of a syllable, or the lone consonant itself. */
  function initial(id) {
    return isSyllable(id) ? INITIALS[parts(id)[0]] : id < 0 ? String.fromCharCode(JAMO - id) : "";
  }

  /** The keys that type a row, for comparing how two words are typed. */
  function strokes(ids) {
    return ids.map((id) => {
      if (!isSyllable(id)) return initial(id) || `<${id}>`;
      const [first, medial, final] = parts(id);
      return INITIALS[first] + MEDIALS[medial] + FINALS[final];
    }).join("");
  }

  /** The syllables that a half-typed one may become: ㅎ and 혀 may become 협. Not the syllable itself. */
  function completions(id) {
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

  /** A syllable whose last consonant belongs to the next one, as happens while typing: 봊 is 보 and a ㅈ to come. */
  function withoutFinal(id) {
    if (!isSyllable(id) || id % 28 === 0) return null;
    const [first, medial, final] = parts(id);
    return syllable(first, medial, FINALS.indexOf(FINALS[final].slice(0, -1)));
  }

  /** The syllables that differ by one vowel or consonant. */
  function neighbours(id) {
    if (!isSyllable(id)) return [];
    const [first, medial, final] = parts(id);
    const found = [];
    for (let m = 0; m < 21; m += 1) if (m !== medial) found.push(syllable(first, m, final));
    for (let f = 0; f < 28; f += 1) if (f !== final) found.push(syllable(first, medial, f));
    for (let i = 0; i < 19; i += 1) if (i !== first) found.push(syllable(i, medial, final));
    return found;
  }

  hyeopchi.search.jamo = { completions, initial, isSyllable, neighbours, strokes, withoutFinal };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
