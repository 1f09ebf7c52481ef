/**
 * What is typed once for all papers: the forms' fields, the plans' headings, the lists of people.
 */

import { h } from "../dom.js";
import { listField } from "./list-field.js";
import * as packageOutline from "./outline.js";
import { taskFields } from "./task-fields.js";
import { matrixField, optionField, textField } from "./text-fields.js";

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
