/**
 * A plan's reading, choices and answers by what this guide knows: what it does not know is left out and told,
 * as a wrong 비목 is. The twin of macros/tools/plan_ids.py.
 */

import { shown } from "./gate/text.js";

/** @param {string} what the choice's or the setting's name @param {any} value */
function left(what, value) {
  return `${what}: 이 길잡이에 없는 값(${shown(value)})이라 비워 두었어요. 다시 골라 주세요.`;
}

function knownReading(reading, { texts }, notes) {
  if (
    reading === null || Object.values(texts).some(({ readings }) => Object.hasOwn(readings ?? {}, reading))
  ) return reading;
  notes.push(left("해석 기준", reading));
  return null;
}

function knownChoices(found, { choices }, notes) {
  return Object.fromEntries(
    Object.entries(found).flatMap(([id, option]) => {
      const choice = choices.find((one) => one.id === id);
      if (choice && (option === null || choice.options.some((one) => one.id === option))) {
        return [[id, option]];
      }
      notes.push(
        choice
          ? left(choice.label, option)
          : `선택한 값에 이 길잡이에 없는 항목(${shown(id)})이 있어 뺐어요.`,
      );
      return choice ? [[id, null]] : [];
    }),
  );
}

function knownAnswers(answers, { texts }, notes) {
  return Object.fromEntries(
    Object.entries(answers).filter(([rule]) => {
      const isKnown = Object.hasOwn(texts, rule) && texts[rule].kind === "ask";
      if (!isKnown) notes.push(`질문의 답: 이 길잡이에 없는 질문(${shown(rule)})의 답이라 뺐어요.`);
      return isKnown;
    }),
  );
}

/**
 * The plan with only what is known; `notes` gets a sentence for each thing left out.
 * @param {any} plan @param {import("./plan.js").Known} terms @param {string[]} notes
 */
export function settled(plan, terms, notes) {
  return {
    ...plan,
    reading: knownReading(plan.reading, terms, notes),
    choices: knownChoices(plan.choices, terms, notes),
    answers: knownAnswers(plan.answers, terms, notes),
  };
}
