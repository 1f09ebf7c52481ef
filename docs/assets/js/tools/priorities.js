/**
 * The scoring sheet: agendas by weighted criteria, with exact ranks also while scores are missing.
 */

import { h, setText } from "../dom.js";
import * as drawer from "../drawer.js";
import { button } from "../drawer.js";
import { withLater } from "../files.js";
import { names } from "../names.js";
import { standings } from "../rules/priorities.js";
import * as slices from "../slices.js";
import { register } from "../start.js";
import { titleField } from "../title-field.js";
import * as verdictList from "../verdict-list.js";
import { sheetErrors } from "./errors.js";
import { numberInput } from "./field.js";
import { MOST_ROWS } from "./file.js";
import { parse } from "./number.js";
import { head, headRow, report } from "./paper.js";
import * as sheetTables from "./tables.js";
import * as sheetToolbar from "./toolbar.js";

const TOP = { id: "top", label: "만점", unit: "count", least: 1, most: 100 };
const MOST_NAMED = 5; // agendas that a sentence names
const WEIGHT = { unit: "count", least: 0, most: 100 };

function empty(data) {
  return {
    tool: data.tool,
    title: "",
    top: data.top,
    weights: {},
    agendas: [newAgenda(), newAgenda(), newAgenda()],
  };
}

function fromExample(data, { title, weights, agendas }) {
  return { ...empty(data), title, weights: { ...weights }, agendas: structuredClone(agendas) };
}

function newAgenda() {
  return { name: "", scores: {} };
}

function weightText(state, id) {
  return state.weights[id] ?? "1";
}

function isBlank(agenda) {
  return !agenda.name.trim() && Object.values(agenda.scores).every((text) => text.trim() === "");
}

/**
 * What follows from the state: standings of the agendas that are there, by weights and by equal weights, and
 * errors.
 */
function view(data, state) {
  const top = parse(state.top, TOP);
  const score = { unit: "count", least: 0, most: top.value === null ? null : Number(top.value) };
  const weights = data.criteria.map(({ id }) => parse(weightText(state, id), WEIGHT));
  const rows = state.agendas.map((agenda, index) => ({ agenda, index })).filter(({ agenda }) =>
    !isBlank(agenda)
  );
  const scores = rows.map(({ agenda }) =>
    data.criteria.map(({ id }) => parse(agenda.scores[id] ?? "", score))
  );
  const errors = [
    ...problem("hg-top", TOP.label, top),
    ...weights.flatMap((one, at) =>
      problem(`hg-weight-${data.criteria[at].id}`, `${data.criteria[at].name} 가중치`, one)
    ),
    ...scores.flatMap((row, at) =>
      row.flatMap((one, column) =>
        problem(
          `hg-score-${rows[at].index}-${data.criteria[column].id}`,
          `${nameOf(rows[at])} ${data.criteria[column].name}`,
          one,
        )
      )
    ),
  ];
  const known = top.value !== null && weights.every(({ value }) => value !== null);
  const values = scores.map((row) => row.map(({ value }) => value));
  const rank = (chosen) => known ? standings(chosen, top.value, values) : null;
  return {
    state,
    score,
    rows,
    errors,
    criteria: data.criteria.length,
    missing: values.map((row) => data.criteria.filter((_, at) => row[at] === null).map(({ name }) => name)),
    standings: rank(weights.map(({ value }) => value)),
    equal: rank(weights.map(() => 1n)),
  };
}

function problem(target, label, { error }) {
  return error ? [{ target, label, message: error }] : [];
}

function nameOf({ agenda, index }) {
  return agenda.name.trim() || `${index + 1}번째 의제`;
}

function rankText({ best, worst }) {
  return best === worst ? `${best}위` : `${best}~${worst}위`;
}

function totalText({ least, most }) {
  return least === most ? `${least}점` : `${least}~${most}점`;
}

