/**
 * Two plans side by side: a table line by line, the sums, what is judged otherwise; on the screen and on
 * paper.
 */

import { h, select, uniqueId } from "../dom.js";
import { button } from "../drawer.js";
import { format } from "../money.js";
import * as plans from "../store/plans.js";
import { levelOf, LEVELS } from "../verdict-words.js";
import * as planComparison from "./compare-lines.js";

const said = (won) => (won === null ? "미정" : format(won));
const nameOf = (one) => one?.name || "이름 없음";
const isSame = ({ before, after }) => before === after && before !== null;

/** `+1,000`, `−1,000`, `같음` @param {{before: bigint | null, after: bigint | null}} amount */
function difference({ before, after }) {
  if (before === null || after === null) return "미정이라 알 수 없음";
  if (before === after) return "같음";
  return after > before ? `+${format(after - before)}` : `−${format(before - after)}`;
}

function row(head, amount, names, attributes = {}) {
  const cells = [said(amount.before), said(amount.after), difference(amount)];
  return h(
    "tr",
    attributes,
    h("th", { scope: "row" }, head),
    ...cells.map((text, at) => h("td", { class: "hg-number", "data-label": [...names, "차이"][at] }, text)),
  );
}

const fate = ({ one, two }) => (two ? one ? "" : " (새로 생김)" : " (없어짐)");

/** A name, or both where it has changed. */
function changedName({ one, two }) {
  return one && two && one.name !== two.name ? `${nameOf(one)} → ${nameOf(two)}` : nameOf(two ?? one);
}

/** What of a line changed beside its amounts. */
function changedKind({ one, two }, kinds) {
  const label = (line) => {
    const kind = kinds.find(({ id }) => id === line.kind)?.label ?? "비목 미정";
    return line.subject ? `${line.subject}(${kind})` : kind;
  };
  if (one && two && label(one) !== label(two)) return `, ${label(one)} → ${label(two)}`;
  return `, ${label(two ?? one)}`;
}

function lineRows(line, names, kinds) {
  const head = `${changedName(line)}${changedKind(line, kinds)}${fate(line)}`;
  const amounts = line.amounts.length > 0 ? line.amounts : [{ label: "금액 없음", before: 0n, after: 0n }];
  const same = line.one && line.two && line.one.kind === line.two.kind &&
    line.one.subject === line.two.subject && line.one.name === line.two.name;
  return amounts.map((amount) =>
    row(`${head} — ${amount.label}`, amount, names, { "data-same": same && isSame(amount) })
  );
}

function projectBody(project, names, kinds) {
  const lines = project.lines.flatMap((line) => lineRows(line, names, kinds));
  return h(
    "tbody",
    {},
    h("tr", {}, h("th", { scope: "rowgroup", colspan: "4" }, `${changedName(project)}${fate(project)}`)),
    ...lines,
    row("사업 합계", project.sums.at(-1), names, { class: "hg-compare__sum" }),
  );
}

function amountTable(found, names, kinds) {
  return h(
    "table",
    { class: "hg-calc__table hg-compare__table" },
    h("caption", {}, "줄마다 비교(원)"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, "항목"),
        ...[...names, "차이"].map((name) => h("th", { scope: "col", class: "hg-number" }, name)),
      ),
    ),
    ...found.projects.map((project) => projectBody(project, names, kinds)),
    h(
      "tbody",
      {},
      h("tr", {}, h("th", { scope: "rowgroup", colspan: "4" }, "계획 전체")),
      ...found.sums.map((amount) => row(amount.label, amount, names, { class: "hg-compare__sum" })),
    ),
  );
}

/** Every verdict's word by rule and project name. @param {Budget.View} view @param {Budget.Data} data */
function verdicts(view, data) {
  return new Map(view.verdicts.map(({ rule, project, status }) => {
    const name = view.plan.projects.find(({ id }) => id === project)?.name;
    const { label, severity } = data.texts[rule];
    return [`${label}${name ? ` — ${name}` : ""}`, LEVELS[levelOf(status, severity)].word];
  }));
}

