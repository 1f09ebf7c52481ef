"""Tries every page for faults of access: `python -m tests.access SITE [--pages PREFIX]`, SITE being a built site's folder.

axe runs all its rules for WCAG 2.2 A and AA and its best practices (headings in order, landmarks), with every fold open:
all of them on a desktop in the light scheme; what colours decide once more in the dark; what room decides on a phone. Then
probes of our own: no sideways scroll at 320 px, visible and unobscured focus, no movement, no text cut off when letters stand
wider. Last, what opens over a page (states.py). The tests keep one page of each template; this is run before a release.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.access.faults import addresses
from tests.access.page import opened, tried
from tests.access.states import STATES, state_faults
from tests.browser.ensure import HINT, find
from tests.conftest import Quiet, Server

Found = tuple[str, list[str]]


def share(executable: str, site: str, pages: list[str], states: list[str]) -> list[Found]:
    """What one process with one browser finds on its pages."""
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        context = opened(browser, site)
        page = context.new_page()
        for number, address in enumerate(pages):
            found.append((address, tried(page, address, whole=number == 0)))
            print(".", end="", flush=True)
        context.close()
        for name in states:
            found.append((name, state_faults(browser, site, name)))
            print(",", end="", flush=True)
        browser.close()
    return found


def run(executable: str, site: str, pages: list[str], states: list[str], workers: int) -> Iterator[Found]:
    """What is found, by page and by state."""
    with ProcessPoolExecutor(workers) as pool:
        shares = [pool.submit(share, executable, site, pages[number::workers], states[number::workers]) for number in range(workers)]
        for one in shares:
            yield from one.result()


def main() -> int:
    """0 when no page has a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", default="", help="only addresses that start so, without the states")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    executable = find()
    if executable is None:
        sys.exit(HINT)
    pages = [address for address in [*addresses(given.site), "404.html"] if address.lstrip("/").startswith(given.pages)]
    states = [] if given.pages else list(STATES)
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    wrong = 0
    for place, faults in run(executable, f"http://127.0.0.1:{server.server_address[1]}", pages, states, given.workers):
        wrong += bool(faults)
        for fault in faults:
            print(f"\n{place} {fault}", end="")
    print(f"\n{len(pages)}쪽과 열린 것 {len(states)}가지 가운데 결함이 있는 것: {wrong}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
