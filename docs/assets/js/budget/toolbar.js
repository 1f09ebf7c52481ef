/**
 * What is done with the whole plan: ways in, ways out, take back and do again.
 */

import { exampleMenu, group, steps } from "../bar.js";
import { h } from "../dom.js";
import { button } from "../drawer.js";
import { give, withLater } from "../files.js";
import { fromFile } from "../gate/sources.js";
import { shown } from "../gate/text.js";
import * as plan from "../plan.js";
import { fromJson, toJson } from "../plan.js";
import * as share from "../share.js";
import * as tables from "../tables.js";
import { ACCEPTED, chooser, isTable } from "../tables.js";
import * as budgetBasis from "./basis.js";
import * as draft from "./draft.js";
import { budgetTables } from "./tables.js";

/** @param {Budget.Store} store */
function save(store) {
  const name = draft.fileName(store.draft, "json");
  const basis = budgetBasis.basesOf(store.data, store.draft.edition).map(({ text }) => text).join(" ");
  const plan = { ...toJson(store.view.plan), ...(basis ? { basis } : {}) };
  give(`${JSON.stringify(plan, null, 2)}\n`, "application/json", name);
  store.savedAsFile();
  const errors = draft.errors(store.draft).length;
  store.notice(
    `${name} 파일로 저장했어요.` +
      (errors ? ` 읽을 수 없는 금액 ${errors}개는 파일에 ‘미정’으로 적었어요.` : ""),
    { problem: errors > 0 },
  );
}

/** The action plan's budget tables (4.1, 4.2, 4.3, 6) for 한글. @param {Budget.Store} store */
async function saveTables(store, saveBudget) {
  try {
    store.notice(await saveBudget(store.view.plan, store.data, store.places.assets, "hwpx"));
  } catch {
    store.notice(
      "한글 파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 고친 뒤 다시 눌러 주세요.",
      { problem: true },
    );
  }
}

/**
 * Puts an opened plan in place.
 * @param {any} store
 * @param {string} name
 * @param {{plan: any, notes: string[]}} opened
 */
function arrive(store, name, { plan, notes }) {
  const undo = store.arrive(draft.fromPlan(plan), "파일 불러오기");
  store.notice([`${name}을 열었어요.`, ...notes].join(" "), { undo, problem: notes.length > 0 });
}

/**
 * What opens the plan of a workbook that is the calculator's own; null for another. Throws a Refusal.
 * @param {Budget.Store} store
 */
function planIn(store, book, name) {
  const found = tables.loaded().planOfBook(book);
  if (found === null) return null;
  const { plan, notes } = fromJson(found.plain, store.data);
  return () => arrive(store, name, { plan, notes: [...found.notes, ...notes] });
}

/** @param {Budget.Store} store */
const openTables = (store, drawer, file = null) =>
  budgetTables(store, drawer, file, (book, name) => planIn(store, book, name));

/** A plan that was saved here; from any other file its tables. @param {Budget.Store} store */
export async function open(store, drawer, file) {
  if (isTable(file)) {
    openTables(store, drawer, file);
    return;
  }
  const name = shown(file.name);
  const { value: opened, problem } = await fromFile(
    file,
    (plain) => plan.fromJson(plain, store.data),
    plan.BROKEN,
  );
  if (opened) arrive(store, name, opened);
  else store.notice(`${name}을 열지 않았어요. ${problem} 지금 입력한 내용은 그대로예요.`, { problem: true });
}

/** @param {Budget.Store} store */
export function loadExample(store, index) {
  const example = store.data.examples[index];
  const { plan } = fromJson(example.plan, store.data);
  const undo = store.arrive(draft.fromPlan(plan), "예시 입력");
  store.notice(`‘${example.title}’을 불러왔어요.`, { undo });
}

/** @param {Budget.Store} store */
function clear(store) {
  store.replace(draft.empty(store.draft.edition), "전체 삭제");
  store.notice("모두 지웠어요.", { undo: true });
}

/**
 * What is done with the result; they stand beside the verdicts.
 * @returns {HTMLElement[]}
 * @param {Budget.Store} store
 */
export function ways(store, drawer, shared) {
  return [
    button(
      "엑셀로 받기",
      () => withLater(store, () => import("./workbook.js"), ({ saveWorkbook }) => saveWorkbook(store)),
    ),
    button(
      "한글(HWPX) 파일로 받기",
      () =>
        withLater(
          store,
          () => import("../office/budget.js"),
          ({ saveBudget }) => saveTables(store, saveBudget),
        ),
    ),
    button(
      "검토의견",
      () => withLater(store, () => import("./review.js"), ({ review }) => review(store, drawer)),
    ),
    button("인쇄하기", () => globalThis.print()),
    button("파일로 저장", () => save(store)),
    button("링크로 공유", () => share.share(shared, drawer)),
  ];
}

/** Ways in, and back. @returns {HTMLElement} @param {Budget.Store} store */
export function toolbar(store, drawer) {
  return h(
    "div",
    { class: "hg-toolbar", role: "group", "aria-label": "계획 전체" },
    group(
      "불러오기",
      ...chooser(
        "파일 열기",
        "계획 파일",
        `.json,application/json,${ACCEPTED}`,
        (file) => open(store, drawer, file),
      ),
      button("표 붙여넣기", () => openTables(store, drawer)),
      ...store.data.examples.length
        ? [exampleMenu(store.data.examples, (index) => loadExample(store, index))]
        : [],
    ),
    group("고치기", ...steps(store), button("모두 지우기", () => clear(store), "hg-quiet")),
  );
}
