"""Dates and the deadline planner in a real browser, with and without scripts, and against Python's answers."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.reading.guidebook import Guidebook
from macros.rules.deadlines import RESTS, Dated, resolve
from macros.rules.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from macros.site.sides import sides_of
from macros.tools.deadlines import counting
from tests.conftest import ROOT
from tests.deadline_vectors import load_vectors
from tests.scripts import put

SUBMISSION = "/tools/deadlines/#from=submission&date=2021-07-09"
RESOLVE = """([cases, holidays]) => {
  const rest = new Set(holidays.map(hyeopchi.modules['deadlines/days'].parse));
  return JSON.stringify(cases.map(([dues, start, mode]) =>
    hyeopchi.modules['deadlines/count'].resolve(dues, hyeopchi.modules['deadlines/days'].parse(start), rest, mode)
      .map((one) => [one.due, one.number, hyeopchi.modules['deadlines/days'].iso(one.counted), hyeopchi.modules['deadlines/days'].iso(one.day)])));
}"""


LAY = """([timeline, year, rest, holidays, dates]) =>
  hyeopchi.modules['year/lay'].lay(timeline, year, rest, new Set(holidays.map(hyeopchi.modules['deadlines/days'].parse)), dates).map((row) => (
    {id: row.event.id, title: row.title, first: hyeopchi.modules['deadlines/days'].iso(row.start.first),
     said: hyeopchi.modules['year/lay'].said(row), real: row.real, backwards: row.backwards}))"""


def submission_day(guide: Guidebook, edition: str) -> date:
    """The last day of submission that the data tell."""
    return next(one.start.first for one in guide.timelines[f"city-{edition}"].events if one.id == f"submission-{edition}" and one.start)


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """The browser's engine in an empty page."""
    page = browser.new_page()
    put(page, "year/lay")
    yield page
    page.close()


def plain(found: tuple[Dated, ...]) -> list[list[object]]:
    """Python's answer in the browser's form."""
    return [[one.due, one.number, one.counted.isoformat(), one.day.isoformat()] for one in found]


def downloaded(page: Page, selector: str) -> bytes:
    """The file that a press of the button gives."""
    with page.expect_download() as waiting:
        page.click(selector)
    return Path(waiting.value.path()).read_bytes()


def visible(page: Page, selector: str) -> list[str]:
    """The ids of what is in sight."""
    return [str(one.get_attribute("id")) for one in page.locator(selector).all() if one.is_visible()]


def test_본보기와_무작위_날짜_6백_개를_두_엔진이_똑같이_센다(guide: Guidebook, engine: Page) -> None:
    holidays = public_holidays()
    chosen = random.Random(20261121)
    span = (date(LAST_YEAR, 12, 31) - date(FIRST_YEAR, 1, 1)).days
    cases = [(vector.deadlines, vector.start, vector.rest) for vector in load_vectors(guide)]
    cases += [(deadlines, date(FIRST_YEAR, 1, 1) + timedelta(days=chosen.randrange(span)), chosen.choice(RESTS))
              for deadlines in guide.deadlines.values() for _ in range(100)]
    sent = [[[counting(due) for due in deadlines.dues], start.isoformat(), rest] for deadlines, start, rest in cases]
    theirs = json.loads(engine.evaluate(RESOLVE, [sent, [day.isoformat() for day in holidays]]))
    ours = [plain(resolve(deadlines, start, holidays, rest)) for deadlines, start, rest in cases]
    wrong = [(case[0].id, case[1], case[2]) for case, mine, other in zip(cases, ours, theirs, strict=True) if mine != other]
    assert not wrong and len(cases) > 600


def test_역할을_고르면_그_역할의_일정만_보인다(guide: Guidebook, page: Page) -> None:
    page.goto("/dates/2021/")
    page.check("#hg-side-public", force=True)
    events = guide.timelines["city-2021"].events
    assert sorted(visible(page, ".hg-event")) == sorted(event.id for event in events if "public" in sides_of(event.actors, guide))
    assert page.locator('[data-calendar="public"]').is_visible() and not page.locator('[data-calendar="city"]').is_visible()


