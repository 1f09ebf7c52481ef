"""What five jobs cost a reader: `python -m tests.jobs SITE`, SITE a built site. Prints clicks, keys and screens on both widths.

Each job begins on the first page and goes the way that its links and buttons offer. A screen is a page that is opened or a dialog that
asks; a key is one that is pressed, with what is typed as one press a letter. A way that is gone stops with its name.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.browser.ensure import ensure
from tests.conftest import Quiet, Server

WIDTHS = {1280: 900, 390: 844}


class Reader:
    """A reader on the first page, whose clicks, keys and screens are counted."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.clicks, self.keys, self.screens = page, 0, 0, 1
        page.set_default_timeout(20_000)
        page.add_init_script("globalThis.print = () => {}")
        page.goto(site)

    def click(self, place: Locator) -> None:
        """On the first of these that can be seen; the page that it opens is waited for."""
        before = self.page.url.partition("#")[0]
        seen = place.locator("visible=true").first
        seen.click()
        self.clicks += 1
        self.page.wait_for_load_state()
        self.screens += self.page.url.partition("#")[0] != before

    def link(self, address: str) -> None:
        """A link of the page's text, by the end of its address."""
        self.click(self.page.locator(f'.md-content a[href$="{address}"]'))

    def button(self, name: str, exact: bool = False) -> None:
        self.click(self.page.get_by_role("button", name=name, exact=exact))

    def type(self, place: Locator, text: str) -> None:
        """Into a field that is clicked first."""
        self.click(place)
        place.locator("visible=true").first.press_sequentially(text)
        self.keys += len(text)

    def receive(self, act: Callable[[], None]) -> Path:
        """The file that an act gives."""
        with self.page.expect_download() as download:
            act()
        return Path(download.value.path())


def budget(reader: Reader) -> None:
    """Checks a budget (the example's) and takes the tables that are handed in."""
    reader.link("tools/budget/")
    reader.page.locator("[data-module=budget-calculator][data-ready]").wait_for()
    reader.click(reader.page.locator(".hg-menu > summary", has_text="예시"))
    reader.click(reader.page.locator(".hg-menu li button"))
    if reader.page.viewport_size and reader.page.viewport_size["width"] < 600:
        reader.button("판정 보기")
    reader.receive(lambda: reader.button("한글(HWPX) 파일로 받기"))


def submission(reader: Reader) -> None:
    """Finds the day of submission and keeps it in a calendar."""
    reader.link("dates/#next")
    reader.receive(lambda: reader.click(reader.page.locator('.md-content a[href$=".ics"]')))


def meeting(reader: Reader) -> None:
    """Prepares the meeting of one step and merges the files of two members."""
    reader.link("plan/agenda-plan/")
    sheet = reader.page.get_by_role("button", name="회의 자료 인쇄")
    sheet.first.wait_for()
    reader.click(sheet)
    plan = json.loads(reader.receive(lambda: reader.button("파일로 저장")).read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        files = [Path(folder, f"{name}.json") for name in ("member-1", "member-2")]
        for file in files:
            file.write_text(json.dumps(plan), encoding="utf-8")
        with reader.page.expect_file_chooser() as chooser:
            reader.button("열기·합치기")
        chooser.value.set_files(files)
        reader.page.locator("dialog[open]").wait_for()
        reader.screens += 1
        reader.click(reader.page.locator("dialog[open] button", has_text="넣기"))


def case(reader: Reader) -> None:
    """Reads how a district chose and sets a figure of one's own beside it."""
    reader.link("cases/")
    reader.link("nowon/")
    reader.click(reader.page.get_by_role("link", name="우리 구와 비교"))
    reader.type(reader.page.locator(".md-content table input"), "12")


def rules(reader: Reader) -> None:
    """Takes the rules as JSON."""
    reader.click(reader.page.get_by_role("link", name="자료(JSON"))
    reader.link("rules.json")


JOBS = {"예산을 점검해 제출 파일 받기": budget, "제출 기한을 찾아 달력에 넣기": submission, "한 단계 회의를 준비하고 두 위원의 파일 합치기": meeting,
        "노원구의 결정 방법과 우리 구 비교": case, "규칙을 JSON으로 받기": rules}


def count(browser: Browser, site: str) -> None:
    """Prints each job on each width."""
    for title, job in JOBS.items():
        for width, height in WIDTHS.items():
            with browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True) as context:
                reader = Reader(context.new_page(), site)
                job(reader)
                print(f"{title}\t{width}px\t클릭 {reader.clicks}\t글쇠 {reader.keys}\t화면 {reader.screens}", flush=True)


def main() -> None:
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=sys.argv[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = ensure()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found)
        count(browser, f"http://127.0.0.1:{server.server_port}/")
    server.shutdown()


if __name__ == "__main__":
    main()
