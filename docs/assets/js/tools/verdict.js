/**
 * One verdict: what it is called, the numbers in a sentence, how to mend it, how else the rule may be read,
 * its clause.
 */

import { h, select, uniqueId } from "../dom.js";
import { particle } from "../particle.js";
import { differs } from "../rules/judge.js";
import { levelOf, LEVELS, saidOf } from "../verdict-words.js";

const APART = " (해석에 따라 달라져 확인 필요)";
const ONE_OF = "조치 방법(하나만 하면 돼요)";
const ROUNDED = { "rounded-down": "소수를 버리면", "rounded-up": "소수를 올리면" };

/** What a reading comes to, in words. */
function resultText(texts, result) {
  return texts.rows?.[result]?.result ?? LEVELS[levelOf(result, texts.severity)].word;
}

/** `이번 금액을 …: 서울시 승인 · …`, and what is still open. */
export function readingsText(found, texts) {
  return found.readings.map(([id, result]) =>
    `${texts.readings[id] ?? ROUNDED[id] ?? id}: ${resultText(texts, result)}`
  ).join(" · ");
}

export function followedOf(view, found) {
  const { readings } = view.rules.get(found.rule);
  return readings.find(({ id }) => id === view.state.readings[found.rule]) ?? readings[0];
}

/** Whether a band's row hangs on how its rule is read, and nobody has chosen yet. */
function isApart(view, found, texts) {
  return Boolean(texts.rows?.[found.result]) && differs(found) && !(found.rule in view.state.readings);
}

/** The level that a verdict stands at: a band's row that hangs on the reading is open, not kept. */
export function levelIn(view, found, texts) {
  return levelOf(isApart(view, found, texts) ? "unknown" : found.status, texts.severity);
}

/** What a verdict is called: a band's row, that hangs on the reading until one is chosen, or `✕ 위반`. */
export function calledOf(view, found, texts) {
  const row = texts.rows?.[found.result];
  if (row) return row.result + (isApart(view, found, texts) ? APART : "");
  return `${LEVELS[levelOf(found.status, texts.severity)].sign} ${saidOf(found.status, texts)}`;
}

/** The sentences of a verdict: numbers, limit, ways to mend, what is left, what is missing. */
export function sentences(view, found, words, texts) {
  const reading = followedOf(view, found);
  if (found.status === "na") return [];
  if (found.status === "unknown") {
    const open = words.missing(reading, view.figures);
    if (open.length) return [`알아야 판정할 수 있어요: ${open.join(", ")}.`];
    if (reading.part.scale === 1n) return [];
    return [words.sentence(found, reading), "소수를 올리는지 버리는지 정해져 있지 않아 등급이 달라져요."];
  }
  const limit = words.limit(reading);
  const row = texts.rows?.[found.result];
  const ways = words.mending(found, reading);
  const spare = words.spare(found, reading);
  const basis = limit ? ` 기준은 ${limit}${particle(limit, "이에요/예요")}.` : "";
  return [
    ways.length ? `${ways.length > 1 ? ONE_OF : "조치 방법"}: ${ways.join(" · ")}.` : null,
    words.sentence(found, reading) + basis,
    row?.detail ?? null,
    spare,
  ].filter(Boolean);
}

/**
 * What this edition rests on, beside the rules that do: [mark, text] once each; nothing where all editions
 * stand together.
 */
export function basesOf(view, data) {
  if (data.everyEdition) return [];
  const marks = new Set(
    view.verdicts.filter(({ status }) => status !== "na").map(({ rule }) =>
      data.texts[rule].marks?.[view.state.edition]
    ),
  );
  return data.editions.find(({ id }) => id === view.state.edition).bases.filter(({ mark }) =>
    marks.has(mark)
  );
}

/** Where the rule stands, in which editions it holds, and what this edition rests on: `… · 개정 전 운영지침 기준`. */
export function clauseText(view, data, texts) {
  const mark = data.everyEdition ? null : texts.marks?.[view.state.edition];
  return [...texts.clauses, `${texts.editions.join("·")}년판`, ...mark ? [mark] : []].join(" · ");
}

