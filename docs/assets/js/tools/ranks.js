/**
 * The agendas by rank, and what there is to do with them.
 */

import { h, setText } from "../dom.js";
import * as verdictList from "../verdict-list.js";
import { rankText, remark, totalText } from "./score-words.js";
import { nameOf } from "./scores.js";

/** The agendas by rank. */
function ranked(found) {
  return found.rows.map((row, at) => ({ row, at, standing: found.standings[at], equal: found.equal[at] }))
    .sort((a, b) => a.standing.best - b.standing.best || a.standing.worst - b.standing.worst || a.at - b.at);
}

function rankTable(found) {
  return h(
    "table",
    { class: "hg-calc__table hg-ranks" },
    h("caption", { class: "hg-hidden" }, "순위"),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        ...["순위", "의제", "점수", "남은 칸", "가중치가 같다면"].map((name) =>
          h("th", { scope: "col" }, name)
        ),
      ),
    ),
    h(
      "tbody",
      {},
      ...ranked(found).map(({ row, at, standing, equal }) =>
        h(
          "tr",
          {},
          h("td", {}, rankText(standing)),
          h("th", { scope: "row" }, nameOf(row)),
          h("td", { class: "hg-number" }, totalText(standing)),
          h("td", { class: "hg-number" }, found.missing[at].length ? `${found.missing[at].length}칸` : ""),
          h("td", {}, rankText(equal)),
        )
      ),
    ),
  );
}

export function results(holder, ways) {
  const actions = verdictList.actions(...ways);
  const told = h("p", { role: "status", "data-remark": "" });
  const place = h("div");
  function update(found) {
    setText(told, remark(found));
    actions.show(found.rows.length > 0);
    place.replaceChildren(...(found.standings && found.rows.length ? [rankTable(found)] : []));
  }
  holder.on("change", update);
  update(holder.view);
  return h(
    "section",
    { class: "hg-tool__group", "aria-label": "순위" },
    h("h2", {}, "순위"),
    told,
    actions.element,
    place,
  );
}
