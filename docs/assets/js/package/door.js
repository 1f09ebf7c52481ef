/**
 * The package's page begins: what makes it is loaded once the page stands.
 */

import { loadScript } from "../later.js";
import { register } from "../start.js";

const FAILED = "제출서류 묶음에 필요한 파일을 불러오지 못했어요. 페이지를 새로 열어 주세요.";

/** @param {HTMLElement} root */
async function door(root) {
  const still = root.querySelector("[data-static]");
  const said = root.querySelector("[data-loading]");
  said.hidden = false;
  try {
    const [{ screen }] = await Promise.all([
      import("./screen.js"),
      loadScript(`${root.dataset.assets}package/data.js`),
    ]);
    screen(root);
  } catch (error) {
    globalThis.console?.error(error);
    said.textContent = FAILED;
    return;
  }
  said.hidden = true;
  still.remove();
  root.dataset.ready = "yes";
}

register({ package: door });
