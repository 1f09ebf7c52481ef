/**
 * Two papers for a meeting, A4: what is open, with room to write and sign; and what is done, with its evidence.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { ROLES, STATES, count, dateText, file, idsOf, isLate, labelOf, progressText, stateOf, today, weighedText } = hyeopchi.checklist;

  function head(store, title, checklists) {
    return [h("h1", {}, title), h("p", { class: "hg-sheet__plan" },
      h("strong", {}, file.nameOf(store.plan)), ` · ${checklists.map((one) => one.title).join(", ")} · ${dateText(today())} 인쇄`)];
  }

  function table(columns, rows) {
    return h("table", { class: "hg-sheet__table" },
      h("thead", {}, h("tr", {}, ...columns.map(([label, kind]) => h("th", { scope: "col", class: `hg-sheet__${kind}` }, label)))),
      h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))))));
  }

  /** Each group's part of the paper, when there is something to say. */
  function parts(checklists, several, part) {
    return checklists.flatMap((checklist) => {
      const made = checklist.groups.flatMap((group) => {
        const found = part(group);
        return found ? [h("section", { class: "hg-sheet__group" }, h(several ? "h3" : "h2", {}, group.title), ...found)] : [];
      });
      return several && made.length > 0 ? [h("h2", {}, checklist.title), ...made] : made;
    });
  }

  /** One open item's row; the last cell is for what the meeting decides. */
  function openRow(guide, item, entry) {
    const due = entry?.due ? `${dateText(entry.due)}${isLate(entry) ? " 지남" : ""}\n` : "";
    return [weighedText(guide, item), [labelOf(ROLES, item.role), entry?.who].filter(Boolean).join("\n"), due + labelOf(STATES, stateOf(entry)), entry?.note ?? "", ""];
  }

  function signatures() {
    return h("section", { class: "hg-sheet__end" }, h("h2", {}, "논의와 결정"), h("div", { class: "hg-sheet__lines", "aria-hidden": "true" }),
      h("h2", {}, "서명"), table([["맡은 쪽", "who"], ["소속", "place"], ["이름", "who"], ["서명", "sign"]],
        ["민간", "행정", "사무국", "", ""].map((role) => [role, "", "", ""])));
  }

  /** The paper for a meeting. @param {Set<string>} shown the items that the filters let through */
  function meetingSheet(store, checklists, shown) {
    const isOpen = ({ id }) => shown.has(id) && ["none", "doing"].includes(stateOf(store.plan.items[id]));
    const columns = [["할 일", "text"], ["맡은 쪽·담당", "who"], ["기한·상태", "due"], ["메모", "note"], ["회의 결과", "room"]];
    const groups = parts(checklists, checklists.length > 1, (group) => {
      const open = group.items.filter(isOpen);
      return open.length > 0 ? [table(columns, open.map((item) => openRow(store.guide, item, store.plan.items[item.id])))] : null;
    });
    return [...head(store, "회의 자료: 남은 일", checklists),
      h("dl", { class: "hg-sheet__facts" }, ...["회의 날짜", "장소", "참석"].map((label) => h("div", {}, h("dt", {}, label), h("dd", {})))),
      ...(groups.length > 0 ? groups : [h("p", {}, "남은 일이 없어요.")]), signatures()];
  }

  function report(store, checklists) {
    const { items } = store.plan;
    const columns = [["한 일", "text"], ["담당", "who"], ["증거", "room"], ["메모", "note"]];
    const groups = parts(checklists, checklists.length > 1, (group) => {
      const done = group.items.filter(({ id }) => stateOf(items[id]) === "done");
      const counts = h("p", {}, progressText(count(items, idsOf([group]))));
      return done.length > 0 ? [counts, table(columns, done.map((item) => [weighedText(store.guide, item),
        items[item.id].who ?? "", items[item.id].evidence ?? "적지 않음", items[item.id].note ?? ""]))] : null;
    });
    return [...head(store, "한 일 보고", checklists), h("p", {}, progressText(count(items, idsOf(checklists.flatMap((one) => one.groups))))),
      ...(groups.length > 0 ? groups : [h("p", {}, "아직 했다고 표시한 것이 없어요.")])];
  }

  /** Prints the paper in the page's place, and puts the page back. */
  function print(content) {
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

  hyeopchi.checklist.sheet = { meetingSheet, print, report };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
