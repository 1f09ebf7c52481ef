"""By the keyboard alone: nothing holds it, nothing is passed over, and it comes back from what opens and closes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.access.keys import FOCUSED, faults
from tests.access.states import STATES
from tests.conftest import ROOT
from tests.kept_page import Standing
from tests.search.box import FIELD, RESULT, open_box, type_in

# One screen serves these: a page of them stands for the others.
ALIKE = {"budget-change", "eligibility", "evaluation", "strategic-matching"}
TOOLS = sorted(f"tools/{path.stem}/" for path in (ROOT / "docs/tools").glob("*.md") if path.stem not in ALIKE | {"index"})


@pytest.mark.parametrize("address", [*TOOLS, "checklists/progress/", "maintain/edit/", ""])
def test_탭으로_모두_지나가고_나오고_돌아온다(page: Page, address: str) -> None:
    page.goto(f"/{address}", wait_until="networkidle")
    assert faults(page) == []


def test_기한을_계산한_뒤에도_탭으로_지나간다(page: Page) -> None:
    page.goto("/tools/deadlines/#from=submission&date=2021-07-09", wait_until="networkidle")
    assert faults(page) == []


def lost(page: Page) -> str:
    """Presses each entry of each menu of the page by the keyboard; the entries after which nothing has the keyboard."""
    page.evaluate("globalThis.print = () => {}")
    menus = page.locator("main .hg-desk__menu:visible, main .hg-menu:visible")
    found = []
    for at in range(menus.count()):
        for entry in range(menus.nth(at).locator("button").count()):
            menu = menus.nth(at)
            menu.locator("summary").focus()
            page.keyboard.press("Enter")
            button = menu.locator("button").nth(entry)
            name = button.text_content()
            button.press("Enter")
            if page.locator("dialog[open]").count():
                page.keyboard.press("Escape")
                expect(page.locator("dialog[open]")).to_have_count(0)
            found += [] if page.evaluate(FOCUSED) else [str(name)]
    return ", ".join(found)


@pytest.mark.parametrize("address", ["checklists/progress/", "plan/agenda-plan/", "tools/budget/", "tools/council/"])
def test_메뉴에서_고르고_창을_닫으면_메뉴로_돌아온다(page: Page, address: str) -> None:
    page.goto(f"/{address}", wait_until="networkidle")
    assert lost(page) == ""


@pytest.mark.parametrize(("address", "name"), [("tools/budget/", "예시 불러오기"), ("tools/deadlines/", "예시로 보기")])
def test_없어지는_단추를_눌러도_초점은_그_자리에_남는다(page: Page, address: str, name: str) -> None:
    page.goto(f"/{address}", wait_until="networkidle")
    page.get_by_role("button", name=name, exact=True).press("Enter")
    assert page.evaluate(FOCUSED)


def test_알림을_닫거나_되돌리면_하던_곳으로_돌아온다(page: Page) -> None:
    page.goto("/tools/council/", wait_until="networkidle")
    for name in ("되돌리기", "닫기"):
        page.locator(".hg-menu > summary").press("Enter")
        page.locator(".hg-menu li button").first.press("Enter")
        page.locator(".hg-notice").get_by_role("button", name=name, exact=True).press("Enter")
        expect(page.locator(".hg-menu > summary")).to_be_focused()


def test_찾기를_닫은_뒤의_탭은_찾기_다음으로_간다(page: Page) -> None:
    page.goto("/plan/", wait_until="networkidle")
    page.locator(FIELD).focus()
    type_in(page, "시설비 한도")  # until all of its results stand
    for _ in range(3):
        page.keyboard.press("Tab")
        assert page.evaluate("Boolean(document.activeElement.closest('.md-search'))")
    page.keyboard.press("Escape")
    expect(page.locator(RESULT).first).to_be_hidden()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)
    assert not page.evaluate("document.querySelector('[data-md-toggle=search]').checked")


INSIDE = "document.activeElement.closest('.md-search__output') !== null && document.activeElement.checkVisibility()"


@pytest.mark.parametrize("place", [".hg-filters button >> nth=-1", ".hg-answer a", "ol li:nth-child(2) a", "ol li:nth-child(9) a"])
def test_보던_결과가_바뀌어도_초점은_찾기_안에_남는다(standing: Standing, place: str) -> None:
    page = standing("/plan/", FIELD)
    open_box(page)
    for text in ("시설비", "노원구", "쟁반국수"):  # as when the rest of what can be found comes in meanwhile
        type_in(page, "시설비 한도")
        page.locator(place).first.focus()
        assert page.evaluate(INSIDE)
        type_in(page, text)
        assert page.evaluate(INSIDE), text
    page.keyboard.press("Escape")


@pytest.mark.parametrize("name", ["링크 창", "새 계획 창", "계획 이름 창"])
def test_창_안에서_탭이_돌고_이에스시로_닫힌다(page: Page, name: str) -> None:
    address, reach = STATES[name]
    page.goto(f"/{address}")
    reach(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        # The browser's own bar comes between the last and the first.
        assert page.evaluate("document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert page.evaluate(FOCUSED)
