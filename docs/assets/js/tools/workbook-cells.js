/**
 * The cells of one sheet of a small tool's workbook, as texts that a file holds; what is wrong is collected.
 */

import { shown } from "../gate/text.js";
import { rowOf } from "../table/ids.js";
import * as tables from "../tables.js";

export const UNDECIDED = "미정";
export const READING = "reading";
const DAY = { id: 14, code: null }; // a workbook's own format of a day
const CHANGED = "칸의 이름이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요.";
const GONE = "이 길잡이에 없는 칸이라 읽을 수 없어요. 적은 것을 다른 곳에 옮기고 비워 주세요.";
const NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 열어 주세요.";
const NOT_A_NUMBER = `수가 아니에요. 숫자로 적고, 아직 모르면 ‘${UNDECIDED}’이라고 적어 주세요.`;
const EMPTY = { text: "", number: null, lacking: false };

/** @typedef {{cell: string, label: string, earlier: string[]}} Place what is known of a thing */

/** @param {string} text */
export const trimmed = (text) => text.split(/\s+/).filter(Boolean).join(" ");

export class Reader {
  /** @param {string} name @param {import("../table/book.js").Book} book */
  constructor(name, book) {
    this.name = name;
    this.cells = book.cells(name) ?? new Map();
    this.ids = book.ids();
    /** @type {string[]} */
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

  /** The id whose label stands in the cell; null for none. @param {Map<string, string>} known ids by label */
  option(cell, known) {
    const said = trimmed(this.text(cell));
    const id = known.get(said) ?? null;
    if (said !== "" && id === null) this.wrong(cell, `‘${shown(said)}’ 대신 목록에 있는 것을 골라 주세요.`);
    return id;
  }

  /**
   * What is wanted, as far as this file has it: [id, cell, what is known of it].
   * @param {string} kind @param {Record<string, any>} wanted
   */
  places(kind, wanted) {
    return Object.entries(wanted).flatMap(([id, place]) => {
      const cell = this.place(kind, id, place);
      return cell === null ? [] : [{ id, cell, place }];
    });
  }

  /**
   * Where it stands in this file: as the file says by id, else beside its label as it is or was. Null in a file
   * that is older than the thing itself, and where somebody has written another name beside it. A reading's was
   * never looked at.
   * @param {string} kind @param {string} id @param {Place} place
   */
  place(kind, id, { cell: usual, label, earlier }) {
    const labels = [label, ...earlier, this.ids.words.get(`${kind}/${id}`) ?? label];
    const isNew = this.ids.cells.size > 0;
    const found = isNew ? this.ids.cell(this.name, kind, id) : this.beside(usual, labels);
    if (found === null || kind === READING || this.isBeside(found, labels)) return found;
    this.wrong(`A${rowOf(found)}`, CHANGED);
    return null;
  }

  /** The cell beside one of the labels, the usual one first. */
  beside(usual, labels) {
    const rows = [usual, ...this.cells.keys()].filter((cell) => /^[AB]\d/.test(cell)).map(rowOf);
    const row = rows.find((one) => labels.includes(this.cells.get(`A${one}`)?.text));
    return row === undefined ? usual : `B${row}`;
  }

  /** Whether one of the labels stands in the cell's row. */
  isBeside(cell, labels) {
    return [...this.cells].some(([other, { text }]) => rowOf(other) === rowOf(cell) && labels.includes(text));
  }

  /** What is typed where today nothing is asked must not be lost unsaid. @param {Record<string, any>} known */
  gone(kind, known) {
    for (const [key, { sheet, cell }] of this.ids.cells) {
      const [what, id] = key.split("/");
      if (what !== kind || sheet !== this.name || Object.hasOwn(known, id)) continue;
      if (trimmed(this.cells.get(cell)?.text ?? "") !== "") this.wrong(cell, GONE);
    }
  }
}
