/**
 * The scoring sheet: agendas by weighted criteria, with exact ranks also while scores are missing.
 */

import { h } from "../dom.js";
import { button } from "../drawer.js";
import { withLater } from "../files.js";
import { register } from "../start.js";
import { titleField } from "../title-field.js";
import { sheetErrors } from "./errors.js";
import { numberInput } from "./field.js";
import { results } from "./ranks.js";
import { paper } from "./score-paper.js";
import { scoreTable } from "./score-table.js";
import { empty, fromExample, isBlank, TOP, view, weightText } from "./scores.js";
import * as sheetTables from "./tables.js";
import * as sheetToolbar from "./toolbar.js";

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
