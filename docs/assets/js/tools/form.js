/**
 * The sheet's form: its groups of fields, plain or as a table, with the sums, the real figures to fill in,
 * and the conversion of marks.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import { particle } from "../particle.js";
import { labelled, numberInput, withUnit } from "./field.js";
import { amount, convert, parse, plain } from "./number.js";
import { groupsOf, scopeOf } from "./state.js";

/** A group's table: a field for each row and column. */
function table(holder, group, made) {
  const { columns, rows } = group;
  const cell = (field, column) => {
    const one = numberInput({
      id: `hg-field-${field.id}`,
      field,
      text: holder.state.values[field.id] ?? "",
      label: field.label,
      oninput: (text) =>
        holder.change((state) => {
          state.values[field.id] = text;
        }),
    });
    made.set(field.id, one);
    return h("td", { "data-label": columns[column] }, one.input, one.hint);
  };
  return h(
    "table",
    { class: "hg-tool__table" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "구분"),
        ...columns.map((name) => h("th", { scope: "col" }, `${name}(명)`)),
      ),
    ),
    h(
      "tbody",
      {},
      ...rows.map((name, at) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, name),
          ...group.fields.slice(at * columns.length, (at + 1) * columns.length).map(cell),
        )
      ),
    ),
  );
}

/** That the figures belong to another edition's plans than the chosen one. @param {any} figures @param {any} chosen */
const otherEdition = (figures, chosen) =>
  `이 금액은 ${figures.title} 계획의 지원금이에요. 지금 적용하는 연도는 ${chosen.title}이에요. ${figures.title}: ${figures.summary}`;

/**
 * A choice of real figures for one field, which says whose they are. Those of another edition's plans are put in
 * only when the reader says so.
 */
function filling(holder, data) {
  const { field, options, title, edition } = data.filling;
  const id = uniqueId("filling");
  const question = h("div", { class: "hg-calc__help", role: "status" });
  const editionOf = (key) => data.editions.find((one) => one.id === key);
  /** @param {any} chosen @param {(state: any) => void} [change] what changes with it */
  function put(chosen, change = () => {}) {
    question.replaceChildren();
    holder.changeWhole(`${chosen.id}의 금액 입력`, (state) => {
      state.values[field] = chosen.value;
      change(state);
    });
    holder.notice(`${chosen.id}의 금액 ${chosen.value}원을 넣었어요(${title}).`, { undo: true });
    document.getElementById(`hg-field-${field}`)?.focus();
  }
  function ask(chosen) {
    const its = editionOf(edition);
    question.replaceChildren(
      h("p", {}, otherEdition(its, editionOf(holder.state.edition))),
      button(`${its.title}${particle(its.title, "으로/로")} 바꾸고 넣기`, () =>
        put(chosen, (state) => {
          state.edition = edition;
        })),
      " ",
      button("적용 연도는 그대로 두고 넣기", () => put(chosen)),
    );
  }
  const choice = select(options, "", "자치구 고르기", {
    id,
    onchange: () => {
      const chosen = options.find((option) => option.id === choice.value);
      question.replaceChildren();
      if (!chosen) return;
      if (edition && edition !== holder.state.edition) ask(chosen);
      else put(chosen);
    },
  });
  return h(
    "div",
    { class: "hg-calc__field hg-tool__field" },
    h("label", { for: id }, "확정된 지원금에서 넣기"),
    h("p", { class: "hg-calc__help" }, title),
    choice,
    question,
  );
}

