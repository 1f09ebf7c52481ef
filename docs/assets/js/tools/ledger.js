/**
 * The ledger of the year: each change that was made before this one, with when, what, how much and who
 * decided. Its sum is what was changed already; this change goes into it when it is decided.
 */

import { h, setText, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import * as money from "../money.js";
import { names } from "../names.js";
import { numberInput } from "./field.js";
import { MOST_ROWS } from "./file.js";
import { amount } from "./number.js";
import { WON } from "./state.js";

const HEADS = ["결정일", "변경 내용", "금액(원)", "결정 주체"];
const HELP =
  "올해 이번보다 먼저 바꾼 것을 적으면 더해서 ‘올해 이미 바꾼 금액’에 넣어요. 파일에 함께 저장되니 연말까지 이어서 기록하세요.";
const SEVERAL = "여러 연도의 변경이 섞여 있어요. 한 연도의 변경만 적어 주세요.";

function newEntry() {
  return { date: "", what: "", amount: "", decided: "" };
}

function row(holder, entry, index, remove) {
  const of = (label) => ({ "aria-label": `변경 대장 ${index + 1}번째 줄 ${label}` });
  const typed = (key, type, label, more = {}) =>
    h(
      "td",
      { "data-label": label },
      h("input", {
        type,
        value: entry[key],
        maxlength: "120",
        autocomplete: "off",
        ...of(label),
        ...more,
        oninput: (event) =>
          holder.change(() => {
            entry[key] = event.target.value;
          }),
      }),
    );
  const { input, hint } = numberInput({
    id: `hg-ledger-${index}-amount`,
    field: WON,
    text: entry.amount,
    label: of("금액")["aria-label"],
    oninput: (text, field) =>
      holder.change(() => {
        entry.amount = text;
      }, { field }),
  });
  return h(
    "tr",
    {},
    typed("date", "date", "결정일", { min: "2000-01-01", max: "2099-12-31" }),
    typed("what", "text", "변경 내용"),
    h("td", { "data-label": "금액(원)" }, input, hint),
    typed("decided", "text", "결정 주체"),
    h(
      "td",
      {},
      h("button", {
        type: "button",
        class: "hg-calc__icon",
        "aria-label": `변경 대장 ${index + 1}번째 줄 삭제`,
        onclick: () => remove(index),
      }, "✕"),
    ),
  );
}

/** Who decided, as the fact says it; the city where it approved. */
function decidedBy(view, data) {
  if (view.decision.outcome === "city-approval") return `${names.city} 승인`;
  const option = data.facts.find(({ id }) => id === "decided-by").options.find(({ id }) =>
    id === view.facts["decided-by"]
  );
  return option?.label ?? "";
}

/** This change as an entry: its amount, its projects. */
function entryOf(view, data) {
  const projects = [...new Set(view.state.lines.map(({ project }) => project.trim()).filter(Boolean))];
  const won = view.figures["change-amount"];
  return {
    ...newEntry(),
    what: (view.state.title.trim() || projects.join(", ")).slice(0, 120),
    amount: won === null || won === undefined ? "" : money.format(won),
    decided: decidedBy(view, data),
  };
}

/**
 * What was typed as one sum goes into the ledger too, and what is not known stays so: its own sum takes their
 * place.
 */
function typedBefore(view) {
  const won = view.figures["change-earlier"];
  if (view.state.ledger.length > 0 || won === 0n) return [];
  return [{
    ...newEntry(),
    what: "대장 작성 전의 변경",
    amount: won === null || won === undefined ? "미정" : money.format(won),
  }];
}

function totalText(view) {
  const years = new Set(view.state.ledger.map(({ date }) => date.slice(0, 4)).filter(Boolean));
  if (years.size > 1) return SEVERAL;
  const won = view.fromLines["change-earlier"];
  return won === undefined ? "" : `올해 이미 바꾼 금액 ${won === null ? "아직 몰라요" : amount(won, "won")}`;
}

/** @returns {HTMLElement} */
export function ledger(holder, data) {
  const id = uniqueId("ledger");
  const body = h("tbody");
  const table = h(
    "table",
    { class: "hg-tool__table hg-tool__lines hg-tool__ledger" },
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
  const isFull = () => {
    if (holder.state.ledger.length < MOST_ROWS) return false;
    holder.notice(`변경 대장에는 ${MOST_ROWS}줄까지 들어가요.`, { problem: true });
    return true;
  };
  const add = button("앞선 변경 적기", () => {
    if (isFull()) return;
    holder.change((state) => {
      state.ledger.push(newEntry());
    });
    build();
    body.rows[body.rows.length - 1].querySelector("input").focus();
  });
  const enter = button("이번 변경을 대장에 옮기고 새로 시작하기", () => {
    if (isFull()) return;
    const entries = [...typedBefore(holder.view), entryOf(holder.view, data)];
    holder.changeWhole("이번 변경을 대장에 옮기기", (state) => {
      state.ledger.push(...entries);
      Object.assign(state, { lines: [], complete: false, answers: {} });
      for (const key of ["change-amount", "change-capital", "change-project-total", "change-earlier"]) {
        delete state.values[key];
      }
    });
    holder.notice("이번 변경을 대장에 적고 표와 답을 비웠어요. 결정일을 적고 파일로 저장해 두세요.", {
      undo: true,
    });
    body.rows[body.rows.length - 1].querySelector("input").focus();
  });
  const root = h(
    "section",
    { class: "hg-tool__group", "aria-labelledby": id },
    h("h2", { id }, "올해의 변경 대장"),
    h("p", { class: "hg-calc__help" }, HELP),
    table,
    told,
    h("p", { class: "hg-tool__row" }, add, enter),
  );

  function remove(index) {
    holder.changeWhole("대장의 줄 삭제", (state) => {
      state.ledger.splice(index, 1);
    });
    holder.notice(`변경 대장의 ${index + 1}번째 줄을 지웠어요.`, { undo: true });
    (body.rows[Math.min(index, body.rows.length - 1)]?.querySelector("input") ?? add).focus();
  }
  function build() {
    body.replaceChildren(...holder.state.ledger.map((entry, index) => row(holder, entry, index, remove)));
  }
  function update(view) {
    table.hidden = view.state.ledger.length === 0;
    enter.disabled = !view.figures["change-amount"];
    setText(told, totalText(view));
    told.hidden = told.textContent === "";
    told.toggleAttribute("data-problem", told.textContent === SEVERAL);
  }
  holder.on("replace", build);
  holder.on("change", update);
  build();
  update(holder.view);
  return root;
}
