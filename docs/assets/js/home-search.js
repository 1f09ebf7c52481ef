/** The wide search on the home page: hands what is typed to the search box in the header. */

import { isThere, open } from "./search/box.js";
import { register } from "./start.js";

/** @param {HTMLFormElement} form */
function homeSearch(form) {
  if (!isThere) return;
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(form.querySelector("input").value);
  });
}

register({ "home-search": homeSearch });
