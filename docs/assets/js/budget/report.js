/**
 * The sheet that is printed: plain tables of what was put in, every verdict with its clause, edition, date,
 * version.
 */

import { h } from "../dom.js";
import { format } from "../money.js";
import { names } from "../names.js";
import { followed } from "../rules/evaluate.js";
import { differs } from "../rules/judge.js";
import { ANSWERS, LEVELS, standing } from "../verdict-words.js";
import { clauseIn, notes } from "./basis.js";
import * as furtherKinds from "./further.js";
import * as budgetLimit from "./limit.js";
import * as budgetPanel from "./panel.js";
import { furtherText, openText, readingsTold } from "./remarks.js";
import * as budgetTotals from "./totals.js";
import { information, measured, mending, shrinking, won } from "./words.js";

function label(terms, id, none) {
  return terms.find((term) => term.id === id)?.label ?? none;
}

function amountText(amount) {
  return amount === undefined ? "" : amount === null ? "미정" : format(amount);
}

function headRow(texts, numbers = []) {
  return h(
    "thead",
    {},
    h(
      "tr",
      {},
      ...texts.map((text) => h("th", { scope: "col" }, text)),
      ...numbers.map((text) => h("th", { scope: "col", class: "hg-number" }, text)),
    ),
  );
}

/** @param {Budget.Data} data */
function projectTable(project, number, data) {
  const sums = (line) => Object.values(line.amounts).reduce((sum, amount) => sum + (amount ?? 0n), 0n);
  return h(
    "table",
    { class: "hg-calc__table" },
    h(
      "caption",
      {},
      `${number}. ${project.name || "이름 없는 사업"} — ${label(data.parts, project.part, "부문 미정")}`,
    ),
    headRow(["내용", "비목"], [...data.funds.map((fund) => `${fund.label}(원)`), "소계(원)"]),
    h(
      "tbody",
      {},
      ...project.lines.map((line) =>
        h(
          "tr",
          {},
          h("td", {}, line.name),
          h("td", {}, furtherKinds.subjectText(line, data.kinds, "비목 미정")),
          ...data.funds.map((fund) => h("td", { class: "hg-number" }, amountText(line.amounts[fund.id]))),
          h("td", { class: "hg-number" }, format(sums(line))),
        )
      ),
    ),
  );
}

/**
 * The numbers of a verdict, what mends it, the note beside an answer.
 * @param {Budget.View} view
 * @param {Rules.Verdict} found
 * @param {Rules.Rule} rule
 * @param {Budget.Data} data
 */
function basis(view, found, rule, data) {
  const texts = data.texts[found.rule];
  if (rule.kind === "ask") {
    const reply = view.plan.answers[rule.id];
    const answer = ANSWERS[reply?.answer ?? "unknown"];
    return `${texts.question} — ${answer}${reply?.note ? ` (메모: ${reply.note})` : ""}`;
  }
  const pair = followed(rule, view.plan);
  if (rule.info) return `${texts.sentence} ${information(rule, found, pair, data)}`;
  const pieces = found.status === "fail"
    ? mending(rule, pair, found).map(([word, amount]) => `${word} ${won(amount)}`)
    : [];
  pieces.push(
    `${budgetLimit.limitOf(rule, found, data)}: ${budgetLimit.amountsText(rule, found, pair, data)}`,
    furtherText(rule, found, pair, view.plan),
    shrinking(rule, pair, found, pair.of ? measured(rule, pair.of, data) : ""),
    ...readingsTold(found, pair.id, texts),
    openText(rule, found, view.plan, data.funds),
  );
  return pieces.filter((piece) => piece !== null).map((piece) => piece.replace(/\.$/, "")).join(". ");
}

