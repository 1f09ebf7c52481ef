/**
 * The lines of a table of money: names carried down merged and blank cells, amounts by fund as their fields
 * take them.
 */

import * as money from "../money.js";
import { particle } from "../particle.js";
import { typedOf, valueOf } from "./amount.js";
import { said } from "./grid.js";
import { meaningsOf, taken as wordsOf } from "./headings.js";
import { unborne } from "./netted.js";
import { each } from "./pieces.js";
import { ANY, fundsOf, rowFund } from "./row-funds.js";
import { inLine, squeezed, unnoted } from "./text.js";

const MOST_NAME = 80;
const MOST_TEXT = 60;
const BULLET = /^[\s□■○●◦◎◇◆▶▷▪▫•·ㆍ∙❍❏☞※*\-–—]+\s*/;
const CODE = /^\(?\d{2,3}(?:-\d{2})?\)?[\s.]+/;
const DITTO = /^(?:["“”〃″]|''|상동|위와같음|위와 같음)$/;
const LEVELS = /\s+[—–]\s+/; // `일반운영비 — 사무관리비`
const NAMED = /^(.{2,10}?)\s*\d{0,2}\s*[.:：)]\s*(\S.*)$/;

/**
 * @typedef {{typed: string, won: bigint | null, error: string | null}} Typed
 * @typedef {{row: number, project: string, titled: string, part: string | null, item: string, kind: string |
 *   null, kindText: string, subject: string, also: string[], nature: string | null, amounts: {at: number,
 *   role: string, nature: string | null, cost: string | null, typed: Typed, open: boolean}[], told: string[],
 *   doubts: string[]}} Line
 *   `subject`: the subjects of the budget as they stand there, where these say more than our kind; `project`:
 *   from its column; `titled`: from a title above the table; `amounts` by what a column gives (city, before …),
 *   `open`: whose money it is does not stand in the table; `doubts`: what of `told` is about money that does
 *   not come in, or not where it belongs
 */

/** @typedef {{id: string, label: string, earlier: string[]}} Own a word of the guide's own, as it is and was */

/** @param {string} text */
const clean = (text) => unnoted(inLine(text.replace(BULLET, "")).slice(0, MOST_NAME));

/** @param {string} text */
const unknown = (label, text) => `${label} ‘${text}’${particle(text, "을/를")} 알 수 없어 비워 두어요.`;

/** @param {string} text */
const unsure = (text) => `재원 ‘${text}’: 어느 재원인지 확인할 수 없어요.`;

/** What cells mean: the first meaning that says this. @param {string} text */
const means = (text, says) => meaningsOf(text).find((one) => one.says === says) ?? null;

/** The id of the guide's own word, as it is or was. @param {Own[]} terms @param {string} text */
const called = (text, terms) =>
  terms.find(({ earlier, label }) => [label, ...earlier].some((word) => squeezed(word) === squeezed(text)))
    ?.id ?? null;

/**
 * The kind of cost that a subject of the budget is.
 * @param {Own[]} kinds the guide's own
 * @param {string} text
 */
function kindOf(text, kinds) {
  const bare = text.split(LEVELS).at(-1).replace(CODE, "");
  const same = called(bare, kinds);
  if (same) return same;
  const { known, unknown } = wordsOf(bare);
  const found = means(bare, "cost") ?? (unknown === 0 && known.at(-1)?.says === "cost" ? known.at(-1) : null);
  return found?.means ?? null;
}

/** The subjects as a table names them, from the greater to the smaller; "" where that is no more than our kind. */
function subjectOf(texts, kinds) {
  const found = [...new Set(texts)];
  return found.every((text) => called(text, kinds)) ? "" : found.join(" — ").slice(0, MOST_NAME);
}

/** Further kinds of cost that a cell names. @param {string} text */
const alsoOf = (text, kinds) =>
  text.split(/[,;]/).map((one) => kindOf(one.trim(), kinds)).filter((kind) => kind !== null);

/** A title that names what the table is about: `□ 의제 1. 이웃 배움터`, `사업명: 마을돌봄`. */
function titledBy(titles) {
  for (const title of [...titles].reverse()) {
    const [, word, name] = NAMED.exec(clean(title)) ?? [];
    if (word && meaningsOf(word).some(({ says, order }) => says === "name" && order > 10)) return clean(name);
  }
  return "";
}

/** Columns of one role, in order. @param {Tables.Reading} reading */
const having = (reading, role) =>
  reading.columns.filter(({ at }) => reading.roles[at] === role).map(({ at }) => at);

/** Goes down the rows and remembers what blank cells go on with. */
function carrier(reading) {
  const { grid } = reading.table;
  const kept = {};
  const order = ["part", "project", "kind"].flatMap((role) => having(reading, role)).sort((one, other) =>
    one - other
  );
  return (row) => {
    for (const at of order) {
      const own = said(grid, row, at);
      const covered = grid.cells[row][at].row < row && grid.cells[row][at].text.trim() !== "";
      if ((own === "" && !covered) || DITTO.test(own)) continue;
      const text = clean(grid.cells[row][at].text);
      // A new name ends what was carried to the right of it.
      if (own !== "" && text !== kept[at]) { for (const right of order) if (right > at) delete kept[right]; }
      kept[at] = text;
    }
    return kept;
  };
}

const GENERIC = new Set(["whole", "sum", "share", "top"]);

/** Names that are only words for money (`금액`) name nothing. @param {string} text */
const naming = (text) => (text !== "" && meaningsOf(text).some(({ says }) => GENERIC.has(says)) ? "" : text);

const FIRST = "city"; // what stands in the preview until the reader says whose money it is

/**
 * An amount by fund: as its cell says, as its row says beside it; else of the one fund that the row names.
 * @returns {{fund: string | null, amount: import("./amount.js").Amount}[]}
 */
function sharesOf(amount, { fund, split }, { times }) {
  const own = amount.why ? null : amount.split;
  const worth = (shares) => shares.reduce((sum, one) => sum + valueOf(one.amount, times), 0n);
  return own ?? (split !== null && worth(split) === valueOf(amount, times) ? split : null) ??
    [{ fund, amount }];
}

/** @param {import("./amount.js").Amount} amount */
const isNothing = ({ kind, none, parts }) => kind === "blank" || none || (kind === "amount" && parts === 0n);

/** @param {Tables.Reading} reading @param {number} row */
function amountsOf(reading, row, told, doubts) {
  const said = rowFund(reading.table, reading.funds, row);
  return reading.money.flatMap((column) => {
    const amount = reading.values.amount(row, column.at);
    const role = reading.roles[column.at];
    const free = role === ANY;
    return (free ? sharesOf(amount, said, reading.values.unit(column.at, row)) : [{ fund: role, amount }])
      .map(
        (share) => {
          const open = share.fund === null && !isNothing(share.amount);
          if (open && said.unclear !== null) told.push(unsure(said.unclear));
          const typed = typedOf(share.amount, reading.values.unit(column.at, row));
          if (typed.error !== null) {
            doubts.push(`${column.name || "금액"} ‘${typed.typed.slice(0, MOST_TEXT)}’: ${typed.error}`);
          } else if (share.amount.guess) {
            doubts.push(
              `‘${share.amount.raw}’${
                particle(share.amount.raw, "을/를")
              } ${typed.typed}원으로 보았어요. 맞는지 확인해 주세요.`,
            );
          } else if (share.amount.rough) {
            told.push(`‘${share.amount.raw}’: 어림한 금액이에요. 정확한 금액인지 확인해 주세요.`);
          }
          return {
            at: column.at,
            role: share.fund ?? reading.fundOf(row) ?? FIRST,
            nature: column.nature,
            cost: column.cost,
            typed,
            open,
          };
        },
      );
  });
}

/**
 * @param {import("./money-table.js").Reading} given
 * @param {{kinds: Own[], parts: Own[]}} terms
 * @returns {import("./pieces.js").Pieces<Line[]>} one for each row that is taken
 */
export function* linesOf(given, terms) {
  const reading = { ...given, funds: fundsOf(given) };
  const carry = carrier(reading);
  const { grid, titles } = reading.table;
  const [project, part, item, nature, also] = ["project", "part", "item", "nature", "also"].map((role) =>
    having(reading, role)[0]
  );
  const kinds = having(reading, "kind");
  const titled = titledBy(titles);
  let heading = "";
  let headPart = null;
  const found = yield* each(reading.rows, (one) => {
    const kept = carry(one.row);
    if (one.role === "title") {
      const text = clean(grid.cells[one.row].find((cell) => cell.text.trim() !== "").text);
      headPart = means(text, "part")?.means ?? headPart;
      heading = means(text, "part") || project !== undefined ? heading : naming(text);
    }
    if (!one.take) return [];
    const told = one.doubt ? [one.doubt] : [];
    const text = (at) => (at === undefined ? "" : clean(said(grid, one.row, at)));
    const kindTexts = kinds.map((at) => kept[at] ?? "").filter(Boolean);
    // The guide's own word says most, whatever stands beside it.
    const kind = kindTexts.map((one) => called(one, terms.kinds)).find(Boolean) ??
      kindTexts.map((one) => kindOf(one, terms.kinds)).filter(Boolean).at(-1) ?? null;
    const kindText = kindTexts.at(-1) ?? "";
    if (kindText !== "" && kind === null) told.push(unknown("비목", kindText));
    const natured = means(text(nature), "nature")?.means ?? null;
    if (text(nature) !== "" && natured === null) told.push(unknown("경상·자본", text(nature)));
    const parted = part === undefined ? null : partOf(kept[part] ?? "", terms.parts);
    if (part !== undefined && kept[part] && parted === null) told.push(unknown("부문", kept[part]));
    const doubts = [];
    const amounts = amountsOf(reading, one.row, told, doubts);
    return [{
      row: one.row,
      project: naming(project === undefined ? "" : kept[project] ?? ""),
      titled: heading || titled,
      part: parted ?? headPart,
      item: text(item),
      kind,
      kindText,
      subject: subjectOf(kindTexts, terms.kinds),
      also: alsoOf(text(also), terms.kinds),
      nature: natured,
      amounts,
      told: doubts.length > 0 ? [...told, ...doubts] : told,
      doubts,
    }];
  });
  return withUnborne(reading, found.flat());
}

/**
 * Says of each amount below 0 that its project cannot bear what its field will say.
 * @param {Tables.Reading} reading
 */
function withUnborne(reading, lines) {
  for (const { row, at } of unborne(lines)) {
    const { raw, text } = reading.values.amount(row, at);
    const sentence = `${reading.columns[at].name || "금액"} ‘${raw}’: ${money.parse(`-${text}`).error}`;
    lines.filter((line) => line.row === row).forEach(({ doubts, told }) =>
      [doubts, told].forEach((list) => list.push(sentence))
    );
  }
  return lines;
}

/** @param {string} text */
function partOf(text, parts) {
  return means(text, "part")?.means ?? called(text, parts);
}
