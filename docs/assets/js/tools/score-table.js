/**
 * The table in which agendas, scores and weights are typed.
 */

import { h, setText } from "../dom.js";
import * as drawer from "../drawer.js";
import * as slices from "../slices.js";
import { numberInput } from "./field.js";
import { MOST_ROWS } from "./file.js";
import { rankText, totalText } from "./score-words.js";
import { newAgenda, WEIGHT, weightText } from "./scores.js";

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
export function scoreTable(holder, data) {
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