/** @param {Budget.View} view @param {Budget.Data} data */
function verdictRows(view, verdicts, data) {
  const byId = new Map(view.rules.map((rule) => [rule.id, rule]));
  return h(
    "tbody",
    {},
    ...verdicts.map((found) => {
      const texts = data.texts[found.rule];
      const level = LEVELS[standing(found, texts.severity)];
      const project = view.plan.projects.find(({ id }) => id === found.project);
      return h(
        "tr",
        {},
        h("td", {}, `${level.sign} ${level.word}`),
        h("th", { scope: "row" }, texts.label, project ? ` — ${project.name || "이름 없는 사업"}` : ""),
        h("td", {}, basis(view, found, byId.get(found.rule), data)),
        h("td", {}, clauseIn(data, view.draft.edition, found.rule)),
      );
    }),
  );
}

/** @param {Budget.View} view @param {Budget.Data} data */
function verdictTable(view, data) {
  const order = Object.keys(LEVELS);
  /** @param {Rules.Verdict} found */
  const level = (found) => standing(found, data.texts[found.rule].severity);
  const judged = view.verdicts.filter((found) => level(found) !== "info");
  /** @param {Rules.Verdict} found */
  const isAbsent = (found) => level(found) === "na" && !differs(found);
  const shown = judged.filter((found) => !isAbsent(found)).sort((a, b) =>
    order.indexOf(level(a)) - order.indexOf(level(b))
  );
  const named = new Set(shown.map(({ rule }) => rule));
  const none = [...new Set(judged.filter(isAbsent).map(({ rule }) => rule))].filter((rule) =>
    !named.has(rule)
  );
  const informing = view.verdicts.filter((found) => level(found) === "info");
  const table = (caption, verdicts) =>
    h(
      "table",
      { class: "hg-calc__table hg-report__verdicts" },
      h("caption", {}, caption),
      headRow(["판정", "규칙", "이유", "근거"]),
      verdictRows(view, verdicts, data),
    );
  return [
    table("판정", shown),
    none.length ? h("p", {}, `해당 없음: ${none.map((rule) => data.texts[rule].label).join(", ")}`) : null,
    informing.length ? table("참고(판정하지 않음)", informing) : null,
  ];
}

/** @param {Budget.View} view @param {Budget.Data} data */
function head(view, data, counts) {
  const edition = data.editions.find(({ id }) => id === view.draft.edition);
  const choices = data.choices.filter(({ id }) => view.draft.choices[id])
    .map((choice) => `${choice.label}: ${label(choice.options, view.draft.choices[choice.id], "")}`);
  const reading = Object.values(data.texts).map((texts) => texts.readings?.[view.draft.reading]).find(
    Boolean,
  );
  const grant = view.plan.grant === null ? [] : [`통보받은 시비 지원금 ${won(view.plan.grant)}`];
  const facts = [
    `${edition.title} 규칙`,
    ...choices,
    ...grant,
    `해석 기준: ${reading ?? "이 길잡이의 해석"}`,
    `인쇄한 날 ${new Date().toLocaleDateString("ko-KR", { dateStyle: "long" })}`,
    `${names.guide} ${data.version}`,
  ];
  return h(
    "header",
    {},
    h("h2", {}, view.draft.title || "이름 없는 계획"),
    h("p", {}, facts.join(" · ")),
    h("p", {}, h("strong", {}, budgetPanel.countsText(counts))),
    ...notes(view, data).map((text) => h("p", {}, text)),
  );
}

/** @returns {HTMLElement} @param {Budget.Store} store */
function report(store) {
  const { data } = store;
  const root = h("section", { class: "hg-report", "aria-label": "인쇄본" });
  function build() {
    const { view } = store;
    root.replaceChildren(...[
      head(view, data, budgetPanel.countLevels(view, data.texts)),
      ...view.plan.projects.map((project, index) => projectTable(project, index + 1, data)),
      budgetTotals.totalsTable(view.plan, data),
      ...verdictTable(view, data),
      h(
        "p",
        {},
        `이 판정은 근거 문서의 규칙으로 계산한 참고 자료예요. ‘확인 필요’와 해석에 따라 다른 항목은 ${names.asked}에 확인하세요.`,
      ),
    ].filter((part) => part !== null));
  }
  const printing = globalThis.matchMedia("print");
  printing.addEventListener("change", () => printing.matches && build());
  globalThis.addEventListener("beforeprint", build);
  return root;
}

export { report as budgetReport };
