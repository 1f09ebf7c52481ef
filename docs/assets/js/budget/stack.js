/**
 * The whole budget as one bar by cost item, with the caps drawn in; the numbers stand beside it.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { FLOOR, followed, measureOf, total } = hyeopchi.rules;
  const { limitText, limitWon, plainPercent, won } = hyeopchi.words;
  const WIDTH = 1000n;
  const MOST = 3; // stretches of their own; the rest stands together

  const draw = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };

  const ofKind = (plan, keep) => total(measureOf(), plan.projects.map((project) => ({ ...project, lines: project.lines.filter(keep) }))).won;

  /**
   * The caps that compare one cost item with the whole budget, by item. A cap that measures anything else (some funds, one part,
   * lines that count for two items) has no place on this bar, and stands in the panel alone.
   */
  function capsOf(view, whole) {
    const rules = new Map(view.rules.map((rule) => [rule.id, rule]));
    return new Map(view.verdicts.flatMap((found) => {
      const rule = rules.get(found.rule);
      if (rule.kind !== "cap" || rule.info || rule.each || found.readings.length === 0 || FLOOR.has(rule.operator)) return [];
      const { part, of } = followed(rule, view.plan);
      const fits = of && found.whole === whole && part.kinds.length === 1
        && found.part === ofKind(view.plan, ({ kind }) => kind === part.kinds[0]);
      return fits ? [[part.kinds[0], { most: limitWon(rule.operator, found.num, found.den, whole), text: limitText(rule, found.num, found.den) }]] : [];
    }));
  }

  /** The items with money: those with a cap first, the largest first; the rest as one. */
  function stretches(view, kinds, whole) {
    const caps = capsOf(view, whole);
    const all = kinds.map(({ id, label }) => ({ label, sum: ofKind(view.plan, ({ kind }) => kind === id), cap: caps.get(id) ?? null }))
      .filter(({ sum }) => sum > 0n)
      .sort((one, other) => Number(other.cap !== null) - Number(one.cap !== null) || (other.sum > one.sum ? 1 : -1));
    const shown = all.slice(0, MOST);
    const rest = whole - shown.reduce((sum, one) => sum + one.sum, 0n);
    return rest > 0n ? [...shown, { label: "그 밖의 비목", sum: rest, cap: null }] : shown;
  }

  function bar(parts, whole) {
    const svg = draw("svg", { class: "hg-bars__svg hg-stack__bar", viewBox: "0 0 1000 32", preserveAspectRatio: "none", "aria-hidden": "true" });
    let done = 0n;
    const marks = parts.map(({ sum, cap }, at) => {
      const x = (done * WIDTH) / whole;
      const end = cap && ((done + cap.most) * WIDTH) / whole;
      done += sum;
      svg.append(draw("rect", { class: `hg-bars__part hg-bars__part--${at + 1}`, x, y: 6, width: (done * WIDTH) / whole - x, height: 20 }));
      return end !== null && draw("path", { class: "hg-stack__cap", d: `M${end} 0V32` });
    });
    svg.append(...marks.filter(Boolean));
    return svg;
  }

  /** @param {any} view @param {any} data @returns {HTMLElement | null} nothing while nothing costs money */
  function stack(view, data) {
    const whole = total(measureOf(), view.plan.projects).won;
    if (whole === 0n) return null;
    const parts = stretches(view, data.kinds, whole);
    return h("div", { class: "hg-stack" }, bar(parts, whole), h("ul", { class: "hg-list hg-bars__legend" }, ...parts.map(({ label, sum, cap }, at) =>
      h("li", {}, h("span", { class: `hg-key hg-key--${at + 1}`, "aria-hidden": "true" }), `${label} `,
        h("strong", {}, won(sum)), ` ${plainPercent(sum, whole)}${cap ? ` (한도 ${cap.text} ${won(cap.most)})` : ""}`))),
    parts.some(({ cap }) => cap) ? h("p", { class: "hg-calc__clause" }, "세로선은 그 비목이 닿을 수 있는 한도예요.") : null);
  }

  hyeopchi.budgetStack = { stack };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
