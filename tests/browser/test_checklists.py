"""Checklists that a council runs on: marking, keeping, filtering, files, links, merging, editions, paper."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, Route, expect

from macros.reading.guidebook import Guidebook
from tests.access.faults import STRIP, faults
from tests.access.page import ROOM
from tests.conftest import ROOT
from tests.kept_page import Standing

PLANNING = "/checklists/planning/"
PROGRESS = "/checklists/progress/"
ONE = "process-design-governance-diagnosis"
TWO = "process-design-last-year-review"
KEY = "hyeopchi-checklist"


READY = "[data-module=checklist][data-ready]"


def show(page: Page, address: str = PLANNING) -> Page:
    """Opens a page and waits until its checklist works."""
    page.goto(address)
    page.wait_for_selector(READY)
    return page


@pytest.fixture
def planning(standing: Standing) -> Page:
    """The planning checklist, opened once for tests after which nothing has changed in it but what is done."""
    return standing(PLANNING, READY)


def closed(page: Page) -> None:
    """Closes the dialog."""
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def text_of(guide: Guidebook, key: str) -> str:
    """An item's words in the data, which editors may change."""
    return next(one.text for checklist in guide.checklists.values() for group in checklist.groups for one in group.items if one.id == key)


def item(page: Page, key: str = ONE) -> Locator:
    """One item of the page."""
    return page.locator(f'[data-item="{key}"]')


def mark(page: Page, key: str, state: str) -> None:
    """Chooses one of the four states."""
    item(page, key).locator(f'label[data-state="{state}"]').click()


def note(page: Page, key: str, **values: str) -> None:
    """Fills fields of an item: who, due, note, evidence."""
    fold = item(page, key).locator("details")
    if fold.get_attribute("open") is None:
        fold.locator("summary").press("Enter")
    labels = {"who": "담당", "due": "기한", "note": "메모", "evidence": "증빙"}
    for field, value in values.items():
        control = fold.get_by_label(labels[field], exact=True)
        control.fill(value)
        control.blur()


def kept(page: Page) -> dict[str, Any]:
    """The document in the browser's store."""
    return dict(json.loads(page.evaluate(f"localStorage.getItem('{KEY}')")))


def entries(page: Page) -> dict[str, Any]:
    """What the shown plan of the store says of its items."""
    document = kept(page)
    return dict(next(plan for plan in document["plans"] if plan["id"] == document["current"])["items"])


def document(items: dict[str, Any], key: str = "p1", district: str = "", year: str = "") -> dict[str, Any]:
    """A checklist file with one plan."""
    return {"format": KEY, "version": 1, "plans": [{"id": key, "district": district, "year": year, "moves": [], "items": items}]}


def saved_as(page: Page, entry: str) -> Any:
    """What an entry of the menu `파일로 저장` gives, when there are several plans."""
    page.locator("summary", has_text="파일로 저장").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=entry).click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def saved(page: Page) -> Any:
    """What `파일로 저장` gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 저장").click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


def hand_in(page: Page, *files: Any) -> Locator:
    """Gives files to `열기·합치기`; the dialog that asks. Texts are given as they are."""
    payloads = [FilePayload(name=f"{name}.json", mimeType="application/json",
                            buffer=(one if isinstance(one, str) else json.dumps(one)).encode())
                for name, one in zip("가나다", files, strict=False)]
    page.locator('input[type="file"]').set_input_files(payloads)
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog


def take_in(page: Page, *files: Any) -> None:
    """The same, taken in without a question."""
    hand_in(page, *files).get_by_role("button", name="넣기").click()


def with_moves(page: Page, moves: list[dict[str, Any]]) -> None:
    """Serves pages of a later edition, in which these moves were made."""

    def serve(route: Route) -> None:
        html = route.fetch().text()
        said, count = re.subn(r'"moves":\[(?:\{[^{}]*\},?)*\]', lambda _: '"moves":' + json.dumps(moves, ensure_ascii=False), html)
        assert count  # whichever moves the guide has of its own
        route.fulfill(body=said, content_type="text/html")

    page.route("**/checklists/*/", serve)


def move(kind: str, before: list[str], now: list[str]) -> dict[str, Any]:
    """A move of a later edition."""
    return {"id": f"{kind}-one", "kind": kind, "edition": "2022", "before": before, "now": now, "note": "항목을 다듬었어요."}


@pytest.fixture
def other(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """Another member's browser."""
    context = browser.new_context(base_url=site, locale="ko-KR")
    yield context
    context.close()


def test_표시하고_적은_것은_다시_열어도_남는다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, who="협치추진단", due="2026-03-31", note="다음에 다시 봐요", evidence="1차 회의록")
    show(page)
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()
    expect(item(page, TWO).locator("summary")).to_have_text(
        re.compile(r"담당 협치추진단 · 기한 2026년 3월 31일\(화\).* · 메모 있음 · 증빙 있음"))
    assert entries(page)[TWO] == {"who": "협치추진단", "due": "2026-03-31", "note": "다음에 다시 봐요", "evidence": "1차 회의록"}


