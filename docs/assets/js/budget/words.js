/**
 * How verdicts are said in Korean: pure functions from numbers to sentences.
 */
(function (hyeopchi) {
  "use strict";

  const { format } = hyeopchi.money;
  const { FLOOR, within } = hyeopchi.rules;
  const { LEVELS, OPERATORS, levelOf } = hyeopchi.verdictWords;

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

  hyeopchi.words = { limitText, limitWon, mending, plainPercent, readingsText, won };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
