/**
 * The theme turns pages on single keys (p, n, comma, full stop) and offers no way to switch that off: a slip
 * of the hand or dictated text would lead away (WCAG 2.1.4). A key without Ctrl, Alt or Meta goes as far as
 * the page's own parts and no further: the theme listens at the window.
 */

document.addEventListener("keydown", (event) => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
});