function settings(holder) {
  const root = h("section", { class: "hg-calc__settings", "aria-label": "기본 정보" });
  function build() {
    const top = numberInput({
      id: "hg-top",
      field: TOP,
      text: holder.state.top,
      oninput: (text, field) =>
        holder.change((state) => {
          state.top = text;
        }, { field }),
    });
    root.replaceChildren(
      titleField("이름(인쇄와 파일에 적혀요)", holder.state.title, (title) =>
        holder.change((state) => {
          state.title = title;
        })),
      h(
        "div",
        { class: "hg-calc__field" },
        h("label", { for: "hg-top" }, "항목마다 만점(점)"),
        top.input,
        top.hint,
      ),
    );
  }
  holder.on("replace", build);
  build();
  return root;
}

function headRows(holder, data) {
  const cells = data.criteria.map((one) => {
    const { input, hint } = numberInput({
      id: `hg-weight-${one.id}`,
      field: WEIGHT,
      text: weightText(holder.state, one.id),
      label: `${one.name} 가중치`,
      oninput: (text, field) =>
        holder.change((state) => {
          state.weights[one.id] = text;
        }, { field }),
    });
    return h("td", { "data-label": one.name }, input, hint);
  });
  const heads = [...new Set(data.criteria.map(({ head }) => head))];
  return [
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("td"),
        ...heads.map((head) =>
          h("th", {
            scope: "colgroup",
            colspan: String(data.criteria.filter((one) => one.head === head).length),
          }, head)
        ),
        h("td", { colspan: "2" }),
      ),
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "의제"),
        ...data.criteria.map(({ name, question }) => h("th", { scope: "col", title: question }, name)),
        h("th", { scope: "col" }, "점수와 순위"),
        h("th", {}, h("span", { class: "hg-hidden" }, "삭제")),
      ),
    ),
    h(
      "tbody",
      {},
      h(
        "tr",
        { class: "hg-scores__weights" },
        h("th", { scope: "row" }, "가중치"),
        ...cells,
        h("td"),
        h("td"),
      ),
    ),
  ];
}

function agendaRow(holder, data, agenda, index, remove) {
  const total = h("td", { class: "hg-scores__total", "data-label": "점수와 순위" });
  const scores = data.criteria.map((one) => {
    const made = numberInput({
      id: `hg-score-${index}-${one.id}`,
      field: holder.view.score,
      text: agenda.scores[one.id] ?? "",
      label: `${index + 1}번째 의제 ${one.name}`,
      oninput: (text, field) =>
        holder.change(() => {
          agenda.scores[one.id] = text;
        }, { field }),
    });
    return h("td", { "data-label": one.name }, made.input, made.hint);
  });
  const element = h(
    "tr",
    {},
    h(
      "td",
      { "data-label": "의제" },
      h("input", {
        type: "text",
        value: agenda.name,
        maxlength: "80",
        autocomplete: "off",
        class: "hg-scores__name",
        "aria-label": `${index + 1}번째 의제 이름`,
        oninput: (event) =>
          holder.change(() => {
            agenda.name = event.target.value;
          }),
      }),
    ),
    ...scores,
    total,
    h(
      "td",
      {},
      h("button", {
        type: "button",
        class: "hg-calc__icon",
        "aria-label": `${index + 1}번째 의제 삭제`,
        onclick: () => remove(index),
      }, "✕"),
    ),
  );
  return {
    element,
    update(found) {
      const at = found.rows.findIndex((row) => row.index === index);
      const standing = at < 0 ? null : found.standings?.[at];
      setText(total, standing ? `${totalText(standing)} · ${rankText(standing)}` : "");
    },
  };
}

