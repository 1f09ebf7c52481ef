/**
 * Where numbers stand, and sums over them: one form for a plan's lines and for a sheet's fields. The twin of
 * macros/rules/cells.py, name by name. Two adapters make cells (`planCells`, `sheetCells`); everything after
 * them looks at cells alone. Whole numbers (BigInt).
 */

import { within } from "./terms.js";

/**
 * @typedef {{project?: string, part?: string | null, kinds: (string | null)[], fund?: string, id?: string,
 *   won: bigint, missing: boolean}} Cell a number and where it stands: a project's part, the kinds of cost
 *   that it is (the 비목 first), a fund; or a field's id. What is not known is `missing` and counts nothing.
 * @typedef {{won: bigint, missing: boolean, blank: boolean}} Sum `missing` when some of what belongs to it is
 *   not known; `blank` when none of its fields is there at all
 * @typedef {Record<string, bigint | null>} Figures a sheet's numbers; null is one that is not known
 */

const PICKS = {
  sum: (sums) => sums.reduce((all, one) => all + one, 0n),
  larger: (sums) => sums.reduce((all, one) => all > one ? all : one),
  smaller: (sums) => sums.reduce((all, one) => all < one ? all : one),
};

/** The one number that counts of a measure's groups. @param {bigint[]} sums @param {Rules.Measure} measure */
export function picked(measure, sums) {
  return PICKS[measure.pick](sums);
}

/**
 * All kinds of cost that a line is, its 비목 first; null while that is not chosen.
 * @returns {(string | null)[]}
 */
export function kindsOf({ kind, also }) {
  return [kind, ...also];
}

// Every rule sums over the same lines: they are added up once by part, kinds and fund. Plans are never
// changed in place.
const ofProject = new WeakMap();
const ofProjects = new WeakMap();

function put(found, key, cell) {
  const known = found.get(key);
  if (known === undefined) found.set(key, { ...cell });
  else {
    known.won += cell.won;
    known.missing = known.missing || cell.missing;
  }
}

/** By part, kinds and fund. @returns {Map<string, Cell>} @param {Rules.Project} project */
function projectCells(project) {
  if (!ofProject.has(project)) {
    const found = new Map();
    for (const line of project.lines) {
      const kinds = kindsOf(line);
      const key = [project.part, ...kinds].join(" ");
      for (const [fund, amount] of Object.entries(line.amounts)) {
        put(found, `${key} ${fund}`, {
          part: project.part,
          kinds,
          fund,
          won: amount ?? 0n,
          missing: amount === null,
        });
      }
    }
    ofProject.set(project, found);
  }
  return ofProject.get(project);
}

/**
 * The projects' lines as cells, those that every measure counts alike together.
 * @returns {Cell[]}
 * @param {Rules.Project[]} projects
 */
export function planCells(projects) {
  if (!ofProjects.has(projects)) {
    const found = new Map();
    for (const project of projects) for (const [key, cell] of projectCells(project)) put(found, key, cell);
    ofProjects.set(projects, [...found.values()]);
  }
  return ofProjects.get(projects);
}

/** A cell for each field that is filled. @param {Figures} figures @returns {Cell[]} */
export function sheetCells(figures) {
  return Object.entries(figures).map(([id, value]) => ({
    id,
    part: null,
    kinds: [],
    won: value ?? 0n,
    missing: value === null,
  }));
}

/**
 * Whether the cell belongs to the measure; null when that is not known yet. A line of several kinds belongs
 * once, by any of them.
 * @param {Rules.Measure} measure
 */
export function counts(measure, cell) {
  const { fields, parts, kinds: wanted } = measure;
  if (measure.won !== null || (measure.funds.length && !measure.funds.includes(cell.fund))) return false;
  if (fields.length) return fields.includes(cell.id) ? true : measure.open.includes(cell.id) ? null : false;
  const unknownPart = parts.length > 0 && !parts.includes(cell.part);
  if (unknownPart && cell.part !== null) return false;
  const kinds = measure.by_kind ? cell.kinds.slice(0, 1) : cell.kinds;
  const unknownKind = wanted.length > 0 && !kinds.some((kind) => wanted.includes(kind));
  if (unknownKind && !kinds.includes(null)) return false;
  return unknownPart || unknownKind ? null : true;
}

// A rule asks for one sum several times, in each of its readings. Measures and cells are never changed in
// place.
const sumsOf = new WeakMap();

/**
 * The measure's sum over the cells; or what has been told of it.
 * @param {Cell[]} cells
 * @returns {Sum}
 * @param {Rules.Measure} measure
 */
export function total(measure, cells) {
  if (measure.won !== null) return { won: measure.won, missing: false, blank: false };
  const known = sumsOf.get(cells) ?? new Map();
  if (!known.has(measure)) known.set(measure, summed(measure, cells));
  sumsOf.set(cells, known);
  return known.get(measure);
}

/** @returns {Sum} @param {Rules.Measure} measure @param {Rules.Cell[]} cells */
function summed(measure, cells) {
  const groups = measure.groups.length ? measure.groups : [[]];
  const sums = groups.map(() => 0n);
  const found = new Set();
  let missing = false;
  for (const cell of cells) {
    const belongs = counts(measure, cell);
    if (belongs === null) missing = missing || cell.missing || cell.won !== 0n;
    if (!belongs) continue;
    found.add(cell.id);
    missing = missing || cell.missing;
    groups.forEach((group, at) => {
      if (!group.length || group.includes(cell.id)) sums[at] += cell.won;
    });
  }
  if (measure.fields.length && !found.size) return { won: 0n, missing: true, blank: true };
  return {
    won: picked(measure, sums),
    missing: missing || !measure.required.every((id) => found.has(id)),
    blank: false,
  };
}

/** Whether it is known that nothing is there. */
export function isNothing({ won, missing }) {
  return won === 0n && !missing;
}

/**
 * What the part and the whole both count; of the larger or smaller of sums, all or nothing.
 * @param {Rules.Cell[]} cells
 */
export function overlap(part, whole, cells) {
  if (part.pick !== "sum" || whole.pick !== "sum") return within(part, whole) ? total(part, cells).won : 0n;
  return cells.reduce((won, cell) => counts(part, cell) && counts(whole, cell) ? won + cell.won : won, 0n);
}

/**
 * What of the measure's sum stands in lines of another 비목 that are of a kind of it too, in won.
 * @param {Rules.Measure} measure
 * @param {Rules.Cell[]} cells
 */
export function further(measure, cells) {
  return measure.kinds.length
    ? total(measure, cells).won - total({ ...measure, by_kind: true }, cells).won
    : 0n;
}
