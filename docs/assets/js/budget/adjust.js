/**
 * 조정안: the smallest set of moves and cuts that makes all limits hold, as a table to accept whole, in part or
 * not at all. Lines can be pinned; what is accepted can be taken back like any other change.
 */

import { h, setText } from "../dom.js";
import { button } from "../drawer.js";
import { format } from "../money.js";
import { adjust } from "../rules/adjust/adjust.js";
import { movedBy, withSteps } from "../rules/adjust/steps.js";
import { evaluate } from "../rules/evaluate.js";
import { differs } from "../rules/judge.js";
import * as budgetPanel from "./panel.js";
import { won } from "./words.js";

const IN_UNIT = "천원 단위";

/** Each line's id with the names of its project and itself. @param {Rules.Plan} plan */
function namesOf(plan) {
  return new Map(
    plan.projects.flatMap((project, at) =>
      project.lines.map((
        line,
        number,
      ) => [line.id, {
        project: `${at + 1}. ${project.name || "이름 없는 사업"}`,
        line: line.name || `${number + 1}번째 줄`,
        amounts: line.amounts,
      }])
    ),
  );
}

/** `시비 6,000,000원: 시설비 → 운영비` */
function stepText(step, names, funds) {
  const place = (id) => `${names.get(id).project} › ${names.get(id).line}`;
  const fund = funds.find(({ id }) => id === step.fund).label;
  return `${fund} ${won(step.won)}: ${place(step.out_of)} ${
    step.into === null ? "에서 줄이기" : `→ ${place(step.into)}`
  }`;
}

/** What the steps make of the lines: one row for each line and fund. */
function changeTable(steps, names, funds, pin) {
  const moved = movedBy(steps);
  const rows = [...names.keys()].flatMap((id) =>
    [...moved.get(id) ?? []].map(([fund, change]) => ({ id, fund, change }))
  );
  const cell = (label, text, number = true) =>
    h("td", { class: number ? "hg-number" : null, "data-label": label }, text);
  return h(
    "div",
    { class: "hg-lines__frame" },
    h(
      "table",
      { class: "hg-calc__table hg-adjust__table" },
      h("caption", {}, "선택한 조정으로 바뀌는 줄"),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...["사업", "줄"].map((text) => h("th", { scope: "col" }, text)),
          ...["지금(원)", "바꾸면(원)", "차이(원)"].map((text) =>
            h("th", { scope: "col", class: "hg-number" }, text)
          ),
          h("th", { scope: "col" }, "고정"),
        ),
      ),
      h(
        "tbody",
        {},
        ...rows.map(({ id, fund, change }) => {
          const { project, line, amounts } = names.get(id);
          const now = amounts[fund] ?? 0n;
          return h(
            "tr",
            {},
            cell("사업", project, false),
            h(
              "th",
              { scope: "row", "data-label": "줄" },
              `${line} (${funds.find((each) => each.id === fund).label})`,
            ),
            cell("지금(원)", format(now)),
            cell("바꾸면(원)", format(now + change)),
            cell("차이(원)", `${change > 0n ? "+" : "−"}${format(change < 0n ? -change : change)}`),
            h("td", { "data-label": "고정" }, button("고정", () => pin(id), "hg-quiet")),
          );
        }),
      ),
    ),
  );
}

/** How the plan stands after the steps that are chosen. */
function preview(view, steps, data) {
  const after = { draft: view.draft, rules: view.rules, plan: withSteps(view.plan, steps) };
  after.verdicts = evaluate(view.rules, after.plan);
  const counts = budgetPanel.countLevels(after, data.texts);
  const judged = after.verdicts.filter(({ rule, readings }) =>
    readings.length && data.texts[rule].severity !== "info"
  );
  const labels = (found) => [...new Set(found.map(({ rule }) => data.texts[rule].label))].join(", ");
  const [broken, open, apart] = [
    judged.filter(({ status }) => status === "fail"),
    judged.filter(({ status }) => status === "unknown"),
    judged.filter(differs),
  ];
  return [
    `조정한 뒤의 판정: ${budgetPanel.countsText(counts)}.`,
    broken.length ? `아직 지키지 못한 한도: ${labels(broken)}.` : "판정한 한도를 모두 지켜요.",
    ...(open.length ? [`미정이 남아 판정하지 못한 한도는 더 나빠지지 않게만 했어요: ${labels(open)}.`] : []),
    ...(apart.length ? [`해석에 따라 판정이 달라지는 한도: ${labels(apart)}.`] : []),
  ].join(" ");
}

