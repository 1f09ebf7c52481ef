/**
 * A tool's sheet in a link, with what a file holds.
 */

import * as link from "../link.js";
import { toJson, VERSION } from "./file.js";
import { sheetFitting } from "./fitting.js";

/** Whether anything was typed or answered. */
function isFilled(
  { title, values = {}, lines = [], ledger = [], answers = {}, readings = {}, agendas = [], weights = {} },
) {
  const typed = [
    title,
    ...Object.values(values),
    ...[...lines, ...ledger].flatMap((line) => Object.values(line)),
    ...Object.values(readings),
    ...Object.values(answers).flatMap(({ answer, note }) => [answer === "unknown" ? "" : answer, note]),
    ...agendas.flatMap(({ name, scores }) => [name, ...Object.values(scores)]),
    ...Object.values(weights),
  ];
  return typed.some((text) => text !== null && text.trim() !== "");
}

/**
 * The sheet as what can be shared.
 * @param {any} holder
 * @param {any} data the page's
 * @returns {import("../share.js").Shared}
 */
export function sheetShare(holder, data) {
  return {
    link: link.create({
      name: "sheet",
      version: VERSION,
      oldest: 1,
      part: "읽을 수 있는 칸까지만",
      units: ["lines", "ledger", "agendas", "answers"],
      read(plain) {
        const { state = null, problem } = sheetFitting(plain, data);
        return { value: state, problem };
      },
      holds: isFilled,
    }),
    noun: "내용",
    plain: () => toJson(holder.state),
    isBlank: () => !isFilled(holder.state),
    describe: ({ title }) => `‘${title.trim() || data.title}’의 내용이 있어요`,
    take: (state) => holder.arrive(state, "링크 불러오기"),
    notice: holder.notice,
  };
}

export { isFilled as isSheetFilled };
