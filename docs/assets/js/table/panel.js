/**
 * The place for tables: a field to paste into, a file to choose or drop, the tables that were found, and the
 * button that adds them. Nothing is added before the table's own sums agree or the reader has said so.
 */

import { h, setText, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import { guardedLater } from "../gate/limits.js";
import { pastedText } from "../gate/pasted.js";
import { shown as named } from "../gate/text.js";
import * as tables from "../tables.js";
import { tableChoice } from "./choice.js";
import { gridsOfText, textOf } from "./delimited.js";
import { openFile, tablesIn } from "./file.js";
import { gridsOfHtml } from "./html.js";

const HAS_TABLE = /<table[\s>]/i;
const MOST_SHOWN = 10_000; // signs in the field; a browser takes long to lay out more
const LONG =
  "붙여 넣은 글이 길어 이 칸에는 보이지 않아요. 고치려면 엑셀이나 한글에서 고쳐 다시 붙여 넣으세요.";
const READING = "표를 읽고 있어요. 잠시만 기다려 주세요.";
const KINDS = "엑셀(.xlsx), 한글(.hwpx), Word(.docx), CSV 파일을 고르거나 여기에 끌어다 놓아도 돼요.";

/**
 * @typedef {{drawer: any, assets: string, purpose: import("./purposes.js").Purpose}} Place `assets`: the
 *   address of the site's assets
 */

/** What is given, in pieces. @typedef {import("./pieces.js").Pieces<import("./choice.js").Given>} Given */

function* none() {
  yield;
  return { grids: [] };
}

/** @returns {Given} @param {string} text */
function* ofText(text) {
  const passed = pastedText(text);
  yield;
  return { grids: yield* gridsOfText(passed) };
}

/** @returns {Given} */
function* ofHtml(html) {
  return { grids: yield* gridsOfHtml(html) };
}

/**
 * @param {import("./file.js").Read} read
 * @param {{told: string[], grids?: import("./grid.js").Grid[]}} found gets what is told
 * @returns {Given}
 */
function* ofFile(read, found) {
  Object.assign(found, yield* tablesIn(read));
  return { grids: found.grids, sheets: read.book?.sheets ?? [] };
}

const DIFFERS = "표의 합계와 넣을 줄의 합이 달라요.";
const MOST_DOUBTS = 5;

/**
 * What is not sure of the tables that come in: each sentence once.
 * @param {import("./purposes.js").View[]} views
 * @returns {string[]}
 */
function doubtsIn(views) {
  const differs = views.some(({ proofs }) => proofs.some(({ holds }) => holds === false));
  const all = [...differs ? [DIFFERS] : [], ...new Set(views.flatMap(({ doubts }) => doubts))];
  return all.length > MOST_DOUBTS
    ? [...all.slice(0, MOST_DOUBTS), `이런 곳이 ${all.length - MOST_DOUBTS}곳 더 있어요.`]
    : all;
}

/**
 * Asks once more where the table's sums say something else than what comes in, or where the reader is not
 * sure.
 */
function confirmation(add) {
  const list = h("ul");
  const root = h("div", {
    class: "hg-paste__confirm",
    role: "alertdialog",
    "aria-label": "넣기 전에 살펴볼 곳",
    hidden: true,
    tabindex: "-1",
  });
  root.append(
    h(
      "p",
      {},
      h("strong", {}, "넣기 전에 살펴볼 곳이 있어요."),
      " 그대로 더해도 ‘되돌리기’로 되돌릴 수 있어요.",
    ),
    list,
    h(
      "div",
      { class: "hg-drawer__actions" },
      button("그래도 더하기", add),
      button("더 살펴보기", () => {
        root.hidden = true;
      }),
    ),
  );
  return {
    root,
    ask(doubts) {
      list.replaceChildren(...doubts.map((sentence) => h("li", {}, sentence)));
      root.hidden = false;
      root.focus();
    },
  };
}

/** @param {Place} place @param {File | null} file */
export function panel({ drawer, assets, purpose }, file) {
  const field = h("textarea", {
    id: uniqueId("paste"),
    rows: "4",
    spellcheck: "false",
    placeholder: purpose.example,
    oninput: () => typed(field.value),
  });
  const about = h("p", { class: "hg-calc__help", hidden: true });
  const said = h("p", { role: "status" });
  const add = button(`${purpose.goal} 더하기`, finish, "md-button--primary");
  const confirm = confirmation(() => done());
  const choice = tableChoice(purpose, count);
  let turn = 0; // what is given last counts, whatever is read first

  const used = () => choice.shown().filter(({ view }) => view.use && view.lines.length > 0);

  function count() {
    const rows = used().reduce((all, { view }) => all + view.lines.length, 0);
    const tables = choice.shown().length;
    add.disabled = rows === 0 || choice.busy();
    confirm.root.hidden = true;
    if (choice.busy()) {
      setText(said, READING);
      return;
    }
    const told = purpose.check?.(used().map(({ view }) => view)) ?? [];
    setText(
      said,
      tables > 1
        ? [`표 ${tables}개 가운데 ${used().length}개, 모두 ${rows}줄을 넣어요.`, ...told].join(" ")
        : told.join(" "),
    );
  }
  /** Reads what is given in place of what was; what is over a limit is said. */
  function show(given, nothing, then = (_grids, _problem) => {}) {
    turn += 1;
    tell("");
    choice.show(given, (problem, grids) => {
      if (problem !== null || choice.shown().length === 0) setText(said, problem ?? nothing);
      then(grids, problem);
    });
  }
  /** @param {string} text */
  const typed = (text) => show(ofText(text), text.trim() === "" ? "" : purpose.nothing);

  /** @param {string} text */
  function tell(text) {
    about.textContent = text;
    about.hidden = text === "";
  }
  async function opened(given) {
    const name = named(given.name);
    const mine = turn += 1;
    setText(said, `${name}을 읽고 있어요.`);
    const { value, problem } = await guardedLater(async () => {
      const read = await openFile(given, assets);
      return { read, whole: read.book ? await purpose.whole?.(read.book, name) ?? null : null };
    });
    if (mine !== turn || drawer.element.hidden) return;
    if (problem !== null) show(none(), problem);
    else if (value.whole) {
      // Another place may have been opened while the file was read: it stays.
      if (choice.root.isConnected) drawer.close();
      value.whole();
    } else {
      field.value = "";
      const found = { grids: [], told: [] };
      show(ofFile(value.read, found), `${name}에 넣을 표가 없어요. ${purpose.nothing}`, (_grids, problem) => {
        if (problem === null) tell([`${name}을 읽었어요.`, ...found.told].join(" "));
      });
    }
  }
  function finish() {
    const open = used().find(({ view }) => view.asksUnit);
    if (open) {
      setText(said, "금액의 단위를 먼저 골라 주세요.");
      choice.root.querySelector("[data-ask=unit]").focus();
      return;
    }
    const fundless = used().find(({ view }) => view.openFunds.some((row) => view.fundOf(row) === null));
    if (fundless) {
      setText(said, "재원을 먼저 골라 주세요.");
      choice.root.querySelector("[data-ask=fund]").focus();
      return;
    }
    const doubts = doubtsIn(used().map(({ view }) => view));
    if (doubts.length > 0) confirm.ask(doubts);
    else done();
  }
  function done() {
    const views = used().map(({ view }) => view);
    drawer.close();
    purpose.take(views);
  }

  /** A long text is read but not put into the field: it would hold the browser. @param {string} text */
  function put(text) {
    field.value = text.length > MOST_SHOWN ? "" : text;
    if (text.length > MOST_SHOWN) tell(LONG);
  }
  /** A table, else a text, which is pasted as it is. */
  function pasted(event) {
    const [html, plain] = ["text/html", "text/plain"].map((type) => event.clipboardData?.getData(type) ?? "");
    if (!HAS_TABLE.test(html) && plain.length <= MOST_SHOWN) return;
    event.preventDefault();
    const asText = () => {
      typed(plain);
      put(plain);
    };
    if (!HAS_TABLE.test(html)) asText();
    else {show(ofHtml(html), purpose.nothing, (grids) => {
        if (grids.length > 0) put(grids.map(textOf).join("\n\n"));
        else if (plain !== "") asText();
      });}
  }

  field.addEventListener("paste", pasted);
  const chooser = tables.chooser("파일 고르기", "표가 든 파일", tables.ACCEPTED, opened);
  drawer.open(
    purpose.title,
    h("p", {}, purpose.help),
    h("div", { class: "hg-calc__field" }, h("label", { for: field.id }, "표"), field),
    h("div", { class: "hg-drawer__actions" }, ...chooser, h("span", { class: "hg-calc__help" }, KINDS)),
    about,
    choice.root,
    said,
    confirm.root,
    h("div", { class: "hg-drawer__actions" }, add),
  );
  typed("");
  field.focus();
  if (file) opened(file);
}
