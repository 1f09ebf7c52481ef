/**
 * The list of days: what to do, the city's dates between, the known day itself, and what has no day.
 */

import { h } from "../dom.js";
import { names } from "../names.js";
import * as days from "./days.js";

const BASIS = { stated: "근거", suggested: "제안" };

function badge(kind, text) {
  return h("span", { class: `hg-badge hg-badge--${kind}` }, text);
}

/** Links after a word: `근거 2020 안내서 143쪽, …` */
function links(head, list) {
  if (!list.length) return null;
  const parts = list.flatMap((
    { text, href },
    index,
  ) => [index ? ", " : "", h("a", { class: "hg-cite", href }, text)]);
  return h("p", { class: "hg-grounds" }, h("span", { class: "hg-grounds__label" }, head), " ", ...parts);
}

/** `7일 전`, `그날`, `21일 뒤` */
function distance(day, start) {
  if (day === start) return "그날";
  return day < start ? `${start - day}일 전` : `${day - start}일 뒤`;
}

function flag(sign, text, kind) {
  return h("p", { class: `hg-due__flag hg-due__flag--${kind}` }, h("strong", {}, sign), ` ${text}`);
}

/** What the city's deadline says of the day. */
function limitFlag({ verdict, event, days: count }) {
  if (verdict === "fail") {
    return flag("늦어요.", `${names.city}의 ‘${event.title}’(${event.when})보다 ${count}일 늦어요.`, "fail");
  }
  if (verdict !== "ok") return null;
  const left = count ? `${count}일 남아요` : "같은 날이에요";
  return flag("맞아요.", `${names.city}의 ‘${event.title}’(${event.when})까지 ${left}.`, "ok");
}

function clashFlags(events) {
  return events.map((event) =>
    flag("같은 날", `${names.city} 일정이 있어요: ${event.title}(${event.when})`, "care")
  );
}

/** Why the day is not the one that was counted. */
function movedFlag(row, names) {
  if (row.day === row.counted) {
    return row.rest ? flag("쉬는 날", `${names(row.day)}이에요.`, "care") : null;
  }
  const where = row.day < row.counted ? "직전 근무일로 당겼어요" : "다음 근무일로 미뤘어요";
  return flag(
    "옮겼어요.",
    `계산한 날 ${days.korean(row.counted)}은 쉬는 날(${names(row.counted)})이라 ${where}.`,
    "care",
  );
}

/**
 * What months come to: they begin on the next day, so that two days of one number may not meet (2월 28일, 3월
 * 31일).
 */
function inMonths({ due: { after }, begin, counted }) {
  if (after?.unit !== "month" || days.parts(begin).day === days.parts(counted).day) return "";
  const said = (day) => `${days.parts(day).month}월 ${days.parts(day).day}일`;
  return `. 다음 날인 ${said(begin + 1)}부터 세어 ${said(counted)}까지예요`;
}

function head(day, start, today) {
  return h(
    "p",
    { class: "hg-due__date" },
    h("time", { datetime: days.iso(day) }, days.korean(day)),
    h("span", { class: "hg-due__distance" }, distance(day, start)),
    day === today ? badge("today", "오늘") : null,
  );
}

export function due(row, start, names, today) {
  const { due: one } = row;
  return h(
    "li",
    {
      class: `hg-due hg-due--${one.basis}`,
      "data-item": one.id,
      "data-verdict": row.limit.verdict,
      "data-rule": one.rule,
    },
    head(row.day, start, today),
    h(
      "div",
      { class: "hg-due__body" },
      h("p", { class: "hg-due__title" }, badge(one.basis, BASIS[one.basis]), " ", one.title),
      h("p", { class: "hg-due__who" }, one.who),
      h("p", {}, one.summary, one.example ? ` ${one.example}` : ""),
      h("p", { class: "hg-due__how" }, `이렇게 계산했어요: ${one.how}${inMonths(row)}`),
      movedFlag(row, names),
      limitFlag(row.limit),
      ...clashFlags(row.clashes),
      links("근거", one.cites),
      links("더 보기", one.links),
    ),
  );
}

export function known(deadlines, state, limit, rest, names, today) {
  return h(
    "li",
    { class: "hg-due hg-due--known", "data-item": "known", "data-verdict": limit.verdict },
    head(state.date, state.date, today),
    h(
      "div",
      { class: "hg-due__body" },
      h("p", { class: "hg-due__title" }, deadlines.known + (state.name ? `: ${state.name}` : "")),
      rest ? flag("쉬는 날", `${names(state.date)}이에요. 이날은 옮기지 않았어요.`, "care") : null,
      limitFlag(limit),
    ),
  );
}

export function city(event, start) {
  return h(
    "li",
    { class: "hg-due hg-due--city" },
    h(
      "p",
      { class: "hg-due__date" },
      event.when,
      event.exact ? h("span", { class: "hg-due__distance" }, distance(event.first, start)) : null,
    ),
    h(
      "div",
      { class: "hg-due__body" },
      h(
        "p",
        { class: "hg-due__title" },
        badge("city", event.procedure),
        " ",
        h("a", { href: event.href }, event.title),
      ),
    ),
  );
}

export function undated(one) {
  return h(
    "li",
    { class: "hg-due", "data-item": one.id, "data-verdict": "na" },
    h("p", { class: "hg-due__date" }, one.text ?? one.how),
    h(
      "div",
      { class: "hg-due__body" },
      h("p", { class: "hg-due__title" }, badge(one.basis, BASIS[one.basis]), " ", one.title),
      h("p", { class: "hg-due__who" }, one.who),
      h("p", {}, one.summary),
      links("근거", one.cites),
      links("더 보기", one.links),
    ),
  );
}
