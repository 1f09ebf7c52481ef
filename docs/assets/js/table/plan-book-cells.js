/**
 * Single cells of the calculator's own workbook: what its words mean, where what stands in this file (the
 * browser's twin of macros/office/excel/budget/read_cells.py).
 */

import { shown } from "../gate/text.js";
import { rowOf } from "./ids.js";

const MOST_WON = 10 ** 15;
export const NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 열어 주세요.";
const EMPTY = { text: "", number: null, lacking: false };

const columnOf = (cell) => cell.replace(/\d+$/, "");
/** @param {string} text */
const trimmed = (text) => text.split(" ").filter(Boolean).join(" ");
/** @param {string} text */
export const bare = (text) => text.replaceAll(" ", "");
export const at = (cells, name) => cells.get(name) ?? EMPTY;
export const textAt = (cells, name) => trimmed(at(cells, name).text);

/** Reads cells of one workbook; collects what is wrong. */
export class CellReader {
  /**
   * @param {any} places where what stands (macros/office/excel/budget/places.py)
   * @param {any} edition what differs between editions
   * @param {boolean} isCurrent whether the file has further kinds
   * @param {import("./ids.js").Ids} ids what the file says of itself
   */
  constructor(places, edition, isCurrent, ids) {
    this.places = places;
    this.edition = edition;
    this.ids = ids;
    /** @type {Record<string, string>} the columns by fund, as this file has them */
    this.funds = {};
    this.isCurrent = isCurrent;
    this.hasSubjects = false; // files of before have no column of 통계목
    this.problems = [];
    this.notes = [];
  }

  wrong(sheet, cell, sentence) {
    this.problems.push(`‘${sheet}’ 시트 ${cell}: ${sentence}`);
  }

  /** The id of what stands in a cell. @param {Map<string, string>} known ids by label */
  option(sheet, cell, label, known, none = "") {
    if (label === "" || label === none) return null;
    const found = known.get(label) ?? null;
    if (found === null) this.wrong(sheet, cell, `‘${shown(label)}’ 대신 목록에 있는 것을 골라 주세요.`);
    return found;
  }

  /**
   * What words mean: as the file says, as they are today, as they were.
   * @param {{id: string, label: string, earlier?: string[]}[]} terms @param {Record<string, string>} before
   */
  labels(terms, before, ...key) {
    const earlier = terms.flatMap(({ id, earlier: words = [] }) => words.map((word) => [word, id]));
    const now = Object.fromEntries(terms.map(({ id, label }) => [id, label]));
    return this.ids.labels(now, { ...before, ...Object.fromEntries(earlier) }, ...key);
  }

  /** Where it stands among the settings; null in a file that is older than the choice. */
  setting(cells, usual, labels, ...key) {
    if (this.ids.cells.size > 0) return this.ids.cell(this.places.settings, ...key);
    const beside = [...cells.keys()].find((cell) =>
      /^A\d/.test(cell) && labels.includes(textAt(cells, cell))
    );
    return beside === undefined ? usual : `B${rowOf(beside)}`;
  }

  /** Whole won; null for money that is not known yet; undefined where nothing stands. */
  amount(sheet, cells, name) {
    const { text, number, lacking } = at(cells, name);
    if (text.trim() === "") return undefined;
    if (lacking) this.wrong(sheet, name, NOT_COUNTED);
    else if (trimmed(text) === this.places.undecided) return null;
    else if (number !== null && Number.isInteger(number) && number >= 0 && number <= MOST_WON) return number;
    else {this.wrong(
        sheet,
        name,
        `‘${
          shown(text)
        }’: 금액이 아니에요. 0 이상의 정수(원)로 적고, 아직 모르면 ‘${this.places.undecided}’이라고 적어 주세요.`,
      );}
    return null;
  }

  /**
   * The column of each fund that the file has: where it says, else under its head as it is or was; null where
   * its head is another.
   * @returns {[string, string | null][]}
   */
  fundColumns(cells) {
    const { first, funds, lines } = this.places;
    const row = first - 1;
    const heads = new Map(
      [...cells.keys()].filter((cell) => rowOf(cell) === row).map((
        cell,
      ) => [columnOf(cell), textAt(cells, cell)]),
    );
    return Object.entries(funds).flatMap(([fund, names]) => {
      const own = this.ids.cell(lines, "fund", fund);
      if (own === null && this.ids.cells.size > 0) return [];
      const known = [...names, this.ids.words.get(`fund/${fund}`) ?? ""].filter(Boolean);
      const found = (own === null ? [...heads.keys()] : [columnOf(own)]).find((one) =>
        known.includes(heads.get(one))
      );
      return [[fund, found ?? null]];
    });
  }
}
