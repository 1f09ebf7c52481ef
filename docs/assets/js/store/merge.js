/**
 * Two versions of plain values, made from one: what only one of them changed is taken from it; what both
 * changed in different ways stays as it is in the first, and is listed with the other's value until somebody
 * chooses. Pure.
 */

/**
 * @typedef {{path: (string | number)[], other?: any}} Clash where both changed something: a key of a record,
 *   an id in a list of records; `other` is the second version's value, left out when it took away what stood
 *   there
 * @typedef {{value: any, clashes: Clash[]}} Merged
 */

export const isList = Array.isArray;
export const isRecord = (value) => value !== null && typeof value === "object" && !isList(value);
export const hasIds = (list) => list.every((one) => typeof one?.id === "string");
export const of = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);
export const keysOf = (...records) => [...new Set(records.flatMap((record) => Object.keys(record)))];

/** Whether two values are the same; a field that is left out is the same as one that holds nothing. */
export function equal(one, two) {
  if (one === two) return true;
  if (isList(one) && isList(two)) {
    return one.length === two.length && one.every((each, at) => equal(each, two[at]));
  }
  if (!isRecord(one) || !isRecord(two)) return false;
  return keysOf(one, two).every((key) => equal(of(one, key), of(two, key)));
}

function mergeRecords(base, mine, theirs, path) {
  const value = {};
  const clashes = [];
  for (const key of keysOf(mine, theirs)) {
    const found = merge(of(base, key), of(mine, key), of(theirs, key), [...path, key]);
    if (found.value !== undefined) value[key] = found.value;
    clashes.push(...found.clashes);
  }
  return { value, clashes };
}

/** Where a record that only the second list has goes in: behind the one that stands before it there. */
function placeFor(value, theirs, at) {
  const ids = value.map(({ id }) => id);
  const before = theirs.slice(0, at).reverse().find(({ id }) => ids.includes(id));
  return before ? ids.indexOf(before.id) + 1 : ids.length;
}

/** Lists of records with ids. What both added under one id are two records, and both stay. */
function mergeById(base, mine, theirs, path) {
  const [was, here, there] = [base, mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])));
  const doubled = ({ id }) =>
    !was.has(id) && here.has(id) && there.has(id) && !equal(here.get(id), there.get(id));
  const clashes = [];
  const joined = (one) => {
    if (doubled(one)) return [one];
    const found = merge(was.get(one.id), here.get(one.id), there.get(one.id), [...path, one.id]);
    clashes.push(...found.clashes);
    return found.value === undefined ? [] : [found.value];
  };
  const value = mine.flatMap(joined);
  theirs.forEach((one, at) => {
    if (here.has(one.id) && !doubled(one)) return;
    value.splice(doubled(one) ? value.length : placeFor(value, theirs, at), 0, ...joined(one));
  });
  return { value, clashes };
}

/**
 * Other lists: row by row while both are as long as before; what both put behind the last row stays, one
 * behind the other. A row has no name, so that what is not settled is the whole list.
 */
function mergeRows(base, mine, theirs, path) {
  const rowsOf = (one, two) => base.map((row, at) => merge(row, one[at], two[at]));
  if (mine.length === base.length && theirs.length === base.length) {
    const rows = rowsOf(mine, theirs);
    const settled = rows.every(({ clashes }) => clashes.length === 0);
    return {
      value: rows.map(({ value }) => value),
      clashes: settled ? [] : [{ path, other: rowsOf(theirs, mine).map(({ value }) => value) }],
    };
  }
  const longer = (list) => base.every((row, at) => equal(row, list[at]));
  if (longer(mine) && longer(theirs)) return { value: [...mine, ...theirs.slice(base.length)], clashes: [] };
  return { value: mine, clashes: [{ path, other: theirs }] };
}

/**
 * @param {any} base what both were made from; undefined when there was nothing
 * @param {any} mine @param {any} theirs
 * @param {(string | number)[]} [path] where in the whole these values stand
 * @returns {Merged}
 */
export function merge(base, mine, theirs, path = []) {
  if (equal(mine, theirs) || equal(base, theirs)) return { value: mine, clashes: [] };
  if (equal(base, mine)) return { value: theirs, clashes: [] };
  if (mine === undefined) return { value: theirs, clashes: [{ path }] }; // taken away here, changed there
  if (isRecord(mine) && isRecord(theirs)) return mergeRecords(isRecord(base) ? base : {}, mine, theirs, path);
  if (!isList(mine) || !isList(theirs)) return { value: mine, clashes: [{ path, other: theirs }] };
  const lists = [isList(base) ? base : [], mine, theirs];
  return lists.every(hasIds) ? mergeById(...lists, path) : mergeRows(...lists, path);
}
