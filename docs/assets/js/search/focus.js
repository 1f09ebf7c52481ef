/** The keyboard stays in the box when the results under it change. */

/**
 * Changes a part of the box. What the keyboard was on may go with it, as when the rest of what can be found has
 * been read meanwhile: then the keyboard goes to what leads to the same place, or stands where it stood, or to the
 * results as a whole. Left to the browser it would fall out of the box, which closes behind it.
 * @param {Element} part
 * @param {() => Element} change it; gives what stands in the part's place then
 */
export function changed(part, change) {
  const at = document.activeElement;
  const held = part.contains(at);
  const box = part.closest("[data-hg-search]");
  const now = change();
  if (!held || !at || (at.isConnected && at.checkVisibility())) return;
  const same = [...box.querySelectorAll("a, button")].find((one) => isSame(one, at) && one.checkVisibility());
  const near = now.isConnected ? now.querySelector("a, button") : null;
  const to = same ?? (near?.checkVisibility() ? near : box.querySelector(".md-search__scrollwrap"));
  if (to instanceof HTMLElement) to.focus();
}

/** Whether two leads go to the same place or choose the same. */
function isSame(one, other) {
  return one instanceof HTMLAnchorElement
    ? other instanceof HTMLAnchorElement && one.href === other.href
    : other instanceof HTMLButtonElement && one.dataset.value === other.dataset.value &&
      one.className === other.className;
}
