/**
 * What is typed once for all papers: the forms' fields, the plans' headings, the lists of people.
 */

import { h, select, uniqueId } from "../dom.js";
import { button, create as createDrawer } from "../drawer.js";
import { LIMITS } from "../gate/limits.js";
import { ACCEPTED, chooser } from "../tables.js";
import * as packageKnown from "./known.js";
import * as packageOutline from "./outline.js";
import * as packageTables from "./tables.js";

/** A text of one or several lines under a name. */
function textField(holder, id, label, { lines = 1, help = "", placeholder = "" } = {}) {
  const attributes = {
    id: uniqueId("text"),
    value: holder.state.texts[id] ?? "",
    placeholder,
    autocomplete: "off",
    "data-value": id,
    oninput: () =>
      holder.change((next) => {
        if (input.value === "") delete next.texts[id];
        else next.texts[id] = input.value;
      }),
  };
  const input = lines > 1
    ? h("textarea", { ...attributes, rows: String(Math.min(lines, 4)), maxlength: String(LIMITS.text) })
    : h("input", { ...attributes, type: "text", maxlength: "300" });
  return h(
    "div",
    { class: `hg-calc__field${lines > 1 ? " hg-package__long" : ""}` },
    h("label", { for: input.id }, label),
    input,
    help ? h("p", { class: "hg-calc__help" }, help) : null,
  );
}

function optionField(holder, field) {
  const said = (text) =>
    packageKnown.compose(text, holder.view.textOf, () => "○○").text.replace("[기재: ○○]", "○○");
  const choice = select(
    field.options.map((text) => ({ id: text, label: said(text) })),
    holder.state.texts[field.value],
    "고르세요",
    {
      id: uniqueId("option"),
      "data-value": field.value,
      onchange: () =>
        holder.change((next) => {
          if (choice.value === "") delete next.texts[field.value];
          else next.texts[field.value] = choice.value;
        }, { label: field.label }),
    },
  );
  return h(
    "div",
    { class: "hg-calc__field hg-package__long" },
    h("label", { for: choice.id }, field.label),
    choice,
    h("p", { class: "hg-calc__help" }, field.wants),
  );
}

function matrixField(holder, field, columns) {
  return h(
    "fieldset",
    { class: "hg-package__long" },
    h("legend", {}, field.label),
    h(
      "div",
      { class: "hg-tool__fields" },
      ...columns.map((column) => textField(holder, `${field.value}.${column}`, column)),
    ),
  );
}

/** What was copied as a table, as a file that the place for tables opens; null for a text that is none. */
function pastedTable({ clipboardData }) {
  const [html, plain] = ["text/html", "text/plain"].map((type) => clipboardData?.getData(type) ?? "");
  if (/<table[\s>]/i.test(html)) return new File([html], "붙여 넣은 표.html");
  return plain.includes("\t") ? new File([plain], "붙여 넣은 표.txt") : null;
}

/**
 * A list of people: pasted or from a file, shown before it is taken; then a text that can be set right by
 * hand. It is kept nowhere.
 */
function listField(holder, data, form, block) {
  const columns = block.fields.map(({ label }) => label);
  const drawer = createDrawer();
  const said = h("p", { class: "hg-calc__help", role: "status" });
  const open = (file = null) => packageTables.list(holder, data, drawer, form, block, file);
  const field = h("textarea", {
    id: uniqueId("list"),
    rows: "5",
    maxlength: String(LIMITS.pasted),
    spellcheck: "false",
    value: holder.state.lists[form.id] ?? "",
    placeholder: columns.join("\t"),
    "data-list": form.id,
    oninput: put,
    onpaste: (event) => {
      const table = pastedTable(event);
      if (table === null) return;
      event.preventDefault();
      open(table);
    },
  });
  function tell() {
    const count = holder.view.people[form.id].length;
    said.textContent = field.value.trim() === ""
      ? ""
      : count === 0
      ? "인식한 위원이 없어요. 머리글과 함께 붙여 넣어 주세요."
      : `${count}명을 읽었어요.`;
  }
  function put() {
    holder.change((next) => {
      if (field.value.trim() === "") delete next.lists[form.id];
      else next.lists[form.id] = field.value;
    });
    tell();
  }
  tell();
  return h(
    "div",
    { class: "hg-calc__field hg-package__long" },
    h("label", { for: field.id }, block.title),
    field,
    h(
      "p",
      { class: "hg-calc__help" },
      `명단을 붙여 넣거나 파일을 열면 넣기 전에 보여 줘요. 열: ${columns.join(", ")}`,
    ),
    said,
    h(
      "div",
      { class: "hg-package__row" },
      named(button("명단 붙여넣기", () => open()), form),
      ...chooser("명단 파일 열기", `${form.title} 파일`, ACCEPTED, open),
    ),
    drawer.element,
  );
}

/** A button of which every form has one says of which form it is. */
function named(element, { title }) {
  element.setAttribute("aria-label", `${title} ${element.textContent}`);
  return element;
}

/** Fields of a form that no form before it has asked for. */
function formFields(holder, data, form, asked) {
  const fresh = (value) => !asked.has(value) && asked.add(value);
  return form.blocks.flatMap((block) => {
    if (block.layout === "list") return [listField(holder, data, form, block)];
    return block.fields.filter((field) =>
      !field.printed && field.counts === null && (!field.pattern || field.shared) && fresh(field.value)
    ).map((field) => {
      if (block.layout === "matrix") return matrixField(holder, field, wideColumns(data, field, block));
      if (field.options.length > 0) return optionField(holder, field);
      const help = field.pattern ? `${field.wants} 비우면 예산 계획에서 채워요.` : field.wants;
      return textField(holder, field.value, field.label, {
        lines: field.lines,
        help,
        placeholder: field.example,
      });
    });
  });
}

