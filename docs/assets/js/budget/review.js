/**
 * The review text (검토의견): what an official pastes into a letter. Numbers, clauses, official style; a pure
 * function of the view and the day, and the place where it is copied from.
 */

import { h, uniqueId } from "../dom.js";
import { button, copy } from "../drawer.js";
import { format } from "../money.js";
import { names } from "../names.js";
import { planCells, total } from "../rules/cells.js";
import { differs } from "../rules/judge.js";
import { measureOf } from "../rules/terms.js";
import { LEVELS, standing } from "../verdict-words.js";
import { basesOf } from "./basis.js";
import { differingText, finding, informingText, openText } from "./review-findings.js";

const LETTERS = [..."가나다라마바사아자차카타파하"];
const VOWELS = [0, 4, 8, 13]; // ㅏ ㅓ ㅗ ㅜ among the vowels of a Hangul syllable
const WHOLE = ["city", "own"]; // what the budget tables call 총사업비; other money stands beside it
const FINALS = 28; // syllables of one vowel stand this far apart in Unicode
const won = (amount) => `${format(amount)}원`;

/** `가.` … `하.`, then `거.` as official papers go on. */
function letter(at) {
  const vowel = VOWELS[Math.floor(at / LETTERS.length) % VOWELS.length];
  return String.fromCharCode(LETTERS[at % LETTERS.length].charCodeAt(0) + vowel * FINALS);
}

/** `2026. 11. 21.` */
function day(date) {
  return `${date.getFullYear()}. ${date.getMonth() + 1}. ${date.getDate()}.`;
}

/**
 * A section: one thing behind its head, several under it by letter.
 * @param {[string, string[]]} section
 * @param {number} at
 */
function sectionLines([head, entries], at) {
  if (entries.length === 1) return [`${at + 1}. ${head}: ${entries[0]}`];
  return [`${at + 1}. ${head}`, ...entries.map((text, index) => `  ${letter(index)}. ${text}`)];
}

/**
 * @param {any} view
 * @param {any} data
 * @param {Date} today
 * @returns {string}
 */
export function reviewText(view, data, today) {
  const sum = (funds) => won(total(measureOf({ funds }), planCells(view.plan.projects)).won);
  const edition = data.editions.find(({ id }) => id === view.draft.edition);
  const rules = new Map(view.rules.map((rule) => [rule.id, rule]));
  const at = (level) =>
    view.verdicts.filter((found) => standing(found, data.texts[found.rule].severity) === level);
  const [breach, care, unknown] = [at("breach"), at("care"), at("unknown")];
  const differing = [...at("ok"), ...at("na")].filter(differs);
  const bases = basesOf(data, view.draft.edition).map(({ formal }) => formal);
  const told = (list) => list.map((found) => finding(view, rules.get(found.rule), found, data));
  const said = (ids) =>
    data.funds.filter(({ id }) => ids.includes(id)).map(({ id, label }) => `${label} ${sum([id])}`).join(
      ", ",
    );
  const beside = data.funds.map(({ id }) => id).filter((id) => !WHOLE.includes(id) && sum([id]) !== won(0n));
  const funds = `${sum(WHOLE)}(${said(WHOLE)})${beside.length ? `, ${said(beside)} 별도` : ""}`;
  /** @type {[string, string[]][]} */
  const every = [
    ["검토 대상", [
      `${view.draft.title || "예산 계획"}: 사업 ${view.plan.projects.length}개, 총사업비 ${funds}`,
    ]],
    ["검토 기준", [`${edition.title} 규칙(${names.guide} ${data.version}), 검토일 ${day(today)}`, ...bases]],
    ["검토 결과", [
      `${LEVELS.breach.word} ${breach.length}건, ${LEVELS.care.word} ${care.length}건, ` +
      `${LEVELS.unknown.word} ${unknown.length}건` +
      (breach.length + care.length + unknown.length + differing.length === 0
        ? "으로 정한 한도와 기준에 적합함"
        : ""),
    ]],
    ["위반 사항", told(breach)],
    ["주의 사항", told(care)],
    [
      "해석에 따라 판정이 달라지는 사항",
      differing.map((found) => differingText(view, rules.get(found.rule), found, data)),
    ],
    ["확인이 필요한 사항", openText(view, unknown, data)],
    [
      "참고 사항(판정에 넣지 않음)",
      at("info").map((found) => informingText(view, rules.get(found.rule), found, data)),
    ],
  ];
  const sections = every.filter(([, entries]) => entries.length > 0);
  const wish = breach.length
    ? "위반 사항을 보완하여 다시 제출하여 주시기 바람"
    : care.length + unknown.length + differing.length
    ? "위 사항을 확인하여 주시기 바람"
    : "제출안대로 추진함이 적정함";
  const lines = sections.flatMap(sectionLines);
  return `검토의견\n\n${[...lines, `${sections.length + 1}. 종합 의견: ${wish}.  끝.`].join("\n")}\n`;
}

/** Opens the text. @param {Budget.Store} store */
export function review(store, drawer) {
  const field = h("textarea", {
    id: uniqueId("review"),
    rows: "16",
    readonly: true,
    value: reviewText(store.view, store.data, new Date()),
  });
  const said = h("p", { role: "status" });
  drawer.open(
    "검토의견",
    h(
      "p",
      {},
      "지금 판정으로 만든 글이에요. 복사해서 공문에 붙여 넣고, 검토자의 판단에 맞게 고쳐 쓰세요.",
    ),
    h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "검토의견"), field),
    h(
      "div",
      { class: "hg-drawer__actions" },
      button("글 복사", () => copy(field, said), "md-button--primary"),
    ),
    said,
  );
}
