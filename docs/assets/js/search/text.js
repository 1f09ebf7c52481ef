/**
 * One way to read text, for what is searched and for what is typed. Text becomes a row of units: a Hangul
 * syllable is one, a number with its unit or a Latin word is one, so that 7월 10일, 7. 10., 7.10 and 7/10 are
 * the same unit. Spaces and middle dots are no units: 민·관, 민 관 and 민관 are the same row.
 */

export const HANGUL = 0xac00;
export const SYLLABLES = 11172;
/**
 * A lone consonant or vowel, as it stands while a syllable is typed, has an id below -1; a name never met has
 * -1.
 */
export const JAMO = 0x312f;
/** Stands between sentences and lines: words on its two sides are not neighbours. */
export const BREAK = SYLLABLES;

const COUNTERS = {
  인: "명",
  사람: "명",
  달: "개월",
  번: "회",
  퍼센트: "%",
  프로: "%",
  퍼: "%",
  "％": "%",
  "㎡": "제곱미터",
  년도: "년",
  해: "년",
  차례: "회",
  년간: "년",
  개년: "년",
  군데: "곳",
  가지: "개",
  일간: "일",
  주일: "주",
  주간: "주",
  자치구: "구",
  개구: "구",
  개자치구: "구",
};
const SCALES = {
  백: 1e2,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  십억: 1e9,
  백억: 1e10,
  조: 1e12,
};
const COUNTED = { 한: 1, 두: 2, 세: 3, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 열: 10 };

/** The paragraph numbers of an article: ⑤ is 5항. */
const CIRCLED = 0x245f;

const DIGITS = { 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9 };

const UNIT =
  "퍼센트|프로|개월|개년|년도|년간|개 자치구|개 구(?![가-힣])|자치구|개구|사람|군데|가지|단계|시간|일간|주일|주간|분기|제곱미터|㎡|" +
  "년|월|일|달|명|인|개|건|회|번|차|장|절|조|항|호|점|쪽|구|분|배|곳|팀|주|기|동|위|%|％";
/** What is counted in thousands: 2만 3천 명. */
const HEADS = "명|건|표|개|회|부";
const SCALE = "백만|천만|십만|십억|백억|백|천|만|억";
const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
/** What may stand after a number in words: nothing more, or what is said of it. */
const AFTER =
  "(?:(?![가-힣])|(?=이내|이상|이하|미만|초과|까지|부터|씩|만|을|를|이|은|는|도|에|의|간|안|쯤|정도|마다|전|후|동안|짜리|로|으로|과|와))";
const PATTERN = new RegExp(
  [
    `(?<![가-힣])(?<counted>${
      Object.keys(COUNTED).join("|")
    })\\s?(?<counter>달|사람|명|번|가지|군데|곳|개|해|시간|차례)${AFTER}`,
    `(?<![가-힣])(?<words>[일이삼사오육칠팔구]?[십백천만][일이삼사오육칠팔구십백천만억]*` +
    `|[일이삼사오육칠팔구]+억)\\s?(?<wordsOf>원|프로|퍼센트|명|개월|년|점|개|건|회|일|주|월)${AFTER}`,
    `(?<![가-힣])(?<digit>[일이삼사오육칠팔구])\\s?(?<digitOf>프로|퍼센트|개월|년|분기|단계)${AFTER}`,
    "부록\\s?(?<appendix>\\d{1,2}(?:-\\d)?)(?!\\d|\\.\\d)",
    "(?<![가-힣])제\\s?(?<ordinal>\\d+)\\s?(?<of>장|절|조|항|호)(?!의?\\s?원)",
    "(?<y>(?:19|20)\\d\\d|['’‘]\\d\\d)\\s*[.년/-]\\s*(?<ym>\\d{1,2})\\s*[.월/-]\\s*(?<yd>\\d{1,2})(?!\\d)\\s*(?:일|\\.)?",
    "(?<m>\\d{1,2})\\s*월\\s*(?<d>\\d{1,2})(?!\\d|\\s*월)(?:\\s*일)?(?:\\s*[~∼–-]\\s*(?<d2>\\d{1,2})\\s*일)?",
    "(?<clause>\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}|(?<![\\d-])\\d-\\d-\\d(?!-))" +
    "(?![\\d]|\\.\\d)(?:조|항)?(?:(?:의|\\s)*\\(\\s*(?<item>\\d{1,2})\\s*\\)호?" +
    "|(?:의|\\s)*제?\\s?(?<itemOf>\\d{1,2})\\s?[항호)])?",
    "(?<circled>[①-⑳])",
    "(?<sum>\\d+\\s*억\\s*\\d[\\d,]*\\s*(?:[천백십]\\s*만?|만))(?!\\s*만?\\s*원)",
    "(?<below>\\d+)\\s*분의\\s*(?<above>\\d+)",
    `(?<money>${NUMBER}\\s*(?:${SCALE}|조)?(?:\\s*${NUMBER}\\s*(?:${SCALE}))*\\s*(?:천|백만|억)?\\s*원)(?!장)`,
    `(?<many>\\d+\\s*만\\s*\\d[\\d,]*\\s*[천백]?)\\s*(?<manyOf>${HEADS})`,
    `(?<number>${NUMBER})\\s*(?<scale>${SCALE})?` +
    `(?:(?<=(?:${SCALE}))(?:\\s*(?<scaled>${HEADS}))?|\\s*(?<unit>${UNIT}))(?![.\\d])`,
    "(?<a>\\d{1,2})(?:\\s*[/-]\\s*|\\.\\s*)(?<b>\\d{1,2})(?![\\d.]\\d)\\.?",
    `(?<plain>${NUMBER})`,
    "(?<latin>[a-z][a-z0-9&+]*)",
  ].join("|"),
  "uy",
);
/** What may begin with a Hangul syllable and yet be a number: 제10조, 두 달, 부록5. */
const LEADS = new Set(
  ["제", "부", ...Object.keys(DIGITS), ..."십백천만", ...Object.keys(COUNTED).map((word) => word[0])].map((
    c,
  ) => c.charCodeAt(0)),
);

