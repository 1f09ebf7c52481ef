/**
 * Taking in files and links: which plan joins which, what the members say differently side by side, and only
 * then one change.
 */

import { h, select } from "../dom.js";
import { shown } from "../gate/text.js";
import { turn } from "../gate/turns.js";
import { field, open } from "../store/dialog.js";
import { choosing } from "./conflicts.js";
import * as file from "./file.js";
import { strangers } from "./guide.js";
import * as merge from "./merge.js";
import * as moves from "./moves.js";
import { groupsNoted, namesOf } from "./scope.js";

/** @typedef {{name: string, document: any, problem: string | null}} Opened */

/** @param {File} one @returns {Promise<Opened>} */
export async function openFile(one) {
  return { name: shown(one.name), ...await file.open(one) };
}

const ORDER = ["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

/**
 * Files of one name, as a browser gives them, by their order: who said what can be told apart.
 * @param {Opened[]} opened
 */
function distinct(opened) {
  return opened.map((one, at) =>
    opened.filter(({ name }) => name === one.name).length > 1
      ? { ...one, name: `${ORDER[at] ?? at + 1} 번째 파일 · ${one.name}` }
      : one
  );
}

const unnamed = ({ district, year }) => !district && !year;
const isBare = (plan) => unnamed(plan) && Object.keys(plan.items).length === 0;

/**
 * The plan of this browser that an opened one belongs to: the same, one of the same name, or the shown one if
 * it has no name.
 */
function homeOf(store, plan) {
  const plans = store.plans.filter((one) => !isBare(one));
  return plans.find(({ id }) => id === plan.id) ??
    plans.find(({ district, year }) => district === plan.district && year === plan.year) ??
    (unnamed(plan) && !isBare(store.plan) ? store.plan : null);
}

/** Every opened plan in this edition's ids, with where it came from and where it goes (null: a new plan). */
function arrivals(store, opened) {
  return opened.filter(({ document }) => document).flatMap(({ name, document }) =>
    document.plans.map((plan) => {
      const moved = moves.apply(plan, store.guide.moves);
      return { name, plan: moved.plan, told: moved.told, home: homeOf(store, plan)?.id ?? null };
    })
  );
}

/** A plan's name, from the first that has one. */
function withName(plan, others) {
  const named = [plan, ...others].find((one) => !unnamed(one));
  return named ? { ...plan, district: named.district, year: named.year } : plan;
}

/**
 * What would stand in each plan: {names, plan, conflicts}[]. Arrivals without a home join each other by name.
 */
function mergeAll(store, found) {
  const homes = new Map();
  for (const one of found) {
    const key = one.home ?? `new ${file.nameOf(one.plan)}`;
    homes.set(key, [...(homes.get(key) ?? []), one]);
  }
  return [...homes].map(([key, ones]) => {
    const home = store.plans.find(({ id }) => id === key);
    const plans = [...(home ? [home] : []), ...ones.map(({ plan }) => plan)];
    const merged = merge.merge(plans);
    return {
      ...merged,
      home,
      plan: withName(merged.plan, plans),
      names: [...(home ? ["지금 화면"] : []), ...ones.map(({ name }) => name)],
    };
  });
}

function list(items) {
  return items.length === 0 ? null : h("ul", {}, ...items.map((text) => h("li", {}, text)));
}

/** What was read, in sentences. */
function reportLines(store, opened, found) {
  const words = ({ name, plan, home }) => {
    const target = store.plans.find(({ id }) => id === home);
    const steps = groupsNoted(store.guide, plan);
    const size = `${steps.length > 0 ? `${namesOf(steps)}, ` : ""}${
      Object.keys(plan.items).length
    }가지가 적혀 있어요`;
    return `${name}: ‘${file.nameOf(plan)}’에 ${size}. ${
      target ? `‘${file.nameOf(target)}’에 합쳐요.` : "새 계획으로 더해요."
    }`;
  };
  const strange = new Set(found.flatMap(({ plan }) => strangers(store.guide, plan)));
  return [
    ...opened.filter(({ problem, document }) => problem && !document).map(({ name, problem }) =>
      `${name}: 열지 않았어요. ${problem}`
    ),
    ...opened.filter(({ problem, document }) => problem && document).map(({ name, problem }) =>
      `${name}: ${problem}`
    ),
    ...found.map(words),
    ...[...new Set(found.flatMap(({ told }) => told))].map((move) =>
      `${move.edition}년판에서 바뀐 항목: ${move.note}`
    ),
    ...(strange.size > 0
      ? [
        `이 길잡이에 없는 항목 ${strange.size}가지도 지우지 않고 그대로 둬요. ‘우리 구의 진행 상황’에서 볼 수 있어요.`,
      ]
      : []),
  ];
}

function commit(store, merged, answers) {
  const plans = merged.map(({ plan, conflicts }) =>
    merge.resolve(plan, conflicts.map((one) => ({ ...one, value: answers.get(one) })))
  );
  // Nothing is lost with them.
  const bare = store.plans.filter((plan) => isBare(plan) && !plans.some(({ id }) => id === plan.id));
  store.putWithUndo([
    ...bare.map(({ id }) => [id, null]),
    ...plans.map((plan, at) => [plan.id, plan, merged[at].home]),
  ], plans[0].id);
  store.notice({
    text: `${plans.map((plan) => `‘${file.nameOf(plan)}’`).join(", ")}에 넣었어요.`,
    undo: true,
  });
}

/** Where an opened plan goes, when that is not plain: one of this browser's plans, or a new one. */
function homeChoice(store, one, onChange) {
  const plans = store.plans.filter((plan) => !isBare(plan));
  if (plans.length === 0 || (plans.length === 1 && one.home)) return null;
  const choice = select(
    plans.map((plan) => ({ id: plan.id, label: file.nameOf(plan) })),
    one.home,
    "새 계획으로 더하기",
    {
      onchange: () => {
        one.home = choice.value || null;
        onChange();
      },
    },
  );
  return field(
    `${one.name}: 합칠 계획`,
    choice,
    "이 계획에 없는 표시만 더해요. 서로 다르게 적은 곳은 고르게 해요.",
  );
}

/**
 * Shows what was opened, then what is to be chosen; takes it in when the reader says so.
 * @param {Opened[]} files
 */
export async function review(store, files) {
  const opened = distinct(files);
  store.refresh();
  const found = arrivals(store, opened);
  await turn(); // opening the dialog on a long page takes a while of its own
  const told = h("div", {});
  const place = h("div", { class: "hg-dialog__form" });
  let drawing = 0;
  let stop = () => {};
  const tell = () => told.replaceChildren(...[list(reportLines(store, opened, found))].filter(Boolean));

  /** Plans that differ in much are merged after the dialog stands. */
  async function draw() {
    const mine = drawing += 1;
    stop();
    tell();
    await turn();
    if (mine !== drawing) return;
    const merged = mergeAll(store, found);
    const choice = choosing(store.guide, merged, (answers) => {
      dialog.close();
      commit(store, merged, answers);
    }, () => dialog.close());
    stop = choice.stop;
    place.replaceChildren(...choice.elements.filter(Boolean));
  }
  const dialog = open("파일과 링크에서 가져오기", () => [
    ...found.map((one) => homeChoice(store, one, draw)),
    told,
    found.length > 0 ? place : h("p", {}, "지금 화면의 내용은 그대로예요."),
  ]);
  dialog.addEventListener("close", () => {
    drawing += 1;
    stop();
  });
  if (found.length > 0) draw();
  else tell();
}