def test_스크립트가_없어도_역할을_고르고_달력_파일을_받는다(guide: Guidebook, browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/dates/2020/")
    page.check("#hg-side-private", force=True)
    shown = [one for one in page.locator(".hg-event").all() if one.is_visible()]
    expected = [event for event in guide.timelines["city-2020"].events if "private" in sides_of(event.actors, guide)]
    assert len(shown) == len(expected) > 0
    assert page.locator("a[href$='city-2020.ics']").is_visible()
    page.goto("/tools/deadlines/")
    assert page.locator("#platform-objection").is_visible() and not page.locator("[data-form]").is_visible()
    context.close()


def test_고른_일정의_달력_파일은_파이썬이_만든_것과_글자_하나까지_같다(page: Page, built: Path) -> None:
    for address, name in (("/dates/2021/", "city-2021"), ("/dates/strategic-2020/", "strategic-2020")):
        page.goto(address)
        page.get_by_role("button", name="보이는 일정 모두 선택").click()
        ours = (built / "dates" / f"{name}.ics").read_bytes()
        theirs = downloaded(page, "[data-save]")
        # Only the calendar's own name differs: it says that the entries were chosen.
        assert theirs[theirs.index(b"X-WR-TIMEZONE"):] == ours[ours.index(b"X-WR-TIMEZONE"):]


def test_하나만_고르면_하나만_든다(page: Page) -> None:
    page.goto("/dates/2021/")
    page.check('[data-pick="submission-2021"]')
    found = icalendar.Calendar.from_ical(downloaded(page, "[data-save]")).walk("VEVENT")
    assert [str(event["uid"]) for event in found] == ["submission-2021.2021@hyeopchi-guide"]
    # Beside the tick, however far the button above the list is.
    near = page.locator(".hg-picked")
    page.locator("#submission-2021").scroll_into_view_if_needed()
    expect(near).to_be_in_viewport()
    expect(near).to_contain_text("일정 1개를 골랐어요")
    assert downloaded(page, ".hg-picked button") == downloaded(page, "[data-save]")
    near.get_by_role("button", name="선택 해제").click()
    expect(near).to_be_hidden()
    expect(page.locator("[data-pick]:checked")).to_have_count(0)


@pytest.mark.parametrize(("now", "marks"), [("2021-03-10T09:00:00", 2), ("2026-11-21T09:00:00", 0)])
def test_오늘은_그_판의_해에만_표시한다(page: Page, now: str, marks: int) -> None:
    page.clock.set_fixed_time(now)
    page.goto("/dates/2021/")
    page.wait_for_selector("[data-pick]")
    assert page.locator(".hg-chart__today, .hg-month .hg-badge--today").count() == marks
    assert (page.locator("[data-deadline]", has_text="일 남음").count() > 0) == (marks > 0)
    assert page.get_by_text("모두 지난 날짜예요.").count() == (0 if marks else 1)
    assert page.locator("[data-deadline]").evaluate_all("all => all.map((one) => one.dataset.deadline)") == sorted(
        page.locator("[data-deadline]").evaluate_all("all => all.map((one) => one.dataset.deadline)"))


def test_두_판의_날짜를_비교하고_다른_점을_말한다(page: Page, guide: Guidebook) -> None:
    page.goto("/dates/compare/")
    row = page.locator("tr", has=page.locator('a[href$="#submission-2021"]'))
    before, after = submission_day(guide, "2020"), submission_day(guide, "2021")
    days = (after - before.replace(year=after.year)).days
    assert f"{before.year}년 {before.month}월 {before.day}일" in row.inner_text()
    assert not days or f"{abs(days)}일 {'늦춰' if days > 0 else '앞당겨'}" in row.inner_text()
    assert page.locator("tr", has=page.locator('a[href$="#confirmation-2021"]')).locator('a[href$="#selection-2020"]').count() == 1


def test_계획서를_내는_날에서_앞뒤로_센다(page: Page, guide: Guidebook) -> None:
    day = submission_day(guide, "2021")
    counted = {one.due: one for one in resolve(guide.deadlines["submission"], day, public_holidays(), RESTS[0])}
    page.goto(f"/tools/deadlines/#from=submission&date={day.isoformat()}")
    council = page.locator('[data-item="plan-council"]')
    assert council.locator("time").get_attribute("datetime") == counted["plan-council"].day.isoformat()
    assert council.get_attribute("data-verdict") == "ok"
    assert page.locator('[data-item="known"]').get_attribute("data-verdict") == "ok"
    review = counted["plan-review"]
    shown = page.locator('[data-item="plan-review"]')
    assert shown.locator("time").get_attribute("datetime") == review.day.isoformat()
    assert review.counted == review.day or f"{review.counted.month}월 {review.counted.day}일" in shown.inner_text()


def test_서울시_마감보다_늦으면_알린다(page: Page, guide: Guidebook) -> None:
    late = submission_day(guide, "2021") + timedelta(days=3)
    page.goto(f"/tools/deadlines/#from=submission&date={late.isoformat()}")
    known = page.locator('[data-item="known"]')
    assert known.get_attribute("data-verdict") == "fail" and "3일 늦어요" in known.inner_text()


def test_근거가_없는_해에는_통과로_치지_않는다(page: Page) -> None:
    page.goto("/tools/deadlines/#from=submission&date=2026-07-10")
    assert page.locator('[data-item="known"]').get_attribute("data-verdict") == "unknown"
    assert "2026년의 규칙이나 서울시 날짜는 근거에 없어요." in page.locator("[data-result]").inner_text()


def test_역할과_쉬는_날을_고르면_주소에_남고_다시_열면_같다(page: Page) -> None:
    page.goto("/tools/deadlines/#from=project-end&date=2021-12-31")
    for side in ("joint", "secretariat", "private", "city", "council"):
        page.uncheck(f'input[name="side"][value="{side}"]', force=True)
    page.check('input[name="rest"][value="later"]')
    assert page.locator('[data-item="end-strategic-report"] time').get_attribute("datetime") == "2022-02-03"
    assert page.locator('[data-item="end-assessment"]').count() == 0
    address = page.url
    shown = page.locator(".hg-dues").first.inner_text()
    page.goto("/")
    page.goto(address)
    assert page.locator(".hg-dues").first.inner_text() == shown


def test_계산한_달력_파일은_다시_받아도_이름이_같다(page: Page) -> None:
    page.goto(SUBMISSION)
    first = icalendar.Calendar.from_ical(downloaded(page, "[data-save]")).walk("VEVENT")
    page.fill("#hg-date", "2021-07-05")
    second = icalendar.Calendar.from_ical(downloaded(page, "[data-save]")).walk("VEVENT")
    assert [one["uid"] for one in first] == [one["uid"] for one in second]
    assert [one.decoded("dtstart") for one in first] != [one.decoded("dtstart") for one in second]
    page.fill("#hg-name", "다른 계획")
    third = icalendar.Calendar.from_ical(downloaded(page, "[data-save]")).walk("VEVENT")
    assert not {str(one["uid"]) for one in third} & {str(one["uid"]) for one in second}


def test_이름은_글로만_나온다(page: Page) -> None:
    page.goto(SUBMISSION + "&name=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert page.locator("[data-result] img").count() == 0
    assert "<img src=x" in page.locator('[data-item="known"]').inner_text()


def test_빈_화면은_무엇을_먼저_할지_말하고_예시를_보인다(page: Page) -> None:
    page.goto("/tools/deadlines/")
    assert not page.locator("[data-result]").is_visible()
    example = page.get_by_role("button", name="예시로 보기")
    known = parse_qs(str(example.get_attribute("data-example")).removeprefix("#"))["date"][0]
    example.click()
    assert page.locator('[data-item="known"] time').get_attribute("datetime") == known


@pytest.mark.parametrize(("scheme", "address"), [("light", "/dates/2020/"), ("dark", "/dates/compare/"), ("dark", SUBMISSION)])
def test_접근성_검사를_지나고_좁은_화면에서_옆으로_넘치지_않는다(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_script_tag(path=ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js")
    found = page.evaluate("""async () => (await axe.run(document.querySelector(".md-content"), {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})).violations.map(
        (one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`)""")
    assert found == []


def test_지난_기한은_할_일에서_빼고_이름을_말하고_달을_어느_날부터_세는지_말한다(page: Page) -> None:
    page.goto("/tools/deadlines/#from=grant&date=2021-08-02")
    assert page.locator('[data-item="grant-process-data"]').count() == 2
    page.goto("/tools/deadlines/#from=project-end&date=2021-12-31")
    page.reload()
    page.wait_for_selector('[data-item="end-report"]')
    assert page.locator('[data-item="end-next-plan"]').count() == 0
    page.get_by_text("기준일 전에 기한이 지난 것은 뺐어요: 다음 연도 계획 수립 시작").wait_for()
    page.goto("/tools/deadlines/#from=project-end&date=2021-02-28&rest=keep")
    page.reload()
    page.get_by_text("다음 날인 3월 1일부터 세어 3월 31일까지예요").first.wait_for()


def laid(engine: Page, events: list[tuple[str, str, str | None]], year: int, rest: str = "earlier", **dates: str) -> list[dict[str, object]]:
    """A made-up timeline of 2020 laid onto the year; `dates` are the reader's own, `_end` for the end of an event."""
    timeline = {"edition": "2020", "events": [
        {"id": key, "title": "2021년 일", "start": start, "end": end} for key, start, end in events]}
    own = {key.replace("_", "."): day for key, day in dates.items()}
    found: list[dict[str, object]] = engine.evaluate(LAY, [timeline, year, rest, [day.isoformat() for day in public_holidays()], own])
    return found


def test_판의_차례는_어느_해로_옮겨도_그대로이고_쉬는_날에_놓이지_않는다(engine: Page) -> None:
    days = [date(2020, 1, 2) + timedelta(days=number) for number in range(0, 360, 5)]
    events: list[tuple[str, str, str | None]] = [(f"e{number}", day.isoformat(), None) for number, day in enumerate(days)]
    for year in range(FIRST_YEAR, LAST_YEAR):
        for rest in ("earlier", "later"):
            rows = laid(engine, events, year, rest)
            assert [row["id"] for row in rows] == [key for key, *_ in events], (year, rest)
            shown = [date.fromisoformat(str(row["first"])) for row in rows]
            assert not [day for day in shown if day.weekday() > 4 or day in public_holidays()], (year, rest)


def test_달만_적힌_일정은_달만_옮기고_적은_날짜만_그_자리에_놓인다(engine: Page) -> None:
    events: list[tuple[str, str, str | None]] = [("none", "2020", None), ("leap", "2020-02-29", None), ("month", "2020-03", "2020-04")]
    leap, month, none = laid(engine, events, 2027, "keep")
    assert (leap["said"], month["said"], none["said"]) == (
        "2027년 2월 28일(일)", "2027년 3월 ~ 2027년 4월", "2027년 중")
    assert not any(row["real"] for row in (leap, month, none)) and leap["title"] == "2028년 일"
    none, _, month = laid(engine, events, 2027, "keep", none="2027-01-05", month="2027-05-03")
    assert (none["said"], none["real"]) == ("2027년 1월 5일(화)", True)
    assert (month["said"], month["real"], month["backwards"]) == ("2027년 5월 3일(월) ~ 2027년 4월", False, True)
    month = laid(engine, events, 2027, "keep", month="2027-03-02", month_end="2027-03-20")[1]
    assert (month["said"], month["real"]) == ("2027년 3월 2일(화) ~ 2027년 3월 20일(토)", True)


def test_옮긴_한_해는_화면과_달력_파일에서_예상이라_하고_적은_날짜는_남고_되돌린다(page: Page) -> None:
    page.goto("/tools/year/")
    first = page.locator("[data-list] > li").first
    key = first.get_attribute("data-item")
    assert "예상" in first.inner_text() and "서울시가 정한 날짜가 아니에요" in page.locator("[data-result]").inner_text()
    page.select_option("[name=year]", "2027")
    page.fill(f'[data-real="{key}"]', "2027-01-05")
    page.reload()
    row = page.locator(f'[data-item="{key}"]')
    assert page.locator("[name=year]").input_value() == "2027"
    page.fill(f'[data-real="{key}"]', "2027-01-06")
    assert "1월 6일" in row.inner_text()
    page.get_by_role("button", name="되돌리기").click()
    assert "1월 5일" in row.inner_text()
    found = icalendar.Calendar.from_ical(downloaded(page, "[data-save]")).walk("VEVENT")
    own = [one for one in found if str(one["uid"]).startswith(f"{key}.")]
    rest = [one for one in found if one not in own]
    assert rest and all(str(one["summary"]).startswith("[예상] ") and "정한 날짜가 아니에요" in str(one["description"]) for one in rest)
    assert (own and not str(own[0]["summary"]).startswith("[예상]")) or page.locator(f'[data-real="{key}.end"]').count()


def test_두_판을_골라_비교하면_주소에_남는다(page: Page, guide: Guidebook) -> None:
    old, new = sorted(guide.editions)[0], max(max(rule.editions) for rule in guide.rules.values())
    page.goto(f"/reference/changes/#choose={new},{old}")
    heads = page.locator("[data-compared] thead").first.inner_text()
    assert heads.index(old) < heads.index(new) and page.url.endswith(f"#choose={old},{new}")
    gained = page.locator('[data-became="gained"]').count()
    both = [rule for rule in guide.rules.values() if {old, new} <= set(rule.editions)]
    assert gained and page.locator('[data-became="same"]').count() == 0
    page.get_by_label("그대로인 항목도 보기").check()
    assert page.locator('[data-became="same"]').count() >= len(both) and page.locator('[data-became="gained"]').count() == gained
    page.locator("[data-form] select").first.select_option(old)
    page.locator("[data-form] select").last.select_option(old)
    assert "서로 다른 두 연도" in page.locator("[data-form]").inner_text() and page.locator("[data-compared] table").count() == 0
