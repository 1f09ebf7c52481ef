/**
 * The smallest set of moves and cuts that makes all limits of a plan hold together: the twin of
 * macros/rules/adjust/adjust.py, name by name.
 *
 * First the least won taken off lines (a move counts once), then the fewest lines changed, then the lines
 * that come first in the plan, then as little as possible out of the plan, then as little on the last of the
 * lines. A plan whose amounts are all in thousands of won gets changes in thousands, wherever such changes do.
 * Exact whole numbers (BigInt). Where nothing fits, it names rules that cannot hold together.
 */

import { asTold, evaluateCap, scopes } from "../evaluate.js";
import { createAllowance, TooMuchError } from "./dictionary.js";
import { negative, plus, sum, times } from "./exact.js";
import { createFewest } from "./fewest.js";
import { inUnits, isIn, limitsOf } from "./limits.js";
import { stepsOf } from "./steps.js";
import { bringsTo, numbersOf, search, shortOf } from "./whole.js";

const UNIT = 1_000; // won: tables of budgets are kept in thousands, and what is put into them should stay so
const PIVOTS = 20_000; // for all of one plan
const NODES = 2_000; // to prove that no fewer lines do

/**
 * @typedef {import("./exact.js").Whole} Whole
 * @typedef {{status: "kept" | "found" | "none" | "unsolved", won: bigint, lines: number, fewest: boolean,
 *   steps: any[], against: [string, string | null][], pins: string[], unit: number}} Adjustment `kept`: no
 *   limit is broken. `found`: the steps, of `won` altogether, change `lines` lines; `fewest` when no fewer do.
 *   `none`: the rules in `against`, each with its project, cannot hold together; letting go of `pins` may help.
 *   `unsolved`: the search was too long. `unit`: in how many won at once the steps are counted.
 */

/** @returns {Adjustment} */
function adjustment(status, rest = {}) {
  return { status, won: 0n, lines: 0, fewest: true, steps: [], against: [], pins: [], unit: 1, ...rest };
}

const lesser = (one, other) => (one < other ? one : other);
/** @param {Iterable<[number, Whole]>} gains @returns {[number, Whole][]} */
const turned = (gains) => [...gains].map(([number, gain]) => [number, negative(gain)]);
const wayOf = (gains, sign) => `${[...gains].join(" ")} ${sign}`;

/**
 * The least won to take off lines so that the limits of these numbers hold. Cells of equal gains count as
 * one. `ways`: what may occur at that price: cells' gains, with 1 for won put on them, -1 for won taken off.
 * @returns {{won: Whole, ways: Set<string>, proof?: undefined} | {proof: import("./whole.js").Proof}}
 */
function leastWon(limits, numbers, allowance) {
  const together = new Map();
  for (const cell of limits.cells.filter(({ free }) => free)) {
    const gains = [...cell.gains].filter(([number]) => numbers.has(number));
    const key = gains.join(" ");
    together.set(key, { gains, won: plus(together.get(key)?.won ?? 0, cell.won) });
  }
  const ways = [...together.values()].flatMap(({ gains }) => [wayOf(gains, 1), wayOf(gains, -1)]);
  const columns = [...together.values()].flatMap(({ gains, won }) => [
    { gains: new Map(gains), most: null, cost: 0 },
    { gains: new Map(turned(gains)), most: won, cost: 1 },
  ]);
  const shorts = new Map(
    [...numbers].sort((one, other) => one - other).map((number) => [number, limits.limits[number].short]),
  );
  const found = search(columns, shorts, allowance);
  return "proof" in found ? found : {
    won: sum(found.amounts.filter((_, at) => columns[at].cost)),
    ways: new Set(ways.filter((_, at) => !found.idle.has(at))),
  };
}

/** The choice of lines, for a given least won. */
function createLines(limits, cheapest, allowance) {
  const { won } = cheapest;
  const taken = limits.limits.length; // the number of the demand that no more is taken off
  const left = taken + 1; // of the one that what leaves the plan is told
  const shorts = new Map([...limits.limits.map(({ short }, number) => [number, short]), [
    taken,
    negative(won),
  ], [left, 0]]);
  const ways = limits.lines.map(() => []); // the last first, as they are to be least
  for (const cell of limits.cells.slice().reverse()) {
    if (!cell.free) continue;
    const [on, off] = [wayOf(cell.gains, 1), wayOf(cell.gains, -1)];
    const put = (key, sign, gains, most) =>
      ways[cell.line].push({ key, cell, sign, column: { gains: new Map(gains), most, cost: 0 } });
    if (cheapest.ways.has(on)) put(on, 1, [...cell.gains, [left, 1]], null);
    if (cheapest.ways.has(off) && cell.won > 0) {
      put(off, -1, [...turned(cell.gains), [taken, -1], [left, -1]], cell.won);
    }
  }
  const chosenBy = (lines) => lines.slice().reverse().flatMap((line) => ways[line]);

  const out = { gains: new Map([[left, 1]]), most: null, cost: 1 };

  /** What cells gain when only these lines may change, in the plan's order. */
  function changes(lines) {
    const chosen = chosenBy(lines);
    const found = search([...chosen.map(({ column }) => column), out], shorts, allowance);
    return "proof" in found ? found : {
      changes: chosen.map(({ cell, sign }, at) => ({ cell, won: times(sign, found.amounts[at]) }))
        .filter((change) => change.won !== 0).reverse(),
    };
  }

  /**
   * What lines must bring so that the proof against these no longer holds. None can give or take more than
   * the won.
   */
  function cover(proof, lines) {
    const short = shortOf(proof);
    const places = new Map(chosenBy(lines).map((way, at) => [way, at]));
    const known = new Map();
    const each = (way) => {
      if (places.has(way)) return bringsTo(proof, way.column.gains, places.get(way));
      if (!known.has(way.key)) known.set(way.key, bringsTo(proof, way.column.gains));
      return known.get(way.key);
    };
    const brings = (way) => {
      const gain = each(way);
      return gain > 0 ? times(gain, way.column.most === null ? won : lesser(way.column.most, won)) : 0;
    };
    return { short, brings: ways.map((mine) => lesser(short, sum(mine.map(brings)))) };
  }

  return { changes, cover, count: ways.length };
}

