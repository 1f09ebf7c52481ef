/**
 * Amounts as they are read aloud, in which a wrong unit is heard at once.
 */

const DIGITS = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const PLACES = ["", "십", "백", "천"];
const GROUPS = ["", "만", "억", "조", "경"];

/** Four digits as they are said: 2500 is 이천오백. One is not said before 십, 백, 천. */
function saidFour(digits) {
  return [...digits].map((digit, at) => {
    const place = PLACES[digits.length - 1 - at];
    return digit === "0" ? "" : `${digit === "1" && place ? "" : DIGITS[digit]}${place}`;
  }).join("");
}

/** An amount as it is read aloud: `이백오십만 원`. @param {bigint} amount won */
export function inWords(amount) {
  if (amount === 0n) return "영 원";
  const fours = String(amount).replace(/\B(?=(\d{4})+$)/g, " ").split(" ").map((
    four,
    at,
    all,
  ) => [four.replace(/^0+/, ""), GROUPS[all.length - 1 - at]]);
  return `${
    fours.filter(([four]) => four !== "").map(([four, group]) =>
      `${four === "1" && group === "만" ? "" : saidFour(four)}${group}`
    ).join(" ")
  } 원`;
}
