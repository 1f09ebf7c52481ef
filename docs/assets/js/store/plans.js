/**
 * Which plan is shown; making, naming, copying and deleting plans. The same for checklists, calculator and
 * sheets.
 */

import { h, select, uniqueId } from "../dom.js";
import { LIMITS } from "../gate/limits.js";
import { particle } from "../particle.js";
import { button, field, menu, open } from "./dialog.js";

const MOST = { district: "40", version: "40", plans: LIMITS.plans };

/**
 * @typedef {{districts: string[], hasVersion: boolean, isNamed?: boolean, more?: [string, () => void][],
 *   about?: (names: any) => About}} Ways
 * @typedef {{elements: HTMLElement[], read: () => any, follow: (year: string) => void}} About further fields
 *   of a plan's names `hasVersion`: plans of one year are told apart; `isNamed` false: a plan is called after
 *   what is in it
 */

const said = (name, pair) => `‘${name}’${particle(name, pair)}`;

function districtField(districts, value) {
  const list = h(
    "datalist",
    { id: uniqueId("districts") },
    ...districts.map((name) => h("option", { value: name })),
  );
  const input = h("input", {
    type: "text",
    value,
    list: list.id,
    maxlength: MOST.district,
    autocomplete: "off",
  });
  return { input, list };
}

/** Asks for a plan's names. @param {any} names as they stand @param {(names: any) => void} done */
function askNames(ways, title, names, done) {
  const { input: district, list } = districtField(ways.districts, names.district);
  const year = h("input", {
    type: "text",
    inputmode: "numeric",
    value: names.year,
    maxlength: "4",
    pattern: "20[0-9]{2}",
    autocomplete: "off",
    title: "2021처럼 네 자리로 적어요",
  });
  const version = h("input", {
    type: "text",
    value: names.version ?? "",
    maxlength: MOST.version,
    autocomplete: "off",
  });
  const about = ways.about?.({ items: {}, ...names });
  year.addEventListener("input", () => about?.follow(year.value.trim()));
  open(title, (close) =>
    [h(
      "form",
      {
        class: "hg-dialog__form",
        onsubmit: (event) => {
          event.preventDefault();
          close();
          done({
            district: district.value.trim(),
            year: year.value.trim(),
            ...(ways.hasVersion ? { version: version.value.trim() } : {}),
            ...about?.read(),
          });
        },
      },
      field("자치구", district),
      list,
      field("연도", year, "계획을 세우는 해예요. 예: 2021"),
      ways.hasVersion ? field("버전", version, "같은 해의 계획을 구분해요. 예: 당초, 1차 변경") : null,
      ...(about?.elements ?? []),
      h(
        "div",
        { class: "hg-dialog__actions" },
        h("button", { type: "submit", class: "hg-desk__button hg-desk__button--main" }, "확인"),
        button("취소", close),
      ),
    )].filter(Boolean));
  district.focus();
}

/** Puts a new plan in place, if one more has room. */
function put(shelf, plan, told) {
  if (shelf.plans.length >= MOST.plans) {
    shelf.notice({
      text: `${MOST.plans}개까지 저장할 수 있어요. 쓰지 않는 것을 파일로 저장한 뒤 지워 주세요.`,
      problem: true,
    });
    return;
  }
  shelf.putWithUndo([[plan.id, plan]], plan.id);
  shelf.notice({ text: told, undo: true });
}

function add(shelf, ways) {
  if (ways.isNamed === false) {
    put(shelf, shelf.kind.blank(), `${said(`새 ${shelf.kind.noun}`, "을/를")} 시작해요.`);
    return;
  }
  askNames(
    ways,
    `새 ${shelf.kind.noun}`,
    { district: shelf.plan.district, year: "", version: "" },
    (names) => {
      const plan = shelf.kind.renamed(shelf.kind.blank(), names);
      put(shelf, plan, `${said(shelf.kind.nameOf(plan), "을/를")} 만들었어요.`);
    },
  );
}

function copy(shelf, ways) {
  const names = { ...shelf.plan, version: [shelf.plan.version, "복사본"].filter(Boolean).join(" ") };
  askNames(ways, `${shelf.kind.noun} 복사`, names, (chosen) => {
    shelf.refresh();
    const plan = shelf.kind.renamed(shelf.kind.copied(shelf.plan), chosen);
    put(shelf, plan, `${said(shelf.kind.nameOf(plan), "으로/로")} 복사했어요. 지금부터 복사본을 고쳐요.`);
  });
}

function rename(shelf, ways) {
  askNames(ways, `${shelf.kind.noun} 이름`, shelf.plan, (names) => {
    shelf.refresh();
    const renamed = shelf.kind.renamed(shelf.plan, names);
    shelf.putWithUndo([[renamed.id, renamed]], renamed.id);
    shelf.notice({ text: `이름을 ${said(shelf.kind.nameOf(renamed), "으로/로")} 바꾸었어요.`, undo: true });
  });
}

function remove(shelf) {
  shelf.refresh();
  const { plan } = shelf;
  const rest = shelf.plans.find(({ id }) => id !== plan.id) ?? shelf.kind.blank();
  shelf.putWithUndo([[plan.id, null], [rest.id, rest]], rest.id);
  shelf.notice({ text: `${said(shelf.kind.nameOf(plan), "을/를")} 지웠어요.`, undo: true });
}

/** Names of all plans; those of one name are told apart by number. */
export function labels(shelf) {
  const names = shelf.plans.map((plan) => shelf.kind.nameOf(plan));
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((one) => one === name).length;
    return before > 0 ? `${name} (${before + 1})` : name;
  });
}

/** The plan's name with a choice of the others. @param {any} shelf @param {Ways} ways */
function createPlans(shelf, ways) {
  const { noun } = shelf.kind;
  const place = h("span", {});
  /** @type {[string, () => void][]} */
  const named = ways.isNamed === false
    ? []
    : [["이름 바꾸기", () => rename(shelf, ways)], [`${noun} 복사`, () => copy(shelf, ways)]];
  /** @type {[string, () => void][]} */
  const removing = [[`${noun} 지우기`, () => remove(shelf)]];
  const element = h(
    "div",
    { class: "hg-plans", role: "group", "aria-label": `${noun} 고르기` },
    place,
    button(`새 ${noun}`, () => add(shelf, ways)),
    menu("더 보기", [...named, ...(ways.more ?? []), ...removing]),
  );
  let drawn = "";

  function show() {
    const names = labels(shelf);
    const choices = shelf.plans.map(({ id }, at) => ({ id, label: names[at] }));
    const state = JSON.stringify([choices, shelf.plan.id]);
    if (state === drawn) return;
    drawn = state;
    const had = place.contains(document.activeElement);
    const choice = select(choices, shelf.plan.id, null, {
      id: "hg-plan",
      onchange: () => shelf.show(choice.value),
    });
    place.replaceChildren(
      h("label", { class: "hg-plans__label", for: "hg-plan" }, shelf.kind.label ?? noun),
      choice,
    );
    if (had) choice.focus();
  }
  return { element, show };
}

export { createPlans as create };
