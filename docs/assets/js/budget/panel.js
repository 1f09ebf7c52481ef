/**
 * The verdicts beside the table (on a phone: a bar below that opens): how many, then each limit with its numbers.
 */
(function (hyeopchi) {
  "use strict";

  const { h, setText, uniqueId } = hyeopchi.dom;
  const { differs, followed, unmeasured } = hyeopchi.rules;
  const { LEVELS, levelOf, standing } = hyeopchi.verdictWords;
  const { clauseIn, notes } = hyeopchi.budgetBasis;
  const COUNTED = ["breach", "care", "unknown"];
  const MOST_SHOWN = 20; // projects in sight under one limit; the others are folded
  const ANNOUNCE_AFTER = 900; // ms of quiet before the counts are read out

  /** How many verdicts stand at each level; what only informs is counted apart, and nowhere shown as a number. */
  function countLevels(view, texts) {
    const counts = { breach: 0, care: 0, unknown: 0, ok: 0, na: 0, info: 0, apart: 0 };
    for (const found of view.verdicts) {
      const level = standing(found, texts[found.rule].severity);
      counts[level] += 1;
      if (level !== "info" && differs(found)) counts.apart += 1;
    }
    return counts;
  }

  /** `위반 1 · 주의 0 · 확인 필요 2`, and how many verdicts hang on the reading. */
  function countsText(counts) {
    const said = COUNTED.map((level) => `${LEVELS[level].word} ${counts[level]}`);
    return [...said, ...(counts.apart ? [`해석에 따라 갈림 ${counts.apart}`] : [])].join(" · ");
  }

  /** One sentence that says where the plan stands. */
  function summary(view, counts) {
    if (view.draft.projects.length === 0) return "사업과 금액을 넣으면 여기에 판정이 나와요.";
    if (counts.breach + counts.care > 0) return "위반·주의 항목부터 확인하세요.";
    const open = counts.apart ? ` 해석에 따라 판정이 갈리는 것이 ${counts.apart}개 있으니 ${hyeopchi.names.asked}에 확인하세요.` : "";
    if (counts.unknown > 0) return `위반은 없고, 확인할 항목이 ${counts.unknown}개 남았어요.${open}`;
    return `한도를 모두 지켰어요.${open}`;
  }

  function planLimits(view, data) {
    const byRule = new Map(view.rules.map((rule) => [rule.id, rule]));
    const found = view.verdicts.map((verdict) => [byRule.get(verdict.rule), verdict])
      .filter(([rule]) => rule.kind === "cap" && !rule.each && !rule.info);
    return h("ul", { class: "hg-limits" },
      ...found.map(([rule, verdict]) => hyeopchi.budgetLimit.limit(view, rule, verdict, data)));
  }

  /** What rules that only inform say of the plan: no colour, no count. */
  function informing(view, data) {
    const byRule = new Map(view.rules.map((rule) => [rule.id, rule]));
    const items = view.verdicts.filter(({ rule }) => byRule.get(rule).info).map((found) => {
      const [rule, texts] = [byRule.get(found.rule), data.texts[found.rule]];
      return h("li", { class: "hg-limit", "data-rule": rule.id, "data-verdict": found.status, "data-level": "info" },
        h("div", { class: "hg-limit__head" }, h("a", { class: "hg-limit__name", href: texts.href }, texts.label)),
        h("p", { class: "hg-limit__amounts" }, `${texts.sentence} ${hyeopchi.words.information(rule, found, followed(rule, view.plan), data)}`),
        h("p", { class: "hg-calc__clause" }, clauseIn(data, view.draft.edition, rule.id)));
    });
    return items.length === 0 ? null : h("section", { class: "hg-limit-group hg-informing" }, h("h3", {}, "참고"),
      h("p", { class: "hg-calc__clause" }, "알려 주기만 하고 판정에 넣지 않아요."), h("ul", { class: "hg-limits" }, ...items));
  }

  /** Whether the reading that is followed counts the project's part. */
  function isFollowed(rule, found, view) {
    const { part } = view.plan.projects.find(({ id }) => id === found.project);
    const { parts } = followed(rule, view.plan).part;
    return !parts.length || part === null || parts.includes(part);
  }

  /** Which of many verdicts stand in sight: what is wrong first, then what is open, up to MOST_SHOWN. */
  function inSight(found) {
    const rank = ({ status }) => ["fail", "unknown"].includes(status) ? ["fail", "unknown"].indexOf(status) : 2;
    const places = found.map((_, at) => at).sort((a, b) => rank(found[a]) - rank(found[b]) || a - b);
    return new Set(places.slice(0, MOST_SHOWN));
  }

  /** The rest of the projects, made when the reader opens it; it stays open while the plan changes. */
  function folded(id, rest, make, unfolded) {
    const list = h("ul", { class: "hg-limits" });
    const fold = h("details", { class: "hg-calc__fold", open: unfolded.has(id), ontoggle: () => {
      if (fold.open) unfolded.add(id);
      else unfolded.delete(id);
      show();
    } }, h("summary", {}, `다른 사업 ${rest.length}개`), list);
    const show = () => {
      if (fold.open && !list.hasChildNodes()) list.append(...rest.map(make));
    };
    show();
    return fold;
  }

  function projectLimits(view, rule, data, unfolded) {
    // A project of the other part stands here only where a reading counts it too, and decides otherwise.
    const found = view.verdicts.filter((verdict) => verdict.rule === rule.id
      && (verdict.status !== "na" || differs(verdict) || unmeasured(verdict) || isFollowed(rule, verdict, view)));
    if (found.length === 0) return null;
    const texts = data.texts[rule.id];
    const shown = inSight(found);
    const make = (verdict) => hyeopchi.budgetLimit.limit(view, rule, verdict, data);
    const rest = found.filter((_, at) => !shown.has(at));
    return h("section", { class: "hg-limit-group" },
      h("h4", {}, h("a", { href: texts.href }, texts.label)), h("p", { class: "hg-calc__clause" }, clauseIn(data, view.draft.edition, rule.id)),
      h("ul", { class: "hg-limits" }, ...found.filter((_, at) => shown.has(at)).map(make)),
      rest.length === 0 ? null : folded(rule.id, rest, make, unfolded));
  }

  /** Questions that were answered against a rule, and how many wait for an answer. */
  function questionList(view, data) {
    const asks = view.verdicts.filter(({ rule }) => data.texts[rule].kind === "ask");
    const link = (id, text) => h("a", { href: `#hg-question-${id}` }, text);
    const open = asks.filter(({ status }) => status === "unknown");
    const items = asks.filter(({ status }) => status === "fail").map(({ rule }) => {
      const level = levelOf("fail", data.texts[rule].severity);
      return h("li", { class: "hg-limit", "data-level": level }, h("div", { class: "hg-limit__head" },
        h("span", { class: "hg-level", "data-level": level }, `${LEVELS[level].sign} ${LEVELS[level].word}`),
        link(rule, data.texts[rule].label)));
    });
    if (open.length) items.push(h("li", { class: "hg-limit" }, link(open[0].rule, `답하지 않은 질문 ${open.length}개에 답하기`)));
    return items.length === 0 ? null : h("section", { class: "hg-limit-group" }, h("h3", {}, "질문"), h("ul", { class: "hg-limits" }, ...items));
  }

  function countBox(level, counts) {
    return h("li", { class: "hg-tally", "data-level": level, "data-none": counts[level] === 0 },
      h("span", { class: "hg-tally__word" }, `${LEVELS[level].sign} ${LEVELS[level].word}`), h("strong", {}, String(counts[level])));
  }

  /** @returns {HTMLElement} */
  function panel(store, drawer) {
    const { data } = store;
    const bodyId = uniqueId("panel");
    const live = h("p", { class: "hg-hidden", role: "status", "data-live": "" });
    const barText = h("span", { class: "hg-panel__counts" });
    const opener = h("button", { type: "button", class: "hg-panel__bar", "aria-expanded": "false", "aria-controls": bodyId },
      barText, h("span", { class: "hg-panel__open" }));
    const body = h("div", { class: "hg-panel__body", id: bodyId });
    const root = h("aside", { class: "hg-panel", "aria-label": "판정" }, opener, body, live);
    const unfolded = new Set(); // limits whose further projects are open
    let timer = 0;

    function open(wanted) {
      root.toggleAttribute("data-open", wanted);
      opener.setAttribute("aria-expanded", String(wanted));
      setText(opener.lastElementChild, wanted ? "닫기" : "판정 보기");
    }
    opener.addEventListener("click", () => open(!root.hasAttribute("data-open")));
    root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !root.hasAttribute("data-open")) return;
      open(false);
      opener.focus();
    });
    body.addEventListener("click", (event) => {
      if (event.target.closest?.('a[href^="#"]')) open(false);
    });

    function update(view) {
      const counts = countLevels(view, data.texts);
      const text = countsText(counts);
      const each = view.rules.filter((rule) => rule.kind === "cap" && rule.each);
      const groups = each.map((rule) => projectLimits(view, rule, data, unfolded)).filter((group) => group !== null);
      body.replaceChildren(...[
        h("h2", {}, "판정"),
        h("p", { class: "hg-panel__edition" }, `${data.editions.find(({ id }) => id === view.draft.edition).title} 규칙`),
        h("ul", { class: "hg-tallies" }, ...COUNTED.map((level) => countBox(level, counts))),
        h("p", { class: "hg-panel__summary" }, summary(view, counts)),
        hyeopchi.budgetAdjustDoor.isBroken(view) ? h("button", { type: "button", class: "md-button", onclick: () => {
          open(false);
          hyeopchi.budgetAdjustDoor.open(store, drawer);
        } }, "한 번에 맞추기") : null,
        ...notes(view, data).map((text) => h("p", { class: "hg-panel__note" }, text)),
        h("h3", {}, "한도"), planLimits(view, data),
        groups.length ? h("h3", {}, "사업별 한도") : null, ...groups, questionList(view, data), informing(view, data),
      ].filter((part) => part !== null));
      setText(barText, text);
      clearTimeout(timer);
      timer = setTimeout(() => setText(live, text), ANNOUNCE_AFTER);
    }
    store.on("change", update);
    open(false);
    update(store.view);
    return root;
  }

  hyeopchi.budgetPanel = { countLevels, countsText, panel };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
