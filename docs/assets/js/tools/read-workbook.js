/**
 * A small tool's own workbook as what was typed into it, whoever saved it since. Cells that do not fit are
 * named and nothing is taken (the browser's twin of macros/office/excel/sheets/read.py).
 */

import { demand, guardedLater, Refusal } from "../gate/limits.js";
import { shown } from "../gate/text.js";
import { loadScript } from "../later.js";
import * as tables from "../tables.js";
import * as sheetFile from "./file.js";
import { Reader, READING, trimmed } from "./workbook-cells.js";

const COMPLETE = "예";
const NATURES = new Map([["경상", "current"], ["자본", "capital"]]);
const ALL = ""; // no reading is chosen
const [FIELD, ANSWER] = ["field", "answer"]; // what the ids of a file are of
const OF = " — "; // between a tool's name and the editions in a heading
const MOST_TOLD = 3; // sentences of cells that do not fit
const FOREIGN =
  "이 도구에서 받은 엑셀 파일이 아니에요. ‘엑셀로 받기’나 ‘파일 받기’ 페이지에서 받은 파일을 골라 주세요.";
const NOT_LOADED = "엑셀 파일을 여는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 해 주세요.";

const isTyped = (entry) => Object.values(entry).some((value) => (value ?? "").trim() !== "");

/** The rows of a table, wherever the file says that it begins. */
function rowsOf(reader, { first, count }, ...key) {
  const begin = reader.ids.row(reader.name, first, ...key);
  return Array.from({ length: count }, (_, at) => begin + at);
}

/** What is chosen, by id. */
function chosen(reader, kind, places, also = []) {
  const found = reader.places(kind, places).map((
    { id, cell, place: { labels, earlierLabels } },
  ) => [id, reader.option(cell, new Map([...also, ...reader.ids.labels(labels, earlierLabels, kind, id)]))]);
  return Object.fromEntries(found.filter(([, option]) => option));
}

const lineAt = (reader, row) => ({
  project: reader.text(`A${row}`),
  item: reader.text(`B${row}`),
  nature: reader.option(`C${row}`, NATURES),
  before: reader.number(`D${row}`),
  after: reader.number(`E${row}`),
});

const entryAt = (reader, row) => ({
  date: reader.day(`A${row}`),
  what: reader.text(`B${row}`),
  amount: reader.number(`C${row}`),
  decided: reader.text(`D${row}`),
});

/** The sheets of a change: its lines, and the earlier changes of the year. */
function tablesOf(book, { lines, ledger }) {
  const readers = [lines, ledger].map(({ sheet }) => new Reader(sheet, book));
  const complete = readers[0].ids.cell(lines.sheet, "complete") ?? lines.complete;
  return {
    readers,
    typed: {
      complete: trimmed(readers[0].text(complete)) === COMPLETE,
      lines: rowsOf(readers[0], lines, "lines").map((row) => lineAt(readers[0], row)).filter(isTyped),
      ledger: rowsOf(readers[1], ledger, "ledger").map((row) => entryAt(readers[1], row)).filter(isTyped),
    },
  };
}

/** What was typed on the main sheet of a tool with fields. */
function fieldsOf(reader, places, retired) {
  const asked = { ...places.answers, ...askedBefore(reader, retired) };
  const answers = chosen(reader, ANSWER, asked);
  const typed = {
    title: reader.text(reader.ids.cell(reader.name, "title") ?? places.title),
    readings: chosen(reader, READING, places.readings, [[places.all, ALL]]),
    values: Object.fromEntries(
      reader.places(FIELD, places.fields).map(({ id, cell }) => [id, reader.number(cell)]),
    ),
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
  };
  reader.gone(FIELD, places.fields);
  reader.gone(ANSWER, asked);
  return typed;
}

