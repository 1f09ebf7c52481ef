/**
 * The verdicts beside the table (on a phone: a bar below that opens): how many, then each limit with its
 * numbers.
 */

import { h, setText, uniqueId } from "../dom.js";
import { names } from "../names.js";
import { followed } from "../rules/evaluate.js";
import { differs, unmeasured } from "../rules/judge.js";
import * as verdictList from "../verdict-list.js";
import { broken, groups, tallies, waiting } from "../verdict-list.js";
import { levelOf, standing } from "../verdict-words.js";
import * as budgetAdjustDoor from "./adjust-door.js";
import { clauseIn, notes } from "./basis.js";
import * as budgetLimit from "./limit.js";
import * as words from "./words.js";

const ANNOUNCE_AFTER = 900; // ms of quiet before the counts are read out

/**
 * How many verdicts stand at each level; what only informs is counted apart, and nowhere shown as a number.
 */
export function countLevels(view, texts) {
  const counts = { breach: 0, care: 0, unknown: 0, ok: 0, na: 0, info: 0, apart: 0 };
  for (const found of view.verdicts) {
    const level = standing(found, texts[found.rule].severity);
    counts[level] += 1;
    if (level !== "info" && differs(found)) counts.apart += 1;
  }
  return counts;
}

/** `위반 1 · 주의 0 · 확인 필요 2`, and how many verdicts hang on the reading. */
export function countsText(counts) {
  return [verdictList.countsText(counts), ...(counts.apart ? [`해석에 따라 다름 ${counts.apart}`] : [])].join(
    " · ",
  );
}

/** One sentence that says where the plan stands. @param {Budget.View} view */
function summary(view, counts) {
  if (view.draft.projects.length === 0) return "사업과 금액을 입력하면 여기에 판정이 나와요.";
  if (counts.breach + counts.care > 0) return "위반·주의 항목부터 확인하세요.";
  const open = counts.apart
    ? ` 해석에 따라 판정이 달라지는 항목이 ${counts.apart}개 있으니 ${names.asked}에 확인하세요.`
    : "";
  if (counts.unknown > 0) return `위반은 없고, 확인할 항목이 ${counts.unknown}개 남았어요.${open}`;
  return `한도를 모두 지켰어요.${open}`;
}

/** What rules that only inform say of the plan: no colour, no count. */
function informing(view, data) {
  const byRule = new Map(view.rules.map((rule) => [rule.id, rule]));
  const items = view.verdicts.filter(({ rule }) => byRule.get(rule).info).map((found) => {
    const [rule, texts] = [byRule.get(found.rule), data.texts[found.rule]];
    return h(
      "li",
      { class: "hg-limit", "data-rule": rule.id, "data-verdict": found.status, "data-level": "info" },
      h(
        "div",
        { class: "hg-limit__head" },
        h("a", { class: "hg-limit__name", href: texts.href }, texts.label),
      ),
      h(
        "p",
        { class: "hg-limit__amounts" },
        `${texts.sentence} ${words.information(rule, found, followed(rule, view.plan), data)}`,
      ),
      h("p", { class: "hg-calc__clause" }, clauseIn(data, view.draft.edition, rule.id)),
    );
  });
  return items.length === 0 ? null : h(
    "section",
    { class: "hg-limit-group hg-informing" },
    h("h3", {}, "참고"),
    h("p", { class: "hg-calc__clause" }, "안내만 하고 위반이나 주의로 판정하지 않아요."),
    h("ul", { class: "hg-limits" }, ...items),
  );
}

/**
 * Whether the reading that is followed counts the project's part.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.View} view
 */
function isFollowed(rule, found, view) {
  const { part } = view.plan.projects.find(({ id }) => id === found.project);
  const { parts } = followed(rule, view.plan).part;
  return !parts.length || part === null || parts.includes(part);
}

/**
 * The limits that judge; a project of the other part stands here only where a reading counts it too, and
 * decides otherwise.
 */
