/**
 * The plan as an Excel workbook, made here without a server: the empty workbook of the edition
 * (downloads/budget-*.js) with the plan typed into its cells. Its formulas go on calculating.
 */

import { give } from "../files.js";
import { loadScript } from "../later.js";
import * as workbookFile from "../office/workbook.js";
import * as verdictWords from "../verdict-words.js";
import { errors as errorsDraft, fileName } from "./draft.js";
import { rowsOf, workbookValues } from "./workbook-values.js";

const { TYPE, clean } = workbookFile;

/** @param {Rules.Plan} plan @param {Budget.Data} data */
function typeSettings(sheet, places, plan, data) {
  sheet.text(places.title, plan.title);
  if (plan.grant !== null) sheet.number(places.grant, plan.grant);
  sheet.text(places.reading, places.readings[plan.reading] ?? places.words.guideReading);
  for (const choice of data.choices.filter(({ id }) => id in places.choices)) {
    const label = choice.options.find(({ id }) => id === plan.choices[choice.id])?.label;
    sheet.text(places.choices[choice.id], label ?? places.words.noChoice);
  }
}

/** @param {Rules.Plan} plan */
function typeAnswers(sheet, places, plan) {
  for (const [rule, row] of Object.entries(places.asks)) {
    const reply = plan.answers[rule];
    if (reply && reply.answer !== "unknown") {
      sheet.text(`${places.columns.answer}${row}`, verdictWords.ANSWERS[reply.answer]);
    }
    if (reply?.note) sheet.text(`${places.columns.note}${row}`, reply.note);
  }
}

/** @param {Budget.Data} data */
function typeLines(sheet, places, rows, data) {
  const { columns, first, words } = places;
  const label = (terms, id) => terms.find((term) => term.id === id)?.label ?? "";
  rows.forEach(({ name, part, line }, at) => {
    const row = first + at;
    if (name !== null) {
      sheet.text(`${columns.name}${row}`, name);
      sheet.text(`${columns.part}${row}`, label(data.parts, part));
    }
    if (!line) return;
    sheet.text(`${columns.what}${row}`, line.name);
    sheet.text(`${columns.kind}${row}`, label(data.kinds, line.kind));
    sheet.text(`${columns.subject}${row}`, line.subject ?? "");
    sheet.text(`${columns.also}${row}`, line.also.map((id) => label(data.kinds, id)).join(", "));
    for (const { id } of data.funds) {
      const won = line.amounts[id];
      if (won === null) sheet.text(`${columns[`fund:${id}`]}${row}`, words.undecided);
      else if (won) sheet.number(`${columns[`fund:${id}`]}${row}`, won);
    }
  });
}

/**
 * The workbook's bytes.
 * @param {any} template an edition's entry of hyeopchi.workbooks
 * @param {Budget.View} view
 * @param {Budget.Data} data
 */
export function fill(template, view, data, zip) {
  const rows = rowsOf(view.plan, template.words.unnamed, clean);
  const { settings, lines, asks } = template.sheets;
  const type = (sheet, number) => {
    if (number === settings) typeSettings(sheet, template, view.plan, data);
    if (number === lines) typeLines(sheet, template, rows, data);
    if (number === asks) typeAnswers(sheet, template, view.plan);
  };
  return workbookFile.fill(template, workbookValues(view, data, rows), type, zip);
}

/** Why the plan does not fit into the workbook, or null. @param {Rules.Plan} plan */
export function tooMany(plan, template) {
  const lines = plan.projects.reduce((sum, project) => sum + Math.max(1, project.lines.length), 0);
  if (lines > template.lineCount) {
    return `엑셀 파일에는 ${template.lineCount}줄까지 들어가요. 지금은 ${lines}줄이에요.`;
  }
  return plan.projects.length > template.projectCount
    ? `엑셀 파일에는 사업 ${template.projectCount}개까지 들어가요. 지금은 ${plan.projects.length}개예요.`
    : null;
}

/** Makes the file and hands it over. @param {Budget.Store} store */
export async function saveWorkbook(store) {
  const { draft, places: { assets, root } } = store;
  try {
    await Promise.all([
      loadScript(`${assets}vendor/fflate/index.js`),
      loadScript(`${root}downloads/budget-${draft.edition}.js`),
    ]);
  } catch {
    store.notice(
      "엑셀 파일을 만드는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 고친 뒤 다시 눌러 주세요.",
      { problem: true },
    );
    return;
  }
  const template = globalThis.hyeopchi.data[`workbook:${draft.edition}`];
  const problem = tooMany(store.view.plan, template);
  if (problem) {
    store.notice(`${problem} ‘파일로 저장’을 써 주세요.`, { problem: true });
    return;
  }
  const errors = errorsDraft(draft).length;
  const name = fileName(draft, "xlsx");
  give(fill(template, store.view, store.data, globalThis.fflate), TYPE, name);
  store.notice(
    `${name} 파일로 받았어요.${errors ? ` 읽을 수 없는 금액 ${errors}개는 ‘미정’으로 적었어요.` : ""}`,
    { problem: errors > 0 },
  );
}
