/**
 * Verdicts on a plan: the twin of macros/rules/evaluate.py, name by name. Pure functions on whole won (BigInt).
 *
 * A cap's slack is `num*whole - den*part` (at_most and below) or its negative (at_least and above). It holds
 * when slack >= 0, or >= 1 where the operator is strict.
 */

import { within } from "./terms.js";

export const STRICT = new Set(["below", "above"]);
export const FLOOR = new Set(["at_least", "above"]);
const MEASURED = new Set(["ok", "na"]);

/**
 * @typedef {"ok" | "fail" | "unknown" | "na"} Status
 * @typedef {{won: bigint, missing: boolean}} Sum
 * @typedef {{rule: string, project: string | null, status: Status, part: bigint, whole: bigint, num: bigint,
 *   den: bigint, slack: bigint, cut: bigint | null, add: bigint | null, move: bigint | null,
 *   readings: [string, Status][]}} Verdict
 */

/** @returns {Verdict} */
function verdict(rule, project, status, rest) {
  return { rule, project, status, part: 0n, whole: 0n, num: 0n, den: 1n, slack: 0n,
    cut: null, add: null, move: null, readings: [], ...rest };
}

/** Whether one reading breaks the rule and another does not. */
export function differs(found) {
  const statuses = found.readings.map(([, status]) => status);
  return statuses.includes("fail") && statuses.some((status) => MEASURED.has(status));
}

/** Whether the rule is kept as it is read here, while another reading cannot be measured yet. */
export function unmeasured(found) {
  return MEASURED.has(found.status) && found.readings.some(([, status]) => status === "unknown");
}

/** All kinds of cost that a line is, its 비목 first; null while that is not chosen. @returns {(string | null)[]} */
export function kindsOf({ kind, also }) {
  return [kind, ...also];
}

/**
 * Whether a line of this part and these kinds belongs to the measure; null when that is not known yet. A line of several
 * kinds belongs once, by any of them.
 */
export function counts(measure, part, kinds) {
  if (measure.won !== null) return false;
  const { parts, kinds: wanted } = measure;
  const unknownPart = parts.length > 0 && !parts.includes(part);
  if (unknownPart && part !== null) return false;
  const asked = measure.by_kind ? kinds.slice(0, 1) : kinds;
  const unknownKind = wanted.length > 0 && !asked.some((kind) => wanted.includes(kind));
  if (unknownKind && !asked.includes(null)) return false;
  return unknownPart || unknownKind ? null : true;
}

// Every rule sums over the same lines: they are added up once by kinds and fund. Plans are never changed in place.
const cellsOf = new WeakMap();

/** @returns {{kinds: (string | null)[], fund: string, won: bigint, missing: boolean}[]} */
function cells(project) {
  if (!cellsOf.has(project)) {
    const found = new Map();
    for (const line of project.lines) {
      const kinds = kindsOf(line);
      const key = kinds.join(" ");
      if (!found.has(key)) found.set(key, new Map());
      const byFund = found.get(key);
      for (const [fund, amount] of Object.entries(line.amounts)) {
        if (!byFund.has(fund)) byFund.set(fund, { kinds, fund, won: 0n, missing: false });
        const cell = byFund.get(fund);
        if (amount === null) cell.missing = true;
        else cell.won += amount;
      }
    }
    cellsOf.set(project, [...found.values()].flatMap((byFund) => [...byFund.values()]));
  }
  return cellsOf.get(project);
}

// A rule for the whole plan sums over all projects: they are added up once by part, kinds and fund.
const joinedOf = new WeakMap();

/** @returns {{part: string | null, kinds: (string | null)[], fund: string, won: bigint, missing: boolean}[]} */
function cellsIn(projects) {
  if (!joinedOf.has(projects)) {
    const found = new Map();
    for (const project of projects) {
      for (const cell of cells(project)) {
        const key = [project.part, ...cell.kinds, cell.fund].join(" ");
        const known = found.get(key);
        if (known === undefined) found.set(key, { ...cell, part: project.part });
        else {
          known.won += cell.won;
          known.missing = known.missing || cell.missing;
        }
      }
    }
    joinedOf.set(projects, [...found.values()]);
  }
  return joinedOf.get(projects);
}

