/**
 * The deadline planner: from the form to the list, the calendar file, the paper and the link.
 */

import { h, setText } from "../dom.js";
import { give } from "../files.js";
import { deadlineValues } from "../office/deadlines.js";
import { save as officeSave } from "../office/template.js";
import { register } from "../start.js";
import { createClashes } from "../store/clashes.js";
import * as merging from "../store/merge.js";
import { planList } from "../store/plan-list.js";
import { create as createPlans } from "../store/plans.js";
import { Shelf } from "../store/shelf.js";
import { shelfStatus } from "../store/status.js";
import * as calendarFile from "./calendar-file.js";
import * as city from "./city.js";
import * as count from "./count.js";
import * as days from "./days.js";
import * as deadlineEntries from "./entries.js";
import * as plannerKept from "./kept.js";
import { prepare, remarks, work } from "./result.js";
import * as deadlineRows from "./rows.js";
import * as plannerState from "./state.js";

const WEEKEND = { 0: "일요일", 6: "토요일" };

/** The page's data. */
const load = (root) =>
  prepare(JSON.parse(root.querySelector("[data-planner]").textContent), root.dataset.assets);

/** The city's dates from the first to the last of the reader's. */
function near(found, start) {
  const all = [start, ...found.dated.map((row) => row.day)];
  return city.between(found.events, Math.min(...all), Math.max(...all));
}

/** The list in the order of days; on one day the known day comes first. */
function list(data, state, found) {
  const names = (day) => data.names.get(day) ?? WEEKEND[days.parts(day).weekday];
  const today = days.today();
  const limit = city.limit(found.deadlines.notAfter, found.events, state.date);
  const rest = count.isRest(state.date, data.holidays);
  const rows = [
    {
      day: state.date,
      rank: 0,
      element: deadlineRows.known(found.deadlines, state, limit, rest, names, today),
    },
    ...found.dated.map((row) => ({
      day: row.day,
      rank: 2,
      element: deadlineRows.due(row, state.date, names, today),
    })),
    ...(state.city ? near(found, state.date) : []).map((event) => ({
      day: event.first,
      rank: 1,
      element: deadlineRows.city(event, state.date),
    })),
  ];
  rows.sort((one, other) => one.day - other.day || one.rank - other.rank);
  return h("ol", { class: "hg-list hg-dues" }, ...rows.map((row) => row.element));
}

function fileName(state) {
  return `hyeopchi-${state.from}-${days.iso(state.date)}.ics`;
}

function actions(state, found, address, told, shelf) {
  const said = h("span", { role: "status", class: "hg-planner__said" });
  const save = () => {
    const moment = Date.now();
    const name = `${found.deadlines.known} ${days.iso(state.date)}` + (state.name ? ` ${state.name}` : "");
    give(
      calendarFile.write(
        name,
        deadlineEntries.ofRows(found.dated, state, moment, address),
        deadlineEntries.stamp(moment),
      ),
      calendarFile.TYPE,
      fileName(state),
    );
    setText(said, `${found.dated.length}개를 달력 파일로 받았어요.`);
  };
  const paper = async (format) => {
    try {
      const values = deadlineValues(found, state, told);
      setText(
        said,
        `${await officeSave(
          found.assets,
          "deadlines",
          format,
          values.fields["page.title"],
          values,
        )} 파일로 받았어요.`,
      );
    } catch {
      setText(said, "파일을 만드는 데 쓰는 것을 불러오지 못했어요. 새로 고친 뒤 다시 눌러 주세요.");
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      shelf.savedAsFile();
      setText(said, "주소를 복사했어요.");
    } catch {
      setText(said, "복사하지 못했어요. 브라우저 주소창의 주소를 복사해 주세요.");
    }
  };
  return h(
    "div",
    { class: "hg-actions hg-no-print" },
    h("button", {
      type: "button",
      class: "md-button md-button--primary",
      "data-save": true,
      disabled: !found.dated.length,
      onclick: save,
    }, "달력 파일로 받기(.ics)"),
    ...[["hwpx", "한글 파일"], ["docx", "Word 파일"]].map(([format, label]) =>
      h("button", {
        type: "button",
        class: "md-button",
        "data-office": format,
        disabled: !found.dated.length,
        onclick: () => paper(format),
      }, label)
    ),
    h("button", { type: "button", class: "md-button", onclick: () => window.print() }, "인쇄"),
    h("button", { type: "button", class: "md-button", onclick: copy }, "링크 복사"),
    said,
  );
}

