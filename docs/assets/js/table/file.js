/**
 * A file as tables: CSV and text, in any encoding that Windows' programs write.
 */
(function (hyeopchi) {
  "use strict";

  const { LIMITS, bytesOf, counted, decoded, demand } = hyeopchi.gate;
  const { gridsOfText } = hyeopchi.table;

  /**
   * @param {File} file @returns {Promise<import("./grid").Grid[]>} throws a Refusal
   */
  async function readFile(file) {
    demand(file.size <= LIMITS.bytes, `파일이 너무 커요. ${counted(LIMITS.bytes / 1_000_000)} MB까지 열 수 있어요.`);
    const content = await bytesOf(file);
    return gridsOfText(decoded(content));
  }

  Object.assign(hyeopchi.table, { readFile });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
