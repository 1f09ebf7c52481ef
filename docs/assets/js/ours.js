/**
 * A column for the reader's own district beside the cases' figures, kept in this browser: each figure against
 * the median of the others.
 */

import { h, setText } from "./dom.js";
import { register } from "./start.js";
import * as storage from "./storage.js";

const KEY = "hyeopchi.ours";
const MOST = 20; // signs of one figure

/**
 * A whole number as people type it, null for nothing, undefined for what is none.
 * @returns {number | null | undefined}
 */
function numberOf(text) {
  const plain = text.normalize("NFKC").replace(/[,\s]/g, "");
  if (plain === "") return null;
  return /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
}

/** The figure against the others' median (a whole number or half more, so it is exact), in words. */
function said(text, middle) {
  const number = numberOf(text);
  if (number === null) return "";
  if (number === undefined) return "숫자만 적어 주세요. 예: 1,234";
  const more = number - middle;
  const shown = middle.toLocaleString("ko-KR");
  return more === 0
    ? `중앙값(${shown})과 같아요`
    : `중앙값(${shown})보다 ${Math.abs(more).toLocaleString("ko-KR")} ${more > 0 ? "많아요" : "적어요"}`;
}

/** What was typed before, by figure; anything else in the store is left alone. */
function read() {
  const { value } = storage.read(KEY);
  const pairs = value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : [];
  return new Map(pairs.filter(([, text]) => typeof text === "string" && text.length <= MOST));
}

/**
 * What was typed for a row: by its id, or by a label that it had before ids were.
 * @param {Map<string, string>} typed
 * @param {string} key
 * @param {string[]} formerly
 */
function typedFor(typed, key, formerly) {
  const name = [key, ...formerly].find((one) => typed.has(one));
  return (name && typed.get(name)) || "";
}

/** @param {HTMLElement} root */
function start(root) {
  const typed = read();
  root.querySelector("thead tr").append(h("th", { scope: "col" }, "우리 구"));
  const problem = h("p", { class: "hg-note", role: "status" });
  for (const row of root.querySelectorAll("[data-ours]")) {
    const key = row.dataset.ours;
    const formerly = JSON.parse(row.dataset.formerly);
    const words = h("span", { class: "hg-ours__said", role: "status" });
    const input = h("input", {
      type: "text",
      inputmode: "numeric",
      maxlength: String(MOST),
      autocomplete: "off",
      "aria-label": `우리 구: ${row.querySelector("th").textContent}`,
      value: typedFor(typed, key, formerly),
      oninput: () => {
        formerly.forEach((name) => typed.delete(name));
        typed.set(key, input.value);
        setText(words, said(input.value, Number(row.dataset.middle)));
        setText(problem, storage.write(KEY, Object.fromEntries(typed)) ?? "");
      },
    });
    setText(words, said(input.value, Number(row.dataset.middle)));
    row.append(h("td", {}, input, words));
  }
  root.after(problem);
}

register({ ours: start });
