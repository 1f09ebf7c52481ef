/**
 * A plan's limits as demands on changes of its amounts, in whole numbers: the twin of
 * macros/rules/adjust/limits.py.
 *
 * A change of a cell moves a limit's slack by a whole number, its gain. What holds or fails has to hold; what
 * cannot be judged must not get worse; what does not apply because nothing is there stays without money where
 * money would break it. Money leaves a fund or moves within it; it never comes in.
 */

import { counts, kindsOf } from "../cells.js";
import { asTold, evaluateCap, followed, limitOf, scopes } from "../evaluate.js";
import { FLOOR, least } from "../judge.js";
import { ceiling, divided, remainder, whole } from "./exact.js";

/**
 * @typedef {import("./exact.js").Whole} Whole
 * @typedef {{line: number, fund: string, won: Whole, free: boolean, gains: Map<number, Whole>}} Cell one fund
 *   of one line; `line` counts through the plan; `free`: may be changed; `gains`, by limit: of one won more
 * @typedef {{rule: string | null, project: string | null, short: Whole}} Limit the changes' gains must come
 *   to `short` or more; without a rule: a fund, which never grows
 * @typedef {{cells: Cell[], limits: Limit[], lines: string[]}} Limits
 */

/** Whether a cell's money belongs to the measure; null while that is not known. */
function inside({ project: { part }, kinds, fund }, measure) {
  return measure === null ? false : counts(measure, { part, kinds, fund });
}

function spotsOf(plan, funds, pinned) {
  let at = -1;
  return plan.projects.flatMap((project) =>
    project.lines.flatMap((line) => {
      at += 1;
      return funds.map((fund) => ({
        project,
        kinds: kindsOf(line),
        line: at,
        fund,
        won: line.amounts[fund] ?? 0n,
        free: !pinned.includes(line.id) && line.amounts[fund] !== null,
        gains: new Map(),
      }));
    })
  );
}

function add(found, limit, gains) {
  for (const [spot, gain] of gains) if (gain !== 0n) spot.gains.set(found.limits.length, whole(gain));
  found.limits.push({ ...limit, short: whole(limit.short) });
}

/** One rule on one scope, as one demand; two where part and limit have to be equal. */
function addLimit(found, rule, plan, [name, projects], spots) {
  const pair = followed(rule, plan);
  const sides = spots.map((spot) => [spot, inside(spot, pair.part), inside(spot, pair.of)]);
  for (const [spot, part, whole] of sides) if (part === null || whole === null) spot.free = false;
  const limit = limitOf(rule, plan);
  const [num, den] = limit ?? [0n, 1n];
  const verdict = evaluateCap(rule, plan, name, projects);
  const gap = num * (pair.of ? verdict.whole : 1n) - den * verdict.part;
  const need = least(rule.operator);
  for (const sign of rule.operator === "equal" ? [1n, -1n] : [FLOOR.has(rule.operator) ? -1n : 1n]) {
    let gains = sides.map(([spot, part, whole]) => [spot, sign * ((whole ? num : 0n) - (part ? den : 0n))]);
    let short = limit === null || verdict.status === "unknown" ? 0n : need - sign * gap;
    if (verdict.status === "na" && short > 0n) {
      gains = sides.filter(([, part, whole]) => part || whole).map(([spot]) => [spot, -1n]);
      short = 0n;
    }
    add(found, { rule: rule.id, project: name, short }, gains);
  }
}

/**
 * What changes of the plan have to keep.
 * @param {string[]} funds all funds, in their order
 * @param {string[]} pinned ids of lines that stay
 * @returns {Limits}
 */
export function limitsOf(rules, plan, funds, pinned) {
  const found = {
    cells: [],
    limits: [],
    lines: plan.projects.flatMap(({ lines }) => lines.map(({ id }) => id)),
  };
  const spots = spotsOf(plan, funds, pinned);
  for (const rule of asTold(rules, plan).filter(({ kind, info }) => kind === "cap" && !info)) {
    for (const scope of scopes(rule, plan)) {
      addLimit(found, rule, plan, scope, spots.filter(({ project }) => scope[1].includes(project)));
    }
  }
  for (const fund of funds) {
    add(
      found,
      { rule: null, project: null, short: 0n },
      spots.filter((spot) => spot.fund === fund).map((spot) => [spot, -1n]),
    );
  }
  const giving = new Set(spots.filter(({ free, won }) => free && won > 0n).map(({ fund }) => fund));
  // What nobody can give, nobody can take.
  for (const spot of spots) spot.free = spot.free && giving.has(spot.fund);
  found.cells = spots.map(({ line, fund, won, free, gains }) => ({
    line,
    fund,
    won: whole(won),
    free,
    gains,
  }));
  return found;
}

/**
 * Whether all amounts, and at least one, are whole units of so many won.
 * @param {Limits} limits @param {number} unit
 */
export function isIn({ cells }, unit) {
  return cells.some(({ won }) => won !== 0) && cells.every(({ won }) => remainder(won, unit) === 0);
}

/**
 * The same counted in units: changes in whole units keep these limits where they keep the won's.
 * @param {Limits} limits @param {number} unit @returns {Limits}
 */
export function inUnits({ cells, limits, lines }, unit) {
  return {
    cells: cells.map((cell) => ({ ...cell, won: divided(cell.won, unit) })),
    limits: limits.map((limit) => ({ ...limit, short: ceiling(limit.short, unit) })),
    lines,
  };
}
