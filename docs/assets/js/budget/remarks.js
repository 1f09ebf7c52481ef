/**
 * What explains a cap's verdict further: money of another 비목 that counts too, where readings part, what is
 * open.
 */

import { further, planCells } from "../rules/cells.js";
import { scopes } from "../rules/evaluate.js";
import { differs, unmeasured } from "../rules/judge.js";
import { missing } from "../rules/missing.js";
import { levelOf, LEVELS } from "../verdict-words.js";
import { won } from "./words.js";

/**
 * That money of another 비목 has been counted too (a mark on its line), or null.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Comparison} pair
 * @param {Rules.Plan} plan
 */
export function furtherText(rule, found, pair, plan) {
  const projects = scopes(rule, plan, found.project).find(([scope]) => scope === found.project)?.[1] ?? [];
  const more = further(pair.part, planCells(projects));
  return more > 0n ? `다른 비목의 줄에 표시한 ${won(more)}도 넣어 계산했어요.` : null;
}

/**
 * Where readings part: the one that is followed, and those that lead elsewhere.
 * @param {Rules.Verdict} found
 */
export function readingsApart(found, followed, texts) {
  const own = found.readings.find(([id]) => id === followed)?.[1] ?? found.status;
  return found.readings
    .filter(([id, status]) =>
      status !== "unknown" && (id === followed || (status === "fail") !== (own === "fail"))
    )
    .map(([id, status]) => `${texts.readings[id] ?? id}: ${LEVELS[levelOf(status, texts.severity)].word}`)
    .join(" · ");
}

/**
 * Where readings part, and which could not be measured; nothing where all lead to the same.
 * @param {Rules.Verdict} found
 */
export function readingsTold(found, followed, texts) {
  const told = [];
  if (differs(found)) told.push(`해석에 따라 판정이 달라요(${readingsApart(found, followed, texts)})`);
  if (unmeasured(found)) {
    const open = found.readings.filter(([, status]) => status === "unknown").map(([id]) =>
      texts.readings[id] ?? id
    );
    told.push(`다른 해석으로는 아직 판정할 수 없어요(${open.join(", ")})`);
  }
  return told;
}

const NAMED = 3; // places that are named before the rest is counted

/**
 * `‘골목 순찰’ 1번째 줄의 시비, ‘마을 돌봄’의 부문`: the first few of what is missing, and how many more.
 * @param {Rules.Plan} plan
 */
function placesText(places, plan, funds) {
  const words = {
    part: "부문",
    kind: "비목",
    ...Object.fromEntries(funds.map(({ id, label }) => [id, label])),
  };
  const names = places.map(({ project, line, what }) =>
    `‘${plan.projects[project].name || "이름 없는 사업"}’${line === null ? "" : ` ${line + 1}번째 줄`}의 ${
      words[what]
    }`
  );
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(", ") + (more > 0 ? ` 외 ${more}곳` : "");
}

/**
 * What is to be filled in before a cap can be decided, or null.
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Rules.Plan} plan
 */
export function openText(rule, found, plan, funds) {
  if (found.readings.length === 0 || (found.status !== "unknown" && !unmeasured(found))) return null;
  return `채우면 판정해요: ${placesText(missing(rule, plan, found.project), plan, funds)}`;
}
