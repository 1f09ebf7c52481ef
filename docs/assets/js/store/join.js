/**
 * The plans of two tabs as one list, plan by plan. Nothing that one of them wrote gets lost: where both
 * changed the same thing, the other's value stays with the plan (`undecided`) until somebody chooses. Pure
 * functions.
 */

import { equal, merge } from "./merge.js";

/**
 * @typedef {{id: string, undecided?: Record<string, import("./merge.js").Clash>, [kept: string]: any}} Plan
 *   and what its tool keeps in it
 * @typedef {{plans: Plan[], rescued: boolean}} Joined `rescued`: a plan stays that one tab deleted and the
 *   other changed
 */

/** The plan with what is not decided, by place; nothing is left out. */
export function withUndecided(plan, undecided) {
  const { undecided: _, ...rest } = plan;
  return Object.keys(undecided).length > 0 ? { ...rest, undecided } : rest;
}

const bare = (plan) => plan && withUndecided(plan, {});

export function joinPlan(kind, base, mine, theirs) {
  if (equal(mine, theirs)) return mine;
  const { value, clashes } = kind.merge(bare(base), bare(mine), bare(theirs));
  const open = merge(base?.undecided ?? {}, mine.undecided ?? {}, theirs.undecided ?? {}).value;
  return withUndecided(value, {
    ...open,
    ...Object.fromEntries(clashes.map((one) => [JSON.stringify(one.path), one])),
  });
}

/**
 * @param {{merge: (base: Plan | undefined, mine: Plan, theirs: Plan) => import("./merge.js").Merged}} kind
 * @param {Plan[]} base what both were made from @param {Plan[]} mine @param {Plan[]} theirs
 * @returns {Joined}
 */
export function join(kind, base, mine, theirs) {
  const [was, here, there] = [base, mine, theirs].map((plans) =>
    new Map(plans.map((plan) => [plan.id, plan]))
  );
  let rescued = false;
  const plans = [...new Set([...here.keys(), ...there.keys()])].flatMap((id) => {
    if (here.has(id) && there.has(id)) return [joinPlan(kind, was.get(id), here.get(id), there.get(id))];
    const left = here.get(id) ?? there.get(id);
    if (was.has(id) && equal(was.get(id), left)) return []; // the other deleted it
    rescued = rescued || was.has(id);
    return [left];
  });
  return { plans, rescued };
}
