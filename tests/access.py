"""Tries every page for faults of access: `python -m tests.access SITE [--pages PREFIX]`, SITE being a built site's folder.

axe runs all its rules for WCAG 2.2 A and AA and its best practices (headings in order, landmarks), with every fold open:
all of them on a desktop in the light scheme; what colours decide once more in the dark; what space decides once more on a
phone, in both schemes. The tests keep one page of each template; this takes minutes and is run before a release.
"""

from __future__ import annotations

import argparse
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.ensure import HINT, find
from tests.browser.test_pages import addresses, faults
from tests.conftest import Quiet

# The same on every page, and a hundred links: tried on the first page only.
FRAME = (".md-header", ".md-tabs", ".md-sidebar--primary", ".md-footer")
COLOURS = ("color-contrast", "link-in-text-block")
SPACE = ("target-size", "scrollable-region-focusable", "color-contrast", "aria-hidden-focus")


def tried(page: Page, address: str, without: tuple[str, ...]) -> list[str]:
    """The faults of one page on all screens, each with its screen before it."""
    page.set_viewport_size({"width": 1280, "height": 844})
    page.emulate_media(color_scheme="light")
    page.goto("/" + address.lstrip("/"))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = [f"밝은 화면 {fault}" for fault in faults(page, without)]
    page.emulate_media(color_scheme="dark")
    found += [f"어두운 화면 {fault}" for fault in faults(page, without, COLOURS)]
    page.set_viewport_size({"width": 390, "height": 844})
    return found + [f"좁은 화면 {fault}" for fault in faults(page, without, SPACE)]


def run(browser: Browser, site: str, pages: list[str]) -> int:
    """Tries the pages, prints what is wrong as it is found; the number of pages with faults."""
    context = browser.new_context(base_url=site, reduced_motion="reduce")
    context.route("**/search/index.js", lambda route: route.abort())  # the search box is tried in tests/browser/test_search.py
    page, wrong = context.new_page(), 0
    for number, address in enumerate(pages):
        found = tried(page, address, FRAME if number else ())
        wrong += bool(found)
        print(f"{number + 1}/{len(pages)} {address} {'; '.join(found)}", flush=True)
    context.close()
    return wrong


def main() -> int:
    """0 when no page has a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", default="", help="only addresses that start so")
    given = parser.parse_args()
    executable = find()
    if executable is None:
        sys.exit(HINT)
    pages = [address for address in [*addresses(given.site), "404.html"] if address.lstrip("/").startswith(given.pages)]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        wrong = run(browser, f"http://127.0.0.1:{server.server_address[1]}", pages)
        browser.close()
    print(f"{len(pages)}쪽 가운데 결함이 있는 쪽: {wrong}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
