/**
 * A plan laid out by its table of contents: known values under their headings, tasks and agendas one by one,
 * what is open marked.
 */

import { compose, openMark } from "./known.js";

const thousands = (
  won,
) => (won === undefined
  ? "0"
  : won === null || won % 1000n !== 0n
  ? null
  : (won / 1000n).toLocaleString("ko-KR"));

/** `시비 120,000천원, 구비 5,000천원` */
function moneyText(amounts, funds) {
  return funds.filter(({ id }) => amounts[id] === null || amounts[id]).map(({ id, label }) => {
    const said = thousands(amounts[id]);
    return said === null ? `${label} ${openMark("금액")}` : `${label} ${said}천원`;
  }).join(", ");
}

function sums(lines, funds) {
  return Object.fromEntries(funds.map(({ id }) => {
    const amounts = lines.map((line) => line.amounts[id]).filter((won) => won !== undefined);
    return [id, amounts.includes(null) ? null : amounts.reduce((sum, won) => sum + won, 0n)];
  }));
}

const nameOf = ({ name }) => name.trim() || openMark("사업 이름");

function lineText(line, { kinds, funds }) {
  const kind = line.subject?.trim() || kinds.find(({ id }) => id === line.kind)?.label || openMark("비목");
  return `- ${[kind, line.name.trim()].filter(Boolean).join(" · ")}: ${
    moneyText(line.amounts, funds) || openMark("금액")
  }`;
}

function projectText(project, { funds }) {
  return `- ${nameOf(project)}: ${moneyText(sums(project.lines, funds), funds) || openMark("금액")}`;
}

/** The plan's projects by the task that they belong to; a project without one stands under its part. */
export function tasksOf(view, data) {
  const projects = view.plan?.plan.projects ?? [];
  const found = new Map();
  for (const project of projects) {
    const part = data.calculator.parts.find(({ id }) => id === project.part)?.label;
    const task = (view.state.tasks[project.id] ?? "").trim() || part || openMark("추진과제");
    found.set(task, [...found.get(task) ?? [], project]);
  }
  return [...found];
}

/** The entries of a heading that stands for every task and agenda. @returns {Record<string, string>[]} */
function eachOf(chapter, view, data, note) {
  const terms = data.calculator;
  const wantsOf = (kind) =>
    every(chapter.children).find((one) => one.each === kind && one.wants)?.wants ?? chapter.wants ??
      chapter.title;
  const hasAgendas = every(chapter.children).some(({ each }) => each === "agenda");
  const entries = [];
  const base = chapter.number.replace(/\.?$/, ".");
  const said = (id, title, wants) => {
    const typed = (view.state.texts[id] ?? "").trim();
    if (typed === "") note(title, wants);
    return typed || openMark(wants);
  };
  tasksOf(view, data).forEach(([task, projects], at) => {
    const number = `${base}${at + 1}.`;
    if (!hasAgendas) {
      entries.push({
        task: `${number} ${task}`,
        text: [
          ...projects.map((project) => projectText(project, terms)),
          said(`task.${task}`, `${number} ${task}`, wantsOf("task")),
        ].join("\n"),
      });
      return;
    }
    entries.push({ task: `${number} ${task}` });
    projects.forEach((project, place) => {
      const title = `${number}${place + 1}. ${nameOf(project)}`;
      entries.push({
        agenda: title,
        text: [
          ...project.lines.map((line) => lineText(line, terms)),
          said(`agenda.${project.id}`, title, wantsOf("agenda")),
        ].join("\n"),
      });
    });
  });
  if (entries.length === 0) {
    note(chapter.title, chapter.wants ?? "");
    entries.push({
      task: `${base}1. ${openMark("추진과제")}`,
      text: openMark(chapter.wants ?? chapter.title),
    });
  }
  return entries;
}

const every = (chapters) => chapters.flatMap((chapter) => [chapter, ...every(chapter.children)]);

/** What stands under a heading: what is known, then what is typed or is to be. */
function chapterText(chapter, view, note) {
  const { state, textOf, labelOf } = view;
  const title = `${chapter.number} ${chapter.title}`;
  const known = chapter.pattern ? compose(chapter.pattern, textOf, labelOf) : { text: "", open: [] };
  const typed = (state.texts[chapter.value] ?? "").trim();
  const lacks = typed === "" && chapter.tables.length === 0;
  if (lacks) note(title, chapter.wants ?? "");
  known.open.forEach((what) => note(title, what));
  return [known.text, lacks ? openMark(chapter.wants ?? chapter.title) : typed].filter(Boolean).join("\n");
}

/**
 * @param {any} form an outline
 * @param {any} view
 * @param {any} data the page's
 * @returns {import("./form.js").Filled}
 */
export function fillOutline(form, view, data) {
  const title = [view.known.district, form.title].filter(Boolean).join(" ");
  const budget = view.budget?.values ?? { fields: {}, lists: { subjects: [], agendas: [], costs: [] } };
  const fields = { ...budget.fields, "page.title": title };
  const lists = { ...budget.lists };
  const open = [];
  let filled = 0;
  const note = (what, how) => open.push({ what, where: form.title, clause: form.clause, how });
  const go = (chapter) => {
    const before = open.length;
    if (chapter.children.length === 0 || chapter.shared) {
      fields[`text.${chapter.place}`] = chapterText(chapter, view, note);
    }
    if (chapter.tables.length > 0 && view.budget === null) {
      note(`${chapter.number} ${chapter.title}`, "예산 계획을 고르면 표가 채워져요.");
    }
    if (chapter.children.some(({ each }) => each)) {
      lists[`each-${chapter.place}`] = eachOf(chapter, view, data, note);
    } else chapter.children.forEach(go);
    filled += open.length === before ? 1 : 0;
  };
  form.outline.forEach(go);
  return { values: { fields, lists }, open, filled };
}
