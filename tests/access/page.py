"""One page on every screen: what axe finds, and what it does not look at (probes.js)."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

from tests.access.faults import AXE, PROBES, STRIP, faults, probe

# What the scheme decides, and what the room decides: the rest is the same on all screens.
COLOURS = ("color-contrast", "link-in-text-block")
ROOM = ("target-size", "scrollable-region-focusable", "aria-hidden-focus", *COLOURS)
OPEN = "document.querySelectorAll('details:not(.hg-menu, .hg-desk__menu)').forEach(one => one.open = true)"
# What is far off the screen keeps the size that it had when it was last laid out, on another screen: axe would see it overlap.
LAID_OUT = "* { content-visibility: visible !important; }"
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
    page.add_style_tag(content=LAID_OUT)
    if not whole:
        page.evaluate(STRIP)
    found += [f"밝은 화면 {fault}" for fault in [*faults(page), *probe(page, "focus"), *probe(page, "motion"), *probe(page, "spacing")]]
    screen(page, 1280, "dark")
    found += [f"어두운 화면 {fault}" for fault in faults(page, rules=COLOURS)]
    screen(page, 390, "dark")
    found += [f"좁은 화면 {fault}" for fault in [*faults(page, rules=ROOM), *probe(page, "focus")]]
    screen(page, 320, "light")
    return found + [f"아주 좁은 화면 {fault}" for fault in [*probe(page, "sideways"), *probe(page, "focus")]]
