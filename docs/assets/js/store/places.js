/**
 * Places in plain values, named by a path: a key of a record, an id in a list of records, a number in another
 * list. Pure.
 */

import { equal, hasIds, isList, isRecord, keysOf, of } from "./merge.js";

const indexOf = (list, step) => (typeof step === "number" ? step : list.findIndex((one) => one?.id === step));

function inner(value, step) {
  if (isList(value)) return value[indexOf(value, step)];
  return isRecord(value) ? of(value, step) : undefined;
}

/** What stands at a place, or undefined. */
export const at = (value, path) => path.reduce(inner, value);

/**
 * The value with another at a place, or without what stands there (undefined).
 * @param {any} value @param {(string | number)[]} path @param {any} other
 */
export function put(value, path, other) {
  const [step, ...rest] = path;
  if (step === undefined) return other;
  const next = put(inner(value, step), rest, other);
  if (!isList(value)) {
    const { [step]: _, ...others } = isRecord(value) ? value : {};
    return next === undefined ? others : { ...value, [step]: next };
  }
  const place = indexOf(value, step);
  if (place < 0 || place >= value.length) {
    return rest.length > 0 || other === undefined ? value : [...value, other];
  }
  return value.flatMap((one, index) => (index !== place ? [one] : next === undefined ? [] : [next]));
}

/**
 * Where two values differ, down to what is no list and no record.
 * @returns {{path: (string | number)[], one: any, two: any}[]}
 */
export function differences(one, two, path = []) {
  if (equal(one, two)) return [];
  const records = isRecord(one) && isRecord(two);
  if (!records && !(isList(one) && isList(two))) return [{ path, one, two }];
  const steps = records
    ? keysOf(one, two)
    : hasIds([...one, ...two])
    ? [...new Set([...one, ...two].map(({ id }) => id))]
    : [...Array(Math.max(one.length, two.length)).keys()];
  return steps.flatMap((step) => differences(inner(one, step), inner(two, step), [...path, step]));
}
