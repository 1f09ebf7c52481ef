/**
 * The plan's frame: title, edition, what a limit depends on (grade), and how open terms are read.
 */

import { h, setText, uniqueId } from "../dom.js";
import { format, parse } from "../money.js";
import { names } from "../names.js";
import { particle } from "../particle.js";
import { differs } from "../rules/judge.js";
import { titleField } from "../title-field.js";
import * as budgetBasis from "./basis.js";

const GUIDE = "";

/**
 * Rules that came, went or were replaced from one edition to the other, as a sentence.
 * @param {Budget.Store} store
 */
function difference(store, from, to) {
  const ids = (edition) => store.rulesOf(edition).map(({ id }) => id);
  const label = (id) => `‘${store.data.texts[id].label}’`;
  const came = ids(to).filter((id) => !ids(from).includes(id));
  const went = ids(from).filter((id) => !ids(to).includes(id));
  const pieces = [];
  if (came.length) pieces.push(`새로 계산하는 규칙: ${came.map(label).join(", ")}.`);
  if (went.length) pieces.push(`이 연도에 없는 규칙: ${went.map(label).join(", ")}.`);
  return pieces.join(" ") || "두 연도의 규칙이 같아요.";
}

/**
 * Readings that a reader may choose instead of the guide's: those that are no rule's first, with the rules
 * that each changes.
 */
function otherReadings(rules, { readings, texts }) {
  const found = new Map();
  for (const rule of rules) {
    for (const { id } of rule.readings.slice(1)) found.set(id, [...(found.get(id) ?? []), rule.id]);
  }
  return [...found].map(([id, ruleIds]) => ({
    id,
    label: texts[ruleIds[0]].readings[id],
    help: [readings[id]?.help, `바뀌는 규칙: ${ruleIds.map((rule) => texts[rule].label).join(", ")}`].filter(
      Boolean,
    ).join(" "),
  }));
}

/**
 * What may be said of readings before one is chosen: where they part, and where that cannot be told yet.
 * @param {Budget.View} view
 */
function readingsHint(view) {
  const count = (test) => new Set(view.verdicts.filter(test).map(({ rule }) => rule)).size;
  const caps = new Set(view.rules.filter((rule) => rule.kind === "cap" && !rule.info).map(({ id }) => id));
  const apart = count(differs);
  const open = count((found) =>
    caps.has(found.rule) &&
    (found.status === "unknown" || found.readings.some(([, status]) => status === "unknown"))
  );
  const said = [
    apart ? `해석에 따라 판정이 달라지는 규칙 ${apart}개` : null,
    open ? `아직 판정하지 못해 달라질 수 있는 규칙 ${open}개` : null,
  ].filter(Boolean);
  if (said.length) return said.join(" · ");
  return view.verdicts.some(({ rule, status }) => caps.has(rule) && status !== "na")
    ? "지금은 어느 해석으로도 판정이 같아요"
    : "";
}

/**
 * The grant that the city has told, as typed; what cannot be read says so below.
 * @param {Budget.Store} store
 */
function grantField(store) {
  const id = uniqueId("grant");
  const told = h("small", { id: uniqueId("told") });
  const input = h("input", {
    id,
    type: "text",
    maxlength: "60",
    value: store.draft.grant,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": told.id,
    "data-grant": "",
  });

  function show() {
    const { error } = parse(input.value);
    input.setAttribute("aria-invalid", String(error !== null));
    setText(
      told,
      error === null
        ? `${names.city}${
          particle(names.city, "이/가")
        } 통보한 금액이에요. 비우면 계획의 시비 합계를 지원금으로 봐요.`
        : `✕ ${error}`,
    );
    told.classList.toggle("hg-calc__problem", error !== null);
  }
  input.addEventListener("input", () =>
    store.change((draft) => {
      draft.grant = input.value;
    }, { field: input }));
  input.addEventListener("change", () => {
    const { won, blank } = parse(input.value);
    if (won !== null && !blank) input.value = format(won);
    store.change((draft) => {
      draft.grant = input.value;
    }, { field: input });
    show();
  });
  show();
  return h(
    "div",
    { class: "hg-calc__field hg-calc__grant" },
    h("label", { for: id }, "통보받은 시비 지원금(원)"),
    input,
    told,
  );
}

