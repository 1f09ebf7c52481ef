/**
 * How many days are left to each deadline of a table, and where all are past, that; on the list of all
 * timelines only what is still to come.
 */

import { h } from "../dom.js";
import { register } from "../start.js";
import * as days from "./days.js";

const PAST = "모두 지난 날짜예요. 올해 날짜는 새로 나온 문서에서 확인하세요.";

/** The table's deadlines with the days that are left to each. @param {ParentNode} root */
export function countDays(root) {
  const rows = [...root.querySelectorAll("[data-deadline]")].map((row) => ({
    row,
    left: days.parse(row.dataset.deadline) - days.today(),
  }));
  const coming = rows.filter(({ left }) => left >= 0);
  for (const { row, left } of coming) {
    row.firstElementChild.append(
      " ",
      h("span", { class: "hg-badge hg-badge--today" }, left === 0 ? "오늘" : `${left}일 남음`),
    );
  }
  if (rows.length > 0 && coming.length === 0) {
    rows[0].row.closest(".hg-table__scroll").before(h("p", { class: "hg-note" }, PAST));
  }
  return rows;
}

/** @param {HTMLElement} root */
function nextDeadlines(root) {
  const rows = countDays(root);
  if (rows.every(({ left }) => left < 0)) return;
  for (const { row, left } of rows) row.hidden = left < 0;
}

register({ "next-deadlines": nextDeadlines });
