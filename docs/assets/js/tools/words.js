/**
 * How a sheet's verdicts are said in Korean, with the numbers in the sentence: the twin of
 * macros/words/figures.py.
 */

import { particle } from "../particle.js";
import { sheetCells, total } from "../rules/cells.js";
import { FLOOR } from "../rules/judge.js";
import { isNested } from "../rules/terms.js";
import { OPERATORS, percent } from "../verdict-words.js";
import { amount } from "./number.js";

/** Whether the limit is nothing at all: then no share has to be told. */
function forbids(reading) {
  return reading.operator === "at_most" && reading.num === 0n;
}

/** Sentences on verdicts; `measures` by id give the words for numbers. */
export function sheetWords(measures) {
  const label = (measure) => measures[measure.id].label;
  const said = (parts, measure) => amount(parts, measures[measure.id].unit);

  /** What was compared, number by number. */
  function sentence(found, reading) {
    const name = label(reading.part);
    const number = said(found.part, reading.part);
    const alone = `${name}${particle(name, "은/는")} ${number}${particle(number, "이에요/예요")}.`;
    if (reading.of === null || forbids(reading)) return alone;
    if (found.bounded) return `${alone} 모르는 금액이 있지만 어떤 금액이어도 결과가 같아요.`;
    const ratio = percent(reading.operator ?? "at_least", found.status, found.part, found.whole) ?? "–";
    return `${name} ${number}${particle(number, "은/는")} ${label(reading.of)} ${
      said(found.whole, reading.of)
    }의 ${ratio}예요.`;
  }

  /** `70% 이상`, `500,000,000원 이내`; nothing for a band. */
  function limit(reading) {
    const { operator, num, den } = reading;
    if (operator === null) return "";
    if (forbids(reading)) return said(0n, reading.part);
    const share = (num * 100n) % den === 0n ? `${(num * 100n) / den}%` : `${num}/${den}`;
    return `${reading.of ? share : said(num, reading.part)} ${OPERATORS[operator]}`;
  }

  /** What would mend a failing cap, each way alone enough. */
  function mending(found, reading) {
    if (found.status !== "fail") return [];
    const part = label(reading.part);
    const { unit, others = unit === "person" ? "나머지 인원" : "나머지 금액" } = measures[reading.part.id];
    const rest = isNested(reading) ? others : reading.of ? label(reading.of) : "";
    const object = (word) => `${word}${particle(word, "을/를")}`;
    const ways = FLOOR.has(reading.operator)
      ? [
        [found.add, (number) => `${object(part)} ${number} 늘리기`],
        [found.cut, (number) => `${object(rest)} ${number} 줄이기`],
        [found.move, (number) =>
          `${others} ${number}${particle(number, "을/를")} ${part}${particle(part, "으로/로")} 바꾸기`],
      ]
      : [
        [found.cut, (number) => `${object(part)} ${number} 줄이기`],
        [found.add, (number) => `${object(rest)} ${number} 늘리기`],
        [
          found.move,
          (number) =>
            `${part} ${number}${particle(number, "을/를")} ${others}${particle(others, "으로/로")} 바꾸기`,
        ],
      ];
    return ways.filter(([number]) => number).map(([number, text]) => text(said(number, reading.part)));
  }

  /** How much is left to the limit, where that is worth knowing. */
  function spare(found, reading) {
    if (found.room === null || forbids(reading)) return null;
    if (found.room === 0n) return "기준과 정확히 같아요.";
    const part = label(reading.part);
    const word = FLOOR.has(reading.operator) ? "줄여도" : "늘려도";
    return `${part}${particle(part, "을/를")} ${said(found.room, reading.part)}까지 ${word} 기준을 지켜요.`;
  }

  /** What has to be known before the reading can be decided: the names of the numbers. */
  function missing(reading, figures) {
    const cells = sheetCells(figures);
    return [reading.part, reading.of].filter((measure) => measure && total(measure, cells).missing).map(
      label,
    );
  }

  return { limit, mending, missing, sentence, spare };
}
