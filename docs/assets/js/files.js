/**
 * Files between the page and the reader: handed over under a safe name; scripts that are fetched when first needed.
 */
(function (hyeopchi) {
  "use strict";

  const { h } = hyeopchi.dom;
  const UNSAFE = /[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
  const loads = new Map();

  /** The title as every file system takes it. @param {string} title @param {number} most characters */
  function safeName(title, most = 60) {
    return title.replace(UNSAFE, " ").replace(/\s+/g, " ").trim().slice(0, most).replace(/[. ]+$/, "");
  }

  /** Hands content over as a file. @param {BlobPart} content @param {string} type @param {string} name */
  function give(content, type, name) {
    const address = URL.createObjectURL(new Blob([content], { type }));
    h("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  /** Loads a classic script once, which works from a file too; a failure can be tried again. @returns {Promise<unknown>} */
  function loadScript(address) {
    if (!loads.has(address)) {
      loads.set(address, new Promise((done, failed) => {
        document.head.append(hyeopchi.trusted.script(address, { load: done, error: () => {
          loads.delete(address);
          failed(new Error(address));
        } }));
      }));
    }
    return loads.get(address);
  }

  hyeopchi.files = { give, loadScript, safeName };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
