/**
 * One table as it will be read: above each column what it gives, before each row whether it comes in, below
 * it the proof.
 */

import { h, select } from "../dom.js";
import { button } from "../drawer.js";
import { fundField, fundPart, unitPart } from "./asked.js";
import { desk } from "./pieces.js";
import { ANY } from "./row-funds.js";
import { countText, inWordsText, leftOutText, proofTexts } from "./told.js";

const MOST_ROWS = 60; // shown at first
const ROLES = {
  line: "줄",
  sum: "합계라서 뺌",
  share: "비율이라 뺌",
  title: "제목이라 뺌",
  note: "설명이라 뺌",
  head: "제목 줄이라 뺌",
  weight: "가중치라 뺌",
  top: "배점이라 뺌",
  score: "평균이라 뺌",
  rank: "순위라 뺌",
};

/**
 * @typedef {import("./purposes.js").View} View
 * @typedef {{view: View, chosen: any, purpose: import("./purposes.js").Purpose, changed: () => void, busy?:
 *   boolean, whole?: boolean}} Shown `changed`: the lines or sums are others now, or `busy`: they are read
 *   anew; `whole`: all rows are shown
 */

/** Columns in which anything stands. */
const filled = ({ columns, table }) =>
  columns.filter(({ at, name }) =>
    name !== "" || table.body.some((row) => table.grid.cells[row][at].text.trim() !== "")
  );

const visible = ({ rows }) => rows.filter(({ role }) => role !== "blank");

/** The number that each row has in the preview, by its place in the table. @param {View} view */
const numbersOf = (view) => new Map(visible(view).map(({ row }, at) => [row, at + 1]));

/** @param {Tables.Shown} shown @param {Tables.Column} column */
function roleHead(shown, column, again) {
  const name = column.name || `${column.at + 1}번째 열`;
  const choice = select(shown.purpose.roles, shown.view.roles[column.at] ?? "", "넣지 않음", {
    "aria-label": name,
    "data-again": `column-${column.at}`,
    onchange: () => {
      shown.chosen.roles = { ...shown.chosen.roles, [column.at]: choice.value };
      again();
    },
  });
  return h(
    "th",
    { scope: "col", class: column.numeric ? "hg-number" : null },
    h("span", { class: "hg-paste__head" }, name),
    choice,
  );
}

const sentences = ({ why, told }) => [why, ...told].filter(Boolean).join(" ");

/** @param {Tables.Shown} shown @param {Tables.Column[]} columns */
function rowOf(shown, one, number, columns, tells, { summed, again }) {
  const { view, chosen } = shown;
  const word = ROLES[one.role] ?? "뺌";
  const check = h("input", {
    type: "checkbox",
    checked: one.take,
    "aria-label": `${number}번째 줄 넣기`,
    "data-again": `row-${one.row}`,
    onchange: () => {
      chosen.take = { ...chosen.take, [one.row]: check.checked };
      row.toggleAttribute("data-out", !check.checked);
      summed();
    },
  });
  const row = h(
    "tr",
    { "data-told": one.told.length > 0, "data-role": one.role, "data-out": !one.take },
    h(
      "td",
      {},
      h(
        "label",
        { class: "hg-paste__pick" },
        check,
        h("span", { class: "hg-paste__number", "aria-hidden": "true" }, `${number}`),
        h("span", { "aria-hidden": "true" }, one.role === "line" && !one.take ? "뺌" : word),
      ),
    ),
    ...columns.map(({ at, numeric }) =>
      h(
        "td",
        { class: numeric ? "hg-number" : null },
        view.roles[at] === ANY && view.openFunds.includes(one.row)
          ? fundField(shown, one.row, number, again)
          : null,
        view.shown(one.row, at),
      )
    ),
    tells ? h("td", { class: "hg-paste__told" }, sentences(one)) : null,
  );
  return row;
}

