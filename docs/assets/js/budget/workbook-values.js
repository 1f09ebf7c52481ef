/**
 * What the workbook's formulas show for a plan, by the keys that macros/office/excel/budget gives to cells.
 * Written beside the formulas, so that a program that does not calculate (a preview, Excel's protected view)
 * shows the right numbers too.
 */

import { planCells, total } from "../rules/cells.js";
import { followed } from "../rules/evaluate.js";
import { differs, FLOOR } from "../rules/judge.js";
import { measureOf } from "../rules/terms.js";
import { LEVELS, standing } from "../verdict-words.js";
import { limitText, limitWon } from "./words.js";

const CAPITAL = "facility";
const OPEN = "none";

/**
 * @typedef {{name: string | null, part: string | null, line: any, project: any, current: string}} Row
 *   `name` null: a further line of the project above.
 */

/**
 * A plan as rows of the workbook; a name tells projects apart there, so each is made to differ from those
 * before it.
 * @returns {Row[]}
 * @param {Rules.Plan} plan
 */
export function rowsOf(plan, unnamed, clean) {
  const used = new Set();
  return plan.projects.flatMap((project) => {
    const base = clean(project.name).split(" ").filter(Boolean).join(" ") || unnamed;
    let name = base;
    for (let number = 2; used.has(name); number += 1) name = `${base} (${number})`;
    used.add(name);
    const lines = project.lines.length ? project.lines : [null];
    return lines.map((line, at) => ({
      name: at === 0 ? name : null,
      part: project.part,
      line,
      project,
      current: name,
    }));
  });
}

/** A line of the plan may hold 0 won; a cell is blank then. */
const isTyped = (won) => won !== undefined && won !== 0n;

/** @param {Budget.Data} data */
function lineValues(values, rows, data) {
  rows.forEach(({ name, part, line, current }, at) => {
    const amounts = data.funds.map(({ id }) => line?.amounts[id]);
    const known = amounts.filter((won) => isTyped(won) && won !== null);
    values.set(`line.${at}.sum`, known.length ? known.reduce((sum, won) => sum + won, 0n) : "");
    const open = name !== null && part === null
      ? "? 부문을 골라 주세요."
      : amounts.some(isTyped) && !line.kind
      ? "? 비목을 골라 주세요."
      : "";
    values.set(`line.${at}.told`, open);
    if (!line || !(line.name || line.kind || line.subject || amounts.some(isTyped))) return;
    values.set(`cost.${at}.project`, current);
    values.set(
      `cost.${at}.kind`,
      line.subject || (data.kinds.find(({ id }) => id === line.kind)?.label ?? ""),
    );
    values.set(`cost.${at}.what`, line.name);
    data.funds.forEach(({ id }, index) =>
      values.set(`cost.${at}.${id}`, amounts[index] === null ? "미정" : amounts[index] ?? 0n)
    );
  });
}

/**
 * The limit and what is left of it.
 * @param {Rules.Rule} rule
 * @param {Rules.Comparison} pair
 * @param {Rules.Verdict} found
 */
function room(rule, pair, found) {
  if (found.readings.length === 0) return ["", ""];
  const most = limitWon(rule.operator, found.num, found.den, pair.of ? found.whole : 1n);
  return [most, FLOOR.has(rule.operator) ? found.part - most : most - found.part];
}

/** Whether readings part, or one of them cannot be measured yet. @param {Rules.Verdict} found */
function readingsWord(found) {
  if (differs(found)) return "다름";
  const statuses = new Set(found.readings.map(([, status]) => status));
  return statuses.has("unknown") && (statuses.has("ok") || statuses.has("na")) ? "미판정" : "";
}

/**
 * @param {Rules.Rule} rule
 * @param {Rules.Verdict} found
 * @param {Budget.View} view
 * @param {Budget.Data} data
 */
function capValues(values, key, rule, found, view, data) {
  const pair = followed(rule, view.plan);
  const [most, spare] = room(rule, pair, found);
  const set = (name, value) => values.set(`${key}.${name}`, value);
  set("word", LEVELS[standing(found, data.texts[rule.id].severity)].word);
  set("part", found.part);
  // Where a limit in won has no whole, the workbook keeps the limit itself in its place.
  set("whole", pair.of ? found.whole : most);
  set("most", most);
  set("spare", spare);
  set("part-label", data.measures[pair.part.id]);
  set("whole-label", pair.of ? data.measures[pair.of.id] : "");
  set("differs", readingsWord(found));
  const choice = data.choices.find(({ id }) => id === rule.choice);
  if (choice) {
    set(
      "limit",
      found.readings.length ? limitText(rule, found.num, found.den) : `${choice.label}을 먼저 골라 주세요`,
    );
  }
}

