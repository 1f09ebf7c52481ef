/**
 * A small tool's own workbook as what was typed into it, whoever saved it since. Cells that do not fit are
 * named and nothing is taken (the browser's twin of macros/office/excel/sheets/read.py).
 */

import { demand, guardedLater, Refusal } from "../gate/limits.js";
import { shown } from "../gate/text.js";
import { loadScript } from "../later.js";
import * as tables from "../tables.js";
import * as sheetFile from "./file.js";

const UNDECIDED = "미정";
const COMPLETE = "예";
const NATURES = { current: "경상", capital: "자본" };
const ALL = ""; // no reading is chosen
const MOST_TOLD = 3; // sentences of cells that do not fit
const DAY = { id: 14, code: null }; // a workbook's own format of a day
const FOREIGN =
  "이 도구에서 받은 엑셀 파일이 아니에요. ‘엑셀로 받기’나 ‘파일 받기’ 페이지에서 받은 파일을 골라 주세요.";
const CHANGED = "칸의 이름이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요.";
const NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 열어 주세요.";
const NOT_A_NUMBER = `수가 아니에요. 숫자로 적고, 아직 모르면 ‘${UNDECIDED}’이라고 적어 주세요.`;
const NOT_LOADED = "엑셀 파일을 여는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 해 주세요.";
const EMPTY = { text: "", number: null, lacking: false };

const trimmed = (text) => text.split(/\s+/).filter(Boolean).join(" ");
const rowsOf = ({ first, count }) => Array.from({ length: count }, (_, at) => first + at);
const isTyped = (entry) => Object.values(entry).some((value) => (value ?? "").trim() !== "");

/** Reads the cells of one sheet as texts that a file holds; collects what is wrong. */
class Reader {
  constructor(name, cells) {
    this.name = name;
    this.cells = cells ?? new Map();
    this.problems = [];
  }

  wrong(cell, sentence) {
    this.problems.push(`‘${this.name}’ 시트 ${cell}: ${sentence}`);
  }

  /** What stands in a cell; a formula without its value is named. */
  at(cell) {
    const found = this.cells.get(cell) ?? EMPTY;
    if (!found.lacking) return found;
    this.wrong(cell, NOT_COUNTED);
    return EMPTY;
  }

  text(cell) {
    return this.at(cell).text;
  }

  /** A day as it is typed: `2022-03-02`. */
  day(cell) {
    const { text, number } = this.at(cell);
    return (number === null ? text : tables.loaded().shownAs(number, DAY)).slice(0, 10);
  }

  /** A number as a text; blank stays blank. */
  number(cell) {
    const { text, number } = this.at(cell);
    if (number !== null) return text;
    if (trimmed(text) === "") return "";
    if (trimmed(text) !== UNDECIDED) this.wrong(cell, `‘${shown(text)}’: ${NOT_A_NUMBER}`);
    return UNDECIDED;
  }

  /** The id whose label stands in the cell; null for none. @param {Record<string, string>} labels */
  option(cell, labels) {
    const said = trimmed(this.text(cell));
    const id = Object.keys(labels).find((one) => labels[one] === said) ?? null;
    if (said !== "" && id === null) this.wrong(cell, `‘${shown(said)}’ 대신 목록에 있는 것을 골라 주세요.`);
    return id;
  }

  /** The cell before it must still say what it is. */
  named(cell, label) {
    if (this.text(`A${cell.slice(1)}`) !== label) this.wrong(`A${cell.slice(1)}`, CHANGED);
  }
}

/** What is chosen, by id. */
const chosen = (places, read) =>
  Object.fromEntries(
    Object.entries(places).map(([id, place]) => [id, read(place)]).filter(([, found]) => found),
  );

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
  const readers = [lines, ledger].map(({ sheet }) => new Reader(sheet, book.cells(sheet)));
  return {
    readers,
    typed: {
      complete: trimmed(readers[0].text(lines.complete)) === COMPLETE,
      lines: rowsOf(lines).map((row) => lineAt(readers[0], row)).filter(isTyped),
      ledger: rowsOf(ledger).map((row) => entryAt(readers[1], row)).filter(isTyped),
    },
  };
}

/** What was typed on the main sheet of a tool with fields. */
function fieldsOf(reader, places) {
  for (const { cell, label } of [...Object.values(places.fields), ...Object.values(places.answers)]) {
    reader.named(cell, label);
  }
  const readings = chosen(
    places.readings,
    ({ cell, labels }) => reader.option(cell, { [ALL]: places.all, ...labels }),
  );
  const answers = chosen(places.answers, ({ cell, labels }) => reader.option(cell, labels));
  return {
    title: reader.text(places.title),
    readings,
    values: Object.fromEntries(
      Object.entries(places.fields).map(([id, { cell }]) => [id, reader.number(cell)]),
    ),
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
  };
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
    agendas: rowsOf(places).map((row) => ({ name: reader.text(`A${row}`), scores: scoresAt(row) })).filter((
      { name, scores },
    ) => name !== "" || isTyped(scores)),
  };
}

/** The state as a file would hold it. Throws a Refusal that names what does not fit. */
function plainOf(book, data, places, { edition, part }) {
  const reader = new Reader(data.workbooks.sheet, book.cells(data.workbooks.sheet));
  const main = places.columns
    ? scoresOf(reader, places)
    : { edition, ...part ? { part } : {}, ...fieldsOf(reader, places) };
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

/**
 * What opens a workbook of this tool; null for one from elsewhere. Throws a Refusal.
 * @param {any} holder
 * @param {any} data the page's
 * @param {string} assets
 * @param {ReturnType<typeof import("../table/book.js").openBook>} book
 * @param {string} name the file's
 */
export async function opening(holder, data, assets, book, name) {
  const { names, sheet } = data.workbooks;
  const known = names[trimmed(book.cells(sheet)?.get("A1")?.text ?? "")];
  if (!known) return null;
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
