/**
 * What every printed sheet of a tool has: its head, the heads of its tables, and that it is made anew for
 * every print.
 */

import { h } from "../dom.js";

/** Heads of a table; from `numbers` on they stand over numbers. */
export function headRow(texts, numbers = texts.length) {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      ...texts.map((text, at) => h("th", { scope: "col", class: at >= numbers ? "hg-number" : null }, text)),
    ),
  );
}

/** Title, edition, date, version: the head of every printed sheet. */
export function head(title, facts) {
  const day = new Date().toLocaleDateString("ko-KR", { dateStyle: "long" });
  return h("header", {}, h("h2", {}, title), h("p", {}, [...facts, `인쇄한 날 ${day}`].join(" · ")));
}

/** Builds the sheet anew for every print, by `parts`. */
export function report(parts) {
  const root = h("section", { class: "hg-report", "aria-label": "인쇄본" });
  const build = () => root.replaceChildren(...parts().filter((part) => part !== null));
  const printing = globalThis.matchMedia("print");
  printing.addEventListener("change", () => printing.matches && build());
  globalThis.addEventListener("beforeprint", build);
  return root;
}
