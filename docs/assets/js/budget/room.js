/**
 * What a line can still take, said for a reader: for each fund newly added money and money moved from 그 밖의
 * 사업비.
 */

import * as money from "../money.js";
import { kindsOf, planCells, total } from "../rules/cells.js";
import { room } from "../rules/headroom.js";
import { measureOf } from "../rules/terms.js";

export const SOURCE_KIND = "other";

/**
 * @typedef {{text: string, rule: string | null}} Answer
 */

/** Money of the source kind alone that stands in the project in this fund and could be moved. */
function movable(project, fund) {
  const cells = planCells([project]).filter(({ kinds }) => kinds[0] === SOURCE_KIND && kinds.length === 1);
  return total(measureOf({ funds: [fund] }), cells).won;
}

/**
 * Money that could be moved bounds what fits; a rule that cannot be decided yet may bound it further.
 * @returns {Answer}
 */
function said(found, most) {
  const byRule = found.won !== null && (most === null || found.won <= most);
  const won = byRule ? found.won : most;
  if (won === null) return { text: found.unknown ? "확인 필요" : "한도 없음", rule: null };
  return {
    text: `${found.unknown && won > 0n ? "최대 " : ""}${money.format(won)}`,
    rule: byRule ? found.rule : null,
  };
}

/** Moved money is never more than what there is to move. */
function workOut(view, project, kinds, fund) {
  const into = { project: project.id, part: project.part, kinds, fund };
  const fresh = said(room(view.rules, view.plan, into), null);
  if (kinds[0] === SOURCE_KIND || kinds[0] === null) return { fresh, moved: null };
  const most = movable(project, fund);
  if (most === 0n) return { fresh, moved: null };
  return { fresh, moved: said(room(view.rules, view.plan, into, { ...into, kinds: [SOURCE_KIND] }), most) };
}

// Lines of the same kinds in the same project of a plan ask for the same rooms.
const known = new WeakMap();

/**
 * The rooms of a line, one for each fund, and all that they say as one text.
 * @returns {{rooms: {fresh: Answer, moved: Answer | null}[], said: string}}
 * @param {Budget.View} view
 */
export function roomsOf(view, project, line, funds) {
  if (!known.has(project)) known.set(project, new Map());
  const byKinds = known.get(project);
  const kinds = kindsOf(line);
  const key = kinds.join(" ");
  if (!byKinds.has(key)) {
    const rooms = funds.map(({ id }) => workOut(view, project, kinds, id));
    byKinds.set(key, { rooms, said: JSON.stringify(rooms) });
  }
  return byKinds.get(key);
}

/** `인건비성 경비 한도까지`, or by fund when different rules bind. */
export function bindingText(answers, texts, funds) {
  const byRule = new Map();
  answers.forEach((answer, index) => {
    if (answer?.rule) byRule.set(answer.rule, [...(byRule.get(answer.rule) ?? []), funds[index].label]);
  });
  const all = [...byRule];
  if (all.length === 1) return `${texts[all[0][0]].label}까지`;
  return all.map(([rule, labels]) => `${labels.join("·")} ${texts[rule].label}까지`).join(", ");
}