function takes(measure, fund) {
  return !measure.funds.length || measure.funds.includes(fund);
}

// A rule asks for one sum several times, in each of its readings. Measures and plans are never changed in place.
const sumsOf = new WeakMap();

/**
 * The measure's sum over the projects' lines, in won; or what has been told of it.
 * @returns {Sum}
 */
export function total(measure, projects) {
  if (measure.won !== null) return { won: measure.won, missing: false };
  const known = sumsOf.get(projects) ?? new Map();
  if (!known.has(measure)) known.set(measure, summed(measure, projects));
  sumsOf.set(projects, known);
  return known.get(measure);
}

/** @returns {Sum} */
function summed(measure, projects) {
  let won = 0n;
  let missing = false;
  for (const cell of cellsIn(projects)) {
    if (!takes(measure, cell.fund)) continue;
    const belongs = counts(measure, cell.part, cell.kinds);
    if (belongs) {
      won += cell.won;
      missing = missing || cell.missing;
    } else if (belongs === null) {
      missing = missing || cell.missing || cell.won !== 0n;
    }
  }
  return { won, missing };
}

/** What of the measure's sum stands in lines of another 비목 that are of a kind of it too, in won. */
export function further(measure, projects) {
  return measure.kinds.length ? total(measure, projects).won - total({ ...measure, by_kind: true }, projects).won : 0n;
}

function isNothing(sum) {
  return sum.won === 0n && !sum.missing;
}

/** How far from the limit, in won times den; for `equal` never above 0. */
export function slackOf(operator, num, den, part, whole) {
  const gap = num * whole - den * part;
  if (operator === "equal") return gap < 0n ? gap : -gap;
  return FLOOR.has(operator) ? -gap : gap;
}

/** Whether the slack satisfies the operator. */
export function holds(operator, slack) {
  return slack >= (STRICT.has(operator) ? 1n : 0n);
}

/** The status of one comparison. Without a whole, `num` is the limit in won. */
export function judge(operator, [num, den], part, whole) {
  if (part.missing || (whole !== null && whole.missing)) return "unknown";
  if (part.won === 0n && (whole === null || whole.won === 0n)) return "na";
  return holds(operator, slackOf(operator, num, den, part.won, whole === null ? 1n : whole.won)) ? "ok" : "fail";
}

/** The limit as [num, den]; null when it hangs on a choice that the plan has not made. */
export function limitOf(rule, plan) {
  if (rule.choice === null) return [rule.num, rule.den];
  const found = rule.amounts.find(([option]) => option === plan.choices[rule.choice]);
  return found === undefined ? null : [found[1], 1n];
}

/** The reading that the plan asks for, or the guide's. */
export function followed(rule, plan) {
  return rule.pairs.find((pair) => pair.id === plan.reading) ?? rule.pairs[0];
}

/** What the rule is applied to: the plan, or each project (or `only` this one) that can hold money of the part in some reading. */
export function scopes(rule, plan, only = null) {
  if (!rule.each) return [[null, plan.projects]];
  return plan.projects
    .filter((project) => only === null || project.id === only)
    .filter((project) => rule.pairs.some(({ part: { parts } }) => !parts.length || project.part === null || parts.includes(project.part)))
    .map((project) => [project.id, alone(project)]);
}

const aloneOf = new WeakMap();

/** A project as a list of one, always the same, so that its sums are kept. */
function alone(project) {
  if (!aloneOf.has(project)) aloneOf.set(project, [project]);
  return aloneOf.get(project);
}

/** One reading's status. */
function statusOf(rule, limit, { part: measure, of }, projects) {
  const part = total(measure, projects);
  // A grant that has been told says nothing of a plan without money.
  if (of && of.won !== null && isNothing(part) && isNothing(total({ ...of, won: null }, projects))) return "na";
  return judge(rule.operator, limit, part, of ? total(of, projects) : null);
}

/**
 * One cap on one scope.
 * @returns {Verdict}
 */
