/**
 * What is done with the plan, or with some steps of it, always in view: save, open and merge, share, print;
 * and what has happened.
 */

import { h, setText } from "../dom.js";
import { give, safeName } from "../files.js";
import { saveChecklist } from "../office/checklist.js";
import { button, expected, menu } from "../store/dialog.js";
import { shelfStatus } from "../store/status.js";
import { today } from "./entry.js";
import * as file from "./file.js";
import { idsOf } from "./guide.js";
import { openFile, review } from "./review.js";
import { namesOf, nextItems, part, withGroups } from "./scope.js";
import { share } from "./share.js";
import * as sheet from "./sheet.js";

/**
 * @typedef {{checklists: any[], plan: any, about: string | null}} Choice what is handed on, and its steps by
 *   name (null: all)
 */

/** A name that every file system takes: `체크리스트-강서구 2021년-의제 검토-2026-11-21.json`. */
function fileName(plans, about) {
  const name = plans.length === 1 ? file.nameOf(plans[0]) : `계획 ${plans.length}개`;
  return `체크리스트-${safeName([name, about].filter(Boolean).join("-"), 80)}-${today()}.json`;
}

/** Saves plans, or steps of one, to a file. @param {string | null} [about] the steps, if not all */
function saveFile(store, plans, about = null) {
  const text = `${JSON.stringify(file.toJson({ current: null, plans }), null, 2)}\n`;
  give(text, "application/json", fileName(plans, about));
  if (!about) store.savedAsFile(plans);
  store.notice({ text: `${fileName(plans, about)} 파일로 저장했어요.` });
}

function opener(store) {
  const input = h("input", {
    type: "file",
    multiple: true,
    accept: ".json,application/json",
    class: "hg-hidden",
    tabindex: "-1",
    "aria-label": "체크리스트 파일",
    onchange: async () => {
      expected();
      const opened = await Promise.all([...input.files].map(openFile));
      input.value = "";
      if (opened.length > 0) review(store, opened);
    },
  });
  return [button("열기·합치기", () => input.click()), input];
}

/**
 * The steps of some keys as they are handed on.
 * @param {any[]} checklists
 * @param {Set<string>} keys none: all
 * @returns {Choice}
 */
function choiceOf(store, checklists, keys) {
  const chosen = withGroups(checklists, keys);
  const groups = chosen.flatMap(({ groups: all }) => all);
  return keys.size === 0 ? { checklists, plan: store.plan, about: null } : {
    checklists: chosen,
    plan: part(store.plan, idsOf(groups)),
    about: namesOf(groups.map(({ title }) => title)),
  };
}

const saves = (store, { plan, about }) => saveFile(store, [plan], about);
const shares = (store, choice) => share(store, choice.plan, choice.about, () => saves(store, choice));
const everyId = ({ checklists }) => new Set(idsOf(checklists.flatMap(({ groups }) => groups)));
const prints = (store, choice, { ids, words } = { ids: everyId(choice), words: "" }) =>
  sheet.print(sheet.meetingSheet(store, choice.checklists, ids, undefined, words));

/** The paper of the next meeting: what is begun, late or due by then. */
export function printNext(store, checklists) {
  const next = new Set(nextItems(store.guide, store.plan).map(({ id }) => id));
  const some = checklists.map((one) => ({
    ...one,
    groups: one.groups.filter(({ items }) => items.some(({ id }) => next.has(id))),
  }));
  sheet.print(
    sheet.meetingSheet(store, some.filter(({ groups }) => groups.length > 0), next, "다음 회의 자료"),
  );
}

/** What is done with one step alone. @param {any} group @param {() => void} showAlone */
export function createGroupMenu(store, group, showAlone) {
  const choice = () => choiceOf(store, [store.guide.own], new Set([group.key]));
  const element = menu("이 단계만", [
    ["이 단계만 보기", showAlone],
    ["회의 자료 인쇄", () => prints(store, choice())],
    ["링크·QR로 공유", () => shares(store, choice())],
    ["파일로 저장", () => saves(store, choice())],
  ]);
  element.querySelector("summary").setAttribute("aria-label", `이 단계만: ${group.title}`);
  return element;
}

/** On a step's own page: what is done with it, in plain buttons. @param {Checks.Group} group */
export function createStepBar(store, group) {
  const choice = () => choiceOf(store, [store.guide.own], new Set([group.key]));
  return h(
    "div",
    { class: "hg-desk-bar hg-desk-bar--still", role: "group", "aria-label": "이 단계의 저장과 인쇄" },
    h(
      "div",
      { class: "hg-desk-bar__buttons" },
      button("회의 자료 인쇄", () => prints(store, choice()), "main"),
      button("링크·QR", () => shares(store, choice())),
      button("파일로 저장", () => saves(store, choice())),
      ...opener(store),
    ),
    shelfStatus(store),
  );
}

/**
 * @param {any} store
 * @param {() => any[]} checklists those of the page
 * @param {() => {ids: Set<string>, words: string}} shown what the filters let through, and what was chosen
 * @param {Set<string>} steps the steps that are chosen; none: all
 * @param {() => void} showAll chooses no step any more
 */
export function createBar(store, checklists, shown, steps = new Set(), showAll = () => {}) {
  const choice = () => choiceOf(store, checklists(), steps);
  /** @type {[string, () => void][]} */
  const saving = [["이 계획만", () => saves(store, choice())], [
    "모든 계획을 한 파일로",
    () => saveFile(store, store.plans),
  ]];
  const one = button("파일로 저장", () => saves(store, choice()));
  const many = menu("파일로 저장", saving);
  const chosen = h("span", {});
  const scope = h(
    "p",
    { class: "hg-desk-bar__scope", role: "status", hidden: true },
    chosen,
    " ",
    button("모든 단계로", showAll, "quiet"),
  );
  const office = (format) => () => saveChecklist(store, choice().checklists, format);
  const element = h(
    "div",
    { class: "hg-desk-bar", role: "group", "aria-label": "저장과 인쇄" },
    h(
      "div",
      { class: "hg-desk-bar__buttons" },
      one,
      many,
      ...opener(store),
      button("링크·QR", () => shares(store, choice())),
      menu("한글·Word", [["한글 파일로 받기", office("hwpx")], ["Word 파일로 받기", office("docx")]]),
      menu("인쇄", [
        ["회의 자료(남은 일)", () => prints(store, choice(), shown())],
        ["다음 회의에서 확인할 일", () => printNext(store, choice().checklists)],
        ["한 일 보고", () => sheet.print(sheet.report(store, choice().checklists))],
        ["지금 화면", () => globalThis.print()],
      ]),
    ),
    scope,
    shelfStatus(store),
  );
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--hg-bar-height", `${element.offsetHeight}px`);
  }).observe(element);
  return {
    element,
    show() {
      one.hidden = store.plans.length > 1;
      many.hidden = !one.hidden;
      // As long as nothing is noted, nothing is asked of the reader first.
      const isNoted = store.plans.some(({ items }) => Object.keys(items).length > 0);
      one.classList.toggle("hg-desk__button--main", isNoted);
      const { about } = choice();
      scope.hidden = about === null;
      setText(
        chosen,
        about === null ? "" : `‘${about}’만 골랐어요. 저장·링크·인쇄에도 고른 단계만 들어가요.`,
      );
    },
  };
}
