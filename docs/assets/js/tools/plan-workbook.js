/**
 * The calculator's own Excel workbook, opened here: what is typed in its sheet of projects. Cells that do not fit are named
 * and nothing is taken (macros/office/excel/budget/read.py reads the whole workbook).
 */
(function (hyeopchi) {
  "use strict";

  const { LIMITS, demand, over } = hyeopchi.gate;
  const { loadScript } = hyeopchi.files;
  const MOST_UNPACKED = 20_000_000; // the sheets of sums beside the typed ones are long
  const FOREIGN = "예산 한도 계산기에서 받은 엑셀 파일이 아니에요. 계산기의 ‘엑셀로 받기’나 ‘파일로 저장’으로 만든 파일을 골라 주세요.";
  const MOST_WON = 10 ** 15;

  function xml(files, path) {
    demand(files[path], FOREIGN);
    const parsed = new DOMParser().parseFromString(new TextDecoder().decode(files[path]), "application/xml");
    demand(!parsed.querySelector("parsererror"), FOREIGN);
    return parsed;
  }

  const elements = (node, name) => [...node.getElementsByTagName(name)];

  /** A text with its runs, without what only shows how it sounds. */
  function textOf(node) {
    return elements(node, "t").filter((part) => part.parentNode.nodeName !== "rPh").map((part) => part.textContent).join("");
  }

  function valueOf(cell, strings) {
    const type = cell.getAttribute("t");
    const value = elements(cell, "v")[0]?.textContent ?? "";
    if (type === "inlineStr") return textOf(cell);
    if (type === "s") return strings[Number(value)] ?? "";
    return value === "" || type === "str" ? value : Number(value);
  }

  /** The wanted sheets' values by cell. */
  function sheetsOf(bytes, wanted) {
    let size = 0;
    const files = globalThis.fflate.unzipSync(bytes, { filter: ({ name, originalSize }) => {
      size += originalSize;
      demand(size <= MOST_UNPACKED, over("파일의 내용이", MOST_UNPACKED, "바이트"));
      return /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name);
    } });
    const targets = new Map(elements(xml(files, "xl/_rels/workbook.xml.rels"), "Relationship").map((one) => [one.getAttribute("Id"), one.getAttribute("Target")]));
    const strings = files["xl/sharedStrings.xml"] ? elements(xml(files, "xl/sharedStrings.xml"), "si").map(textOf) : [];
    const named = new Map(elements(xml(files, "xl/workbook.xml"), "sheet").map((one) => [one.getAttribute("name"), targets.get(one.getAttribute("r:id"))]));
    return wanted.map((name) => {
      const path = named.get(name);
      demand(path, FOREIGN);
      const sheet = xml(files, path.startsWith("/") ? path.slice(1) : `xl/${path}`);
      return new Map(elements(sheet, "c").map((cell) => [cell.getAttribute("r"), valueOf(cell, strings)]));
    });
  }

  function amountOf(value, where, undecided) {
    if (value === undefined || value === "") return undefined;
    if (typeof value === "string" && value.trim() === undecided) return null;
    demand(Number.isSafeInteger(value) && value >= 0 && value <= MOST_WON,
      `${where}: 금액이 아니에요. 0 이상의 정수(원)로 적고, 아직 모르면 ‘${undecided}’이라고 적어 주세요.`);
    return BigInt(value);
  }

  function lineOf(cells, row, places, terms) {
    const text = (column) => String(cells.get(`${column}${row}`) ?? "").trim();
    const amounts = Object.fromEntries(Object.entries(places.funds)
      .map(([fund, column]) => [fund, amountOf(cells.get(`${column}${row}`), `‘${places.lines}’ 시트 ${column}${row}`, places.undecided)])
      .filter(([, won]) => won !== undefined));
    if (text(places.what) === "" && text(places.kind) === "" && Object.keys(amounts).length === 0) return null;
    return { name: text(places.what), kind: terms.kinds.find(({ label }) => label === text(places.kind))?.id ?? null, amounts };
  }

  /** The projects with their lines: one begins where another name stands. */
  function projectsOf(cells, places, terms) {
    const projects = [];
    for (let row = places.first; row < places.first + places.count; row += 1) {
      const name = String(cells.get(`${places.name}${row}`) ?? "").trim();
      if (name && projects.at(-1)?.name !== name) projects.push({ name, lines: [] });
      const line = lineOf(cells, row, places, terms);
      if (line === null) continue;
      demand(projects.length, `‘${places.lines}’ 시트 ${places.name}${row}: 사업명을 먼저 적어 주세요.`);
      projects.at(-1).lines.push(line);
    }
    return projects;
  }

  /**
   * @param {Uint8Array} bytes @param {any} terms the page's of plans: kinds, workbook @param {string} vendor where fflate stands
   * @returns {Promise<{edition: string, title: string, projects: any[]}>} throws a Refusal
   */
  async function read(bytes, terms, vendor) {
    demand(bytes.length <= LIMITS.bytes, over("파일이", LIMITS.bytes, "바이트"));
    await loadScript(`${vendor}fflate/index.js`);
    const places = terms.workbook;
    let sheets;
    try {
      sheets = sheetsOf(bytes, [places.settings, places.lines]);
    } catch (error) {
      demand(error instanceof hyeopchi.gate.Refusal, FOREIGN);
      throw error;
    }
    const [start, cells] = sheets;
    demand(places.marks.includes(start.get(places.mark)), FOREIGN);
    const projects = projectsOf(cells, places, terms);
    demand(projects.length, "이 파일에는 사업이 없어요.");
    return { edition: String(start.get(places.edition) ?? ""), title: String(start.get(places.title) ?? ""), projects };
  }

  hyeopchi.planWorkbook = { read };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