/** The table of scores. */
function scoreTable(holder, data) {
  const table = h("table", { class: "hg-tool__table hg-scores" });
  let rows = [];
  let building = null;
  const add = drawer.button("의제 넣기", () => {
    if (holder.state.agendas.length >= MOST_ROWS) {
      holder.notice(`이 표에는 의제 ${MOST_ROWS}개까지 들어가요.`, { problem: true });
      return;
    }
    holder.change((state) => {
      state.agendas.push(newAgenda());
    });
    build();
    building.finish();
    table.tBodies[1].lastElementChild.querySelector("input").focus();
  });

  function remove(index) {
    holder.changeWhole("의제 삭제", (state) => {
      state.agendas.splice(index, 1);
    });
    holder.notice(`${index + 1}번째 의제를 지웠어요.`, { undo: true });
    add.focus();
  }
  let top = holder.state.top;
  function build() {
    top = holder.state.top;
    const body = h("tbody");
    rows = [];
    table.replaceChildren(...headRows(holder, data), body);
    building?.stop();
    building = slices.fill(body, holder.state.agendas, (agenda, index) => {
      rows[index] = agendaRow(holder, data, agenda, index, remove);
      rows[index].update(holder.view);
      return rows[index].element;
    });
  }
  holder.on("replace", build);
  holder.on("change", (found) => {
    if (found.state.top !== top) build(); // what a score may be has changed
    else rows.forEach((row) => row.update(found));
  });
  build();
  return h(
    "section",
    { class: "hg-tool__group" },
    h("h2", {}, "의제와 점수"),
    h(
      "p",
      { class: "hg-calc__help" },
      "항목마다 0점부터 만점까지 적으세요. 중요한 항목은 가중치를 높이세요. 공개된 기준에는 가중치가 없어서 모두 1에서 시작해요.",
    ),
    h(
      "div",
      { class: "hg-scores__frame", tabindex: "0", role: "region", "aria-label": "의제와 점수 표" },
      table,
    ),
    h("p", {}, add),
  );
}

/** The agendas by rank. */
function ranked(found) {
  return found.rows.map((row, at) => ({ row, at, standing: found.standings[at], equal: found.equal[at] }))
    .sort((a, b) => a.standing.best - b.standing.best || a.standing.worst - b.standing.worst || a.at - b.at);
}

function rankTable(found) {
  return h(
    "table",
    { class: "hg-calc__table hg-ranks" },
    h("caption", { class: "hg-hidden" }, "순위"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...["순위", "의제", "점수", "남은 칸", "가중치가 같다면"].map((name) =>
          h("th", { scope: "col" }, name)
        ),
      ),
    ),
    h(
      "tbody",
      {},
      ...ranked(found).map(({ row, at, standing, equal }) =>
        h(
          "tr",
          {},
          h("td", {}, rankText(standing)),
          h("th", { scope: "row" }, nameOf(row)),
          h("td", { class: "hg-number" }, totalText(standing)),
          h("td", { class: "hg-number" }, found.missing[at].length ? `${found.missing[at].length}칸` : ""),
          h("td", {}, rankText(equal)),
        )
      ),
    ),
  );
}

/** What is sure, what is not, and whether weights decide. */
function remark(found) {
  if (found.rows.length === 0) {
    return "의제와 점수를 입력하면 여기에 순위가 나와요. 빈 표를 인쇄해 회의에서 손으로 적어도 돼요.";
  }
  if (!found.standings) return "가중치나 만점을 고치면 순위를 계산해요.";
  const open = found.standings.some(({ best, worst }) => best !== worst);
  const moved = found.standings.some((one, at) =>
    one.best !== found.equal[at].best || one.worst !== found.equal[at].worst
  );
  const tie = new Set(found.standings.map(({ best }) => best)).size < found.standings.length;
  return [
    missingText(found, open) ?? "모든 점수가 찼어요.",
    !open && tie ? "점수가 같은 의제가 있어요. 가르는 방법은 기준에 없으니 회의에서 정하세요." : null,
    moved ? "가중치를 모두 같게 하면 순위가 달라져요." : null,
  ].filter(Boolean).join(" ");
}