def test_진행은_묶음과_전체를_세고_해당_없음은_빼고_센다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    mark(page, TWO, "na")
    group = page.locator('[data-check-head="process-design"]')
    items = page.locator('[data-check-group="process-design"] [data-item]').count()
    everything = page.locator("[data-item]").count()
    expect(group).to_contain_text(f"{items - 1}개 항목 중 1개 완료 (해당 없음 1)")
    expect(page.locator(".hg-desk .hg-progress")).to_contain_text(f"{everything - 1}개 항목 중 1개 완료")
    # Where an address leads is below the bar that stays, however high the bar is.
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        there = page.locator("[data-item] [id^='item-']").nth(everything // 2)
        page.evaluate("id => { location.hash = ''; location.hash = id; }", there.get_attribute("id"))
        page.wait_for_function("() => document.querySelector(':target').getBoundingClientRect().top"
                               " >= document.querySelector('.hg-desk-bar').getBoundingClientRect().bottom - 1")
        expect(there).to_be_in_viewport()


def test_칩으로_고르면_맞는_항목과_그_묶음만_보인다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, due="2020-01-02")
    page.get_by_role("button", name="완료").click()
    expect(page.locator("[data-item]:visible")).to_have_count(1)
    expect(page.locator("h2:visible")).to_have_count(1)
    expect(page.locator(".hg-filters__result")).to_contain_text("가지 가운데 1가지를 보여 줘요.")
    mark(page, ONE, "doing")
    expect(item(page)).to_be_visible()  # what is being worked on does not run away
    page.get_by_role("button", name="모두 보기").click()
    page.get_by_role("button", name="지남").click()
    assert page.locator("[data-item]:visible").evaluate_all("all => all.map((one) => one.dataset.item)") == [TWO]
    page.get_by_role("button", name="모두 보기").click()
    page.get_by_role("button", name="사무국", exact=True).click()
    roles = page.locator("[data-item]:visible").evaluate_all("all => all.map((one) => one.dataset.role)")
    assert roles and set(roles) == {"secretariat"}


def test_근거에_있는_것만_글쇠로_고르고_그것만_무엇을_골랐는지와_함께_인쇄한다(page: Page, guide: Guidebook) -> None:
    show(page)
    items = [one for group in guide.checklists["planning"].groups for one in group.items]
    stated = [one.id for one in items if one.basis == "stated"]
    assert 0 < len(stated) < len(items)
    chip = page.get_by_role("group", name="근거로 고르기").get_by_role("button", name="근거에 있는 것만")
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    page.emulate_media(media="print")
    assert page.locator("[data-item]:visible").evaluate_all("all => all.map((one) => one.dataset.item)") == stated
    expect(page.locator(".hg-filters__paper")).to_be_visible()
    said = f"선택한 조건(근거: 근거에 있는 것만): {len(items)}가지 가운데 {len(stated)}가지"
    expect(page.locator(".hg-filters__paper")).to_have_text(said)
    page.emulate_media(media="screen")
    expect(page.locator(".hg-filters__paper")).to_be_hidden()
    sheet = printed(page, "회의 자료")
    expect(sheet).to_contain_text(said)
    expect(sheet.locator("tbody tr:not(.hg-sheet__end tr)").filter(has_text="길잡이 제안")).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    chip.focus()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-item]:visible")).to_have_count(len(items))
    expect(page.locator(".hg-filters__paper")).to_be_empty()


def test_먼저_끝낼_단계는_아직_손대지_않은_단계에만_알려_준다(page: Page) -> None:
    show(page, "/checklists/agreement/")
    waiting = page.locator(".hg-check-wait:visible")
    several = waiting.count()
    assert several > 0
    expect(waiting.first).to_contain_text("먼저 완료할 단계: ")
    begun = page.locator(".hg-check-list").nth(1).locator("[data-item]").first
    begun.locator('label[data-state="doing"]').click()
    assert waiting.count() == several - 1
    begun.locator('label[data-state="none"]').click()
    for one in page.locator('[data-check-group="sign"] [data-item]').all():
        one.locator('label[data-state="done"]').click()
    assert page.locator(".hg-check-wait:visible", has_text="협약").count() < several


def test_진행_쪽은_모든_체크리스트를_보여_준다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, who="김하나", due="2020-01-02")
    show(page, PROGRESS)
    table = page.get_by_role("table", name="단계별 상태")
    lines = table.locator("tbody tr")
    expect(lines.first).to_have_attribute("data-check-progress", "planning")
    expect(lines.nth(1)).to_contain_text("진행 중 1/")
    expect(lines.nth(1)).to_contain_text("2020년 1월 2일(목) 지남김하나")
    expect(page.locator(".hg-next li")).to_contain_text(["2020년 1월 2일(목) 지났어요 · 담당 김하나 · 시작 전"])


