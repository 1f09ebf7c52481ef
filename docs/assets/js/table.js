/**
 * Tables as people copy them out of Excel, 한글 or a web page: rows of texts, what each column means, what each row holds.
 * Pure functions; the view shows what they find.
 */
(function (hyeopchi) {
  "use strict";

  const { particle } = hyeopchi;

  /**
   * @typedef {{value: any, told: string | null}} Read what a cell holds, and a sentence when it does not fit
   * @typedef {{id: string, label: string, heads: {test: (said: string) => boolean}, read: (cell: string, unit: string) => Read, shown: (value: any) => string,
   *   money: boolean}} Column what a column of a pasted table may mean; `heads` are the titles it goes by, without spaces
   * @typedef {{values: Record<string, any>, told: string[], take: boolean}} Row
   * @typedef {{meanings: string[], head: number, unit: string}} Reading the columns' ids ("": left out), which row is the
   *   head (-1: none), and the unit of bare amounts
   */

  const UNITS = [["원", "원"], ["천원", "천원"], ["만원", "만원"], ["백만원", "백만원"], ["억원", "억원"]];
  const SUM_ROW = /^(총)?(합계|소계|계|총계|총사업비)$/;
  const NOTHING = /^[-–—−]?$/;
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
        const text = hyeopchi.gate.clean(cell.textContent).replace(/\s+/g, " ").trim();
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

  function meaningOf(cell, columns) {
    const said = squeezed(cell).replace(/[(\[](단위:?)?(원|천원|만원|백만원|억원)[)\]]/g, "");
    return columns.find(({ heads, label }) => said === squeezed(label) || heads.test(said))?.id ?? "";
  }

  /**
   * How a table is to be read, as far as it can be told.
   * @param {string[][]} rows @param {Column[]} columns in the order that a table without a head has
   * @returns {Reading}
   */
  function guess(rows, columns) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const unit = /(천원|백만원|만원|억원)/.exec(squeezed(rows.slice(0, 4).flat().filter((cell) => !/\d/.test(cell)).join(" ")))?.[1] ?? "원";
    for (let head = 0; head < Math.min(rows.length, 5); head += 1) {
      if (rows[head].some((cell) => /^[\d,.]+(천|백|만|억)*원?$/.test(squeezed(cell)))) continue; // amounts: no head
      const found = rows[head].map((cell) => meaningOf(cell, columns));
      const once = found.map((meaning, at) => meaning !== "" && found.indexOf(meaning) === at ? meaning : "");
      if (once.filter(Boolean).length >= 2) {
        return { meanings: Array.from({ length: width }, (_, at) => once[at] ?? ""), head, unit };
      }
    }
    return { meanings: Array.from({ length: width }, (_, at) => columns[at]?.id ?? ""), head: -1, unit };
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

  /** A column of words. @returns {Column} */
  function words(id, label, heads) {
    return { id, label, heads, money: false, shown: (value) => value, read: (cell) => ({ value: cell.slice(0, 80), told: null }) };
  }

  /** A column whose cells name one of the terms. @returns {Column} */
  function named(id, label, heads, terms) {
    return { id, label, heads, money: false, shown: (value) => terms.find((each) => each.id === value)?.label ?? "",
      read(cell) {
        const value = termOf(cell, terms);
        return { value, told: value === null ? `${label} ‘${cell}’${particle(cell, "을/를")} 알 수 없어 비워 두어요.` : null };
      } };
  }

  /** A column of amounts, kept as they will stand in their fields. @returns {Column} */
  function money(id, label, heads) {
    return { id, label, heads, money: true, shown: (value) => value,
      read(cell, unit) {
        const typed = amountOf(cell, unit);
        const { error } = hyeopchi.money.parse(typed);
        return { value: typed === "" ? undefined : typed.slice(0, 60), told: error === null ? null : `${label} ‘${cell}’: ${error}` };
      } };
  }

  /** A column of numbers of a sheet's field, kept as typed. @param {import("./tools/number").Field} field @returns {Column} */
  function numbers(id, label, field) {
    return { id, label, heads: { test: (said) => said.includes(squeezed(label)) }, money: false, shown: (value) => value,
      read(cell) {
        const { error } = hyeopchi.number.parse(cell, field);
        return { value: cell.slice(0, 60), told: error === null ? null : `${label} ‘${cell}’: ${error}` };
      } };
  }

  function readRow(cells, { meanings, unit }, columns) {
    /** @type {Row} */
    const row = { values: {}, told: [], take: true };
    cells.forEach((cell, at) => {
      const column = columns.find(({ id }) => id === meanings[at]);
      if (cell === "" || column === undefined) return;
      const { value, told } = column.read(cell, unit);
      if (value !== undefined && value !== null) row.values[column.id] = value;
      if (told !== null) row.told.push(told);
    });
    return row;
  }

  /**
   * All rows below the head, each with a sentence for whatever in it does not fit. Sums are not taken: they would count twice.
   * @param {string[][]} rows @param {Reading} reading @param {Column[]} columns
   * @returns {Row[]}
   */
  function readRows(rows, reading, columns) {
    return rows.slice(reading.head + 1).map((cells) => {
      const row = readRow(cells, reading, columns);
      const said = cells.filter((cell) => /[가-힣]/.test(cell)).map(squeezed);
      if (said.some((word) => SUM_ROW.test(word))) Object.assign(row, { take: false, told: ["합계 줄이라 넣지 않아요."] });
      else if (Object.keys(row.values).length === 0 && row.told.length === 0) Object.assign(row, { take: false, told: ["넣을 것이 없는 줄이에요."] });
      return row;
    });
  }

  hyeopchi.table = { UNITS, guess, money, named, numbers, readRows, rowsOfHtml, rowsOfText, textOf, words };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
