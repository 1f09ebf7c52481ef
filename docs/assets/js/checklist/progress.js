/**
 * Progress over a plan's checklists: one table of its steps, several plans side by side, and what was noted
 * under items that this guide does not have.
 */

import { h, setText } from "../dom.js";
import { count, dateText, FIELDS, isClosed, labelOf, STATES, today } from "./entry.js";
import * as file from "./file.js";
import { createProgress } from "./group.js";
import { idsOf, strangers } from "./guide.js";
import { checklistsOf, editionOf } from "./scope.js";

const MOST_WHO = 2; // names in a cell

const cell = (value) => h("td", { class: "hg-number" }, String(value));

/** A table in the frame that every table of the guide stands in. */
function table(caption, columns, rows, { numbers = columns.slice(1), kind = "" } = {}) {
  return h(
    "div",
    { class: "hg-table__scroll hg-check-table", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      { class: `hg-check-table__table ${kind}`.trim() },
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...columns.map((text) =>
            h("th", { scope: "col", class: numbers.includes(text) ? "hg-number" : null }, text)
          ),
        ),
      ),
      h("tbody", {}, ...rows),
    ),
  );
}

/** How far a step is, in a word or two. */
function stateText(counts) {
  if (counts.na === counts.all) return "해당 없음";
  if (counts.done + counts.na === counts.all) return "완료";
  return counts.done + counts.doing === 0 ? "시작 전" : `진행 중 ${counts.done}/${counts.all - counts.na}`;
}

/** The earliest day among open items, and who has them. */
function openFacts(ids, items) {
  const open = ids.filter((id) => !isClosed(items[id]));
  const due = open.map((id) => items[id]?.due).filter(Boolean).sort()[0] ?? null;
  const who = [...new Set(open.map((id) => items[id]?.who).filter(Boolean))];
  return {
    open: open.length,
    due,
    who: who.length > MOST_WHO ? `${who.slice(0, MOST_WHO).join(", ")} 등 ${who.length}` : who.join(", "),
  };
}

/** One line of the table: a step, or a whole checklist. */
function row(name, href, ids, items, attributes = {}) {
  const { open, due, who } = openFacts(ids, items);
  const late = due !== null && due < today();
  const facts = [["남은 일", String(open)], [
    "다음 기한",
    due ? `${dateText(due)}${late ? " 지남" : ""}` : "",
  ], ["담당", who]];
  return h(
    "tr",
    attributes,
    h("th", { scope: "row" }, h("a", { href }, name)),
    h("td", {}, stateText(count(items, ids))),
    ...facts.map(([label, text], at) =>
      h(
        "td",
        { class: at === 0 ? "hg-number" : null, "data-label": label, "data-late": at === 1 && late },
        text,
      )
    ),
  );
}

/** A checklist's lines: the whole, and its steps once one of them is begun. */
function checklistRows(checklist, items) {
  const ids = idsOf(checklist.groups);
  const begun = ids.some((id) => items[id]);
  const whole = row(checklist.title, checklist.href, ids, items, {
    class: "hg-overview__whole",
    "data-check-progress": checklist.id,
  });
  return [
    whole,
    ...(begun
      ? checklist.groups.map((group) =>
        row(group.title, `${checklist.href}#${group.key}`, idsOf([group]), items)
      )
      : []),
  ];
}

/** All that belongs to the plan in one table. */
function overviewTable(store) {
  return table(
    "단계별 상태, 남은 일, 다음 기한, 담당",
    ["단계", "상태", "남은 일", "다음 기한", "담당"],
    checklistsOf(store.guide, store.plan).flatMap((one) => checklistRows(one, store.plan.items)),
    { numbers: ["남은 일"], kind: "hg-overview" },
  );
}

function comparison(store) {
  if (store.plans.length < 2) return [];
  return [
    h("h2", {}, "계획별 진행"),
    table(
      "계획별 완료 항목",
      ["체크리스트", ...store.plans.map(file.nameOf)],
      store.guide.checklists.map((checklist) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, h("a", { href: checklist.href }, checklist.title)),
          ...store.plans.map((plan) => {
            const counts = count(plan.items, idsOf(checklist.groups));
            return cell(`${counts.done} / ${counts.all - counts.na}`);
          }),
        )
      ),
    ),
  ];
}

/** What is noted under ids that the guide has no more: readable, not lost. */
function leftovers(store) {
  const ids = strangers(store.guide, store.plan);
  if (ids.length === 0) return [];
  const why = (id) =>
    store.guide.moves.find((move) => move.before.includes(id))?.note ?? "이 길잡이에는 없는 항목이에요.";
  /** @param {Checks.Entry | undefined} entry */
  const words = (entry) =>
    Object.entries(FIELDS).filter(([field]) => entry[field])
      .map(([field, label]) => `${label}: ${field === "state" ? labelOf(STATES, entry.state) : entry[field]}`)
      .join(" · ");
  return [
    h("h2", {}, "이 길잡이에 없는 항목에 입력한 내용"),
    h(
      "ul",
      {},
      ...ids.map((id) => h("li", {}, h("code", {}, id), ` ${why(id)} ${words(store.plan.items[id])}`)),
    ),
  ];
}

/** @param {any} store */
export function createOverview(store) {
  const overall = createProgress("이 계획의 진행");
  const rest = h("div", {});
  const about = h("p", { class: "hg-note" });
  const element = h("div", { class: "hg-overall" }, h("h2", {}, "전체 진행"), about, overall.element, rest);
  // Without scripts the list of checklists; here the table says more.
  document.querySelector("[data-check-lists]").hidden = true;
  return {
    element,
    show() {
      const { guide, plan } = store;
      const own = checklistsOf(guide, plan);
      setText(
        about,
        `${
          editionOf(guide, plan)
        }년판, 체크리스트 ${own.length}가지를 합했어요. 연도와 체크리스트는 ‘이름 바꾸기’에서 고쳐요.`,
      );
      overall.show(count(plan.items, idsOf(own.flatMap(({ groups }) => groups))));
      rest.replaceChildren(overviewTable(store), ...leftovers(store), ...comparison(store));
    },
  };
}
