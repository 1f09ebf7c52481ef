/**
 * A package's file (format "hyeopchi-package", version 1, docs/maintain/package-file.md): all that is chosen
 * and typed, names too; only a reader who saves it has them anywhere but in the page.
 */

import * as draft from "../budget/draft.js";
import { fromStored } from "../budget/draft.js";
import * as file from "../checklist/file.js";
import * as moves from "../checklist/moves.js";
import * as plannerKept from "../deadlines/kept.js";
import { demand, LIMITS, over } from "../gate/limits.js";
import { fromFile } from "../gate/sources.js";
import { record, text } from "../gate/values.js";
import { names } from "../names.js";
import { MAYOR } from "../office/council.js";
import * as sheetFile from "../tools/file.js";
import * as packageSources from "./sources.js";

const FORMAT = "hyeopchi-package";
const VERSION = 1;
const KEYS = [
  "format",
  "version",
  "edition",
  "district",
  "older",
  "plan",
  "council",
  "mayor",
  "checklist",
  "dates",
  "texts",
  "lists",
  "tasks",
];
/** What another tool saved is opened where it is chosen. */
const OTHERS = {
  "hyeopchi-plan": "예산 계획",
  "hyeopchi-sheet": `${names.council} 구성`,
  "hyeopchi-checklist": "체크리스트",
};
const NEWER = "더 새로운 길잡이에서 저장한 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.";
const BROKEN =
  "파일이 깨졌거나 제출서류 묶음의 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요.";
const WHERE = "파일";

/** @param {import("./known.js").State} state */
export function toJson({ plan, council, checklist, origins: _, ...state }) {
  return {
    format: FORMAT,
    version: VERSION,
    ...state,
    plan: plan && draft.toStored(plan),
    council: council && sheetFile.toJson(council),
    checklist: checklist && file.toJson({ current: checklist.id, plans: [checklist] }),
  };
}

function texts(value, most) {
  const found = record(value ?? {}, null, WHERE);
  demand(Object.keys(found).length <= LIMITS.entries, over("적은 칸이", LIMITS.entries, "개"));
  return Object.fromEntries(
    Object.entries(found).map(([id, typed]) => [id, text(typed, WHERE, { most, lines: true })]),
  );
}

/** What was typed before several forms shared the place, under the name that they share now. */
function withShared(typed, { forms }) {
  const every = (chapters) => chapters.flatMap((one) => [one, ...every(one.children)]);
  for (const form of forms) {
    for (
      const { shared, value, id, place } of [
        ...form.blocks.flatMap(({ fields }) => fields),
        ...every(form.outline),
      ]
    ) {
      const own = `${form.id}.${id ?? place}`;
      if (!shared || !(own in typed)) continue;
      typed[value] ??= typed[own];
      delete typed[own];
    }
  }
  return typed;
}

/** What was typed under a column's earlier name, under its name of today. @param {Record<string, string>} typed */
function withColumns(typed, { forms }) {
  const blocks = forms.flatMap((form) => form.blocks).filter(({ layout }) => layout === "matrix");
  const cells = ({ fields }, columns) =>
    fields.flatMap(({ value }) => columns.map((one) => `${value}.${one}`));
  const asked = new Set(blocks.flatMap((block) => cells(block, block.columns)));
  for (const { earlierColumns, fields } of blocks) {
    for (const [column, earlier] of Object.entries(earlierColumns)) {
      for (const { value } of fields) {
        const [own, old] = [`${value}.${column}`, earlier.find((one) => `${value}.${one}` in typed)];
        if (old !== undefined) typed[own] ??= typed[`${value}.${old}`];
      }
    }
  }
  const gone = blocks.flatMap((block) => cells(block, Object.values(block.earlierColumns).flat()));
  gone.filter((cell) => !asked.has(cell)).forEach((cell) => delete typed[cell]);
  return typed;
}

/** What another tool reads; its refusal is this file's, with the part's name. */
function part(name, value, read) {
  if (value === null || value === undefined) return null;
  const { found, problem } = read(value);
  demand(problem === null || problem === undefined, () => `파일의 ${name}: ${problem}`);
  return found;
}

/** Whether the values are a package's of a version that is known here. Throws a Refusal. */
function demandOwn(value) {
  const other = Object.hasOwn(OTHERS, value?.format ?? "") ? OTHERS[value.format] : null;
  demand(
    other === null,
    `제출서류 묶음이 아니라 다른 도구의 파일이에요. 아래 ‘${other}’ 칸의 ‘파일 열기’로 열어 주세요.`,
  );
  demand(value?.format === FORMAT && Number.isSafeInteger(value.version) && value.version >= 1, BROKEN);
  demand(value.version <= VERSION, NEWER);
}

/** A state from plain values. Throws a Refusal. @returns {import("./known.js").State} */
function read(value, data) {
  demandOwn(value);
  const found = record(value, KEYS, WHERE);
  demand(data.editions.some(({ id }) => id === found.edition), "이 길잡이에 없는 연도예요.");
  return {
    edition: found.edition,
    district: text(found.district, WHERE),
    older: found.older === true,
    mayor: Object.hasOwn(MAYOR, found.mayor) ? found.mayor : "unknown",
    plan: part("예산 계획", found.plan, (plain) => {
      const { draft, problem } = fromStored(plain, data.calculator);
      return { found: draft, problem };
    }),
    council: part(OTHERS["hyeopchi-sheet"], found.council, (plain) => {
      const { state, problem } = sheetFile.fromJson(plain, data.council);
      return { found: state, problem };
    }),
    checklist: part("체크리스트", found.checklist, (plain) => {
      const { document, problem } = file.fromJson(plain);
      return { found: document && moves.apply(document.plans[0], data.moves).plan, problem };
    }),
    dates: part("일정", found.dates, (plain) => {
      const { state, problem } = plannerKept.content(data.planner, packageSources.noDates(data.planner)).read(
        plain,
      );
      return { found: state, problem };
    }),
    texts: withColumns(withShared(texts(found.texts, LIMITS.text), data), data),
    lists: texts(found.lists, LIMITS.pasted),
    tasks: texts(found.tasks, LIMITS.label),
    origins: {},
  };
}

/**
 * @param {File} file
 * @param {any} data
 * @returns {Promise<{value: import("./known.js").State | null, problem: string | null}>}
 */
export const open = (file, data) => fromFile(file, (plain) => read(plain, data), BROKEN, LIMITS.pasted);
