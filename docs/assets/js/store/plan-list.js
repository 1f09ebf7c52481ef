/**
 * Plans by name, as a tool's store holds them: the list around what the tool itself reads and writes. What
 * was stored before there was a list, one plan alone, is its first.
 */

import { demand, guarded, LIMITS } from "../gate/limits.js";
import { list, name, record, text } from "../gate/values.js";
import { newId } from "./kept.js";
import { merge } from "./merge.js";

const FORMAT = "hyeopchi-plans";
const VERSION = 1;
const FIRST = "first"; // the plan that every tab begins with, so that two tabs begin with the same
const MOST_NAME = 40;
const NEWER = "더 새로운 길잡이에서 저장한 내용이에요. 페이지를 새로 고쳐 주세요.";
const WHERE = "저장한 내용";

/**
 * @typedef {{id: string, district: string, year: string, version: string, origin: string, state: any}}
 *   NamedPlan `version` is what tells plans of one year apart (당초, 1차 변경); `origin` is the plan of which it
 *   is a copy
 * @typedef {{key: string, empty: () => any, read: (plain: any) => {state?: any, problem?: string | null,
 *   told?: string | null}, write: (state: any) => any, titleOf: (state: any) => string, noun: string, label?:
 *   string, settle?: (state: any) => any, fits?: (state: any) => string | null}} Content `read` and `write`
 *   turn one plan's content into plain values and back; `settle` mends what joining two may break; `fits`
 *   says why a state could not be read again
 */

/** @returns {NamedPlan} */
function newPlan(id, state, names = {}) {
  return { id, district: "", year: "", version: "", origin: id, ...names, state };
}

const namesOf = ({ district, year, version }) =>
  [district, year && (/^\d+$/.test(year) ? `${year}년` : year), version].filter(Boolean);

/** The plan under other names; a title that was the name before goes with it. */
function renamed(plan, names) {
  const next = { ...plan, ...names };
  const [was, now] = [plan, next].map((one) => namesOf(one).join(" "));
  const follows = plan.state.title === "" || plan.state.title === was;
  return follows && now !== "" ? { ...next, state: { ...plan.state, title: now } } : next;
}

function readNames(found, where) {
  const short = (key) => text(found[key], where, { most: MOST_NAME }).trim();
  return {
    district: short("district"),
    year: short("year"),
    version: short("version"),
    origin: name(found.origin ?? found.id, where),
  };
}

/**
 * The list of plans; those that cannot be read are left out, and the first reason is told.
 * @param {Content} content
 */
function readList(value, content) {
  record(value, ["format", "version", "current", "plans"], WHERE);
  demand(value.format === FORMAT && value.version === VERSION, NEWER);
  const told = [];
  const read = list(value.plans, LIMITS.plans, WHERE).map((one, at) =>
    guarded(() => {
      const where = `${at + 1}번째 ${content.noun}`;
      const found = record(one, ["id", "district", "year", "version", "origin", "content"], where);
      const { state, problem, told: said = null } = content.read(found.content);
      demand(state, `${where}: ${problem}`);
      if (said) told.push(said);
      return newPlan(name(found.id, where), state, readNames(found, where));
    })
  );
  const plans = read.flatMap((one) => (one.value ? [one.value] : []));
  demand(plans.length > 0 || read.length === 0, read[0]?.problem);
  demand(
    new Set(plans.map(({ id }) => id)).size === plans.length,
    `${WHERE}에 같은 ${content.noun}이 두 번 들어 있어요.`,
  );
  return {
    document: { current: value.current ?? null, plans },
    told,
    problem: read.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

function readOld(value, content) {
  const { state, problem, told = null } = content.read(value);
  demand(state, problem);
  return {
    document: { current: FIRST, plans: [newPlan(FIRST, state)] },
    told: told ? [told] : [],
    problem: null,
  };
}

/** @param {Content} content @returns {import("./kept.js").Kind} */
export function planList(content) {
  const { settle = (state) => state, fits = () => null } = content;
  return {
    key: content.key,
    first: () => [newPlan(FIRST, content.empty())],
    read(plain) {
      const { value, problem } = guarded(() =>
        (plain?.plans === undefined ? readOld : readList)(plain, content)
      );
      return value ?? { document: null, problem };
    },
    write: ({ current, plans }) => ({
      format: FORMAT,
      version: VERSION,
      current,
      plans: plans.map(({ state, undecided: _, ...names }) => ({ ...names, content: content.write(state) })),
    }),
    fits: (plans) => plans.map(({ state }) => fits(state)).find((why) => why !== null) ?? null,
    merge(base, mine, theirs) {
      const { value, clashes } = merge(base, mine, theirs);
      return { value: { ...value, state: settle(value.state) }, clashes };
    },
    nameOf: (plan) =>
      namesOf(plan).join(" ") || content.titleOf(plan.state).trim() || `이름 없는 ${content.noun}`,
    noun: content.noun,
    label: content.label ?? content.noun,
    blank: (state = content.empty()) => newPlan(newId(), state),
    copied: ({ undecided: _, ...plan }) => ({ ...plan, id: newId() }),
    renamed,
  };
}
