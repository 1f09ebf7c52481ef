/**
 * The checklists' plans on their shelf. Every mark and every text is written at once, on top of what other
 * tabs have written since; where two tabs changed one text, both texts stay.
 */

import { guarded } from "../gate/limits.js";
import * as clashWords from "../store/clash-words.js";
import { newId } from "../store/kept.js";
import { merge, of } from "../store/merge.js";
import { at, put } from "../store/places.js";
import { Shelf } from "../store/shelf.js";
import { dateText, dict, FIELDS, joinTexts, labelOf, STATES, TEXTS, withField } from "./entry.js";
import * as file from "./file.js";
import { textOf } from "./guide.js";
import * as moves from "./moves.js";

const FEWER = "지금 내용은 파일로 저장하고, 쓰지 않는 계획을 지워 주세요.";

/**
 * Two tabs' plans as one: of a text that both changed both stay, of anything else the reader chooses.
 * @returns {import("../store/merge.js").Merged}
 */
function mergePlans(base, mine, theirs) {
  const merged = merge(base, mine, theirs);
  /** @param {import("../store/merge.js").Clash} clash */
  const ofTexts = ({ path, other }) => path.at(-1) in TEXTS && other !== undefined;
  /** @param {any} plan @param {import("../store/merge.js").Clash} clash */
  const both = (plan, { path, other }) => put(plan, path, joinTexts(path.at(-1), [at(plan, path), other]));
  const value = merged.clashes.filter(ofTexts).reduce(both, merged.value);
  // Remembered, not said by anybody.
  const ofMoves = ({ path }) => ["moves", "checklists"].includes(path[0]) || path.at(-1) === "move";
  return {
    value: {
      ...value,
      moves: [...new Set([...mine.moves, ...theirs.moves])],
      items: dict(Object.entries(value.items)),
    },
    clashes: merged.clashes.filter((clash) => !ofTexts(clash) && !ofMoves(clash)),
  };
}

/** What the store holds, in this edition's ids. */
function read(plain, guide) {
  const { document, problem } = file.fromJson(plain);
  if (!document) return { document: null, problem };
  const moved = document.plans.map((plan) => moves.apply(plan, guide.moves));
  return {
    document: { ...document, plans: moved.map(({ plan }) => plan) },
    problem: null,
    told: moved.flatMap(({ told }) => told),
  };
}

function tooMany(plans) {
  const { problem } = guarded(() => {
    file.measure(plans);
    file.measureTexts(plans);
  });
  return problem && `${problem} ${FEWER}`;
}

/** @returns {import("../store/kept.js").Kind} */
function kindOf(guide) {
  const newPlan = () => ({
    id: newId(),
    district: "",
    year: "",
    moves: guide.moves.map(({ id }) => id),
    items: dict(),
  });
  return {
    key: file.FORMAT,
    noun: "계획",
    merge: mergePlans,
    nameOf: file.nameOf,
    blank: newPlan,
    first: () => [newPlan()],
    read: (plain) => read(plain, guide),
    write: file.toJson,
    fits: (plans) => tooMany(plans),
    copied: ({ undecided: _, ...plan }) => ({ ...plan, id: newId() }),
    renamed: (plan, { district, year, ...about }) => ({ ...plan, district, year, ...about }),
  };
}

class Store extends Shelf {
  constructor(guide) {
    super(kindOf(guide));
    this.guide = guide;
    this.unwritten = this.told.length > 0; // marks were carried over to this edition's ids
    if (this.unwritten) this.sync();
  }

  /** The same before a change to this plan: if another tab has deleted it meanwhile, it is there again. */
  refreshKeeping() {
    const mine = this.plan;
    this.refresh();
    if (this.plan.id === mine.id || Object.keys(mine.items).length === 0) return;
    this.plans = [...this.plans, mine];
    this.plan = mine;
    this.notice({ text: "다른 탭에서 지운 계획이지만, 여기에서 수정해서 다시 저장했어요." });
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
    if (clash) this.notice({ text: "다른 탭에서도 같은 칸을 고쳐서, 두 내용을 모두 남겼어요." });
    return kept;
  }
}

/** The same for what the plan says of itself: its next meeting. @param {Store} store */
export function keepMeeting(store, date) {
  store.refreshKeeping();
  const { meeting: _, ...plan } = store.plan;
  store.put([[plan.id, date ? { ...plan, meeting: date } : plan]]);
}

const isDay = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** How a place in a plan and what stands there are said. @returns {import("../store/clashes.js").Words} */
function words(guide) {
  const names = {
    items: "항목",
    district: "자치구",
    year: "연도",
    edition: "적용 연도",
    checklists: "체크리스트",
    meeting: "다음 회의",
    ...FIELDS,
  };
  return {
    placeOf([top, item, field]) {
      const first = top === "items" && item !== undefined
        ? textOf(guide, item)
        : of(names, top) ?? String(top);
      return [first, of(names, field)].filter(Boolean).join(" › ");
    },
    said(value, path) {
      const field = path.at(-1);
      if ((field === "due" || field === "meeting") && isDay(value)) return dateText(value);
      return field === "state" ? labelOf(STATES, value ?? "none") : clashWords.fieldText(value);
    },
  };
}

export const createStore = (guide) => new Store(guide);
export { words as storeWords };
