/**
 * Tables whose stages stand below each other (당초, 변경, 증감 as rows of one project): laid out with a column for
 * each stage, as others are.
 */

import { columnsOf } from "./columns.js";
import { layOut, ownCells } from "./grid.js";
import { meaningsOf, taken } from "./headings.js";
import { labelColumns } from "./rows.js";
import { inLine, squeezed } from "./text.js";

/** @typedef {import("./find.js").Table} Table @typedef {import("./columns.js").Column} Column */

const OTHERS = new Set(["whole", "sum"]); // `예산` beside 집행 and 잔액, `계` beside 기정 and 추경

const MOST_STAGES = 8; // texts of a column of stages

/**
 * What a text says of the time of an amount: `stage`, `other`, or null for what says something else.
 * @param {string} text
 */
function stageWord(text) {
  const known = meaningsOf(text);
  if (known.some(({ says }) => says === "stage")) return "stage";
  if (known.some(({ says }) => OTHERS.has(says))) return "other";
  const { all, unknown } = taken(text);
  return unknown === 0 && all.some(({ says }) => says === "stage") ? "stage" : null;
}

/**
 * The column whose cells are stages, each for several rows or beside a project.
 * @param {Table} table
 * @param {Column[]} columns
 */
function stageColumn({ grid, body }, columns) {
  return columns.find(({ at, kind }) => {
    if (kind !== "text") return false;
    const texts = [...new Set(body.map((row) => squeezed(grid.cells[row][at].text)).filter(Boolean))];
    if (texts.length > MOST_STAGES) return false; // not told of thousands of texts what they might say
    const words = texts.map(stageWord);
    return words.filter((word) => word === "stage").length >= 2 && words.every((word) => word !== null);
  }) ?? null;
}

/** Each row with its stage and what it is a row of: names carried down blank cells, from the left. */
function placesOf({ grid, body }, labels, stage) {
  const kept = [];
  return body.map((row) => {
    labels.forEach(({ at }, index) => {
      const text = inLine(grid.cells[row][at].text);
      if (text === "") return;
      if (text !== kept[index]) kept.length = index;
      kept[index] = text;
    });
    const place = {
      row,
      stage: inLine(grid.cells[row][stage.at].text) || kept[labels.indexOf(stage)] || "",
      names: labels.map((one, index) => (one === stage ? "" : kept[index] ?? "")),
    };
    return { ...place, key: place.names.map(squeezed).join("\n") };
  });
}

/**
 * Rows of one thing together, each stage once.
 * @returns {{key: string, names: string[], rows: Map<string, number>}[] | null} `rows`: by stage the row;
 *   null where a row has none
 */
function groupsOf(places) {
  const found = [];
  for (const { row, stage, key, names } of places) {
    if (stage === "") return null;
    const open = found.find((one) => one.key === key && !one.rows.has(stage));
    if (open) open.rows.set(stage, row);
    else found.push({ key, names, rows: new Map([[stage, row]]) });
  }
  return found;
}

/**
 * The first text of a group's rows in a column that names nothing.
 * @param {Tables.Grid} grid
 * @param {number} at
 */
const firstText = (grid, rows, at) =>
  rows.map((row) => grid.cells[row][at].text).find((text) => text.trim() !== "") ?? "";

/**
 * The table without rows of text alone (notes below it), which are no row of anything.
 * @param {Table} table
 * @param {Column[]} columns
 */
function withoutNotes(table, columns) {
  const { grid, body, notes } = table;
  /** @param {number} row */
  const isRow = (row) =>
    columns.some(({ at, numeric }) => numeric && grid.cells[row][at].text.trim() !== "") ||
    ownCells(grid, row).length > 1;
  const texts = body.filter((row) => !isRow(row)).flatMap((row) =>
    ownCells(grid, row).map(({ text }) => text)
  );
  return { ...table, body: body.filter(isRow), notes: [...texts, ...notes] };
}

/** A table with its stages side by side. @param {Tables.Table} table @param {Tables.Column[]} columns */
function laidOut(table, columns, stage, labels, groups) {
  const { grid } = table;
  const stages = [...new Set(groups.flatMap(({ rows }) => [...rows.keys()]))];
  const plain = columns.filter((one) => one !== stage && !one.numeric);
  const wide = stages.flatMap((name) =>
    columns.filter(({ numeric, says }) => numeric && says !== "serial").map((column) => ({
      name,
      at: column.at,
    }))
  );
  const cell = ({ at }, { rows, names }) => ({
    text: labels.some((one) => one.at === at)
      ? names[labels.findIndex((one) => one.at === at)]
      : firstText(grid, [...rows.values()], at),
  });
  const worth = (
    { name, at },
    { rows },
  ) => (rows.has(name)
    ? (({ text, long = text, counted }) => ({ text: long, counted }))(grid.cells[rows.get(name)][at])
    : { text: "" });
  const parts = [
    ...plain.map(({ at }) => table.parts[at]),
    ...wide.map(({ name, at }) => [name, ...table.parts[at]]),
  ];
  const names = parts.map((texts) => texts.join(" "));
  const rows = [
    names.map((text) => ({ text })),
    ...groups.map((group) => [
      ...plain.map((column) => cell(column, group)),
      ...wide.map((column) => worth(column, group)),
    ]),
  ];
  const { before, after, name, hidden, told } = grid;
  return {
    ...table,
    grid: { ...layOut(rows, { before, after, name }), hidden, told },
    heads: [0],
    parts,
    names,
    body: groups.map((_, at) => at + 1),
    isTurned: true,
  };
}

/** @param {Table} table @returns {Table} the same where stages are no rows */
export function withStageColumns(table) {
  if (table.heads.length === 0) return table;
  const columns = columnsOf(table);
  const rows = withoutNotes(table, columns);
  const stage = stageColumn(rows, columns);
  const labels = labelColumns(columns).filter(({ says }) => says !== "serial");
  // Where nothing else names the rows, names may stand in the heads: then these are to say money.
  const money = columns.filter(({ kind, says }) => kind === "money" && (labels.length > 1 || says !== "sum"));
  if (stage === null || money.length === 0) return table;
  const groups = labels.includes(stage) ? groupsOf(placesOf(rows, labels, stage)) : null;
  const isShared = groups !== null && groups.some(({ rows }) => rows.size > 1);
  return isShared ? laidOut(rows, columns, stage, labels, groups) : table;
}
