/**
 * The gate: all that comes into a page from outside (link, file, storage, paste, dropped file) passes through
 * it. Here: the one table of limits, and what a refusal is.
 */

/**
 * How much is taken. Real plans stay below: the largest have fewer than 60 projects and 300 lines, a
 * district's own some 30 and 200.
 */
export const LIMITS = Object.freeze({
  bytes: 2_000_000, // a file, a stored text (in signs), what a link holds when it is unpacked
  archive: 20_000_000, // a file of packed parts: workbooks, documents with pictures
  unpacked: 40_000_000, // what its parts hold when they are unpacked
  fragment: 200_000, // signs of a link behind #; mail and chat programs cut at some 8,000
  depth: 12, // lists and records within each other
  values: 60_000, // values in one document
  name: 120, // signs of a key or an id
  label: 300, // signs of a text of one line
  text: 20_000, // signs of a text of several lines
  rare: 200_000, // signs of all texts of one document that hold other letters than usual ones (text.js)
  projects: 90, // of a budget plan
  lines: 450, // of a budget plan, all projects together
  entries: 500, // answers, choices, fields by id
  rows: 100, // lines or agendas of a tool's sheet
  plans: 50, // checklist plans
  noted: 800, // items with something noted of one checklist plan; all checklists together have some 550
  items: 2_100, // the same, all checklist plans together
  pasted: 200_000, // signs of pasted text
  html: 2_000_000, // signs of pasted HTML
  elements: 60_000, // cells, rows and paragraphs of pasted HTML
  tables: 300, // of a document
  tableRows: 2_000, // of a pasted table
  tableColumns: 100,
  tableCells: 20_000, // cells of a pasted table; a merged one counts for each place that it covers
});

const LONG = new Set(["자", "바이트"]); // what is measured so is long; all else is many
export const UNEXPECTED = "예상하지 못한 내용이라 열지 못했어요.";

/** A refusal: its message is a sentence for the reader. */
export class Refusal extends Error {}

/**
 * @param {any} condition
 * @param {string | (() => string)} sentence what the reader is told when it does not hold; a function where
 *   it costs something
 */
export function demand(condition, sentence) {
  if (!condition) throw new Refusal(typeof sentence === "string" ? sentence : sentence());
}

export const counted = (number) => number.toLocaleString("ko-KR");

/**
 * What is over a limit, in one sentence.
 * @param {string} what
 * @param {number} most
 * @param {string} unit 개, 자, 줄
 */
export const over = (what, most, unit) => () =>
  `${what} 너무 ${LONG.has(unit) ? "길어요" : "많아요"}. ${counted(most)}${unit}까지 열 수 있어요.`;

/**
 * Runs a reader. Whatever it throws is a refusal: what was not foreseen too.
 * @template T
 * @param {() => T} read
 * @returns {{value: T | null, problem: string | null}}
 */
export function guarded(read) {
  try {
    return { value: read(), problem: null };
  } catch (error) {
    // For who mends it; the reader gets a sentence.
    if (!(error instanceof Refusal)) globalThis.console?.warn(error);
    return { value: null, problem: error instanceof Refusal ? error.message : UNEXPECTED };
  }
}

/** The same for a reader that takes time. @template T @param {() => Promise<T>} read */
export async function guardedLater(read) {
  try {
    const value = await read();
    return { value, problem: null };
  } catch (error) {
    return guarded(() => {
      throw error;
    });
  }
}
