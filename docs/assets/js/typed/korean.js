/**
 * Amounts in 조, 억, 만, 천, 백 and 십: `1억 2,345만`, `3천5백만`, `천만`. The twin of macros/typed/korean.py.
 */

import { digits } from "./digits.js";
import { Unread } from "./text.js";

const LARGE = { 조: 10n ** 12n, 억: 10n ** 8n, 만: 10n ** 4n, "": 1n };
const SMALL = { 천: 1000n, 백: 100n, 십: 10n, "": 1n };
const NEXT = { 만: "천", 천: "백", 백: "십", 십: "" };
const SECTION = /^((?:[0-9.,]*[천백십])*[0-9.,]*)([조억만]?)/;
const PIECE = /([0-9.,]*)([천백십]?)/g;
const NAMES = Object.fromEntries(
  [..."영일이삼사오육칠팔구"].map((name, value) => [name, String(value)]).concat([["륙", "6"]]),
);
// A digit by its name, alone before a unit or the end: 일백, 삼십오.
const NAMED = /([0-9]?)([일이삼사오육륙칠팔구])(?=[천백십조억만]|$)/g;
const ORDER = "큰 단위부터 차례로 적어 주세요.";
const BELOW_ONE = "1원보다 작은 돈은 넣을 수 없어요. 소수점을 확인해 주세요.";

/** `일백이십만` -> `1백2십만`; names that stand side by side stay as they are. @param {string} core */
export function withDigits(core) {
  return core.replace(NAMED, (all, before, name) => (before ? all : NAMES[name]));
}

/** Runs `read`; what it cannot read gets the likely form that `whole` makes of its own. */
function within(read, whole) {
  try {
    return read();
  } catch (error) {
    throw error instanceof Unread
      ? new Unread(error.why, error.likely === null ? null : whole(error.likely))
      : error;
  }
}

/**
 * The won of all sections together. Throws Unread; its likely form is that of the whole core.
 * @param {string} core
 * @param {boolean} saysWon
 */
export function wonOf(core, saysWon) {
  let rest = core;
  let won = 0n;
  let above = null;
  while (rest) {
    const [all, text, name] = SECTION.exec(rest);
    const unit = LARGE[name];
    const [before, after] = [core.slice(0, core.length - rest.length), rest.slice(text.length)];
    const part = text || above !== null || !name
      ? within(() => section(text, unit), (likely) => spaced(before + likely + after))
      : unit;
    if (above !== null && (unit >= above || part >= above)) throw new Unread(ORDER);
    rest = rest.slice(all.length);
    if (!rest && !saysWon && unit === 1n) demandSure(core, text, above);
    won += part;
    above = unit;
  }
  return won;
}

/** `2천5백` in a unit. Throws Unread with the likely form of the section. */
function section(text, unit) {
  let won = 0n;
  let above = null;
  for (const { 0: all, 1: typed, 2: small, index } of text.matchAll(PIECE)) {
    if (!all) continue;
    if (above !== null && SMALL[small] >= above) throw new Unread(ORDER);
    const [whole, fraction] = typed
      ? within(
        () => digits(typed, Boolean(small) || unit > 1n),
        (likely) => text.slice(0, index) + likely + text.slice(index + typed.length),
      )
      : ["1", ""];
    won += scaled(whole, fraction, SMALL[small] * unit);
    above = SMALL[small];
  }
  if (above === null) throw new Unread(ORDER);
  return won;
}

/** `whole.fraction` times the unit in whole won. */
function scaled(whole, fraction, unit) {
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(whole + fraction) * unit;
  if (product % scale !== 0n) throw new Unread(BELOW_ONE);
  return product / scale;
}

/** `1억 5천` may mean 5천만, `3만 5` and `2천5` 5천 or 5백, `5천` 5천만; `3만 5천` can only mean 35,000. */
function demandSure(core, text, above) {
  const smalls = text.match(/[천백십]/g) ?? [];
  const endsBare = !Object.hasOwn(SMALL, text.at(-1));
  const inThousands = /^[0-9,]{2,}천$/.test(text);
  if (!(above === null ? smalls.length && !inThousands : endsBare || above > LARGE.만)) return;
  const place = endsBare && /(?:^|[천백십])[0-9]$/.test(text) ? NEXT[smalls.at(-1) ?? "만"] : "";
  const larger = above === LARGE.조 ? "억" : above === LARGE.만 ? "" : "만";
  throw new Unread(`끝의 ‘${text}’에 ‘만원’이나 ‘원’까지 적어 주세요.`, spaced(`${core}${place}${larger}원`));
}

/** `10억5천만원` -> `10억 5천만원`. */
function spaced(core) {
  return core.replace(/([조억만])(?=[0-9])/g, "$1 ");
}