/** Why nothing fits. */
function noWay(found, plan, names, data) {
  if (found.status === "unsolved") {
    return [h("p", {}, "계획이 커서 조정안을 찾지 못했어요. 사업을 나누어 판정해 주세요.")];
  }
  const project = (id) => plan.projects.find((each) => each.id === id)?.name || "이름 없는 사업";
  const unknown = plan.projects.some(({ lines }) =>
    lines.some(({ amounts }) => Object.values(amounts).includes(null))
  );
  return [
    h("p", {}, h("strong", {}, "옮기고 줄여서는 맞출 수 없어요."), " 함께 지킬 수 없는 규칙이에요."),
    h(
      "ul",
      {},
      ...found.against.map(([rule, id]) =>
        h(
          "li",
          {},
          h("a", { href: data.texts[rule].href }, data.texts[rule].label),
          id === null ? "" : ` — ${project(id)}`,
        )
      ),
    ),
    found.pins.length
      ? h(
        "p",
        {},
        `고정을 풀면 맞출 수 있는 줄: ${
          found.pins.map((id) => `${names.get(id).project} › ${names.get(id).line}`).join(", ")
        }`,
      )
      : null,
    unknown ? h("p", {}, "미정인 금액을 채우면 달라질 수 있어요.") : null,
  ];
}

/** Puts what lines gain by the steps into the draft. @param {Budget.Draft} draft @param {Rules.Plan} plan */
function put(draft, plan, steps) {
  const moved = movedBy(steps);
  const names = namesOf(plan);
  for (const line of draft.projects.flatMap(({ lines }) => lines)) {
    for (const [fund, change] of moved.get(line.id) ?? []) {
      line.typed[fund] = format((names.get(line.id).amounts[fund] ?? 0n) + change);
    }
  }
}

/** Opens the drawer with what is proposed for the plan as it is now. */
export function open(store, drawer) {
  const { data } = store;
  const pins = new Set();
  const { view } = store;
  const { plan } = view;
  const names = namesOf(plan);
  const body = h("div", { class: "hg-adjust" });

  function accept(steps) {
    drawer.close();
    if (store.view.plan !== plan) {
      store.notice("조정안을 만든 뒤에 계획이 바뀌었어요. ‘한 번에 맞추기’를 다시 눌러 주세요.", {
        problem: true,
      });
      return;
    }
    store.changeWhole("조정안 적용", (draft) => put(draft, plan, steps));
    store.notice(`조정안대로 ${steps.length}가지를 바꿨어요.`, { undo: true });
  }

  function pinList() {
    return pins.size === 0 ? null : h(
      "p",
      { class: "hg-adjust__pins" },
      "고정한 줄: ",
      ...[...pins].flatMap((id) => [
        button(
          `${names.get(id).project} › ${names.get(id).line} 고정 풀기`,
          () => pin(id, false),
          "hg-quiet",
        ),
        " ",
      ]),
    );
  }

  function proposal(found) {
    const chosen = new Set(found.steps);
    const table = h("div", {});
    const told = h("p", { role: "status" });
    const take = button(
      "선택한 조정 적용",
      () => accept(found.steps.filter((step) => chosen.has(step))),
      "md-button--primary",
    );
    const show = () => {
      const steps = found.steps.filter((step) => chosen.has(step));
      table.replaceChildren(
        ...(steps.length ? [changeTable(steps, names, data.funds, (id) => pin(id, true))] : []),
      );
      setText(told, preview(view, steps, data));
      take.disabled = steps.length === 0;
    };
    show();
    return [
      h(
        "p",
        {},
        `모두 ${won(found.won)}을 옮기거나 줄여 ${found.lines}줄을 바꾸는 것이 가장 작은 조정이에요.` +
          (found.unit > 1 ? ` 계획의 금액이 모두 ${IN_UNIT}여서 ${IN_UNIT}로 맞췄어요.` : "") +
          (found.fewest ? "" : " 줄은 더 적게 바꿀 수도 있어요."),
      ),
      h(
        "fieldset",
        {},
        h("legend", {}, "조정할 항목"),
        ...found.steps.map((step) =>
          h(
            "label",
            { class: "hg-calc__option" },
            h("input", {
              type: "checkbox",
              checked: true,
              onchange: (event) => {
                if (event.target.checked) chosen.add(step);
                else chosen.delete(step);
                show();
              },
            }),
            h("span", {}, stepText(step, names, data.funds)),
          )
        ),
      ),
      table,
      told,
      pinList(),
      h("div", { class: "hg-drawer__actions" }, take, button("그대로 두기", () => drawer.close())),
    ];
  }

  function show() {
    const found = adjust(view.rules, plan, data.funds.map(({ id }) => id), [...pins]);
    const content = found.status === "found"
      ? proposal(found)
      : found.status === "kept"
      ? [h("p", {}, "위반이나 주의인 한도가 없어 고칠 것이 없어요.")]
      : [...noWay(found, plan, names, data), pinList()];
    body.replaceChildren(...content.filter((part) => part !== null));
  }
  function pin(id, wanted) {
    if (wanted) pins.add(id);
    else pins.delete(id);
    show();
    body.querySelector("button")?.focus();
  }
  show();
  drawer.open("조정안: 한도를 한 번에 맞추기", body);
}