function show(place, data, state, shelf) {
  const found = work(data, state);
  const address = location.href.split("#")[0];
  const told = remarks(data, state, found);
  place.replaceChildren(
    h("h2", { class: "hg-planner__title" }, `${found.deadlines.known}: ${days.korean(state.date)}`),
    ...told.map((text, index) =>
      h("p", { class: index ? "hg-note" : "hg-planner__count", role: index ? null : "status" }, text)
    ),
    actions(state, { ...found, assets: data.assets }, address, told, shelf),
    list(data, state, found),
    ...(found.undated.length
      ? [
        h("h3", {}, "날짜를 계산할 수 없는 일"),
        h("ul", { class: "hg-list hg-dues" }, ...found.undated.map(deadlineRows.undated)),
      ]
      : []),
  );
}

/**
 * What stands above the form: which calculation is shown, where it is kept, what two tabs said differently.
 */
function desk(shelf, data, form) {
  const plans = createPlans(shelf, { districts: [], hasVersion: false, isNamed: false });
  const clashes = createClashes(shelf, plannerKept.words(data));
  const show = () => {
    plans.element.hidden = shelf.plans.length === 1 && plannerKept.isBlank(shelf.plan.state);
    [plans, clashes].forEach((part) => part.show());
  };
  shelf.on("change", show);
  shelf.on("saved", show);
  show();
  form.before(
    h(
      "div",
      { class: "hg-desk" },
      plans.element,
      clashes.element,
      shelfStatus(shelf, " ‘링크 복사’로 주소를 적어 두면 다시 열 수 있어요."),
    ),
  );
}

/**
 * Shows what the address carries: a calculation that is kept already, in the place of a blank one, or one
 * more.
 */
function arrive(shelf, form) {
  if (!plannerState.fromHash(form, location.hash)) return false;
  const state = plannerState.choices(form);
  const same = shelf.plans.find((plan) => merging.equal(plan.state, state));
  if (same) shelf.show(same.id);
  else if (plannerKept.isBlank(shelf.plan.state)) shelf.hold({ state });
  else {
    const plan = shelf.kind.blank(state);
    shelf.putWithUndo([[plan.id, plan]], plan.id);
    shelf.notice({
      text: "주소에 든 날짜 계산을 하나 더 열었어요. 적던 것은 목록에 그대로 있어요.",
      undo: true,
    });
  }
  return true;
}

function start(root) {
  const data = load(root);
  const form = root.querySelector("[data-form]");
  const place = root.querySelector("[data-result]");
  const shelf = new Shelf(planList(plannerKept.content(data, plannerState.choices(form))));
  const update = () => {
    const state = plannerState.read(form);
    const { year } = state.date === null ? { year: 0 } : days.parts(state.date);
    root.querySelector("[data-empty]").hidden = state.date !== null;
    place.hidden = year < data.years[0] || year > data.years[1];
    history.replaceState(
      null,
      "",
      place.hidden ? location.href.split("#")[0] : plannerState.toHash(state, data.sides.length),
    );
    if (!place.hidden) show(place, data, state, shelf);
  };
  const bring = () => {
    plannerState.fill(form, shelf.plan.state);
    update();
  };
  const typed = () => {
    update();
    shelf.hold({ state: plannerState.choices(form) });
  };
  root.querySelector("[data-static]").hidden = true;
  form.hidden = false;
  desk(shelf, data, form);
  form.addEventListener("input", typed);
  root.querySelector("[data-example]").addEventListener("click", (event) => {
    plannerState.fromHash(form, event.target.dataset.example);
    typed();
    form.elements.date.focus(); // the button is gone with the words around it
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  shelf.on("change", bring);
  shelf.follow();
  globalThis.addEventListener("hashchange", () => arrive(shelf, form) && bring());
  arrive(shelf, form);
  bring();
}

register({ deadlines: start });