/**
 * Full width to plain, composed Hangul, lower case. Keeps each character's place where Hangul is composed
 * already.
 */
export function fold(text) {
  return text.normalize("NFC").replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2060]/g, " ").toLowerCase();
}

const value = (text) => Number(text.replaceAll(",", ""));
const year = (text) => (text.length === 4 ? text : `20${text.slice(1)}`);

/** The whole won of an amount such as `3억 5천만 원`, `35,000천원`, `12.8억원`. */
function won(text) {
  let total = 0;
  let part = 0;
  for (const [, number, scale] of text.matchAll(new RegExp(`(${NUMBER})?\\s*(${SCALE})?`, "gu"))) {
    if (number) part = value(number);
    if (scale) {
      // 35,000천원 and 3억 5천만: a scale closes its number; one that follows a closed number multiplies the
      // whole.
      if (part) total += part * SCALES[scale];
      else total *= SCALES[scale];
      part = 0;
    }
  }
  return Math.round(total + part);
}

/** What is said short of its last scale: 10억 5천 is 10억 5천만. */
const closed = (text) => (/[천백십]$/.test(text) ? `${text}만` : text);

/** The number that a word such as 삼천오백만 says. */
function spoken(word) {
  let total = 0;
  let part = 0;
  let digit = 0;
  for (const letter of word) {
    if (DIGITS[letter]) digit = DIGITS[letter];
    else if (letter === "만" || letter === "억") {
      total += (part + digit || 1) * SCALES[letter];
      part = digit = 0;
    } else {
      part += (digit || 1) * (SCALES[letter] ?? 10);
      digit = 0;
    }
  }
  return total + part + digit;
}

