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
    page.locator(".hg-map__tile a", has_text="도봉").click()
    assert page.url.endswith("/districts/dobong/")


def test_막대는_값만큼_길고_표를_누르면_차례가_바뀐다(page: Page, guide: Guidebook) -> None:
    page.goto("/districts/")
    rows = {row["구"]: row for row in page.locator("#grants-chart tbody tr").evaluate_all(
        "rows => rows.map(row => ({구: row.cells[0].textContent, 길이: row.querySelector('rect').getBoundingClientRect().width,"
        " 값: Number(row.cells[2].textContent.replaceAll(',', ''))}))")}
    assert len(rows) == 24
    stated = {name: fact.value for district in guide.districts.values() for name, fact in
              ((district.name, fact) for fact in district.facts if fact.subject == "grant" and fact.unit == "천원")}
    assert {name: row["값"] for name, row in rows.items()} == stated
    longest = rows["강서구"]
    for row in rows.values():
        assert abs(row["길이"] / longest["길이"] - row["값"] / longest["값"]) < 0.01

    table = page.locator(".hg-districts")
    head = table.locator("thead th").nth(2)
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert table.locator("tbody tr").first.inner_text().split()[0] in ("강서구", "도봉구", "서대문구", "성북구", "은평구", "중구")
    assert "서초구" in table.locator("tbody tr").last.inner_text()
    head.get_by_role("button").click()
    assert "강남구" in table.locator("tbody tr").first.inner_text()
    assert "서초구" in table.locator("tbody tr").last.inner_text()
