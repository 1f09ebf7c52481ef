/**
 * The way to 조정안: whether there is anything to mend, and the scripts that find out how, which load when they are asked for.
 */
(function (hyeopchi) {
  "use strict";

  const SCRIPTS = [...["exact", "dictionary", "whole", "fewest", "limits", "steps", "adjust"].map((name) => `rules/adjust/${name}`), "budget/adjust"];

  /** Whether a limit that judges is broken. */
  function isBroken(view) {
    const caps = new Set(view.rules.filter(({ kind, info }) => kind === "cap" && !info).map(({ id }) => id));
    return view.verdicts.some(({ rule, status }) => status === "fail" && caps.has(rule));
  }

  /** Opens the drawer with what is proposed for the plan as it is now. */
  async function open(store, drawer) {
    try {
      for (const script of SCRIPTS) await hyeopchi.files.loadScript(`${store.places.assets}js/${script}.js`);
    } catch {
      store.notice("조정안을 찾는 데 필요한 것을 불러오지 못했어요. 쪽을 새로 열고 다시 눌러 주세요.", { problem: true });
      return;
    }
    hyeopchi.budgetAdjust.open(store, drawer);
  }

  hyeopchi.budgetAdjustDoor = { isBroken, open };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
