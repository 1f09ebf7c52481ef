/**
 * Which of the tables come in: of a workbook one sheet (or all), of a sheet or a document each table by
 * itself. Those that are left out are folded.
 */

import { h, select, uniqueId } from "../dom.js";
import * as slices from "../slices.js";
import { desk, eachOf } from "./pieces.js";
import { preview } from "./preview.js";
import { inLine } from "./text.js";
import { isStatement } from "./units.js";

const ALL = "all";

/**
 * @typedef {import("./purposes.js").View} View
 * @typedef {import("./preview.js").Shown} Shown
 * @typedef {{grids: import("./grid.js").Grid[], sheets?: {name: string, hidden: boolean}[]}} Given `sheets`
 *   of a workbook
 */

function titleOf({ table }, at) {
  const title = [...table.titles].reverse().find((text) => text.trim() !== "" && !isStatement(text));
  return [
    table.grid.name && `시트 ‘${table.grid.name}’`,
    title ? inLine(title).slice(0, 60) : `${at + 1}번째 표`,
  ].filter(Boolean).join(" · ");
}

/** One table of several: it may be left out, and is built when it is opened. @param {Shown} one */
function tablePart(one, at, changed) {
  const check = h("input", {
    type: "checkbox",
    checked: one.view.use,
    onchange: () => {
      one.view.use = check.checked;
      fold.open = check.checked;
      build();
      changed();
    },
  });
  const fold = h(
    "details",
    { class: "hg-calc__fold", open: one.view.use, ontoggle: build },
    h("summary", {}, "이 표 보기"),
  );
  function build() {
    if (fold.open && fold.children.length === 1) fold.append(preview(one));
  }
  build();
  const head = `${titleOf(one.view, at)} — ${one.view.lines.length}줄`;
  return h(
    "section",
    { class: "hg-paste__table" },
    h(
      "label",
      { class: "hg-calc__option" },
      check,
      h("span", {}, head, one.view.why ? h("small", {}, one.view.why) : null),
    ),
    fold,
  );
}

const linesOf = (views) => views.filter(({ use }) => use).reduce((sum, { lines }) => sum + lines.length, 0);

/**
 * The tables of each sheet, read for itself: what shows the same money in another sheet is no double of it.
 * @param {import("./purposes.js").Purpose} purpose
 * @param {import("./grid.js").Grid[]} grids
 * @param {{name: string, hidden: boolean}[]} sheets
 */
function* bySheet(purpose, grids, sheets) {
  const own = (name) =>
    grids.filter((grid) => grid.name === name).map((grid) => ({ ...grid, hidden: false }));
  const views = yield* eachOf(sheets, ({ name }) => purpose.views(own(name)));
  return sheets.map(({ name, hidden }, at) => ({ id: String(at), name, hidden, views: views[at] }));
}

/** What is said of a sheet in the list of sheets. */
function sheetText({ name, hidden, views }) {
  const count = views.reduce((sum, { lines }) => sum + lines.length, 0);
  return `${name}${hidden ? "(숨긴 시트)" : ""} — ${
    views.length ? `표 ${views.length}개, ${count}줄` : "넣을 표 없음"
  }`;
}

/** The sheet with the most lines that come in by themselves; a hidden one only where no other has any. */
function likeliest(groups) {
  const rank = ({ hidden, views }) => [linesOf(views) > 0 && !hidden ? 1 : 0, linesOf(views), views.length];
  return [...groups].sort((one, other) =>
    rank(other).map((part, at) => part - rank(one)[at]).find((step) => step !== 0) ?? 0
  )[0];
}

/**
 * Which sheet, or all that are shown.
 * @param {() => void} all puts their tables together
 * @param {(views: View[]) => void} pick
 */
function sheetField(groups, all, pick) {
  const first = likeliest(groups);
  const several = groups.filter(({ hidden, views }) => !hidden && linesOf(views) > 0).length > 1;
  const options = [
    ...groups.map((group) => ({ id: group.id, label: sheetText(group) })),
    ...several ? [{ id: ALL, label: "보이는 시트 모두" }] : [],
  ];
  const chosen = (id) => (id === ALL ? all() : pick(groups.find((group) => group.id === id).views));
  const field = select(options, first.id, null, {
    id: uniqueId("sheet"),
    onchange: () => chosen(field.value),
  });
  for (const option of field.options) {
    option.disabled = groups.find(({ id }) => id === option.value)?.views.length === 0;
  }
  return {
    root: h(
      "div",
      { class: "hg-calc__field hg-paste__unit" },
      h("label", { for: field.id }, "시트"),
      field,
      several
        ? h(
          "span",
          { class: "hg-calc__help" },
          "다른 시트에도 넣을 표가 있어요. 여러 시트를 함께 넣으려면 ‘보이는 시트 모두’를 고르세요.",
        )
        : null,
    ),
    views: first.views,
  };
}

/**
 * @param {import("./purposes.js").Purpose} purpose
 * @param {() => void} changed the tables that come in, or their lines, are others now
 * @returns {{root: HTMLElement, show: (given: import("./pieces.js").Pieces<Given>, ended: (problem: string |
 *   null, grids: import("./grid.js").Grid[]) => void) => void, shown: () => Shown[], busy: () => boolean}}
 *   `busy`: what is shown is not all read yet
 */
export function tableChoice(purpose, changed) {
  const sheet = h("div", { class: "hg-paste__sheet" });
  const list = h("div", { class: "hg-paste__tables" });
  const root = h("div", { class: "hg-paste__tables" }, sheet, list);
  const reading = desk((busy) => {
    list.toggleAttribute("aria-busy", busy);
    changed();
  });
  let shown = [];
  let stop = () => {}; // building what is no more shown
  let built = true;

  function* tables(given) {
    const { grids, sheets = [] } = yield* given;
    const groups = sheets.length > 1 ? yield* bySheet(purpose, grids, sheets) : [];
    return { grids, groups, views: groups.length > 0 ? [] : yield* purpose.views(grids) };
  }
  function put(views) {
    shown = views.map((view) => ({ view, chosen: {}, purpose, changed }));
    const told = [...new Set(views.flatMap(({ table }) => table.grid.told ?? []))];
    list.replaceChildren(
      ...told.length ? [h("p", { class: "hg-calc__help" }, told.join(" "))] : [],
    );
    stop();
    built = shown.length === 0;
    ({ stop } = slices.run(parts(), root));
    changed();
  }
  /** A document may hold hundreds of tables: they are built piece by piece. */
  function* parts() {
    for (const [at, one] of shown.entries()) {
      list.append(shown.length === 1 && one.view.use ? preview(one) : tablePart(one, at, changed));
      built = at === shown.length - 1;
      yield;
    }
    changed();
  }
  /** What stood before is gone at once; what comes is put when it is read. */
  function read(pieces, done, ended = (_problem, _grids) => {}) {
    put([]);
    reading.read(pieces, (value, problem) => {
      if (problem === null) done(value);
      ended(problem, value?.grids ?? []);
    });
  }
  function show(given, ended) {
    sheet.replaceChildren();
    read(tables(given), ({ grids, groups, views }) => {
      const all = () => read(purpose.views(grids), put);
      const field = groups.some((group) => group.views.length > 0) ? sheetField(groups, all, pick) : null;
      sheet.replaceChildren(...field ? [field.root] : []);
      put(field ? field.views : views);
    }, ended);
  }
  function pick(views) {
    reading.clear();
    put(views);
  }
  return {
    root,
    show,
    shown: () => shown,
    busy: () => reading.busy() || !built || shown.some(({ busy }) => busy),
  };
}
