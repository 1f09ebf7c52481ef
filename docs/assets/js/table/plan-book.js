/**
 * The calculator's own workbook as the plan that is typed into it, whoever saved it since. Cells that do not
 * fit are named and nothing is taken (the browser's twin of macros/office/excel/budget/read.py).
 */

import { demand } from "../gate/limits.js";
import { shown } from "../gate/text.js";

const MOST_WON = 10 ** 15;
const MOST_TOLD = 3; // sentences of cells that do not fit
const NEWER = "더 새로운 길잡이에서 만든 엑셀 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.";
const NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 열어 주세요.";
const EMPTY = { text: "", number: null, lacking: false };
let places = null; // where what stands (macros/office/excel/budget/places.py)

/** @typedef {Map<string, import("./sheet.js").Shown>} Cells */

/** @param {string} text */
const trimmed = (text) => text.split(" ").filter(Boolean).join(" ");
/** @param {string} text */
const bare = (text) => text.replaceAll(" ", "");
const at = (cells, name) => cells.get(name) ?? EMPTY;
const textAt = (cells, name) => trimmed(at(cells, name).text);

/** The last row in which something stands. @param {Cells} cells */
const lastRow = (cells) =>
  Math.max(0, ...[...cells.keys()].map((name) => Number(name.replace(/^[A-Z]+/, ""))));

/** The mark in a workbook's settings, without its version; null in workbooks from elsewhere. */
function markOf(book) {
  const cells = places && book.cells(places.settings);
  const mark = cells ? textAt(cells, places.cells.mark) : "";
  return cells && mark.split(" ")[0] === places.marks[0].split(" ")[0] ? { cells, mark } : null;
}

/** Reads the sheets of one workbook; collects what is wrong. */
class Reader {
  constructor(edition, isCurrent) {
    this.edition = edition;
    this.isCurrent = isCurrent;
    this.problems = [];
    this.notes = [];
  }

  wrong(sheet, cell, sentence) {
    this.problems.push(`‘${sheet}’ 시트 ${cell}: ${sentence}`);
  }

  /** The id of what stands in a cell. @param {{id: string, label: string}[]} options */
  option(sheet, cell, label, options, none = "") {
    if (label === "" || label === none) return null;
    const found = options.find((one) => one.label === label);
    if (!found) this.wrong(sheet, cell, `‘${shown(label)}’ 대신 목록에 있는 것을 골라 주세요.`);
    return found?.id ?? null;
  }

  /** Whole won; null for money that is not known yet; undefined where nothing stands. */
  amount(sheet, cells, name) {
    const { text, number, lacking } = at(cells, name);
    if (text.trim() === "") return undefined;
    if (lacking) this.wrong(sheet, name, NOT_COUNTED);
    else if (trimmed(text) === places.undecided) return null;
    else if (number !== null && Number.isInteger(number) && number >= 0 && number <= MOST_WON) return number;
    else {this.wrong(
        sheet,
        name,
        `‘${
          shown(text)
        }’: 금액이 아니에요. 0 이상의 정수(원)로 적고, 아직 모르면 ‘${places.undecided}’이라고 적어 주세요.`,
      );}
    return null;
  }

  settings(cells) {
    const { cells: { reading, title }, guideReading, noChoice, settings } = places;
    const choices = this.edition.choices.map((
      { id, cell, options },
    ) => [id, this.option(settings, cell, textAt(cells, cell), options, noChoice)]);
    const grant = this.isCurrent ? this.amount(settings, cells, this.edition.grant) ?? null : null;
    return {
      title: textAt(cells, title),
      reading: this.option(settings, reading, textAt(cells, reading), this.edition.readings, guideReading),
      choices: Object.fromEntries(choices),
      ...grant === null ? {} : { grant },
    };
  }

  /** By the question's own words, so that a question that moved keeps its answer. */
  answers(cells) {
    const { asks, columns, first, questions, replies } = places;
    const found = {};
    for (let row = first; row <= lastRow(cells); row += 1) {
      const answer = this.option(
        asks,
        `${columns.answer}${row}`,
        textAt(cells, `${columns.answer}${row}`),
        replies,
      );
      const note = at(cells, `${columns.note}${row}`).text;
      const id = questions[textAt(cells, `${columns.question}${row}`)];
      if (answer === null && note === "") continue;
      if (id) found[id] = { answer: answer ?? "unknown", note };
      else this.notes.push(`‘${asks}’ 시트 ${row}행: 이 길잡이에 없는 질문이라 답을 넣지 않았어요.`);
    }
    return found;
  }

