/**
 * Tables into the package, each with the preview that its own tool has: money as the plan, members counted, a
 * form's list of people, agendas with their tasks. What is taken is one step that can be taken back whole.
 */

import * as draft from "../budget/draft.js";
import { empty } from "../budget/draft.js";
import { budgetTables } from "../budget/tables.js";
import { counted, LIMITS } from "../gate/limits.js";
import { fromJson } from "../plan.js";
import * as tables from "../tables.js";
import * as sheetState from "../tools/state.js";
import * as sheetTables from "../tools/tables.js";
import * as packageAgendas from "./agenda-table.js";
import * as packagePeople from "./people-table.js";

const COPY = "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V).";
const HEAD = "\t";

/** Puts a plan's draft in place; its edition is the package's where this knows it. */
function putPlan(holder, data, label, draft) {
  holder.changeWhole(label, (next) => {
    next.plan = draft;
    delete next.origins.plan;
    if (data.editions.some(({ id }) => id === draft.edition)) next.edition = draft.edition;
  });
}

const nameless = (district) => [district.trim(), "예산 계획"].filter(Boolean).join(" ");

/** The calculator's own way in, for a new plan: nothing of the plan that was chosen is in it. */
function newPlan(holder, data) {
  const { edition, district } = holder.state;
  const known = data.calculator.editions.find(({ id }) => id === edition) ?? data.calculator.editions.at(-1);
  const draft = { ...empty(known.id), title: nameless(district) };
  return {
    data: data.calculator,
    places: data.places,
    draft,
    notice: holder.notice,
    changeWhole(label, edit) {
      edit(draft);
      putPlan(holder, data, label, draft);
    },
  };
}

/** What opens the plan of the calculator's workbook; null for another. Throws a Refusal. */
function planIn(holder, data, book, name) {
  const found = tables.loaded().planOfBook(book);
  if (found === null) return null;
  const { plan, notes } = fromJson(found.plain, data.calculator);
  return () => {
    putPlan(holder, data, "파일 불러오기", draft.fromPlan(plan));
    holder.notice([`${name}을 열었어요.`, ...found.notes, ...notes].join(" "), { undo: true });
  };
}

/** Money: a plan in place of the chosen one. */
export function plan(holder, data, drawer, file = null) {
  return budgetTables(newPlan(holder, data), drawer, file, (book, name) => planIn(holder, data, book, name), {
    goal: "새 예산 계획에",
    title: "표로 예산 계획 만들기",
    help:
      `${COPY} 단위와 합계 줄을 알아보고, 넣기 전에 표의 합계와 비교해요. 고른 계획이 있으면 그 대신 새 계획을 만들어요.`,
  });
}

/** The council's tool as its own ways in hold it. */
function councilHolder(holder, data) {
  const editions = data.council.editions.map(({ id }) => id);
  const own = holder.state.council ??
    sheetState.empty(
      data.council,
      editions.includes(holder.state.edition) ? holder.state.edition : editions.at(-1),
    );
  const put = (label, state) =>
    holder.changeWhole(label, (next) => {
      next.council = state;
      delete next.origins.council;
    });
  return {
    state: own,
    notice: holder.notice,
    changeWhole(label, edit) {
      const next = structuredClone(own);
      edit(next);
      put(label, next);
    },
    arrive(state, label) {
      put(label, state);
      return true;
    },
  };
}

/** A roster or numbers of members: counted, without names. */
export function council(holder, data, drawer, file = null) {
  return sheetTables.members(councilHolder(holder, data), data.council, drawer, data.places.assets, file);
}

const listed = (fields, lines) =>
  [
    fields.map(({ label }) => label).join(HEAD),
    ...lines.map(({ values }) => fields.map(({ id }) => values[id] ?? "").join(HEAD)),
  ].join("\n");

/** A form's list of people in place of what stands there. */
export function list(holder, data, drawer, form, block, file = null) {
  const [, ...fields] = block.fields;
  const now = holder.view.people[form.id].length;
  const name = [form.number, form.title].filter(Boolean).join(" ");
  const check = (views) => {
    const count = views.reduce((sum, { lines }) => sum + lines.length, 0);
    return [
      ...now > 0 ? [`지금 적혀 있는 ${now}명 대신 넣어요.`] : [],
      ...count > LIMITS.tableRows
        ? [
          `명단에는 ${counted(LIMITS.tableRows)}명까지 들어가요. 앞의 ${
            counted(LIMITS.tableRows)
          }명만 넣어요.`,
        ]
        : [],
    ];
  };
  function take(views) {
    const lines = views.flatMap((view) => view.lines).slice(0, LIMITS.tableRows);
    holder.changeWhole("명단 입력", (next) => {
      next.lists[form.id] = listed(fields, lines);
    });
    holder.notice(`${name}에 ${lines.length}명을 넣었어요.`, { undo: true });
  }
  return tables.open({
    drawer,
    assets: data.places.assets,
    notice: holder.notice,
    purpose: (reader) =>
      packagePeople.forList(reader, fields, {
        goal: "명단에",
        title: `${name} 붙여넣기`,
        help: `${COPY} 이름은 이 창에만 있어요. 빈 줄과 공석은 빼요.`,
        example: fields.map(({ label }) => label).join(HEAD),
        check,
        take,
      }),
  }, file);
}

const bare = (text) => text.normalize("NFC").trim();

/** Puts agendas under their tasks; those that the plan does not have come in without money. */
function takeAgendas(state, lines) {
  state.plan ??= { ...draft.empty(state.edition), title: nameless(state.district) };
  const { projects } = state.plan;
  const texts = new Map();
  for (const { agenda, task, text } of lines) {
    const project = projects.find(({ name }) => bare(name) === bare(agenda)) ??
      { id: draft.freeId(state.plan, "p"), name: agenda, part: null, lines: [] };
    if (!projects.includes(project)) projects.push(project);
    if (task !== "") state.tasks[project.id] = task.slice(0, LIMITS.label);
    if (text !== "") texts.set(project.id, [...texts.get(project.id) ?? [], text]);
  }
  for (const [id, all] of texts) state.texts[`agenda.${id}`] = all.join("\n").slice(0, LIMITS.text);
}

export function agendas(holder, data, drawer, file = null) {
  const known = new Set((holder.state.plan?.projects ?? []).map(({ name }) => bare(name)));
  return tables.open({
    drawer,
    assets: data.places.assets,
    notice: holder.notice,
    purpose: (reader) =>
      packageAgendas.forAgendas(reader, known, {
        goal: "의제에",
        title: "의제 표 붙여넣기",
        help: `${COPY} 추진과제와 내용을 같은 이름의 의제(사업)에 넣어요. 금액은 넣지 않아요.`,
        example: "추진과제\t의제명\t내용",
        take(views) {
          const lines = views.flatMap((view) => view.lines).slice(0, LIMITS.tableRows);
          holder.changeWhole("의제 표 입력", (next) => takeAgendas(next, lines));
          holder.notice(`의제 ${lines.length}줄을 넣었어요.`, { undo: true });
        },
      }),
  }, file);
}
