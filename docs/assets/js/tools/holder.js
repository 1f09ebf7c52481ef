/**
 * The one holder of what is typed: changes go through it, listeners hear of them, what was replaced can be brought
 * back, and this browser keeps it.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText } = hyeopchi.dom;
  const SAVE_AFTER = 400; // ms of quiet before what is typed is kept
  const KEPT = "적는 대로 이 브라우저에만 저장돼요. 어디에도 보내지 않아요.";

  /**
   * @param {any} state plain values
   * @param {(state: any) => any} work what follows from the state: the view that listeners get
   */
  function createHolder(state, work) {
    const listeners = { change: [], replace: [], notice: [] };
    const undoable = [];
    const holder = { state, view: work(state) };

    function tell(kind, value) {
      listeners[kind].forEach((listener) => listener(value));
    }

    return Object.assign(holder, {
      /** Hear of every change ("change": view), of a whole new state ("replace": view), of messages ("notice"). */
      on(kind, listener) {
        listeners[kind].push(listener);
      },
      /** Changes the state in place and works everything out again. */
      change(edit) {
        edit(holder.state);
        holder.view = work(holder.state);
        tell("change", holder.view);
      },
      /** Puts another state in place; with a label, what stood there can be brought back. */
      replace(next, label) {
        const before = holder.state;
        if (label) undoable.push({ label, before });
        holder.state = next;
        holder.view = work(next);
        tell("replace", holder.view);
        tell("change", holder.view);
      },
      /** A change that can be taken back: the state before it is kept. */
      changeWhole(label, edit) {
        const next = structuredClone(holder.state);
        edit(next);
        holder.replace(next, label);
      },
      undo() {
        const last = undoable.pop();
        if (!last) return;
        holder.replace(last.before, null);
        holder.notice(`되돌렸어요: ${last.label}`);
      },
      /** What `undo` would take back, or null. */
      last() {
        return undoable.at(-1)?.label ?? null;
      },
      notice(text, options = {}) {
        tell("notice", { text, undo: false, problem: false, ...options });
      },
    });
  }

  /** Keeps the state shortly after each change, and at once when the page is left. Returns the line that says so. */
  function autosave(holder, key) {
    const told = h("p", { class: "hg-calc__kept" }, KEPT);
    let timer = 0;
    let waiting = false;

    function keep() {
      clearTimeout(timer);
      if (!waiting) return;
      waiting = false;
      const problem = hyeopchi.storage.write(key, hyeopchi.sheetFile.toJson(holder.state));
      told.toggleAttribute("data-problem", problem !== null);
      setText(told, problem ?? KEPT);
    }
    holder.on("change", () => {
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(keep, SAVE_AFTER);
    });
    globalThis.addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    return told;
  }

  /** What this browser kept, or `fresh`; `problem` is a sentence. */
  function restore(key, fresh, data) {
    const kept = hyeopchi.storage.read(key);
    if (kept.value === null) return { state: fresh, problem: kept.problem };
    const { state, problem } = hyeopchi.sheetFile.fromJson(kept.value, data);
    if (state) return { state, problem: null };
    hyeopchi.storage.setAside(key);
    return { state: fresh, problem: `${hyeopchi.storage.BROKEN} (${problem})` };
  }

  hyeopchi.holder = { autosave, create: createHolder, restore };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
