"""How long typing is held while the search works: letter by letter in a real browser, measured from its own trace.

Slowing the processor (CDP) slows the page's main thread alone; what the search does in a worker there is told beside it,
measured on the page itself where it cannot have one (a page from a file).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.search.box import FIELD

CATEGORIES = ("toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline")
BETWEEN = 120  # milliseconds between two keys
MAIN = "CrRendererMain"
SCRIPTS = ("EvaluateScript", "EventDispatch", "FireAnimationFrame", "FunctionCall", "RunMicrotasks")
# When the first key came and when the first result stood there; both by the page's own clock.
WATCH = """() => {
  const field = document.querySelector(".md-search__input");
  globalThis.seen = {};
  field.addEventListener("input", () => { seen.key ??= performance.now(); }, { capture: true });
  const watcher = new MutationObserver(() => {
    if (seen.key && document.querySelector(".hg-result__link, .hg-answer__link")) seen.result ??= performance.now();
  });
  watcher.observe(document.querySelector("[data-hg-search]"), { childList: true, subtree: true });
}"""
SEEN = "() => seen.result - seen.key"


@dataclass(frozen=True)
class Typed:
    """Milliseconds from the first key on: the longest task of the main thread, its longest run of a script (without laying out
    and painting), and until the first result."""

    held: float
    scripts: float
    first: float


def _work(trace: bytes) -> Iterator[tuple[str, float]]:
    """What the main thread of the page that was typed into did from the first key on, with the processor's time that it took."""
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    main = {(event["pid"], event["tid"]) for event in events if event["name"] == "thread_name" and event["args"]["name"] == MAIN}
    typed = [event for event in events if event["name"] == "EventDispatch" and event["args"]["data"]["type"] == "input"]
    page, begun = typed[0]["pid"], min(event["ts"] for event in typed)
    for event in events:
        own = (event["pid"], event["tid"]) in main and event["pid"] == page
        if own and event["ts"] + event.get("dur", 0) > begun:
            yield event["name"], event.get("tdur", event.get("dur", 0)) / 1000


def typed(browser: Browser, page: Page, text: str, slower: float) -> Typed:
    """Opens the box of the page, which has loaded, and types. `slower`: by how much the main thread is slowed."""
    page.evaluate(WATCH)
    client = page.context.new_cdp_session(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.focus("body")
    browser.start_tracing(page=page, categories=list(CATEGORIES))
    page.click(FIELD)
    for letter in text:
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(BETWEEN)
    page.wait_for_timeout(500 * slower)
    trace = browser.stop_tracing()
    first: float = page.evaluate(SEEN)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    work = list(_work(trace))
    held = max(took for name, took in work if name.endswith("RunTask"))
    return Typed(held, max(took for name, took in work if name in SCRIPTS), first)


def table(browser: Browser, addresses: Sequence[tuple[str, str]], text: str = "인건비 한도는 얼마인가요") -> Iterator[str]:
    """A line for each address (with its name) and speed."""
    for name, address in addresses:
        for slower in (1, 4):
            page = browser.new_page(bypass_csp=True)
            page.goto(address)
            page.wait_for_timeout(1500)
            took = typed(browser, page, text, slower)
            page.close()
            yield (f"  {name}, {slower}배 느림: 가장 길게 붙든 시간 {took.held:.0f} ms(스크립트만 {took.scripts:.0f} ms),"
                   f" 첫 글자에서 첫 결과까지 {took.first:.0f} ms")