/** A person whom several forms name is asked for all that any of them wants. */
function wideColumns(data, field, block) {
  const blocks = data.forms.flatMap((form) => form.blocks).filter(({ layout, fields }) =>
    layout === "matrix" && fields.some(({ value }) => value === field.value)
  );
  return [...new Set([...block.columns, ...blocks.flatMap(({ columns }) => columns)])];
}

const leaves = (chapters) =>
  chapters.flatMap((chapter) =>
    chapter.each ? [] : chapter.children.length === 0 ? [chapter] : leaves(chapter.children)
  );

function outlineFields(holder, data, form, asked) {
  const { view } = holder;
  const fresh = leaves(form.outline).filter(({ value, tables }) =>
    tables.length === 0 && !asked.has(value) && asked.add(value)
  );
  const headings = fresh.map(({ value, number, title, wants }) =>
    textField(holder, value, `${number} ${title}`, { lines: 3, help: wants ?? "" })
  );
  const every = (chapters) => chapters.flatMap((one) => [one, ...every(one.children)]);
  const kinds = new Set(every(form.outline).map(({ each }) => each));
  const projects = view.plan?.plan.projects ?? [];
  const each = kinds.has("agenda")
    ? projects.map(({ id, name }) =>
      textField(holder, `agenda.${id}`, `의제별 실행계획: ${name || "이름 없는 사업"}`, { lines: 3 })
    )
    : kinds.has("task")
    ? packageOutline.tasksOf(view, data).map(([task]) =>
      textField(holder, `task.${task}`, `추진과제: ${task}`, { lines: 3 })
    )
    : [];
  return [...headings, ...each];
}

/** Which task each project belongs to; without one its part stands for it. */
function taskFields(holder, data) {
  const projects = holder.view.plan?.plan.projects ?? [];
  const drawer = createDrawer();
  const open = (file = null) => packageTables.agendas(holder, data, drawer, file);
  const way = h(
    "div",
    { class: "hg-package__long" },
    h(
      "p",
      { class: "hg-calc__help" },
      "추진과제와 의제의 표가 있으면 붙여 넣거나 파일로 열어 한 번에 입력해요.",
    ),
    h(
      "div",
      { class: "hg-package__row" },
      button("의제 표 붙여넣기", () => open()),
      ...chooser("의제 파일 열기", "의제 표 파일", ACCEPTED, open),
    ),
    drawer.element,
  );
  return [
    way,
    ...projects.map(({ id, name }) => {
      const input = h("input", {
        id: uniqueId("task"),
        type: "text",
        maxlength: "120",
        autocomplete: "off",
        value: holder.state.tasks[id] ?? "",
        "data-task": id,
        onchange: () =>
          holder.changeWhole("추진과제", (next) => {
            if (input.value.trim() === "") delete next.tasks[id];
            else next.tasks[id] = input.value.trim();
          }),
      });
      return h(
        "div",
        { class: "hg-calc__field" },
        h("label", { for: input.id }, name || "이름 없는 사업"),
        input,
      );
    }),
  ];
}

function fold(id, title, fields, open) {
  return fields.length === 0 ? null : h(
    "details",
    {
      class: "hg-calc__fold hg-package__form",
      "data-form": id,
      open: open.has(id),
      ontoggle: (event) => {
        if (event.target.open) open.add(id);
        else open.delete(id);
      },
    },
    h("summary", {}, title),
    h("div", { class: "hg-tool__fields" }, ...fields),
  );
}

/** @returns {HTMLElement} */
export function fields(holder, data) {
  const open = new Set();
  const place = h("div", { class: "hg-package__forms" });
  let shown = "";
  /** What is asked hangs on the forms and the plan's projects: it is built anew only when these change. */
  function build(always) {
    const { forms, plan } = holder.view;
    const now = JSON.stringify([
      forms.map(({ id }) => id),
      plan?.plan.projects.map(({ id, name, part }) => [id, name, part]),
    ]);
    if (!always && now === shown) return;
    shown = now;
    const asked = new Set();
    const tasks = taskFields(holder, data);
    place.replaceChildren(
      ...[
        ...forms.map((form) =>
          fold(
            form.id,
            [form.number, form.title].filter(Boolean).join(" "),
            form.outline.length > 0
              ? outlineFields(holder, data, form, asked)
              : formFields(holder, data, form, asked),
            open,
          )
        ),
        fold("tasks", "사업별 추진과제(비우면 부문 이름)", tasks, open),
      ].filter(Boolean),
    );
  }
  holder.on("replace", () => build(true));
  holder.on("change", () => build(false));
  build(true);
  return h(
    "section",
    { class: "hg-tool__group" },
    h("h2", {}, "2. 서식에 기재할 내용"),
    h(
      "p",
      {},
      "같은 내용은 한 번만 적어요. 이름과 연락처를 포함해 여기에 입력한 내용은 이 창에만 있고, 저장되거나 전송되지 않아요. 이어서 하려면 ",
      h("strong", {}, "파일로 저장"),
      "하세요.",
    ),
    place,
  );
}
