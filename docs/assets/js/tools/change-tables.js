/**
 * Tables into the tool of a change: its lines before and after, and the approved plan in the calculator's
 * workbook.
 */

import * as money from "../money.js";
import * as tables from "../tables.js";
import { MOST_ROWS } from "./file.js";
import * as sheetLines from "./lines.js";
import * as sheetPlan from "./plan.js";
import { beyond, COPY, linesOf, own, STEP } from "./tables.js";

/** The amounts of one side of a change together. */
function together(line, wanted) {
  const typed = line.amounts.filter(({ role }) => role === wanted).map((one) => one.typed);
  const unread = typed.find(({ won, typed: text }) => won === null && text !== "");
  if (unread) return unread.typed;
  return typed.every(({ typed: text }) => text === "")
    ? ""
    : money.format(typed.reduce((sum, { won }) => sum + (won ?? 0n), 0n));
}

function changeLine(line) {
  return {
    ...sheetLines.newLine(),
    project: line.project || line.titled || (line.item ? "" : line.kindText),
    item: line.item || (line.project ? line.kindText : ""),
    nature: line.nature ?? (line.kind === "facility" ? "capital" : null),
    before: together(line, "before"),
    after: together(line, "after"),
  };
}

/**
 * What opens the plan of the calculator's workbook: the projects to change are chosen from it. Throws a
 * Refusal.
 */
function planIn(holder, data, drawer, book) {
  const found = tables.loaded().planOfBook(book);
  if (found === null) return null;
  const plan = sheetPlan.planOf(found.plain, data.plan);
  return () => sheetPlan.choose(holder, data, drawer, plan);
}

/** Lines before and after a change. */
export function lines(holder, data, drawer, assets, file = null) {
  const room = () => MOST_ROWS - holder.state.lines.length;
  const roles = [["project", "세부사업"], ["item", "내용"], ["kind", "비목"], ["nature", "경상·자본"], [
    "before",
    "변경 전(원)",
  ], ["after", "변경 후(원)"]].map(([id, label]) => ({ id, label }));
  return tables.open({
    drawer,
    assets,
    notice: holder.notice,
    purpose: ({ forMoney }) =>
      forMoney("change", {
        goal: "표에",
        title: "표 붙여넣기",
        roles,
        example: "세부사업\t내용\t구분\t변경 전(천원)\t변경 후(천원)",
        help: `${COPY} 당초와 변경, 기정과 조정 같은 머리글을 알아보고, 넣기 전에 표의 합계와 비교해요.`,
        check: (views) => beyond(views, room()),
        whole: async (book, name) =>
          await own(holder, data, assets, book, name) ?? planIn(holder, data, drawer, book),
        take(views) {
          const found = linesOf(views, room());
          holder.changeWhole(STEP, (state) => {
            state.lines.push(...found.map(changeLine));
          });
          holder.notice(`${found.length}줄을 표에 더했어요.`, { undo: true });
        },
      }),
  }, file);
}
