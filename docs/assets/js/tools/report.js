/**
 * The sheet that is printed: what was put in, every verdict with its clause and edition, date and site
 * version.
 */

import { h } from "../dom.js";
import { names } from "../names.js";
import { differs } from "../rules/judge.js";
import { ANSWERS, LEVELS } from "../verdict-words.js";
import * as sheetForm from "./form.js";
import { amount } from "./number.js";
import { SPLIT } from "./outcome-words.js";
import { head, headRow, report } from "./paper.js";
import * as sheetState from "./state.js";
import { basesOf, calledOf, clauseText, followedOf, levelIn, readingsText, sentences } from "./verdict.js";
import { sheetWords } from "./words.js";

const CAUTION =
  `이 판정은 근거 문서의 규칙으로 계산한 참고 자료예요. ‘확인 필요’와 해석에 따라 다른 항목은 ${names.asked}에 확인하세요.`;

function typed(view, field) {
  const value = view.figures[field.id];
  if (value === undefined) return "";
  return value === null ? `${view.state.values[field.id] || "미정"} (알 수 없음)` : amount(value, field.unit);
}

function groupTable(view, group) {
  if (group.fields.every((field) => view.figures[field.id] === undefined)) return null;
  const rows = group.rows.length
    ? group.rows.map((
      name,
      at,
    ) => [
      name,
      ...group.fields.slice(at * group.columns.length, (at + 1) * group.columns.length).map((field) =>
        typed(view, field)
      ),
    ])
    : group.fields.map((field) => [field.label, typed(view, field)]);
  return h(
    "table",
    { class: "hg-calc__table" },
    h("caption", {}, group.title),
    headRow(group.rows.length ? ["구분", ...group.columns] : ["칸", "입력값"], 1),
    h(
      "tbody",
      {},
      ...rows.map(([name, ...cells]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, name),
          ...cells.map((text) => h("td", { class: "hg-number" }, text)),
        )
      ),
      group.total
        ? h(
          "tr",
          {},
          h("th", { scope: "row" }, group.total),
          h(
            "td",
            { class: "hg-number", colspan: String(rows[0].length - 1) },
            sheetForm.sumText(group, view),
          ),
        )
        : null,
    ),
  );
}

function linesTable(view) {
  return view.state.lines.length === 0 ? null : h(
    "table",
    { class: "hg-calc__table" },
    h("caption", {}, "변경 전후 비교표"),
    headRow(["세부사업", "내용", "경상·자본", "변경 전(원)", "변경 후(원)"], 3),
    h(
      "tbody",
      {},
      ...view.state.lines.map((line) =>
        h(
          "tr",
          {},
          h("td", {}, line.project),
          h("td", {}, line.item),
          h("td", {}, { current: "경상보조", capital: "자본보조" }[line.nature] ?? ""),
          h("td", { class: "hg-number" }, line.before),
          h("td", { class: "hg-number" }, line.after),
        )
      ),
    ),
  );
}

/** A question with its answer and the note on it. */
function answered(view, { id, question, options }) {
  const labels = options.length
    ? Object.fromEntries(options.map((option) => [option.id, option.label]))
    : ANSWERS;
  const note = view.state.answers[id]?.note;
  return `${question} — ${labels[view.facts[id]] ?? ANSWERS.unknown}${note ? ` (메모: ${note})` : ""}.`;
}

/** Why: numbers or the answer, the reading that was taken, the note. */
function basis(view, found, data, words) {
  const texts = data.texts[found.rule];
  if (texts.kind === "ask") {
    return data.facts.filter(({ id, rules }) => rules.includes(found.rule) && view.facts[id] !== "na")
      .map((fact) => answered(view, fact)).join(" ");
  }
  const pieces = sentences(view, found, words, texts);
  const reading = texts.readings[followedOf(view, found).id];
  const isAll = data.outcomes.length > 0 && !(found.rule in view.state.readings);
  if (reading) {
    pieces.push(isAll ? `해석 기준: 모두 비교(${readingsText(found, texts)}).` : `해석 기준: ${reading}.`);
  }
  if (!isAll && differs(found)) pieces.push(`해석에 따라 판정이 달라요(${readingsText(found, texts)}).`);
  return pieces.join(" ");
}

function verdictTable(view, data, words) {
  const order = Object.keys(LEVELS);
  const level = (found) => levelIn(view, found, data.texts[found.rule]);
  const shown = view.verdicts.filter(({ status }) => status !== "na")
    .sort((a, b) => order.indexOf(level(a)) - order.indexOf(level(b)));
  const none = view.verdicts.filter(({ status }) => status === "na").map(({ rule }) =>
    data.texts[rule].label
  );
  return [
    shown.length === 0 ? h("p", {}, "아직 판정한 규칙이 없어요. 도구에 값을 입력한 뒤 인쇄하세요.") : h(
      "table",
      { class: "hg-calc__table hg-report__verdicts" },
      h("caption", {}, "판정"),
      headRow(["판정", "규칙", "이유", "근거와 적용 연도"]),
      h(
        "tbody",
        {},
        ...shown.map((found) => {
          const texts = data.texts[found.rule];
          return h(
            "tr",
            {},
            h("td", {}, calledOf(view, found, texts)),
            h("th", { scope: "row" }, texts.label),
            h("td", {}, basis(view, found, data, words)),
            h("td", {}, clauseText(view, data, texts)),
          );
        }),
      ),
    ),
    none.length ? h("p", {}, `해당 없음: ${none.join(", ")}`) : null,
  ];
}

/** The outcome as the page says it. */
function outcomeParts(view, data) {
  const { decision, pending, words } = view;
  if (decision.level === "na" || data.outcomes.length === 0) return [];
  const found = words.row(view);
  const candidates = words.candidates(view).map((title) => `‘${title}’`).join(", ");
  const grounds = decision.grounds.map((rule) =>
    `${data.texts[rule].label}(${data.texts[rule].clauses.join(" · ")})`
  );
  return [
    h(
      "p",
      {},
      h("strong", {}, `결론: ${words.title(view)}`),
      ` ${found?.text ?? `다음 가운데 하나예요: ${candidates}.`}`,
      decision.split ? ` ${SPLIT}: ${candidates}.` : "",
    ),
    grounds.length ? h("p", {}, `근거: ${grounds.join(", ")}`) : null,
    pending.length
      ? h("div", {}, h("p", {}, "확인할 사항"), h("ul", {}, ...pending.map(([, text]) => h("li", {}, text))))
      : null,
    found?.dues.length
      ? h(
        "ul",
        {},
        ...found.dues.map((due) => h("li", {}, `${due.title} — ${due.who}, ${due.how}. ${due.summary}`)),
      )
      : null,
  ];
}

/** @returns {HTMLElement} */
export function sheetReport(holder, data) {
  const words = sheetWords(data.measures);
  return report(() => {
    const { view } = holder;
    const edition = data.everyEdition
      ? "모든 연도"
      : data.editions.find(({ id }) => id === view.state.edition).title;
    const part = data.parts.find(({ id }) => id === view.state.part);
    const groups = sheetState.groupsOf(data, view.state);
    return [
      head(view.state.title || data.title, [
        data.title,
        ...part ? [`${part.group}: ${part.title}`] : [],
        `${edition} 규칙`,
        `${names.guide} ${data.version}`,
      ]),
      ...outcomeParts(view, data),
      ...groups.map((group) => groupTable(view, group)),
      linesTable(view),
      ...verdictTable(view, data, words),
      ...basesOf(view, data).map(({ text }) => h("p", {}, text)),
      h("p", {}, CAUTION),
    ];
  });
}
