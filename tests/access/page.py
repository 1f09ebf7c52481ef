"""One page on every screen: what axe finds, and what it does not look at (probes.js)."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

from tests.access.faults import AXE, PROBES, faults, probe

# What the scheme decides, and what the room decides: the rest is the same on all screens.
COLOURS = ("color-contrast", "link-in-text-block")
ROOM = ("target-size", "scrollable-region-focusable", "aria-hidden-focus", *COLOURS)
# The same hundreds of links on every page, which take most of the time; the first pages are tried with them.
STRIP = """document.querySelectorAll('.md-sidebar--primary li:not(.md-nav__item--active), .md-tabs li:not(.md-tabs__item--active)')
  .forEach(one => one.remove())"""
# Of a long list's items, all of one template, the first: axe takes seconds for hundreds; every page whole before a release.
THIN = """for (const parent of document.querySelectorAll('main *')) {
  const seen = new Map();
  for (const child of [...parent.children]) {
    const kind = `${child.tagName} ${child.className}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (seen.get(kind) > 12) child.remove();
  }
}"""
OPEN = "document.querySelectorAll('details:not(.hg-menu, .hg-desk__menu)').forEach(one => one.open = true)"
Scheme = Literal["light", "dark"]


def opened(browser: Browser, site: str) -> BrowserContext:
    """A context whose pages bring axe and the probes with them, by a reader who wants little movement.

    The pages' policy would forbid waiting for a condition.
    """
    context = browser.new_context(base_url=site, reduced_motion="reduce", locale="ko-KR", bypass_csp=True)
    context.add_init_script(AXE)
    context.add_init_script(PROBES)
    return context


def screen(page: Page, width: int, scheme: Scheme) -> None:
    """Show the page so."""
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)


def tried(page: Page, address: str, whole: bool) -> list[str]:
    """The faults of one page, each with its screen before it. `whole`: with all links of the menu."""
    found = []
    screen(page, 1280, "light")
    page.goto("/" + address.lstrip("/"))
    page.evaluate(OPEN)
    if not whole:
        page.evaluate(STRIP)
    found += [f"밝은 화면 {fault}" for fault in [*faults(page), *probe(page, "focus"), *probe(page, "motion"), *probe(page, "spacing")]]
    screen(page, 1280, "dark")
    found += [f"어두운 화면 {fault}" for fault in faults(page, rules=COLOURS)]
    screen(page, 390, "dark")
    found += [f"좁은 화면 {fault}" for fault in [*faults(page, rules=ROOM), *probe(page, "focus")]]
    screen(page, 320, "light")
    return found + [f"아주 좁은 화면 {fault}" for fault in [*probe(page, "sideways"), *probe(page, "focus")]]
