"""Several plans by name in the calculator: made, copied, shown beside each other line by line, deleted and brought back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def calculator(page: Page) -> Page:
    """The calculator with the first example, and a copy of it that is shown."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/tools/budget/")
    page.wait_for_selector("[data-ready]")
    page.locator(".hg-menu > summary").press("Enter")
    page.locator(".hg-menu li button").first.click()
    more(page, "계획 복사")
    dialog = page.locator("dialog[open]")
    dialog.get_by_label("자치구").fill("가나구")
    dialog.get_by_label("버전").fill("1차 변경")
    dialog.get_by_role("button", name="확인", exact=True).click()
    return page


def more(page: Page, name: str) -> None:
    """Presses what stands under 더 보기."""
    page.locator(".hg-plans summary").press("Enter")
    page.locator(".hg-plans").get_by_role("button", name=name).click()


def compared(page: Page) -> None:
    """Opens the comparison."""
    more(page, "두 계획 비교")
    page.locator(".hg-compare__table").first.wait_for()


def test_두_계획을_줄마다_비교하고_달라진_줄만_본다(calculator: Page) -> None:
    amount = calculator.locator(".hg-line__amount").first
    before = int(amount.input_value().replace(",", ""))
    amount.fill(f"{before + 1_000_000}")
    amount.blur()
    compared(calculator)
    table = calculator.locator(".hg-compare__table").first
    expect(table).to_contain_text("+1,000,000")
    changed = table.locator("tr:not([data-same]):not(.hg-compare__sum) td:last-child")
    assert [text for text in changed.all_inner_texts() if text] == ["+1,000,000"]
    rows = table.locator("tr[data-same]")
    assert rows.count() > 0 and rows.first.is_visible()
    calculator.get_by_label("달라진 줄만 보기").check()
    expect(rows.first).to_be_hidden()
    assert table.locator("tbody").last.locator("td:last-child").all_inner_texts()[-1] == "+1,000,000"


def test_없어진_사업과_달라진_판정을_말한다(calculator: Page) -> None:
    name = calculator.locator(".hg-project input").first.input_value()
    calculator.get_by_role("button", name=f"{name} 사업 삭제").click()
    compared(calculator)
    expect(calculator.locator(".hg-compare")).to_contain_text(f"{name} (없어짐)")
    expect(calculator.locator(".hg-compare")).to_contain_text("달라진 판정")


def test_좁은_화면에서_옆으로_넘치지_않고_인쇄에는_비교표만_나온다(calculator: Page) -> None:
    calculator.set_viewport_size({"width": 390, "height": 800})
    calculator.wait_for_timeout(600)  # what was typed is kept
    calculator.reload()
    calculator.wait_for_selector("[data-ready]")
    calculator.evaluate("window.print = () => {}")
    compared(calculator)
    assert calculator.evaluate("document.documentElement.scrollWidth <= innerWidth")
    calculator.get_by_role("button", name="비교표 인쇄").click()
    calculator.emulate_media(media="print")
    assert calculator.locator(".hg-compare-paper").is_visible()
    assert calculator.locator(".hg-report:visible").count() == 1


def test_지운_계획을_되돌리고_하나뿐이면_비교할_것이_없다고_말한다(calculator: Page) -> None:
    shown = calculator.locator("#hg-plan option:checked")
    expect(shown).to_have_text("가나구 1차 변경")
    more(calculator, "계획 지우기")
    expect(calculator.locator("#hg-plan option")).to_have_count(1)
    calculator.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(shown).to_have_text("가나구 1차 변경")
    more(calculator, "계획 지우기")
    more(calculator, "두 계획 비교")
    expect(calculator.locator(".hg-notice")).to_contain_text("하나 더 있어야 해요")
