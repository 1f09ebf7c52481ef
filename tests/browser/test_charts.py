"""The map and the charts in a real browser: what is drawn is what the data says, and it works by hand."""

from __future__ import annotations

from playwright.sync_api import Page

from macros.reading.guidebook import Guidebook


def test_지도는_자리에_서고_해마다_고르고_눌러서_구로_간다(page: Page, guide: Guidebook) -> None:
    page.goto("/districts/")
    tiles = page.locator(".hg-map__tile")
    assert tiles.count() == 25
    boxes = {name: page.locator(".hg-map__tile", has_text=name).bounding_box() for name in ("도봉", "은평", "강서", "관악", "송파")}
    assert all(boxes.values())
    place = {name: (box["x"], box["y"]) for name, box in boxes.items() if box}
    assert place["도봉"][1] < place["은평"][1] < place["강서"][1] < place["송파"][1] < place["관악"][1]
    assert place["강서"][0] < place["관악"][0] < place["도봉"][0] < place["송파"][0]

    def colour(name: str) -> str:
        return str(page.locator(".hg-map__tile", has_text=name).evaluate("e => getComputedStyle(e).backgroundColor"))

    early, late = colour("도봉"), colour("강남")
    assert early != late
    page.locator(".hg-map__year", has_text="2021년").click()
    assert colour("강남") == late and colour("도봉") != early
    page.set_viewport_size({"width": 1280, "height": 600})
    page.locator(".hg-map__tile a", has_text="도봉").click()
    assert page.url.endswith("/districts/dobong/")
    # The side menu opens at the page that is open, with a whole item below the title that stays.
    page.wait_for_function("""() => {
      const frame = document.querySelector(".md-sidebar--primary .md-sidebar__scrollwrap");
      const edge = frame.querySelector(".md-nav__list > .md-nav__item--active > .md-nav__link").getBoundingClientRect().bottom;
      const boxes = [...frame.querySelectorAll(".md-nav .md-nav .md-nav__item")].map((item) => item.getBoundingClientRect());
      return frame.scrollTop > 0 && !boxes.some(({ top, bottom }) => top < edge - 1 && bottom > edge + 1);
    }""")


def test_막대는_값만큼_길고_점은_값의_자리에_서고_표를_누르면_차례가_바뀐다(page: Page, guide: Guidebook) -> None:
    page.goto("/districts/")
    bars = page.locator(".hg-bars--bars").first.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [[...row.querySelectorAll('rect')].reduce((sum, one) => sum + one.getBoundingClientRect().width, 0),"
        " Number(row.querySelector('.hg-number').textContent.replaceAll(',', ''))])")
    assert len(bars) > 5
    longest = max(bars)
    for length, value in bars:
        assert abs(length / longest[0] - value / longest[1]) < 0.02
    stated = {district.name: fact.value for district in guide.districts.values() for fact in district.facts
              if fact.subject == "grant" and fact.unit == "천원"}
    chart = page.locator("#grants-chart")
    assert chart.locator("circle").count() == len(stated) == 24
    groups = chart.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [Number(row.cells[0].textContent.replaceAll(',', '')), row.cells[1].firstChild.textContent.trim().split(', ')])")
    assert {name: value for value, names in groups for name in names} == stated

    table = page.locator(".hg-districts")
    head = table.locator("thead th").nth(2)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert table.locator("tbody tr").first.inner_text().split()[0] in ("강서구", "도봉구", "서대문구", "성북구", "은평구", "중구")
    assert "서초구" in table.locator("tbody tr").last.inner_text()
    head.get_by_role("button").click()
    assert "강남구" in table.locator("tbody tr").first.inner_text()
    assert "서초구" in table.locator("tbody tr").last.inner_text()
