/**
 * Korean verbs as they are typed, back to their stem: 남으면, 남은, 남았을 때 are all 남. Endings are taken off letter
 * by letter, what two vowels grew into is taken apart (바꿔 is 바꾸 and 어), and only stems that are known count.
 */

/** The consonants that close a syllable, written as lone letters in the lists below. */
const CLOSING = { ㄴ: "\u11ab", ㄹ: "\u11af", ㅁ: "\u11b7", ㅂ: "\u11b8", ㅆ: "\u11bb" };
const jamo = (text) => text.normalize("NFD").replace(/[ㄴㄹㅁㅂㅆ]/g, (letter) => CLOSING[letter]);
const any = (text) => `(?:${jamo(text.trim().replace(/\s+/g, "|"))})`;

const HONORIFIC = `${any("으시 시")}?`;
/** After the stem: statements, questions, what joins, what makes a noun of it. */
const PLAIN = any(`
    다 ㄴ다 는다 니 냐 나 네 ㄴ가 은가 는가 ㄴ지 은지 는지 ㄹ지 을지 ㄹ까 을까 나요 네요 ㄴ가요 은가요 는가요 ㄴ지요 은지요 는지요 ㄹ까요 을까요 ㅂ니다 습니다
    ㅂ니까 습니까 면 으면 려면 으려면 려고 으려고 러 으러 고 고서 며 으며 면서 으면서 지 지요 죠 지만 기 기로 기도 기는 기를 기가 기만 기에 게 게요 도록 는데 ㄴ데
    은데 는데요 ㄹ때 을때 ㄹ 을 ㄴ 은 는 ㅁ 음 던 거나 든지 자 자면 라고 다가 다면 ㄴ다면 는다면 세요 으세요 시오 십시오 니까 으니까 므로 으므로 ㄹ게요 을게요 ㄹ래요
    ㄴ거 은거 는거 ㄹ거 을거 ㄴ것 은것 는것 ㄹ것 을것 는게 ㄴ게 은게 ㄴ후 은후 ㄴ뒤 은뒤 기전 ㄹ경우 을경우 는경우 ㄴ경우 는법 는곳 ㄹ곳 ㄹ수록 을수록 느라
  `);
/** After 아, 어 or the vowel that it has become. */
const JOINED = `${any("서 서는 서도 야 야만 야지 도 도요 요 라 서요 야죠")}`;
const MAY = `${any("하 할 해 한 합 하나 되 될 돼 된 됩")}[\\u1100-\\u11ff]*`;
/** A further verb: may, need not, want to, for somebody; what follows it is only an ending. */
const HELPED = `(?:${any("ㄹ수 을수 ㄹ수가 을수가 ㄹ수도 을수도")}${any("있 없")}|${any("지 지는 지도")}${
  any("않 못하 말 못")
}|${any("고")}${any("싶 있")})`;
/** A further verb right behind it, what is done (지: 채워진) or for whom (주: 보내 준). */
const AFTER_A = `(?:${JOINED}|${any("야 도 야만")}${MAY}|${
  any("주 줘 줄 준 보 봐 볼 본 놓 두 둬 버리 버려 드리 드려 드릴 지 진 져 질 졌 집 놔 둔 둘")
}[\\u1100-\\u11ff]*|\\u11bb(?:${any("을")}?${PLAIN}|${any("어")}${JOINED}?|${any("었")}.*)|)`;
const REST = "[\\u1100-\\u11ff]*";
const ENDING = new RegExp(
  `^${HONORIFIC}(?:${PLAIN}|${HELPED}${REST}|${any("았 었 였 겠")}(?:${PLAIN}|${any("어")}${JOINED}?)|${
    any("아 어 여")
  }${AFTER_A}|${any("셔 셨")}${REST})$`,
);
const CONTRACTED = new RegExp(`^${AFTER_A}$`);
/** A vowel that has taken in 아 or 어, and what it was. */
const GREW = {
  "\u116f": "\u116e",
  "\u116a": "\u1169",
  "\u1167": "\u1175",
  "\u1162": "\u1161\u1162",
  "\u116b": "\u116c\u116b",
  "\u1165": "\u1173\u1165",
  "\u1161": "\u1173\u1161",
  "\u1166": "\u1166",
};
const VOWEL = /[\u1161-\u1175]$/;
const FLEETING = /^[\u11ab\u11af\u11b8]|^[\u1102\u1109]/;

/** The stems that `head` may be, if `rest` is all ending. */
function* stems(head, rest) {
  const open = VOWEL.test(head);
  if (ENDING.test(rest)) {
    yield head;
    if (open && FLEETING.test(rest)) yield `${head}\u11af`; // 만드는 of 만들
    if (/\u110b\u116e$/.test(head)) yield `${head.slice(0, -2)}\u11b8`; // 도우면 of 돕
  }
  if (!open || !CONTRACTED.test(rest)) return;
  for (const vowel of GREW[head.at(-1)] ?? "") yield head.slice(0, -1) + vowel;
  if (/\u110b[\u116f\u116a]$/.test(head)) yield `${head.slice(0, -2)}\u11b8`; // 도와 of 돕
  if (/\u11af\u1105[\u1161\u1165]$/.test(head)) yield `${head.slice(0, -3)}\u1105\u1173`; // 골라 of 고르
}

/** The longest known stem of which `text` is a form; null if there is none. */
export function stem(text, known) {
  const letters = jamo(text);
  for (let cut = letters.length; cut > 1; cut -= 1) {
    if (/[\u1100-\u1112]/.test(letters[cut - 1])) continue; // it begins the next syllable
    for (const found of stems(letters.slice(0, cut), letters.slice(cut))) {
      const word = found.normalize("NFC");
      if (known.has(word)) return word;
    }
  }
  return null;
}
