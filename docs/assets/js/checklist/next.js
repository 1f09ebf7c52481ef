/**
 * The next meeting: its day, and what is begun, late or due by then, to print or hand on.
 */

import { h, setText, uniqueId } from "../dom.js";
import { button } from "../store/dialog.js";
import { printNext } from "./bar.js";
import { dateText, isLate, labelOf, stateOf, STATES } from "./entry.js";
import { checklistsOf, daysUntil, nextItems } from "./scope.js";
import { keepMeeting } from "./store.js";

const MOST = 12; // lines; the paper has all

/** `3일 남음`, `오늘`, `2일 지났어요`. */
function daysText(date) {
  const days = daysUntil(date);
  return days === 0 ? "오늘" : days > 0 ? `${days}일 남음` : `${-days}일 지났어요`;
}

/** @param {Checks.Item} item @param {Checks.Entry | undefined} entry */
function line(item, entry) {
  const words = [
    entry.due && `${dateText(entry.due)}${isLate(entry) ? " 지났어요" : ` ${daysText(entry.due)}`}`,
    entry.who && `담당 ${entry.who}`,
    labelOf(STATES, stateOf(entry)),
    item.group.title,
  ].filter(Boolean).join(" · ");
  return h(
    "li",
    { "data-late": isLate(entry) },
    h("a", { href: `${item.checklist.href}#item-${item.id}` }, item.text),
    h("span", { class: "hg-next__when" }, words),
  );
}

/** How the items were chosen, in a sentence. */
function chosenBy(found, meeting) {
  if (found.length === 0) {
    return "진행 중이거나 기한이 다가온 일이 없어요. 체크리스트에서 상태와 기한을 적으면 여기에 다음 회의에서 확인할 일이 모여요.";
  }
  return `진행 중이거나, 기한이 지났거나, ${
    meeting ? "회의 날까지" : "30일 안에"
  } 기한인 ${found.length}가지예요.`;
}

/** @param {any} store */
export function createNext(store) {
  const id = uniqueId("meeting");
  const date = h("input", {
    type: "date",
    id,
    min: "2000-01-01",
    max: "2099-12-31",
    onchange: () => keepMeeting(store, date.value),
  });
  const left = h("span", {});
  const how = h("p", { class: "hg-note" });
  const list = h("ul", { class: "hg-next" });
  const print = button(
    "다음 회의 자료 인쇄",
    () => printNext(store, checklistsOf(store.guide, store.plan)),
    "main",
  );
  const element = h(
    "section",
    { class: "hg-meeting", "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, "다음 회의"),
    h("p", { class: "hg-meeting__day" }, h("label", { for: id }, "회의 날짜"), date, left, print),
    how,
    list,
  );
  return {
    element,
    show() {
      const { meeting = "", items } = store.plan;
      const found = nextItems(store.guide, store.plan);
      if (date.value !== meeting && document.activeElement !== date) date.value = meeting;
      setText(left, meeting ? daysText(meeting) : "");
      setText(how, chosenBy(found, meeting));
      print.hidden = found.length === 0;
      list.replaceChildren(...found.slice(0, MOST).map((item) => line(item, items[item.id])));
    },
  };
}