/** The changes on the first lines, as many as those known to do; on these if the search is too long. */
function onFirstLines(lines, choice, known, changes) {
  try {
    for (;;) {
      const first = choice.first(known);
      if (first.join() === known.join()) return changes;
      const found = lines.changes(first);
      if (!found.proof) return found.changes;
      choice.add(lines.cover(found.proof, first));
    }
  } catch (error) {
    if (error instanceof TooMuchError) return changes;
    throw error;
  }
}

/**
 * The changes on the fewest, then the first lines; and whether there are surely no fewer. Lines that do not
 * do give a proof, the proof a cover, the covers the next lines: until lines do.
 */
function onFewestLines(lines) {
  const choice = createFewest(lines.count, createAllowance(NODES));
  let [chosen, fewest] = [[], true];
  for (;;) {
    const found = lines.changes(chosen);
    if (!found.proof) {
      return { changes: fewest ? onFirstLines(lines, choice, chosen, found.changes) : found.changes, fewest };
    }
    choice.add(lines.cover(found.proof, chosen));
    try {
      chosen = fewest ? choice.fewest(chosen.length) : choice.some();
    } catch (error) {
      if (!(error instanceof TooMuchError)) throw error;
      [fewest, chosen] = [false, choice.some()];
    }
  }
}

/** @param {Rules.Plan} plan @param {number} unit */
function proposal(limits, plan, cheapest, allowance, unit) {
  const { changes, fewest } = onFewestLines(createLines(limits, cheapest, allowance));
  const owners = plan.projects.flatMap(({ id, lines }) => lines.map(() => id));
  const changed = changes.map(({ cell, won }) => ({
    project: owners[cell.line],
    line: limits.lines[cell.line],
    fund: cell.fund,
    won: BigInt(won) * BigInt(unit),
  }));
  return adjustment("found", {
    won: BigInt(cheapest.won) * BigInt(unit),
    unit,
    fewest,
    lines: new Set(changed.map(({ line }) => line)).size,
    steps: stepsOf(changed),
  });
}

/** Whether a proof would fall if the cell could change. */
function helps(proof, cell) {
  const up = bringsTo(proof, cell.gains);
  return up > 0 || (cell.won > 0 && up < 0);
}

/** Rules of which none can be left out: without any one of them, the others can hold. */
function against(limits, start, pinned, allowance) {
  let proof = start;
  const funds = [...limits.limits.keys()].filter((number) => limits.limits[number].rule === null);
  const keyOf = ({ rule, project }) => JSON.stringify([rule, project]);
  const named = [...numbersOf(proof)].sort((one, other) => one - other).map((number) => limits.limits[number])
    .filter(({ rule }) => rule !== null);
  const groups = new Map(named.map((limit) => [
    keyOf(limit), // both sides, where a rule has two
    [...limits.limits.keys()].filter((number) => keyOf(limits.limits[number]) === keyOf(limit)),
  ]));
  for (const key of [...groups.keys()]) {
    const others = [...groups].filter(([each]) => each !== key).flatMap(([, numbers]) => numbers);
    const found = leastWon(limits, new Set([...funds, ...others]), allowance);
    if (!found.proof) continue;
    proof = found.proof;
    groups.delete(key);
  }
  const helpful = new Set(
    limits.cells.filter((cell) => pinned.includes(limits.lines[cell.line]) && helps(proof, cell)).map((
      { line },
    ) => line),
  );
  return adjustment("none", {
    against: [...groups.keys()].map((key) => JSON.parse(key)),
    pins: limits.lines.filter((_, at) => helpful.has(at)),
  });
}

/** @param {Rules.Plan} plan @param {number} unit */
function searched(limits, plan, pinned, unit) {
  const allowance = createAllowance(PIVOTS);
  try {
    const cheapest = leastWon(limits, new Set(limits.limits.keys()), allowance);
    return cheapest.proof
      ? against(limits, cheapest.proof, pinned, allowance)
      : proposal(limits, plan, cheapest, allowance, unit);
  } catch (error) {
    if (error instanceof TooMuchError) return adjustment("unsolved");
    throw error;
  }
}

/**
 * What makes all caps among the rules hold, but for those that only inform.
 * @param {string[]} funds all funds, in their order
 * @param {string[]} pinned ids of lines that stay
 * @returns {Adjustment}
 * @param {Rules.Rule[]} rules
 * @param {Rules.Plan} plan
 */
export function adjust(rules, plan, funds, pinned = []) {
  const broken = asTold(rules, plan).some((rule) =>
    rule.kind === "cap" && !rule.info &&
    scopes(rule, plan).some(([name, projects]) => evaluateCap(rule, plan, name, projects).status === "fail")
  );
  if (!broken) return adjustment("kept");
  const limits = limitsOf(rules, plan, funds, pinned);
  if (isIn(limits, UNIT)) {
    const found = searched(inUnits(limits, UNIT), plan, pinned, UNIT);
    if (found.status === "found") return found;
  }
  return searched(limits, plan, pinned, 1);
}