def test_계획은_만들_때_고른_연도의_체크리스트만_센다(page: Page, guide: Guidebook) -> None:
    show(page, PROGRESS)
    newest = max(edition for one in guide.checklists.values() for edition in one.editions)

    def own(edition: str) -> set[str]:
        return {one.id for one in guide.checklists.values() if edition in one.editions}

    def shown() -> set[str]:
        return set(page.locator("[data-check-progress]").evaluate_all("all => all.map((one) => one.dataset.checkProgress)"))

    size = sum(len(group.items) for one in guide.checklists.values() if newest in one.editions for group in one.groups)
    expect(page.locator(".hg-overall .hg-progress")).to_contain_text(f"{size}개 항목 중 0개")
    assert shown() == own(newest)
    page.get_by_role("button", name="새 계획").click()
    page.locator("dialog[open]").get_by_label("연도", exact=True).fill("2020")
    page.locator("dialog[open]").get_by_label("예산 체크리스트").uncheck()
    page.get_by_role("button", name="확인", exact=True).click()
    assert shown() == own("2020") - {"budget"}
    page.get_by_label("회의 날짜").fill("2020-05-06")
    show(page, PROGRESS)
    assert shown() == own("2020") - {"budget"}
    expect(page.get_by_label("회의 날짜")).to_have_value("2020-05-06")
    assert saved_as(page, "이 계획만")["version"] == 2


def test_단계_안내의_표시는_체크리스트와_같다(page: Page) -> None:
    show(page, "/plan/process-design/")
    mark(page, ONE, "done")
    expect(page.locator('[data-check-head="process-design"]')).to_contain_text("1개 완료")
    show(page)
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()


def test_저장한_파일을_다른_사람이_열면_그대로_이어진다(page: Page, other: BrowserContext) -> None:
    show(page)
    mark(page, ONE, "doing")
    note(page, ONE, note="첫 줄\n둘째 줄 <b>굵게</b>", who="김하나")
    file = saved(page)
    theirs = show(other.new_page())
    take_in(theirs, file)
    assert entries(theirs) == entries(page) == {ONE: {"state": "doing", "note": "첫 줄\n둘째 줄 <b>굵게</b>", "who": "김하나"}}
    theirs.get_by_role("button", name="되돌리기").click()
    assert entries(theirs) == {}
    take_in(theirs, file)
    assert saved(theirs)["plans"] == file["plans"]


def test_이름이_같은_파일은_순서로_구별하고_고르지_않은_곳은_버튼_옆과_그_자리에서_말한다(page: Page) -> None:
    show(page)
    said = [json.dumps(document({ONE: {"note": f"{number}의 메모"}}, f"p{number}")).encode() for number in range(2)]
    page.locator('input[type="file"]').set_input_files([FilePayload(name="같은 이름.json", mimeType="application/json", buffer=one) for one in said])
    dialog = page.locator("dialog[open]")
    expect(dialog.locator(".hg-conflict-box__who")).to_have_text(
        ["첫 번째 파일 · 같은 이름.json", "두 번째 파일 · 같은 이름.json", "모두 남기기"])
    dialog.get_by_role("button", name="넣기").click()
    expect(dialog.locator("p:last-child")).to_have_text("아직 1곳을 고르지 않아서 넣지 않았어요.")
    legend = "legend => getComputedStyle(legend, '::after').content"
    assert "아직 고르지 않았어요" in dialog.locator("legend").evaluate(legend)
    dialog.get_by_label("두 번째 파일").check()
    assert dialog.locator("legend").evaluate(legend) == "none"
    expect(dialog.get_by_text("넣지 않았어요")).to_be_hidden()
    dialog.get_by_role("button", name="넣기").click()
    assert entries(page)[ONE] == {"note": "1의 메모"}


