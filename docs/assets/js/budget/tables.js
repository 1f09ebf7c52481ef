/**
 * Tables of money into the plan: each line of a table becomes a line of a project, as one step that can be
 * taken back.
 */

import { counted, LIMITS } from "../gate/limits.js";
import * as money from "../money.js";
import * as tables from "../tables.js";
import * as draft from "./draft.js";
import { freeId, lineCount, newLine } from "./draft.js";

const CAPITAL = "facility"; // the kind of cost that capital grants are for

/** What a column may give. */
function rolesOf({ funds }) {
  const texts = [
    ["project", "사업명"],
    ["part", "부문"],
    ["item", "내용"],
    ["kind", "비목"],
    ["also", "함께 계산할 비목"],
    ["funds", "재원(줄마다)"],
    ["nature", "경상·자본"],
  ];
  return [
    ...texts.map(([id, label]) => ({ id, label })),
    { id: "any", label: "금액(재원은 줄마다)" },
    ...funds.map(({ id, label }) => ({ id, label: `${label}(원)` })),
  ];
}

/** Amounts of one fund together: what cannot be read or is not known yet stays as it is. */
function together(typed) {
  const unread = typed.find(({ won }) => won === null && won !== undefined);
  if (unread && unread.typed !== "") return unread.typed;
  const known = typed.filter(({ typed: text }) => text !== "");
  return known.length === 0 ? "" : money.format(known.reduce((sum, { won }) => sum + won, 0n));
}

/**
 * A row's amounts by what they are for: current and capital money, kinds of cost that have columns of their
 * own.
 */
function split(line) {
  const groups = new Map();
  for (const amount of line.amounts) {
    const key = `${amount.nature ?? ""}|${amount.cost ?? ""}`;
    groups.set(key, [...groups.get(key) ?? [], amount]);
  }
  const found = [...groups.values()].map((amounts) => ({
    kind: kindOf(line, amounts[0]),
    typed: typedBy(amounts),
  })).filter(({ typed }) => Object.keys(typed).length > 0);
  return found.length > 0 ? found : [{ kind: kindOf(line, {}), typed: {} }];
}

function kindOf(line, { nature = null, cost = null }) {
  return cost ?? line.kind ?? ((nature ?? line.nature) === "capital" ? CAPITAL : null);
}

function typedBy(amounts) {
  const byFund = {};
  for (const { role, typed } of amounts) (byFund[role] ??= []).push(typed);
  return Object.fromEntries(
    Object.entries(byFund).map(([fund, typed]) => [fund, together(typed)]).filter(([, text]) =>
      text !== "" && text !== "0"
    ),
  );
}

const nameOf = (line) => line.project || line.titled;

/** Whether a project begins where this name stands below that one. */
const begins = (name, current) => current === null || (name !== "" && name !== current);

/** The place of the first line that the plan has no room for, or -1. @param {Budget.Draft} draft */
function firstOver(draft, lines) {
  let [projects, all, current] = [draft.projects.length, lineCount(draft), null];
  return lines.findIndex((line) => {
    const isNew = begins(nameOf(line), current);
    if (isNew) current = nameOf(line);
    projects += Number(isNew);
    all += split(line).length;
    return projects > LIMITS.projects || all > LIMITS.lines;
  });
}

/** Those lines of the tables that the plan takes. @param {Budget.Draft} draft */
function taken(draft, views) {
  const lines = views.flatMap((view) => view.lines);
  const most = firstOver(draft, lines);
  return most < 0 ? lines : lines.slice(0, most);
}

/**
 * Adds lines to a draft as new projects: one begins where another name stands.
 * @param {Budget.Draft} draft
 */
function addTo(draft, lines) {
  let current = null;
  for (const line of lines) {
    const name = nameOf(line);
    if (begins(name, current?.name ?? null)) {
      current = { id: freeId(draft, "p"), name, part: line.part, lines: [] };
      draft.projects.push(current);
    }
    current.part = current.part ?? line.part;
    for (const { kind, typed } of split(line)) {
      current.lines.push({
        ...newLine(draft),
        name: line.item || line.kindText,
        kind,
        subject: line.subject,
        also: line.also.filter((one) => one !== kind),
        typed,
      });
    }
  }
}

/** What only all lines together tell. @param {Budget.Store} store */
function check(store, views) {
  const lines = views.flatMap((view) => view.lines);
  const most = taken(store.draft, views).length;
  return [
    ...lines.length > 0 && !lines.some(({ project, titled }) => project || titled)
      ? ["사업명이 없어 ‘이름 없는 사업’ 하나로 넣어요."]
      : [],
    ...lines.length > most ? [`${draft.FULL} 앞의 ${counted(most)}줄만 넣어요.`] : [],
  ];
}

/** @param {Budget.Store} store */
function take(store, views) {
  const lines = taken(store.draft, views);
  const won = lines.flatMap(({ amounts }) => amounts).reduce((sum, { typed }) => sum + (typed.won ?? 0n), 0n);
  store.changeWhole("표 입력", (draft) => addTo(draft, lines));
  store.notice(`${lines.length}줄을 계획에 더했어요. 더한 금액은 ${money.format(won)}원이에요.`, {
    undo: true,
  });
}

/**
 * Opens the place for tables. @param {any} store @param {any} drawer @param {File | null} file
 * @param {(book: any, name: string) => (() => void) | null} whole gives what opens a workbook of the
 *   calculator's own
 * @param {Partial<import("../table/purposes.js").Purpose>} [words] where another page says it otherwise
 */
export function budgetTables(store, drawer, file, whole, words = {}) {
  const { data, places } = store;
  return tables.open({
    drawer,
    assets: places.assets,
    notice: store.notice,
    purpose: ({ forMoney }) =>
      forMoney("plan", {
        goal: "계획에",
        title: "표 붙여넣기",
        roles: rolesOf(data),
        example: "사업명\t부문\t내용\t비목\t시비(천원)\t구비(천원)",
        help:
          "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V). 머리글과 단위, 합계 줄을 알아보고, 넣기 전에 표의 합계와 비교해요.",
        check: (views) => check(store, views),
        take: (views) => take(store, views),
        whole,
        ...words,
      }),
  }, file);
}
