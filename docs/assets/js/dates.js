/**
 * A timeline's page: today's mark, the calendar button of the chosen side, and a calendar file of chosen
 * dates. Whose dates the list shows is CSS alone (dates.css); here the choice is counted and followed by the chart.
 */

import * as calendarFile from "./deadlines/calendar-file.js";
import * as days from "./deadlines/days.js";
import { countDays } from "./deadlines/left.js";
import { h, setText } from "./dom.js";
import { button } from "./drawer.js";
import { give } from "./files.js";
import { register } from "./start.js";

const PLOT = 830;
const LEFT = 170;

/** The bars of the chart with the events of the list that they lead to. @returns {[Element, HTMLElement][]} */
function bars() {
  return [...document.querySelectorAll("[data-chart] a")].map(
    (bar) => [bar, document.getElementById((bar.getAttribute("href") ?? "").slice(1))],
  );
}

/** What a bar is and when, as the list says it: seen where the pointer rests. */
function nameBars() {
  for (const [bar, event] of bars()) {
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    const said = [...event.querySelector(".hg-event__date").childNodes]
      .filter((part) => !(part instanceof Element) || part.matches(".hg-badge"));
    const name = event.querySelector(".hg-event__title").textContent;
    const date = said.map(({ textContent }) => textContent).join(" ").replace(/\s+/g, " ").trim();
    title.textContent = `${name}, ${date}`;
    bar.prepend(title);
  }
}

/** A line on the chart and a word in the month, only in the edition's own year. */
function markToday(data) {
  const today = days.today();
  const { year, month } = days.parts(today);
  if (year !== data.year) return;
  const chart = document.querySelector("[data-chart]");
  const x = LEFT + (today - days.parse(chart.dataset.first) + 0.5) * PLOT / Number(chart.dataset.days);
  const bottom = Number(chart.getAttribute("viewBox").split(" ")[3]) - 4;
  const part = (name, attributes, text = "") => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    return element;
  };
  chart.append(
    part("line", { class: "hg-chart__today", x1: x, x2: x, y1: 20, y2: bottom }),
    part("text", { class: "hg-chart__today-name", x, y: 30, "text-anchor": "middle" }, "오늘"),
  );
  const section = document.querySelector(
    `[data-month="${year}-${String(month).padStart(2, "0")}"] .hg-month__head`,
  );
  section?.append(
    " ",
    h("span", { class: "hg-badge hg-badge--today" }, `오늘 ${month}월 ${days.parts(today).day}일`),
  );
}

/** The events that the chosen side leaves in sight. */
function inSight() {
  const { value: side } =
    /** @type {HTMLInputElement} */ (document.querySelector('input[name="hg-side"]:checked'));
  return [...document.querySelectorAll(".hg-event")].filter(
    (event) => side === "all" || event.dataset.sides.split(" ").includes(side),
  );
}

/** A tick for each date that can stand in a calendar. */
function addTicks(data, onChange) {
  for (const event of document.querySelectorAll(".hg-event")) {
    if (!(event.id in data.entries)) continue;
    const title = event.querySelector(".hg-event__title");
    event.prepend(
      h(
        "label",
        { class: "hg-event__pick hg-no-print" },
        h("input", {
          type: "checkbox",
          "data-pick": event.id,
          "aria-label": `달력에 고르기: ${title.textContent}`,
          onchange: onChange,
        }),
        h("span", { "aria-hidden": "true" }, "달력"),
      ),
    );
  }
}

function start(root) {
  const data = JSON.parse(root.querySelector("[data-dates]").textContent);
  /** @returns {NodeListOf<HTMLInputElement>} */
  const listed = () => document.querySelectorAll("[data-pick]");
  const ticks = () => [...listed()];
  const picked = () => {
    const chosen = new Set(ticks().filter((tick) => tick.checked).map((tick) => tick.dataset.pick));
    return Object.keys(data.entries).filter((key) => chosen.has(key)).map((key) => data.entries[key]);
  };
  const giveChosen = () =>
    give(
      calendarFile.write(`${data.title} — 고른 일정`, picked(), data.stamp),
      calendarFile.TYPE,
      `${data.id}-chosen.ics`,
    );
  const save = h("button", {
    type: "button",
    class: "md-button md-button--primary",
    "data-save": true,
    onclick: giveChosen,
  }, "");
  const all = h("button", {
    type: "button",
    class: "md-button",
    onclick: () => {
      for (const tick of ticks()) tick.checked = inSight().includes(tick.closest(".hg-event"));
      update();
    },
  }, "보이는 일정 모두 선택");
  const count = h("span", { role: "status" });
  const near = h(
    "p",
    { class: "hg-picked hg-no-print", hidden: true },
    count,
    button("달력 파일 받기(.ics)", giveChosen, "md-button--primary"),
    button("선택 해제", () => {
      for (const tick of ticks()) tick.checked = false;
      update();
    }),
  );
  const seen = h("p", { class: "hg-muted hg-no-print", role: "status" });
  const update = () => {
    const number = picked().length;
    const seenEvents = new Set(inSight());
    for (const [bar, event] of bars()) bar.classList.toggle("away", !seenEvents.has(event));
    setText(save, number ? `고른 ${number}개만 받기(.ics)` : "아래 목록에서 골라 받기");
    save.disabled = !number;
    near.hidden = !number;
    setText(count, number ? `달력에 넣을 일정 ${number}개를 골랐어요.` : "");
    setText(
      seen,
      `일정 ${document.querySelectorAll(".hg-event").length}가지 가운데 ${inSight().length}가지가 보여요.`,
    );
  };
  root.querySelector(".hg-actions").append(save, all);
  document.querySelector(".hg-chips").after(seen);
  [...document.querySelectorAll("[data-month]")].at(-1)?.parentElement.append(near);
  document.querySelector(".hg-chips").addEventListener("change", update);
  nameBars();
  addTicks(data, update);
  markToday(data);
  countDays(document);
  update();
}

register({ dates: start });
