/** From the field to the results and back, by the arrow keys. */

/**
 * Goes to what is next in the box, or before it: what was meant, the answers, the results, further ones.
 * @param {HTMLElement} box
 * @param {KeyboardEvent} event of an arrow key
 */
export function move(box, event) {
  /** @type {HTMLElement[]} */
  const stops = [
    ...box.querySelectorAll(
      ".md-search__input, .hg-meant a, .hg-answer a, ol a, [data-hg-search-more]:not([hidden])",
    ),
  ];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = stops[Math.max(0, at) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next || at < 0) return;
  event.preventDefault();
  next.focus();
}
