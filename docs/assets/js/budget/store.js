/**
 * The one holder of the draft: changes go through it, listeners hear of them, every step can be taken back and done again.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {{draft: any, plan: any, rules: any[], verdicts: any[]}} View
   * What has been worked out of the draft: the plan, the edition's rules, all verdicts.
   * @typedef {{draft: any, label: string, focus: string | null}} Step
   * How the draft stood before a step, what the step is called, and which record it brings back.
   */

  const MOST_STEPS = 200;
  const TYPED = "마지막으로 적은 것";
  const isText = (element) => element?.tagName === "INPUT" && element.type === "text";

  /**
   * @param {any} data the page's data
   * @param {{assets: string, root: string}} places where the site's scripts and files are, from this page
   */
  function createStore(data, draft, places = { assets: "", root: "" }) {
    const rules = Object.fromEntries(Object.entries(data.rules).map(([id, list]) => [id, hyeopchi.rules.load(list)]));
    const listeners = { change: [], replace: [], notice: [] };
    /** @type {Step[]} */
    const past = [];
    /** @type {Step[]} */
    const future = [];
    let typedIn = null; // the field whose letters are still one step
    const store = { data, draft, places, view: null };

    function work() {
      const plan = hyeopchi.draft.toPlan(store.draft);
      const active = rules[store.draft.edition];
      store.view = { draft: store.draft, plan, rules: active, verdicts: hyeopchi.rules.evaluate(active, plan) };
    }

    /** Remembers how the draft stands before a step; a new step ends what could be done again. */
    function note(before, label, focus) {
      past.push({ draft: before, label, focus });
      if (past.length > MOST_STEPS) past.shift();
      future.length = 0;
      typedIn = null;
    }

    /** Goes one step from one list to the other. */
    function travel(from, to) {
      const step = from.pop();
      if (!step) return null;
      to.push({ ...step, draft: store.draft });
      store.draft = step.draft;
      typedIn = null;
      store.rebuild();
      return step;
    }

    function tell(kind, value) {
      listeners[kind].forEach((listener) => listener(value));
    }

    Object.assign(store, {
      /** Hear of every change ("change": view), of a whole new draft ("replace"), of messages ("notice": text). */
      on(kind, listener) {
        listeners[kind].push(listener);
      },
      /**
       * Changes the draft in place and works everything out again. `label` names a step that is more than typing, `focus`
       * the record that taking it back brings back; all that is typed into one `field` is one step.
       */
      change(edit, { label = null, focus = null, field = globalThis.document?.activeElement ?? null } = {}) {
        const before = structuredClone(store.draft);
        edit(store.draft);
        const goesOn = label === null && isText(field) && field === typedIn;
        if (!goesOn && JSON.stringify(before) !== JSON.stringify(store.draft)) note(before, label ?? TYPED, focus);
        typedIn = label === null ? field : null;
        work();
        tell("change", store.view);
      },
      /** Puts another draft in place; what stood there can be brought back. */
      replace(next, label) {
        note(store.draft, label, null);
        store.draft = next;
        store.rebuild();
      },
      /** Works everything out and has every part built anew. */
      rebuild() {
        work();
        tell("replace", store.view);
        tell("change", store.view);
      },
      /** Takes the last step back. */
      undo() {
        const step = travel(past, future);
        if (!step) return;
        if (step.focus) document.querySelector(`[data-key="${CSS.escape(step.focus)}"] input`)?.focus();
        store.notice(`되돌렸어요: ${step.label}`);
      },
      /** Does again what was taken back. */
      redo() {
        const step = travel(future, past);
        if (step) store.notice(`다시 했어요: ${step.label}`);
      },
      /** What `undo` and `redo` would do, or null. */
      steps() {
        return { undo: past.at(-1)?.label ?? null, redo: future.at(-1)?.label ?? null };
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
