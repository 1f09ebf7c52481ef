/**
 * The plan as an Excel workbook, made here without a server: the empty workbook of the edition (downloads/budget-*.js)
 * with the plan typed into its cells. Its formulas go on calculating.
 */
(function (hyeopchi) {
  "use strict";

  const { give, loadScript } = hyeopchi.files;
  const { rowsOf, workbookValues } = hyeopchi.budgetWorkbook;
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  // XML has no place for these; a name that holds one would make the file unreadable.
  const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const LONGEST = 32_000; // Excel takes 32,767 characters in a cell
  const MADE_ON = new Date(2000, 0, 1); // in the archive: the same plan gives the same bytes

  function clean(text) {
    return text.replace(UNPRINTABLE, "").slice(0, LONGEST);
  }

  /** One sheet's XML with its cells at hand. */
  function openSheet(bytes) {
    const xml = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "application/xml");
    const cells = new Map([...xml.getElementsByTagNameNS(MAIN, "c")].map((cell) => [cell.getAttribute("r"), cell]));
    const child = (name, text) => {
      const element = xml.createElementNS(MAIN, name);
      if (text !== null) element.textContent = text;
      return element;
    };
    return {
      cells,
      /** A text in the cell itself: it is never read as a formula. */
      text(name, text) {
        const cell = cells.get(name);
        const inner = child("t", clean(text));
        inner.setAttribute("xml:space", "preserve");
        const string = child("is", null);
        string.append(inner);
        cell.setAttribute("t", "inlineStr");
        cell.replaceChildren(...text === "" ? [] : [string]);
        if (text === "") cell.removeAttribute("t");
      },
      number(name, number) {
        const cell = cells.get(name);
        cell.removeAttribute("t");
        cell.replaceChildren(child("v", String(number)));
      },
      /** What a formula shows until it is worked out; null: nothing is said. */
      shown(cell, value) {
        cell.getElementsByTagNameNS(MAIN, "v")[0]?.remove();
        cell.removeAttribute("t");
        if (value === null) return;
        if (typeof value === "string") cell.setAttribute("t", "str");
        cell.append(child("v", typeof value === "string" ? clean(value) : String(value)));
      },
      bytes: () => new TextEncoder().encode(HEAD + new XMLSerializer().serializeToString(xml).replace(/^<\?xml[^>]*\?>\s*/, "")),
    };
  }

  function typeSettings(sheet, places, plan, data) {
    sheet.text(places.title, plan.title);
    sheet.text(places.reading, places.readings[plan.reading] ?? places.words.guideReading);
    for (const choice of data.choices.filter(({ id }) => id in places.choices)) {
      const label = choice.options.find(({ id }) => id === plan.choices[choice.id])?.label;
      sheet.text(places.choices[choice.id], label ?? places.words.noChoice);
    }
  }

  function typeAnswers(sheet, places, plan) {
    for (const [rule, row] of Object.entries(places.asks)) {
      const reply = plan.answers[rule];
      if (reply && reply.answer !== "unknown") sheet.text(`${places.columns.answer}${row}`, hyeopchi.verdictWords.ANSWERS[reply.answer]);
      if (reply?.note) sheet.text(`${places.columns.note}${row}`, reply.note);
    }
  }

  function typeLines(sheet, places, rows, data) {
    const { columns, first, words } = places;
    const label = (terms, id) => terms.find((term) => term.id === id)?.label ?? "";
    rows.forEach(({ name, part, line }, at) => {
      const row = first + at;
      if (name !== null) {
        sheet.text(`${columns.name}${row}`, name);
        sheet.text(`${columns.part}${row}`, label(data.parts, part));
      }
      if (!line) return;
      sheet.text(`${columns.what}${row}`, line.name);
      sheet.text(`${columns.kind}${row}`, label(data.kinds, line.kind));
      for (const { id } of data.funds) {
        const won = line.amounts[id];
        if (won === null) sheet.text(`${columns[`fund:${id}`]}${row}`, words.undecided);
        else if (won) sheet.number(`${columns[`fund:${id}`]}${row}`, won);
      }
    });
  }

  /** Every formula's shown value: what is known by its key, blank for the rest of the keys, nothing for the others. */
  function showValues(sheet, keys, values) {
    for (const [name, cell] of sheet.cells) {
      if (cell.getElementsByTagNameNS(MAIN, "f").length === 0) continue;
      sheet.shown(cell, name in keys ? values.get(keys[name]) ?? "" : null);
    }
  }

  function fromBase64(text) {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  }

  /**
   * The workbook's bytes.
   * @param {any} template an edition's entry of hyeopchi.workbooks
   */
  function fill(template, view, data, zip) {
    const files = zip.unzipSync(fromBase64(template.file));
    const rows = rowsOf(view.plan, template.words.unnamed, clean);
    const values = workbookValues(view, data, rows);
    const { settings, lines, asks } = template.sheets;
    for (const path of Object.keys(files)) {
      const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
      if (!number) continue;
      const sheet = openSheet(files[path]);
      if (Number(number) === settings) typeSettings(sheet, template, view.plan, data);
      if (Number(number) === lines) typeLines(sheet, template, rows, data);
      if (Number(number) === asks) typeAnswers(sheet, template, view.plan);
      showValues(sheet, template.keys[number] ?? {}, values);
      files[path] = sheet.bytes();
    }
    return zip.zipSync(files, { level: 6, mtime: MADE_ON });
  }

  /** Why the plan does not fit into the workbook, or null. */
  function tooMany(plan, template) {
    const lines = plan.projects.reduce((sum, project) => sum + Math.max(1, project.lines.length), 0);
    if (lines > template.lineCount) return `엑셀 파일에는 ${template.lineCount}줄까지 들어가요. 지금은 ${lines}줄이에요.`;
    return plan.projects.length > template.projectCount
      ? `엑셀 파일에는 사업 ${template.projectCount}개까지 들어가요. 지금은 ${plan.projects.length}개예요.` : null;
  }

  /** Makes the file and hands it over. */
  async function saveWorkbook(store) {
    const { draft, places: { assets, root } } = store;
    try {
      await Promise.all([loadScript(`${assets}vendor/fflate/index.js`), loadScript(`${root}downloads/budget-${draft.edition}.js`)]);
    } catch {
      store.notice("엑셀 파일을 만드는 데 필요한 것을 불러오지 못했어요. 쪽을 새로 열고 다시 눌러 주세요.", { problem: true });
      return;
    }
    const template = hyeopchi.workbooks[draft.edition];
    const problem = tooMany(store.view.plan, template);
    if (problem) {
      store.notice(`${problem} ‘파일로 저장’을 써 주세요.`, { problem: true });
      return;
    }
    const errors = hyeopchi.draft.errors(draft).length;
    const name = hyeopchi.draft.fileName(draft, "xlsx");
    give(fill(template, store.view, store.data, globalThis.fflate), TYPE, name);
    store.notice(`${name} 파일로 받았어요.${errors ? ` 읽을 수 없는 금액 ${errors}개는 ‘미정’으로 적었어요.` : ""}`, { problem: errors > 0 });
  }

  Object.assign(hyeopchi.budgetWorkbook, { fill, saveWorkbook, tooMany });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
