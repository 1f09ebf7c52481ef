/**
 * What a preview says in sentences: the proof, what is left out, how much comes in.
 */

import { format } from "../money.js";
import { inWords } from "./in-words.js";
import { inLine } from "./text.js";

export const won = (amount) =>
  `${format(amount < 0n ? -amount : amount)}원`.replace(/^/, amount < 0n ? "−" : "");
const MOST = 5;

/** @typedef {import("./proof.js").Proof} Proof */

function difference({ said, lines }) {
  const step = lines - said;
  return step > 0n ? `${won(step)} 많아요` : `${won(-step)} 적어요`;
}

/** The first few of many. */
function some(sentences) {
  const rest = sentences.length - MOST;
  return rest > 0 ? [...sentences.slice(0, MOST), `이런 곳이 ${rest}곳 더 있어요.`] : sentences;
}

/** `표의 합계 2,500,000원 · 넣을 줄의 합 2,500,000원 ✓` @param {Proof} proof @param {string} of `변경 전 `, or nothing */
function totalText({ total, lines, holds }, of) {
  if (total === null) {
    return holds === null
      ? `${of}넣을 줄의 합 ${won(lines)} — 표에 합계가 없어 비교하지 못했어요.`
      : `${of}넣을 줄의 합 ${won(lines)}${holds ? " ✓ 줄마다 표의 합계와 같아요." : ""}`;
  }
  const compared = total.said !== total.lines
    ? `✕ ${difference(total)}`
    : holds
    ? "✓"
    : "— 합계는 같지만 맞지 않는 곳이 있어요.";
  return `${of}표의 합계 ${won(total.said)} · 넣을 줄의 합 ${won(total.lines)} ${compared}`;
}

/** A column's name as it is said. */
const quoted = (name, otherwise) => (name === "" ? otherwise : `‘${inLine(name)}’`);

/**
 * What does not agree.
 * @param {Proof} proof
 * @param {(row: number) => number} number a row's number in the preview
 */
function wrongTexts({ columns, rows, subtotals }, number) {
  return [
    ...columns.map((one) =>
      `‘${inLine(one.name)}’: 표의 합계 ${won(one.said)}, 넣을 줄의 합 ${won(one.lines)}. ${difference(one)}.`
    ),
    ...some(
      rows.map((one) =>
        `${number(one.row)}번째 줄의 ${quoted(one.name, "계")} ${won(one.said)}, 나눈 금액의 합 ${
          won(one.lines)
        }. ${difference(one)}.`
      ),
    ),
    ...some(
      subtotals.map((one) =>
        `${number(one.row)}번째 줄의 ${quoted(one.name, "소계")} ${won(one.said)}, 그 합계에 드는 줄의 합 ${
          won(one.lines)
        }. ${difference(one)}.`
      ),
    ),
  ];
}

/**
 * @param {Proof[]} proofs one, or two of a change
 * @returns {{text: string, holds: boolean | null, wrong: string[]}[]}
 */
export function proofTexts(proofs, number) {
  const names = proofs.length > 1 ? ["변경 전 ", "변경 후 "] : [""];
  return proofs.map((proof, at) => ({
    text: totalText(proof, names[at]),
    holds: proof.holds,
    wrong: wrongTexts(proof, number),
  }));
}

/** `넣을 금액은 이백오십만 원이에요.` */
export function inWordsText(proofs) {
  const sums = proofs.map(({ lines }) => inWords(lines));
  return sums.length > 1
    ? `말로 읽으면 변경 전 ${sums[0]}, 변경 후 ${sums[1]}이에요.`
    : `말로 읽으면 ${sums[0]}이에요.`;
}

/** Each column of numbers that does not come in, with its sum. */
export function leftOutText(leftOut) {
  return leftOut.length === 0
    ? ""
    : `넣지 않는 숫자 열: ${leftOut.map(({ name, sum }) => `${name}(합 ${sum})`).join(", ")}.`;
}

export function countText(rows) {
  const taken = rows.filter(({ take }) => take);
  const told = taken.filter(({ told: sentences }) => sentences.length > 0).length;
  return `${rows.length}줄 가운데 ${taken.length}줄을 넣어요.${told ? ` 살펴볼 줄이 ${told}개 있어요.` : ""}`;
}
