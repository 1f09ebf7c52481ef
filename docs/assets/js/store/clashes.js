/**
 * What two tabs have said differently of the shown plan: both values side by side, until the reader chooses
 * one.
 */

import { h } from "../dom.js";
import { guarded } from "../gate/limits.js";
import { clean } from "../gate/text.js";
import { button } from "./dialog.js";
import * as joining from "./join.js";
import { at, differences, put } from "./places.js";

const MOST = 6; // lines that tell of one clash
const LONGEST = 1_000; // signs of one value that are shown
const UNREADABLE = "읽을 수 없는 값";

/**
 * @typedef {{path: (string | number)[], one: any, two: any}} Part
 * @typedef {{placeOf: (path: (string | number)[], plan: any) => string, said: (value: any, path: (string |
 *   number)[]) => string, parts?: (plan: any, clash: import("./merge.js").Clash) => Part[]}} Words how a tool
 *   names a place of its plans, how it says what stands there, and into what it takes a clash apart
 */

/** What is said of another tab's value, which may be anything: the page does not stop for it. */
function said(say) {
  const { value } = guarded(say);
  const text = typeof value === "string" ? clean(value.slice(0, LONGEST), true) : "";
  return text === "" ? UNREADABLE : text + (value.length > LONGEST ? "…" : "");
}

/** Both values of one clash, line by line where they are of several parts. */
function lines(plan, clash, words) {
  const found = guarded(() => words.parts?.(plan, clash)).value ??
    differences(at(plan, clash.path), clash.other, clash.path);
  const cells = found.slice(0, MOST).map((one) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, said(() => words.placeOf(one.path, plan))),
      ...[["지금 값", one.one], ["다른 탭의 값", one.two]].map(([label, value]) =>
        h("td", { "data-label": label }, said(() => words.said(value, one.path)))
      ),
    )
  );
  const rest = found.length - cells.length;
  return [
    h(
      "table",
      { class: "hg-clash__table" },
      h(
        "thead",
        {},
        h("tr", {}, ...["칸", "지금 값", "다른 탭의 값"].map((name) => h("th", { scope: "col" }, name))),
      ),
      h("tbody", {}, ...cells),
    ),
    rest > 0 ? h("p", {}, `그 밖에 ${rest}곳이 더 달라요.`) : null,
  ];
}

/** The plan with this clash settled. */
function settled(plan, key, value) {
  const { [key]: clash, ...open } = plan.undecided;
  return joining.withUndecided(value === undefined ? plan : value(plan, clash), open);
}

function choose(shelf, key, takesOther) {
  shelf.refresh();
  const { plan } = shelf;
  if (!plan.undecided?.[key]) return;
  const next = settled(plan, key, takesOther ? (one, { path, other }) => put(one, path, other) : undefined);
  const { value: found, problem } = guarded(() =>
    shelf.kind.read(shelf.kind.write({ current: next.id, plans: [next] }))
  );
  if (!found?.document) { // what is stored of the other tab's value may be damaged
    shelf.notice({ text: `다른 탭의 값을 읽을 수 없어요. ${found?.problem ?? problem}`, problem: true });
    return;
  }
  shelf.putWithUndo([[plan.id, next]], plan.id);
  shelf.notice({
    text: takesOther ? "다른 탭의 값으로 바꾸었어요." : "지금 값을 그대로 두었어요.",
    undo: true,
  });
}

function box(shelf, key, words) {
  return h(
    "li",
    { class: "hg-clash" },
    ...lines(shelf.plan, shelf.plan.undecided[key], words).filter(Boolean),
    h(
      "div",
      { class: "hg-dialog__actions" },
      button("지금 값 두기", () => choose(shelf, key, false)),
      button("다른 탭의 값으로 바꾸기", () => choose(shelf, key, true)),
    ),
  );
}

/** @param {any} shelf @param {Words} words */
export function createClashes(shelf, words) {
  const element = h("section", { class: "hg-clashes", hidden: true, "aria-label": "다른 탭과 다른 값" });
  let drawn = "";

  function show() {
    const { undecided = {} } = shelf.plan ?? {};
    const state = JSON.stringify([
      shelf.plan?.id,
      undecided,
      Object.values(undecided).map(({ path }) => at(shelf.plan, path) ?? null),
    ]);
    if (state === drawn) return;
    drawn = state;
    const keys = Object.keys(undecided);
    element.hidden = keys.length === 0;
    element.replaceChildren(
      ...(element.hidden ? [] : [
        h("h2", {}, "다른 탭과 다른 값"),
        h("p", {}, "두 탭에서 같은 칸을 다르게 적었어요. 고를 때까지 둘 다 저장해 둬요."),
        h(
          "ul",
          {},
          ...keys.map((key) => box(shelf, key, words)),
        ),
      ]),
    );
  }
  return { element, show };
}
