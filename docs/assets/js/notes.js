/**
 * Marks in a page's text open what they stand for in place: a note of the page, or a difference between
 * sources. Without scripts they lead to it. Loaded on every page, so it needs nothing of the others.
 */

const OPEN = "aria-expanded";
const isOpen = (mark) => mark.getAttribute(OPEN) === "true";

function close(mark) {
  mark.setAttribute(OPEN, "false");
  mark.nextElementSibling?.matches(".hg-noted") && mark.nextElementSibling.remove();
}

/** A copy of the note, unfolded, without its names, which stay with the note itself. */
function copyOf(note) {
  const box = document.createElement("span");
  box.className = "hg-noted";
  box.setAttribute("role", "note");
  box.append(...note.cloneNode(true).childNodes);
  for (const named of box.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const folded of box.querySelectorAll("details")) folded.open = true;
  return box;
}

function open(mark, note) {
  mark.setAttribute(OPEN, "true");
  mark.after(copyOf(note));
}

document.addEventListener("click", (event) => {
  /** @type {HTMLAnchorElement | null} */
  const mark = event.target instanceof Element ? event.target.closest("a.hg-ref") : null;
  const note = mark ? document.getElementById(mark.hash.slice(1)) : null;
  if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (isOpen(mark)) close(mark);
  else open(mark, note);
});
document.addEventListener("keydown", (event) => {
  const mark = document.activeElement;
  if (event.key === "Escape" && mark?.matches("a.hg-ref") && isOpen(mark)) close(mark);
});
