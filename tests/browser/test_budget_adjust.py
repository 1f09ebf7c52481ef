"""The calculator's proposal of moves and cuts: accepted whole or in part, taken back, with lines that stay."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_budget_calculator import ADDRESS, load_example


@pytest.fixture
def proposal(page: Page) -> Page:
    """The calculator with the proposal for the example that has something to mend."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(ADDRESS)
    expect(page.locator("[data-module=budget-calculator][data-ready]")).to_be_visible()
    load_example(page, 1)
    page.get_by_role("button", name="한 번에 맞추기").click()
    expect(page.locator(".hg-adjust [role=status]")).to_contain_text("판정한 한도를 모두 지켜요")
    return page


def test_조정안을_넣으면_한도를_모두_지키고_되돌릴_수_있다(proposal: Page) -> None:
    before = proposal.locator(".hg-line__amount").evaluate_all("(fields) => fields.map(({ value }) => value)")
    proposal.get_by_role("button", name="선택한 조정 적용").click()
    expect(proposal.locator(".hg-tally[data-level=breach] strong")).to_have_text("0")
    expect(proposal.get_by_role("button", name="한 번에 맞추기")).to_have_count(0)
    proposal.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(proposal.get_by_role("button", name="한 번에 맞추기")).to_be_visible()
    expect(proposal.locator(".hg-projects")).not_to_have_attribute("aria-busy", "true")
    assert proposal.locator(".hg-line__amount").evaluate_all("(fields) => fields.map(({ value }) => value)") == before


def test_일부만_고르면_남는_것을_말한다(proposal: Page) -> None:
    proposal.locator(".hg-adjust input[type=checkbox]").first.uncheck()
    expect(proposal.locator(".hg-adjust [role=status]")).to_contain_text("아직 지키지 못한 한도")
    for box in proposal.locator(".hg-adjust input[type=checkbox]").all():
        box.uncheck()
    expect(proposal.get_by_role("button", name="선택한 조정 적용")).to_be_disabled()


def test_고정한_줄은_다시_바꾸지_않는다(proposal: Page) -> None:
    row = proposal.locator(".hg-adjust tbody tr").first
    name = row.locator("th").inner_text()
    row.get_by_role("button", name="고정").click()
    expect(proposal.locator(".hg-adjust__pins")).to_contain_text("고정한 줄")
    expect(proposal.locator(".hg-adjust tbody th").filter(has_text=name)).to_have_count(0)
    proposal.locator(".hg-adjust__pins").get_by_role("button").click()
    expect(proposal.locator(".hg-adjust tbody th").filter(has_text=name)).to_have_count(1)
