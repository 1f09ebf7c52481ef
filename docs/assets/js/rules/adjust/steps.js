/**
 * Changes of lines as steps that can be taken one by one: money from a line to another, or out of the plan.
 * The twin of macros/rules/adjust/steps.py.
 */

/**
 * @typedef {{fund: string, out_of: string, into: string | null, won: bigint}} Step `won` of a fund leave the
 *   line `out_of` for the line `into`; for null they leave the plan
 * @typedef {{project: string, line: string, fund: string, won: bigint}} Change what a line's fund gains, or
 *   loses if below 0
 */

const keyOf = (line, fund) => `${fund} ${line}`;

/**
 * Few steps that make the changes, in their order: first within a project, then between projects, the rest is
 * cut.
 * @param {Change[]} changes
 * @returns {Step[]}
 */
export function stepsOf(changes) {
  const left = new Map(changes.map(({ line, fund, won }) => [keyOf(line, fund), won]));
  const places = new Map(changes.map(({ line, fund }, at) => [keyOf(line, fund), at]));
  const found = [];
  for (const within of [true, false]) {
    for (const giver of changes) {
      for (const taker of changes) {
        if (giver.fund !== taker.fund || (within && giver.project !== taker.project)) continue;
        const [from, to] = [keyOf(giver.line, giver.fund), keyOf(taker.line, taker.fund)];
        const won = -left.get(from) < left.get(to) ? -left.get(from) : left.get(to);
        if (won <= 0n) continue;
        left.set(from, left.get(from) + won);
        left.set(to, left.get(to) - won);
        found.push({ fund: giver.fund, out_of: giver.line, into: taker.line, won });
      }
    }
  }
  for (const { line, fund } of changes) {
    const won = left.get(keyOf(line, fund));
    if (won < 0n) found.push({ fund, out_of: line, into: null, won: -won });
  }
  const order = (
    { fund, out_of: from, into },
  ) => [places.get(keyOf(from, fund)), into === null ? 1 : 0, places.get(keyOf(into, fund)) ?? 0];
  return found.map((step) => ({ step, place: order(step) }))
    .sort(({ place: one }, { place: other }) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2])
    .map(({ step }) => step);
}

/** What each line's fund gains by the steps: Map of line id to Map of fund to won. @param {Step[]} steps */
export function movedBy(steps) {
  const moved = new Map();
  const put = (line, fund, won) => {
    if (!moved.has(line)) moved.set(line, new Map());
    moved.get(line).set(fund, (moved.get(line).get(fund) ?? 0n) + won);
  };
  for (const { fund, out_of: from, into, won } of steps) {
    put(from, fund, -won);
    if (into !== null) put(into, fund, won);
  }
  return moved;
}

/** The plan after the steps. @param {Rules.Plan} plan */
export function withSteps(plan, steps) {
  const moved = movedBy(steps);
  return {
    ...plan,
    projects: plan.projects.map((project) => ({
      ...project,
      lines: project.lines.map((line) => {
        const changes = moved.get(line.id);
        return changes === undefined ? line : {
          ...line,
          amounts: {
            ...line.amounts,
            ...Object.fromEntries(
              [...changes].map(([fund, won]) => [fund, (line.amounts[fund] ?? 0n) + won]),
            ),
          },
        };
      }),
    })),
  };
}
