/**
 * What has to be filled in before a cap can be measured, in every reading of it. The twin of
 * macros/rules/missing.py.
 */

import { counts, kindsOf } from "./cells.js";
import { scopes } from "./evaluate.js";

/**
 * @typedef {{project: number, line: number | null, what: string}} Missing A place in the plan, by number from
 *   0; `what` is `part`, `kind` or the id of a fund. A part stands in no line.
 */

/** @returns {Missing[]} @param {Rules.Measure} measure @param {Rules.Project} project */
function ofLine(measure, project, line, at, number) {
  return Object.entries(line.amounts).flatMap(([fund, won]) => {
    const cell = { part: project.part, kinds: kindsOf(line), fund };
    const belongs = counts(measure, cell);
    if (belongs) return won === null ? [{ project: at, line: number, what: fund }] : [];
    if (belongs === false || won === 0n) return [];
    const places = [];
    if (measure.parts.length && project.part === null) places.push({ project: at, line: null, what: "part" });
    if (
      measure.kinds.length && line.kind === null &&
      counts(measure, { ...cell, part: measure.parts[0] ?? null }) === null
    ) {
      places.push({ project: at, line: number, what: "kind" });
    }
    return places;
  });
}

/**
 * The places whose filling settles the rule on the plan, or on one project of it; in the plan's order.
 * @param {string | null} name the project's id
 * @returns {Missing[]}
 * @param {Rules.Rule} rule
 * @param {Rules.Plan} plan
 */
export function missing(rule, plan, name) {
  const projects = scopes(rule, plan).find(([scope]) => scope === name)?.[1] ?? [];
  const measures = new Map(
    rule.readings.flatMap(({ part, of }) => [part, of]).filter((measure) =>
      measure && !(measure.told && plan.grant !== null)
    )
      .map((measure) => [measure.id, measure]),
  );
  const found = new Map();
  for (const project of projects) {
    project.lines.forEach((line, number) => {
      for (const measure of measures.values()) {
        for (const place of ofLine(measure, project, line, plan.projects.indexOf(project), number)) {
          found.set(`${place.project} ${place.line} ${place.what}`, place);
        }
      }
    });
  }
  return [...found.values()].sort((a, b) => a.project - b.project || (a.line ?? -1) - (b.line ?? -1));
}
