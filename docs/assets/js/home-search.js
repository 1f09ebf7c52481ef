/** The wide search on the home page: hands what is typed to the search box in the header. */
(function (hyeopchi) {
  "use strict";

  /** @param {HTMLFormElement} form */
  function homeSearch(form) {
    if (!hyeopchi.search?.open) return;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      hyeopchi.search.open(form.querySelector("input").value);
    });
  }

  hyeopchi.modules = hyeopchi.modules || {};
  hyeopchi.modules["home-search"] = homeSearch;
})(globalThis.hyeopchi = globalThis.hyeopchi || {});
