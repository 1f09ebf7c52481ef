/**
 * Gets a template when it is first needed, fills it and hands the file to the reader.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const TYPES = { hwpx: "application/hwp+zip", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" };
  const loads = new Map();
  const received = new Map();

  /** Loads a classic script once; a failure can be tried again. */
  function load(address) {
    if (!loads.has(address)) {
      loads.set(address, new Promise((done, failed) => {
        document.head.append(h("script", { src: address, onload: done, onerror: () => {
          loads.delete(address);
          failed(new Error(address));
        } }));
      }));
    }
    return loads.get(address);
  }

  /** Called by a template's own script. @param {string} name @param {string} content in base 64 */
  function receive(name, content) {
    received.set(name, Uint8Array.from(atob(content), (char) => char.charCodeAt(0)));
  }

  /** The template's bytes. @param {string} assets the address of the site's assets @param {string} name `checklist.hwpx` */
  async function template(assets, name) {
    await Promise.all([load(`${assets}vendor/fflate/index.js`), load(`${assets}office/${name}.js`)]);
    return received.get(name);
  }

  /** A name that every file system takes. */
  function fileName(title, format) {
    const name = hyeopchi.office.clean(title).replace(/[\\/:*?"<>|\n]/g, " ").replace(/\s+/g, " ").trim().slice(0, 80).replace(/[ .]+$/, "");
    return `${name || "협치 길잡이"}.${format}`;
  }

  /**
   * Fills a template and saves it. @param {string} assets @param {string} name the template's, without ending
   * @param {"hwpx" | "docx"} format @param {string} title the file's name @param {import("./fill").Values} values
   * @returns {Promise<string>} the file's name
   */
  async function save(assets, name, format, title, values) {
    const filled = hyeopchi.office.fill(await template(assets, `${name}.${format}`), values);
    const saved = fileName(title, format);
    const address = URL.createObjectURL(new Blob([filled], { type: TYPES[format] }));
    h("a", { href: address, download: saved }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return saved;
  }

  hyeopchi.office = Object.assign(hyeopchi.office || {}, { fileName, receive, save, template });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