def test_늘_보이는_버튼에_초점이_가도_보던_곳이_움직이지_않고_맨_위로는_아무것도_가리지_않는다(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    show(page)
    page.evaluate("scrollTo(0, 6000)")
    page.wait_for_timeout(200)
    page.evaluate("scrollTo(0, 5000)")
    page.get_by_role("button", name="열기·합치기").focus()
    assert page.evaluate("scrollY") == 5000
    top = page.locator(".md-top").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert top and header and top["y"] + top["height"] <= header["y"] + header["height"]
    assert page.evaluate("""() => [...document.querySelectorAll(".md-header :is(button, label.md-header__button, a)")].every((one) => {
        const [a, b] = [one.getBoundingClientRect(), document.querySelector(".md-top").getBoundingClientRect()];
        return a.width === 0 || a.right <= b.left || b.right <= a.left;
    })""")


def test_여러_사람의_파일을_합치고_다른_곳만_나란히_보고_고른다(page: Page) -> None:
    show(page)
    mark(page, ONE, "doing")
    note(page, ONE, note="우리 메모")
    dialog = hand_in(page, document({ONE: {"state": "done", "note": "가의 메모"}, TWO: {"state": "done"}}, "p1"),
                     document({ONE: {"state": "done", "who": "이둘"}}, "p2"))
    state, text = dialog.get_by_role("group").filter(has=page.locator("legend")).all()
    expect(state.locator(".hg-conflict-box__option")).to_have_text(["지금 화면진행 중", "가.json, 나.json완료"])
    expect(text.locator(".hg-conflict-box__option")).to_have_text(["지금 화면우리 메모", "가.json가의 메모", re.compile("모두 남기기")])
    dialog.get_by_role("button", name="넣기").click()  # nothing is taken in before all is chosen
    assert entries(page)[ONE] == {"state": "doing", "note": "우리 메모"}
    state.get_by_label("가.json").check()
    dialog.get_by_role("button", name="나머지 글은 모두 남기기").click()
    dialog.get_by_role("button", name="넣기").click()
    assert entries(page) == {ONE: {"state": "done", "note": "우리 메모\n가의 메모", "who": "이둘"}, TWO: {"state": "done"}}
    page.get_by_role("button", name="되돌리기").click()
    assert entries(page) == {ONE: {"state": "doing", "note": "우리 메모"}}


@pytest.mark.parametrize(("text", "words"), [
    ('{"format": "hyeopchi-che', "파일이 깨졌거나"),
    ("협치", "파일이 깨졌거나"),
    ('{"format": "hyeopchi-plan", "version": 1}', "이 길잡이의 체크리스트 파일이 아니에요."),
    ('{"format": "hyeopchi-checklist", "version": 3, "plans": []}', "더 새로운 길잡이에서 만든 파일"),
    (json.dumps(document({ONE: {"state": "maybe"}})), "모르는 상태(maybe)"),
    (json.dumps(document({ONE: {"due": "2021-02-30"}})), "기한이 날짜(2021-07-09)가 아니에요."),
    (json.dumps(document({ONE: {"script": "x"}})), "모르는 항목(script)"),
    (json.dumps(document({"큰 항목": {"state": "done"}})), "id를 읽을 수 없어요."),
    (json.dumps(document({"__proto__": {"state": "done"}})), "쓸 수 없는 이름(__proto__)"),
    (json.dumps({**document({}), "plans": document({})["plans"] * 2}), "같은 계획이 두 번"),
], ids=["잘린 파일", "글", "다른 파일", "새 판", "모르는 상태", "없는 날", "모르는 칸", "이상한 id", "코드의 이름", "겹친 계획"])
def test_깨졌거나_다른_파일은_이유를_말하고_열지_않는다(planning: Page, text: str, words: str) -> None:
    mark(planning, ONE, "done")
    before = kept(planning)
    expect(hand_in(planning, text)).to_contain_text(words)
    assert kept(planning) == before
    closed(planning)


def test_깨진_파일이_섞여도_성한_파일은_열린다(page: Page) -> None:
    show(page)
    dialog = hand_in(page, "{", document({ONE: {"state": "done"}}))
    expect(dialog).to_contain_text("가.json: 열지 않았어요.")
    dialog.get_by_role("button", name="넣기").click()
    assert entries(page) == {ONE: {"state": "done"}}


def share(page: Page) -> str:
    """The link that the dialog gives."""
    page.get_by_role("button", name="링크·QR").click()
    field = page.locator("dialog[open]").get_by_label("링크", exact=True)
    expect(field).to_have_value(re.compile("#checklist="))
    return field.input_value()


def test_링크에_담아_나누면_같은_내용이_열린다(page: Page, other: BrowserContext) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, note="메모예요", due="2026-01-02")
    link = share(page)
    theirs = other.new_page()
    theirs.goto(link)
    theirs.locator("dialog[open]").get_by_role("button", name="넣기").click()
    assert entries(theirs) == entries(page)
    assert "#" not in theirs.url


def test_한_단계만_인쇄하고_나누고_합쳐도_다른_단계의_표시는_그대로다(page: Page, other: BrowserContext, guide: Guidebook) -> None:
    groups = {group.key: group for group in guide.checklists["planning"].groups}
    alone, elsewhere = groups["process-design"], groups["local-research"].items[0].id
    show(page)
    mark(page, ONE, "done")
    mark(page, elsewhere, "done")
    page.locator("[data-chip=process-design]").click()
    expect(page.locator(".hg-desk-bar__scope")).to_contain_text("만 골랐어요.")
    assert page.locator("[data-item]:visible").count() == len(alone.items)
    assert saved(page)["plans"][0]["items"] == {ONE: {"state": "done"}}
    page.get_by_role("button", name="모든 단계로").click()
    show(page, "/plan/process-design/")
    theirs = other.new_page()
    show(theirs)
    mark(theirs, elsewhere, "doing")
    mark(theirs, TWO, "na")
    theirs.goto(share(page))
    dialog = theirs.locator("dialog[open]")
    expect(dialog).to_contain_text("1가지가 적혀 있어요")
    dialog.get_by_role("button", name="넣기").click()
    assert entries(theirs) == {elsewhere: {"state": "doing"}, ONE: {"state": "done"}, TWO: {"state": "na"}}
    page.keyboard.press("Escape")
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="회의 자료 인쇄").click()
    page.emulate_media(media="print")
    sheet = page.locator(".hg-sheet")
    expect(sheet.locator("tbody tr")).to_have_count(len(alone.items) - 1)
    forces = [("[의무]" in text, text) for text in sheet.locator("tbody td:nth-child(2)").all_text_contents()]
    assert [must for must, _ in forces] == sorted((must for must, _ in forces), reverse=True)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) <= 2


