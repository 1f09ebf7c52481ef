/**
 * A change of the budget, line by line before and after, as figures: the twin of macros/rules/change.py.
 * Whole won.
 */

const [INCREASE, DECREASE] = ["change-increase", "change-decrease"];
const KEYS = [
  "change-amount",
  INCREASE,
  DECREASE,
  "change-between",
  "change-capital",
  "change-project-moved",
  "change-project-listed",
];
const [AMOUNT, EARLIER, STATED, MOVED, TOTAL, LISTED] = [
  "change-amount",
  "change-earlier",
  "change-project-stated",
  "change-project-moved",
  "change-project-total",
  "change-project-listed",
];

function sum(values) {
  return values.reduce((all, value) => all + value, 0n);
}

function above(step) {
  return step > 0n ? step : 0n;
}

/** What goes from one nature to the other: the smaller of what one loses and the other gains. */
function crossed(steps) {
  const [current, capital] = ["current", "capital"].map((wanted) =>
    sum(steps.filter(({ nature }) => nature === wanted).map(({ step }) => step))
  );
  if (current * capital >= 0n) return 0n;
  const [lost, gained] = current < 0n ? [-current, capital] : [-capital, current];
  return lost < gained ? lost : gained;
}

/**
 * A project's lines together: what goes up, what goes down, what changes in it, what stood before, what
 * crosses.
 */
function together(steps) {
  const up = sum(steps.map(({ step }) => above(step)));
  const down = sum(steps.map(({ step }) => above(-step)));
  return {
    up,
    down,
    moved: up > down ? up : down,
    before: sum(steps.map(({ before }) => before)),
    crossed: crossed(steps),
  };
}

/** The project that changes the most for its size; one that held nothing before has no size. */
function foremost(projects) {
  const sized = projects.filter(({ before }) => before > 0n);
  return (sized.length ? sized : projects).reduce((most, one) =>
    one.moved * most.before > most.moved * one.before ? one : most
  );
}

function grouped(steps) {
  const found = new Map();
  for (const step of steps) found.set(step.project, [...(found.get(step.project) ?? []), step]);
  return [...found.values()];
}

function ofTable(lines, complete) {
  const unknown = Object.fromEntries([...KEYS, ...complete ? [TOTAL] : []].map((key) => [key, null]));
  if (lines.some(({ before, after }) => before === null || after === null)) return unknown;
  const steps = lines.map(({ project, nature, before, after }) => ({
    project,
    nature,
    before,
    step: after - before,
  }));
  const { up, down, moved } = together(steps);
  const sums = { [AMOUNT]: moved, [INCREASE]: up, [DECREASE]: down };
  // Money moves in a line of no project.
  if (steps.some(({ project, step }) => !project && step !== 0n) && steps.some(({ project }) => project)) {
    return { ...unknown, ...sums };
  }
  const projects = grouped(steps).map(together);
  const most = foremost(projects);
  const sized = { [MOVED]: most.moved, [LISTED]: most.before, ...complete ? { [TOTAL]: most.before } : {} };
  if (up !== down) return { ...unknown, ...sums, ...sized }; // nobody can tell yet from where to where
  const openNature = steps.some(({ nature, step }) => nature === null && step !== 0n);
  const within = sum(projects.map((project) => project.crossed));
  const all = crossed(steps);
  return {
    ...sums,
    ...sized,
    "change-between": sum(projects.map((project) => above(project.up - project.down))),
    "change-capital": openNature ? null : within > all ? within : all,
  };
}

/**
 * The figures of a change: what is typed, in its place what the table holds, and the sum of the year's
 * ledger.
 * @param {Record<string, bigint | null>} typed
 * @param {{project: string, nature: string | null, before: bigint | null, after: bigint | null}[]} lines
 * @param {boolean} complete whether these are all the lines of their projects
 * @param {(bigint | null)[]} ledger the year's earlier changes
 * @returns {Record<string, bigint | null>}
 */
export function changeFigures(typed, lines, complete, ledger) {
  return {
    ...typed,
    ...lines.length
      ? ofTable(lines, complete)
      : Object.hasOwn(typed, AMOUNT)
      ? { [STATED]: typed[AMOUNT] }
      : {},
    ...ledger.length ? { [EARLIER]: ledger.includes(null) ? null : sum(ledger) } : {},
  };
}
