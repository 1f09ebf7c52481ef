/**
 * The whole budget as one bar by cost item, with the caps drawn in; the numbers stand beside it.
 */

import { h } from "../dom.js";
import { planCells, total } from "../rules/cells.js";
import { followed } from "../rules/evaluate.js";
import { FLOOR } from "../rules/judge.js";
import { measureOf } from "../rules/terms.js";
import { limitText, limitWon, plainPercent, won } from "./words.js";

const WIDTH = 1000n;
const MOST = 3; // stretches of their own; the rest stands together

const draw = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** What a measure has of the money that `keep` accepts. @param {(cell: Rules.Cell) => boolean} keep */
const sumOf = (plan, measure, keep = () => true) => total(measure, planCells(plan.projects).filter(keep)).won;

/** The caps that compare one cost item with a whole, each with what it measures. @param {Budget.View} view */
function capsOf(view) {
  const rules = new Map(view.rules.map((rule) => [rule.id, rule]));
  return view.verdicts.flatMap((found) => {
    const rule = rules.get(found.rule);
    if (
      rule.kind !== "cap" || rule.info || rule.each || found.readings.length === 0 || FLOOR.has(rule.operator)
    ) return [];
    const { part, of } = followed(rule, view.plan);
    return of && part.kinds.length === 1 ? [{ rule, found, of, kind: part.kinds[0] }] : [];
  });
}

/**
 * What the bar is the whole of: what most caps are measured by, or all of the plan.
 * @returns {{id: string}} a measure
 */
function baseOf(caps) {
  const times = (id) => caps.filter(({ of }) => of.id === id).length;
  return caps.map(({ of }) => of).sort((one, other) => times(other.id) - times(one.id))[0] ?? measureOf();
}

/**
 * The items with money: those with a cap first, the largest first; the rest as one. A cap that measures more
 * than the item's own lines (lines that count for two items) has no place on the bar, and stands in the panel
 * alone.
 */
function stretches({ plan }, caps, base, kinds, whole) {
  const ownSum = (id) => sumOf(plan, base, ({ kinds }) => kinds[0] === id);
  const capOf = (id, sum) =>
    caps.find(({ kind, of, found }) => kind === id && of.id === base.id && found.part === sum);
  const all = kinds.map(({ id, label }) => ({ id, label, sum: ownSum(id) })).filter(({ sum }) => sum > 0n)
    .map((one) => ({ ...one, cap: capOf(one.id, one.sum) ?? null }))
    .sort((one, other) =>
      Number(other.cap !== null) - Number(one.cap !== null) || (other.sum > one.sum ? 1 : -1)
    );
  const shown = all.slice(0, MOST);
  const rest = whole - shown.reduce((sum, one) => sum + one.sum, 0n);
  return [...shown, ...(rest > 0n ? [{ label: "그 밖의 비목", sum: rest, cap: null }] : [])].map((
    { label, sum, cap },
  ) => ({
    label,
    sum,
    cap: cap &&
      {
        most: limitWon(cap.rule.operator, cap.found.num, cap.found.den, whole),
        text: limitText(cap.rule, cap.found.num, cap.found.den),
      },
  }));
}

/**
 * The bar, and below it for each capped stretch a thin line from where the stretch begins to where it may end
 * at most.
 */
function bar(parts, whole) {
  const height = 24 + 8 * parts.filter(({ cap }) => cap).length;
  const svg = draw("svg", {
    class: "hg-bars__svg hg-stack__bar",
    viewBox: `0 0 1000 ${height}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  let done = 0n;
  let y = 20;
  parts.forEach(({ sum, cap }, at) => {
    const x = (done * WIDTH) / whole;
    if (cap) {
      const end = ((done + cap.most) * WIDTH) / whole;
      y += 8;
      svg.append(
        draw("path", {
          class: `hg-stack__cap hg-stack__cap--${at + 1}`,
          d: `M${x} ${y}H${end}M${end} ${y - 3}V${y + 3}`,
        }),
      );
    }
    done += sum;
    svg.append(
      draw("rect", {
        class: `hg-bars__part hg-bars__part--${at + 1}`,
        x,
        y: 0,
        width: (done * WIDTH) / whole - x,
        height: 20,
      }),
    );
  });
  return svg;
}

function legend(parts, whole) {
  return h(
    "ul",
    { class: "hg-list hg-bars__legend" },
    ...parts.map(({ label, sum, cap }, at) =>
      h(
        "li",
        {},
        h("span", { class: `hg-key hg-key--${at + 1}`, "aria-hidden": "true" }),
        `${label} `,
        h("strong", {}, won(sum)),
        ` ${plainPercent(sum, whole)}${cap ? ` (한도 ${cap.text} ${won(cap.most)})` : ""}`,
      )
    ),
  );
}

/** @param {any} view @param {any} data @returns {HTMLElement | null} nothing while nothing costs money */
export function stack(view, data) {
  const caps = capsOf(view);
  const base = baseOf(caps);
  const whole = sumOf(view.plan, base);
  if (whole === 0n) return null;
  const parts = stretches(view, caps, base, data.kinds, whole);
  const line = parts.some(({ cap }) => cap)
    ? " 아래 가는 선이 비목별 한도예요. 막대가 선보다 길면 한도를 넘은 것이에요."
    : "";
  return h(
    "div",
    { class: "hg-stack" },
    h("h3", {}, `비목별 구성: ${data.measures[base.id] ?? "총예산"} ${won(whole)}`),
    bar(parts, whole),
    legend(parts, whole),
    h(
      "p",
      { class: "hg-calc__clause" },
      `한도를 계산하는 기준 금액을 비목으로 나눈 막대예요. 왼쪽부터 목록의 순서예요.${line}`,
    ),
  );
}
