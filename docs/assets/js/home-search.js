/** The wide search on the home page: hands what is typed to the theme's search box. */
(function (hyeopchi) {
  "use strict";

  /** @param {HTMLFormElement} form */
  function homeSearch(form) {
    const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"));
    if (!toggle || !field) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      toggle.checked = true;
      toggle.dispatchEvent(new Event("change"));
      field.value = form.querySelector("input").value;
      field.focus();
      field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    });
  }

  hyeopchi.modules = hyeopchi.modules || {};
  hyeopchi.modules["home-search"] = homeSearch;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
