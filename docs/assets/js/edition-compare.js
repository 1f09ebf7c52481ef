/**
 * Any two editions side by side: what only one has, what differs, what stays. The data are in the page; the
 * address keeps the choice (`#choose=2018,2021`).
 */

import { h, select, setText, uniqueId } from "./dom.js";
import { particle } from "./particle.js";
import { register } from "./start.js";

const WORDS = { gained: "새로 생김", lost: "없어짐", changed: "바뀜", same: "그대로" };

/** What became of a thing between two editions; null where neither has it. */
function became({ cells }, one, other) {
  const [before, now] = [cells[one], cells[other]];
  if (!before) return now ? "gained" : null;
  if (!now) return "lost";
  return before[2] === now[2] ? "same" : "changed";
}

/** @returns {{row: any, became: string}[]} what either edition has */
function compared(rows, one, other) {
  return rows.map((row) => ({ row, became: became(row, one, other) })).filter((found) =>
    found.became !== null
  );
}

function cell(found, label) {
  return h(
    "td",
    { "data-label": label },
    h("div", {}, found ? h("a", { href: found[1] }, found[0]) : h("span", { class: "hg-muted" }, "없음")),
  );
}

function counts(found) {
  return Object.entries(WORDS).map(([key, word]) =>
    `${word} ${found.filter((one) => one.became === key).length}`
  ).join(", ");
}

/**
 * One kind of thing as a table.
 * @param {any} group
 * @param {any[]} editions the two
 * @param {boolean} all what stays too
 */
function table(group, [one, other], all) {
  const found = compared(group.rows, one.id, other.id);
  const shown = all ? found : found.filter((row) => row.became !== "same");
  const head = h("h3", {}, group.title);
  if (!found.length) return [head, h("p", {}, `${one.title}에도 ${other.title}에도 없어요.`)];
  const said = h("p", {}, `${found.length}가지: ${counts(found)}`);
  if (!shown.length) return [head, said];
  const rows = shown.map(({ row, became: key }) =>
    h(
      "tr",
      { "data-became": key },
      h("th", { scope: "row" }, row.title),
      cell(row.cells[one.id], one.title),
      cell(row.cells[other.id], other.title),
      h("td", { "data-label": "달라진 점" }, h("div", {}, WORDS[key])),
    )
  );
  return [
    head,
    said,
    h(
      "div",
      {
        class: "hg-table__scroll hg-compare",
        tabindex: "0",
        role: "region",
        "aria-label": `${group.title}: ${one.title}과 ${other.title}`,
      },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            ...["항목", one.title, other.title, "달라진 점"].map((text) => h("th", { scope: "col" }, text)),
          ),
        ),
        h("tbody", {}, ...rows),
      ),
    ),
  ];
}

function start(root) {
  const { editions, groups } = JSON.parse(root.querySelector("[data-editions]").textContent);
  const [form, place] = [root.querySelector("[data-form]"), root.querySelector("[data-compared]")];
  const options = editions.map(({ id, title }) => ({ id, label: title }));
  const told =
    /^#choose=(\d{4}),(\d{4})$/.exec(location.hash)?.slice(1).filter((id) =>
      editions.some((one) => one.id === id)
    ) ?? [];
  const [before, now] = told.length === 2 ? told : ["", ""];
  const choices = [before, now].map((id) =>
    select(options, id, "고르세요", { id: uniqueId("edition"), onchange: show })
  );
  const all = h("input", { type: "checkbox", id: uniqueId("all"), onchange: show });
  const said = h("p", { class: "hg-filter__said", role: "status" });

  function show() {
    const chosen = choices.map(({ value }) => editions.find(({ id }) => id === value));
    const isReady = chosen.every(Boolean) && chosen[0] !== chosen[1];
    place.replaceChildren();
    setText(said, isReady || !chosen.every(Boolean) ? "" : "서로 다른 두 연도를 골라 주세요.");
    if (!isReady) return;
    chosen.sort((one, other) => one.id.localeCompare(other.id));
    place.append(...groups.flatMap((group) => table(group, chosen, all.checked)));
    setText(
      said,
      `${chosen[0].title}에서 ${chosen[1].title}${particle(chosen[1].title, "으로/로")} 달라진 내용이에요.`,
    );
    history.replaceState(null, "", `#choose=${chosen.map(({ id }) => id).join(",")}`);
  }
  form.append(
    h("label", { for: choices[0].id }, "첫째 연도"),
    choices[0],
    h("label", { for: choices[1].id }, "둘째 연도"),
    choices[1],
    h("label", { class: "hg-planner__city" }, all, " 그대로인 항목도 보기"),
    said,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  root.querySelector("[data-static]").hidden = true;
  form.hidden = false;
  show();
}

register({ "edition-compare": start });
