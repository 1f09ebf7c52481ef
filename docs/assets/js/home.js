/**
 * What this browser has last been used for: each tool's current plan with the way back to it, and the next
 * day that is due. Read only; what cannot be read is the tool's own matter, and is left out here.
 */

import { h } from "./dom.js";
import { register } from "./start.js";
import * as storage from "./storage.js";

const DAY = 86_400_000;
const MOST = 40; // signs of a name
const LONGEST = 10_000; // of one text in a store

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value) => (typeof value === "string" ? value.trim().slice(0, MOST) : "");

/** The plan of a store that was open last; null where there is none. */
function current(key) {
  const { value } = storage.read(key, LONGEST);
  const plans = isRecord(value) && Array.isArray(value.plans) ? value.plans.filter(isRecord) : [];
  return plans.find(({ id }) => id === value.current) ?? plans[0] ?? null;
}

/** `강서구 2021년 1차 변경`, or what the plan calls itself. */
function nameOf(plan) {
  const year = textOf(plan.year);
  const names = [textOf(plan.district), /^\d+$/.test(year) ? `${year}년` : year, textOf(plan.version)].filter(
    Boolean,
  );
  return names.join(" ") || textOf(plan.content?.title) || "이름 없는 계획";
}

/** `오늘`, `3일 남음`, `2일 지났어요`; null for what is no date. @param {string} date ISO */
function left(date) {
  const time = Date.parse(`${date}T00:00:00`);
  if (Number.isNaN(time)) return null;
  const days = Math.round((time - new Date().setHours(0, 0, 0, 0)) / DAY);
  return days === 0 ? "오늘" : days > 0 ? `${days}일 남음` : `${-days}일 지났어요`;
}

const korean = (date) =>
  new Date(`${date}T00:00:00`).toLocaleDateString("ko-KR", {
    year: "numeric",
    month: "long",
    day: "numeric",
  });

/** How far a checklist is, and what in it is due next. */
function marksOf(plan) {
  const entries = isRecord(plan.items) ? Object.values(plan.items).filter(isRecord) : [];
  const done = entries.filter(({ state }) => state === "done").length;
  const due =
    entries.filter(({ state }) => state !== "done" && state !== "na").map((one) => textOf(one.due)).filter((
      one,
    ) => left(one)).sort()[0];
  return {
    has: entries.length > 0,
    words: [`완료 ${done}가지`, due && `다음 기한 ${korean(due)}, ${left(due)}`],
  };
}

/** Whether a tool's plan holds anything that was typed. */
const isTyped = ({ content }) =>
  isRecord(content) &&
  Object.values(content).some((
    one,
  ) => (Array.isArray(one) ? one.length > 0 : isRecord(one) && Object.keys(one).length > 0));

/** @param {{key: string, title: string, href: string, kind: string}} tool @returns {HTMLElement | null} */
function line({ key, title, href, kind }) {
  const plan = current(key);
  if (!plan) return null;
  const { has, words } = kind === "checklist"
    ? marksOf(plan)
    : { has: isTyped(plan) || Boolean(left(textOf(plan.content?.date))), words: [] };
  return has
    ? h(
      "li",
      {},
      h("a", { href }, `${title}: ${nameOf(plan)}`),
      " ",
      h("span", { class: "hg-muted" }, words.filter(Boolean).join(" · ")),
    )
    : null;
}

/** @param {HTMLElement} root */
function recent(root) {
  const lines = JSON.parse(root.querySelector("script").textContent).flatMap((tool) => line(tool) ?? []);
  root.querySelector("ul").append(...lines);
  root.hidden = lines.length === 0;
}

/**
 * The month in which the reader is, only where it is one of the year that is shown; else which year it is.
 * @param {HTMLElement} root
 */
function now(root) {
  const today = new Date();
  const [year, month] = [today.getFullYear(), today.getMonth() + 1];
  const cell = year === Number(root.dataset.year) ? document.querySelector(`[data-month="${month}"]`) : null;
  cell?.setAttribute("aria-current", "date");
  cell?.firstElementChild.append(" ", h("span", { class: "hg-badge" }, "지금"));
  root.textContent = cell
    ? `지금은 ${month}월이에요.`
    : `지금은 ${year}년 ${month}월이에요. 그림은 ${root.dataset.year}년의 일정이니, 올해 날짜는 올해 나온 문서에서 확인하세요.`;
}

register({ now, recent });
