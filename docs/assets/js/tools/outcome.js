/**
 * The outcome: who decides, on which clauses it stands, what has to be known first, what to send by when.
 */

import { h } from "../dom.js";
import { SPLIT } from "./outcome-words.js";

const MOST_CANDIDATES = 4; // more would say nothing
const quoted = (titles) => titles.map((title) => `‘${title}’`).join(", ");

function due(one, deadlines) {
  return h(
    "li",
    {},
    h("strong", {}, one.title),
    ` — ${one.who}, ${one.how}${one.basis === "suggested" ? "(길잡이의 제안)" : ""}. ${one.summary} `,
    ...one.cites.flatMap((
      { text, href },
      index,
    ) => [index ? ", " : "", h("a", { class: "hg-cite", href }, text)]),
    " ",
    h("a", { href: `${deadlines}#from=${one.from}` }, "날짜 계산하기"),
  );
}

function part(title, items) {
  return items.length === 0 ? null : h(
    "div",
    { class: "hg-outcome__part" },
    h("h3", {}, title),
    h("ul", {}, ...items.map((item) => h("li", {}, ...[item].flat()))),
  );
}

/** The rules on which it stands, with their clauses. */
function groundsOf(view, data) {
  return view.decision.grounds.map((rule) => data.texts[rule])
    .map(({ href, label, clauses }) => [h("a", { href }, label), ` — ${clauses.join(" · ")}`]);
}

/** What is to be known about the rules that forbid or ask for care: notes, and where documents differ. */
function remarksOf(view, data) {
  const failing = view.verdicts.filter(({ rule, status }) =>
    status === "fail" && view.decision.grounds.includes(rule)
  ).map(({ rule }) => data.texts[rule]);
  const conflicts = new Map(failing.flatMap((texts) => texts.conflicts).map((one) => [one.id, one]));
  return [
    ...failing.flatMap(({ notes }) => notes),
    ...[...conflicts.values()].map((
      { href, title, followed },
    ) => [h("a", { href }, title), ` — ${followed}`]),
  ];
}

/** Where to go to settle what is open: a question, a verdict with its readings. */
function pendingOf(view, data) {
  return view.pending.map((
    [id, text],
  ) => [
    h("a", {
      href: data.facts.some((fact) => fact.id === id) ? `#hg-question-${id}` : `#hg-verdict-${id}`,
    }, text),
  ]);
}

/**
 * @param {any} view the tool's
 * @param {any} data the page's
 * @param {(outcome: any) => HTMLElement | null} letter a way to what is sent
 * @returns {HTMLElement | null}
 */
function outcome(view, data, letter) {
  const { decision, words } = view;
  if (decision.level === "na" || data.outcomes.length === 0) return null;
  const found = words.row(view);
  const candidates = words.candidates(view);
  const open = pendingOf(view, data);
  const others = candidates.filter((title) => title !== found?.title);
  return h(
    "section",
    { class: "hg-outcome", "data-outcome": decision.outcome ?? "not-decided", "data-level": decision.level },
    h("p", { class: "hg-outcome__title" }, words.title(view)),
    decision.split ? h("p", { "data-split": "" }, h("strong", {}, `${SPLIT}: ${quoted(others)}.`)) : null,
    h(
      "p",
      {},
      found?.text ??
        (candidates.length > MOST_CANDIDATES
          ? "아래를 확인하면 정해져요."
          : `확인하기 전에는 다음 가운데 하나예요: ${quoted(candidates)}.`),
    ),
    part(found ? "추가로 확인할 사항" : "먼저 확인할 사항", open),
    part("근거", groundsOf(view, data)),
    part("유의 사항", remarksOf(view, data)),
    found?.dues.length
      ? h(
        "div",
        { class: "hg-outcome__part" },
        h("h3", {}, "할 일과 시기"),
        h("ul", {}, ...found.dues.map((one) => due(one, data.deadlines))),
      )
      : null,
    found ? letter(found) : null,
  );
}

export { outcome as sheetOutcome };
