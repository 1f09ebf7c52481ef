/**
 * What follows from the sheet: the outcome with what to do by when, how many verdicts stand how, each
 * verdict, what a grade means in won. Kept in sight beside the form.
 */

import { h, setText } from "../dom.js";
import * as money from "../money.js";
import * as verdictList from "../verdict-list.js";
import { broken, countsText, groups, tallies, waiting } from "../verdict-list.js";
import { sheetOutcome } from "./outcome.js";
import * as sheetVerdict from "./verdict.js";
import { sheetWords } from "./words.js";

const UNCHOSEN = "무엇을 점검할지 고르면 칸과 질문이 나오고,";
const ANNOUNCE_AFTER = 900; // ms of quiet before what follows is read out

export function compared(view, data) {
  return view.verdicts.filter(({ rule }) => data.texts[rule].kind !== "ask");
}

/** How many verdicts stand at each level. */
export function countLevels(view, data) {
  const counts = { breach: 0, care: 0, unknown: 0, ok: 0, na: 0, info: 0 };
  for (const found of view.verdicts) counts[sheetVerdict.levelIn(view, found, data.texts[found.rule])] += 1;
  return counts;
}

function isEmpty(view) {
  return Object.keys(view.figures).length === 0 && view.decision.level === "na";
}

/** Documents that disagree where it matters here: one verdict holds, another of the same conflict fails. */
function disagreements(view, data) {
  const statuses = new Map();
  // A band decides, it is not kept or broken.
  const limits = view.verdicts.filter(({ rule }) => data.texts[rule].kind === "cap");
  for (const { rule, status } of limits) {
    for (const conflict of data.texts[rule].conflicts) {
      const known = statuses.get(conflict.id) ?? { conflict, found: new Set() };
      statuses.set(conflict.id, { conflict, found: known.found.add(status) });
    }
  }
  const differing = [...statuses.values()].filter(({ found }) => found.has("ok") && found.has("fail"));
  return differing.length === 0 ? null : h(
    "section",
    { class: "hg-outcome", "data-level": "care", "data-differs": "" },
    h("p", { class: "hg-outcome__title" }, "문서에 따라 판정이 달라요"),
    h(
      "ul",
      {},
      ...differing.map(({ conflict }) =>
        h("li", {}, h("a", { href: conflict.href }, conflict.title), ` — ${conflict.followed}`)
      ),
    ),
  );
}

/** Each grade's grant, the reached one marked, beside this year's. */
function amounts(view, data) {
  const { rule, field, rows } = data.amounts ?? {};
  const found = view.verdicts.find((one) => one.rule === rule);
  if (!found) return null;
  const now = view.figures[field] ?? null;
  const difference = (text) => {
    if (now === null) return "";
    const step = BigInt(text.replaceAll(",", "")) - now;
    return step === 0n ? "같아요" : `${step > 0n ? "+" : "−"}${money.format(step > 0n ? step : -step)}`;
  };
  return h(
    "table",
    { class: "hg-calc__table", "data-amounts": "" },
    h("caption", {}, "등급별 다음 연도 지원금"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "등급"),
        h("th", { scope: "col", class: "hg-number" }, "지원금(원)"),
        h("th", { scope: "col", class: "hg-number" }, "올해와의 차이(원)"),
      ),
    ),
    h(
      "tbody",
      {},
      ...rows.map((row) =>
        h(
          "tr",
          { "aria-current": row.row === found.result ? "true" : null },
          h("th", { scope: "row" }, `${row.result}${row.row === found.result ? " ← 우리 구" : ""}`),
          h("td", { class: "hg-number" }, row.won),
          h("td", { class: "hg-number" }, difference(row.won)),
        )
      ),
    ),
  );
}

/**
 * The verdicts, the rules that answers break, and how many questions are open; where an outcome says what is
 * open, not again.
 */
function entries(holder, data, words) {
  const { view } = holder;
  const level = (found) => sheetVerdict.levelIn(view, found, data.texts[found.rule]);
  const asks = view.verdicts.filter(({ rule }) => data.texts[rule].kind === "ask");
  const href = (rule) =>
    data.facts.some(({ id }) => id === rule) ? `#hg-question-${rule}` : data.texts[rule].href;
  const open = data.outcomes.length ? [] : asks.filter(({ status }) => status === "unknown");
  return [
    ...waiting(open.map(({ rule }) => rule), (rule) => `#hg-question-${rule}`),
    ...compared(view, data).map((one) => ({
      level: level(one),
      make: () => sheetVerdict.verdict(holder, data, words, one),
    })),
    ...asks.filter(({ status }) => status === "fail").map((one) => ({
      level: level(one),
      make: () =>
        broken(level(one), data.texts[one.rule].label, href(one.rule), {
          "data-rule": one.rule,
          "data-verdict": "fail",
        }),
    })),
  ];
}

