/**
 * A form with everything that is known in its places, and the places that are open.
 */

import { compose, openMark } from "./known.js";
import * as packageList from "./list.js";

/**
 * @typedef {{what: string, where: string, clause: string, how: string}} Open a place that nobody has filled
 * @typedef {{values: import("../office/fill.js").Values, open: Open[], filled: number}} Filled
 */

const columnsOf = (block) => block.fields.map(({ earlier, id, label }) => ({ earlier, id, label }));

/** The people on the form's list. @returns {Record<string, string>[]} */
export function peopleOf(form, state) {
  const list = form.blocks.find(({ layout }) => layout === "list");
  return list ? packageList.rowsOf(state.lists[form.id] ?? "", columnsOf(list)) : [];
}

/** What stands in a field that is typed, chosen or composed. @returns {import("./known.js").Said} */
function fieldText(field, view) {
  const { state, textOf, labelOf } = view;
  if (field.printed) return { text: field.printed, open: [] };
  const typed = (state.texts[field.value] ?? "").trim();
  if (typed !== "" && field.options.length > 0) return compose(typed, textOf, labelOf);
  if (typed !== "") return { text: typed, open: [] };
  return field.pattern
    ? compose(field.pattern, textOf, labelOf)
    : { text: openMark(field.label), open: [field.label] };
}

/** The numbers above a list: of the list, or of the roster for the council's form. */
function countText(form, field, view) {
  const rows = view.people[form.id];
  const found = rows.length > 0
    ? packageList.counted(rows, field.counts)
    : view.councilForm?.id === form.id
    ? view.numbers[field.id] ?? null
    : null;
  return found === null ? { text: openMark(field.label), open: [field.label] } : { text: found, open: [] };
}

function cellText(field, column, view) {
  const typed = (view.state.texts[`${field.value}.${column}`] ?? "").trim();
  return typed === ""
    ? { text: openMark(column), open: [`${field.label} ${column}`] }
    : { text: typed, open: [] };
}

/**
 * The places of a block: by the name of the mark what it says.
 * @returns {[string, any, import("./known.js").Said][]}
 */
function placesOf(form, block, view) {
  if (block.layout === "list") return [];
  return block.fields.flatMap((field) => {
    if (block.layout === "matrix") {
      return block.columns.map((
        column,
        at,
      ) => [`field.${field.id}-${at}`, field, cellText(field, column, view)]);
    }
    return [[
      `field.${field.id}`,
      field,
      field.counts === null ? fieldText(field, view) : countText(form, field, view),
    ]];
  });
}

/** A list without people says so in its first row. */
function rowsFor(form, block, view) {
  const rows = view.people[form.id];
  if (rows.length > 0) return { rows, open: [] };
  const name = block.fields[1];
  return { rows: [{ [block.fields[0].id]: "1", [name.id]: openMark(block.title) }], open: [block.title] };
}

/** @param {any} form @param {any} view @returns {Filled} */
export function fillForm(form, view) {
  /** @type {Record<string, string>} */
  const fields = {};
  /** @type {Record<string, Record<string, string>[]>} */
  const lists = {};
  const open = [];
  let filled = 0;
  const name = [form.number, form.title].filter(Boolean).join(" ");
  const note = (block, lacks, field) =>
    lacks.forEach((what) =>
      open.push({
        what,
        where: `${name} › ${block.title}`,
        clause: field?.clause ?? form.clause,
        how: field?.wants ?? "",
      })
    );
  for (const block of form.blocks) {
    for (const [mark, field, said] of placesOf(form, block, view)) {
      fields[mark] = said.text;
      filled += said.open.length === 0 ? 1 : 0;
      note(block, said.open, field);
    }
    if (block.layout !== "list") continue;
    const { rows, open: lacks } = rowsFor(form, block, view);
    lists.rows = rows;
    filled += lacks.length === 0 ? 1 : 0;
    note(block, lacks, null);
  }
  return { values: { fields, lists }, open, filled };
}