  line(cells, row, id) {
    const { columns, funds, kinds, lines } = places;
    /** @param {Tables.Column} column */
    const label = (column) => textAt(cells, `${column}${row}`);
    const also = this.isCurrent ? label(columns.also).split(",").map(bare).filter(Boolean) : [];
    const amounts = Object.entries(funds).map((
      [fund, column],
    ) => [fund, this.amount(lines, cells, `${column}${row}`)]).filter(([, won]) => won !== undefined);
    if (
      label(columns.what) === "" && label(columns.kind) === "" && also.length === 0 && amounts.length === 0
    ) return null;
    if (row >= places.first + places.count) {
      this.wrong(
        lines,
        `${columns.name}${row}`,
        `${places.first + places.count - 1}행까지만 계산해요. 줄을 줄여 주세요.`,
      );
    }
    const plain = kinds.map((kind) => ({ id: kind.id, label: bare(kind.label) }));
    const further = also.map((one) => this.option(lines, `${columns.also}${row}`, one, plain)).filter((one) =>
      one !== null
    );
    return {
      id,
      name: at(cells, `${columns.what}${row}`).text,
      kind: this.option(lines, `${columns.kind}${row}`, label(columns.kind), kinds),
      ...further.length ? { also: further } : {},
      amounts: Object.fromEntries(amounts),
    };
  }

  /** The row's project: a new one where another name stands. */
  project(cells, row, projects) {
    const { columns, lines, parts, unnamed } = places;
    const cell = `${columns.name}${row}`;
    const [name, last] = [textAt(cells, cell), projects.at(-1)];
    const part = this.option(lines, `${columns.part}${row}`, textAt(cells, `${columns.part}${row}`), parts);
    if (at(cells, cell).lacking) this.wrong(lines, cell, NOT_COUNTED);
    if (name === "" || name === last?.said) {
      if (last && part !== null && part !== last.part) {
        this.wrong(lines, `${columns.part}${row}`, "부문은 사업의 첫 줄에만 적어 주세요.");
      }
      return last;
    }
    if (projects.some(({ said }) => said === name)) {
      this.wrong(
        lines,
        cell,
        `앞에 같은 이름의 사업(‘${
          shown(name)
        }’)이 있어요. 같은 사업이면 줄을 모으고, 아니면 이름을 다르게 적어 주세요.`,
      );
    }
    projects.push({
      said: name,
      id: `p${projects.length + 1}`,
      name: name.startsWith(unnamed) ? "" : name,
      part,
      lines: [],
    });
    return projects.at(-1);
  }

  projects(cells) {
    const { columns, first, heads, lines } = places;
    const changed = Object.entries(heads).some(([column, head]) =>
      (this.isCurrent || column !== columns.also) && textAt(cells, `${column}${first - 1}`) !== head
    );
    demand(
      !changed,
      `‘${lines}’ 시트 ${first - 1}행의 제목이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요.`,
    );
    const projects = [];
    for (let row = first; row <= lastRow(cells); row += 1) {
      const project = this.project(cells, row, projects);
      const line = this.line(cells, row, `${project?.id}-${(project?.lines.length ?? 0) + 1}`);
      if (line === null) continue;
      if (project) project.lines.push(line);
      else this.wrong(lines, `${columns.name}${row}`, "사업명을 먼저 적어 주세요.");
    }
    return projects.map(({ said: _, ...project }) => project);
  }
}

/**
 * The plan in a workbook as its plan file would have it, with what is to be told; null in a workbook from
 * elsewhere. Throws a Refusal.
 * @param {import("./book.js").Book} book @returns {{plain: any, notes: string[]} | null}
 */
export function planOfBook(book) {
  const found = markOf(book);
  if (found === null) return null;
  demand(places.marks.includes(found.mark), NEWER);
  const id = textAt(found.cells, places.cells.edition);
  demand(
    id in places.editions,
    `‘${places.settings}’ 시트 ${places.cells.edition}: 이 길잡이에는 ${
      shown(id) || "그"
    }년판 규칙이 없어요.`,
  );
  const [lines, asks] = [places.lines, places.asks].map((name) => book.cells(name));
  demand(lines && asks, "엑셀 파일에서 시트가 지워졌어요. 새로 받은 파일에 옮겨 적어 주세요.");
  const reader = new Reader(places.editions[id], found.mark === places.marks[0]);
  const plain = {
    format: "hyeopchi-plan",
    version: 1,
    edition: id,
    ...reader.settings(found.cells),
    answers: reader.answers(asks),
    projects: reader.projects(lines),
  };
  const { notes, problems } = reader;
  demand(
    problems.length === 0,
    () =>
      [
        ...problems.slice(0, MOST_TOLD),
        ...problems.length > MOST_TOLD ? [`고칠 곳이 ${problems.length - MOST_TOLD}곳 더 있어요.`] : [],
      ].join(" "),
  );
  return { plain, notes };
}

/** @param {any} given where what stands in the workbook */
export function learn(given) {
  places = given;
}
