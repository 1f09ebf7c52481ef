/**
 * Progress over all checklists: group by group, what is to be done next, several plans side by side, and what was noted
 * under items that this guide does not have.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { FIELDS, STATES, count, createProgress, dateText, file, idsOf, isClosed, isLate, labelOf, stateOf, strangers } = hyeopchi.checklist;
  const NEXT = 5; // open items with a date or begun that are listed

  const cell = (value) => h("td", { class: "hg-number" }, String(value));

  /** A table in the frame that every table of the guide stands in. */
  function table(caption, columns, rows) {
    return h("div", { class: "hg-table__scroll hg-check-table", tabindex: "0", role: "region", "aria-label": caption }, h("table", { class: "hg-check-table__table" },
      h("caption", {}, caption), h("thead", {}, h("tr", {}, ...columns.map((text, index) =>
        h("th", { scope: "col", class: index > 0 ? "hg-number" : null }, text)))), h("tbody", {}, ...rows)));
  }

  function groupRow(checklist, group, items) {
    const ids = idsOf([group]);
    const counts = count(items, ids);
    const late = ids.filter((id) => isLate(items[id])).length;
    return h("tr", {}, h("th", { scope: "row" }, h("a", { href: `${checklist.href}#${group.key}` }, group.title)),
      cell(counts.done), cell(counts.doing), cell(counts.none), cell(counts.na),
      h("td", { class: "hg-number", "data-late": late > 0 }, late > 0 ? `${late} 지남` : "0"));
  }

  /** Begun or dated, not finished; the earliest date first. */
  function nextItems(guide, items) {
    return [...guide.items.values()].filter(({ id }) => items[id] && !isClosed(items[id]) && (items[id].due || stateOf(items[id]) === "doing"))
      .sort((a, b) => ((items[a.id].due ?? "9") < (items[b.id].due ?? "9") ? -1 : 1));
  }

  function nextList(guide, items) {
    const found = nextItems(guide, items);
    if (found.length === 0) return h("p", {}, "하는 중이거나 기한을 적은 일이 없어요. 아래 체크리스트에서 표시를 시작하면 여기에 다음 할 일이 나와요.");
    const words = ({ id }) => [items[id].due && `${dateText(items[id].due)}${isLate(items[id]) ? " 지났어요" : ""}`,
      items[id].who && `담당 ${items[id].who}`, labelOf(STATES, stateOf(items[id]))].filter(Boolean).join(" · ");
    return h("ul", { class: "hg-next" }, ...found.slice(0, NEXT).map((item) => h("li", { "data-late": isLate(items[item.id]) },
      h("a", { href: `${item.checklist.href}#item-${item.id}` }, item.text), h("span", { class: "hg-next__when" }, words(item)))));
  }

  function comparison(store) {
    if (store.plans.length < 2) return [];
    return [h("h2", {}, "계획마다의 진행"), table("계획마다 한 것", ["체크리스트", ...store.plans.map(file.nameOf)],
      store.guide.checklists.map((checklist) => h("tr", {}, h("th", { scope: "row" }, h("a", { href: checklist.href }, checklist.title)),
        ...store.plans.map((plan) => {
          const counts = count(plan.items, idsOf(checklist.groups));
          return cell(`${counts.done} / ${counts.all - counts.na}`);
        }))))];
  }

  /** What is noted under ids that the guide has no more: readable, not lost. */
  function leftovers(store) {
    const ids = strangers(store.guide, store.plan);
    if (ids.length === 0) return [];
    const why = (id) => store.guide.moves.find((move) => move.before.includes(id))?.note ?? "이 길잡이에는 없는 항목이에요.";
    const words = (entry) => Object.entries(FIELDS).filter(([field]) => entry[field])
      .map(([field, label]) => `${label}: ${field === "state" ? labelOf(STATES, entry.state) : entry[field]}`).join(" · ");
    return [h("h2", {}, "이 판에 없는 항목에 적은 것"), h("ul", {}, ...ids.map((id) =>
      h("li", {}, h("code", {}, id), ` ${why(id)} ${words(store.plan.items[id])}`)))];
  }

  /** Fills a checklist's section; the groups of one that nobody has begun are folded. */
  function createSection(store, place, checklist) {
    const bar = createProgress(`${checklist.title} 진행`);
    const rows = h("div", {});
    const fold = h("details", { class: "hg-fold" }, h("summary", {}, "묶음마다 보기"), rows);
    const ids = idsOf(checklist.groups);
    place.replaceChildren(bar.element, fold, h("p", {}, h("a", { href: checklist.href }, "체크리스트 열기")));
    fold.open = ids.some((id) => store.plan.items[id]);
    return { show() {
      const { items } = store.plan;
      bar.show(count(items, ids));
      rows.replaceChildren(table(`${checklist.title}: 묶음마다`, ["묶음", "했음", "하는 중", "안 함", "해당 없음", "기한"],
        checklist.groups.map((group) => groupRow(checklist, group, items))));
    } };
  }

  /** @param {any} store */
  function createOverview(store) {
    const sections = [...document.querySelectorAll("[data-check-progress]")].map((place) =>
      createSection(store, place, store.guide.checklists.find(({ id }) => id === place.dataset.checkProgress)));
    const overall = createProgress("모든 체크리스트 진행");
    const rest = h("div", {});
    const element = h("div", { class: "hg-overall" }, overall.element, rest);
    return { element, show() {
      overall.show(count(store.plan.items, [...store.guide.items.keys()]));
      sections.forEach((section) => section.show());
      rest.replaceChildren(h("h2", {}, "다음에 할 일"), nextList(store.guide, store.plan.items), ...leftovers(store), ...comparison(store));
    } };
  }

  hyeopchi.checklist.createOverview = createOverview;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
