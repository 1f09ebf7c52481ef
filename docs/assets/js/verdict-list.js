/**
 * Verdicts beside a form, of a plan and of a sheet alike: how many stand how, with the way to the first of
 * their kind; then all of them, the worst first.
 */

import { h } from "./dom.js";
import { LEVELS } from "./verdict-words.js";

const COUNTED = ["breach", "care", "unknown"];
const MOST_SHOWN = 20; // verdicts of one level in sight; the others are folded

/** `위반 1 · 주의 0 · 확인 필요 2` @param {Record<string, number>} counts */
export function countsText(counts) {
  return COUNTED.map((level) => `${LEVELS[level].word} ${counts[level]}`).join(" · ");
}

function groupId(level) {
  return `hg-level-${level}`;
}

/**
 * The counts; one that is not 0 leads to the first of its kind.
 * @param {Record<string, number>} counts
 * @param {Set<string>} levels that stand below
 */
export function tallies(counts, levels) {
  return h(
    "ul",
    { class: "hg-tallies" },
    ...COUNTED.map((level) => {
      const parts = [
        h("span", { class: "hg-tally__word" }, `${LEVELS[level].sign} ${LEVELS[level].word}`),
        h("strong", {}, String(counts[level])),
      ];
      return h(
        "li",
        { class: "hg-tally", "data-level": level, "data-none": counts[level] === 0 },
        levels.has(level) && counts[level] > 0
          ? h("a", { href: `#${groupId(level)}` }, ...parts)
          : h("span", {}, ...parts),
      );
    }),
  );
}

/**
 * What is too much to stand in sight, made when the reader opens it; it stays open while the verdicts change.
 */
function folded(title, name, makers, unfolded) {
  const list = h("ul", { class: "hg-limits" });
  const fold = h(
    "details",
    {
      class: "hg-calc__fold",
      open: unfolded.has(name),
      ontoggle: () => {
        if (fold.open) unfolded.add(name);
        else unfolded.delete(name);
        show();
      },
    },
    h("summary", {}, title),
    list,
  );
  const show = () => {
    if (fold.open && !list.hasChildNodes()) list.append(...makers.map((make) => make()));
  };
  show();
  return fold;
}

function group(level, entries, unfolded) {
  const makers = entries.map(({ make }) => make);
  const shown = makers.slice(0, MOST_SHOWN);
  const rest = makers.slice(MOST_SHOWN);
  return h(
    "section",
    { class: "hg-limit-group", id: groupId(level), tabindex: "-1", "aria-label": LEVELS[level].word },
    h("h3", { class: "hg-hidden" }, LEVELS[level].word),
    h(
      "ul",
      { class: "hg-limits" },
      ...shown.map((make) => make()),
    ),
    rest.length === 0
      ? null
      : folded(`${LEVELS[level].word} ${rest.length}개 더 보기`, level, rest, unfolded),
  );
}

/**
 * The verdicts by level, the worst first; within a level in their own order.
 * @param {{level: string, make: () => HTMLElement}[]} entries
 * @param {Set<string>} unfolded levels whose further verdicts are open
 * @returns {HTMLElement[]}
 */
export function groups(entries, unfolded) {
  return Object.keys(LEVELS).map((level) => [level, entries.filter((entry) => entry.level === level)])
    .filter(([, found]) => found.length > 0).map(([level, found]) => group(level, found, unfolded));
}

/**
 * A rule that an answer breaks: what it is called, with the way to its question.
 * @param {Record<string, string>} [attributes]
 */
export function broken(level, label, href, attributes = {}) {
  return h(
    "li",
    { class: "hg-limit", "data-level": level, ...attributes },
    h(
      "div",
      { class: "hg-limit__head" },
      h("span", { class: "hg-level", "data-level": level }, `${LEVELS[level].sign} ${LEVELS[level].word}`),
      h("a", { href }, label),
    ),
  );
}

/**
 * The questions that wait for an answer, as one entry.
 * @param {string[]} open their rules
 * @param {(id: string) => string} href
 */
export function waiting(open, href) {
  return open.length === 0 ? [] : [{
    level: "unknown",
    make: () =>
      h(
        "li",
        { class: "hg-limit" },
        h("a", { href: href(open[0]) }, `답하지 않은 질문 ${open.length}개에 답하기`),
      ),
  }];
}

/**
 * What is done with the result. The first is what is mostly taken: it stands out once there is something to
 * take.
 * @param {...HTMLElement} buttons @returns {{element: HTMLElement, show: (isFilled: boolean) => void}}
 */
export function actions(...buttons) {
  const element = h(
    "div",
    { class: "hg-actions hg-no-print", role: "group", "aria-label": "결과 내보내기" },
    ...buttons,
  );
  return {
    element,
    show: (isFilled) => {
      buttons[0].classList.toggle("md-button--primary", isFilled);
    },
  };
}
