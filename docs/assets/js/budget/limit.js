/**
 * One cap's verdict: word and sign, share or amount against its limit, a meter, and what to do.
 */

import { h } from "../dom.js";
import { followed } from "../rules/evaluate.js";
import { room } from "../rules/headroom.js";
import { FLOOR } from "../rules/judge.js";
import { LEVELS, percent, standing } from "../verdict-words.js";
import { clauseIn } from "./basis.js";
import { furtherText, openText, readingsTold } from "./remarks.js";
import { limitText, limitWon, measured, mending, shrinking, won } from "./words.js";

const LIMIT_AT = 80n; // the limit stands at 80% of the meter, so that there is room to see what is over it

/**
 * The limit's text; without a choice that it hangs on, what is to be chosen.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
export function limitOf(rule, found, data) {
  if (rule.choice !== null && found.readings.length === 0) {
    return `${data.choices.find(({ id }) => id === rule.choice)?.label ?? rule.choice}을 먼저 골라 주세요`;
  }
  return limitText(rule, found.num, found.den);
}

/**
 * `95,000,000원 / 한도 100,000,000원`, with what is measured.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Comparison} pair
 * @param {Budget.Data} data
 */
export function amountsText(rule, found, pair, data) {
  if (found.readings.length === 0) return `${measured(rule, pair.part, data)} ${won(found.part)}`;
  const limit = limitWon(rule.operator, found.num, found.den, pair.of ? found.whole : 1n);
  const word = FLOOR.has(rule.operator) ? "적어도" : "한도";
  return `${measured(rule, pair.part, data)} ${won(found.part)} / ${word} ${won(limit)}` +
    (pair.of ? ` (${measured(rule, pair.of, data)} ${won(found.whole)} 기준)` : "");
}

/** @param {Rules.Rule} rule @param {Rules.Verdict} found @param {Rules.Comparison} pair */
function meter(rule, found, pair) {
  const limit = limitWon(rule.operator, found.num, found.den, pair.of ? found.whole : 1n);
  const filled = limit > 0n ? (found.part * LIMIT_AT * 10n) / limit : found.part > 0n ? 1000n : 0n;
  const bar = h("span", { class: "hg-meter__fill" });
  bar.style.inlineSize = `${Number(filled > 1000n ? 1000n : filled) / 10}%`;
  return h(
    "span",
    { class: "hg-meter", "aria-hidden": "true" },
    bar,
    h("span", { class: "hg-meter__limit" }),
  );
}

/**
 * What more would fit under this one rule: newly added, and moved within the whole.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Comparison} pair
 * @param {Budget.View} view
 */
function spare(rule, found, pair, view) {
  if (found.status !== "ok" || FLOOR.has(rule.operator)) return [];
  const { parts, kinds, funds } = pair.part;
  const into = {
    project: found.project ?? "",
    part: parts[0] ?? pair.of?.parts[0] ?? "",
    kinds: [kinds[0] ?? ""],
    fund: funds[0] ?? pair.of?.funds[0] ?? "",
  };
  const fresh = room([rule], view.plan, into).won;
  const moved = kinds.length ? room([rule], view.plan, into, { ...into, kinds: [""] }).won : null;
  return [["새로 더 넣을 수 있는 금액", fresh], ["옮길 수 있는 금액", moved]].filter(([, amount]) =>
    amount !== null
  );
}

function factList(pairs) {
  return pairs.length === 0 ? null : h(
    "dl",
    { class: "hg-limit__facts" },
    ...pairs.map(([label, amount]) => h("div", {}, h("dt", {}, label), h("dd", {}, won(amount)))),
  );
}

/**
 * What explains a verdict further: why more has to be cut than stands over, where readings part, what is
 * open.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Comparison} pair
 * @param {Budget.Data} data
 */
function remarks(view, rule, found, pair, data) {
  const said = [
    furtherText(rule, found, pair, view.plan),
    shrinking(rule, pair, found, pair.of ? measured(rule, pair.of, data) : ""),
    ...readingsTold(found, pair.id, data.texts[rule.id]),
    openText(rule, found, view.plan, data.funds),
  ];
  return said.filter((text) => text !== null).map((text) => h("p", { class: "hg-limit__remark" }, text));
}

/**
 * @param {any} view
 * @param {any} found a cap's verdict
 * @returns {HTMLElement}
 */
export function limit(view, rule, found, data) {
  const texts = data.texts[rule.id];
  const level = standing(found, texts.severity);
  const pair = followed(rule, view.plan);
  const project = view.draft.projects.find(({ id }) => id === found.project);
  const share = pair.of && found.status !== "na"
    ? percent(rule.operator, found.status, found.part, found.whole)
    : null;
  const decided = found.status === "ok" || found.status === "fail";
  return h(
    "li",
    {
      class: "hg-limit",
      "data-rule": rule.id,
      "data-verdict": found.status,
      "data-project": found.project,
      "data-level": level,
    },
    h(
      "div",
      { class: "hg-limit__head" },
      h("span", { class: "hg-level", "data-level": level }, `${LEVELS[level].sign} ${LEVELS[level].word}`),
      h("a", { class: "hg-limit__name", href: texts.href }, texts.label),
      h(
        "span",
        { class: "hg-limit__share" },
        decided && share ? `${share} / ` : "",
        limitOf(rule, found, data),
      ),
    ),
    project ? h("p", { class: "hg-limit__project" }, project.name || "이름 없는 사업") : null,
    found.status === "fail" ? factList(mending(rule, pair, found)) : null,
    decided ? meter(rule, found, pair) : null,
    found.status === "na"
      ? null
      : h("p", { class: "hg-limit__amounts" }, amountsText(rule, found, pair, data)),
    factList(spare(rule, found, pair, view)),
    ...remarks(view, rule, found, pair, data),
    found.status === "na"
      ? null
      : h("p", { class: "hg-calc__clause" }, clauseIn(data, view.draft.edition, rule.id)),
  );
}
