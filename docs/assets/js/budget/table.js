/**
 * Tables as people copy them out of Excel, 한글 or a web page: rows of texts, what each column means, what each row holds.
 * Pure functions; the view shows what they find.
 */
(function (hyeopchi) {
  "use strict";

  /**
   * @typedef {"" | "project" | "part" | "name" | "kind" | string} Meaning a column's; a fund's is `fund:<id>`
   * @typedef {{cells: string[], project: string, part: string | null, name: string, kind: string | null,
   *   typed: Record<string, string>, told: string[], take: boolean}} Row
   */

  const UNITS = [["원", "원"], ["천원", "천원"], ["만원", "만원"], ["백만원", "백만원"], ["억원", "억원"]];
  const SUM_ROW = /^(총)?(합계|소계|계|총계|총사업비)$/;
  const NOTHING = /^[-–—−]?$/;
  const HEADS = [
    ["project", /^(단위)?사업(명)?$|^의제(명)?$|의제\(사업\)|세부사업/], ["part", /부문|구분$|영역/],
    ["kind", /비목|편성목|통계목|과목/], ["name", /내용|내역|산출|항목|세목/],
    ["fund:city", /시비|시보조금/], ["fund:own", /구비|구사업비/], ["fund:outside", /그밖|기타|국비|민간|자부담/],
  ];
  const ORDER = ["project", "part", "name", "kind", "fund:city", "fund:own", "fund:outside"]; // as in the workbook

  const squeezed = (text) => text.normalize("NFKC").replace(/\s+/g, "");

  /** Tab-separated rows; a cell with a line break or a tab in it stands in quotes. */
  function rowsOfText(text) {
    const rows = [[""]];
    let quoted = false;
    const source = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    for (let at = 0; at < source.length; at += 1) {
      const char = source[at];
      const row = rows.at(-1);
      if (quoted && char === '"' && source[at + 1] === '"') {
        row[row.length - 1] += '"';
        at += 1;
      } else if (char === '"' && (quoted || row.at(-1) === "")) quoted = !quoted;
      else if (quoted) row[row.length - 1] += char;
      else if (char === "\t") row.push("");
      else if (char === "\n") rows.push([""]);
      else row[row.length - 1] += char;
    }
    return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim())).filter((row) => row.some((cell) => cell !== ""));
  }

  /** The rows of the first table in copied HTML (한글 and browsers give it); merged cells keep their columns. */
  function rowsOfHtml(html) {
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
    if (!table) return null;
    const rows = [];
    [...table.rows].slice(0, 2_000).forEach((source, at) => {
      const row = rows[at] ??= [];
      let column = 0;
      for (const cell of source.cells) {
        while (row[column] !== undefined) column += 1;
        const text = cell.textContent.replace(/\s+/g, " ").trim();
        const wide = Math.min(cell.colSpan, 50);
        for (let down = 0; down < Math.min(cell.rowSpan, table.rows.length - at); down += 1) {
          for (let across = 0; across < wide; across += 1) (rows[at + down] ??= [])[column + across] = down + across === 0 ? text : "";
        }
        column += wide;
      }
    });
    return rows.map((row) => Array.from(row, (cell) => cell ?? "")).filter((row) => row.some((cell) => cell !== ""));
  }

  /** Rows as tab-separated text, to stand in the field where it can be mended. */
  function textOf(rows) {
    return rows.map((row) => row.map((cell) => /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join("\t")).join("\n");
  }

  function meaningOf(cell) {
    const said = squeezed(cell).replace(/[(\[](단위:?)?(원|천원|만원|백만원|억원)[)\]]/g, "");
    return HEADS.find(([, pattern]) => pattern.test(said))?.[0] ?? "";
  }

  /**
   * What the columns mean, which row is the head (-1: none), and the unit of its amounts.
   * @returns {{meanings: Meaning[], head: number, unit: string}}
   */
  function guess(rows) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const unit = /(천원|백만원|만원|억원)/.exec(squeezed(rows.slice(0, 4).flat().filter((cell) => !/\d/.test(cell)).join(" ")))?.[1] ?? "원";
    for (let head = 0; head < Math.min(rows.length, 5); head += 1) {
      if (rows[head].some((cell) => /^[\d,.]+(천|백|만|억)*원?$/.test(squeezed(cell)))) continue; // amounts: no head
      const found = rows[head].map(meaningOf);
      const once = found.map((meaning, at) => meaning !== "" && found.indexOf(meaning) === at ? meaning : "");
      if (once.filter(Boolean).length >= 2) {
        return { meanings: Array.from({ length: width }, (_, at) => once[at] ?? ""), head, unit };
      }
    }
    return { meanings: Array.from({ length: width }, (_, at) => ORDER[at] ?? ""), head: -1, unit };
  }

  /** The term that a cell names: by its label, or by the only label that begins so or holds it. */
  function termOf(cell, terms) {
    const said = squeezed(cell);
    const labels = terms.map((term) => [term.id, squeezed(term.label)]);
    const same = labels.find(([, label]) => label === said);
    if (same) return same[0];
    const near = labels.filter(([, label]) => said.length > 1 && (label.includes(said) || said.includes(label)));
    return near.length === 1 ? near[0][0] : null;
  }

  /** An amount as it will stand in its field: a bare number gets the table's unit. */
  function amountOf(cell, unit) {
    const said = squeezed(cell);
    if (NOTHING.test(said)) return "";
    const withUnit = unit !== "원" && /^[\d,.]+$/.test(said) ? `${said}${unit}` : said;
    const money = hyeopchi.money.parse(withUnit);
    return money.error === null && money.won !== null ? (money.blank ? "" : hyeopchi.money.format(money.won)) : cell;
  }

  /** One row, with a sentence for whatever in it does not fit. */
  function readRow(cells, meanings, unit, data) {
    /** @type {Row} */
    const row = { cells, project: "", part: null, name: "", kind: null, typed: {}, told: [], take: true };
    cells.forEach((cell, at) => {
      const meaning = meanings[at] ?? "";
      if (cell === "" || meaning === "") return;
      if (meaning === "project" || meaning === "name") row[meaning] = cell.slice(0, 80);
      else if (meaning === "part" || meaning === "kind") {
        const terms = meaning === "part" ? data.parts : data.kinds;
        row[meaning] = termOf(cell, terms);
        if (row[meaning] === null) row.told.push(`${meaning === "part" ? "부문" : "비목"} ‘${cell}’을 알 수 없어 비워 두어요.`);
      } else {
        const fund = meaning.slice("fund:".length);
        const typed = amountOf(cell, unit);
        const { error } = hyeopchi.money.parse(typed);
        if (typed !== "") row.typed[fund] = typed.slice(0, 60);
        if (error !== null) row.told.push(`${data.funds.find(({ id }) => id === fund)?.label} ‘${cell}’: ${error}`);
      }
    });
    return row;
  }

  /**
   * All rows below the head. Sums are not taken: they would count twice.
   * @returns {Row[]}
   */
  function readRows(rows, { meanings, head, unit }, data) {
    let begun = false;
    return rows.slice(head + 1).map((cells) => {
      const row = readRow(cells, meanings, unit, data);
      const words = cells.filter((cell) => /[가-힣]/.test(cell)).map(squeezed);
      const holds = row.project !== "" || row.name !== "" || row.kind !== null || Object.keys(row.typed).length > 0;
      if (words.some((word) => SUM_ROW.test(word))) Object.assign(row, { take: false, told: ["합계 줄이라 넣지 않아요."] });
      else if (!holds) Object.assign(row, { take: false, told: ["넣을 것이 없는 줄이에요."] });
      else if (row.project === "" && !begun) row.told.push("사업명이 없어 ‘이름 없는 사업’으로 넣어요.");
      begun = begun || row.take;
      return row;
    });
  }

  /** Adds the chosen rows to a draft as new projects: one begins where another name stands. */
  function addTo(draft, rows) {
    let project = null;
    for (const row of rows.filter(({ take }) => take)) {
      if (project === null || (row.project !== "" && row.project !== project.name)) {
        project = { id: hyeopchi.draft.freeId(draft, "p"), name: row.project, part: row.part, lines: [] };
        draft.projects.push(project);
      }
      project.part = project.part ?? row.part;
      if (row.name === "" && row.kind === null && Object.keys(row.typed).length === 0) continue;
      project.lines.push({ ...hyeopchi.draft.newLine(draft), name: row.name, kind: row.kind, typed: row.typed });
    }
  }

  hyeopchi.budgetTable = { UNITS, addTo, guess, readRows, rowsOfHtml, rowsOfText, textOf };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
