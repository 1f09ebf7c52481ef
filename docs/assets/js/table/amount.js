/**
 * A cell as a number. Amounts are read by money.js, as every field of money reads them; a bare number takes its column's unit.
 */
(function (hyeopchi) {
  "use strict";

  const { inLine, plain } = hyeopchi.table.text;

  /**
   * @typedef {{kind: "blank" | "amount" | "share" | "count" | "open" | "text", parts: bigint, own: boolean, less: boolean, text: string, raw: string, counted?: boolean}} Amount
   *   `parts`: the number in hundred-millionths, of won where the cell has a unit of its own (`own`), else of the column's unit;
   *   `less`: below 0; `counted`: worked out by a workbook, rounded to whole won; `open`: not known yet (미정); `text`: what money.js is to read, without the sign; `raw`: as it stands
   */

  const PARTS = 100_000_000n;
  const NOTHING = /^(?:금)?[-–—―−~.․·]*(?:천|백만|만|억)?원?$/;
  const BARE = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,8}))?$/;
  const LOOSE = /^\d[\d,.]*$/;
  const SHARE = /^[+\-–−△▲▽▼]?[\d,.]+%p?$/;
  const COUNT = /^(?:약|총|연|매월|월)?[\d,.]+(?:명|인|건|회|개소|개|곳|차례|차|시간|분|일|개월|월|년|년차|주|점|위|㎡|m2|평|호|동|부|권|식|대|팀|가구|세대|표|매|장|쪽|km|kg|톤)$/;
  const OPEN = /^(?:미정|모름|\?|추후(?:확정|결정|협의)?|협의중|산정중|조정중)$/;
  const SIGN = /^[-–−△▲▽▼∆Δ](?=[\d₩\\])/;
  const ASIDE = /\((?:[^()\d]*|[\d,.]+%[^()]*)\)|[*†‡]+$|(?<=[\d원])[\d,.]*\d%$/g;
  const IN_WORDS = /^(?:일?금)?[영일이삼사오육칠팔구십백천만억조]+원정?$/; // 조정 is no amount
  const UNIT_ONLY = /^(?:천|백만|만|억)?원$/;

  /** @returns {Omit<Amount, "raw">} */
  const made = (kind, text, more = {}) => ({ kind, text, parts: 0n, own: false, less: false, ...more });

  /** A bare number in hundred-millionths. */
  function partsOf(whole, decimals = "") {
    return BigInt(whole.replaceAll(",", "") + decimals.padEnd(8, "0"));
  }

  /** `126,500천원` and below it `80.3%`: the amount counts. */
  function first(text) {
    const lines = plain(text).split(/\n+/).map((line) => line.replace(/\s+/g, "")).filter(Boolean);
    const kept = lines.filter((line) => !/^\(?[\d.,]+%\)?$/.test(line));
    return (kept.length ? kept : lines).join("");
  }

  /** `(1,000)` and `△1,000` are below 0. */
  function signed(text) {
    const bracketed = /^\((?:[-–−△▲])?([\d,.]+(?:천|백만|만|억)?원?)\)$/.exec(text)?.[1];
    if (bracketed) return [bracketed, true];
    const rest = text.replace(SIGN, "");
    return [rest, rest !== text];
  }

  function read(raw) {
    const whole = first(raw);
    if (NOTHING.test(whole)) return made("blank", UNIT_ONLY.test(whole) ? "" : whole);
    if (SHARE.test(whole)) return made("share", whole);
    if (OPEN.test(whole)) return made("open", whole);
    const [text, less] = signed(whole.replace(/^[+]/, ""));
    const said = less ? text : text.replace(ASIDE, "");
    const bare = BARE.exec(said.replace(/\.-?$/, ""));
    if (bare) return made("amount", bare[0], { parts: partsOf(bare[1], bare[2]), less });
    if (COUNT.test(said)) return made("count", said);
    const { won } = /\d/.test(said) || IN_WORDS.test(said) ? hyeopchi.money.parse(said) : { won: null };
    if (won !== null) return made("amount", said, { parts: won * PARTS, own: true, less });
    return made(LOOSE.test(said) ? "amount" : "text", said, { less, wrong: true });
  }

  const known = new Map();

  /** @param {string} raw a cell's text @returns {Amount} */
  function amountOf(raw) {
    if (!known.has(raw)) {
      if (known.size > 20_000) known.clear();
      known.set(raw, { ...read(raw), raw: inLine(raw) });
    }
    return known.get(raw);
  }

  /** In hundred-millionths of won; 0 for what is no amount. @param {Amount} amount @param {bigint} times the column's unit */
  function valueOf({ kind, parts, own, less }, times) {
    if (kind !== "amount") return 0n;
    const value = own ? parts : parts * times;
    return less ? -value : value;
  }

  /**
   * The amount as a field of money takes it: what was typed, with the column's unit where it has none.
   * @param {Amount} amount @param {import("./units").Unit} unit
   * @returns {{typed: string, won: bigint | null, error: string | null}} `typed` "" and 0 won for nothing
   */
  function typedOf(amount, unit) {
    if (amount.kind === "blank") return { typed: "", won: 0n, error: null };
    if (amount.kind === "open") return { typed: "미정", won: null, error: null };
    const exact = amount.counted && !amount.own && !amount.wrong && !amount.less ? amount.parts * unit.times : 0n;
    if (exact % PARTS !== 0n) return inWon((exact + PARTS / 2n) / PARTS);
    const text = `${amount.less ? "-" : ""}${amount.text}`;
    const withUnit = amount.own || amount.wrong || unit.times === 1n ? text : `${text}${unit.id}`;
    const { won, error } = hyeopchi.money.parse(withUnit);
    return won === null ? { typed: amount.raw, won, error } : { typed: hyeopchi.money.format(won), won, error };
  }

  const inWon = (won) => ({ typed: hyeopchi.money.format(won), won, error: null });

  hyeopchi.table = Object.assign(hyeopchi.table || {}, { PARTS, amountOf, typedOf, valueOf });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
