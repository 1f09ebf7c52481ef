/**
 * A table as a form's list of people: which column fills which of the form's fields. Names come too; they
 * stay in this page.
 */

import { bare, names, NO_MONEY } from "./list.js";

const OTHERS = "다른 표에 명단이 있어 빼 두었어요. 이 표에 다른 사람이 있으면 고르세요.";
const ROLES = new Set(["person", "position", "side", "sex"]); // what the reader of members tells columns by

/**
 * @typedef {{id: string, label: string, earlier: string[], choices: string[]}} Field of the list, without its number
 * @typedef {{row: number, values: Record<string, string>}} Line
 */

/**
 * What a field asks for in the reader's words: by its choices, else by its name.
 * @param {any} reader the reader of tables
 * @param {Field} field
 */
function asks({ headings: { meaningsOf, taken } }, { label, choices }) {
  const among = choices.flatMap(meaningsOf).map(({ says }) => says);
  return among.includes("member")
    ? "side"
    : among.includes("sex-value")
    ? "sex"
    : taken(label).last?.says ?? null;
}

/**
 * The fields by column: first those of the same name, then those that ask for the same.
 * @param {Field[]} fields
 * @returns {Record<number, string>}
 */
function rolesOf(reader, { columns, roles }, fields) {
  /** @type {Record<number, string>} */
  const found = {};
  const isFree = ({ id }) => !Object.values(found).includes(id);
  const give = (fits) =>
    columns.filter(({ at }) => !(at in found)).forEach((column) => {
      const field = fields.filter(isFree).find((one) => fits(column, one));
      if (field) found[column.at] = field.id;
    });
  give(({ name }, field) => names(field, name));
  give(({ at }, field) => at in roles && roles[at] === asks(reader, field));
  give(({ says, filled }, field) => filled > 0 && ROLES.has(says) && says === asks(reader, field));
  return found;
}

/** A list without heads: its columns stand as in the form, with or without the number. */
function inOrder({ grid, body }, fields) {
  const isNumbered = body.every((row) => /^\d*$/.test(grid.cells[row][0]?.text.trim() ?? ""));
  return Object.fromEntries(
    fields.map(({ id }, at) => [at + (isNumbered ? 1 : 0), id]).filter(([at]) => at < grid.width),
  );
}

/** What is chosen for the form's fields, as the reader of members hears it. */
function heard(reader, roles, fields) {
  const said = (id) => asks(reader, fields.find((field) => field.id === id) ?? { label: "", choices: [] });
  return Object.fromEntries(
    Object.entries(roles).map(([at, id]) => [at, ROLES.has(said(id)) ? said(id) : ""]),
  );
}

/** The one choice of the form that means what the reader found; null when there are several or none. */
function choiceOf({ headings: { meaningsOf, taken } }, choices, { says, means, exOfficio = false }) {
  const fitting = choices.filter((choice) =>
    meaningsOf(choice).some((one) => one.says === says && one.means === means)
  );
  const seated = (choice) => taken(choice).inner.some((one) => one.says === "seat");
  const wanted = fitting.filter((choice) => seated(choice) === (exOfficio && fitting.some(seated)));
  return wanted.length === 1 ? wanted[0] : null;
}

/**
 * What stands in a field with choices: one of these, where the table says it in other words or not at all.
 */
function chosenText(reader, field, own, person) {
  if (field.choices.some((choice) => own.startsWith(choice))) return own;
  const wanted = {
    side: { says: "member", means: person.side, exOfficio: person.seat === "ex-officio" },
    sex: { says: "sex-value", means: person.sex },
  }[asks(reader, field)];
  return (wanted && choiceOf(reader, field.choices, wanted)) ?? own;
}

function linesOf(reader, read, roles, fields) {
  const { grid: { cells } } = read.table;
  return read.rows.filter(({ take }) => take).map((person) => {
    const own = (id) => {
      const at = Object.keys(roles).find((one) => roles[one] === id);
      const cell = at === undefined ? null : cells[person.row][at];
      return cell ? reader.text.inLine(cell.long ?? cell.text) : "";
    };
    const values = fields.map((
      field,
    ) => [field.id, field.choices.length ? chosenText(reader, field, own(field.id), person) : own(field.id)]);
    return { row: person.row, values: Object.fromEntries(values.filter(([, text]) => text !== "")) };
  });
}

