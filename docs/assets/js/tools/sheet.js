/**
 * A sheet's tool: puts its parts together.
 */

import { h, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import { withLater } from "../files.js";
import { titleField } from "../title-field.js";
import { sheetErrors } from "./errors.js";
import { bar, findings } from "./findings.js";
import * as sheetForm from "./form.js";
import { sheetQuestions } from "./questions.js";
import * as sheetReport from "./report.js";
import * as sheetState from "./state.js";
import * as sheetToolbar from "./toolbar.js";

const FORMATS = { hwpx: "한글(HWPX) 파일로 받기", docx: "Word로 받기" };

/** The sheet's name and, where editions have rules of their own, which of them to judge by. */
function settings(holder, data) {
  const root = h("section", { class: "hg-calc__settings", "aria-label": "기본 정보" });

  function pick(edition) {
    holder.change((state) => {
      state.edition = edition;
    });
    holder.notice(
      `${
        data.editions.find(({ id }) => id === edition).title
      } 규칙으로 다시 판정했어요. 입력한 내용은 그대로예요.`,
    );
  }
  /** Another part is judged; the edition stays where the part has it. */
  function choose(part) {
    const { editions, group, title } = data.parts.find(({ id }) => id === part);
    holder.change((state) => {
      state.part = part;
      if (!editions.includes(state.edition)) state.edition = editions.at(-1);
    });
    build();
    root.querySelector("[data-part]").focus();
    holder.notice(`${group}: ${title}의 칸과 질문을 열었어요.`);
  }
  function parts() {
    if (!data.parts.length) return null;
    const id = uniqueId("part");
    const groups = [...new Set(data.parts.map(({ group }) => group))];
    const choice = h(
      "select",
      { id, "data-part": "", onchange: () => choose(choice.value) },
      holder.state.part ? null : h("option", { value: "", disabled: true, selected: true }, "고르세요"),
      ...groups.map((group) =>
        h(
          "optgroup",
          { label: group },
          ...data.parts.filter((one) => one.group === group)
            .map((one) => h("option", { value: one.id, selected: one.id === holder.state.part }, one.title)),
        )
      ),
    );
    return h(
      "div",
      { class: "hg-calc__field hg-tool__part" },
      h("label", { for: id }, "무엇을 점검할까요?"),
      choice,
    );
  }
  function offered() {
    const part = data.parts.find(({ id }) => id === holder.state.part);
    if (data.parts.length && !part) return [];
    return part ? data.editions.filter(({ id }) => part.editions.includes(id)) : data.editions;
  }
  function editions() {
    if (data.everyEdition || offered().length < 2) return null;
    const name = uniqueId("edition");
    return h(
      "fieldset",
      { class: "hg-calc__choice", "data-edition": "" },
      h("legend", {}, "어느 연도의 규칙을 적용할까요?"),
      h(
        "div",
        { class: "hg-calc__options" },
        ...offered().map(({ id, title, summary }) =>
          h(
            "label",
            { class: "hg-calc__option" },
            h("input", {
              type: "radio",
              name,
              value: id,
              checked: id === holder.state.edition,
              onchange: () => pick(id),
            }),
            h("span", {}, title, h("small", {}, summary)),
          )
        ),
      ),
    );
  }
  function build() {
    root.replaceChildren(
      ...[
        parts(),
        titleField("이름(인쇄와 파일에 적혀요)", holder.state.title, (title) =>
          holder.change((state) => {
            state.title = title;
          })),
        editions(),
      ].filter((one) => one !== null),
    );
  }
  holder.on("replace", build);
  build();
  return root;
}

/** How tables come in, for the tools that take any: lines of a change, a list of members. */
function tableWays(holder, data, drawer, assets, take) {
  const open = take ? (file) => take(holder, data, drawer, assets, file) : null;
  const openBook = (file) =>
    withLater(
      holder,
      () => import("./read-workbook.js"),
      ({ openFile }) => openFile(holder, data, assets, file),
    );
  return open === null
    ? { openTable: openBook }
    : { openTable: open, into: [button(data.lines ? "표 붙여넣기" : "명단 붙여넣기", () => open(null))] };
}

/**
 * The ways out as files for Excel, 한글 and Word; what writes them loads when it is asked for.
 * @returns {HTMLElement[]}
 */
function files(holder, data, drawer, assets, root) {
  const way = (text, load, work) => button(text, () => withLater(holder, load, work));
  return [
    way(
      "엑셀로 받기",
      () => import("./workbook.js"),
      ({ sheetWorkbook }) => sheetWorkbook(holder, data, root),
    ),
    ...data.form
      ? Object.entries(FORMATS).map(([format, text]) =>
        way(
          text,
          () => import("../office/council.js"),
          ({ saveCouncil }) => saveCouncil(holder, data, assets, drawer, format, text),
        )
      )
      : [],
  ];
}

/** The way from an outcome to its letter. @returns {(outcome: any) => HTMLElement | null} */
function letterWay(holder, data, drawer, assets) {
  return ({ letter }) =>
    letter
      ? h(
        "div",
        { class: "hg-no-print" },
        button(`${data.letters[letter].title} 공문 만들기`, () =>
          withLater(holder, () => import("./letter.js"), ({ open }) =>
            open(holder, data, drawer, assets, letter))),
      )
      : null;
}

/**
 * A tool on a sheet begins.
 * @typedef {{take?: (holder: any, data: any, drawer: any, assets: string, file: File | null) => unknown,
 *   ledger?: any, lines?: any, openPlan?: any}} Parts what only some tools have: how a table is taken in; a
 *   table before and after a change, what follows from it, its approved plan
 * @param {HTMLElement} root @param {Parts} [parts]
 */
export function sheet(root, { take, ledger, lines, openPlan } = {}) {
  const data = sheetState.load(JSON.parse(root.querySelector("[data-sheet]").textContent));
  const { holder, shelf, problem, told } = sheetToolbar.open(
    data,
    () => sheetState.empty(data),
    (next) => sheetState.view(data, next),
  );
  const { actions, begin, drawer: place, elements } = sheetToolbar.desk(
    root,
    holder,
    data,
    {
      empty: () => sheetState.empty(data, holder.state.edition, holder.state.part),
      fromExample: (one) => sheetState.fromExample(data, one),
    },
    shelf,
    (drawer) => {
      const ways = tableWays(holder, data, drawer, root.dataset.assets, take);
      const plan = openPlan ? openPlan(holder, data, drawer, root.dataset.assets) : [];
      return {
        ...ways,
        into: [...plan, ...ways.into ?? []],
        out: files(holder, data, drawer, root.dataset.assets, root.dataset.root),
      };
    },
  );
  const tables = lines ? [{ before: "change-amount", element: lines(holder) }] : [];
  root.querySelector("[data-static]").remove();
  root.append(
    ...elements,
    h(
      "div",
      { class: "hg-calc__columns" },
      h(
        "div",
        { class: "hg-calc__main" },
        sheetErrors(holder),
        settings(holder, data),
        sheetForm.form(holder, data, tables),
        sheetQuestions(holder, data),
        ...ledger ? [ledger(holder, data)] : [],
      ),
      findings(
        holder,
        data,
        actions,
        data.lines ? letterWay(holder, data, place, root.dataset.assets) : undefined,
      ),
    ),
    bar(holder, data, "hg-findings"),
    sheetReport.sheetReport(holder, data),
  );
  root.dataset.ready = "yes";
  begin(problem ?? told);
}
