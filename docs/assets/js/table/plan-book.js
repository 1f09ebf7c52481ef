/**
 * The calculator's own workbook as the plan that is typed into it, whoever saved it since. Cells that do not
 * fit are named and nothing is taken (the browser's twin of macros/office/excel/budget/read.py).
 */

import { demand } from "../gate/limits.js";
import { shown } from "../gate/text.js";
import { rowOf } from "./ids.js";
import { at, bare, CellReader, NOT_COUNTED, textAt } from "./plan-book-cells.js";

const MOST_TOLD = 3; // sentences of cells that do not fit
const NEWER = "더 새로운 길잡이에서 만든 엑셀 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요.";
let places = null; // where what stands (macros/office/excel/budget/places.py)

/** @typedef {Map<string, import("./sheet.js").Shown>} Cells */

/** The last row in which something stands. @param {Cells} cells */
const lastRow = (cells) => Math.max(0, ...[...cells.keys()].map(rowOf));

/** The mark in a workbook's settings, without its version; null in workbooks from elsewhere. */
function markOf(book) {
  const cells = places && book.cells(places.settings);
  const mark = cells ? textAt(cells, places.cells.mark) : "";
  return cells && mark.split(" ")[0] === places.marks[0].split(" ")[0] ? { cells, mark } : null;
}

/** Reads the sheets of one workbook. */
class Reader extends CellReader {
  settings(cells) {
    const { grantLabel, guideReading, noChoice, settings } = places;
    const { choices: asked, earlierReadings, grant: usual, readings } = this.edition;
    const choices = asked.map(({ id, cell: place, labels, options }) => {
      const cell = this.setting(cells, place, labels, "choice", id) ?? "";
      return [
        id,
        this.option(settings, cell, textAt(cells, cell), this.labels(options, {}, "choice", id), noChoice),
      ];
    });
    const told = this.setting(cells, usual, [grantLabel], "grant");
    const grant = this.isCurrent && told ? this.amount(settings, cells, told) ?? null : null;
    const [title, reading] = ["title", "reading"].map((key) =>
      this.ids.cell(settings, key) ?? places.cells[key]
    );
    const known = this.labels(readings, earlierReadings, "reading");
    return {
      title: textAt(cells, title),
      reading: this.option(settings, reading, textAt(cells, reading), known, guideReading),
      choices: Object.fromEntries(choices),
      ...grant === null ? {} : { grant },
    };
  }

  /** By the question's id, else its own words, so that a question that moved keeps its answer. */
  answers(cells) {
    const { asks, columns, first, questions } = places;
    const found = {};
    const replies = new Map(places.replies.map(({ id, label }) => [label, id]));
    const byRow = new Map(
      Object.values(questions).map((id) => [this.ids.cell(asks, "ask", id), id]).filter(([cell]) =>
        cell !== null
      )
        .map(([cell, id]) => [rowOf(cell), id]),
    );
    for (let row = first; row <= lastRow(cells); row += 1) {
      const answer = this.option(
        asks,
        `${columns.answer}${row}`,
        textAt(cells, `${columns.answer}${row}`),
        replies,
      );
      const note = at(cells, `${columns.note}${row}`).text;
      const id = byRow.get(row) ?? questions[textAt(cells, `${columns.question}${row}`)];
      if (answer === null && note === "") continue;
      if (id) found[id] = { answer: answer ?? "unknown", note };
      else this.notes.push(`‘${asks}’ 시트 ${row}행: 이 길잡이에 없는 질문이라 답을 넣지 않았어요.`);
    }
    return found;
  }

  line(cells, row, id) {
    const { columns, lines } = places;
    const kinds = this.labels(places.kinds, {}, "kind");
    /** @param {Tables.Column} column */
    const label = (column) => textAt(cells, `${column}${row}`);
    const also = this.isCurrent ? label(columns.also).split(",").map(bare).filter(Boolean) : [];
    const subject = this.hasSubjects ? at(cells, `${columns.subject}${row}`).text : "";
    const amounts = Object.entries(this.funds).map((
      [fund, column],
    ) => [fund, this.amount(lines, cells, `${column}${row}`)]).filter(([, won]) => won !== undefined);
    if (
      label(columns.what) === "" && label(columns.kind) === "" && subject === "" && also.length === 0 &&
      amounts.length === 0
    ) return null;
    if (row >= places.first + places.count) {
      this.wrong(
        lines,
        `${columns.name}${row}`,
        `${places.first + places.count - 1}행까지만 계산해요. 줄을 줄여 주세요.`,
      );
    }
    const plain = new Map([...kinds].map(([word, id]) => [bare(word), id]));
    const further = also.map((one) => this.option(lines, `${columns.also}${row}`, one, plain)).filter((one) =>
      one !== null
    );
    return {
      id,
      name: at(cells, `${columns.what}${row}`).text,
      kind: this.option(lines, `${columns.kind}${row}`, label(columns.kind), kinds),
      ...subject ? { subject } : {},
      ...further.length ? { also: further } : {},
      amounts: Object.fromEntries(amounts),
    };
  }

  /** The row's project: a new one where another name stands. */
  project(cells, row, projects) {
    const { columns, lines, parts, unnamed } = places;
    const cell = `${columns.name}${row}`;
    const [name, last] = [textAt(cells, cell), projects.at(-1)];
    const known = this.labels(parts, {}, "part");
    const part = this.option(lines, `${columns.part}${row}`, textAt(cells, `${columns.part}${row}`), known);
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
    const { columns, first, heads, lines, subjectHead } = places;
    this.hasSubjects = textAt(cells, `${columns.subject}${first - 1}`) === subjectHead;
    const funds = this.fundColumns(cells);
    this.funds = Object.fromEntries(funds.filter(([, column]) => column !== null));
    const changed = funds.some(([, column]) => column === null) ||
      Object.entries(heads).some(([column, head]) =>
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
  const reader = new Reader(places, places.editions[id], found.mark === places.marks[0], book.ids());
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