function limits(view, data) {
  const byRule = new Map(view.rules.map((rule) => [rule.id, rule]));
  return view.verdicts.map((found) => [byRule.get(found.rule), found])
    .filter(([rule, found]) =>
      rule.kind === "cap" && !rule.info &&
      (!rule.each || found.status !== "na" || differs(found) || unmeasured(found) ||
        isFollowed(rule, found, view))
    )
    .map(([rule, found]) => ({
      level: standing(found, data.texts[rule.id].severity),
      make: () => budgetLimit.limit(view, rule, found, data),
    }));
}

/**
 * Questions that were answered against a rule, and how many wait for an answer.
 * @param {Budget.View} view
 * @param {Budget.Data} data
 */
function questions(view, data) {
  const asks = view.verdicts.filter(({ rule }) => data.texts[rule].kind === "ask");
  const href = (id) => `#hg-question-${id}`;
  return [
    ...asks.filter(({ status }) => status === "fail").map(({ rule }) => {
      const level = levelOf("fail", data.texts[rule].severity);
      return { level, make: () => broken(level, data.texts[rule].label, href(rule)) };
    }),
    ...waiting(asks.filter(({ status }) => status === "unknown").map(({ rule }) => rule), href),
  ];
}

/**
 * @param {any} store
 * @param {any} drawer
 * @param {HTMLElement[]} ways what is done with the result
 * @returns {HTMLElement}
 */
export function panel(store, drawer, ways) {
  const { data } = store;
  const bodyId = uniqueId("panel");
  const live = h("p", { class: "hg-hidden", role: "status", "data-live": "" });
  const barText = h("span", { class: "hg-panel__counts" });
  const opener = h(
    "button",
    { type: "button", class: "hg-panel__bar", "aria-expanded": "false", "aria-controls": bodyId },
    barText,
    h("span", { class: "hg-panel__open" }),
  );
  const [top, rest] = ["hg-panel__part", "hg-panel__part"].map((name) => h("div", { class: name }));
  const actions = verdictList.actions(...ways);
  const body = h("div", { class: "hg-panel__body", id: bodyId }, top, actions.element, rest);
  const root = h("aside", { class: "hg-panel", "aria-label": "판정" }, opener, body, live);
  const unfolded = new Set(); // levels whose further verdicts are open
  let timer = 0;

  function open(wanted) {
    root.toggleAttribute("data-open", wanted);
    opener.setAttribute("aria-expanded", String(wanted));
    setText(opener.lastElementChild, wanted ? "닫기" : "판정 보기");
  }
  opener.addEventListener("click", () => open(!root.hasAttribute("data-open")));
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root.hasAttribute("data-open")) return;
    open(false);
    opener.focus();
  });
  body.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && !body.querySelector(link.hash)) open(false);
  });

  /** @param {Budget.View} view */
  function update(view) {
    const counts = countLevels(view, data.texts);
    const text = countsText(counts);
    const entries = [...questions(view, data), ...limits(view, data)];
    top.replaceChildren(...[
      h("h2", {}, "판정"),
      h(
        "p",
        { class: "hg-panel__edition" },
        `${data.editions.find(({ id }) => id === view.draft.edition).title} 규칙`,
      ),
      tallies(counts, new Set(entries.map(({ level }) => level))),
      h("p", { class: "hg-panel__summary" }, summary(view, counts)),
      budgetAdjustDoor.isBroken(view)
        ? h("button", {
          type: "button",
          class: "md-button",
          onclick: () => {
            open(false);
            budgetAdjustDoor.open(store, drawer);
          },
        }, "한 번에 맞추기")
        : null,
    ].filter((part) => part !== null));
    actions.show(view.draft.projects.length > 0);
    rest.replaceChildren(
      ...[
        ...groups(entries, unfolded),
        informing(view, data),
        ...notes(view, data).map((text) => h("p", { class: "hg-panel__note" }, text)),
      ].filter((part) => part !== null),
    );
    setText(barText, text);
    clearTimeout(timer);
    timer = setTimeout(() => setText(live, text), ANNOUNCE_AFTER);
  }
  store.on("change", update);
  open(false);
  update(store.view);
  return root;
}
