/**
 * Gets a template when it is first needed, fills it and hands the file to the reader.
 */
(function (hyeopchi) {
  "use strict";

  const { give, loadScript, safeName } = hyeopchi.files;
  const TYPES = { hwpx: "application/hwp+zip", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
  const received = new Map();

  /** Called by a template's own script. @param {string} name @param {string} content in base 64 */
  function receive(name, content) {
    received.set(name, Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
  }

  /** The template's bytes. @param {string} assets the address of the site's assets @param {string} name `checklist.hwpx` */
  async function template(assets, name) {
    await Promise.all([loadScript(`${assets}vendor/fflate/index.js`), loadScript(`${assets}office/${name}.js`)]);
    return received.get(name);
  }

  /** A name that every file system takes. */
  function fileName(title, format) {
    return `${safeName(hyeopchi.office.clean(title), 80) || hyeopchi.names.guide}.${format}`;
  }

  /**
   * Fills a template and saves it. @param {string} assets @param {string} name the template's, without ending
   * @param {"hwpx" | "docx"} format @param {string} title the file's name @param {import("./fill").Values} values
   * @returns {Promise<string>} the file's name
   */
  async function save(assets, name, format, title, values) {
    const filled = hyeopchi.office.fill(await template(assets, `${name}.${format}`), values);
    const saved = fileName(title, format);
    give(filled, TYPES[format], saved);
    return saved;
  }

  hyeopchi.office = Object.assign(hyeopchi.office || {}, { fileName, receive, save, template });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
