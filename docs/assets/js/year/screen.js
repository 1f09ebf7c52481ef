/**
 * A year of one's own: an edition's procedure laid onto a chosen year, as a list, on paper and as a calendar
 * file.
 */

import * as calendarFile from "../deadlines/calendar-file.js";
import * as days from "../deadlines/days.js";
import * as deadlineEntries from "../deadlines/entries.js";
import { h, setText } from "../dom.js";
import { give } from "../files.js";
import { register } from "../start.js";
import { createClashes } from "../store/clashes.js";
import { planList } from "../store/plan-list.js";
import { create as createPlans } from "../store/plans.js";
import { Shelf } from "../store/shelf.js";
import { shelfStatus } from "../store/status.js";
import { entries as entriesOf, EXPECTED } from "./entries.js";
import { content, isBlank, words } from "./kept.js";
import { lay } from "./lay.js";
import { createRow } from "./rows.js";

const WEEKEND = { 0: "일요일", 6: "토요일" };

/** The page's data: holidays as numbers, the years that can be chosen. */
function load(root) {
  const data = JSON.parse(root.querySelector("[data-year]").textContent);
  const names = new Map(Object.entries(data.holidays).map(([text, name]) => [days.parse(text), name]));
  const years = [...root.querySelectorAll('select[name="year"] option')].map(({ value }) => value);
  return { ...data, names, holidays: new Set(names.keys()), years };
}

/** The year that is shown: the chosen one, or the reader's own, as far as its days of rest are kn */
function shownYear(data, state) {
  const today = String(days.parts(days.today()).year);
  return state.year || (data.years.includes(today) ? today : data.years.at(-1));
}

/** The list, whose rows stay while the timeline does. */
function createList(data, onDate) {
  const element = h("ol", { class: "hg-list hg-dues", "data-list": true });
  const nameOf = (day) => data.names.get(day) ?? WEEKEND[days.parts(day).weekday];
  let rows = new Map();
  let shown = "";

  /** A field that is being typed into is not moved: the order follows when it is left. */
  function order(found) {
    const wanted = found.map(({ event }) => rows.get(event.id).element);
    const stands = wanted.every((one, at) => element.children[at] === one);
    if (!stands && !element.contains(document.activeElement)) element.replaceChildren(...wanted);
  }
  function show(timeline, found, year, dates) {
    if (shown !== timeline.id) {
      rows = new Map(timeline.events.map((event) => [event.id, createRow(event, timeline, data, onDate)]));
      element.replaceChildren();
      shown = timeline.id;
    }
    for (const row of found) rows.get(row.event.id).show(row, year, dates, nameOf);
    order(found);
    element.onfocusout = () => setTimeout(() => order(found));
  }
  return { element, show };
}

function actions(save) {
  const said = h("span", { role: "status", class: "hg-planner__said" });
  const element = h(
    "div",
    { class: "hg-actions hg-no-print" },
    h("button", {
      type: "button",
      class: "md-button md-button--primary",
      "data-save": true,
      onclick: () => setText(said, save()),
    }, "달력 파일로 받기(.ics)"),
    h("button", { type: "button", class: "md-button", onclick: () => window.print() }, "인쇄"),
    said,
  );
  return element;
}

/** What stands above the form: which year is shown, where it is kept, what two tabs said differently. */
function desk(shelf, data, form) {
  const plans = createPlans(shelf, { districts: [], hasVersion: false, isNamed: false });
  const clashes = createClashes(shelf, words(data));
  const show = () => {
    plans.element.hidden = shelf.plans.length === 1 && isBlank(shelf.plan.state);
    [plans, clashes].forEach((part) => part.show());
  };
  shelf.on("change", show);
  shelf.on("saved", show);
  show();
  form.before(h("div", { class: "hg-desk" }, plans.element, clashes.element, shelfStatus(shelf)));
}

function createResult(data, shelf, onDate) {
  const list = createList(data, onDate);
  const title = h("h2", { class: "hg-planner__title" });
  const counted = h("p", { class: "hg-planner__count", role: "status" });
  const notice = h("p", { class: "hg-note" });
  let current = null;
  const save = () => {
    const { timeline, found, year } = current;
    const moment = Date.now();
    const entries = entriesOf(found, timeline, year, moment, location.href.split("#")[0]);
    give(
      calendarFile.write(
        `${year}년 ${timeline.short}(${EXPECTED} 포함)`,
        entries,
        deadlineEntries.stamp(moment),
      ),
      calendarFile.TYPE,
      `hyeopchi-${timeline.id}-${year}.ics`,
    );
    return `${entries.length}개를 달력 파일로 받았어요.`;
  };
  const element = [title, counted, notice, actions(save), list.element];
  function show() {
    const { state } = shelf.plan;
    const timeline = data.timelines.find(({ id }) => id === state.from);
    const year = shownYear(data, state);
    const found = lay(timeline, Number(year), state.rest, data.holidays, state.dates);
    const real = found.filter((row) => row.real).length;
    current = { timeline, found, year };
    setText(title, `${year}년 ${timeline.short}`);
    setText(
      counted,
      `일정 ${found.length}가지 가운데 직접 입력한 날짜 ${real}가지, ${EXPECTED} ${
        found.length - real
      }가지예요.`,
    );
    setText(notice, `‘${EXPECTED}’은 ${timeline.notice} 공문이 오면 정해진 날짜를 적어 주세요.`);
    list.show(timeline, found, Number(year), state.dates);
  }
  return { element, show };
}

function start(root) {
  const data = load(root);
  const form = root.querySelector("[data-form]");
  const place = root.querySelector("[data-result]");
  const shelf = new Shelf(planList(content(data)));
  const onDate = (key, day) => {
    const { plan } = shelf;
    const { [key]: was = "", ...rest } = plan.state.dates;
    if (was === day) return;
    const dates = day ? { ...rest, [key]: day } : rest;
    const next = { ...plan, state: { ...plan.state, year: shownYear(data, plan.state), dates } };
    shelf.putWithUndo([[plan.id, next]], plan.id);
    shelf.notice({
      text: day ? `${days.korean(days.parse(day))}로 적었어요.` : "적은 날짜를 지웠어요.",
      undo: true,
    });
  };
  const result = createResult(data, shelf, onDate);
  const bring = () => {
    const { state } = shelf.plan;
    form.elements.from.value = state.from;
    form.elements.year.value = shownYear(data, state);
    form.elements.rest.value = state.rest;
    result.show();
  };
  root.querySelector("[data-static]").hidden = true;
  place.replaceChildren(...result.element);
  form.hidden = place.hidden = false;
  desk(shelf, data, form);
  form.addEventListener("change", () => {
    const { from, year, rest } = form.elements;
    shelf.hold({ state: { ...shelf.plan.state, from: from.value, year: year.value, rest: rest.value } });
    result.show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  shelf.on("change", bring);
  shelf.follow();
  bring();
}

register({ year: start });