def test_글을_뺀_링크에는_상태와_기한만_있다(page: Page, other: BrowserContext) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, ONE, note="비밀", who="김하나", due="2026-01-02")
    long = share(page)
    page.get_by_label("담당, 메모, 증빙도 넣기").uncheck()
    field = page.locator("dialog[open]").get_by_label("링크", exact=True)
    expect(field).not_to_have_value(long)
    theirs = other.new_page()
    theirs.goto(field.input_value())
    theirs.locator("dialog[open]").get_by_role("button", name="넣기").click()
    assert entries(theirs) == {ONE: {"state": "done", "due": "2026-01-02"}}


def test_잘린_링크는_그렇다고_말하고_읽을_수_있는_만큼_가져온다(page: Page, other: BrowserContext) -> None:
    show(page)
    rng = random.Random(7)
    keys = page.locator("[data-item]").evaluate_all("all => all.map((one) => one.dataset.item)")
    take_in(page, document({key: {"state": "done", "note": f"{rng.random()}"} for key in keys}))
    whole, link = entries(page), share(page)
    theirs = other.new_page()
    theirs.goto(link[: link.index("#") + (len(link) - link.index("#")) * 2 // 3])
    dialog = theirs.locator("dialog[open]")
    expect(dialog).to_contain_text("읽을 수 있는 것만 가져오니")
    dialog.get_by_role("button", name="넣기").click()
    part = entries(theirs)
    assert len(whole) / 4 < len(part) < len(whole)
    assert all(whole[key] == entry for key, entry in part.items())


@pytest.mark.parametrize(("fragment", "words"), [
    ("#checklist=1.d.abc.%%%", "링크가 잘렸거나 바뀌어서 읽을 수 없어요."),
    ("#checklist=", "링크가 잘렸거나 바뀌어서 읽을 수 없어요."),
    ("#checklist=9.d.abc.xyz", "더 새로운 길잡이에서 만든 링크"),
], ids=["깨진 링크", "빈 링크", "새 판"])
def test_읽을_수_없는_링크는_이유를_말한다(planning: Page, fragment: str, words: str) -> None:
    mark(planning, ONE, "done")
    before = kept(planning)
    planning.evaluate("fragment => { location.hash = fragment; }", fragment)
    expect(planning.locator("dialog[open]")).to_contain_text(words)
    assert kept(planning) == before
    closed(planning)


def test_링크가_짧으면_QR을_그리고_길면_파일을_권한다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    share(page)
    code = page.get_by_role("img", name="이 링크의 QR 코드")
    expect(code).to_be_visible()
    side = int((code.get_attribute("viewBox") or "").split()[2]) - 8
    assert side >= 21 and (side - 17) % 4 == 0  # a code has 17 + 4 x version squares a side
    page.keyboard.press("Escape")
    rng = random.Random(1)
    note(page, TWO, note="".join(chr(rng.randrange(ord("가"), ord("힣"))) for _ in range(2000)))
    share(page)
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("QR 코드로 만들기에는 링크가 너무 길어요.")
    with page.expect_download():
        dialog.get_by_role("button", name="파일로 저장").click()


def test_계획을_더하고_이름을_바꾸고_오가고_지우고_되돌린다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    page.locator(".hg-plans summary").press("Enter")
    page.get_by_role("button", name="이름 바꾸기").click()
    page.locator("dialog[open]").get_by_label("자치구").fill("강서구")
    page.locator("dialog[open]").get_by_label("연도", exact=True).fill("2021")
    page.get_by_role("button", name="확인", exact=True).click()
    page.get_by_role("button", name="새 계획").click()
    page.locator("dialog[open]").get_by_label("연도", exact=True).fill("2022")
    page.get_by_role("button", name="확인", exact=True).click()
    choice = page.get_by_label("계획", exact=True)
    expect(choice.locator("option")).to_have_text(["강서구 2021년", "강서구 2022년"])
    expect(item(page).get_by_role("radio", name="시작 전")).to_be_checked()
    choice.select_option(label="강서구 2021년")
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()
    page.locator(".hg-plans summary").press("Enter")
    page.get_by_role("button", name="계획 지우기").click()
    expect(choice.locator("option")).to_have_text(["강서구 2022년"])
    page.get_by_role("button", name="되돌리기").click()
    expect(choice.locator("option:checked")).to_have_text("강서구 2021년")
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()
    show(page, PROGRESS)
    expect(page.get_by_role("table", name="계획별 완료 항목").locator("thead th")).to_have_text(
        ["체크리스트", "강서구 2022년", "강서구 2021년"])


def test_이름이_바뀐_항목의_표시와_메모는_새_이름으로_간다(page: Page) -> None:
    with_moves(page, [move("moved", ["old-name"], [ONE])])
    show(page)
    dialog = hand_in(page, document({"old-name": {"state": "done", "note": "메모"}}))
    expect(dialog).to_contain_text("2022년판에서 바뀐 항목: 항목을 다듬었어요.")
    dialog.get_by_role("button", name="넣기").click()
    assert entries(page) == {ONE: {"state": "done", "note": "메모", "move": "moved-one"}}
    expect(item(page).locator(".hg-check__moved")).to_contain_text("2022년판에서 바뀐 항목이에요. 항목을 다듬었어요.")
    item(page).get_by_role("button", name="확인했어요").click()
    expect(item(page).locator(".hg-check__moved")).to_be_hidden()
    show(page)
    assert entries(page) == {ONE: {"state": "done", "note": "메모"}}


def test_나뉜_항목은_모두_표시를_이어받고_한_번만_옮긴다(page: Page) -> None:
    with_moves(page, [move("split", [ONE], [ONE, TWO])])
    show(page)
    take_in(page, document({ONE: {"state": "done", "who": "김하나"}}))
    assert {key: entries(page)[key]["state"] for key in (ONE, TWO)} == {ONE: "done", TWO: "done"}
    mark(page, TWO, "none")
    show(page)
    expect(item(page, TWO).get_by_role("radio", name="시작 전")).to_be_checked()


def test_합친_항목은_일부만_했으면_하는_중이고_글은_모두_남는다(page: Page) -> None:
    with_moves(page, [move("merged", ["old-a", "old-b"], [ONE])])
    show(page)
    take_in(page, document({"old-a": {"state": "done", "note": "가", "due": "2026-02-01", "who": "김하나"},
                            "old-b": {"note": "나", "due": "2026-01-01", "who": "이둘"}}))
    assert entries(page)[ONE] == {"state": "doing", "note": "가\n나\n합치기 전 다른 기한: 2026-02-01", "who": "김하나, 이둘",
                                  "due": "2026-01-01", "move": "merged-one"}


def test_지난_판에서_이_브라우저에_남긴_것도_새_판으로_옮기고_말한다(page: Page) -> None:
    show(page)
    page.evaluate("text => localStorage.setItem('hyeopchi-checklist', text)", json.dumps(document({"old-name": {"state": "done"}})))
    with_moves(page, [move("moved", ["old-name"], [ONE])])
    show(page)
    expect(page.locator(".hg-status__said")).to_contain_text("새 연도의 길잡이에서 바뀐 항목이 있어서 표시를 옮겼어요.")
    assert entries(page) == {ONE: {"state": "done", "move": "moved-one"}}


def test_이_길잡이에_없는_항목에_적은_것도_지우지_않고_보여_준다(page: Page) -> None:
    show(page)
    take_in(page, document({"gone-item": {"state": "done", "note": "남겨야 할 메모"}}))
    assert entries(page) == {"gone-item": {"state": "done", "note": "남겨야 할 메모"}}
    show(page, PROGRESS)
    expect(page.get_by_role("article")).to_contain_text("상태: 완료 · 메모: 남겨야 할 메모")


def test_맨_처음_모양으로_남긴_표시도_열린다(page: Page) -> None:
    show(page)
    page.evaluate("text => localStorage.setItem('hyeopchi-checklist', text)",
                  json.dumps({"format": KEY, "version": 1, "items": {ONE: {"state": "done"}}}))
    show(page)
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()


def test_두_탭에서_고쳐도_잃는_것이_없고_바뀌었다고_말한다(page: Page) -> None:
    show(page)
    second = show(page.context.new_page())
    mark(page, ONE, "done")
    expect(item(second).get_by_role("radio", name="완료")).to_be_checked()
    expect(second.locator(".hg-status__said")).to_have_text("다른 탭에서 바꾼 내용을 불러왔어요.")
    mark(second, TWO, "doing")
    assert entries(page) == {ONE: {"state": "done"}, TWO: {"state": "doing"}}


def test_두_탭에서_같은_메모를_고치면_둘_다_남긴다(page: Page) -> None:
    show(page)
    second = show(page.context.new_page())
    for tab in (page, second):
        item(tab).locator("summary").press("Enter")
    page.evaluate("window.setTimeout = () => 1")  # what is typed here waits until the field is left
    item(page).get_by_label("메모").fill("이 탭의 글")
    note(second, ONE, note="다른 탭의 글")
    item(page).get_by_label("메모").blur()
    assert set(entries(page)[ONE]["note"].split("\n")) == {"이 탭의 글", "다른 탭의 글"}
    expect(page.locator(".hg-status__said")).to_contain_text("두 내용을 모두 남겼어요.")


STORES = {
    "막힌 저장": ("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})", "저장을 막고 있어요"),
    "가득 찬 저장": ("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }", "저장 공간이 가득 찼어요"),
}


@pytest.mark.parametrize("name", STORES)
def test_저장할_수_없으면_말하고_표시는_쪽에_남아_파일로_저장된다(other: BrowserContext, name: str) -> None:
    # Not the `page` fixture: the theme's own script fails where the store is blocked; ours must work all the same.
    script, words = STORES[name]
    page = other.new_page()
    page.add_init_script(script)
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, note="메모")
    expect(page.locator(".hg-status__kept")).to_contain_text(words)
    assert saved(page)["plans"][0]["items"] == {ONE: {"state": "done"}, TWO: {"note": "메모"}}


def test_깨진_저장은_따로_두고_말한다(page: Page) -> None:
    show(page)
    page.evaluate("localStorage.setItem('hyeopchi-checklist', '{\"format\": \"hyeopchi-che')")
    show(page)
    expect(page.locator(".hg-status__kept")).to_contain_text("깨져 있어 열지 못했어요.")
    mark(page, ONE, "done")
    assert page.evaluate("localStorage.getItem('hyeopchi-checklist.broken')") == '{"format": "hyeopchi-che'


def test_지금_화면을_인쇄하면_적은_것이_글로_나온다(page: Page) -> None:
    show(page)
    note(page, TWO, who="김하나", note="첫 줄\n둘째 줄", evidence="1차 회의록")
    page.emulate_media(media="print")
    expect(item(page, TWO).locator(".hg-check__paper")).to_have_text("담당: 김하나\n메모: 첫 줄\n둘째 줄\n증빙: 1차 회의록", use_inner_text=True)
    expect(item(page, TWO).locator("textarea").first).to_be_hidden()


def printed(page: Page, entry: str) -> Locator:
    """The paper that a print entry makes, as it is printed."""
    page.evaluate("window.print = () => {}")
    page.get_by_text("인쇄", exact=True).click()
    page.get_by_role("button", name=entry).click()
    page.emulate_media(media="print")
    return page.locator(".hg-sheet")


def test_회의_자료에는_남은_일과_적고_서명할_자리가_있다(page: Page, guide: Guidebook) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, TWO, who="김하나", due="2020-01-02", note="정해야 해요")
    sheet = printed(page, "회의 자료")
    expect(sheet).to_be_visible()
    expect(page.locator(".hg-check").first).to_be_hidden()
    expect(sheet.locator("tbody tr", has_text=text_of(guide, TWO)).locator("td")).to_have_text(
        ["☐", re.compile(rf"^{re.escape(text_of(guide, TWO))}"), "민관 공동\n김하나", "2020년 1월 2일(목) 지남", "정해야 해요"])
    expect(sheet).not_to_contain_text(text_of(guide, ONE))
    expect(sheet).to_contain_text("서명")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".hg-sheet")).to_have_count(0)


