/**
 * What axe does not look at, asked of the page that is shown. Each probe gives a list of faults, one text a
 * fault.
 */
globalThis.hgProbes = (() => {
  "use strict";

  const name = (element) => {
    const key = element.id ? `#${element.id}` : `.${[...element.classList].join(".")}`;
    return `${element.localName}${key} “${element.textContent.trim().slice(0, 30)}”`;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /**
   * Parts that reach over the right edge, when the page scrolls sideways; what scrolls in a frame of its own
   * does not.
   */
  function sideways() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const frame = (one) => one && (getComputedStyle(one).overflowX !== "visible" || frame(one.parentElement));
    const wide = all("body *").filter((one) =>
      one.getBoundingClientRect().right > width + 1 && !frame(one.parentElement)
    );
    return [`옆으로 ${document.documentElement.scrollWidth}픽셀`, ...wide.slice(-3).map(name)];
  }

  const FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";

  /**
   * Whether what gets focus looks different from before: by an outline, a shadow, or a mark beside it (a
   * label that stands for it).
   */
  function looks(element) {
    const one = getComputedStyle(element);
    const outlined = one.outlineStyle !== "none" && Number.parseFloat(one.outlineWidth) >= 1;
    return outlined || one.boxShadow !== "none";
  }

  /** Whether another part lies over all of the element. */
  function hidden(element) {
    const box = element.getBoundingClientRect();
    const at = [[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]].map(([x, y]) =>
      document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
    );
    return at.every((top) =>
      top && !element.contains(top) && !top.contains(element) &&
      ![...element.labels ?? []].some((label) => label.contains(top))
    );
  }

  /**
   * What gets focus by the keyboard but does not show it, or lies wholly under something that stays in view
   * (WCAG 2.4.7, 2.4.11).
   */
  function focus() {
    const found = [];
    for (const element of all(FOCUSABLE)) {
      if (!shown(element) || element.disabled || element.tabIndex < 0) continue;
      // What a click has focused shows it only once it is focused anew.
      if (document.activeElement === element) element.blur();
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) continue;
      const marked = looks(element) || [...element.labels ?? []].some(looks) ||
        (element.nextElementSibling && looks(element.nextElementSibling));
      if (!marked) found.push(`초점이 안 보임: ${name(element)}`);
      if (hidden(element)) found.push(`초점이 가려짐: ${name(element)}`);
    }
    document.activeElement?.blur();
    scrollTo(0, 0);
    return found;
  }

  const seconds = (text) =>
    Math.max(
      ...text.split(",").map((one) => Number.parseFloat(one) * (one.trim().endsWith("ms") ? .001 : 1)),
    );

  /** What would still move although the reader asked for less movement. */
  function motion() {
    const found = new Set();
    for (const element of all("*")) {
      for (const part of [null, "::before", "::after"]) {
        const one = getComputedStyle(element, part);
        const moves = one.animationName !== "none" && seconds(one.animationDuration) > .001;
        const passes = one.transitionProperty !== "none" && seconds(one.transitionDuration) > .001;
        if (moves || passes) {
          found.add(`움직임: ${element.localName}.${[...element.classList].join(".")}${part ?? ""}`);
        }
      }
    }
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") found.add("부드럽게 밀림");
    return [...found];
  }

  /**
   * Text that is cut off when lines, letters and words stand as far apart as readers may set them (WCAG
   * 1.4.12).
   */
  function spacing() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
    const cut = all("main *").filter((one) => {
      const style = getComputedStyle(one);
      const clips = (value) => value === "hidden" || value === "clip";
      if (!shown(one) || one.clientWidth <= 1 || style.clipPath !== "none") return false;
      return (clips(style.overflowY) && one.scrollHeight > one.clientHeight + 2) ||
        (clips(style.overflowX) && one.scrollWidth > one.clientWidth + 2);
    });
    const found = [...cut.map((one) => `글 간격을 넓히면 잘림: ${name(one)}`), ...sideways()];
    document.adoptedStyleSheets = [];
    return found;
  }

  return { sideways, focus, motion, spacing };
})();
