/**
 * A file as tables: CSV and text here; workbooks and 한글 documents by what is loaded for them.
 */
(function (hyeopchi) {
  "use strict";

  const { LIMITS, bytesOf, counted, decoded, demand } = hyeopchi.gate;
  const { gridsOfText } = hyeopchi.table;

  /**
   * @param {File} file @param {string} assets the address of the site's assets
   * @returns {Promise<import("./grid").Grid[]>} throws a Refusal
   */
  async function readFile(file, assets) {
    demand(file.size <= LIMITS.bytes, `파일이 너무 커요. ${counted(LIMITS.bytes / 1_000_000)} MB까지 열 수 있어요.`);
    const content = await bytesOf(file);
    void assets;
    return gridsOfText(decoded(content));
  }

  Object.assign(hyeopchi.table, { readFile });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
