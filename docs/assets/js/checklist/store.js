/**
 * All plans of this browser, and the one that is shown. Every change reads what other tabs have written since, changes
 * only its own part and writes at once; what cannot be written stays in the page, and the reader is told.
 */
(function (hyeopchi) {
  "use strict";

  const { TEXTS, dict, file, joinTexts, merge, moves, withField } = hyeopchi.checklist;
  const KEY = file.FORMAT;

  /** @typedef {{text: string, undo?: boolean, problem?: boolean}} Notice */

  function newId() {
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(6));
    return `p${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }

  /** What the store holds, in this edition's ids. @returns {{document: any, told: any[], problem: string | null}} */
  function readStored(guide) {
    const { value, problem } = hyeopchi.storage.read(KEY);
    if (value === null) return { document: null, told: [], problem };
    const found = file.fromJson(value);
    if (!found.document) {
      hyeopchi.storage.setAside(KEY);
      return { document: null, told: [], problem: `${hyeopchi.storage.BROKEN} (${found.problem})` };
    }
    const moved = found.document.plans.map((plan) => moves.apply(plan, guide.moves));
    return { document: { ...found.document, plans: moved.map(({ plan }) => plan) },
      told: moved.flatMap(({ told }) => told), problem };
  }

  class Store {
    constructor(guide) {
      this.guide = guide;
      this.listeners = { change: [], notice: [], saved: [] };
      this.plans = [];
      this.before = null; // what an undo brings back: id -> plan or null
      const { document, told, problem } = readStored(guide);
      this.take(document);
      this.told = told;
      this.problem = problem; // why the last reading or writing failed, or null
      if (told.length > 0) this.write();
    }

    on(event, listener) {
      this.listeners[event].push(listener);
    }

    emit(event, detail) {
      for (const listener of this.listeners[event]) listener(detail);
    }

    /** @param {Notice} notice */
    notice(notice) {
      this.emit("notice", notice);
    }

    newPlan(district = "", year = "") {
      return { id: newId(), district, year, moves: this.guide.moves.map(({ id }) => id), items: dict() };
    }

    /** Makes a document's plans those of this page; the plan that is shown stays, if it is there. */
    take(document) {
      if (document) this.plans = document.plans;
      if (this.plans.length === 0) this.plans = [this.newPlan()];
      const shown = (id) => this.plans.find((plan) => plan.id === id);
      this.plan = shown(this.plan?.id) ?? shown(document?.current) ?? this.plans[0];
    }

    /** What other tabs have written since joins what is here; unwritten changes of this page are not given up. */
    refresh() {
      const { document } = readStored(this.guide);
      if (!document) return;
      const unwritten = this.unwritten ? this.plans : [];
      const theirs = new Map(document.plans.map((plan) => [plan.id, plan]));
      for (const plan of unwritten) theirs.set(plan.id, theirs.has(plan.id) ? merge.together([plan, theirs.get(plan.id)]) : plan);
      this.take({ ...document, plans: [...theirs.values()] });
    }

    /** The same before a change to this plan: if another tab has deleted it meanwhile, it is there again. */
    refreshKeeping() {
      const mine = this.plan;
      this.refresh();
      if (this.plan.id === mine.id || Object.keys(mine.items).length === 0) return;
      this.plans = [...this.plans, mine];
      this.plan = mine;
      this.notice({ text: "다른 탭에서 지운 계획이지만, 여기에서 고쳐서 다시 두었어요." });
    }

    write() {
      this.problem = hyeopchi.storage.write(KEY, file.toJson({ current: this.plan.id, plans: this.plans }));
      this.unwritten = this.problem !== null;
      this.emit("saved");
    }

    /** Puts plans in place by id (null takes one out), shows one, writes. */
    put(changes, shown = this.plan.id) {
      const plans = new Map(this.plans.map((plan) => [plan.id, plan]));
      for (const [id, plan] of changes) {
        if (plan) plans.set(id, plan);
        else plans.delete(id);
      }
      this.take({ plans: [...plans.values()], current: shown });
      this.plan = this.plans.find(({ id }) => id === shown) ?? this.plan;
      this.before = null;
      this.write();
      this.emit("change");
    }

    /** The same for what the reader may take back. */
    putWithUndo(changes, shown) {
      this.refresh();
      const now = new Map(this.plans.map((plan) => [plan.id, plan]));
      const before = { changes: changes.map(([id]) => [id, now.get(id) ?? null]), shown: this.plan.id };
      this.put(changes, shown);
      this.before = before; // until the next change: taking back must not take anything else with it
    }

    undo() {
      const { changes, shown } = this.before;
      this.refresh();
      this.put(changes, shown);
      this.notice({ text: "되돌렸어요." });
    }

    /**
     * Sets one field of one item. Where another tab has changed the same text since `base`, both texts stay.
     * @returns {string} the value that stands now
     */
    set(item, field, value, base) {
      this.refreshKeeping();
      const stands = this.plan.items[item]?.[field] ?? "";
      const clash = field in TEXTS && stands !== "" && stands !== base && stands !== value;
      const kept = clash ? joinTexts(field, [stands, value]) : value;
      const items = dict(Object.entries(this.plan.items).filter(([id]) => id !== item));
      const entry = withField(this.plan.items[item], field, kept);
      if (entry) items[item] = entry;
      this.put([[this.plan.id, { ...this.plan, items }]]);
      if (clash) this.notice({ text: "다른 탭에서도 같은 칸을 고쳐서, 두 글을 모두 남겼어요." });
      return kept;
    }

    /** Follows other tabs: what they write appears here. */
    follow() {
      const reload = (told) => {
        const was = this.plan;
        this.before = null;
        this.refresh();
        this.emit("change");
        const same = this.plan.id === was.id || Object.keys(was.items).length === 0;
        if (told) this.notice({ text: same ? "다른 탭에서 바꾼 내용을 불러왔어요."
          : `다른 탭에서 계획을 바꾸어서, 지금은 ‘${file.nameOf(this.plan)}’을 보여 드려요.` });
      };
      globalThis.addEventListener("storage", (event) => {
        if (event.key === KEY) reload(true);
      });
      // The page may come back from the browser's cache as it was before another page's changes.
      globalThis.addEventListener("pageshow", (event) => {
        if (event.persisted) reload(false);
      });
      globalThis.addEventListener("beforeunload", (event) => {
        if (this.unwritten) event.preventDefault();
      });
    }
  }

  hyeopchi.checklist.createStore = (guide) => new Store(guide);
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