def test_표시한_것이_없으면_먼저_누를_버튼이_없다(page: Page) -> None:
    show(page)
    main = page.locator(".hg-desk-bar .hg-desk__button--main")
    expect(main).to_have_count(0)
    mark(page, ONE, "done")
    expect(main).to_have_text("파일로 저장")


def test_한_일_보고에는_한_일과_증빙이_있다(page: Page, guide: Guidebook) -> None:
    show(page)
    mark(page, ONE, "done")
    note(page, ONE, evidence="1차 회의록")
    report = printed(page, "한 일 보고")
    expect(report.locator("tbody tr")).to_have_count(1)
    expect(report.locator("tbody td")).to_have_text([re.compile(rf"^{re.escape(text_of(guide, ONE))} \[.+\]$"), "", "1차 회의록", ""])


def test_글쇠만으로_표시하고_창을_닫는다(page: Page) -> None:
    show(page)
    first = item(page).get_by_role("radio", name="시작 전")
    first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert entries(page) == {ONE: {"state": "done"}}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(item(page).get_by_label("담당")).to_be_visible()
    opener = page.get_by_role("button", name="링크·QR")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(opener).to_be_focused()


def test_스크립트가_없어도_읽고_종이에_표시할_수_있다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(PLANNING)
    expect(item(page).locator(".hg-check__box")).to_be_visible()
    expect(item(page)).to_contain_text("완료 확인 자료")
    page.goto(PROGRESS)
    expect(page.get_by_role("article")).to_contain_text("계획 수립 체크리스트")
    context.close()


