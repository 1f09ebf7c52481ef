/**
 * Taking in files and links: which plan joins which, what the members say differently side by side, and only
 * then one change.
 */

import { h, select, setText, uniqueId } from "../dom.js";
import { shown } from "../gate/text.js";
import { turn } from "../gate/turns.js";
import { button, field, open } from "../store/dialog.js";
import { dateText, FIELDS, labelOf, STATES } from "./entry.js";
import * as file from "./file.js";
import { strangers, textOf } from "./guide.js";
import * as merge from "./merge.js";
import * as moves from "./moves.js";
import { groupsNoted, namesOf } from "./scope.js";

/** @typedef {{name: string, document: any, problem: string | null}} Opened */

/** @param {File} one @returns {Promise<Opened>} */
export async function openFile(one) {
  return { name: shown(one.name), ...await file.open(one) };
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

function valueText(field, value) {
  if (field === "state") return labelOf(STATES, value);
  return field === "due" ? dateText(value) : value;
}

/** One question: the same field of the same item, as each member has it. */
function conflictBox(store, names, conflict, onChange) {
  const group = uniqueId("conflict");
  const from = (places) => places.map((place) => names[place]).join(", ");
  const together = merge.both(conflict);
  const options = [
    ...conflict.options.map(({ value, from: places }) => [value, from(places)]),
    ...(together ? [[together, "모두 남기기"]] : []),
  ];
  return h(
    "fieldset",
    { class: "hg-conflict-box" },
    h("legend", {}, h("strong", {}, FIELDS[conflict.field]), ` ${textOf(store.guide, conflict.item)}`),
    h(
      "div",
      { class: "hg-conflict-box__options" },
      ...options.map(([value, who]) =>
        h(
          "label",
          { class: "hg-conflict-box__option" },
          h("input", {
            type: "radio",
            name: group,
            onchange: () => onChange(value),
          }),
          h("span", { class: "hg-conflict-box__who" }, who),
          h("span", { class: "hg-conflict-box__value" }, valueText(conflict.field, value)),
        )
      ),
    ),
  );
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

/** Choosing for every conflict; nothing is taken in before all are chosen. */
function choosing(store, merged, close) {
  const answers = new Map();
  const left = h("p", { class: "hg-dialog__left", role: "status" });
  const boxes = merged.flatMap(({ names, conflicts }) =>
    conflicts.map((conflict) => {
      const element = conflictBox(store, names, conflict, (value) => {
        answers.set(conflict, value);
        showLeft();
      });
      return { conflict, element };
    })
  );
  const isOpen = ({ conflict }) => !answers.has(conflict);
  const showLeft = () =>
    setText(
      left,
      boxes.length === 0
        ? ""
        : boxes.some(isOpen)
        ? `서로 다르게 적은 곳이 ${boxes.length}곳 있어요. 아직 ${
          boxes.filter(isOpen).length
        }곳을 골라야 해요.`
        : "모두 골랐어요.",
    );
  const chooseRest = (pick) =>
    boxes.filter(isOpen).forEach(({ conflict, element }) => {
      const inputs = [...element.querySelectorAll("input")];
      (pick === "all" && merge.both(conflict) ? inputs.at(-1) : inputs[0]).click();
    });
  const accept = button("넣기", () => {
    const open = boxes.find(isOpen);
    if (open) {
      open.element.querySelector("input").focus();
      return;
    }
    close();
    commit(store, merged, answers);
  }, "main");
  showLeft();
  return [
    left,
    boxes.length === 0 ? null : h(
      "div",
      { class: "hg-dialog__actions" },
      button("나머지는 먼저 나온 것으로", () => chooseRest("first")),
      button("나머지 글은 모두 남기기", () => chooseRest("all")),
    ),
    ...boxes.map(({ element }) => element),
    h("div", { class: "hg-dialog__actions" }, accept, button("그만두기", close)),
  ];
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

/** Shows what was opened; takes it in when the reader says so. @param {Opened[]} opened */
export async function review(store, opened) {
  store.refresh();
  const found = arrivals(store, opened);
  let merged = mergeAll(store, found);
  await turn(); // opening the dialog on a long page takes a while of its own
  const place = h("div", { class: "hg-dialog__form" });
  open("파일과 링크에서 가져오기", (close) => {
    const draw = () =>
      place.replaceChildren(
        ...[
          list(reportLines(store, opened, found)),
          ...(found.length > 0
            ? choosing(store, merged, close)
            : [h("p", {}, "지금 화면의 내용은 그대로예요.")]),
        ].filter(Boolean),
      );
    draw();
    const again = () => {
      merged = mergeAll(store, found);
      draw();
    };
    return [...found.map((one) => homeChoice(store, one, again)), place];
  });
}
