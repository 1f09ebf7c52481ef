/**
 * What the reader chose, in the form and in the address (`#from=submission&date=2021-07-09`), so that a link
 * carries it.
 *
 * A state: {from, date, name, sides, rest, city}. `date` is a day number or null.
 */

import { clean } from "../gate/text.js";
import * as days from "./days.js";

const MOST_SIGNS = 2_000; // of an address; what the form writes is far shorter
const MOST_NAME = 40;

/** The form's inputs that a selector finds. @returns {NodeListOf<HTMLInputElement>} */
const inputsOf = (form, selector) => form.querySelectorAll(`input${selector}`);

/**
 * The fields of which there is one each.
 * @param {HTMLFormElement} form @returns {Record<"date" | "name" | "city", HTMLInputElement>}
 */
const fieldsOf = (form) => {
  const [date, name, city] = ["date", "name", "city"].map((one) => inputsOf(form, `[name="${one}"]`)[0]);
  return { date, name, city };
};

function checked(form, name) {
  return [...inputsOf(form, `[name="${name}"]:checked`)].map((input) => input.value);
}

/** @param {HTMLFormElement} form */
export function read(form) {
  const { date, name, city } = fieldsOf(form);
  return {
    from: checked(form, "from")[0],
    date: days.parse(date.value),
    name: name.value.trim(),
    sides: checked(form, "side"),
    rest: checked(form, "rest")[0],
    city: city.checked,
  };
}

/** Only what differs from the form as it stands when nobody has touched it. */
export function toHash(state, allSides) {
  const found = new URLSearchParams({ from: state.from, date: days.iso(state.date) });
  if (state.name) found.set("name", state.name);
  if (state.rest !== "earlier") found.set("rest", state.rest);
  if (state.sides.length !== allSides) found.set("side", state.sides.join(","));
  if (!state.city) found.set("city", "no");
  return `#${found}`;
}

/** What stands in the form as it is kept: every choice by itself, so that two tabs' choices can be joined. */
export function choices(form) {
  const { date, name, city } = fieldsOf(form);
  const sides = [...inputsOf(form, '[name="side"]')].map(({ value, checked: chosen }) => [value, chosen]);
  return {
    from: checked(form, "from")[0],
    date: date.value,
    name: name.value.trim(),
    sides: Object.fromEntries(sides),
    rest: checked(form, "rest")[0],
    city: city.checked,
  };
}

/**
 * Fills the form with what was kept; what is being typed into the name is not touched when it says the same.
 */
export function fill(form, state) {
  const { date, name, city } = fieldsOf(form);
  choose(form, "from", [state.from]);
  choose(form, "rest", [state.rest]);
  inputsOf(form, '[name="side"]').forEach((input) => {
    input.checked = state.sides[input.value] ?? true;
  });
  city.checked = state.city;
  if (date.value !== state.date) date.value = state.date;
  if (name.value.trim() !== state.name) name.value = state.name;
}

function choose(form, name, values) {
  const inputs = [...inputsOf(form, `[name="${name}"]`)];
  if (!inputs.some((input) => values.includes(input.value))) return;
  for (const input of inputs) input.checked = values.includes(input.value);
}

/**
 * Fills the form from the address; what the address does not know stays as it is. Returns whether it knows
 * anything.
 */
export function fromHash(form, hash) {
  const found = new URLSearchParams(hash.length > MOST_SIGNS ? "" : hash.slice(1));
  if (!found.has("from")) return false;
  choose(form, "from", [found.get("from")]);
  if (found.has("rest")) choose(form, "rest", [found.get("rest")]);
  if (found.has("side")) choose(form, "side", found.get("side").split(","));
  const { date, name, city } = fieldsOf(form);
  city.checked = found.get("city") !== "no";
  name.value = clean(found.get("name") ?? "").slice(0, MOST_NAME);
  if (days.parse(found.get("date") ?? "") !== null) date.value = found.get("date");
  return true;
}
