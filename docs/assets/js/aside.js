/**
 * What a page could not read in this browser's store and put aside: shown above the tool, to look at, to save
 * as a file for somebody who can mend it, or to forget.
 */

import { h } from "./dom.js";
import { give } from "./files.js";
import { counted } from "./gate/limits.js";
import { visible } from "./gate/text.js";
import { asides, forgetAside, textAside } from "./storage.js";

const TOOLS = ["budget-calculator", "sheet", "priorities", "deadlines", "checklist", "edit-screen"];
/** @type {[RegExp, string][]} */
const NAMES = [[/budget/, "예산 한도 계산기"], [/checklist/, "체크리스트"], [/edit/, "편집 화면"], [
  /./,
  "다른 도구",
]];
const MOST_SHOWN = 2_000; // signs
const MOST_LISTED = 30; // of what other pages of the same address may have put there

const button = (text, onclick) => h("button", { type: "button", class: "md-button", onclick }, text);

function nameOf(key) {
  return NAMES.find(([pattern]) => pattern.test(key.replace(/^hyeopchi/, "")))[1];
}

/** One thing that was put aside. @param {string} key @param {() => void} changed */
function entry(key, changed) {
  const text = textAside(key) ?? "";
  const shown = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, nameOf(key)), ` ${counted(text.length)}자`),
    h(
      "details",
      {},
      h("summary", {}, "내용 보기"),
      h("pre", { class: "hg-aside__text", tabindex: "0" }, visible(shown)),
    ),
    h(
      "div",
      { class: "hg-aside__actions" },
      button("파일로 저장", () => give(text, "text/plain", `따로 둔 내용-${nameOf(key)}.txt`)),
      button("지우기", () => {
        forgetAside(key);
        changed();
      }),
    ),
  );
}

/** Shows the list above the page's tool, or nothing when nothing was put aside. */
export function start() {
  const tool = document.querySelector(TOOLS.map((name) => `[data-module="${name}"]`).join(","));
  if (!tool) return;
  const list = h("ul", {});
  const root = h(
    "section",
    { class: "hg-aside hg-no-print", "aria-label": "따로 둔 내용", hidden: true },
    h(
      "p",
      {},
      h("strong", {}, "열지 못해 따로 둔 내용이 있어요."),
      " 이 브라우저에만 있어요. 파일로 저장해 두면 담당자에게 복구를 요청할 수 있어요.",
    ),
    list,
  );
  function show() {
    const keys = asides();
    root.hidden = keys.length === 0;
    list.replaceChildren(
      ...keys.slice(0, MOST_LISTED).map((key) =>
        entry(key, () => {
          show();
          if (root.hidden) tool.querySelector("button, input, select")?.focus();
        })
      ),
    );
  }
  tool.before(root);
  document.addEventListener("hg-aside", show);
  show();
}

if (document.readyState === "complete") start();
else document.addEventListener("DOMContentLoaded", start);
