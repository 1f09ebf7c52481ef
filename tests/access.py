"""Tries every page for faults of access: `python -m tests.access SITE [--screens light-1280,dark-390] [--pages PREFIX]`.

SITE is a built site's folder. axe runs all its rules for WCAG 2.2 A and AA and its best practices (headings in order,
landmarks) with every fold open. The tests keep one page of each template; this takes minutes and is run before a release.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections import defaultdict
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.ensure import HINT, find
from tests.browser.test_pages import addresses, faults
from tests.conftest import _Quiet

SCREENS = ("light-1280", "dark-1280", "light-390", "dark-390")


def tried(browser: Browser, site: str, pages: list[str], screen: str) -> dict[str, list[str]]:
    """For each fault on a screen: the pages that have it."""
    scheme, width = screen.split("-")
    context = browser.new_context(base_url=site, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce",
                                  viewport={"width": int(width), "height": 844})
    page = context.new_page()
    found: dict[str, list[str]] = defaultdict(list)
    for number, address in enumerate(pages):
        print(f"\r{screen} {number}/{len(pages)}", end="", file=sys.stderr, flush=True)
        page.goto("/" + address.lstrip("/"))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        for fault in faults(page):
            found[fault].append(address)
    context.close()
    return found


def main() -> int:
    """The number of kinds of faults, printed with their pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--screens", default=",".join(SCREENS))
    parser.add_argument("--pages", default="", help="only addresses that start so")
    given = parser.parse_args()
    executable = find()
    if executable is None:
        sys.exit(HINT)
    pages = [address for address in [*addresses(given.site), "404.html"] if address.lstrip("/").startswith(given.pages)]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        for screen in given.screens.split(","):
            found = tried(browser, f"http://127.0.0.1:{server.server_address[1]}", pages, screen)
            count += len(found)
            print(f"{screen}: {len(pages)}쪽, 결함 {len(found)}가지", flush=True)
            for fault, where in sorted(found.items()):
                print(f"  {len(where)}쪽 {fault} ({', '.join(where[:3])})", flush=True)
        browser.close()
    return min(count, 1)


if __name__ == "__main__":
    sys.exit(main())
