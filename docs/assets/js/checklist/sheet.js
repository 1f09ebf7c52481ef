/**
 * Two papers for a meeting, A4: what is open, duties first, with boxes to tick and room to write; and what is
 * done, with its evidence.
 */

import { h } from "../dom.js";
import { count, dateText, isLate, labelOf, ROLES, stateOf, today } from "./entry.js";
import * as file from "./file.js";
import { progressText } from "./group.js";
import { idsOf, weighedText } from "./guide.js";
import { namesOf } from "./scope.js";

const FEW = 2; // steps of a meeting that has time for them: their paper has room to write
const FORCES = ["must", "should", "may", "example", "reference"];

const groupsOf = (checklists) => checklists.flatMap((one) => one.groups);
const isFew = (checklists) => groupsOf(checklists).length <= FEW;
const stepsText = (checklists) => namesOf(groupsOf(checklists).map(({ title }) => title));

function head(store, title, checklists) {
  return [
    h("h1", {}, title),
    h(
      "p",
      { class: "hg-sheet__plan" },
      h("strong", {}, file.nameOf(store.plan)),
      ` · ${checklists.map((one) => one.title).join(", ")} · ${dateText(today())} 인쇄`,
    ),
  ];
}

function table(columns, rows, kind = "") {
  return h(
    "table",
    { class: `hg-sheet__table ${kind}`.trim() },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...columns.map(([label, kind]) => h("th", { scope: "col", class: `hg-sheet__${kind}` }, label)),
      ),
    ),
    h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))))),
  );
}

/** Each group's part of the paper, when there is something to say; the paper of one group names it above. */
function parts(checklists, part) {
  const several = checklists.length > 1;
  const alone = groupsOf(checklists).length === 1;
  return checklists.flatMap((checklist) => {
    const made = checklist.groups.flatMap((group) => {
      const found = part(group);
      return found
        ? [
          h(
            "section",
            { class: "hg-sheet__group" },
            alone ? null : h(several ? "h3" : "h2", {}, group.title),
            ...found,
          ),
        ]
        : [];
    });
    return several && made.length > 0 ? [h("h2", {}, checklist.title), ...made] : made;
  });
}

/** Duties before what is advised, what is advised before what is suggested; else as the guide has them. */
function byForce(items) {
  const rank = (
    { basis, force },
  ) => (basis === "suggested" || !force ? FORCES.length : FORCES.indexOf(force));
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/**
 * One open item's row: its box, its words, who and by when, and room to write.
 * @param {Checks.Item} item
 * @param {Checks.Entry | undefined} entry
 */
function openRow(guide, item, entry) {
  const due = [
    entry?.due && `${dateText(entry.due)}${isLate(entry) ? " 지남" : ""}`,
    stateOf(entry) === "doing" && "진행 중",
  ];
  return [
    "☐",
    weighedText(guide, item),
    [labelOf(ROLES, item.role), entry?.who].filter(Boolean).join("\n"),
    due.filter(Boolean).join("\n"),
    entry?.note ?? "",
  ];
}

function signatures() {
  return h(
    "section",
    { class: "hg-sheet__end" },
    h("h2", {}, "논의와 결정"),
    h("div", { class: "hg-sheet__lines", "aria-hidden": "true" }),
    h(
      "p",
      { class: "hg-sheet__signs" },
      ...["민간", "행정", "사무국"].map((role) => h("span", {}, `${role} (서명)`)),
    ),
  );
}

/** What is done already, in one line. @param {Checks.Group} group */
function doneLine(store, group) {
  const done = group.items.filter(({ id }) => stateOf(store.plan.items[id]) === "done");
  return done.length > 0
    ? h(
      "p",
      { class: "hg-sheet__done" },
      h("strong", {}, `이미 한 일 ${done.length}가지: `),
      done.map(({ text }) => text).join(" "),
    )
    : null;
}

/**
 * The paper for a meeting.
 * @param {any[]} checklists with the groups that the meeting is about
 * @param {Set<string>} shown the items that the filters let through
 * @param {string} title
 * @param {string} chosen what the filters were told
 */
export function meetingSheet(
  store,
  checklists,
  shown,
  title = `회의 자료: ${isFew(checklists) ? stepsText(checklists) : "남은 일"}`,
  chosen = "",
) {
  const isOpen = ({ id }) => shown.has(id) && ["none", "doing"].includes(stateOf(store.plan.items[id]));
  const columns = [["✓", "tick"], ["할 일", "text"], ["담당", "who"], ["기한·상태", "due"], [
    "메모·결정",
    "note",
  ]];
  const few = isFew(checklists);
  const groups = parts(checklists, (group) => {
    const open = byForce(group.items.filter(isOpen));
    const done = few ? doneLine(store, group) : null;
    return open.length > 0 || done
      ? [
        open.length > 0 && table(
          columns,
          open.map((item) => openRow(store.guide, item, store.plan.items[item.id])),
          few ? "hg-sheet__table--roomy" : "",
        ),
        done,
      ].filter(Boolean)
      : null;
  });
  return [
    ...head(store, title, checklists),
    ...(chosen ? [h("p", {}, chosen)] : []),
    h(
      "dl",
      { class: "hg-sheet__facts" },
      ...[["회의 날짜", store.plan.meeting ? dateText(store.plan.meeting) : ""], ["장소", ""], ["참석", ""]]
        .map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value))),
    ),
    ...(groups.length > 0 ? groups : [h("p", {}, "남은 일이 없어요.")]),
    signatures(),
  ];
}

export function report(store, checklists) {
  const { items } = store.plan;
  const columns = [["한 일", "text"], ["담당", "who"], ["증빙", "room"], ["메모", "note"]];
  const groups = parts(checklists, (group) => {
    const done = group.items.filter(({ id }) => stateOf(items[id]) === "done");
    const counts = h("p", {}, progressText(count(items, idsOf([group]))));
    return done.length > 0
      ? [
        counts,
        table(
          columns,
          done.map((
            item,
          ) => [
            weighedText(store.guide, item),
            items[item.id].who ?? "",
            items[item.id].evidence ?? "적지 않음",
            items[item.id].note ?? "",
          ]),
        ),
      ]
      : null;
  });
  return [
    ...head(store, "한 일 보고", checklists),
    h("p", {}, progressText(count(items, idsOf(groupsOf(checklists))))),
    ...(groups.length > 0 ? groups : [h("p", {}, "아직 했다고 표시한 것이 없어요.")]),
  ];
}

/** Prints the paper in the page's place, and puts the page back. */
export function print(content) {
  const sheet = h("section", { class: "hg-sheet" }, ...content);
  const root = document.documentElement;
  document.querySelector(".hg-sheet")?.remove();
  document.querySelector(".md-content__inner").append(sheet);
  root.dataset.hgPrint = "sheet";
  globalThis.addEventListener("afterprint", () => {
    sheet.remove();
    delete root.dataset.hgPrint;
  }, { once: true });
  globalThis.print();
}
