/**
 * The way to 조정안: whether there is anything to mend, and the scripts that find out how, which load when they
 * are asked for.
 */

import { withLater } from "../files.js";

/** Whether a limit that judges is broken. @param {Budget.View} view */
export function isBroken(view) {
  const caps = new Set(view.rules.filter(({ kind, info }) => kind === "cap" && !info).map(({ id }) => id));
  return view.verdicts.some(({ rule, status }) => status === "fail" && caps.has(rule));
}

/** Opens the drawer with what is proposed for the plan as it is now. @param {Budget.Store} store */
export function open(store, drawer) {
  return withLater(store, () => import("./adjust.js"), ({ open: propose }) => propose(store, drawer));
}
