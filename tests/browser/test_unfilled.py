"""Every office file that a page makes, opened in all its parts: no mark is left that nobody filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.export.office.reading import unfilled

SHEETS = ("budget-change", "strategic-matching", "council", "evaluation", "priorities")
# Page, and the names of its buttons for files; a menu or a question that stands before the file is opened on the way.
MAKERS: dict[str, tuple[str, ...]] = {
    "/tools/budget/": ("엑셀로 받기", "한글(HWPX) 파일로 받기"), **{f"/tools/{name}/": ("엑셀로 받기",) for name in SHEETS},
    "/tools/council/": ("엑셀로 받기", "한글(HWPX) 파일로 받기", "Word로 받기"),
    "/tools/deadlines/#from=submission&date=2021-07-09": ("한글 파일", "Word 파일"),
    "/checklists/planning/": ("한글 파일로 받기", "Word 파일로 받기"), "/checklists/progress/": ("한글 파일로 받기", "Word 파일로 받기"),
}

# Asks first what the form has places for.
ASKS = {("/tools/council/", "한글(HWPX) 파일로 받기"), ("/tools/council/", "Word로 받기")}


def example(page: Page) -> None:
    """Fills the tool, where it has an example."""
    menu = page.locator(".hg-menu > summary")
    if menu.count():
        menu.press("Enter")
        page.locator(".hg-menu li button").first.click()


def files_made(page: Page, address: str, folder: Path) -> list[Path]:
    """The files that a page makes when it holds its example, in the order of its buttons."""
    page.goto(address)
    page.locator("[data-ready], .hg-due").first.wait_for()
    example(page)
    found = []
    for number, name in enumerate(MAKERS[address]):
        button = page.get_by_role("button", name=name, exact=True)
        if not button.count():
            page.locator("summary", has_text="한글·Word").press("Enter")
        with page.expect_download() as waiting:
            button.click()
            if (address, name) in ASKS:
                page.get_by_role("button", name="파일 만들기").click()
        found.append(folder / f"{number}-{waiting.value.suggested_filename}")
        waiting.value.save_as(found[-1])
    return found


@pytest.mark.parametrize("address", MAKERS)
def test_브라우저가_만든_파일의_어느_부분에도_채우지_않은_표식이_없다(page: Page, address: str, tmp_path: Path) -> None:
    for path in files_made(page, address, tmp_path):
        assert path.suffix in (".hwpx", ".docx", ".xlsx") and not unfilled(path.read_bytes()), path.name
