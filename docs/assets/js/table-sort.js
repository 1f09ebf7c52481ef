/**
 * A table whose rows can be sorted by any column: every head becomes a button. What has no value stays last.
 */

import { register } from "./start.js";

const korean = new Intl.Collator("ko", { numeric: true });

/** The cell's text, or "" where the source has no value. */
function valueOf(row, column) {
  const text = row.cells[column].textContent.trim();
  return text === "–" ? "" : text;
}

/** @param {HTMLTableElement} table */
function tableSort(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];

  function sort(column, descending) {
    const sign = descending ? -1 : 1;
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [valueOf(one, column), valueOf(other, column)];
      if (a === "" || b === "") return Number(a === "") - Number(b === "");
      return sign * korean.compare(a.replaceAll(",", ""), b.replaceAll(",", ""));
    });
    body.append(...rows);
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "hg-sort";
    button.append(...head.childNodes);
    // Numbers start with the largest: that is what people look for.
    const numbers = head.classList.contains("hg-number");
    button.addEventListener("click", () => {
      const state = head.getAttribute("aria-sort");
      sort(column, state === null ? numbers : state === "ascending");
    });
    head.append(button);
  });
}

register({ "table-sort": tableSort });
