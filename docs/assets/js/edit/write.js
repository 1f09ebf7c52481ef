/**
 * Values as YAML that `make check` reads as they were meant: what could be taken for something else is
 * quoted.
 */

// As macros/reading/yaml_file.py: only these first letters can begin a number, a date, a truth value or
// nothing at all.
const SUSPECT = /^[0-9+\-.~tTfFyYnNoO]/;
const HARMLESS =
  /^(?:\d{1,3}%|(?!(?:true|false|yes|no|on|off|y|n|null)$)[tfyno].*|\d{1,3}(?:일|근무일|개월))$/i;
const OPENS = /^[“”„‘’‚０-９\s"'`@%&*!|>?:\-#,[\]{}]/;
const INSIDE = /: |:$| #|[\n\t]|\s$/;
const IN_FLOW = /[,[\]{}]|:(?=["'])/;

/** A scalar in one line. `flow`: it stands within brackets. */
export function scalar(value, flow) {
  if (typeof value !== "string") return String(value);
  const safe = value !== "" && !OPENS.test(value) && !INSIDE.test(value) &&
    (!SUSPECT.test(value) || HARMLESS.test(value)) && !(flow && IN_FLOW.test(value));
  return safe ? value : `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, " ").replace(/\t/g, " ")}"`;
}

/** Any value within brackets. */
export function flow(value) {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{${Object.entries(value).map(([key, one]) => `${scalar(key, true)}: ${flow(one)}`).join(", ")}}`;
  }
  return scalar(value, true);
}

/**
 * What follows `key:` in a block whose keys stand at `column`. A list of texts or groups gets a line for
 * each.
 */
export function after(value, column) {
  if (Array.isArray(value) && value.length) {
    return value.map((one) => `\n${" ".repeat(column + 2)}- ${item(one)}`).join("");
  }
  return ` ${item(value)}`;
}

/** An item of a block list, in one line. */
export function item(value) {
  return value !== null && typeof value === "object" ? flow(value) : scalar(value, false);
}

/**
 * A text of several lines in one. From where blanks begin only: a long run without an end of line is looked
 * at once.
 */
export const oneLine = (text) => text.replace(/(?<!\s)\s*\n\s*/g, " ");
