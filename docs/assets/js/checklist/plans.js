/**
 * Which plan is shown, and making, naming and deleting plans.
 */
(function (hyeopchi) {
  "use strict";

  const { h, select, uniqueId } = hyeopchi.dom;
  const { button, field, file, openDialog } = hyeopchi.checklist;

  /** Asks for a plan's name. */
  function askName(store, title, plan, done) {
    const list = h("datalist", { id: uniqueId("districts") }, ...store.guide.districts.map((name) => h("option", { value: name })));
    const district = h("input", { type: "text", value: plan.district, list: list.id, maxlength: String(file.MOST.district), autocomplete: "off" });
    const year = h("input", { type: "text", inputmode: "numeric", value: plan.year, maxlength: "4", pattern: "20[0-9]{2}", autocomplete: "off",
      title: "2021처럼 네 자리로 적어요" });
    openDialog(title, (close) => [h("form", { class: "hg-dialog__form", onsubmit: (event) => {
      event.preventDefault();
      close();
      done({ district: district.value.trim(), year: year.value.trim() });
    } }, field("자치구", district), list, field("연도", year, "계획을 세우는 해예요. 예: 2021"),
    h("div", { class: "hg-dialog__actions" }, h("button", { type: "submit", class: "hg-desk__button hg-desk__button--main" }, "정하기"),
      button("그만두기", close)))]);
    district.focus();
  }

  function add(store) {
    askName(store, "새 계획", { district: store.plan.district, year: "" }, (name) => {
      const plan = store.newPlan(name.district, name.year);
      store.putWithUndo([[plan.id, plan]], plan.id);
      store.notice({ text: `‘${file.nameOf(plan)}’을 만들었어요.`, undo: true });
    });
  }

  function rename(store) {
    askName(store, "계획 이름", store.plan, (name) => {
      store.refresh();
      store.put([[store.plan.id, { ...store.plan, ...name }]]);
      store.notice({ text: `이름을 ‘${file.nameOf(store.plan)}’으로 바꾸었어요.` });
    });
  }

  function remove(store) {
    const { plan } = store;
    const rest = store.plans.find(({ id }) => id !== plan.id) ?? store.newPlan();
    store.putWithUndo([[plan.id, null], [rest.id, rest]], rest.id);
    store.notice({ text: `‘${file.nameOf(plan)}’을 지웠어요.`, undo: true });
  }

  /** The plan's name with a choice of the others. @param {any} store */
  function createPlans(store) {
    const place = h("span", {});
    const choices = () => store.plans.map((plan) => ({ id: plan.id, label: file.nameOf(plan) }));
    const element = h("div", { class: "hg-plans", role: "group", "aria-label": "계획 고르기" }, place,
      button("이름 바꾸기", () => rename(store)), button("새 계획", () => add(store)), button("계획 지우기", () => remove(store)));
    let drawn = "";

    function show() {
      const state = JSON.stringify([choices(), store.plan.id]);
      if (state === drawn) return;
      drawn = state;
      const had = place.contains(document.activeElement);
      const choice = select(choices(), store.plan.id, null, { id: "hg-plan", onchange: () => store.put([], choice.value) });
      place.replaceChildren(h("label", { class: "hg-plans__label", for: "hg-plan" }, "계획"), choice);
      if (had) choice.focus();
    }
    return { element, show };
  }

  hyeopchi.checklist.createPlans = createPlans;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
