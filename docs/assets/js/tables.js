/**
 * The way in for tables: pasted, chosen or dropped. What reads them (assets/table/reader.js) is loaded when it is first wanted.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const { button } = hyeopchi.drawer;
  const { loadScript } = hyeopchi.files;
  const { Refusal, guardedLater } = hyeopchi.gate;
  const FILES = /\.(?:csv|tsv|txt|html?|xls[xmb]?|hwpx?|docx?|pptx|ods|odt|pdf|zip)$/i; // what holds no table is told so
  const ACCEPTED = ".xlsx,.hwpx,.docx,.csv,.tsv,.txt,.xls,.hwp";
  const FAILED = "표를 읽는 데 필요한 것을 불러오지 못했어요. 쪽을 새로 열고 다시 눌러 주세요.";

  /**
   * @typedef {{drawer: any, assets: string, notice: (text: string, options?: any) => void, purpose: (table: any) => any}} Ways
   *   `assets`: the address of the site's assets; `purpose`: what a table is read for (table/purposes.js), made when the reader is there
   */

  /** The reader, fetched when it is first wanted. Throws a Refusal. @param {string} assets */
  async function load(assets) {
    await loadScript(`${assets}table/reader.js`).catch(() => { throw new Refusal(FAILED); });
    return hyeopchi.table;
  }

  /** Opens the place for a table, with a file if there is one. @param {Ways} ways @param {File | null} [file] */
  async function open({ drawer, assets, notice, purpose }, file = null) {
    const { value: table, problem } = await guardedLater(() => load(assets));
    if (table) table.panel({ drawer, assets, purpose: purpose(table) }, file);
    else notice(problem, { problem: true });
  }

  /** Whether a file holds tables rather than what this site saved. @param {File} file */
  const isTable = (file) => FILES.test(file.name);

  /** A file that is dropped on the tool is opened. @param {HTMLElement} root @param {(file: File) => void} take */
  function dropped(root, take) {
    const hasFiles = (event) => [...event.dataTransfer?.types ?? []].includes("Files");
    root.addEventListener("dragover", (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
    root.addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer.files;
      if (file) take(file);
    });
  }

  /** A hidden field for a file and the button that opens it. @param {string} label @param {string} accept @param {(file: File) => void} take */
  function chooser(text, label, accept, take) {
    const input = h("input", { type: "file", accept, class: "hg-hidden", tabindex: "-1", "aria-label": label, onchange: () => {
      const [file] = input.files;
      if (file) take(file);
      input.value = "";
    } });
    return [button(text, () => input.click()), input];
  }

  hyeopchi.tables = { ACCEPTED, chooser, dropped, isTable, load, open };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
