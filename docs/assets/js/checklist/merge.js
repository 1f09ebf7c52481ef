/**
 * Several members' plans as one. What only one of them says is taken; where two say different things, both
 * are kept side by side until somebody chooses. The order of the members changes nothing but which value
 * stands meanwhile.
 */

import { dict, FIELDS, joinTexts, TEXTS, withField } from "./entry.js";
import { MOST } from "./file.js";

const MOST_JOINED = 4; // so many times a text's length is compared line by line, no more

/**
 * @typedef {{item: string, field: string, options: {value: string, from: number[]}[]}} Conflict
 */

/**
 * What stands under each item, with the place of its plan in the list.
 * @param {import("./file.js").Plan[]} plans
 */
function entriesOf(plans) {
  /** @type {Map<string, {entry: import("./entry.js").Entry, from: number}[]>} */
  const found = new Map();
  plans.forEach((plan, from) => {
    for (const [item, entry] of Object.entries(plan.items)) {
      const there = found.get(item);
      if (there) there.push({ entry, from });
      else found.set(item, [{ entry, from }]);
    }
  });
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The values of a field with who said them (the plans' places in the list). */
function optionsOf(said, field) {
  const options = new Map();
  for (const { entry, from } of said) {
    const value = entry[field];
    if (value) options.set(value, [...(options.get(value) ?? []), from]);
  }
  return [...options].map(([value, from]) => ({ value, from }));
}

/** One item of all plans: its entry (the first plan's word where they differ) and its conflicts. */
function mergeItem(item, said) {
  /** @type {import("./entry.js").Entry} */
  const entry = {};
  const conflicts = [];
  for (const field of [...Object.keys(FIELDS), "move"]) {
    const options = optionsOf(said, field);
    if (options.length === 0) continue;
    if (field === "move") entry.move = options.map(({ value }) => value).sort()[0];
    else entry[field] = options[0].value;
    if (options.length > 1 && field !== "move") conflicts.push({ item, field, options });
  }
  return { entry, conflicts };
}

/**
 * @param {import("./file.js").Plan[]} plans the first gives its name
 * @returns {{plan: import("./file.js").Plan, conflicts: Conflict[]}}
 */
export function merge(plans) {
  if (plans.length === 1) {
    return { plan: { ...plans[0], moves: [...new Set(plans[0].moves)].sort() }, conflicts: [] };
  }
  const merged = entriesOf(plans).map(([id, said]) => ({ id, ...mergeItem(id, said) }));
  return {
    plan: {
      ...plans[0],
      moves: [...new Set(plans.flatMap((plan) => plan.moves))].sort(),
      items: dict(merged.map(({ id, entry }) => [id, entry])),
    },
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  };
}

/** All that was said in a text; null for what can have one value only, and where it is too long for one text. */
export function both({ field, options }) {
  const said = options.map(({ value }) => value);
  if (!(field in TEXTS) || said.join("").length > MOST_JOINED * MOST[field]) return null;
  const joined = joinTexts(field, said);
  return joined.length <= MOST[field] ? joined : null;
}

/**
 * The plan with each conflict's chosen value.
 * @param {{item: string, field: string, value: string}[]} chosen
 */
export function resolve(plan, chosen) {
  const items = dict(Object.entries(plan.items));
  for (const { item, field, value } of chosen) items[item] = withField(items[item], field, value);
  return { ...plan, items };
}
