/**
 * Starts the page's parts: every element with `data-module="name"` is handed to what was registered by that
 * name.
 */

const modules = {};

const FAILED =
  "이 도구를 시작하지 못했어요. 화면을 새로 고치거나, 최신 버전의 Edge나 Chrome에서 열어 주세요. 이 브라우저에 저장한 내용은 그대로 있어요.";

/** Says that a module could not start, and shows again what stands there without scripts. */
function fail(element, still) {
  const said = document.createElement("p");
  said.className = "hg-start-failed";
  said.setAttribute("role", "alert");
  said.textContent = FAILED;
  element.prepend(said);
  if (!still) return;
  still.hidden = false;
  if (!still.isConnected) said.after(still);
}

/** @param {HTMLElement} element */
function begin(element) {
  const module = modules[element.dataset.module ?? ""];
  if (!module || element.dataset.started) return;
  element.dataset.started = "yes";
  const still = element.querySelector("[data-static]");
  try {
    module(element);
  } catch (error) {
    globalThis.console?.error(error); // for who mends it; the reader gets a sentence
    fail(element, still);
  }
}

function start() {
  document.querySelectorAll("[data-module]").forEach(begin);
}

/** @param {Record<string, (element: any) => unknown>} parts what starts an element, by its `data-module` */
export function register(parts) {
  Object.assign(modules, parts);
  if (document.readyState === "complete") start();
}

// Not before every deferred script of the page has run.
document.addEventListener("DOMContentLoaded", start);
