/**
 * What the package is made from: edition, district, plan, roster, checklist, days. Chosen among what this browser keeps, or opened.
 */
(function (hyeopchi) {
  "use strict";

  const { h, select, uniqueId } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { chooser } = hyeopchi.tables;
  const NOTHING = "고르지 않음";
  const OPENED = "opened";
  const NAMES = { plan: "예산 계획", council: "협치회의 구성", checklist: "체크리스트" };
  const TOOLS = { plan: ["tools/budget/", "예산 한도 계산기"], council: ["tools/council/", "협치회의 구성 점검"], checklist: ["checklists/", "체크리스트"],
    dates: ["tools/deadlines/", "기한 계산"] };

  function field(label, input, help = null, id = input.id) {
    return h("div", { class: "hg-calc__field" }, h("label", { for: id }, label), input, help ? h("p", { class: "hg-calc__help" }, help) : null);
  }

  /** The edition, the district, and whether forms of other editions are wanted too. */
  function basics(holder, data) {
    const { state } = holder;
    const list = h("datalist", { id: uniqueId("districts") }, ...data.calculator.districts.map((name) => h("option", { value: name })));
    const edition = select(data.editions.map(({ id, title }) => ({ id, label: title })), state.edition, null, { id: uniqueId("edition"),
      "data-edition": "", onchange: () => holder.change((next) => { next.edition = edition.value; }, { label: "적용 연도" }) });
    const district = h("input", { id: uniqueId("district"), type: "text", list: list.id, maxlength: "40", autocomplete: "off", value: state.district,
      "data-district": "", oninput: () => holder.change((next) => { next.district = district.value; }) });
    const older = h("input", { type: "checkbox", checked: state.older, "data-older": "", onchange: () => holder.change((next) => { next.older = older.checked; }, { label: "다른 판의 서식" }) });
    return [field("적용 연도", edition, "그 판이 내라고 한 서식을 만들어요."), h("div", { class: "hg-calc__field" }, h("label", { for: district.id }, "자치구"), district, list),
      h("label", { class: "hg-package__check" }, older, " 이 판의 근거에 실리지 않은 서식도 만들기")];
  }

  /** One source: a choice among what is kept, a file, the tool where it is made. */
  function source(holder, data, key, found) {
    const chosen = holder.state[key];
    const same = found.findIndex(({ value }) => hyeopchi.merging.equal(value, chosen));
    const options = [...found.map(({ label }, at) => ({ id: String(at), label })), ...(chosen !== null && same < 0 ? [{ id: OPENED, label: "연 파일" }] : [])];
    const take = (value, label) => holder.changeWhole(`${NAMES[key]} 고르기`, (next) => {
      next[key] = value && structuredClone(value);
      if (key === "plan" && value && data.editions.some(({ id }) => id === value.edition)) next.edition = value.edition;
      if (next.district === "") next.district = data.calculator.districts.find((name) => label.includes(name)) ?? "";
    });
    const choice = select(options, chosen === null ? "" : same < 0 ? OPENED : String(same), NOTHING, { id: uniqueId(key), "data-source": key,
      onchange: () => take(found[Number(choice.value)]?.value ?? null, found[Number(choice.value)]?.label ?? "") });
    const open = chooser("파일 열기", `${NAMES[key]} 파일`, ".json", async (file) => {
      const { value, problem } = await hyeopchi.packageSources.openers[key](file, data);
      if (problem !== null) holder.notice(problem, { problem: true });
      else take(value.value, value.label);
    });
    open[0].setAttribute("aria-label", `${NAMES[key]} 파일 열기`); // three buttons of one name, to who does not see them
    const [address, tool] = TOOLS[key];
    const help = h("p", { class: "hg-calc__help" }, found.length === 0 ? "이 브라우저에 저장한 것이 없어요. " : "", h("a", { href: data.places.root + address }, tool), "에서 만들어요.");
    return h("div", { class: "hg-calc__field" }, h("label", { for: choice.id }, NAMES[key]), h("div", { class: "hg-package__row" }, choice, ...open), help,
      key === "council" ? mayor(holder) : null);
  }

  /** The council's form counts a mayor with the officials, the roster with the elected: it is asked. */
  function mayor(holder) {
    const { MAYOR, mayorChoices } = hyeopchi.office;
    const open = holder.view.roster ? mayorChoices(holder.view.roster.figures) : [];
    if (open.length === 0) return null;
    const choice = select(open.map((id) => ({ id, label: MAYOR[id] })), holder.state.mayor, null, { id: uniqueId("mayor"), "data-mayor": "",
      onchange: () => holder.change((next) => { next.mayor = choice.value; }, { label: "구청장" }) });
    return field("선출직 가운데 구청장이 있나요?", choice, "서식은 구청장을 행정에 넣어요. 모르면 두 칸을 비워 둬요.");
  }

  /** The days: a kept calculation, or the known day itself. */
  function dates(holder, data, found) {
    const now = holder.state.dates ?? hyeopchi.packageSources.noDates(data.planner);
    const same = found.findIndex(({ value }) => hyeopchi.merging.equal(value, holder.state.dates));
    const put = (edit) => holder.change((next) => {
      const changed = next.dates ?? hyeopchi.packageSources.noDates(data.planner);
      edit(changed);
      next.dates = changed.date === "" ? null : changed;
    }, { label: "아는 날" });
    const keptOnes = select(found.map(({ label }, at) => ({ id: String(at), label })), same < 0 ? "" : String(same), "직접 적기", { id: uniqueId("dates"), "data-source": "dates",
      onchange: () => holder.changeWhole("일정 고르기", (next) => { next.dates = structuredClone(found[Number(keptOnes.value)]?.value ?? null); }) });
    const from = select(data.planner.deadlines.map(({ id, known }) => ({ id, label: known })), now.from, null, { id: uniqueId("from"), "data-from": "",
      onchange: () => put((one) => { one.from = from.value; }) });
    const date = h("input", { id: uniqueId("date"), type: "date", value: now.date, min: `${data.planner.years[0]}-01-01`, max: `${data.planner.years[1]}-12-31`, "data-date": "",
      onchange: () => put((one) => {
        one.from = from.value;
        one.date = date.value;
      }) });
    const [address, tool] = TOOLS.dates;
    return [found.length ? field("일정", keptOnes) : null, field("아는 날", from), h("div", { class: "hg-calc__field" }, h("label", { for: date.id }, "그날"), date,
      h("p", { class: "hg-calc__help" }, "앞뒤의 기한을 계산해 일정 파일에 넣어요. 자세히는 ", h("a", { href: data.places.root + address }, tool), "에서 봐요."))].filter(Boolean);
  }

  /** @returns {HTMLElement} */
  function choose(holder, data, found) {
    const fields = h("div", { class: "hg-tool__fields hg-package__fields" });
    const build = () => fields.replaceChildren(...basics(holder, data), ...Object.keys(NAMES).map((key) => source(holder, data, key, found[key])), ...dates(holder, data, found.dates));
    holder.on("replace", build);
    build();
    return h("section", { class: "hg-tool__group" }, h("h2", {}, "1. 무엇으로 만들까요?"), fields);
  }

  hyeopchi.packageChoose = { button, choose, field };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
