/**
 * What the package is made from: edition, district, plan, roster, checklist, days.
 */

import { h, select, uniqueId } from "../dom.js";
import { names } from "../names.js";
import { MAYOR, mayorChoices } from "../office/council.js";
import { changedNote, choiceOf, NAMES, source, TOOLS } from "./source.js";
import * as packageSources from "./sources.js";

function field(label, input, help = null, id = input.id) {
  return h(
    "div",
    { class: "hg-calc__field" },
    h("label", { for: id }, label),
    input,
    help ? h("p", { class: "hg-calc__help" }, help) : null,
  );
}

/** The edition, the district, and whether forms of other editions are wanted too. */
function basics(holder, data) {
  const { state } = holder;
  const list = h(
    "datalist",
    { id: uniqueId("districts") },
    ...data.calculator.districts.map((name) => h("option", { value: name })),
  );
  const edition = select(data.editions.map(({ id, title }) => ({ id, label: title })), state.edition, null, {
    id: uniqueId("edition"),
    "data-edition": "",
    onchange: () =>
      holder.change((next) => {
        next.edition = edition.value;
      }, { label: "적용 연도" }),
  });
  const district = h("input", {
    id: uniqueId("district"),
    type: "text",
    list: list.id,
    maxlength: "40",
    autocomplete: "off",
    value: state.district,
    "data-district": "",
    oninput: () =>
      holder.change((next) => {
        next.district = district.value;
      }),
  });
  const older = h("input", {
    type: "checkbox",
    checked: state.older,
    "data-older": "",
    onchange: () =>
      holder.change((next) => {
        next.older = older.checked;
      }, { label: "다른 연도의 서식" }),
  });
  return [
    field("적용 연도", edition, "그 연도에 제출하는 서식을 만들어요."),
    h("div", { class: "hg-calc__field" }, h("label", { for: district.id }, names.district), district, list),
    h("label", { class: "hg-package__check" }, older, " 이 연도의 근거 문서에 없는 서식도 만들기"),
  ];
}

/** The council's form counts a mayor with the officials, the roster with the elected: it is asked. */
function mayor(holder) {
  const open = holder.view.roster ? mayorChoices(holder.view.roster.figures) : [];
  if (open.length === 0) return null;
  const choice = select(open.map((id) => ({ id, label: MAYOR[id] })), holder.state.mayor, null, {
    id: uniqueId("mayor"),
    "data-mayor": "",
    onchange: () =>
      holder.change((next) => {
        next.mayor = choice.value;
      }, { label: "구청장" }),
  });
  return field(
    "선출직 가운데 구청장이 있나요?",
    choice,
    "서식은 구청장을 행정에 넣어요. 모르면 두 칸을 비워 둬요.",
  );
}

/** The days: a kept calculation, or the known day itself. */
function dates(holder, data, watched) {
  const now = holder.state.dates ?? packageSources.noDates(data.planner);
  const found = watched.found.dates;
  const put = (edit) =>
    holder.change((next) => {
      const changed = next.dates ?? packageSources.noDates(data.planner);
      edit(changed);
      next.dates = changed.date === "" ? null : changed;
      delete next.origins.dates;
    }, { label: "기준일" });
  const kept = choiceOf(holder, data, "dates", found, "직접 적기");
  const from = select(data.planner.deadlines.map(({ id, known }) => ({ id, label: known })), now.from, null, {
    id: uniqueId("from"),
    "data-from": "",
    onchange: () =>
      put((one) => {
        one.from = from.value;
      }),
  });
  const date = h("input", {
    id: uniqueId("date"),
    type: "date",
    value: now.date,
    min: `${data.planner.years[0]}-01-01`,
    max: `${data.planner.years[1]}-12-31`,
    "data-date": "",
    onchange: () =>
      put((one) => {
        one.from = from.value;
        one.date = date.value;
      }),
  });
  const [address, tool] = TOOLS.dates;
  return [
    found.length ? field("일정", kept) : null,
    changedNote(holder, data, watched, "dates"),
    field("기준일", from),
    h(
      "div",
      { class: "hg-calc__field" },
      h("label", { for: date.id }, "날짜"),
      date,
      h(
        "p",
        { class: "hg-calc__help" },
        "앞뒤의 기한을 계산해 일정 파일에 넣어요. 자세한 계산은 ",
        h("a", { href: data.places.root + address }, tool),
        "에서 해요.",
      ),
    ),
  ].filter(Boolean);
}

/**
 * @param {import("./watch.js").Watched} watched
 * @param {import("../drawer.js").Drawer} drawer
 * @returns {HTMLElement}
 */
export function choose(holder, data, watched, drawer) {
  const fields = h("div", { class: "hg-tool__fields hg-package__fields" });
  const sources = () =>
    Object.keys(NAMES).flatMap((
      key,
    ) => [source(holder, data, key, watched, drawer), key === "council" ? mayor(holder) : null]).filter(
      Boolean,
    );
  const build = () =>
    fields.replaceChildren(...basics(holder, data), ...sources(), ...dates(holder, data, watched));
  holder.on("replace", build);
  watched.on(build);
  build();
  return h(
    "section",
    { class: "hg-tool__group" },
    h("h2", {}, "1. 무엇으로 만들까요?"),
    fields,
    drawer.element,
  );
}
