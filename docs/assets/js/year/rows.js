/**
 * A row of a laid year: when, what, whether that is expected or the reader's own, and the fields for the real
 * dates. A row is made once and brought up to date, so that a field keeps the focus while its date is typed.
 */

import * as count from "../deadlines/count.js";
import * as days from "../deadlines/days.js";
import { h, setText, uniqueId } from "../dom.js";
import { EXPECTED } from "./entries.js";
import { endKey, said } from "./lay.js";

const OWN = "직접 적음";

function flag(sign, text) {
  return h("p", { class: "hg-due__flag hg-due__flag--care" }, h("strong", {}, sign), ` ${text}`);
}

/**
 * What is to be seen to in a row: moved off rest, a real date that is odd.
 * @param {(day: number) => string} names of days of rest
 */
function flags(row, year, names, holidays) {
  const parts = [row.start, row.end].filter((part) => part !== null);
  const own = parts.filter((part) => part.real).map(({ first }) => first);
  return [
    ...parts.filter(({ moved }) => moved !== null).map(({ first, moved }) =>
      flag(
        "옮겼어요.",
        `같은 날인 ${days.korean(moved)}은 쉬는 날(${names(moved)})이라 ${
          first < moved ? "직전 근무일로 당겼어요" : "다음 근무일로 미뤘어요"
        }.`,
      )
    ),
    ...own.filter((day) => count.isRest(day, holidays)).map((day) =>
      flag("쉬는 날", `${days.korean(day)}은 ${names(day)}이에요.`)
    ),
    ...own.filter((day) => days.parts(day).year !== year).map((day) =>
      flag("다른 해", `${days.korean(day)}은 ${year}년이 아니에요. 맞는지 확인하세요.`)
    ),
    row.backwards ? flag("순서", "끝나는 날이 시작하는 날보다 빨라요.") : null,
  ].filter((one) => one !== null);
}

/**
 * A field for a real date. What is no day of the known years is not taken, and said when the field is left.
 */
function field(label, key, data, onDate) {
  const [least, most] = [data.first, data.last].map((year, end) => `${year}-${end ? "12-31" : "01-01"}`);
  const problem = h("small", { id: uniqueId("year-problem"), class: "hg-year__problem", role: "status" });
  const input = h("input", {
    type: "date",
    min: least,
    max: most,
    "data-real": key,
    "aria-describedby": problem.id,
  });
  const fits = () =>
    !input.validity.badInput && (input.value === "" || (input.value >= least && input.value <= most));
  input.addEventListener("change", () => {
    if (fits()) onDate(key, input.value);
  });
  input.addEventListener("blur", () => {
    input.toggleAttribute("aria-invalid", !fits());
    setText(problem, fits() ? "" : `${data.first}년부터 ${data.last}년까지의 날짜를 적어 주세요.`);
  });
  const element = h("span", { class: "hg-year__field" }, h("label", {}, `${label} `, input), problem);
  const show = (dates) => {
    const kept = dates[key] ?? "";
    if (input.value !== kept && (fits() || document.activeElement !== input)) input.value = kept;
  };
  return { element, show };
}

/**
 * @param {any} event
 * @param {any} timeline
 * @param {any} data
 * @param {(key: string, day: string) => void} onDate
 */
export function createRow(event, timeline, data, onDate) {
  const when = h("span", {});
  const badge = h("span", {});
  const told = h("div", {});
  const title = h("a", { href: event.href });
  const fields = [
    field(event.end ? "정해진 시작일" : "정해진 날짜", event.id, data, onDate),
    ...(event.end ? [field("정해진 종료일", endKey(event.id), data, onDate)] : []),
  ];
  const element = h(
    "li",
    { class: "hg-due", "data-item": event.id },
    h("p", { class: "hg-due__date" }, when, badge),
    h(
      "div",
      { class: "hg-due__body" },
      h("p", { class: "hg-due__title" }, title),
      h("p", { class: "hg-due__who" }, `${event.who} · ${timeline.edition}년판: ${event.when}`),
      told,
      h(
        "p",
        { class: "hg-year__fields hg-no-print", role: "group", "aria-label": event.title },
        ...fields.map((one) => one.element),
      ),
    ),
  );
  function show(row, year, dates, names) {
    setText(when, said(row));
    setText(title, row.title);
    setText(badge, row.real ? OWN : EXPECTED);
    badge.className = `hg-badge hg-badge--${row.real ? "stated" : "suggested"}`;
    element.dataset.real = row.real ? "yes" : "no";
    told.replaceChildren(...flags(row, year, names, data.holidays));
    for (const one of fields) one.show(dates);
  }
  return { element, show };
}
