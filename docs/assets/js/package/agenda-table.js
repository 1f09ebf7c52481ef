/**
 * A table of agendas: which task each stands under, and what is to be done. Its money comes with the budget's
 * table, not here.
 */

import { NO_MONEY } from "./list.js";

const ROLES = [{ id: "task", label: "추진과제" }, { id: "agenda", label: "의제(사업명)" }, {
  id: "text",
  label: "내용",
}];

/** @typedef {{row: number, agenda: string, task: string, text: string}} Line */

/**
 * The smallest unit that is named is the agenda, the next above it its task.
 * @returns {Record<number, string>}
 */
function rolesOf(columns) {
  const texts = columns.filter(({ kind, filled }) => kind === "text" && filled > 0);
  const [agenda, task] = texts.filter(({ says }) => says === "name").sort((one, other) =>
    other.level - one.level || one.at - other.at
  );
  const content = texts.find(({ says }) => says === "item");
  const found = [[agenda, "agenda"], [task, "task"], [content, "text"]].filter(([column]) => column);
  return Object.fromEntries(found.map(([{ at }, role]) => [at, role]));
}

const columnOf = (roles, role) => Object.keys(roles).find((at) => roles[at] === role);

/** What a row says of its task: a blank below goes on with it. */
function carried(reader, { grid: { cells }, body }, row, at) {
  const own = (one) => reader.text.inLine(cells[one][at].long ?? cells[one][at].text);
  return body.filter((one) => one <= row).map(own).filter(Boolean).at(-1) ?? "";
}

function tell(reader, { grid }, row, name) {
  const texts = reader.grid.ownCells(grid, row).map(({ text }) => text);
  if (texts.length === 0) return { role: "blank", why: "" };
  if (texts.slice(0, 2).some((text) => reader.rows.sumWord(text) === "sure")) return { role: "sum", why: "" };
  return name === "" ? { role: "title", why: "의제 이름이 없어 빼 두어요." } : { role: "line", why: "" };
}

/** @returns {import("../table/pieces.js").Pieces<import("../table/purposes.js").View>} */
function* viewOf(reader, table, known, chosen = {}) {
  const columns = reader.columns.columnsOf(table);
  const roles = { ...rolesOf(columns), ...chosen.roles };
  for (const [at, role] of Object.entries(roles)) if (role === "") delete roles[at];
  const [task, agenda, text] = ROLES.map(({ id }) => columnOf(roles, id));
  const own = (
    row,
    at,
  ) => (at === undefined
    ? ""
    : reader.text.inLine(table.grid.cells[row][at].long ?? table.grid.cells[row][at].text));
  const rows = yield* reader.pieces.each(table.body, (row) => {
    const { role, why } = tell(reader, table, row, own(row, agenda));
    const take = agenda !== undefined && (chosen.take?.[row] ?? role === "line");
    return {
      row,
      role,
      why,
      take,
      told: take && !known.has(own(row, agenda).normalize("NFC"))
        ? ["계획에 없는 의제라 금액 없이 더해요."]
        : [],
    };
  });
  const lines = rows.filter(({ take }) => take).map(({ row }) => ({
    row,
    agenda: own(row, agenda),
    task: task === undefined ? "" : carried(reader, table, row, task),
    text: own(row, text),
  }));
  const { hidden } = table.grid;
  return {
    ...NO_MONEY,
    table,
    columns,
    roles,
    rows,
    use: lines.length > 0 && !hidden,
    why: hidden ? reader.HIDDEN : "",
    shown: (
      row,
      at,
    ) => (table.grid.cells[row][at].row === row && table.grid.cells[row][at].column === at
      ? own(row, at)
      : ""),
    lines,
    notes: columns.some(({ kind }) => kind === "money")
      ? ["금액은 여기에서 넣지 않아요. 위의 ‘예산 계획’ 칸에 표를 붙여 넣으세요."]
      : [],
  };
}

/**
 * What reads agendas.
 * @param {any} reader
 * @param {Set<string>} known names of the plan's projects
 * @param {any} words
 * @returns {import("../table/purposes.js").Purpose}
 */
export function forAgendas(reader, known, words) {
  function* holds(table) {
    const { lines, roles } = yield* viewOf(reader, table, known);
    return table.heads.length > 0 && lines.length > 0 && Object.values(roles).includes("agenda");
  }
  function* views(grids) {
    const tables = (yield* reader.pieces.eachOf(grids, (grid) => reader.tablesOf(grid, holds))).flat();
    const found = [];
    for (const table of tables) if (yield* holds(table)) found.push(yield* viewOf(reader, table, known));
    return found;
  }
  return {
    ...words,
    hasMoney: false,
    roles: ROLES,
    nothing: "의제 이름이 있는 표를 찾지 못했어요. 머리글(추진과제, 의제명 …)과 함께 복사해 주세요.",
    views,
    read: (table, chosen) => viewOf(reader, table, known, chosen),
  };
}
