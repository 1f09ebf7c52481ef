/**
 * The approved plan in the change tool: its totals, and the lines of the projects that are to be changed,
 * from the calculator's plan file or its workbook.
 */

import { h } from "../dom.js";
import { button } from "../drawer.js";
import { demand, guardedLater } from "../gate/limits.js";
import { fromFile } from "../gate/sources.js";
import { shown } from "../gate/text.js";
import * as money from "../money.js";
import * as plan from "../plan.js";
import * as tables from "../tables.js";
import { MOST_ROWS } from "./file.js";
import { amount } from "./number.js";

const FOREIGN =
  "예산 한도 계산기에서 받은 엑셀 파일이 아니에요. 계산기의 ‘엑셀로 받기’나 ‘파일로 저장’으로 만든 파일을 골라 주세요.";
const CAPITAL = "facility";

/** The won of one fund; null where a line's is not known. */
function sumOf(lines, fund) {
  const won = lines.map(({ amounts }) => fund in amounts ? amounts[fund] : 0n);
  return won.includes(null) ? null : won.reduce((sum, one) => sum + one, 0n);
}

const typed = (won) => won === null ? "미정" : money.format(won);

/** A plan's line as a line that has not changed yet: the grant's money alone. */
function lineOf(project, { name, kind, amounts }, kinds) {
  const won = typed(amounts.city);
  return {
    project: project.slice(0, 80),
    item: (name || kinds.find(({ id }) => id === kind)?.label || "").slice(0, 80),
    nature: kind === null ? null : kind === CAPITAL ? "capital" : "current",
    before: won,
    after: won,
  };
}

const ofGrant = ({ amounts }) => amounts.city === null || (amounts.city ?? 0n) > 0n;
const nameOf = ({ name }, at) => name.trim() || `${at + 1}번째 사업`;

/** A plan from plain values. Answers and readings of the calculator are not looked at. */
export const planOf = (plain, terms) =>
  plan.fromJson({ ...plain, reading: null, choices: {}, answers: {} }, { ...terms, choices: [], texts: {} })
    .plan;

/** The plan in the calculator's workbook. Throws a Refusal. */
async function fromBook(file, terms, assets) {
  const table = await tables.load();
  const { book } = await table.openFile(file, assets);
  const found = book && table.planOfBook(book);
  demand(found, FOREIGN);
  return planOf(found.plain, terms);
}

/** A file's plan: {plan} or {problem}. */
async function read(file, terms, assets) {
  const isBook = /\.xlsx$/i.test(file.name);
  const { value, problem } = isBook
    ? await guardedLater(() => fromBook(file, terms, assets))
    : await fromFile(file, (plain) => planOf(plain, terms), plan.BROKEN);
  return { plan: value, problem };
}

/** Puts the plan's totals and the chosen projects' lines into the sheet. */
function take(holder, data, plan, chosen) {
  const all = plan.projects.flatMap(({ lines }) => lines);
  const lines = chosen.flatMap(({ project, name }) =>
    project.lines.filter(ofGrant).map((line) => lineOf(name, line, data.plan.kinds))
  );
  holder.changeWhole("승인된 계획 입력", (state) => {
    if (data.editions.some(({ id }) => id === plan.edition)) state.edition = plan.edition;
    state.values["change-total"] = typed(sumOf(all, "city"));
    state.values["change-own"] = typed(sumOf(all, "own"));
    state.lines = lines;
    state.complete = lines.length > 0;
  });
  holder.notice(`계획의 총액과 사업 ${chosen.length}개의 줄을 넣었어요. 바뀌는 줄의 ‘변경 후’만 고치세요.`, {
    undo: true,
  });
}

export function choose(holder, data, drawer, plan) {
  const rows = plan.projects.map((project, at) => ({
    project,
    name: nameOf(project, at),
    check: h("input", { type: "checkbox", onchange: () => count() }),
  })).filter(({ project }) => project.lines.some(ofGrant));
  const chosen = () => rows.filter(({ check }) => check.checked);
  const put = button("고른 사업의 줄 넣기", () => {
    const picked = chosen();
    const lines = picked.reduce((sum, { project }) => sum + project.lines.filter(ofGrant).length, 0);
    if (lines > MOST_ROWS) {
      holder.notice(
        `표에는 ${MOST_ROWS}줄까지 들어가요. 고른 사업은 ${lines}줄이에요. 사업을 나누어 넣으세요.`,
        { problem: true },
      );
      return;
    }
    drawer.close();
    take(holder, data, plan, picked);
  }, "md-button--primary");
  const count = () => {
    put.disabled = chosen().length === 0;
  };
  drawer.open(
    "승인된 계획에서 바꿀 사업 고르기",
    h(
      "p",
      {},
      `‘${plan.title.trim() || "이름 없는 계획"}’의 시비 ${
        amountText(sumOf(plan.projects.flatMap(({ lines }) => lines), "city"))
      }이에요. ` +
        "바꿀 세부사업을 고르면 그 사업의 시비 줄을 변경 전후 비교표에 넣어요. 지금 표에 있는 줄은 바뀌어요(되돌릴 수 있어요).",
    ),
    h(
      "fieldset",
      { class: "hg-calc__choice" },
      h("legend", {}, "세부사업"),
      ...rows.map(({ check, name, project }) =>
        h(
          "label",
          { class: "hg-calc__option" },
          check,
          h("span", {}, name, h("small", {}, `시비 ${amountText(sumOf(project.lines, "city"))}`)),
        )
      ),
    ),
    h("div", { class: "hg-drawer__actions" }, put),
  );
  count();
}

function amountText(won) {
  return won === null ? "미정" : amount(won, "won");
}

/**
 * The button that opens the plan.
 * @param {any} holder
 * @param {any} data
 * @param {any} drawer
 * @param {string} assets
 * @returns {HTMLElement[]}
 */
export function openPlan(holder, data, drawer, assets) {
  const input = h("input", {
    type: "file",
    accept: ".json,.xlsx,application/json",
    class: "hg-hidden",
    tabindex: "-1",
    "aria-label": "승인된 계획의 파일",
    onchange: async () => {
      const [file] = input.files;
      input.value = "";
      if (!file) return;
      const { plan, problem } = await read(file, data.plan, assets);
      if (plan) choose(holder, data, drawer, plan);
      else {holder.notice(`${shown(file.name)}을 열지 않았어요. ${problem} 지금 입력한 내용은 그대로예요.`, {
          problem: true,
        });}
    },
  });
  return [button("승인된 계획 열기", () => input.click()), input];
}
