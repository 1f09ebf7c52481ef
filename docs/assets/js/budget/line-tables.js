/**
 * A project's lines, in tables of at most so many: of a long project only the tables in sight are laid out.
 * A project of usual length has one table.
 */

import { h, setText } from "../dom.js";

const MOST = 40; // lines of one table

function lineTable(funds) {
  const heads = ["내용", "비목·통계목", ...funds.map(({ label }) => `${label}(원)`), "소계(원)"];
  return h(
    "table",
    { class: "hg-lines" },
    h("caption", { class: "hg-hidden" }),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...heads.map((label, at) => h("th", { scope: "col", class: at > 1 ? "hg-number" : null }, label)),
        h("th", { scope: "col" }, h("span", { class: "hg-hidden" }, "삭제")),
      ),
    ),
  );
}

/**
 * @param {{label: string}[]} funds
 * @returns {{element: HTMLElement, name: (text: string) => void, insertBefore: (line: HTMLElement, next:
 *   HTMLElement | null) => void, tidy: () => void}} `tidy` takes out a table whose lines are all gone
 */
export function lineTables(funds) {
  let caption = "";
  const frame = () => h("div", { class: "hg-lines__frame" }, lineTable(funds));
  const element = h("div", {}, frame());
  const isFull = (table) => table.tBodies.length >= MOST;

  function nameAll() {
    [...element.children].forEach((one, at) => {
      setText(one.firstChild.caption, at === 0 ? caption : `${caption} (이어서)`);
    });
  }
  /** Another table, with the lines that stand before this one. */
  function parted(table, next) {
    const earlier = frame();
    while (table.tBodies[0] !== next) earlier.firstChild.append(table.tBodies[0]);
    if (earlier.firstChild.tBodies.length > 0) element.insertBefore(earlier, table.parentElement);
    nameAll();
  }
  return {
    element,
    name(text) {
      caption = text;
      nameAll();
    },
    insertBefore(line, next) {
      const table = next ? next.parentElement : element.lastElementChild.firstElementChild;
      if (next) {
        if (isFull(table)) parted(table, next);
        table.insertBefore(line, next);
      } else if (isFull(table)) {
        const further = frame();
        further.firstChild.append(line);
        element.append(further);
        nameAll();
      } else table.append(line);
    },
    tidy() {
      const empty = [...element.children].find((one) => one.firstChild.tBodies.length === 0);
      if (empty && element.children.length > 1) empty.remove();
      nameAll();
    },
  };
}
