/**
 * On a page that was opened from a result: the found words marked (CSS Custom Highlight API, the text stays
 * untouched), with a bar that goes to the next or previous one and switches it off. box.js loads it only
 * then.
 */

const NAME = "hg-found";
const NOW = "hg-found-now";
const MOST = 500;

/** @param {string[]} words what was found, as it stands on the page */
export function mark(words) {
  const article = document.querySelector("article");
  if (!article || !words.length) return;

  /**
   * The places of the words in the article's text, in order; nothing in fields, buttons and what is not
   * shown.
   */
  function places() {
    const pattern = new RegExp(
      words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
      "g",
    );
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) => (
      node.parentElement?.closest("script, style, template, button, select, textarea, [hidden]")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT
    ));
    const found = [];
    while (texts.nextNode() && found.length < MOST) {
      const node = texts.currentNode;
      for (const match of (node.nodeValue ?? "").matchAll(pattern)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        found.push(range);
      }
    }
    return found;
  }

  const found = places();
  if (!found.length) return;
  let at = -1;

  const bar = Object.assign(document.createElement("div"), { className: "hg-found" });
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "찾은 말");
  const count = Object.assign(document.createElement("span"), { className: "hg-found__count" });
  count.setAttribute("role", "status");

  function tell() {
    count.textContent = at < 0 ? `찾은 말 ${found.length}군데` : `${at + 1}/${found.length}`;
  }

  /** @returns {HTMLDetailsElement | null} */
  const foldAround = (element) => element?.closest("details");

  /** Opens what folds the place away, marks it as the one looked at, and brings it into view. */
  function go(step) {
    at = (at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length;
    const element = found[at].startContainer.parentElement;
    for (let fold = foldAround(element); fold; fold = foldAround(fold.parentElement)) fold.open = true;
    CSS.highlights.set(NOW, new Highlight(found[at]));
    element?.scrollIntoView({ block: "center" });
    tell();
  }

  function off() {
    CSS.highlights.delete(NAME);
    CSS.highlights.delete(NOW);
    bar.remove();
    document.removeEventListener("keydown", escape);
  }

  function escape(event) {
    if (event.key === "Escape" && bar.contains(document.activeElement)) off();
  }

  function button(name, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    made.addEventListener("click", act);
    return made;
  }

  CSS.highlights.set(NAME, new Highlight(...found));
  tell();
  bar.append(count, button("이전", () => go(-1)), button("다음", () => go(1)), button("표시 끄기", off));
  document.addEventListener("keydown", escape);
  document.body.append(bar);
}
