/**
 * One part of a long page on paper: a button under the part's heading prints from there to the next heading
 * of its kind.
 */

import { register } from "./start.js";

const OUT = "hg-not-printed";

/** Everything beside the part, the page's own title excepted. @param {Element} head */
function others(head) {
  let own = false;
  return [...head.parentElement.children].filter((one) => {
    if (one.tagName === "H2") own = one === head;
    return !own && one.tagName !== "H1";
  });
}

/** @param {HTMLElement} root stands below the part's heading */
function printPart(root) {
  let head = root.previousElementSibling;
  while (head && head.tagName !== "H2") head = head.previousElementSibling;
  if (!head) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = root.dataset.words;
  button.addEventListener("click", () => {
    const out = others(head);
    const mark = (isOut) => out.forEach((one) => one.classList.toggle(OUT, isOut));
    globalThis.addEventListener("afterprint", () => mark(false), { once: true });
    mark(true);
    globalThis.print();
  });
  root.append(button);
}

register({ "print-part": printPart });
