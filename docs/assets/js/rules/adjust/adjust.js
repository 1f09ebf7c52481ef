/**
 * The smallest set of moves and cuts that makes all limits of a plan hold together: the twin of
 * macros/rules/adjust/adjust.py, name by name.
 *
 * First the least won taken off lines (a move counts once), then the fewest lines changed, then the lines that come
 * first in the plan, then as little as possible on the last of them. Exact whole numbers (BigInt). Where nothing fits,
 * it names rules that cannot hold together.
 */
(function (hyeopchi) {
  "use strict";

  const { TooMuchError, bringsTo, createAllowance, createFewest, limitsOf, numbersOf, search, shortOf, stepsOf, sum } = hyeopchi.adjust;
  const { evaluateCap, scopes } = hyeopchi.rules;
  const PIVOTS = 20_000; // for all of one plan
  const NODES = 2_000; // to prove that no fewer lines do

  /**
   * @typedef {{status: "kept" | "found" | "none" | "unsolved", won: bigint, lines: number, fewest: boolean, steps: any[],
   *   against: [string, string | null][], pins: string[]}} Adjustment
   * `kept`: no limit is broken. `found`: the steps, of `won` altogether, change `lines` lines; `fewest` when no fewer do.
   * `none`: the rules in `against`, each with its project, cannot hold together; letting go of `pins` may help.
   * `unsolved`: the search was too long.
   */

  /** @returns {Adjustment} */
  function adjustment(status, rest = {}) {
    return { status, won: 0n, lines: 0, fewest: true, steps: [], against: [], pins: [], ...rest };
  }

  const lesser = (one, other) => (one < other ? one : other);
  const turned = (gains) => [...gains].map(([number, gain]) => [number, -gain]);

  /** The least won to take off lines so that the limits of these numbers hold. Cells of equal gains count as one. */
  function leastWon(limits, numbers, allowance) {
    const together = new Map();
    for (const cell of limits.cells.filter(({ free }) => free)) {
      const gains = [...cell.gains].filter(([number]) => numbers.has(number));
      const key = gains.join(" ");
      together.set(key, { gains, won: (together.get(key)?.won ?? 0n) + cell.won });
    }
    const columns = [...together.values()].flatMap(({ gains, won }) => [
      { gains: new Map(gains), most: null, cost: 0n },
      ...(won > 0n ? [{ gains: new Map(turned(gains)), most: won, cost: 1n }] : [])]);
    const found = search(columns, new Map([...numbers].sort((one, other) => one - other).map((number) => [number, limits.limits[number].short])), allowance);
    return found.proof ? found : { won: sum(found.amounts.filter((_, at) => columns[at].cost)) };
  }

  /** The choice of lines, for a given least won. */
  function createLines(limits, won, allowance) {
    const last = limits.limits.length;
    const shorts = new Map([...limits.limits.map(({ short }, number) => [number, short]), [last, -won]]);
    const cells = limits.lines.map(() => []);
    for (const cell of limits.cells) {
      if (cell.free) cells[cell.line].push({ cell, up: cell.gains, down: new Map([...turned(cell.gains), [last, -1n]]) });
    }

    /** What each cell gains when only these lines may change: as little as possible on the last. */
    function changes(lines) {
      const chosen = lines.flatMap((line) => cells[line]);
      const columns = chosen.slice().reverse().flatMap(({ cell, up, down }) => [
        { gains: up, most: null, cost: 0n }, { gains: down, most: cell.won, cost: 0n }]);
      const found = search(columns, shorts, allowance);
      if (found.proof) return found;
      const amounts = found.amounts.reverse();
      return { changes: chosen.map(({ cell }, at) => ({ cell, gain: amounts[2 * at + 1] - amounts[2 * at] })) };
    }

    /** What lines must bring so that the proof against these no longer holds. None can give or take more than the won. */
    function cover(proof, lines) {
      const short = shortOf(proof);
      const columns = new Map(lines.flatMap((line) => cells[line]).reverse().map(({ cell }, at) => [cell, 2 * at]));
      const brings = ({ cell, up, down }) => {
        const column = columns.get(cell) ?? null;
        const more = bringsTo(proof, up, column) * won;
        const less = bringsTo(proof, down, column === null ? null : column + 1) * lesser(cell.won, won);
        return more > less ? (more > 0n ? more : 0n) : less > 0n ? less : 0n;
      };
      return { short, brings: cells.map((mine) => lesser(short, sum(mine.map(brings)))) };
    }

    return { changes, cover, count: cells.length };
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
   * The changes on the fewest, then the first lines; and whether there are surely no fewer. Lines that do not do give a
   * proof, the proof a cover, the covers the next lines: until lines do.
   */
  function onFewestLines(lines) {
    const choice = createFewest(lines.count, createAllowance(NODES));
    let [chosen, fewest] = [[], true];
    for (;;) {
      const found = lines.changes(chosen);
      if (!found.proof) return { changes: fewest ? onFirstLines(lines, choice, chosen, found.changes) : found.changes, fewest };
      choice.add(lines.cover(found.proof, chosen));
      try {
        chosen = fewest ? choice.fewest(chosen.length) : choice.some();
      } catch (error) {
        if (!(error instanceof TooMuchError)) throw error;
        [fewest, chosen] = [false, choice.some()];
      }
    }
  }

  function proposal(limits, plan, won, allowance) {
    const { changes, fewest } = onFewestLines(createLines(limits, won, allowance));
    const owners = plan.projects.flatMap(({ id, lines }) => lines.map(() => id));
    const changed = changes.filter(({ gain }) => gain !== 0n).map(({ cell, gain }) =>
      ({ project: owners[cell.line], line: limits.lines[cell.line], fund: cell.fund, won: gain }));
    return adjustment("found", { won, fewest, lines: new Set(changed.map(({ line }) => line)).size, steps: stepsOf(changed) });
  }

  /** Whether a proof would fall if the cell could change. */
  function helps(proof, cell) {
    const up = bringsTo(proof, cell.gains);
    return up > 0n || (cell.won > 0n && -up > 0n);
  }

  /** Rules of which none can be left out: without any one of them, the others can hold. */
  function against(limits, start, pinned, allowance) {
    let proof = start;
    const funds = [...limits.limits.keys()].filter((number) => limits.limits[number].rule === null);
    const groups = new Map();
    for (const number of [...numbersOf(proof)].sort((one, other) => one - other)) {
      const { rule, project } = limits.limits[number];
      if (rule === null) continue;
      const key = JSON.stringify([rule, project]);
      groups.set(key, [...(groups.get(key) ?? []), number]);
    }
    for (const key of [...groups.keys()]) {
      const others = [...groups].filter(([each]) => each !== key).flatMap(([, numbers]) => numbers);
      const found = leastWon(limits, new Set([...funds, ...others]), allowance);
      if (!found.proof) continue;
      proof = found.proof;
      groups.delete(key);
    }
    const helpful = new Set(limits.cells.filter((cell) => pinned.includes(limits.lines[cell.line]) && helps(proof, cell)).map(({ line }) => line));
    return adjustment("none", { against: [...groups.keys()].map((key) => JSON.parse(key)),
      pins: limits.lines.filter((_, at) => helpful.has(at)) });
  }

  /**
   * What makes all caps among the rules hold.
   * @param {string[]} funds all funds, in their order
   * @param {string[]} pinned ids of lines that stay
   * @returns {Adjustment}
   */
  function adjust(rules, plan, funds, pinned = []) {
    const broken = rules.some((rule) => rule.kind === "cap"
      && scopes(rule, plan).some(([name, projects]) => evaluateCap(rule, plan, name, projects).status === "fail"));
    if (!broken) return adjustment("kept");
    const limits = limitsOf(rules, plan, funds, pinned);
    const allowance = createAllowance(PIVOTS);
    try {
      const { won, proof } = leastWon(limits, new Set(limits.limits.keys()), allowance);
      return proof ? against(limits, proof, pinned, allowance) : proposal(limits, plan, won, allowance);
    } catch (error) {
      if (error instanceof TooMuchError) return adjustment("unsolved");
      throw error;
    }
  }

  Object.assign(hyeopchi.adjust, { adjust });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