export function evaluateCap(rule, plan, name, projects) {
  const limit = limitOf(rule, plan);
  const pair = followed(rule, plan);
  const part = total(pair.part, projects);
  if (limit === null) return verdict(rule.id, name, isNothing(part) ? "na" : "unknown", { part: part.won });
  const readings = rule.pairs.map((each) => [each.id, statusOf(rule, limit, each, projects)]);
  const whole = pair.of ? total(pair.of, projects).won : 1n;
  const slack = slackOf(rule.operator, ...limit, part.won, whole);
  const status = Object.fromEntries(readings)[pair.id];
  const both = pair.of && status === "fail" ? bothOf(pair, projects) : 0n;
  const mended = status === "fail" ? fixes(rule, limit, pair, slack, part.won, both) : {};
  return verdict(rule.id, name, status, {
    part: part.won, whole: pair.of ? whole : 0n, num: limit[0], den: limit[1], slack, ...mended, readings,
  });
}

function ceiling(deficit, gain) {
  return gain > 0n ? (deficit + gain - 1n) / gain : null;
}

/** What the part and the whole both count, in won. */
function bothOf({ part, of }, projects) {
  let won = 0n;
  for (const cell of cellsIn(projects)) {
    if ([part, of].every((measure) => counts(measure, cell.part, cell.kinds) && takes(measure, cell.fund))) won += cell.won;
  }
  return won;
}

/** The least to take from a part that is too large: first what lies outside the whole, which counts for more. */
function ownCut(deficit, part, both, num, den) {
  const alone = part - both;
  if (alone * den >= deficit) return ceiling(deficit, den);
  const more = ceiling(deficit - alone * den, den - num);
  return more === null || more > both ? null : alone + more;
}

/** The least to cut, to add and to move so that a failing cap holds. */
function fixes(rule, [num, den], pair, slack, part, both) {
  const deficit = (STRICT.has(rule.operator) ? 1n : 0n) - slack;
  const told = pair.of !== null && pair.of.won !== null;
  const nested = pair.of !== null && within(pair.part, pair.of);
  if (rule.operator === "equal") return {};
  const rest = pair.of && !told ? ceiling(deficit, num) : null;
  const move = nested || told ? ceiling(deficit, den) : null;
  if (FLOOR.has(rule.operator)) return { cut: rest, add: ceiling(deficit, nested ? den - num : den), move };
  return { cut: ownCut(deficit, part, both, num, den), add: rest, move };
}

/**
 * One question: does it arise, and what was answered.
 * @returns {Verdict}
 */
function evaluateAsk(rule, plan) {
  if (rule.asked_when !== null && isNothing(total(rule.asked_when, plan.projects))) {
    return verdict(rule.id, null, "na");
  }
  const answer = Object.hasOwn(plan.answers, rule.id) ? plan.answers[rule.id].answer : "unknown";
  if (answer === "unknown") return verdict(rule.id, null, "unknown");
  return verdict(rule.id, null, answer === rule.violated_by ? "fail" : "ok");
}

// A table asks for hundreds of rooms of one plan under the same rules.
const toldOf = new WeakMap();

/** The rules with what the plan itself says of a measure (its grant) in place of a sum. */
export function asTold(rules, plan) {
  if (plan.grant === null) return rules;
  if (!toldOf.has(plan)) toldOf.set(plan, new Map());
  const known = toldOf.get(plan);
  if (!known.has(rules)) {
    known.set(rules, rules.map((rule) => rule.kind !== "cap" ? rule : { ...rule, pairs: rule.pairs.map((pair) =>
      pair.of?.told ? { ...pair, of: { ...pair.of, won: plan.grant } } : pair) }));
  }
  return known.get(rules);
}

/**
 * All verdicts, by rule id, then in the order of the plan's projects.
 * @returns {Verdict[]}
 */
export function evaluate(rules, plan) {
  return asTold(rules, plan).flatMap((rule) => rule.kind === "ask"
    ? [evaluateAsk(rule, plan)]
    : scopes(rule, plan).map(([name, projects]) => evaluateCap(rule, plan, name, projects)));
}

/** The first row whose condition holds for the part (of the whole, if rows are shares), or null. */
export function bandRow(rows, part, whole) {
  const found = rows.find(({ operator, num, den }) =>
    operator === null || holds(operator, slackOf(operator, num, den, part, whole === null ? 1n : whole)));
  return found ? found.id : null;
}
