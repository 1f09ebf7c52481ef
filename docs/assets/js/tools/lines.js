/**
 * The table before and after a change: what it holds is worked into the amounts below.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { fill } from "../slices.js";
import { numberInput } from "./field.js";
import { MOST_ROWS } from "./file.js";
import { amount } from "./number.js";
import { WON } from "./state.js";

export const NATURES = [{ id: "current", label: "경상보조" }, { id: "capital", label: "자본보조" }];
const HEADS = ["세부사업", "내용", "경상·자본", "변경 전(원)", "변경 후(원)"];
const HELP =
  "승인된 계획의 줄마다 변경 전과 후를 적으세요. 바꾸는 금액과, 세부사업 사이나 경상·자본 사이에서 옮기는 금액을 표에서 계산해요.";
const SUMS = [["change-increase", "늘린 금액"], ["change-decrease", "줄인 금액"], [
  "change-between",
  "세부사업 사이에서 옮기는 금액",
], ["change-capital", "경상·자본 사이에서 옮기는 금액"]];

export function newLine(project = "") {
  return { project, item: "", nature: null, before: "", after: "" };
}

function textCell(holder, line, index, key, label) {
  return h(
    "td",
    { "data-label": label },
    h("input", {
      type: "text",
      value: line[key],
      maxlength: "80",
      autocomplete: "off",
      "aria-label": `${index + 1}번째 줄 ${label}`,
      oninput: (event) =>
        holder.change(() => {
          line[key] = event.target.value;
        }),
    }),
  );
}

function moneyCell(holder, line, index, key, label) {
  const { input, hint } = numberInput({
    id: `hg-line-${index}-${key}`,
    field: WON,
    text: line[key],
    label: `${index + 1}번째 줄 ${label}`,
    oninput: (text, field) =>
      holder.change(() => {
        line[key] = text;
      }, { field }),
  });
  return h("td", { "data-label": `${label}(원)` }, input, hint);
}

function row(holder, line, index, remove) {
  const nature = select(NATURES, line.nature, "고르기", {
    "aria-label": `${index + 1}번째 줄 경상·자본`,
    onchange: () =>
      holder.change(() => {
        line.nature = nature.value || null;
      }),
  });
  return h(
    "tr",
    {},
    textCell(holder, line, index, "project", "세부사업"),
    textCell(holder, line, index, "item", "내용"),
    h("td", { "data-label": "경상·자본" }, nature),
    moneyCell(holder, line, index, "before", "변경 전"),
    moneyCell(holder, line, index, "after", "변경 후"),
    h(
      "td",
      {},
      h("button", {
        type: "button",
        class: "hg-calc__icon",
        "aria-label": `${index + 1}번째 줄 삭제`,
        onclick: () => remove(index),
      }, "✕"),
    ),
  );
}

/** What the table says, in amounts. */
function sumsText(fromLines) {
  return SUMS.filter(([key]) => key in fromLines)
    .map(([key, label]) =>
      `${label} ${fromLines[key] === null ? "아직 몰라요" : amount(fromLines[key], "won")}`
    ).join(" · ");
}

/** Whether the lines are all the lines of their projects: then the table gives the projects' totals. */
function completeness(holder) {
  const check = h("input", {
    type: "checkbox",
    onchange: () =>
      holder.change((state) => {
        state.complete = check.checked;
      }),
  });
  const element = h(
    "label",
    { class: "hg-calc__option hg-tool__complete" },
    check,
    h(
      "span",
      {},
      "변경 대상 세부사업의 줄을 모두 적었어요(금액이 바뀌지 않는 줄 포함)",
      h("small", {}, "세부사업의 총액을 표에서 계산해요."),
    ),
  );
  return {
    element,
    show: (view) => {
      check.checked = view.state.complete;
    },
  };
}

/** @returns {HTMLElement} */
export function lines(holder) {
  const id = uniqueId("lines");
  const body = h("tbody");
  const table = h(
    "table",
    { class: "hg-tool__table hg-tool__lines" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...HEADS.map((name) => h("th", { scope: "col" }, name)),
        h("th", {}, h("span", { class: "hg-hidden" }, "삭제")),
      ),
    ),
    body,
  );
  const told = h("p", { class: "hg-tool__sum", role: "status" });
  const complete = completeness(holder);
  let building = null;
  const add = h("button", {
    type: "button",
    class: "md-button",
    onclick: () => {
      const at = holder.state.lines.length;
      if (at >= MOST_ROWS) {
        holder.notice(`이 표에는 ${MOST_ROWS}줄까지 들어가요.`, { problem: true });
        return;
      }
      holder.change((state) => {
        state.lines.push(newLine(state.lines.at(-1)?.project));
      });
      build();
      building.finish();
      body.rows[at].querySelector("input").focus();
    },
  }, "줄 넣기");
  const root = h(
    "section",
    { class: "hg-tool__group", "aria-labelledby": id },
    h("h2", { id }, "변경 전후 비교표"),
    h("p", { class: "hg-calc__help" }, HELP),
    table,
    told,
    complete.element,
    h("p", {}, add),
  );

  function remove(index) {
    holder.changeWhole("줄 삭제", (state) => {
      state.lines.splice(index, 1);
    });
    holder.notice(`${index + 1}번째 줄을 지웠어요.`, { undo: true });
    building.finish(() => body.rows.length > index);
    (body.rows[Math.min(index, body.rows.length - 1)]?.querySelector("input") ?? add).focus();
  }
  function build() {
    building?.stop();
    building = fill(body, holder.state.lines, (line, index) => row(holder, line, index, remove));
  }
  function update(view) {
    for (const part of [table, complete.element]) part.hidden = view.state.lines.length === 0;
    complete.show(view);
    setText(told, sumsText(view.fromLines));
    told.hidden = told.textContent === "";
  }
  holder.on("replace", build);
  holder.on("change", update);
  build();
  update(holder.view);
  return root;
}
