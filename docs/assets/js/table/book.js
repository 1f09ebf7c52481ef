/**
 * A workbook (.xlsx): its sheets in their order, each read when it is asked for.
 */
(function (hyeopchi) {
  "use strict";

  const { demand } = hyeopchi.gate;
  const { archive: { BROKEN, elements }, sheet: { cellsOf, gridOfSheet, textOf } } = hyeopchi.table;

  const MOST_CODE = 255; // signs of a number's format, as in Excel

  /** @typedef {{name: string, hidden: boolean, path: string}} SheetPlace */

  /** The formats of cells by their style. */
  function formatsOf(archive) {
    if (!archive.has("xl/styles.xml")) return [];
    const styles = archive.xml("xl/styles.xml");
    const codes = new Map(elements(styles, "numFmt").map((one) => [Number(one.getAttribute("numFmtId")), (one.getAttribute("formatCode") ?? "General").slice(0, MOST_CODE)]));
    const [list] = elements(styles, "cellXfs");
    return list ? elements(list, "xf").map((one) => Number(one.getAttribute("numFmtId"))).map((id) => ({ id, code: codes.get(id) ?? null })) : [];
  }

  const stringsOf = (archive) => (archive.has("xl/sharedStrings.xml") ? elements(archive.xml("xl/sharedStrings.xml"), "si").map(textOf) : []);

  /** Where a part stands that the workbook names. */
  const pathOf = (target) => (target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);

  /** @returns {SheetPlace[]} */
  function placesOf(archive, workbook) {
    const targets = new Map(elements(archive.xml("xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [one.getAttribute("Id"), one.getAttribute("Target") ?? ""]));
    return elements(workbook, "sheet").map((one) => {
      const id = [...one.attributes].find(({ localName, prefix }) => localName === "id" && prefix)?.value;
      return { name: one.getAttribute("name") ?? "", hidden: /hidden/i.test(one.getAttribute("state") ?? ""), path: pathOf(targets.get(id) ?? "") };
    }).filter(({ path }) => /worksheets\//i.test(path) && archive.has(path));
  }

  /**
   * @param {ReturnType<typeof hyeopchi.table.archive.openArchive>} archive
   * @returns {{sheets: SheetPlace[], cells: (name: string) => Map<string, import("./sheet").Shown> | null, grids: () => {grids: import("./grid").Grid[], told: string[]}}}
   *   `cells`: what stands in one sheet by the cells' names (A1), null without such a sheet. Throws a Refusal.
   */
  function openBook(archive) {
    const workbook = archive.xml("xl/workbook.xml");
    const sheets = placesOf(archive, workbook);
    demand(sheets.length > 0, BROKEN);
    const later = /^(?:1|true)$/.test(elements(workbook, "workbookPr")[0]?.getAttribute("date1904") ?? "");
    let shared = null;
    const book = () => (shared ??= { strings: stringsOf(archive), formats: formatsOf(archive), later });

    function cells(name) {
      const place = sheets.find((one) => one.name === name);
      if (!place) return null;
      const { rows } = cellsOf(archive.xml(place.path), { ...book(), formats: [] });
      return new Map([...rows].flatMap(([row, found]) => [...found].map(([column, cell]) => [`${letters(column)}${row + 1}`, cell])));
    }
    function grids() {
      const read = sheets.map((place) => ({ place, ...gridOfSheet(archive.xml(place.path), book(), place.name) }));
      return { grids: read.filter(({ grid }) => grid !== null).map(({ grid, told, place: { hidden } }) => Object.assign(grid, { hidden, told })),
        told: read.flatMap(({ grid, place, told }) => (place.hidden || grid !== null ? [] : told)) };
    }
    return { sheets, cells, grids };
  }

  /** `A`, `Z`, `AA`. */
  const letters = (column) => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + column % 26);

  Object.assign(hyeopchi.table, { openBook });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
