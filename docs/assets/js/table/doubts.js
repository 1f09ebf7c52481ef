/**
 * What the reader of money could not be sure of: each is asked about before anything comes in.
 */

import { format } from "../money.js";
import { particle } from "../particle.js";
import { inWords } from "./in-words.js";
import { PARTS } from "./plain-amount.js";
import { ANY } from "./row-funds.js";
import { inLine } from "./text.js";

const FUNDS = new Set(["city", "own", "outside", ANY]);
const COLUMNS = "어느 열이 지금 금액인지 분명하지 않아요. 열 위의 칸을 확인해 주세요.";

const MOST_LIKELY = 10_000_000_000n; // won: a table that says more may have been given the wrong unit

/** A sum that is hardly a plan's. */
function tooMuch({ unit }, proofs) {
  const most = proofs.reduce((sum, { lines }) => (lines > sum ? lines : sum), 0n);
  return unit === null || unit.times === 1n || most < MOST_LIKELY
    ? []
    : [`단위(${unit.id})대로면 ${inWords(most)}이에요. 단위가 맞는지 확인해 주세요.`];
}

/**
 * The column of whole money that says more than the money of one fund which alone comes in: there may be
 * other funds.
 */
function moreThan({ money, rows, values, wholes, roles }) {
  const taken = rows.filter(({ take }) => take).map(({ row }) => row);
  const funds = new Set(money.map(({ at }) => roles[at]));
  /** @param {number} at */
  const sum = (at) => values.sum(taken, at) / PARTS;
  const lines = money.reduce((all, { at }) => all + sum(at), 0n);
  const whole = funds.size === 1 && FUNDS.has([...funds][0])
    ? wholes.find(({ at, stage }) => stage === null && sum(at) > lines)
    : undefined;
  return whole
    ? [
      `‘${inLine(whole.name)}’ 열은 넣을 금액보다 ${
        format(sum(whole.at) - lines)
      }원 많아요. 다른 재원이 있으면 그 열을 골라 주세요.`,
    ]
    : [];
}

/** `자부담` beside the district's own money is taken for somebody else's; some tables mean the district's. */
export function besideOwn({ columns, money, roles }) {
  const outside = money.filter(({ at }) =>
    columns[at].beside !== null && columns[at].fund === columns[at].beside && roles[at] === columns[at].beside
  );
  return outside.map(({ name }) =>
    `‘${
      inLine(name)
    }’ 열은 구비가 따로 있어서 그 밖의 재원으로 넣어요. 구 부담분이면 열 위의 칸에서 바꿔 주세요.`
  );
}

const IN_BRACKETS = /^\(\s*[\d,.]/;

/** Amounts in brackets that are taken for less than 0: such brackets may mean other things. */
function bracketed({ money, rows, values }) {
  for (const { row } of rows.filter(({ take }) => take)) {
    const found = money.map(({ at }) => values.amount(row, at)).find(({ less, raw }) =>
      less && IN_BRACKETS.test(raw)
    );
    if (found) {
      return [
        `괄호로 적은 금액 ‘${found.raw}’${
          particle(found.raw, "을/를")
        } 빼는 금액으로 보았어요. 맞는지 확인해 주세요.`,
      ];
    }
  }
  return [];
}

/**
 * What the table's own sums prove needs no question.
 * @param {import("./money-table.js").Reading} reading
 * @param {import("./lines.js").Line[]} lines
 * @param {import("./proof.js").Proof[]} proofs
 * @returns {string[]} sentences, each once
 */
export function doubtsOf(reading, lines, proofs) {
  const isProven = proofs.length > 0 && proofs.every(({ holds, total }) => holds === true && total !== null);
  const rows = reading.rows.filter(({ take, role, doubt }) => doubt && (take || role === "sum")).map((
    { doubt },
  ) => doubt);
  const always = [
    ...reading.asked ? [COLUMNS] : [],
    ...tooMuch(reading, proofs),
    ...moreThan(reading),
    ...besideOwn(reading),
  ];
  return [
    ...new Set([
      ...always,
      ...isProven ? [] : [...rows, ...bracketed(reading)],
      ...lines.flatMap(({ doubts }) => doubts),
    ]),
  ];
}