/**
 * How full the limit is; what fails goes past the mark.
 * @param {{part: bigint, whole: bigint}} found
 * @param {{operator: string | null, num: bigint, den: bigint}} reading
 */
function meter(found, reading) {
  if (reading.operator === null || found.whole === 0n || reading.num === 0n) return null;
  const filled = found.part * reading.den * 800n / (found.whole * reading.num);
  const fill = h("span", { class: "hg-meter__fill" });
  fill.style.inlineSize = `${Number(filled > 1000n ? 1000n : filled) / 10}%`;
  return h(
    "div",
    { class: "hg-meter", "aria-hidden": "true" },
    fill,
    h("span", { class: "hg-meter__limit" }),
  );
}

function readingChoice(holder, found, texts) {
  if (Object.keys(texts.readings).length < 2) return null;
  const id = uniqueId("reading");
  // Where an outcome hangs on it, nothing is chosen until somebody chooses: then all readings have to agree.
  const all = holder.view.sheet.outcomes.length ? "정하지 않음(모든 기준이 같아야 해요)" : null;
  const options = Object.entries(texts.readings).map(([key, label], index) => ({
    id: key,
    label: index || all ? label : `${label}(길잡이)`,
  }));
  const choice = select(options, holder.state.readings[found.rule] ?? (all ? "" : options[0].id), all, {
    id,
    "data-reading": found.rule,
    onchange: () => {
      holder.change((state) => {
        if (choice.value) state.readings[found.rule] = choice.value;
        else delete state.readings[found.rule];
      });
      document.querySelector(`[data-reading="${CSS.escape(found.rule)}"]`)?.focus();
    },
  });
  return h(
    "details",
    { class: "hg-calc__fold hg-tool__readings", "data-fold": `reading-${found.rule}` },
    h("summary", {}, "다르게 해석할 수 있어요"),
    texts.readingNote ? h("p", {}, texts.readingNote) : null,
    h(
      "ul",
      {},
      ...found.readings.map(([key, result]) =>
        h("li", {}, `${texts.readings[key] ?? key}: ${resultText(texts, result)}`)
      ),
    ),
    h("div", { class: "hg-calc__field" }, h("label", { for: id }, "판정에 쓸 기준"), choice),
  );
}

function conflictList(texts) {
  return texts.conflicts.length === 0 ? null : h(
    "details",
    { class: "hg-calc__fold hg-tool__readings", "data-fold": texts.href },
    h("summary", {}, `문서 간 차이 ${texts.conflicts.length}건`),
    h(
      "ul",
      {},
      ...texts.conflicts.map(({ title, followed, href }) =>
        h("li", {}, h("a", { href }, title), ` — ${followed}`)
      ),
    ),
  );
}

/** @returns {HTMLElement} */
export function verdict(holder, data, words, found) {
  const { view } = holder;
  const texts = data.texts[found.rule];
  const level = levelIn(view, found, texts);
  const reading = followedOf(view, found);
  const lines = sentences(view, found, words, texts);
  return h(
    "li",
    {
      class: "hg-limit",
      id: `hg-verdict-${found.rule}`,
      tabindex: "-1",
      "data-rule": found.rule,
      "data-verdict": found.status,
      "data-level": level,
      "data-result": found.result,
    },
    h(
      "div",
      { class: "hg-limit__head" },
      h(
        "span",
        { class: "hg-level", "data-level": level },
        calledOf(view, found, texts),
      ),
      h("a", { class: "hg-limit__name", href: texts.href }, texts.label),
    ),
    found.status === "ok" || found.status === "fail" ? meter(found, reading) : null,
    ...lines.map((text) => h("p", { class: "hg-limit__amounts" }, text)),
    differs(found) && texts.readings
      ? h("p", { class: "hg-limit__readings" }, `! 해석에 따라 판정이 달라요(${readingsText(found, texts)})`)
      : null,
    found.status === "na" ? null : readingChoice(holder, found, texts),
    found.status === "na" ? null : conflictList(texts),
    h("p", { class: "hg-calc__clause" }, clauseText(view, data, texts)),
  );
}