/** One choice: called by its label, its help read after it. */
function radio({ id, label, help }, name, checked, onpick) {
  const [called, told] = [uniqueId("option"), uniqueId("told")];
  return h(
    "label",
    { class: "hg-calc__option" },
    h("input", {
      type: "radio",
      name,
      value: id,
      checked,
      onchange: () => onpick(id),
      "aria-labelledby": called,
      "aria-describedby": help ? told : null,
    }),
    h("span", {}, h("span", { id: called }, label), help ? h("small", { id: told }, help) : null),
  );
}

function radios(legend, help, options, chosen, onpick, attributes = {}) {
  const name = uniqueId("choice");
  return h(
    "fieldset",
    { class: "hg-calc__choice", ...attributes },
    h("legend", {}, legend),
    help ? h("p", { class: "hg-calc__help" }, help) : null,
    h(
      "div",
      { class: "hg-calc__options" },
      ...options.map((option) => radio(option, name, option.id === chosen, onpick)),
    ),
  );
}

/** @returns {HTMLElement} @param {Budget.Store} store */
function settings(store) {
  const { data } = store;
  const root = h("section", { class: "hg-calc__settings", "aria-label": "계획의 기본 정보" });
  const differing = h("span", { class: "hg-calc__hint" });

  function pickEdition(edition) {
    const before = store.draft.edition;
    store.change((draft) => {
      draft.edition = edition;
    }, { label: "적용 연도 변경" });
    const title = data.editions.find(({ id }) => id === edition).title;
    store.notice(
      `${title} 규칙으로 다시 판정했어요. 입력한 내용은 그대로예요. ${difference(store, before, edition)}`,
    );
    build();
    root.querySelector(`[data-edition] input[value="${CSS.escape(edition)}"]`).focus();
  }

  function choices() {
    const used = new Set(store.view.rules.map((rule) => rule.choice));
    return data.choices.filter(({ id }) => used.has(id)).map((choice) =>
      radios(
        choice.label,
        choice.help,
        [...choice.options, { id: GUIDE, label: "아직 몰라요" }],
        store.draft.choices[choice.id] ?? GUIDE,
        (option) =>
          store.change((draft) => {
            draft.choices[choice.id] = option || null;
          }),
        { "data-choice": choice.id },
      )
    );
  }

  function readings() {
    const others = otherReadings(store.view.rules, data);
    const chosen = others.some(({ id }) => id === store.draft.reading) ? store.draft.reading : GUIDE;
    return h(
      "details",
      { class: "hg-calc__fold", open: chosen !== GUIDE },
      h("summary", {}, "해석 기준 바꾸기 ", differing),
      radios(
        "해석 기준",
        "총예산에 구비가 포함되는지처럼 원문에 정해지지 않은 부분이 있어요. 모든 해석으로 계산해서, 판정이 달라지는 규칙에 표시해요.",
        [{ id: GUIDE, label: "이 길잡이의 해석", help: "규칙마다 원문에 가장 가까운 해석" }, ...others],
        chosen,
        (option) =>
          store.change((draft) => {
            draft.reading = option || null;
          }),
        { "data-reading": "" },
      ),
    );
  }

  function build() {
    root.replaceChildren(
      titleField("계획 이름", store.draft.title, (title) =>
        store.change((draft) => {
          draft.title = title;
        })),
      radios(
        "어느 연도의 규칙을 적용할까요?",
        null,
        data.editions.map((edition) => ({ id: edition.id, label: edition.title, help: edition.summary })),
        store.draft.edition,
        pickEdition,
        { "data-edition": "" },
      ),
      ...choices(),
      ...budgetBasis.toldMeasure(store.view.rules) ? [grantField(store)] : [],
      readings(),
    );
  }

  /** @param {Budget.View} view */
  function update(view) {
    setText(differing, readingsHint(view));
  }

  store.on("replace", build);
  store.on("change", update);
  build();
  update(store.view);
  return root;
}

export { settings as budgetSettings };
