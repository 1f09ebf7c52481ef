/**
 * Tables into the small tools: the scores of agendas, the members of a council (counted, without names).
 */

import { Refusal } from "../gate/limits.js";
import * as tables from "../tables.js";
import { MOST_ROWS } from "./file.js";
import * as number from "./number.js";

export const COPY = "엑셀이나 한글에서 표를 복사해 아래 칸에 붙여 넣으세요(Ctrl+V).";
const FAILED = "엑셀 파일을 여는 데 필요한 파일을 불러오지 못했어요. 페이지를 새로 열고 다시 해 주세요.";
export const STEP = "표 입력";

/** What is said of rows beyond what a sheet holds. */
export function beyond(views, room) {
  const count = views.reduce((sum, { lines }) => sum + lines.length, 0);
  return count > room ? [`이 표에는 ${MOST_ROWS}줄까지 들어가요. 앞의 ${Math.max(0, room)}줄만 넣어요.`] : [];
}

export const linesOf = (views, room) => views.flatMap(({ lines }) => lines).slice(0, Math.max(0, room));

/** What opens this tool's own workbook as it was typed; null for another. Throws a Refusal. */
export async function own(holder, data, assets, book, name) {
  if (!book.sheets.some((sheet) => sheet.name === data.workbooks.sheet)) return null;
  const { opening } = await import("./read-workbook.js").catch(() => {
    throw new Refusal(FAILED);
  });
  return opening(holder, data, assets, book, name);
}

/** Agendas with their scores, in place of the empty rows; weights where the table has them. */
export function agendas(holder, data, drawer, assets, isBlank, file = null) {
  const kept = () => holder.state.agendas.filter((agenda) => !isBlank(agenda));
  const room = () => MOST_ROWS - kept().length;
  const criteria = data.criteria.map(({ id, name }) => ({ id, name }));
  const roles = [{ id: "name", label: "의제" }, ...criteria.map(({ id, name }) => ({ id, label: name }))];
  return tables.open({
    drawer,
    assets,
    notice: holder.notice,
    purpose: ({ forScores }) =>
      forScores(criteria, {
        goal: "표에",
        title: "표 붙여넣기",
        roles,
        example: roles.map(({ label }) => label).join("\t"),
        help: `${COPY} 의제와 항목의 머리글을 알아보고, 배점·평균·합계 줄은 빼요.`,
        check: (views) => beyond(views, room()),
        whole: (book, name) => own(holder, data, assets, book, name),
        take(views) {
          const found = linesOf(views, room());
          const before = kept();
          holder.changeWhole(STEP, (state) => {
            state.agendas = [...before, ...found.map(({ name, scores }) => ({ name, scores }))];
            for (const { weights } of views) Object.assign(state.weights, weights);
          });
          holder.notice(`의제 ${found.length}개를 표에 더했어요.`, { undo: true });
        },
      }, (text) => number.parse(text, holder.view.score).error),
  }, file);
}

const SIDES = ["private", "elected", "public"];
const SEXES = ["women", "men", "unsure"];

/** The fields of the sheet that a list of members fills; those who stand on no side are counted apart. */
function memberFields(views) {
  const values = {};
  const add = (id, number) => {
    values[id] = (values[id] ?? 0) + number;
  };
  for (const { counts, appointed } of views) {
    for (const side of SIDES) for (const sex of SEXES) add(`council-${side}-${sex}`, counts[side][sex]);
    if (appointed) { for (const sex of SEXES) add(`council-appointed-${sex}`, appointed[sex]); }
  }
  return Object.fromEntries(Object.entries(values).map(([id, number]) => [id, number ? String(number) : ""]));
}

const membersIn = (views) =>
  views.reduce(
    (sum, { counts }) =>
      sum + SIDES.reduce((all, side) => all + SEXES.reduce((some, sex) => some + counts[side][sex], 0), 0),
    0,
  );

const unknownSide = (views) =>
  views.reduce((sum, { counts }) => sum + SEXES.reduce((all, sex) => all + counts.other[sex], 0), 0);

/** Members by side and sex; names do not leave the table. */
export function members(holder, data, drawer, assets, file = null) {
  const roles = [
    ["person", "성명(넣지 않음)"],
    ["position", "소속·직위"],
    ["side", "민간·행정 구분"],
    ["sex", "성별"],
    ["women", "여성 수"],
    ["men", "남성 수"],
    ["unsure", "인원"],
  ].map(([id, label]) => ({ id, label }));
  return tables.open({
    drawer,
    assets,
    notice: holder.notice,
    purpose: ({ forPeople }) =>
      forPeople(
        {
          goal: "칸에 인원",
          title: "명단 붙여넣기",
          roles,
          example: "연번\t성명\t소속/직위\t구분\t성별",
          help:
            `${COPY} 이름은 저장하지 않고 구분과 성별로 인원만 집계해요. 빈 줄과 공석은 제외해요. 인원을 적은 표도 인식해요.`,
          check: (views) => (unknownSide(views)
            ? [`구분을 알 수 없는 ${unknownSide(views)}명은 빠져요. ‘민간·행정 구분’ 열을 골라 주세요.`]
            : []),
          whole: (book, name) =>
            own(holder, data, assets, book, name),
          take(views) {
            const fields = memberFields(views);
            const known = Object.fromEntries(Object.entries(fields).filter(([id]) => data.fields.has(id)));
            holder.changeWhole("명단 집계", (state) => {
              Object.assign(state.values, known);
            });
            holder.notice(`위원 ${membersIn(views)}명을 집계해 칸에 넣었어요. 이름은 넣지 않았어요.`, {
              undo: true,
            });
          },
        },
      ),
  }, file);
}
