/**
 * The plan in sums: part by fund, current and capital money, shares.
 */

import { h } from "../dom.js";
import { format, readBack } from "../money.js";
import { planCells, total } from "../rules/cells.js";
import { measureOf } from "../rules/terms.js";
import * as budgetStack from "./stack.js";
import { plainPercent } from "./words.js";

const CAPITAL = "facility";

/**
 * Sums of the plan's money that `keep` accepts by its part and its 비목, by fund and altogether.
 * @param {Rules.Plan} plan
 * @param {(part: string | null, kind: string | null) => boolean} keep
 */
function sums(plan, funds, keep = () => true) {
  const cells = planCells(plan.projects).filter(({ part, kinds: [kind] }) => keep(part, kind));
  return [...funds.map(({ id }) => [id]), []].map((chosen) => total(measureOf({ funds: chosen }), cells));
}

/** Rows of the table: parts, what has no part yet, all; then current and capital. @param {Rules.Plan} plan */
function rowsOf(plan, { parts, funds }) {
  const unset = plan.projects.some((project) => project.part === null);
  return [
    ...parts.map(({ id, label }) => [label, sums(plan, funds, (part) => part === id)]),
    ...(unset ? [["부문 미정", sums(plan, funds, (part) => part === null)]] : []),
    ["합계", sums(plan, funds)],
    ["경상", sums(plan, funds, (_, kind) => kind !== CAPITAL && kind !== null)],
    ["자본(시설비 등)", sums(plan, funds, (_, kind) => kind === CAPITAL)],
    ...(plan.projects.some(({ lines }) => lines.some(({ kind }) => kind === null))
      ? [["비목 미정", sums(plan, funds, (_, kind) => kind === null)]]
      : []),
  ];
}

function cell(sum, label) {
  return h("td", { class: "hg-number", "data-label": label }, format(sum.won), sum.missing ? " + 미정" : "");
}

/** The table itself; the report prints the same. @param {Rules.Plan} plan @param {Budget.Data} data */
export function totalsTable(plan, data) {
  const whole = total(measureOf(), planCells(plan.projects)).won;
  const heads = [...data.funds.map(({ label }) => label), "합계"];
  const last = (label) => label === "합계" ? " hg-totals__all" : "";
  return h(
    "table",
    { class: "hg-calc__table hg-totals" },
    h("caption", {}, `부문·재원별 합계(원)${whole >= 10000n ? ` — 모두 ${readBack(whole)}` : ""}`),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "구분"),
        ...[...heads, "비중"].map((label) => h("th", { scope: "col", class: "hg-number" }, label)),
      ),
    ),
    h(
      "tbody",
      {},
      ...rowsOf(plan, data).map(([label, row]) =>
        h(
          "tr",
          { class: `hg-totals__row${last(label)}` },
          h("th", { scope: "row" }, label),
          ...row.map((sum, index) => cell(sum, heads[index])),
          h("td", { class: "hg-number", "data-label": "비중" }, plainPercent(row.at(-1).won, whole)),
        )
      ),
      h(
        "tr",
        { class: "hg-totals__row" },
        h("th", { scope: "row" }, "재원 비중"),
        ...sums(plan, data.funds).map((sum, index) =>
          h("td", { class: "hg-number", "data-label": heads[index] }, plainPercent(sum.won, whole))
        ),
        h("td", {}),
      ),
    ),
  );
}

/** @returns {HTMLElement} @param {Budget.Store} store */
export function totals(store) {
  const frame = h("div", { class: "hg-lines__frame" });
  const picture = h("div", {});
  const root = h("section", { class: "hg-calc__totals" }, h("h2", {}, "합계"), picture, frame);
  /** @param {Budget.View} view */
  function update(view) {
    picture.replaceChildren(...[budgetStack.stack(view, store.data)].filter(Boolean));
    frame.replaceChildren(totalsTable(view.plan, store.data));
    root.hidden = view.plan.projects.length === 0;
  }
  store.on("change", update);
  update(store.view);
  return root;
}