def test_파일로_연_사이트에서도_남고_나눌_수_있다(browser: Browser, built: Path) -> None:
    context = browser.new_context(locale="ko-KR")
    page = context.new_page()
    show(page, (built / "checklists/planning/index.html").as_uri())
    mark(page, ONE, "done")
    link = share(page)
    expect(page.get_by_role("img", name="이 링크의 QR 코드")).to_be_visible()
    expect(page.locator("dialog[open]")).to_contain_text("같은 폴더(USB)에서만 열려요.")
    show(page, (built / "checklists/planning/index.html").as_uri())
    expect(item(page).get_by_role("radio", name="완료")).to_be_checked()
    theirs = browser.new_context().new_page()
    theirs.goto(link)
    expect(theirs.locator("dialog[open]")).to_contain_text("1가지가 적혀 있어요")
    theirs.context.close()
    context.close()


def both(page: Page) -> list[str]:
    """What axe finds on a desktop in the light and on a phone in the dark, and whether the phone's page moves sideways."""
    found = []
    for scheme, width in (("light", 1280), ("dark", 390)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.evaluate(STRIP)
        found += faults(page, rules=ROOM if scheme == "dark" else ())
        found += [] if page.evaluate("document.documentElement.scrollWidth <= innerWidth") else [f"{width}픽셀에서 옆으로 밀려요"]
    return found


def test_접근성_검사에_걸리는_것이_없다(page: Page) -> None:
    show(page)
    mark(page, ONE, "done")
    mark(page, TWO, "doing")
    note(page, TWO, who="김하나", due="2020-01-02", note="메모")
    assert both(page) == []
    hand_in(page, document({TWO: {"state": "done", "note": "다른 메모"}, ONE: {"state": "na"}}))
    assert both(page) == []
    page.keyboard.press("Escape")
    share(page)
    assert both(page) == []
    show(page, PROGRESS)
    assert both(page) == []


def random_plan(rng: random.Random, key: str, size: int) -> dict[str, Any]:
    """A member's plan: what each item says is drawn at random, often nothing, sometimes what another may say too."""

    def entry() -> dict[str, str]:
        drawn = {"state": rng.choice(["doing", "done", "na", ""]), "note": rng.choice(["", "", "같은 메모", f"{key}의 메모 {rng.random()}"]),
                 "evidence": rng.choice(["", "", f"회의록 {rng.randrange(3)}"]), "who": rng.choice(["", "김하나", "이둘"]),
                 "due": rng.choice(["", "2026-01-02", "2026-03-04"])}
        return {field: value for field, value in drawn.items() if value}

    items = {f"item-{number}": entry() for number in rng.sample(range(size * 4 // 3), size)}
    return {"id": key, "district": "", "year": "", "moves": [], "items": {name: found for name, found in items.items() if found}}


MERGE = """plans => {
  const found = hyeopchi.modules['checklist/merge'].merge(plans);
  return {items: found.plan.items, conflicts: found.conflicts.map(({item, field, options}) => [item, field, options.map(({value}) => value).sort()])};
}"""


@pytest.mark.parametrize("seed", range(12))
def test_삼백_항목씩_합쳐도_잃는_것이_없고_순서를_가리지_않는다(planning: Page, seed: int) -> None:
    rng = random.Random(seed)
    plans = [random_plan(rng, key, 300) for key in ("mine", "theirs", "third")[: 2 + seed % 2]]
    there, back = planning.evaluate(MERGE, plans), planning.evaluate(MERGE, plans[::-1])
    open_fields = {(item, field) for item, field, _ in there["conflicts"]}
    assert sorted(there["conflicts"]) == sorted(back["conflicts"])
    assert {key for plan in plans for key in plan["items"]} == set(there["items"]) == set(back["items"])
    for key, entry in there["items"].items():
        said = {field: {plan["items"][key][field] for plan in plans if field in plan["items"].get(key, {})} for field in entry}
        for field, values in said.items():
            if (key, field) in open_fields:
                options = next(options for item, name, options in there["conflicts"] if (item, name) == (key, field))
                assert set(options) == values and len(values) > 1
            else:
                assert values == {entry[field]} == {back["items"][key][field]}


def test_문서의_보기는_읽히고_스키마는_읽는_것과_같다(planning: Page) -> None:
    text = (ROOT / "docs/maintain/checklist-file.md").read_text(encoding="utf-8")
    example, schema = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.S))
    read = planning.evaluate("value => hyeopchi.modules['checklist/file'].fromJson(value)", example)
    assert read["problem"] is None
    for where, shape in (("document", schema), ("plan", schema["$defs"]["plan"]), ("entry", schema["$defs"]["entry"])):
        assert planning.evaluate("where => hyeopchi.modules['checklist/file'].KEYS[where]", where) == list(shape["properties"])