/** Columns that the form has no field for, and fields that no column fills. */
function notesOf({ columns }, roles, fields) {
  const names = (list) => list.map((name) => `‘${name}’`).join(", ");
  const out = columns.filter(({ at, name, filled, says }) =>
    !(at in roles) && filled > 0 && name !== "" && says !== "serial"
  ).map(({ name }) => name);
  const blank = fields.filter(({ id }) => !Object.values(roles).includes(id)).map(({ label }) => label);
  return [
    ...out.length ? [`${names(out)} 열은 서식에 칸이 없어 넣지 않아요.`] : [],
    ...blank.length ? [`${names(blank)} 칸은 비어 있어요.`] : [],
  ];
}

/**
 * @param {any} reader the reader of tables (assets/table/reader.js)
 * @param {Field[]} fields
 * @returns {import("../table/pieces.js").Pieces<import("../table/purposes.js").View>}
 */
function* viewOf(reader, table, fields, chosen = {}) {
  const first = yield* reader.readPeople(table);
  const guessed = table.heads.length > 0 ? rolesOf(reader, first, fields) : inOrder(table, fields);
  const roles = { ...guessed, ...chosen.roles };
  for (const [at, id] of Object.entries(roles)) if (id === "") delete roles[at];
  const read = yield* reader.readPeople(table, { take: chosen.take, roles: heard(reader, roles, fields) });
  const lines = linesOf(reader, read, roles, fields);
  const { hidden } = table.grid;
  const shown = (row, at) => {
    const cell = table.grid.cells[row][at];
    return cell.row === row && cell.column === at ? reader.text.inLine(cell.text) : "";
  };
  return {
    ...NO_MONEY,
    table,
    columns: read.columns,
    roles,
    rows: read.rows,
    use: lines.length > 0 && !hidden,
    why: hidden ? reader.HIDDEN : "",
    shown,
    lines,
    notes: notesOf(read, roles, fields),
  };
}

/**
 * Of several tables the longest list comes in, and those that go on with it under the same heads with other
 * people (민간위원, 행정위원 by themselves).
 */
function withoutOthers(views) {
  const heads = ({ table }) => table.names.map(bare).join("|");
  const [longest] = views.filter(({ use }) => use).sort((one, other) =>
    other.lines.length - one.lines.length
  );
  const listed = new Set(longest?.lines.map(({ values }) => JSON.stringify(values)));
  const goesOn = (one) =>
    heads(one) === heads(longest) && !one.lines.some(({ values }) => listed.has(JSON.stringify(values)));
  for (const one of views) {
    if (one.use && one !== longest && !goesOn(one)) Object.assign(one, { use: false, why: OTHERS });
  }
  return views;
}

/**
 * What reads lists of people for a form. @param {any} reader @param {Field[]} fields the first is the name
 * @param {Omit<import("../table/purposes.js").Purpose, "roles" | "views" | "read" | "nothing" | "hasMoney">}
 *   words
 * @returns {import("../table/purposes.js").Purpose}
 */
export function forList(reader, fields, words) {
  const [name] = fields;
  function* holds(table) {
    const { lines, roles } = yield* viewOf(reader, table, fields);
    return lines.length > 0 && Object.values(roles).includes(name.id) && Object.keys(roles).length > 1;
  }
  function* views(grids) {
    const tables = (yield* reader.pieces.eachOf(grids, (grid) => reader.tablesOf(grid, holds))).flat();
    const found = [];
    for (const table of tables) if (yield* holds(table)) found.push(yield* viewOf(reader, table, fields));
    return withoutOthers(found);
  }
  return {
    ...words,
    hasMoney: false,
    roles: fields.map(({ id, label }) => ({ id, label })),
    nothing: `‘${name.label}’ 열이 있는 명단을 찾지 못했어요. 머리글과 함께 복사해 주세요.`,
    views,
    read: (table, chosen) => viewOf(reader, table, fields, chosen),
  };
}