/** @param {Budget.Data} data */
function verdictTable(views, data, names) {
  const [before, after] = views.map((view) => verdicts(view, data));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) =>
    before.get(key) !== after.get(key)
  );
  if (changed.length === 0) return h("p", {}, "판정은 모두 같아요.");
  return h(
    "table",
    { class: "hg-calc__table hg-compare__table" },
    h("caption", {}, `달라진 판정 ${changed.length}개`),
    h("thead", {}, h("tr", {}, ...["규칙", ...names].map((name) => h("th", { scope: "col" }, name)))),
    h(
      "tbody",
      {},
      ...changed.map((key) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, key),
          ...[before, after].map((found, at) =>
            h("td", { "data-label": names[at] }, found.get(key) ?? "판정하지 않음")
          ),
        )
      ),
    ),
  );
}

/**
 * What the two plans' frames differ in: edition, choices.
 * @param {any[]} views of the two
 * @param {Budget.Data} data
 */
function frameLines([one, two], data) {
  const edition = ({ draft }) => data.editions.find(({ id }) => id === draft.edition).title;
  /** @param {Budget.View} view */
  const option = (view, choice) =>
    choice.options.find(({ id }) => id === view.draft.choices[choice.id])?.label ?? "고르지 않음";
  const pairs = [
    ["적용 연도", edition(one), edition(two)],
    ...data.choices.map((choice) => [choice.label, option(one, choice), option(two, choice)]),
  ];
  return pairs.filter(([, was, now]) => was !== now).map(([name, was, now]) => `${name}: ${was} → ${now}`);
}

/** The comparison's parts. @param {any[]} plans the two of the shelf */
function parts(store, plans, names) {
  const views = plans.map(({ state }) => store.viewOf(state));
  const found = planComparison.compare(
    views[0].plan,
    views[1].plan,
    store.data.funds,
    plans[0].origin === plans[1].origin,
  );
  const frame = frameLines(views, store.data);
  return [
    frame.length > 0 ? h("ul", {}, ...frame.map((text) => h("li", {}, text))) : null,
    amountTable(found, names, store.data.kinds),
    verdictTable(views, store.data, names),
  ].filter(Boolean);
}

/** Prints the comparison in the report's place. */
function print(content, names) {
  const root = document.documentElement;
  const sheet = h(
    "section",
    { class: "hg-report hg-compare-paper" },
    h("h2", {}, `${names[0]} · ${names[1]} 비교`),
    ...content,
  );
  document.querySelector(".hg-calc").append(sheet);
  root.dataset.hgPrint = "compare";
  globalThis.addEventListener("afterprint", () => {
    sheet.remove();
    delete root.dataset.hgPrint;
  }, { once: true });
  globalThis.print();
}

/** Opens the comparison of the shown plan with another. @param {Budget.Store} store */
export function open(store, drawer, shelf) {
  shelf.refresh();
  const labels = plans.labels(shelf);
  const others = shelf.plans.map(({ id }, at) => ({ id, label: labels[at] })).filter(({ id }) =>
    id !== shelf.plan.id
  );
  if (others.length === 0) {
    store.notice("비교할 계획이 하나 더 있어야 해요. ‘복사’나 ‘새 계획’으로 만들거나 파일을 여세요.");
    return;
  }
  const place = h("div", { class: "hg-compare" });
  const only = h("input", {
    type: "checkbox",
    onchange: () => place.toggleAttribute("data-only", only.checked),
  });
  const other = select(others, others[0].id, null, { id: uniqueId("other"), onchange: () => show() });
  const chosen = () => {
    const plans = [shelf.plans.find(({ id }) => id === other.value), shelf.plan];
    return { plans, names: plans.map((plan) => labels[shelf.plans.indexOf(plan)]) };
  };
  const make = () => parts(store, chosen().plans, chosen().names);
  const show = () => place.replaceChildren(...make());
  show();
  drawer.open(
    "두 계획 비교",
    h("div", { class: "hg-calc__field" }, h("label", { for: other.id }, "앞에 둘 계획"), other),
    h("label", { class: "hg-calc__option" }, only, h("span", {}, "달라진 줄만 보기")),
    place,
    h("div", { class: "hg-drawer__actions" }, button("비교표 인쇄", () => print(make(), chosen().names))),
  );
}
