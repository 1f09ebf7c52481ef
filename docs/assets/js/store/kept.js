/**
 * Plans as this browser's store holds them. Other tabs may write at any time: a write that was made from an
 * older state is noticed by the revisions that the store names, and joined with what stands here.
 */

import { guarded, LIMITS } from "../gate/limits.js";
import { list, record, text } from "../gate/values.js";
import * as storage from "../storage.js";
import { join, withUndecided } from "./join.js";
import { equal, isRecord } from "./merge.js";

const REMEMBERED = 20; // revisions that the store names, and whose plans a page remembers
const WHERE = "저장한 내용";
const EMPTIED =
  "이 브라우저에 저장한 내용이 지워졌어요. 이 탭에 보이는 내용은 그대로이니, 필요하면 파일로 저장해 주세요.";

/**
 * @typedef {import("./join.js").Plan} Plan
 * @typedef {{current: string | null, plans: Plan[]}} Document
 * @typedef {{key: string, longest?: number, read: (plain: any) => {document: Document | null, problem: string
 *   | null, told?: any[]}, write: (document: Document) => any, fits?: (plans: Plan[]) => string | null,
 *   first: () => Plan[], nameOf: (plan: any) => string, noun?: string, label?: string, blank?: (state?: any)
 *   => any, copied?: (plan: any) => any, renamed?: (plan: any, names: any) => any, merge: (base: Plan |
 *   undefined, mine: Plan, theirs: Plan) => import("./merge.js").Merged}} Kind `read` and `write` turn what
 *   is stored into plans and back; `first` is what there is when nothing is stored; `fits` says what is too
 *   much to be read again, and what to do; `longest` is how many signs one text in it may have, when it is
 *   more than usual
 */

/** An id that no other tab and no other browser makes. */
export function newId(letter = "p") {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(6));
  return letter + [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The revision that a store names, and those before it, the last first; null when it names none. */
function readRevision(value) {
  return guarded(() => {
    const { id, past } = record(value, ["id", "past"], WHERE);
    return { id: text(id, WHERE), past: list(past, REMEMBERED, WHERE).map((one) => text(one, WHERE)) };
  }).value;
}

/** Clashes by place, as far as they can be read. */
function readUndecided(clashes) {
  const isStep = (step) => typeof step === "string" || Number.isInteger(step);
  const isPath = (path) =>
    Array.isArray(path) && path.length > 0 && path.length <= LIMITS.depth && path.every(isStep);
  const right = (clash) => isRecord(clash) && isPath(clash.path);
  const found = Array.isArray(clashes) ? clashes.slice(0, LIMITS.entries).filter(right) : [];
  return Object.fromEntries(found.map((clash) => [JSON.stringify(clash.path), clash]));
}

export class Kept {
  /** @param {Kind} kind */
  constructor(kind) {
    this.kind = kind;
    /** @type {Plan | null} */
    this.plan = null; // the one that a shelf shows
    this.problem = null; // why the last reading or writing failed, a sentence
    this.told = []; // what reading the store had to tell
    this.unwritten = false; // something here is not in the store
    this.known = new Map(); // revision -> plans
    /** @type {Plan[]} */
    this.was = []; // what a store held that was emptied since
    // The store when this page last read or wrote it.
    this.seen = { text: null, revision: null, plans: kind.first() };
    const stored = this.read();
    if (stored) this.see(stored);
    this.plans = this.seen.plans;
  }

  /** What the store holds, or null; what cannot be read is put aside, and `problem` tells of it. */
  read() {
    const { key } = this.kind;
    const raw = storage.peek(key);
    const { value, problem } = storage.read(key, this.kind.longest);
    this.problem = problem ?? (this.unwritten ? this.problem : null);
    if (value === null) return null;
    const { revision = null, undecided = {}, ...plain } = isRecord(value) ? value : {};
    const found = this.kind.read(plain);
    if (found.problem !== null) {
      storage.setAside(key);
      this.problem = `${storage.BROKEN} (${found.problem})`;
    }
    if (!found.document) return null;
    this.told = found.told ?? [];
    const plans = found.document.plans.map((plan) =>
      withUndecided(plan, readUndecided(undecided?.[plan.id]))
    );
    return {
      text: raw,
      revision: revision && readRevision(revision),
      current: found.document.current,
      plans,
    };
  }

  /** Remembers what the store holds now. */
  see({ text: raw, revision, plans }) {
    this.seen = { text: raw, revision, plans };
    this.was = [];
    if (revision) this.known.set(revision.id, plans);
    for (const id of [...this.known.keys()].slice(0, -REMEMBERED)) this.known.delete(id);
  }

  /** The plans from which both the stored ones and this page's were made. */
  baseOf({ revision, plans }) {
    const id = revision && [revision.id, ...revision.past].find((one) => this.known.has(one));
    if (id) return this.known.get(id);
    // Another tab that had the same plans may write them anew after the store was emptied.
    return [...this.seen.plans, ...this.was.filter((plan) => plans.some((one) => one.id === plan.id))];
  }

  /** Takes in what other tabs have written since, and writes what is not written yet. */
  sync() {
    const raw = storage.peek(this.kind.key);
    if (raw === null && this.seen.text !== null) {
      this.emptied();
      return;
    }
    const stored = raw === this.seen.text ? null : this.read();
    if (stored) this.join(stored);
    if (this.unwritten) this.write();
  }

  join(stored) {
    const joined = join(this.kind, this.baseOf(stored), this.plans, stored.plans);
    this.see(stored);
    this.unwritten = !equal(joined.plans, stored.plans);
    this.joined(joined, stored);
  }

  /** What becomes of joined plans; a shelf shows one of them. */
  joined({ plans }, _stored) {
    this.plans = plans;
  }

  /**
   * Somebody has emptied the store: that is not undone behind their back, and what stands here is not given
   * up.
   */
  emptied() {
    this.was = this.seen.plans;
    this.seen = { text: null, revision: null, plans: this.kind.first() };
    this.unwritten = true;
    this.problem = EMPTIED;
    this.saved();
  }

  write() {
    const { id = null, past = [] } = this.seen.revision ?? {};
    const revision = { id: newId("r"), past: [id, ...past].filter(Boolean).slice(0, REMEMBERED) };
    const open = this.plans.filter((plan) => plan.undecided).map((
      plan,
    ) => [plan.id, Object.values(plan.undecided)]);
    const value = {
      ...this.kind.write({ current: this.plan?.id ?? null, plans: this.plans }),
      revision,
      ...(open.length > 0 ? { undecided: Object.fromEntries(open) } : {}),
    };
    const over = this.kind.fits?.(this.plans) ?? null; // what could not be read again is not written
    this.problem = over ?? storage.write(this.kind.key, value, this.kind.longest);
    this.unwritten = this.problem !== null;
    if (!this.unwritten) this.see({ text: storage.peek(this.kind.key), revision, plans: this.plans });
    this.saved();
  }

  /** Heard after each try to write. */
  saved() {}
}
