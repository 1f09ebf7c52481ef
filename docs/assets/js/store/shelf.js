/**
 * The plans of a tool, one of them shown: what every tool keeps its plans by. It hears of other tabs, says
 * what has become of the plans, takes changes back, and asks before the page is left, but only while
 * something is saved nowhere.
 */

import * as joining from "./join.js";
import { Kept } from "./kept.js";
import { equal } from "./merge.js";

const TAKEN = "다른 탭에서 바꾼 내용을 불러왔어요.";
const JOINED = "다른 탭에서 바꾼 내용과 합쳤어요.";
const CLASHED = "다른 탭에서도 같은 칸을 고쳤어요. 두 값을 모두 남겨 두었으니 쓸 값을 골라 주세요.";
const SAVED = "다른 탭에서 지운 계획이지만, 여기에서 수정해서 다시 저장했어요.";

/** @typedef {{text: string, undo?: boolean, problem?: boolean}} Notice */

export class Shelf extends Kept {
  /** @param {import("./kept.js").Kind} kind */
  constructor(kind) {
    super(kind);
    this.listeners = { change: [], gather: [], notice: [], saved: [] };
    this.before = null; // what an undo brings back: plans by id, or null for one that was not there
    this.away = new Map(); // plans that are saved as files, as they were then
    this.typing = false; // something typed has not come here yet
    this.asking = false;
    this.onLeave = (event) => this.leave(event);
    this.take(this.plans, this.current);
    this.initial = this.plan; // what a page begins with when nothing is stored
  }

  read() {
    const stored = super.read();
    this.current = stored?.current ?? null;
    return stored;
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

  /** Makes these the page's plans; the one that is shown stays, if it is there. */
  take(plans, current = null) {
    this.plans = plans.length > 0 ? plans : this.kind.first();
    const shown = (id) => this.plans.find((plan) => plan.id === id);
    this.plan = shown(this.plan?.id) ?? shown(current) ?? this.plans[0] ?? null;
  }

  joined({ plans, rescued }, stored) {
    const [mine, shown] = [this.plans, this.plan];
    this.take(plans, stored.current);
    this.before = null;
    if (equal(mine, this.plans)) return;
    this.emit("change");
    this.tell(shown, rescued);
  }

  /** Says what has become of the plan that was shown. */
  tell(before, rescued) {
    const now = this.plan;
    if (rescued) this.notice({ text: SAVED });
    else if (!now || equal(before, now)) return;
    else if (before && before !== this.initial && now.id !== before.id) {
      this.notice({ text: `다른 탭에서 계획을 바꾸어서, 지금은 ‘${this.kind.nameOf(now)}’을 보여 줘요.` });
    } else if (now.undecided && !equal(now.undecided, before?.undecided)) {
      this.notice({ text: CLASHED, problem: true });
    } else this.notice({ text: this.unwritten ? JOINED : TAKEN });
  }

  saved() {
    this.guard();
    this.emit("saved");
  }

  /** Brings all up to date: what is being typed here, and what other tabs have written. */
  refresh() {
    this.emit("gather");
    this.sync();
  }

  /** Shows another plan. */
  show(id) {
    this.refresh();
    this.put([], id);
  }

  /**
   * Puts plans in place by id (null takes one out), shows one, writes.
   * @param {[string, any, any?][]} changes id, plan, and from which plan it was made, if some time ago
   */
  put(changes, shown = this.plan?.id) {
    const plans = new Map(this.plans.map((plan) => [plan.id, plan]));
    for (const [id, plan, base] of changes) {
      const now = plans.get(id);
      if (!plan) plans.delete(id);
      else plans.set(id, base && now ? joining.joinPlan(this.kind, base, plan, now) : plan);
    }
    this.take([...plans.values()], shown);
    this.plan = this.plans.find(({ id }) => id === shown) ?? this.plan;
    this.before = null;
    this.typing = false;
    this.unwritten = true;
    this.sync();
    this.emit("change");
  }

  /** The same for what the reader may take back. */
  putWithUndo(changes, shown) {
    this.refresh();
    const now = new Map(this.plans.map((plan) => [plan.id, plan]));
    const before = { changes: changes.map(([id]) => [id, now.get(id) ?? null]), shown: this.plan?.id };
    this.put(changes, shown);
    this.before = before; // until the next change: taking back must not take anything else with it
  }

  undo() {
    if (!this.before) return;
    const { changes, shown } = this.before;
    this.put(changes, shown);
    this.notice({ text: "되돌렸어요." });
  }

  /**
   * Takes over what has been typed into the shown plan.
   * @param {any} part its fields
   * @param {boolean} now write it too
   */
  hold(part, now = true) {
    this.typing = false;
    const plan = { ...this.plan, ...part };
    if (equal(plan, this.plan)) {
      this.guard();
      return;
    }
    this.plans = this.plans.map((one) => (one.id === plan.id ? plan : one));
    this.plan = plan;
    this.before = null;
    this.unwritten = true;
    if (now) this.sync();
    this.guard();
  }

  /** Something is being typed that comes by `hold` in a moment. */
  expect() {
    this.typing = true;
    this.guard();
  }

  /** The shown plan, or all of them, are saved as a file. */
  savedAsFile(plans = null) {
    this.emit("gather");
    for (const plan of plans ?? [this.plan]) this.away.set(plan.id, plan);
    this.guard();
  }

  /** Whether something here stands nowhere else. */
  get unsaved() {
    const kept = new Map(this.seen.plans.map((plan) => [plan.id, plan]));
    return this.unwritten &&
      this.plans.some((plan) => !equal(plan, kept.get(plan.id)) && !equal(plan, this.away.get(plan.id)));
  }

  /**
   * Asks before the page is left while something is unsaved; otherwise nothing stands in the browser's way.
   */
  guard() {
    const wanted = this.typing || this.unsaved;
    if (wanted === this.asking) return;
    this.asking = wanted;
    if (wanted) globalThis.addEventListener("beforeunload", this.onLeave);
    else globalThis.removeEventListener("beforeunload", this.onLeave);
  }

  leave(event) {
    this.refresh();
    if (!this.unsaved) return;
    event.preventDefault();
    event.returnValue = ""; // older browsers ask only so
  }

  /** Follows other tabs: what they write appears here, also after the page lay in the browser's own cache. */
  follow() {
    const look = () => this.refresh();
    globalThis.addEventListener("storage", ({ key }) => {
      if (key === this.kind.key || key === null) look();
    });
    globalThis.addEventListener("pageshow", ({ persisted }) => {
      if (persisted) look();
    });
    globalThis.addEventListener("pagehide", look);
    document.addEventListener("visibilitychange", look);
  }
}