/** The questions of a file that mean something else today: its answers are told, not taken. */
function askedBefore(reader, retired) {
  const found = Object.entries(retired ?? {}).filter(([id]) =>
    reader.ids.cell(reader.name, ANSWER, id) !== null
  );
  return Object.fromEntries(found.map(([id, { question }]) => [
    id,
    { cell: "", label: question, earlier: [], labels: { yes: "", no: "" }, earlierLabels: {} },
  ]));
}

/** What was typed on the scoring sheet. */
function scoresOf(reader, places) {
  const scoresAt = (row) =>
    Object.fromEntries(
      Object.entries(places.columns).map(([id, column]) => [id, reader.number(`${column}${row}`)]),
    );
  return {
    title: reader.text(places.title),
    top: reader.number(places.top),
    weights: scoresAt(places.weights),
    agendas: rowsOf(reader, places, "agendas").map((row) => ({
      name: reader.text(`A${row}`),
      scores: scoresAt(row),
    })).filter((
      { name, scores },
    ) => name !== "" || isTyped(scores)),
  };
}

/** The state as a file would hold it. Throws a Refusal that names what does not fit. */
export function plainOf(book, data, places, { edition, part }) {
  const reader = new Reader(data.workbooks.sheet, book);
  const main = places.columns
    ? scoresOf(reader, places)
    : { edition, ...part ? { part } : {}, ...fieldsOf(reader, places, data.retired) };
  const { readers, typed } = places.lines ? tablesOf(book, places) : { readers: [], typed: {} };
  const problems = [reader, ...readers].flatMap((one) => one.problems);
  demand(
    problems.length === 0,
    () =>
      [
        ...problems.slice(0, MOST_TOLD),
        ...problems.length > MOST_TOLD ? [`고칠 곳이 ${problems.length - MOST_TOLD}곳 더 있어요.`] : [],
      ].join(" "),
  );
  return { ...main, ...typed };
}

/** Of which scope a workbook of this tool is: as it says by id, else by its heading; null for another. */
export function scopeOf(book, { tool, workbooks: { names, scopes, sheet } }) {
  const cells = book.cells(sheet);
  if (!cells) return null;
  const ids = book.ids();
  const byId = Object.keys(scopes).find((scope) =>
    ids.cell(sheet, "tool", tool, ...scope ? [scope] : []) !== null
  );
  const title = trimmed(cells.get("A1")?.text ?? "");
  const known = [title, title.split(OF)[0]].find((one) => Object.hasOwn(names, one));
  const scope = byId ?? (known === undefined ? undefined : names[known]);
  return scope === undefined ? null : scopes[scope];
}

/**
 * What opens a workbook of this tool; null for one from elsewhere. Throws a Refusal.
 * @param {any} holder
 * @param {any} data the page's
 * @param {string} assets
 * @param {ReturnType<typeof import("../table/book.js").openBook>} book
 * @param {string} name the file's
 */
export async function opening(holder, data, assets, book, name) {
  const known = scopeOf(book, data);
  if (known === null) return null;
  await loadScript(`${assets}../downloads/${known.file}.js`).catch(() => {
    throw new Refusal(NOT_LOADED);
  });
  const plain = plainOf(book, data, globalThis.hyeopchi.data[`workbook:${known.file}`].places, known);
  const state = sheetFile.read(sheetFile.toJson({ tool: data.tool, ...plain }), data);
  return () => {
    const undo = holder.arrive(state, "파일 불러오기");
    holder.notice(`${name}을 열었어요.`, { undo });
  };
}

/** Opens a workbook in a tool that takes no other tables. @param {File} file */
export async function openFile(holder, data, assets, file) {
  const name = shown(file.name);
  const { value, problem } = await guardedLater(async () => {
    const { book } = await (await tables.load()).openFile(file, assets);
    const open = book ? await opening(holder, data, assets, book, name) : null;
    demand(open, FOREIGN);
    return open;
  });
  if (problem === null) value();
  else holder.notice(`${name}을 열지 않았어요. ${problem} 지금 입력한 내용은 그대로예요.`, { problem: true });
}
