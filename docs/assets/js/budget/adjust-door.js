/**
 * The way to 조정안: whether there is anything to mend, and the scripts that find out how, which load when they are asked for.
 */
(function (hyeopchi) {
  "use strict";

  /** Whether a limit that judges is broken. */
  function isBroken(view) {
    const caps = new Set(view.rules.filter(({ kind, info }) => kind === "cap" && !info).map(({ id }) => id));
    return view.verdicts.some(({ rule, status }) => status === "fail" && caps.has(rule));
  }

  /** Opens the drawer with what is proposed for the plan as it is now. */
  function open(store, drawer) {
    return hyeopchi.files.withLater(store, "adjust", () => hyeopchi.budgetAdjust.open(store, drawer));
  }

  hyeopchi.budgetAdjustDoor = { isBroken, open };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