/** @param {Budget.View} view @param {Budget.Data} data */
function verdictValues(values, view, data) {
  const rules = new Map(view.rules.map((rule) => [rule.id, rule]));
  const counts = { breach: 0n, care: 0n, unknown: 0n, ok: 0n, na: 0n, info: 0n };
  for (const found of view.verdicts) {
    const rule = rules.get(found.rule);
    const level = standing(found, data.texts[rule.id].severity);
    counts[level] += 1n;
    const number = view.plan.projects.findIndex(({ id }) => id === found.project) + 1;
    if (rule.kind === "ask") values.set(`ask.${rule.id}`, LEVELS[level].word);
    else capValues(values, number ? `each.${rule.id}.${number}` : `cap.${rule.id}`, rule, found, view, data);
  }
  Object.entries(counts).forEach(([level, count]) => values.set(`count.${level}`, count));
}

/** Sums by kind and fund, of all projects or of one; a kind of [] is all, [null] what is not chosen yet. */
function summer(projects) {
  return (funds, kinds = []) =>
    total(
      measureOf({ funds }),
      planCells(projects.map((project) => ({
        ...project,
        lines: project.lines.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)),
      }))),
    ).won;
}

function share(part, whole) {
  return whole === 0n ? "" : Number(part) / Number(whole); // shown only; nothing is decided by it
}

/** @param {Budget.Data} data */
function sumValues(values, { plan }, data) {
  const funds = [...data.funds.map(({ id }) => [id, [id]]), ["all", []]];
  const current = data.kinds.map(({ id }) => id).filter((id) => id !== CAPITAL);
  const cuts = [
    ...data.parts.map(({ id }) => [`part.${id}`, plan.projects.filter(({ part }) => part === id), []]),
    [`part.${OPEN}`, plan.projects.filter(({ part }) => part === null), []],
    ["all", plan.projects, []],
    ["kind.current", plan.projects, current],
    ["kind.capital", plan.projects, [CAPITAL]],
    [`kind.${OPEN}`, plan.projects, [null]],
  ];
  for (const [key, projects, kinds] of cuts) {
    for (const [fund, chosen] of funds) values.set(`${key}.${fund}`, summer(projects)(chosen, kinds));
  }
  const missing = total(measureOf(), planCells(plan.projects)).missing;
  values.set("open", missing ? "아직 모르는 금액(미정)이 있어요. 합계에는 0원으로 들어갔어요." : "");
}

function tableValues(values, { plan }, data) {
  const [city, own, outside] = data.funds.map(({ id }) => id);
  const sum = summer(plan.projects);
  const nature = {
    total: sum([city]),
    current: sum([city], data.kinds.map(({ id }) => id).filter((id) => id !== CAPITAL)),
    capital: sum([city], [CAPITAL]),
  };
  for (const [key, won] of Object.entries(nature)) {
    values.set(`nature.${key}`, won).set(`nature.${key}-share`, share(won, nature.total));
  }
  values.set(
    "nature.open",
    sum([city], [null]) > 0n ? "비목을 고르지 않은 시 보조금이 있어 경상과 자본의 합이 모자라요." : "",
  );
  const whole = sum([city, own]);
  const columns = [["city", [city]], ["own", [own]], ["sum", [city, own]]];
  for (const [key, kinds] of [...data.kinds.map(({ id }) => [id, [id]]), [OPEN, [null]], ["all", []]]) {
    for (const [name, funds] of columns) {
      values.set(`funds.${key}.${name}`, sum(funds, kinds)).set(
        `funds.${key}.${name}-share`,
        share(sum(funds, kinds), whole),
      );
    }
  }
  values.set(
    "funds.outside",
    sum([outside]) > 0n ? "시비와 구비가 아닌 재원은 이 표에 칸이 없어 넣지 않았어요." : "",
  );
  for (const [name, funds] of columns) {
    values.set(`agenda.all.${name}`, sum(funds));
    plan.projects.forEach((project, at) => values.set(`agenda.${at + 1}.${name}`, summer([project])(funds)));
  }
}

/**
 * Every shown value by its key: a text, or a number (won as BigInt, shares as floats). A key that is absent
 * is blank.
 * @param {Row[]} rows
 * @returns {Map<string, string | bigint | number>}
 */
export function workbookValues(view, data, rows) {
  const values = new Map([["title", view.plan.title]]);
  lineValues(values, rows, data);
  verdictValues(values, view, data);
  sumValues(values, view, data);
  tableValues(values, view, data);
  view.plan.projects.forEach((project, at) => {
    const name = rows.find((row) => row.project === project).current;
    values.set(`project.${at + 1}.name`, name).set(`agenda.${at + 1}.name`, name);
    values.set(
      `project.${at + 1}.part`,
      data.parts.find(({ id }) => id === project.part)?.label ?? "부문 미정",
    );
    values.set(`project.${at + 1}.sum`, summer([project])([]));
  });
  return values;
}
