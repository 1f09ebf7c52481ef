/**
 * A change of the budget, line by line before and after, as figures: the twin of macros/rules/change.py. Whole won.
 */
(function (hyeopchi) {
  "use strict";

  const KEYS = ["change-amount", "change-decrease", "change-between", "change-capital"];

  function sum(values) {
    return values.reduce((all, value) => all + value, 0n);
  }

  /** What goes from one nature to the other: the smaller of what one loses and the other gains. */
  function crossed(moved) {
    const [current, capital] = ["current", "capital"].map((wanted) =>
      sum(moved.filter(({ nature }) => nature === wanted).map(({ step }) => step)));
    if (current * capital >= 0n) return 0n;
    const [lost, gained] = current < 0n ? [-current, capital] : [-capital, current];
    return lost < gained ? lost : gained;
  }

  /**
   * The figures of a change; none without lines.
   * @param {{project: string, nature: string | null, before: bigint | null, after: bigint | null}[]} lines
   */
  function changeFigures(lines) {
    if (!lines.length) return {};
    if (lines.some(({ before, after }) => before === null || after === null)) {
      return Object.fromEntries(KEYS.map((key) => [key, null]));
    }
    const steps = lines.map(({ project, nature, before, after }) => ({ project, nature, step: after - before }));
    const all = [...grouped(steps).values()];
    const rises = (moved) => { const step = sum(moved.map((one) => one.step)); return step > 0n ? step : 0n; };
    const openNature = steps.some(({ nature, step }) => nature === null && step !== 0n);
    const within = sum(all.map(crossed));
    const together = crossed(steps);
    return {
      "change-amount": sum(steps.map(({ step }) => step > 0n ? step : 0n)),
      "change-decrease": sum(steps.map(({ step }) => step < 0n ? -step : 0n)),
      "change-between": sum(all.map(rises)),
      "change-capital": openNature ? null : within > together ? within : together,
    };
  }

  function grouped(steps) {
    const found = new Map();
    for (const step of steps) found.set(step.project, [...(found.get(step.project) ?? []), step]);
    return found;
  }

  Object.assign(hyeopchi.rules, { changeFigures });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