/** The names of a number, date or word: the first stands in the row, the others can be found as well. */
export function names(found) {
  if (found.y) return [`${+found.ym}·${+found.yd}`, `${year(found.y)}년`, `${+found.ym}월`, "날짜"];
  if (found.m) {
    const days = [found.d, found.d2].filter(Boolean).map((day) => `${+found.m}·${+day}`);
    return [...days, `${+found.m}월`, "날짜"];
  }
  if (found.clause) {
    const clause = found.clause.replaceAll("-", ".");
    const item = found.item ?? found.itemOf;
    return item ? [`${clause}(${+item})`, clause] : [clause];
  }
  if (found.appendix) return [`부록${found.appendix}`];
  if (found.circled) return [`${found.circled.charCodeAt(0) - CIRCLED}항`];
  if (found.sum) return names({ money: closed(found.sum) });
  if (found.below) return [`${+found.above}·${+found.below}`, "%"];
  if (found.money) return [`${won(found.money)}원`, "원"];
  if (found.many) return names({ number: `${won(found.many)}`, unit: found.manyOf });
  if (found.number) {
    const unit = found.unit ?? found.scaled;
    const counter = unit ? COUNTERS[unit.replace(" ", "")] ?? unit : "";
    const amount = Math.round(value(found.number) * (SCALES[found.scale] ?? 1) * 100) / 100;
    if (counter === "년" && amount > 16 && amount < 24 && found.number.length === 2) return [`20${amount}년`];
    if (found.scale && amount >= 1e4 && !counter) return [`${amount}원`, "원"];
    return counter === "%" ? [`${amount}%`, "%"] : [`${amount}${counter}`];
  }
  if (found.a) return [`${+found.a}·${+found.b}`];
  if (found.plain) {
    const number = value(found.plain);
    return number > 2000 && number < 2040 && !found.plain.includes(",") ? [`${number}년`] : [`${number}`];
  }
  if (found.words) {
    return names({
      [found.wordsOf === "원" ? "money" : "number"]: `${spoken(found.words)}`,
      unit: found.wordsOf,
    });
  }
  if (found.digit) return names({ number: `${DIGITS[found.digit]}`, unit: found.digitOf });
  if (found.ordinal) return [`${+found.ordinal}${found.of}`];
  if (found.counted) return [`${COUNTED[found.counted]}${COUNTERS[found.counter] ?? found.counter}`];
  return [found.latin];
}

/** Numbers for words and figures, given out as they are met. */
export class Names {
  constructor() {
    this.ids = new Map();
  }

  /** The name that has the id. */
  name(id) {
    this.list ??= [];
    if (this.list.length < this.ids.size) this.list = [...this.ids.keys()];
    return this.list[id - BREAK - 1];
  }

  /** The id of a name; -1 for one that was never met, if `learn` is false. */
  id(name, learn) {
    let id = this.ids.get(name);
    if (id === undefined) {
      if (!learn) return -1;
      id = BREAK + 1 + this.ids.size;
      this.ids.set(name, id);
    }
    return id;
  }
}

const isHangul = (code) => code >= HANGUL && code < HANGUL + SYLLABLES;
const isJamo = (code) => code > JAMO + 1 && code < JAMO + 53;
const isStop = (text, at) =>
  text[at] === "\n" || (".!?…".includes(text[at]) && !/\S/.test(text[at + 1] ?? ""));
/** Digits, Latin letters, the apostrophes before a short year, numbers in circles. */
const mayMatch = (code) =>
  (code > 47 && code < 58) || (code > 96 && code < 123) || code === 39 || code === 0x2018 ||
  code === 0x2019 || (code > CIRCLED && code < CIRCLED + 21);

/**
 * The row of units: `ids`, and where each stands (`from`, `to`); `extra`: further ids (the month of a date,
 * its year). `known`: the names given out so far. `learn`: whether to give out new ones.
 */
export function read(text, known, learn) {
  const folded = fold(text);
  const row = { ids: [], from: [], to: [], extra: [] };
  let before = 0;
  for (let at = 0; at < folded.length;) {
    const code = folded.charCodeAt(at);
    const hangul = isHangul(code);
    let end = at + 1;
    if (hangul ? LEADS.has(code) && !isHangul(before) : mayMatch(code)) {
      end = figure(row, folded, at, known, learn) || end;
    }
    if (end === at + 1) {
      if (hangul || isJamo(code)) push(row, hangul ? code - HANGUL : JAMO - code, at, end);
      else if (code !== 32 && isStop(folded, at)) push(row, BREAK, at, end);
    }
    before = folded.charCodeAt(end - 1);
    at = end;
  }
  return row;
}

function push(row, id, from, to) {
  row.ids.push(id);
  row.from.push(from);
  row.to.push(to);
}

/** Takes in the number, date or word that begins at `at`. Returns where it ends; 0 if there is none. */
function figure(row, text, at, known, learn) {
  PATTERN.lastIndex = at;
  const match = PATTERN.exec(text);
  if (!match) return 0;
  const all = names(match.groups);
  // What is typed more exactly than anything here is told, such as 3.3.3(9), is found by what it is a part
  // of.
  const [first, ...others] = learn || known.ids.has(all[0]) || !(match.groups.item ?? match.groups.itemOf)
    ? all
    : all.slice(1);
  push(row, known.id(first, learn), at, at + match[0].length);
  for (const name of others) row.extra.push(known.id(name, learn));
  return at + match[0].length;
}
