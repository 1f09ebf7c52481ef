/**
 * A plan as the budget tables of the action plan (4.1, 4.2, 4.3, 6), as macros/office/budget_tables.py works
 * them out. Amounts in the tables are 천원; what is not known, or no whole 천원, stays blank.
 */

import { save } from "./template.js";

const CAPITAL = ["facility"];

/** @typedef {bigint | null} Thousands */

/** @returns {Thousands} */
function thousands(won) {
  return won === null || won % 1000n !== 0n ? null : won / 1000n;
}

/** The sum; null when one of them is not known. @param {Thousands[]} amounts */
function added(amounts) {
  return amounts.includes(null) ? null : amounts.reduce((sum, amount) => sum + amount, 0n);
}

function said(amount) {
  return amount === null ? "" : amount.toLocaleString("ko-KR");
}

/** A share in tenths of a percent, rounded half up: `17.8%`, `15%`. */
function share(part, whole) {
  if (part === null || whole === null || whole === 0n) return "";
  const tenths = (part * 2000n + whole) / (2n * whole);
  return tenths % 10n === 0n ? `${tenths / 10n}%` : `${tenths / 10n}.${tenths % 10n}%`;
}

/**
 * The rows of 4.2: under each kind the subjects that lines name, and the kind itself for lines that name none.
 * @param {{kind: string | null, subject?: string}[]} lines
 * @param {{id: string, label: string}[]} kinds
 * @returns {{label: string, kind: string | null, subject: string}[]}
 */
function subjectsOf(lines, kinds) {
  return [...kinds, { id: null, label: "" }].flatMap(({ id, label }) => {
    const subjects = lines.filter(({ kind }) => kind === id).map(({ subject = "" }) => subject);
    const named = [...new Set(subjects)].filter((subject) => subject !== "");
    const rest = id !== null && (named.length === 0 || subjects.includes("")) ? [""] : [];
    return [...named, ...rest].map((subject) => ({ label: subject || label, kind: id, subject }));
  });
}

/**
 * What fills the template. `blanks` counts the plan's amounts that the tables cannot say.
 * @param {any} plan as `hyeopchi.plan` reads it: won as BigInt, null for money not known, a fund left out for
 *   none
 * @param {{kinds: {id: string, label: string}[]}} data the calculator's
 * @returns {{values: import("./fill.js").Values, blanks: number}}
 */
export function budgetValues(plan, data) {
  const lines = plan.projects.flatMap((project) => project.lines.map((line) => ({ project, line })));
  const of = (line, fund) => thousands(line.amounts[fund] ?? (fund in line.amounts ? null : 0n));
  const money = (fund, wanted) => added(lines.filter(wanted).map(({ line }) => of(line, fund)));
  const both = (wanted) => {
    const [city, own] = [money("city", wanted), money("own", wanted)];
    return { city, own, total: added([city, own]) };
  };
  const all = both(() => true);
  const shares = (sums) => ({
    "city-share": share(sums.city, all.total),
    "own-share": share(sums.own, all.total),
    "total-share": share(sums.total, all.total),
  });
  const row = (label, sums) => ({
    label,
    city: said(sums.city),
    own: said(sums.own),
    total: said(sums.total),
    ...shares(sums),
  });
  const [current, capital] = [false, true].map((wanted) =>
    money("city", ({ line }) => CAPITAL.includes(line.kind) === wanted)
  );
  const grant = added([current, capital]);
  const labels = new Map(data.kinds.map(({ id, label }) => [id, label]));
  const fields = {
    "page.title": plan.title || "이름 없는 계획",
    "nature.grant": said(grant),
    "nature.current": said(current),
    "nature.capital": said(capital),
    "nature.current-share": share(current, grant),
    "nature.capital-share": share(capital, grant),
    ...Object.fromEntries(Object.entries(row("", all)).map(([name, value]) => [`all.${name}`, value])),
  };
  const other = (line) => {
    const amount = of(line, "outside");
    return amount === 0n ? "" : said(amount);
  };
  const lists = {
    subjects: subjectsOf(lines.map(({ line }) => line), data.kinds).map(({ label, kind, subject }) =>
      row(label, both(({ line }) => line.kind === kind && (line.subject ?? "") === subject))
    ),
    agendas: plan.projects.map(({ id, name }) => row(name, both(({ project }) => project.id === id))),
    costs: lines.map(({ project, line }) => ({
      agenda: project.name,
      label: line.subject || (labels.get(line.kind) ?? ""),
      basis: line.name,
      own: said(of(line, "own")),
      city: said(of(line, "city")),
      state: "",
      other: other(line),
    })),
  };
  const blanks =
    lines.flatMap(({ line }) => Object.keys(line.amounts).map((fund) => of(line, fund))).filter((amount) =>
      amount === null
    ).length;
  return { values: { fields, lists }, blanks };
}

/**
 * Saves the plan's budget tables for 한글 or Word. @param {any} plan @param {any} data the calculator's
 * @param {string} assets the address of the site's assets @param {"hwpx" | "docx"} format
 * @returns {Promise<string>} what to tell the reader
 */
export async function saveBudget(plan, data, assets, format) {
  const { values, blanks } = budgetValues(plan, data);
  const name = await save(
    assets,
    "budget-tables",
    format,
    ["예산표", plan.edition, plan.title].filter(Boolean).join(" "),
    values,
  );
  return `${name} 파일로 받았어요.${
    blanks ? ` 모르거나 천원으로 적을 수 없는 금액 ${blanks}개는 비워 두었어요.` : ""
  }`;
}
