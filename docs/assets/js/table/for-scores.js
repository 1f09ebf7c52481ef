/**
 * A table read for the scores of agendas.
 */

import { inUse, leftOutTexts, noMoney, plainCell, viewsOf } from "./purposes.js";
import { readScores } from "./scores.js";

/**
 * For scores. @param {{id: string, name: string}[]} criteria @param {any} words
 * @param {(text: string) => string | null} errorOf what is wrong with a score
 * @returns {import("./purposes.js").Purpose}
 */
export function forScores(criteria, words, errorOf) {
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  const wrong = ({ scores }) =>
    Object.entries(scores).flatMap(([id, text]) => {
      const error = errorOf(text);
      return error === null ? [] : [`${names.get(id)} ‘${text}’: ${error}`];
    });
  function* read(given, chosen) {
    const { table, columns, roles, rows, lines, weights, top, leftOut } = yield* readScores(
      given,
      criteria,
      chosen,
    );
    const notes = Object.keys(weights).length
      ? ["표의 가중치 줄은 의제로 넣지 않고 가중치 칸에 넣어요."]
      : [];
    return {
      ...noMoney,
      table,
      columns,
      roles,
      rows: rows.map((row) => ({
        ...row,
        told: lines.filter((line) => line.row === row.row).flatMap((line) => [...line.told, ...wrong(line)]),
      })),
      lines,
      weights,
      top,
      leftOut: leftOutTexts(leftOut),
      ...inUse(table, lines),
      shown: plainCell(table),
      notes,
    };
  }
  function* viewOf(table) {
    const view = yield* read(table, {});
    return view.lines.length > 0 ? view : null;
  }
  return {
    ...words,
    hasMoney: false,
    nothing: "의제와 점수가 있는 표를 찾지 못했어요.",
    read,
    views: (grids) => viewsOf(grids, viewOf),
  };
}
