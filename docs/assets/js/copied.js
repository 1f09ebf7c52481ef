/**
 * What is copied is what is read: the word joiners that keep a page's lines together stay behind.
 */

const JOINER = "\u2060";

/** Takes the joiners out of what is selected, before the browser copies it. */
function plain() {
  const selection = document.getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return;
  const within = selection.getRangeAt(0).commonAncestorContainer;
  const texts = document.createTreeWalker(within.parentNode ?? within, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    if (!selection.containsNode(text, true)) continue;
    for (let at = text.data.lastIndexOf(JOINER); at >= 0; at = text.data.lastIndexOf(JOINER)) {
      text.deleteData(at, 1);
    }
  }
}

document.addEventListener("copy", plain);
