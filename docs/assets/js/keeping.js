/**
 * Keeps in this browser what is typed, and brings it back: for the calculator and for every sheet.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const SAVE_AFTER = 400; // ms of quiet before what is typed is kept
  const KEPT = "적는 대로 이 브라우저에만 저장돼요. 어디에도 보내지 않아요.";

  /**
   * Keeps the subject shortly after each change, and at once when the page is left. Returns the line that says so.
   * @param {{on: (kind: "change", listener: () => void) => void}} subject @param {string} key
   * @param {() => any} stored what is kept
   */
  function autosave(subject, key, stored) {
    const told = h("p", { class: "hg-calc__kept" }, KEPT);
    let timer = 0;
    let waiting = false;

    function keep() {
      clearTimeout(timer);
      if (!waiting) return;
      waiting = false;
      const problem = hyeopchi.storage.write(key, stored());
      told.toggleAttribute("data-problem", problem !== null);
      setText(told, problem ?? KEPT);
    }
    subject.on("change", () => {
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(keep, SAVE_AFTER);
    });
    globalThis.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    return told;
  }

  /**
   * What this browser kept, or `fresh`; what cannot be read is put aside. `problem` is a sentence.
   * @param {string} key @param {any} fresh @param {(value: any) => {state?: any, problem?: string}} read
   * @returns {{opened: any, problem: string | null}}
   */
  function restore(key, fresh, read) {
    const kept = hyeopchi.storage.read(key);
    if (kept.value === null) return { opened: fresh, problem: kept.problem };
    const { state, problem } = read(kept.value);
    if (state) return { opened: state, problem: null };
    hyeopchi.storage.setAside(key);
    return { opened: fresh, problem: `${hyeopchi.storage.BROKEN} (${problem})` };
  }

  hyeopchi.keeping = { autosave, restore };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