/** The table itself; long ones show their beginning first. @param {Tables.Shown} shown */
function frame(shown, again, summed) {
  const { view } = shown;
  const columns = filled(view);
  const rows = visible(view);
  const most = shown.whole ? rows.length : MOST_ROWS;
  const tells = rows.some((one) => sentences(one) !== "");
  const made = rows.slice(0, most).map((one, at) =>
    rowOf(shown, one, at + 1, columns, tells, { summed, again })
  );
  const more = rows.length > most
    ? button(`나머지 ${rows.length - most}줄도 보기`, () => {
      shown.whole = true;
      again();
    }, "hg-quiet")
    : null;
  return [
    h(
      "div",
      { class: "hg-lines__frame", tabindex: "0", role: "region", "aria-label": "미리 보기" },
      h(
        "table",
        { class: "hg-calc__table" },
        h("caption", { class: "hg-hidden" }, "미리 보기: 열마다 무엇인지, 줄마다 넣을지 고칠 수 있어요."),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, "넣기"),
            ...columns.map((column) => roleHead(shown, column, again)),
            tells ? h("th", { scope: "col", class: "hg-paste__told" }, "알림") : null,
          ),
        ),
        h("tbody", {}, ...made),
      ),
    ),
    ...more ? [more] : [],
  ];
}

/** The sums, said anew whenever a row is ticked. @param {Tables.Shown} shown */
function summary(shown) {
  const root = h("div", { class: "hg-paste__sums" });
  function update() {
    const { view } = shown;
    const numbers = numbersOf(view);
    const proofs = shown.purpose.hasMoney ? proofTexts(view.proofs, (row) => numbers.get(row) ?? 0) : [];
    root.replaceChildren(
      h("p", { "data-count": "" }, countText(visible(view))),
      ...proofs.map(({ text, holds, wrong }) =>
        h(
          "div",
          { class: "hg-paste__proof", "data-holds": String(holds) },
          h("p", {}, text),
          wrong.length ? h("ul", {}, ...wrong.map((sentence) => h("li", {}, sentence))) : null,
        )
      ),
      ...proofs.length && !view.asksUnit
        ? [h("p", { class: "hg-calc__help" }, inWordsText(view.proofs))]
        : [],
      ...view.asked
        ? [
          h(
            "p",
            { class: "hg-calc__help" },
            "어느 열이 지금 금액인지 분명하지 않아요. 열 위의 칸을 확인해 주세요.",
          ),
        ]
        : [],
      ...[leftOutText(view.leftOut), ...view.notes].filter(Boolean).map((text) =>
        h("p", { class: "hg-calc__help" }, text)
      ),
    );
  }
  update();
  return { root, update };
}

/**
 * @param {Shown} shown changed in place: `view` is read anew after every choice
 * @returns {HTMLElement}
 */
export function preview(shown) {
  const root = h("div", { class: "hg-paste__preview" });
  const reading = desk((busy) => {
    root.toggleAttribute("aria-busy", busy);
    shown.busy = busy;
    shown.changed();
  });
  const byUnit = desk();
  let sums;

  /** Reads the table anew with what was chosen; a later choice ends the reading for an earlier one. */
  function read(then) {
    reading.read(shown.purpose.read(shown.view.table, shown.chosen, shown.view), (view) => {
      const { use, why } = shown.view;
      if (view !== null) shown.view = { ...view, use, why };
      shown.changed();
      then();
    });
  }
  /** All is built anew; what was changed keeps the focus. */
  function rebuild() {
    const key = document.activeElement?.getAttribute("data-again");
    build();
    if (key) root.querySelector(`[data-again="${CSS.escape(key)}"]`)?.focus();
    else if (shown.whole) root.querySelector(".hg-lines__frame").focus();
  }
  const again = () => read(rebuild);
  /** Another row comes in or not: whose money is not told may be another question then. */
  function ticked() {
    const before = shown.view.openFunds.length;
    read(() => (shown.view.openFunds.length === before ? sums.update() : rebuild()));
  }
  function build() {
    sums = summary(shown);
    byUnit.clear();
    const asked = [unitPart(shown, again, byUnit), fundPart(shown, numbersOf(shown.view), again)];
    root.replaceChildren(
      ...[...asked, ...frame(shown, again, ticked), sums.root].filter((part) => part !== null),
    );
  }
  build();
  return root;
}
