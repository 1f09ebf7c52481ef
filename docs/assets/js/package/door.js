/**
 * The package's page begins: what makes it is loaded once the page stands.
 */
(function (hyeopchi) {
  "use strict";

  const { later, loadScript } = hyeopchi.files;
  const FAILED = "제출 꾸러미에 필요한 것을 불러오지 못했어요. 페이지를 새로 열어 주세요.";

  /** @param {HTMLElement} root */
  async function door(root) {
    const still = root.querySelector("[data-static]");
    const said = root.querySelector("[data-loading]");
    said.hidden = false;
    try {
      await later("package");
      await loadScript(`${root.dataset.assets}package/data.js`);
      hyeopchi.packageScreen.screen(root);
    } catch (error) {
      globalThis.console?.error(error);
      said.textContent = FAILED;
      return;
    }
    said.hidden = true;
    still.remove();
    root.dataset.ready = "yes";
  }

  hyeopchi.modules = Object.assign(hyeopchi.modules || {}, { package: door });
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