/** Marks on a smaller scale, turned into points that the field takes. */
function conversion(holder, field) {
  const top = field.most / field.times;
  const mark = { unit: "point", least: 0, most: top };
  const id = uniqueId("mark");
  const out = h("output", { for: id });
  const put = h("button", {
    type: "button",
    class: "md-button",
    disabled: true,
    onclick: () => {
      const { value } = convert(made.input.value, field.times, top);
      holder.changeWhole("환산 점수 입력", (state) => {
        state.values[field.id] = plain(value, "point");
      });
      document.getElementById(`hg-field-${field.id}`)?.focus();
    },
  }, "이 점수 넣기");
  const made = numberInput({
    id,
    field: mark,
    text: "",
    oninput: (text) => {
      const { value } = convert(text, field.times, top);
      put.disabled = value === null;
      setText(
        out,
        value === null
          ? ""
          : `${plain(parse(text, mark).value, "point")} ÷ ${top} × ${field.most} = ${amount(value, "point")}`,
      );
    },
  });
  return h(
    "details",
    { class: "hg-calc__fold" },
    h("summary", {}, `${top}점 척도를 ${field.most}점 만점으로 바꾸기`),
    h(
      "p",
      { class: "hg-calc__help" },
      "환산식은 원문에 없어요. 이 계산식은 이 길잡이의 해석이에요. 여러 위원의 점수를 평균하는지도 적혀 있지 않아요.",
    ),
    h(
      "div",
      { class: "hg-calc__field hg-tool__field" },
      h("label", { for: id }, `${top}점 척도의 점수`),
      withUnit(made.input, "point"),
      made.hint,
    ),
    h("p", { class: "hg-tool__row" }, out, put),
  );
}

/** What the group's fields add up to; empty when nothing is entered. */
export function sumText(group, view) {
  const known = group.fields.map(({ id }) => view.figures[id]);
  if (known.every((value) => value === undefined)) return "";
  const sum = known.reduce((all, value) => all + (value ?? 0n), 0n);
  return `${amount(sum, group.fields[0].unit)}${known.includes(null) ? " + 모르는 수" : ""}`;
}

function createGroup(holder, data, group) {
  const made = new Map();
  const plainFields = group.rows.length ? [] : group.fields.map((field) => {
    const one = labelled(holder, field);
    made.set(field.id, one);
    const more = [];
    if (field.times) more.push(conversion(holder, field));
    if (data.filling?.field === field.id) more.push(filling(holder, data));
    return [one.element, ...more];
  });
  const sum = group.total ? h("p", { class: "hg-tool__sum" }, `${group.total} `, h("strong")) : null;
  const id = uniqueId("group");
  const element = h(
    "section",
    { class: "hg-tool__group", "aria-labelledby": id, "data-group": group.id },
    h("h2", { id }, group.title),
    group.lead ? h("p", { class: "hg-calc__help" }, group.lead) : null,
    group.rows.length
      ? table(holder, group, made)
      : h("div", { class: "hg-tool__fields" }, ...plainFields.flat()),
    sum,
  );
  return {
    element,
    update(view) {
      for (const [field, one] of made) {
        one.fill(view.fromLines[field]);
        one.complain(view.contradictions.find((wrong) => wrong.field === field)?.message ?? null);
      }
      if (sum) {
        const text = sumText(group, view);
        sum.hidden = text === "";
        setText(sum.lastElementChild, text);
      }
    },
  };
}

/**
 * @param {any} holder
 * @param {any} data
 * @param {{before: string, element: HTMLElement}[]} tables what stands before the group that holds a field
 * @returns {HTMLElement}
 */
export function form(holder, data, tables = []) {
  const element = h("div", { class: "hg-tool__form" });
  let groups = [];
  let built = null;

  function build() {
    built = scopeOf(holder.state);
    const asked = groupsOf(data, holder.state);
    groups = asked.map((group) => createGroup(holder, data, group));
    element.replaceChildren(...asked.flatMap(({ fields }, at) => [
      ...tables.filter(({ before }) => fields.some(({ id }) => id === before)).map((table) => table.element),
      groups[at].element,
    ]));
  }
  holder.on("replace", build);
  holder.on("change", (view) => {
    if (built !== scopeOf(view.state)) build();
    groups.forEach((group) => group.update(view));
  });
  build();
  groups.forEach((group) => group.update(holder.view));
  return element;
}
