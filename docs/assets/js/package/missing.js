/**
 * What is still missing, by rule and clause: of the plan, of the roster, of the papers, of the duties in the
 * checklists.
 */

import * as budgetBasis from "../budget/basis.js";
import * as reviewFindings from "../budget/review-findings.js";
import { names } from "../names.js";
import * as sheetVerdict from "../tools/verdict.js";
import { sheetWords } from "../tools/words.js";
import { levelOf, LEVELS, standing } from "../verdict-words.js";

const WANTED = ["breach", "care", "unknown"];
const STATES = { none: "아직 표시하지 않았어요.", doing: "진행 중이에요." };

/** @typedef {{kind: string, where: string, what: string, clause: string, how: string}} Missing */

/** Verdicts of the plan that do not hold yet. @returns {Missing[]} */
function ofPlan({ plan }, { calculator }) {
  if (plan === null) {
    return [{
      kind: "고르지 않음",
      where: "예산 계획",
      what: "예산 계획",
      clause: "",
      how: "예산 한도 계산기에 저장한 계획을 고르거나 파일을 여세요.",
    }];
  }
  const rules = new Map(plan.rules.map((rule) => [rule.id, rule]));
  const where = ["예산 계획", plan.plan.title].filter(Boolean).join(" › ");
  const found = plan.verdicts.map((verdict) => ({
    verdict,
    level: standing(verdict, calculator.texts[verdict.rule].severity),
  }));
  return WANTED.flatMap((wanted) =>
    found.filter(({ level }) => level === wanted).map(({ verdict, level }) => {
      const texts = calculator.texts[verdict.rule];
      const project = plan.plan.projects.find(({ id }) => id === verdict.project);
      const rule = rules.get(verdict.rule);
      return {
        kind: LEVELS[level].word,
        where,
        what: [texts.label, project?.name].filter(Boolean).join(" — "),
        clause: budgetBasis.clauseIn(calculator, plan.draft.edition, verdict.rule),
        how: level === "unknown"
          ? texts.question ?? texts.sentence
          : howText(plan, rule, verdict, calculator),
      };
    })
  );
}

/** The finding without the rule's name and clause, which stand in columns of their own. */
function howText(view, rule, found, data) {
  const text = reviewFindings.finding(view, rule, found, data);
  const at = text.indexOf("): ");
  return at < 0 ? text : text.slice(at + 3);
}

/** Verdicts of the council's make-up. @returns {Missing[]} */
function ofRoster({ roster, people }, { council, councilForm }) {
  const listed = people[councilForm].length > 0;
  if (roster === null) {
    return [{
      kind: "고르지 않음",
      where: council.title,
      what: `${names.council} 구성`,
      clause: "",
      how: listed
        ? "구성 점검을 고르면 민간 비율과 성별 비율도 판정해요."
        : `${council.title}에 저장한 작업을 고르거나 파일을 여세요.`,
    }];
  }
  const words = sheetWords(council.measures);
  const found = roster.verdicts.map((verdict) => ({
    verdict,
    level: levelOf(verdict.status, council.texts[verdict.rule].severity),
  }));
  return WANTED.flatMap((wanted) =>
    found.filter(({ level }) => level === wanted).map(({ verdict, level }) => {
      const texts = council.texts[verdict.rule];
      return {
        kind: LEVELS[level].word,
        where: council.title,
        what: texts.label,
        clause: texts.clauses.join(" · "),
        how: texts.kind === "ask"
          ? askedText(council, verdict)
          : sheetVerdict.sentences(roster, verdict, words, texts).join(" "),
      };
    })
  );
}

const askedText = ({ facts, texts }, { rule }) =>
  facts.filter(({ rules }) => rules.includes(rule)).map(({ question }) => question).join(" ") ||
  texts[rule].sentence || "";

/** People on the pasted list and on the roster that do not agree. @returns {Missing[]} */
function ofLists({ roster, people, councilForm }) {
  const rows = councilForm === null ? [] : people[councilForm.id];
  if (roster === null || rows.length === 0) return [];
  const counted = Object.entries(roster.figures).filter(([id]) =>
    /^council-(private|elected|public)-/.test(id)
  ).map(([, value]) => value);
  if (counted.length === 0 || counted.includes(null)) return [];
  const sum = counted.reduce((all, number) => all + number, 0n);
  return sum === BigInt(rows.length) ? [] : [{
    kind: "서로 다름",
    where: [councilForm.number, councilForm.title].join(" "),
    what: "위원의 수",
    clause: councilForm.clause,
    how: `명단은 ${rows.length}명, 구성 점검은 ${sum}명이에요. 서식에는 명단의 수를 적었어요.`,
  }];
}

/** What the edition asks for and the package does not hold. @returns {Missing[]} */
function ofEdition({ editionOf, forms, plan }, data) {
  const other = plan && plan.draft.edition !== editionOf.id
    ? [{
      kind: "서로 다름",
      where: "예산 계획",
      what: "적용 연도",
      clause: "",
      how: `계획은 ${
        data.calculator.editions.find(({ id }) => id === plan.draft.edition).title
      } 규칙으로 판정했고, 묶음은 ${editionOf.title}이에요.`,
    }]
    : [];
  const absent = editionOf.asks.filter((ask) => ask.forms.length === 0).map((ask) => ({
    kind: "묶음에 없음",
    where: ask.step,
    what: ask.text,
    clause: ask.clause,
    how: `${editionOf.title}에 제출하도록 정하고 있지만 근거 문서에 서식이 없어요. 따로 준비해 주세요.`,
  }));
  const older = forms.filter((form) => !form.editions.includes(editionOf.id)).map((form) => ({
    kind: "다른 연도의 서식",
    where: [form.number, form.title].filter(Boolean).join(" "),
    what: `${form.editions.join("·")}년판의 목차와 칸`,
    clause: form.clause,
    how:
      `${editionOf.title}의 근거에는 이 서식이 실려 있지 않아요. ${names.city} 공문에 첨부된 서식이 있으면 그것을 따르세요.`,
  }));
  return [...other, ...absent, ...older];
}

/** Duties of the checklists that nobody has closed. @returns {Missing[]} */
function ofDuties({ state, editionOf }, { duties }) {
  if (state.checklist === null) {
    return [{
      kind: "고르지 않음",
      where: "체크리스트",
      what: "체크리스트",
      clause: "",
      how: "체크리스트에 저장한 계획을 고르면 남은 의무를 적어요.",
    }];
  }
  const stateOf = (id) => state.checklist.items[id]?.state ?? "none";
  return duties.filter((duty) => duty.editions.includes(editionOf.id) && stateOf(duty.id) in STATES).map((
    duty,
  ) => ({
    kind: "남은 의무",
    where: `${duty.checklist} › ${duty.group}`,
    what: duty.text,
    clause: duty.clause,
    how: STATES[stateOf(duty.id)],
  }));
}

function ofDates({ dates }) {
  return dates ? [] : [{
    kind: "고르지 않음",
    where: "일정",
    what: "일정",
    clause: "",
    how: "기한 계산에 저장한 날짜를 고르거나 기준일을 적으세요.",
  }];
}

/** Everything, the gravest first. @returns {Missing[]} */
export function missing(view, data) {
  const blanks = [...view.filled.values()].flatMap(({ open }) =>
    open.map((one) => ({ kind: "빈칸", ...one }))
  );
  return [
    ...ofPlan(view, data),
    ...ofRoster(view, data),
    ...ofLists(view),
    ...ofDates(view),
    ...ofEdition(view, data),
    ...blanks,
    ...ofDuties(view, data),
  ];
}
