/**
 * On paper: the scores, or an empty table to write in.
 */

import { h } from "../dom.js";
import { names } from "../names.js";
import { head, headRow, report } from "./paper.js";
import { rankText, remark, totalText } from "./score-words.js";
import { isBlank, newAgenda, weightText } from "./scores.js";

/** On paper: the scores, or an empty table to write in. */
export function paper(holder, data) {
  return report(() => {
    const { state, view: found } = holder;
    const filled = found.rows.length > 0;
    const rows = filled
      ? state.agendas.filter((agenda) => !isBlank(agenda))
      : Array.from({ length: 8 }, newAgenda);
    return [
      head(state.title || data.title, [
        data.title,
        `항목마다 ${state.top}점 만점`,
        `기준: ${data.grounds}`,
        `${names.guide} ${data.version}`,
      ]),
      h(
        "table",
        { class: "hg-calc__table hg-scores--paper" },
        headRow([
          "의제",
          ...data.criteria.map(({ id, name }) => `${name} ×${weightText(state, id)}`),
          "점수",
          "순위",
        ], 1),
        h(
          "tbody",
          {},
          ...rows.map((agenda, at) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, agenda.name),
              ...data.criteria.map(({ id }) => h("td", { class: "hg-number" }, agenda.scores[id] ?? "")),
              h(
                "td",
                { class: "hg-number" },
                filled && found.standings ? totalText(found.standings[at]) : "",
              ),
              h("td", { class: "hg-number" }, filled && found.standings ? rankText(found.standings[at]) : ""),
            )
          ),
        ),
      ),
      filled ? h("p", {}, remark(found)) : null,
      h(
        "ul",
        {},
        ...data.criteria.map(({ head: group, name, question }) =>
          h("li", {}, `${group} — ${name}: ${question}`)
        ),
      ),
    ];
  });
}
