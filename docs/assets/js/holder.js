/**
 * The one holder of what is typed: changes go through it, listeners hear of them, every step can be taken
 * back and done again.
 */

/**
 * @typedef {{state: any, label: string, focus: string | null}} Step
 * How all stood before a step, what the step is called, and which record it brings back.
 */

const MOST_STEPS = 200;
const TYPED = "마지막 입력";
const isText = (element) => element?.tagName === "INPUT" && element.type === "text";

/**
 * @template State, View
 * @param {State} state plain values
 * @param {(state: State) => View} work what follows from the state: the view that listeners get
 */
export function createHolder(state, work) {
  const listeners = { change: [], replace: [], notice: [], focus: [] };
  /** @type {Step[]} */
  const past = [];
  /** @type {Step[]} */
  const future = [];
  const left = new Map(); // the steps of what was shown before, by its id
  let shown = null;
  let typedIn = null; // the field whose letters are still one step
  const holder = { state, view: work(state) };

  /** Remembers how all stands before a step; a new step ends what could be done again. */
  function note(before, label, focus) {
    past.push({ state: before, label, focus });
    if (past.length > MOST_STEPS) past.shift();
    future.length = 0;
    typedIn = null;
  }

  function put(next) {
    holder.state = next;
    holder.view = work(next);
    tell("replace", holder.view);
    tell("change", holder.view);
  }

  /** Goes one step from one list to the other. */
  function travel(from, to) {
    const step = from.pop();
    if (!step) return null;
    to.push({ ...step, state: holder.state });
    typedIn = null;
    put(step.state);
    return step;
  }

  function tell(kind, value) {
    listeners[kind].forEach((listener) => listener(value));
  }

  return Object.assign(holder, {
    /**
     * Hear of every change ("change": view), of a whole new state ("replace": view), of messages ("notice"), of
     * a record that is to have the focus ("focus": its id).
     */
    on(kind, listener) {
      listeners[kind].push(listener);
    },
    /**
     * Changes the state in place and works everything out again. `label` names a step that is more than
     * typing, `focus` the record that taking it back brings back; all that is typed into one `field` is one
     * step.
     */
    change(edit, { label = null, focus = null, field = globalThis.document?.activeElement ?? null } = {}) {
      const goesOn = label === null && isText(field) && field === typedIn;
      const before = goesOn ? null : structuredClone(holder.state);
      edit(holder.state);
      if (!goesOn && JSON.stringify(before) !== JSON.stringify(holder.state)) {
        note(before, label ?? TYPED, focus);
      }
      typedIn = label === null ? field : null;
      holder.view = work(holder.state);
      tell("change", holder.view);
    },
    /** A change after which every part is built anew. */
    changeWhole(label, edit) {
      const next = structuredClone(holder.state);
      edit(next);
      holder.replace(next, label);
    },
    /** Puts another state in place; what stood there can be brought back. */
    replace(next, label) {
      note(holder.state, label, null);
      put(next);
    },
    /** Shows something else: its own steps can be taken back, not those of what stood here before. */
    open(id, next) {
      left.set(shown, { state: holder.state, past: [...past], future: [...future] });
      const was = left.get(id);
      const same = was && JSON.stringify(was.state) === JSON.stringify(next);
      past.splice(0, past.length, ...(same ? was.past : []));
      future.splice(0, future.length, ...(same ? was.future : []));
      shown = id;
      typedIn = null;
      put(next);
    },
    /** Takes the last step back. */
    undo() {
      const step = travel(past, future);
      if (!step) return;
      if (step.focus) tell("focus", step.focus);
      holder.notice(`되돌렸어요: ${step.label}`);
    },
    /** Does again what was taken back. */
    redo() {
      const step = travel(future, past);
      if (step) holder.notice(`다시 했어요: ${step.label}`);
    },
    /** What `undo` and `redo` would do, or null. */
    steps() {
      return { undo: past.at(-1)?.label ?? null, redo: future.at(-1)?.label ?? null };
    },
    /**
     * Tells the reader something; `undo` (true, or what does it) offers to take it back, `problem` marks what
     * went wrong.
     */
    notice(text, options = {}) {
      tell("notice", { text, undo: false, problem: false, ...options });
    },
  });
}
