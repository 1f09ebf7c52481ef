/**
 * One part of the package: chosen among what this browser keeps, opened from a file, or pasted as a table;
 * and what is said when another tab has changed it since.
 */

import { h, select, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import * as money from "../money.js";
import { names } from "../names.js";
import * as merging from "../store/merge.js";
import { ACCEPTED, chooser, isTable } from "../tables.js";
import * as packageSources from "./sources.js";
import * as packageTables from "./tables.js";

const NOTHING = "고르지 않음";
const OTHER = "other"; // what is in the package and not among the kept ones
export const NAMES = { plan: "예산 계획", council: `${names.council} 구성`, checklist: "체크리스트" };
export const TOOLS = {
  plan: ["tools/budget/", "예산 한도 계산기"],
  council: ["tools/council/", `${names.council} 구성 점검`],
  checklist: ["checklists/", "체크리스트"],
  dates: ["tools/deadlines/", "기한 계산"],
};
/** What a part takes as a table, and what the button for it says. */
const TABLES = { plan: "표 붙여넣기", council: "명단 붙여넣기" };

const placeOf = (found, value) => found.findIndex((one) => merging.equal(one.value, value));

/**
 * Puts a part in place, with where it was chosen from.
 * @param {{id?: string, label: string, value: any} | null} choice
 */
function put(holder, data, key, choice) {
  holder.changeWhole(`${NAMES[key] ?? "일정"} 고르기`, (next) => {
    next[key] = choice && structuredClone(choice.value);
    delete next.origins[key];
    if (choice?.id) next.origins[key] = { id: choice.id, label: choice.label };
    if (key === "plan" && choice && data.editions.some(({ id }) => id === choice.value.edition)) {
      next.edition = choice.value.edition;
    }
    if (next.district === "" && choice) {
      next.district = data.calculator.districts.find((name) => choice.label.includes(name)) ?? "";
    }
  });
}

/** The kept ones, and what is in the package but not among them. @returns {HTMLSelectElement} */
export function choiceOf(holder, data, key, found, none) {
  const { [key]: chosen, origins } = holder.state;
  const same = chosen === null ? -1 : placeOf(found, chosen);
  const other = chosen !== null && same < 0
    ? [{
      id: OTHER,
      label: origins[key] ? "선택한 시점의 내용" : key === "dates" ? none : "파일이나 표에서 넣은 것",
    }]
    : [];
  const choice = select(
    [...found.map(({ label }, at) => ({ id: String(at), label })), ...other],
    chosen === null ? "" : same < 0 ? OTHER : String(same),
    none,
    {
      id: uniqueId(key),
      "data-source": key,
      onchange: () => {
        if (choice.value !== OTHER) put(holder, data, key, found[Number(choice.value || NaN)] ?? null);
      },
    },
  );
  return choice;
}

async function open(holder, data, key, drawer, file) {
  if (key in TABLES && isTable(file)) {
    packageTables[key](holder, data, drawer, file);
    return;
  }
  const { value, problem } = await packageSources.openers[key](file, data);
  if (problem !== null) holder.notice(problem, { problem: true });
  else put(holder, data, key, value);
}

/**
 * Buttons that open a file or take a table; their names say of which part, to who does not see where they
 * stand.
 */
function ways(holder, data, key, drawer) {
  const file = chooser(
    "파일 열기",
    `${NAMES[key]} 파일`,
    key in TABLES ? `.json,application/json,${ACCEPTED}` : ".json",
    (given) => open(holder, data, key, drawer, given),
  );
  file[0].setAttribute("aria-label", `${NAMES[key]} 파일 열기`);
  if (!(key in TABLES)) return file;
  const paste = button(TABLES[key], () => packageTables[key](holder, data, drawer));
  paste.setAttribute("aria-label", `${NAMES[key]} ${TABLES[key]}`);
  return [...file, paste];
}

/** `12줄, 120,000,000원` */
function sizeOf({ projects }) {
  const lines = projects.flatMap((project) => project.lines);
  const won = lines.flatMap(({ typed }) => Object.values(typed)).map((text) => money.parse(text).won ?? 0n)
    .reduce((sum, one) => sum + one, 0n);
  return `${lines.length}줄, ${money.format(won)}원`;
}

/** What another tab has made of a chosen part. @returns {HTMLElement | null} */
export function changedNote(holder, data, watched, key) {
  const one = watched.changed().find((part) => part.key === key);
  if (!one) return null;
  const name = `고른 내용(‘${one.label}’)`;
  if (one.now === null) {
    return h(
      "p",
      { class: "hg-package__changed", role: "status", "data-changed": key },
      `${name}은 다른 탭에서 지웠어요. 묶음에는 선택한 시점의 내용이 그대로 있어요.`,
    );
  }
  const sizes = key === "plan"
    ? ` 묶음: ${sizeOf(holder.state.plan)}. 지금 저장된 것: ${sizeOf(one.now)}.`
    : "";
  return h(
    "div",
    { class: "hg-package__changed", role: "status", "data-changed": key },
    h("p", {}, `${name}이 다른 탭에서 바뀌었어요. 묶음에는 선택한 시점의 내용이 들어 있어요.${sizes}`),
    h(
      "div",
      { class: "hg-package__row" },
      button("바뀐 내용 가져오기", () => {
        put(holder, data, key, { id: holder.state.origins[key].id, label: one.label, value: one.now });
        holder.notice(`‘${one.label}’의 바뀐 내용을 가져왔어요.`, { undo: true });
      }),
      button("그대로 두기", () =>
        holder.changeWhole("그대로 두기", (next) => {
          delete next.origins[key];
        }), "hg-quiet"),
    ),
  );
}

/** @param {import("../drawer.js").Drawer} drawer where tables are pasted @returns {HTMLElement} */
export function source(holder, data, key, watched, drawer) {
  const found = watched.found[key];
  const choice = choiceOf(holder, data, key, found, NOTHING);
  const [address, tool] = TOOLS[key];
  const help = h(
    "p",
    { class: "hg-calc__help" },
    found.length === 0 ? "이 브라우저에 저장한 것이 없어요. " : "",
    h("a", { href: data.places.root + address }, tool),
    "에서 만들어요.",
  );
  return h(
    "div",
    { class: "hg-calc__field" },
    h("label", { for: choice.id }, NAMES[key]),
    h("div", { class: "hg-package__row" }, choice, ...ways(holder, data, key, drawer)),
    changedNote(holder, data, watched, key),
    help,
  );
}
