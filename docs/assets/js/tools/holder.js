/**
 * The one holder of what is typed: changes go through it, listeners hear of them, what was replaced can be brought
 * back.
 */
(function (hyeopchi) {
  "use strict";

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

  hyeopchi.createHolder = createHolder;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
