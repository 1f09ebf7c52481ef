/**
 * Money as people type it, kept as whole won: "1,234,000", "１２０００원", "12,000천원", "1억 2,000만원".
 */
(function (hyeopchi) {
  "use strict";

  const MOST = 10n ** 15n;
  const LARGE = { 조: 10n ** 12n, 억: 10n ** 8n, 만: 10n ** 4n, "": 1n };
  const SMALL = { 천: 1000n, 백: 100n, 십: 10n, "": 1n };
  // "2천5백만" is one section: small pieces, then the large unit that multiplies them.
  const SECTION = /^((?:\d[\d,]*(?:\.\d+)?[천백십]?)+)([조억만]?)/;
  const PIECES = /(\d[\d,]*)(?:\.(\d+))?([천백십]?)/g;
  const UNDECIDED = /^(미정|모름|\?)$/;
  const HINT = "예: 12,000,000 또는 1,200만원";

  /**
   * @typedef {{won: bigint | null, error: string | null, blank: boolean}} Money
   *   `won` null: not known, either said so (미정) or because of `error`.
   */

  function refused(error) {
    return { won: null, error, blank: false };
  }

  // A large table is read anew after every letter; nearly all of its texts are those of before.
  const known = new Map();
  const MOST_KNOWN = 20_000;

  /**
   * @param {string} typed
   * @returns {Money}
   */
  function parse(typed) {
    if (!known.has(typed)) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(typed, Object.freeze(read(typed)));
    }
    return known.get(typed);
  }

  function read(typed) {
    const text = typed.normalize("NFKC").replace(/\s+/g, "").replace(/^₩/, "");
    if (text === "") return { won: 0n, error: null, blank: true };
    if (UNDECIDED.test(text)) return { won: null, error: null, blank: false };
    if (/^[-−△▲]/.test(text)) return refused("0원보다 적은 금액은 넣을 수 없어요.");
    const won = sum(text.replace(/원$/, ""), text.endsWith("원"));
    if (typeof won === "string") return refused(won);
    return won > MOST ? refused("너무 큰 금액이에요(1,000조 원까지).") : { won, error: null, blank: false };
  }

  /** The won of all sections ("1억" + "2,000만"), or the sentence that says what is wrong. */
  function sum(text, saysWon) {
    let rest = text;
    let won = 0n;
    let above = null;
    do {
      const found = SECTION.exec(rest);
      if (!found) return `숫자로 적어 주세요. ${HINT}`;
      const unit = LARGE[found[2]];
      if (above !== null && unit >= above) return `단위의 순서를 확인해 주세요. ${HINT}`;
      rest = rest.slice(found[0].length);
      const section = sectionSum(found[1], unit);
      if (typeof section === "string") return section;
      if (!rest && !saysWon && isDoubtful(found[1], unit, above)) {
        return `끝의 ‘${found[0]}’에 ‘만원’이나 ‘원’까지 적어 주세요.`;
      }
      won += section;
      above = unit;
    } while (rest);
    return won;
  }

  /** "2천5백" in the given unit. */
  function sectionSum(text, unit) {
    let won = 0n;
    let above = null;
    for (const [, whole, fraction, small] of text.matchAll(PIECES)) {
      if (above !== null && SMALL[small] >= above) return `단위의 순서를 확인해 주세요. ${HINT}`;
      const piece = scaled(whole.replaceAll(",", ""), fraction ?? "", SMALL[small] * unit);
      if (piece === null) return "1원보다 작은 돈은 넣을 수 없어요. 소수점을 확인해 주세요.";
      won += piece;
      above = SMALL[small];
    }
    return won;
  }

  /** "1억 5천" may mean 5천만, "3만 5" and "2천5" may mean 5천 or 5백; "3만 5천" can only mean 35,000. */
  function isDoubtful(section, unit, above) {
    if (unit !== 1n) return false;
    const endsBare = /\d$/.test(section);
    return above === null ? endsBare && /[천백십]/.test(section) : endsBare || above > LARGE.만;
  }

  /** `whole.fraction` times the unit in whole won; null when won would be left over. */
  function scaled(whole, fraction, unit) {
    const scale = 10n ** BigInt(fraction.length);
    const product = BigInt(whole + fraction) * unit;
    return product % scale === 0n ? product / scale : null;
  }

  /** @param {bigint} won */
  function format(won) {
    return String(won).replace(/\B(?=(\d{3})+$)/g, ",");
  }

  /**
   * As it is read aloud: "1억 2,000만 원". A help beside the number, never instead of it.
   * @param {bigint} won
   */
  function readBack(won) {
    if (won < LARGE.만) return `${format(won)}원`;
    const pieces = [];
    let rest = won;
    for (const name of ["조", "억", "만"]) {
      if (rest >= LARGE[name]) pieces.push(`${format(rest / LARGE[name])}${name}`);
      rest %= LARGE[name];
    }
    return rest ? `${pieces.join(" ")} ${format(rest)}원` : `${pieces.join(" ")} 원`;
  }

  hyeopchi.money = { MOST, format, parse, readBack };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
