/**
 * What no number can tell: facts to answer, in the tool's order. One that a table answers shows its answer
 * and cannot be changed; one that hangs on another stands where the other asks for it.
 */

import { h, setText } from "../dom.js";
import { question } from "../question.js";
import { sheetCells, total } from "../rules/cells.js";
import { scopeOf } from "./state.js";

const UNSURE = "모르겠어요";

/** What the page says of a fact; of a rule's own question, what it says of the rule. */
function textsOf(fact, data, known) {
  const rules = fact.rules.filter((id) => known.has(id)).map((id) => data.texts[id]);
  const own = fact.rules.length === 1 ? rules[0] : null;
  const about = {
    question: fact.question,
    help: fact.help,
    exceptions: own?.exceptions ?? [],
    notes: own?.notes ?? [],
    severity: own?.severity,
  };
  if (fact.rules[0] === fact.id && !data.outcomes.length) {
    return { ...own, ...about, clause: own.clauses.join(" · ") };
  }
  return {
    ...about,
    severity: "care",
    grounds: rules.map(({ label, href, clauses }) => ({ label, href, clause: clauses.join(" · ") })),
    ...fact.options.length
      ? {
        answers: { ...Object.fromEntries(fact.options.map(({ id, label }) => [id, label])), unknown: UNSURE },
      }
      : {},
  };
}

/** Whether all that the question hangs on is as it has to be. */
function isAsked(term, facts) {
  return facts[term.id] !== "na" && term.only_if.every(([gate, wanted]) => wanted.includes(facts[gate]));
}

function createQuestion(holder, fact, data) {
  const { id } = fact;
  const texts = textsOf(fact, data, holder.view.rules);
  const reply = () => holder.state.answers[id] ?? { answer: "unknown", note: "" };
  const byTable = h("p", { class: "hg-calc__help", hidden: true });
  const { element, radios, show } = question(
    id,
    texts,
    texts.clause,
    reply,
    (part) =>
      holder.change((state) => {
        state.answers[id] = { ...reply(), ...part };
      }),
    byTable,
  );

  /** A rule's own verdict; of a fact, whether it is still to be known. */
  function status(view) {
    if (!texts.grounds) return view.verdicts.find(({ rule }) => rule === id)?.status ?? "na";
    if (!isAsked(view.asked.get(id), view.facts)) return "na";
    return view.decision.pending.includes(id) ? "unknown" : "ok";
  }
  return {
    element,
    update(view) {
      const measure = view.asked.get(id).answered_by;
      const sum = measure && total(measure, sheetCells(view.figures));
      const known = sum && !sum.blank ? sum : null;
      show(status(view), !texts.grounds);
      for (const radio of radios) {
        radio.disabled = Boolean(known);
        radio.checked = radio.value === (known ? view.facts[id] : reply().answer);
      }
      byTable.hidden = !known;
      if (known) {
        setText(
          byTable,
          known.missing
            ? "표의 금액을 다 알아야 답할 수 있어요."
            : `표에서 계산했어요: ${known.won ? "예" : "아니요"}.`,
        );
      }
    },
  };
}

/** @returns {HTMLElement} */
function questions(holder, data) {
  const root = h("section", { class: "hg-calc__questions" });
  let made = [];
  let built = null;

  function build() {
    built = scopeOf(holder.state);
    made = data.facts.filter(({ id }) => holder.view.asked.has(id)).map((fact) =>
      createQuestion(holder, fact, data)
    );
    root.replaceChildren(
      h("h2", {}, data.lines ? "이 변경에 관한 질문" : "숫자 외 확인 사항"),
      ...made.map(({ element }) => element),
    );
    root.hidden = made.length === 0;
  }
  function update(view) {
    if (built !== scopeOf(view.state)) build();
    made.forEach((one) => one.update(view));
  }
  holder.on("replace", build);
  holder.on("change", update);
  build();
  update(holder.view);
  return root;
}

export { questions as sheetQuestions };
