/**
 * The one holder of the draft: changes go through it, listeners hear of them, deletions can be taken back.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {{draft: any, plan: any, rules: any[], verdicts: any[]}} View
   * What has been worked out of the draft: the plan, the edition's rules, all verdicts.
   */

  /** @param {any} data the page's data */
  function createStore(data, draft) {
    const rules = Object.fromEntries(Object.entries(data.rules).map(([id, list]) => [id, hyeopchi.rules.load(list)]));
    const listeners = { change: [], replace: [], notice: [] };
    const undoable = [];
    const store = { data, draft, view: null };

    function work() {
      const plan = hyeopchi.draft.toPlan(store.draft);
      const active = rules[store.draft.edition];
      store.view = { draft: store.draft, plan, rules: active, verdicts: hyeopchi.rules.evaluate(active, plan) };
    }

    function tell(kind, value) {
      listeners[kind].forEach((listener) => listener(value));
    }

    Object.assign(store, {
      /** Hear of every change ("change": view), of a whole new draft ("replace"), of messages ("notice": text). */
      on(kind, listener) {
        listeners[kind].push(listener);
      },
      /** Changes the draft in place and works everything out again. */
      change(edit) {
        edit(store.draft);
        work();
        tell("change", store.view);
      },
      /** Puts another draft in place; what stood there can be brought back. */
      replace(next, label) {
        const before = store.draft;
        // Taking it back can be taken back too, as long as there is something to lose.
        if (label) undoable.push({ label, undo: () => store.replace(before, store.draft.projects.length ? "되돌리기 전의 계획" : null) });
        store.draft = next;
        store.rebuild();
      },
      /** Works everything out and has every part built anew. */
      rebuild() {
        work();
        tell("replace", store.view);
        tell("change", store.view);
      },
      /** Remembers how to take something back. */
      remember(label, undo) {
        undoable.push({ label, undo });
      },
      /** Takes the last deletion or replacement back. */
      undo() {
        const last = undoable.pop();
        if (!last) return;
        last.undo();
        store.notice(`되돌렸어요: ${last.label}`);
      },
      /** What `undo` would take back, or null. */
      last() {
        return undoable.at(-1)?.label ?? null;
      },
      /** Tells the reader something; `undo` offers to take it back, `problem` marks what went wrong. */
      notice(text, options = {}) {
        tell("notice", { text, undo: false, problem: false, ...options });
      },
      rulesOf(edition) {
        return rules[edition];
      },
    });
    work();
    return store;
  }

  hyeopchi.createStore = createStore;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
