/**
 * How verdicts are said in Korean: pure functions from numbers to sentences.
 */
(function (hyeopchi) {
  "use strict";

  const { format } = hyeopchi.money;
  const { FLOOR, within } = hyeopchi.rules;
  const OPERATORS = { at_most: "이내", below: "미만", at_least: "이상", above: "초과", equal: "와 같게" };
  const ANSWERS = { yes: "예", no: "아니요", unknown: "모름" };

  /** What a verdict is called, with its sign: a failed prohibition is a breach, any other failure calls for care. */
  const LEVELS = {
    breach: { word: "위반", sign: "✕" },
    care: { word: "주의", sign: "!" },
    unknown: { word: "확인 필요", sign: "?" },
    ok: { word: "지킴", sign: "✓" },
    na: { word: "해당 없음", sign: "–" },
  };

  /** @returns {"breach" | "care" | "unknown" | "ok" | "na"} */
  function levelOf(status, severity) {
    if (status !== "fail") return status;
    return severity === "prohibited" ? "breach" : "care";
  }

  function won(amount) {
    return `${format(amount)}원`;
  }

  /** `10% 이내`, `1/3 이상`, `1,000,000,000원 이내`. */
  function limitText(rule, num, den) {
    const share = rule.pairs[0].of !== null;
    const number = !share ? won(num) : (num * 100n) % den === 0n ? `${(num * 100n) / den}%` : `${num}/${den}`;
    return `${number} ${OPERATORS[rule.operator]}`;
  }

  /** The limit in won of the whole: what a part may be at most (rounded down) or has to be at least (up). */
  function limitWon(operator, num, den, whole) {
    const product = num * whole;
    return FLOOR.has(operator) ? (product + den - 1n) / den : product / den;
  }

  /**
   * A share in percent with two decimals, rounded away from its verdict: what fails never shows as the limit.
   * @returns {string | null} null when there is no whole
   */
  function percent(operator, status, part, whole) {
    if (whole === 0n) return null;
    const up = FLOOR.has(operator) ? operator === "above" && status === "ok" : status === "fail";
    const hundredths = (part * 10000n + (up ? whole - 1n : 0n)) / whole;
    const rest = String(hundredths % 100n).padStart(2, "0").replace(/0+$/, "");
    return `${format(hundredths / 100n)}${rest ? `.${rest}` : ""}%`;
  }

  /** An ordinary share for tables: nearest tenth of a percent. */
  function plainPercent(part, whole) {
    if (whole === 0n) return "–";
    const tenths = (part * 2000n + whole) / (2n * whole);
    return `${tenths / 10n}.${tenths % 10n}%`;
  }

  /**
   * What would mend a failing cap: the least amounts, each alone enough. Where a reading lets the part lie only partly
   * in its whole, what one won in the part does depends on where it stands, so that no one amount can be named for it.
   */
  function mending(rule, pair, found) {
    const floor = FLOOR.has(rule.operator);
    const [own, rest] = floor ? ["add", "cut"] : ["cut", "add"];
    const ways = [];
    if (found[own] !== null && (pair.of === null || within(pair.part, pair.of))) ways.push([floor ? "더 넣어야 할 금액" : "줄여야 할 금액", found[own]]);
    if (found.move !== null) ways.push([floor ? "또는 옮겨 오면 되는 금액" : "또는 옮기면 되는 금액", found.move]);
    if (found[rest] !== null) {
      ways.push([floor ? "또는 나머지에서 줄이면 되는 금액" : "또는 나머지에 더 넣으면 되는 금액", found[rest]]);
    }
    return ways.filter(([, amount]) => amount > 0n);
  }

  /** `재원을 가리지 않고 모두 넣어 재기: 위반 · 시비만 넣어 재기: 지킴` */
  function readingsText(found, texts) {
    return found.readings
      .map(([id, status]) => `${texts.readings[id] ?? id}: ${LEVELS[levelOf(status, texts.severity)].word}`).join(" · ");
  }

  /** The last sound decides the particle: 을/를, 이/가. */
  function particle(word, consonant, vowel) {
    const code = word.charCodeAt(word.length - 1) - 0xac00;
    return code >= 0 && code < 11172 && code % 28 === 0 ? vowel : consonant;
  }

  hyeopchi.words = { ANSWERS, LEVELS, levelOf, limitText, limitWon, mending, particle, percent, plainPercent,
    readingsText, won };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
