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

  /** Loads the scripts that the page keeps for later under this name, in their order. */
  async function later(name) {
    for (const { src } of document.querySelector(`template[data-later="${name}"]`).content.querySelectorAll("script")) await loadScript(src);
  }

  /**
   * Does what needs scripts that load later, or says that they did not come.
   * @param {{notice: (text: string, options: {problem: boolean}) => void}} teller @param {string} name @param {() => unknown} work
   */
  async function withLater(teller, name, work) {
    try {
      await later(name);
    } catch {
      teller.notice("이 일에 필요한 것을 불러오지 못했어요. 페이지를 새로 열고 다시 눌러 주세요.", { problem: true });
      return;
    }
    await work();
  }

  hyeopchi.files = { give, later, loadScript, safeName, withLater };
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
