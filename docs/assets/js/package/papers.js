/**
 * The package's files: what each is called, whether it is complete, how it is made; and all of them in one
 * ZIP.
 */

import * as budgetReview from "../budget/review.js";
import { fill as budgetWorkbookFill } from "../budget/workbook.js";
import * as calendarFile from "../deadlines/calendar-file.js";
import * as days from "../deadlines/days.js";
import * as deadlineEntries from "../deadlines/entries.js";
import { safeName } from "../files.js";
import { loadScript } from "../later.js";
import { names } from "../names.js";
import { deadlineValues } from "../office/deadlines.js";
import { fill } from "../office/fill.js";
import { template as officeTemplate } from "../office/template.js";

const OLDEST = new Date(1980, 0, 1); // the first day that a ZIP archive can name
export const FORMATS = ["hwpx", "docx"];

/**
 * @typedef {{name: string, format: string, make: () => Promise<Uint8Array>}} Copy
 * @typedef {{id: string, title: string, edition: string | null, filled: number | null, open: number | null,
 *   why: string, says?: string, copies: Copy[]}} Paper `filled` and `open` are numbers of places, null for
 *   what has none; `why` says why there are no copies, `says` what stands in it
 */

const bytes = (text) => new TextEncoder().encode(text);

function officeCopies(data, name, template, values) {
  return FORMATS.map((format) => ({
    name: `${name}.${format}`,
    format,
    make: async () => fill(await officeTemplate(data.places.assets, `${template}.${format}`), values),
  }));
}

function missingValues(view) {
  const { editionOf, known, missing } = view;
  return {
    fields: {
      "page.title": "누락 항목 목록",
      "page.remarks": [
        `${
          [known.district, editionOf.title].filter(Boolean).join(" ")
        } 제출서류 묶음에서 채우지 못한 곳과 확인할 것 ${missing.length}가지예요.`,
        `위반과 확인 필요는 ${names.guide}의 규칙으로 판정한 참고 자료예요.`,
      ].join("\n"),
    },
    lists: { missing },
  };
}

function formPaper(form, view, data) {
  const { filled, open, values } = view.filled.get(form.id);
  const title = [form.number, form.title].filter(Boolean).join(" ");
  const other = form.editions.includes(view.editionOf.id) ? null : form.editions.join("·");
  return {
    id: form.id,
    title,
    edition: other,
    filled,
    open: open.length,
    why: "",
    copies: officeCopies(data, title, `package-${form.id}`, values),
  };
}

async function workbook(view, data) {
  const { places: { assets, root } } = data;
  await Promise.all([
    loadScript(`${assets}vendor/fflate/index.js`),
    loadScript(`${root}downloads/budget-${view.plan.draft.edition}.js`),
  ]);
  return budgetWorkbookFill(
    globalThis.hyeopchi.data[`workbook:${view.plan.draft.edition}`],
    view.plan,
    data.calculator,
    globalThis.fflate,
  );
}

function budgetPapers(view, data) {
  const why = "예산 계획을 고르면 만들어요.";
  const none = (id, title) => ({ id, title, edition: null, filled: null, open: null, why, copies: [] });
  if (view.plan === null) return [none("budget", "예산표"), none("review", "검토의견")];
  const today = new Date();
  const text = budgetReview.reviewText(view.plan, data.calculator, today);
  const [head, ...body] = text.trim().split("\n");
  const tables = officeCopies(data, "예산표", "budget-tables", view.budget.values);
  return [{
    id: "budget",
    title: "예산표",
    edition: null,
    filled: null,
    open: view.budget.blanks,
    why: "",
    copies: [...tables, { name: "예산표.xlsx", format: "xlsx", make: () => workbook(view, data) }],
  }, {
    id: "review",
    title: "검토의견",
    edition: null,
    filled: null,
    open: 0,
    why: "",
    copies: officeCopies(data, "검토의견", "package-review", {
      fields: { "page.title": head, "page.text": body.join("\n").trim() },
      lists: {},
    }),
  }];
}

function calendar({ found, state }) {
  const moment = Date.now();
  const name = [found.deadlines.known, days.iso(state.date), state.name].filter(Boolean).join(" ");
  const address = globalThis.location.href.split("#")[0];
  return bytes(
    calendarFile.write(
      name,
      deadlineEntries.ofRows(found.dated, state, moment, address),
      deadlineEntries.stamp(moment),
    ),
  );
}

function datesPaper(view, data) {
  const found = view.dates;
  if (found === null) {
    return {
      id: "dates",
      title: "일정",
      edition: null,
      filled: null,
      open: null,
      why: "기준일을 고르거나 적으면 만들어요.",
      copies: [],
    };
  }
  return {
    id: "dates",
    title: "일정",
    edition: null,
    filled: null,
    open: 0,
    why: "",
    copies: [
      ...officeCopies(data, "일정", "deadlines", deadlineValues(found, found.state, found.told)),
      {
        name: "일정.ics",
        format: "ics",
        make: () => Promise.resolve(calendar({ found, state: found.state })),
      },
    ],
  };
}

/** Every paper in the order of the package. @returns {Paper[]} */
export function papers(view, data) {
  const missing = {
    id: "missing",
    title: "누락 항목 목록",
    edition: null,
    filled: null,
    open: null,
    why: "",
    says: `${view.missing.length}가지를 적었어요`,
    copies: officeCopies(data, "누락 항목 목록", "package-missing", missingValues(view)),
  };
  return [
    missing,
    ...view.forms.map((form) => formPaper(form, view, data)),
    ...budgetPapers(view, data),
    datesPaper(view, data),
  ];
}

/** `03 서식 3-1 ….hwpx`: names that every file system takes, in the order of the package. */
export function fileName(name, at) {
  const cut = name.lastIndexOf(".");
  return `${String(at).padStart(2, "0")} ${safeName(name.slice(0, cut).normalize("NFC"))}${name.slice(cut)}`;
}

/** What the ZIP is called. */
export const zipName = ({ known, editionOf }) =>
  `${
    safeName(["제출서류 묶음", known.district, editionOf.title].filter(Boolean).join(" ").normalize("NFC"))
  }.zip`;

/**
 * All chosen copies in one archive.
 * @param {Paper[]} all
 * @param {string[]} formats those of 한글 and Word that are wanted
 * @param {(done: number, of: number, name: string) => Promise<void>} told resolves when it is seen
 * @returns {Promise<Uint8Array>}
 */
export async function zip(all, formats, told) {
  const chosen = all.flatMap((paper, at) =>
    paper.copies.filter(({ format }) => !FORMATS.includes(format) || formats.includes(format))
      .map((copy) => ({ copy, name: fileName(copy.name, at) }))
  );
  const made = {};
  for (const [at, { copy, name }] of chosen.entries()) {
    await told(at, chosen.length, name);
    made[name] = [await copy.make(), { level: copy.format === "ics" ? 6 : 0, mtime: OLDEST }];
  }
  await told(chosen.length, chosen.length, "");
  return globalThis.fflate.zipSync(made);
}
