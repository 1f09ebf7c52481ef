/**
 * A record's texts as pages show them: with the values in place of the references, and the right particle behind.
 */

import { particle } from "../particle.js";
import * as editTexts from "./texts.js";

const EITHER = /^(?:\((.)\)(.+)|([^()\s]+)\(([^()]+)\))/u;

/** A particle that fits every value (`을(를)`, `(으)로`), as the pair that it stands for, and how long it is. */
function pairAt(text) {
  const found = EITHER.exec(text.slice(0, 8));
  const all = [
    "을(를)",
    "를(을)",
    "이(가)",
    "가(이)",
    "은(는)",
    "는(은)",
    "과(와)",
    "와(과)",
    "(으)로",
    "으로(로)",
    "이에요(예요)",
    "(이)나",
    "(이)라",
    "(이)며",
    "(이)고",
  ];
  const whole = found ? all.find((one) => text.startsWith(one)) : undefined;
  if (!whole) return null;
  const [, inner, rest, first, second] = EITHER.exec(whole) ?? [];
  const [closed, open] = inner ? [inner + rest, rest] : [first, second];
  const swapped = ["를", "가", "는", "와"].includes(closed);
  return { length: whole.length, pair: swapped ? `${open}/${closed}` : `${closed}/${open}` };
}

/** 서울로, not 서울으로. */
function behind(value, pair) {
  const code = value.charCodeAt(value.length - 1) - 0xac00;
  return pair === "으로/로" && code >= 0 && code % 28 === 8 ? "로" : particle(value, pair);
}

/** A figure of the record that is open: what is typed now counts. */
function ownFigure(node, label) {
  const field = (key) => node.pairs?.find((pair) => pair.key === key)?.node.value;
  if (field("label") === label && typeof field("value") === "number") {
    return `${field("value").toLocaleString("ko-KR")}${field("unit") ?? ""}`;
  }
  const inner = [...(node.items ?? []), ...(node.pairs ?? []).map((pair) => pair.node)];
  return inner.map((one) => ownFigure(one, label)).find((one) => one !== undefined);
}

/**
 * @param {string} text
 * @param {{said: Record<string, string>, called: Record<string, string>, known: any, values: any, tree: any,
 *   kind: string, id: string, editions: string[]}} within `said`: what pages show for whole references
 */
export function filledIn(text, { said, called, known, values, tree, kind, id, editions }) {
  if (!text.includes("((")) return text;
  const published = Object.entries(said).reduce((whole, [one, value]) => whole.split(one).join(value), text);
  const value = (way) => {
    const [name, first = ""] = way.split("/").map((part) => part.trim());
    const named = way.split("/").slice(2).join("/").trim();
    const target = called[name];
    const key = first.split("@")[0].trim();
    const dated = editions.length === 1 ? `${key}-${editions[0]}` : key;
    const all = values?.[target]?.[key] ?? values?.[target]?.[dated];
    const own = target === kind && key === id ? ownFigure(tree, named) : undefined;
    return own ?? all?.[named] ?? (named === "이름" ? known[target]?.[key] : undefined);
  };
  let [made, end] = ["", 0];
  for (const found of published.matchAll(editTexts.REFERENCE)) {
    const put = value(found[1]);
    const next = found.index + found[0].length;
    if (put === undefined) continue; // told of at its field, or hangs on the edition
    const pair = pairAt(published.slice(next));
    made += published.slice(end, found.index) + put + (pair ? behind(put, pair.pair) : "");
    end = next + (pair?.length ?? 0);
  }
  return made + published.slice(end);
}
