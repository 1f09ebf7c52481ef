/**
 * Several members' plans as one. What only one of them says is taken; where two say different things, both
 * are kept side by side until somebody chooses. The order of the members changes nothing but which value
 * stands meanwhile.
 */

import { dict, FIELDS, joinTexts, TEXTS, withField } from "./entry.js";

/**
 * @typedef {{item: string, field: string, options: {value: string, from: number[]}[]}} Conflict
 */

/** The values of a field with who said them (the plans' places in the list). */
function optionsOf(plans, item, field) {
  const options = new Map();
  plans.forEach((plan, from) => {
    const value = plan.items[item]?.[field];
    if (value) options.set(value, [...(options.get(value) ?? []), from]);
  });
  return [...options].map(([value, from]) => ({ value, from }));
}

/** One item of all plans: its entry (the first plan's word where they differ) and its conflicts. */
function mergeItem(plans, item) {
  /** @type {import("./entry.js").Entry} */
  const entry = {};
  const conflicts = [];
  for (const field of [...Object.keys(FIELDS), "move"]) {
    const options = optionsOf(plans, item, field);
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
  const ids = [...new Set(plans.flatMap((plan) => Object.keys(plan.items)))].sort();
  const merged = ids.map((id) => ({ id, ...mergeItem(plans, id) }));
  return {
    plan: {
      ...plans[0],
      moves: [...new Set(plans.flatMap((plan) => plan.moves))].sort(),
      items: dict(merged.map(({ id, entry }) => [id, entry])),
    },
    conflicts: merged.flatMap(({ conflicts }) => conflicts),
  };
}

/** All that was said in a text, or null for what can have one value only. */
export function both({ field, options }) {
  return field in TEXTS ? joinTexts(field, options.map(({ value }) => value)) : null;
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

/**
 * Without asking: texts are joined, of anything else the first plan's word holds. For what two tabs did at
 * once.
 */
export function together(plans) {
  const { plan, conflicts } = merge(plans);
  return resolve(
    plan,
    conflicts.map((conflict) => ({ ...conflict, value: both(conflict) ?? conflict.options[0].value })),
  );
}