/** Whether the reader has yet to say what is judged, without which no field and no question is there. */
function isUnchosen(view, data) {
  return data.parts.length > 0 && !view.state.part;
}

function said(view, data) {
  if (isEmpty(view)) {
    return `${
      isUnchosen(view, data) ? UNCHOSEN : "숫자를 입력하면"
    } 여기에 판정이 나와요. 예시를 불러와 먼저 볼 수도 있어요.`;
  }
  return [view.words.title(view), countsText(countLevels(view, data))].filter(Boolean).join(". ");
}

/** Where the verdicts stand below the form: how they stand, and the way to them. */
export function bar(holder, data, target) {
  const text = h("span");
  const show = (view) =>
    setText(
      text,
      isEmpty(view)
        ? `${isUnchosen(view, data) ? UNCHOSEN : "숫자를 입력하면"} 판정이 나와요`
        : view.words.title(view) || countsText(countLevels(view, data)),
    );
  holder.on("change", show);
  show(holder.view);
  return h("a", { class: "hg-tool__bar hg-no-print", href: `#${target}` }, text, h("span", {}, "판정 보기"));
}

/**
 * @param {any} holder @param {any} data @param {HTMLElement[]} ways what is done with the result
 * @param {(outcome: any) => HTMLElement | null} [letter] the way to an outcome's letter
 * @returns {HTMLElement}
 */
export function findings(holder, data, ways, letter = () => null) {
  const words = sheetWords(data.measures);
  const live = h("p", { class: "hg-hidden", role: "status", "data-live": "" });
  const [top, rest] = ["hg-panel__part", "hg-panel__part"].map((name) => h("div", { class: name }));
  const actions = verdictList.actions(...ways);
  const body = h("div", { class: "hg-panel__body" }, top, actions.element, rest);
  const unfolded = new Set();
  const root = h(
    "aside",
    { class: "hg-findings", id: "hg-findings", "aria-label": "판정", tabindex: "-1" },
    body,
    live,
  );
  let timer = 0;
  let shown = "";

  function update(view) {
    // A field that is left is formatted: nothing follows from that, and a click that left it must still land
    // here.
    const next = JSON.stringify([
      view.state.edition,
      view.state.part,
      view.state.readings,
      view.figures,
      view.verdicts,
      view.decision,
      view.facts,
    ], (_, value) => typeof value === "bigint" ? String(value) : value);
    if (next === shown) return;
    shown = next;
    const open = new Set([...body.querySelectorAll("details[open]")].map((one) => one.dataset.fold));
    const part = data.parts.find(({ id }) => id === view.state.part);
    const edition = isUnchosen(view, data)
      ? ""
      : data.everyEdition
      ? "모든 연도의 규칙을 함께 적용해요"
      : `${data.editions.find(({ id }) => id === view.state.edition).title} 규칙`;
    const listed = entries(holder, data, words);
    top.replaceChildren(...[
      h("h2", {}, "판정"),
      edition
        ? h(
          "p",
          { class: "hg-panel__edition" },
          [...part ? [`${part.group}: ${part.title}`] : [], edition].join(", "),
        )
        : null,
      isEmpty(view)
        ? h("p", {}, said(view, data))
        : tallies(countLevels(view, data), new Set(listed.map(({ level }) => level))),
      sheetOutcome(view, data, letter),
    ].filter((one) => one !== null));
    actions.show(!isEmpty(view));
    rest.replaceChildren(
      ...[
        isEmpty(view) ? null : disagreements(view, data),
        ...groups(listed, unfolded),
        amounts(view, data),
        ...isEmpty(view)
          ? []
          : sheetVerdict.basesOf(view, data).map(({ text }) =>
            h("p", { class: "hg-calc__clause", "data-basis": "" }, text)
          ),
      ].filter((one) => one !== null),
    );
    for (const fold of body.querySelectorAll("details[data-fold]")) fold.open = open.has(fold.dataset.fold);
    clearTimeout(timer);
    timer = setTimeout(() => setText(live, said(view, data)), ANNOUNCE_AFTER);
  }
  holder.on("change", update);
  update(holder.view);
  return root;
}
