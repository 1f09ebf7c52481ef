/**
 * Starts the page's modules: every element with `data-module="name"` is handed to `hyeopchi.modules[name]`.
 * Loaded last; harmless when it is loaded twice.
 */
(function (hyeopchi) {
  "use strict";

  const modules = hyeopchi.modules = hyeopchi.modules || {};

  /** @param {HTMLElement} element */
  function begin(element) {
    const module = modules[element.dataset.module ?? ""];
    if (!module || element.dataset.started) return;
    element.dataset.started = "yes";
    module(element);
  }

  function start() {
    document.querySelectorAll("[data-module]").forEach(begin);
  }

  // Not before every deferred script of the page has run: modules use what the site's own scripts bring, such as the search box.
  if (document.readyState === "complete") start();
  else document.addEventListener("DOMContentLoaded", start);
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