/** Which scores are missing, and whether the ranks hang on them; null when none is. */
function missingText({ criteria, rows, missing }, open) {
  const count = missing.reduce((sum, names) => sum + names.length, 0);
  const cells = rows.map((row, at) => [nameOf(row), missing[at]]).filter(([, names]) => names.length > 0)
    .map(([name, names]) => `${name}(${names.length === criteria ? "모두" : names.join(", ")})`);
  const others = cells.length > MOST_NAMED ? ` 등 의제 ${cells.length}개` : "";
  const follows = open
    ? "순위가 아직 정해지지 않았어요. 가장 낮을 때부터 높을 때까지 보여요."
    : "순위는 빈칸이 어떤 점수여도 같아요.";
  return count === 0
    ? null
    : `확인 필요: 점수가 ${count}칸 비어 있어요 — ${
      cells.slice(0, MOST_NAMED).join(", ")
    }${others}. ${follows}`;
}

function results(holder, ways) {
  const actions = verdictList.actions(...ways);
  const told = h("p", { role: "status", "data-remark": "" });
  const place = h("div");
  function update(found) {
    setText(told, remark(found));
    actions.show(found.rows.length > 0);
    place.replaceChildren(...(found.standings && found.rows.length ? [rankTable(found)] : []));
  }
  holder.on("change", update);
  update(holder.view);
  return h(
    "section",
    { class: "hg-tool__group", "aria-label": "순위" },
    h("h2", {}, "순위"),
    told,
    actions.element,
    place,
  );
}

/** On paper: the scores, or an empty table to write in. */
function paper(holder, data) {
  return report(() => {
    const { state, view: found } = holder;
    const filled = found.rows.length > 0;
    const rows = filled
      ? state.agendas.filter((agenda) => !isBlank(agenda))
      : Array.from({ length: 8 }, newAgenda);
    return [
      head(state.title || data.title, [
        data.title,
        `항목마다 ${state.top}점 만점`,
        `기준: ${data.grounds}`,
        `${names.guide} ${data.version}`,
      ]),
      h(
        "table",
        { class: "hg-calc__table hg-scores--paper" },
        headRow([
          "의제",
          ...data.criteria.map(({ id, name }) => `${name} ×${weightText(state, id)}`),
          "점수",
          "순위",
        ], 1),
        h(
          "tbody",
          {},
          ...rows.map((agenda, at) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, agenda.name),
              ...data.criteria.map(({ id }) => h("td", { class: "hg-number" }, agenda.scores[id] ?? "")),
              h(
                "td",
                { class: "hg-number" },
                filled && found.standings ? totalText(found.standings[at]) : "",
              ),
              h("td", { class: "hg-number" }, filled && found.standings ? rankText(found.standings[at]) : ""),
            )
          ),
        ),
      ),
      filled ? h("p", {}, remark(found)) : null,
      h(
        "ul",
        {},
        ...data.criteria.map(({ head: group, name, question }) =>
          h("li", {}, `${group} — ${name}: ${question}`)
        ),
      ),
    ];
  });
}

/** @param {HTMLElement} root */
function priorities(root) {
  const data = JSON.parse(root.querySelector("[data-sheet]").textContent);
  const { holder, shelf, problem } = sheetToolbar.open(data, () => empty(data), (next) => view(data, next));
  const pasteAgendas = (drawer, file) =>
    sheetTables.agendas(holder, data, drawer, `${root.dataset.root}assets/`, isBlank, file);
  const { actions, begin, elements } = sheetToolbar.desk(
    root,
    holder,
    data,
    { empty: () => empty(data), fromExample: (one) => fromExample(data, one) },
    shelf,
    (drawer) => ({
      out: [button("엑셀로 받기", () =>
        withLater(
          holder,
          () => import("./workbook.js"),
          ({ scoreWorkbook }) => scoreWorkbook(holder, data, root.dataset.root, weightText),
        ))],
      openTable: (file) => pasteAgendas(drawer, file),
      into: [button("표 붙여넣기", () => pasteAgendas(drawer, null))],
    }),
  );
  root.querySelector("[data-static]").remove();
  root.append(
    ...elements,
    h(
      "div",
      { class: "hg-calc__main hg-scores__main" },
      sheetErrors(holder),
      settings(holder),
      scoreTable(holder, data),
      results(holder, actions),
    ),
    paper(holder, data),
  );
  root.dataset.ready = "yes";
  begin(problem);
}

register({ priorities });
