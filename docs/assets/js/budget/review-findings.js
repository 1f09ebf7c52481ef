/**
 * What the review text says of single verdicts, in the style of official letters.
 */

import { particle } from "../particle.js";
import { followed } from "../rules/evaluate.js";
import { differs, FLOOR, unmeasured } from "../rules/judge.js";
import { clauseIn } from "./basis.js";
import { readingsApart } from "./remarks.js";
import { FORMAL, information, limitText, limitWon, measured, ownFix, shrinkingGap, won } from "./words.js";

const BELOW = "\n     "; // a line that belongs to the point above

/**
 * What would mend a cap, as an official asks for it, and why that is more than what stands over.
 * @param {Rules.Rule} rule
 * @param {Rules.Comparison} pair
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
function demand(rule, pair, found, data) {
  const floor = FLOOR.has(rule.operator);
  const own = ownFix(rule, pair, found);
  if (own === null) {
    return found.move !== null ? ` ${won(found.move)} 이상 조정이 필요함.` : " 조정이 필요함.";
  }
  const whole = pair.of ? measured(rule, pair.of, data) : "";
  const why = shrinkingGap(rule, pair, found) === null
    ? ""
    : `(${floor ? "증액" : "감액"}하면 기준인 ${whole}도 ${floor ? "늘어" : "줄어"} ${
      floor ? "부족액" : "초과액"
    }보다 큼)`;
  return ` ${won(own)} 이상 ${floor ? "증액" : "감액"}이 필요함${why}.`;
}

/**
 * What a failing cap says in one sentence.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
function capSentence(view, rule, found, data) {
  const pair = followed(rule, view.plan);
  const floor = FLOOR.has(rule.operator);
  const limit = limitWon(rule.operator, found.num, found.den, pair.of ? found.whole : 1n);
  const gap = floor ? limit - found.part : found.part - limit;
  const label = measured(rule, pair.part, data);
  const basis = pair.of
    ? `${measured(rule, pair.of, data)} ${won(found.whole)}의 ${limitText(rule, found.num, found.den)}, ${
      won(limit)
    }`
    : limitText(rule, found.num, found.den);
  const off = gap <= 0n ? "에 어긋남" : floor ? `에 ${won(gap)} 부족함` : `을 ${won(gap)} 초과함`;
  return `${label}${particle(label, "이/가")} ${won(found.part)}으로 기준(${basis})${off}.${
    demand(rule, pair, found, data)
  }`;
}

/** @param {Budget.View} view */
function askSentence(view, texts, id) {
  const note = view.plan.answers[id]?.note;
  return `${texts.sentence}${note ? ` (메모: ${note})` : ""}`;
}

/**
 * What the rule is called, with the project where it is one's.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
function labelled(view, rule, found, data) {
  const project = view.plan.projects.find(({ id }) => id === found.project);
  return project
    ? `${data.texts[rule.id].label} — ${project.name || "이름 없는 사업"}`
    : data.texts[rule.id].label;
}

/** `인건비성 경비 한도(2020 안내서 …)` */
function named(view, rule, found, data) {
  return `${labelled(view, rule, found, data)}(${clauseIn(data, view.draft.edition, rule.id)})`;
}

/** The clause on a line of its own, with the words of it that carry its force. */
function ground(view, rule, data) {
  const { wording } = data.texts[rule.id];
  return `${BELOW}- 근거: ${clauseIn(data, view.draft.edition, rule.id)}${wording ? ` “${wording}”` : ""}`;
}

/**
 * One finding, and below it its clause.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
export function finding(view, rule, found, data) {
  const texts = data.texts[rule.id];
  const said = rule.kind === "ask" ? askSentence(view, texts, rule.id) : capSentence(view, rule, found, data);
  const open = rule.kind === "cap" && differs(found) ? ` 다만 ${apartText(view, rule, found, data)}.` : "";
  return `${labelled(view, rule, found, data)}: ${said}${open}${ground(view, rule, data)}`;
}

/**
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
function apartText(view, rule, found, data) {
  return `해석에 따라 판정이 다름(${
    readingsApart(found, followed(rule, view.plan).id, data.texts[rule.id])
  })`;
}

/**
 * A verdict that holds as it is read here, and not as it may be read too.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
export function differingText(view, rule, found, data) {
  return `${named(view, rule, found, data)}: ${apartText(view, rule, found, data)}`;
}

/**
 * What a rule that only informs says of the plan.
 * @param {Budget.View} view
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.Data} data
 */
export function informingText(view, rule, found, data) {
  return `${named(view, rule, found, data)}: ${
    information(rule, found, followed(rule, view.plan), data, FORMAL)
  }`;
}

/**
 * What is still open: labels only, with the clause where it is a limit.
 * @param {Budget.View} view
 * @param {Budget.Data} data
 */
export function openText(view, open, data) {
  return open.map((found) =>
    `${data.texts[found.rule].label}(${clauseIn(data, view.draft.edition, found.rule)})` +
    (unmeasured(found) ? " — 다른 해석으로는 아직 판정할 수 없음" : "")
  )
    .filter((text, at, all) => all.indexOf(text) === at);
}
