"""The budget-limit calculator as its readers use it, in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.cache.kept import Kept
from macros.commands import KEPT
from macros.models.rule import ByChoice, Cap
from macros.reading.guidebook import Guidebook, load
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures
from macros.tools.budget import calculator_json
from tests.conftest import ROOT
from tests.examples import example_plans
from tests.kept_page import Standing

ADDRESS = "/tools/budget/"
TOTAL = 650_000_000
AXE = ROOT / "tests" / "vendor" / "axe-core" / "axe.min.js"


READY = "[data-module=budget-calculator][data-ready]"


@pytest.fixture
def calculator(page: Page) -> Page:
    """The calculator, empty, at a desk's width."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(ADDRESS)
    expect(page.locator(READY)).to_be_visible()
    return page


@pytest.fixture
def filled(standing: Standing) -> Page:
    """The calculator with a sectoral project, opened once for tests that change nothing but the amount of its first line."""
    page = standing(ADDRESS, READY)
    if not page.locator(".hg-project").count():
        type_plan(page)
    return page


def load_example(page: Page, number: int) -> None:
    """0: keeps all limits (2021); 1: has something to mend (2020)."""
    page.locator(".hg-menu > summary").press("Enter")
    page.locator(".hg-menu li button").nth(number).click()
    expect(page.locator(".hg-projects")).not_to_have_attribute("aria-busy", "true")  # a slow machine builds it in slices


def verdict(page: Page, rule: str, project: str | None = None) -> Locator:
    """The element of a verdict."""
    return page.locator(f"[data-rule={rule}]" + (f"[data-project={project}]" if project else ""))


def amount(page: Page, project: int, line: int, fund: str) -> Locator:
    """An amount's field, counted from 0."""
    return page.locator(".hg-project").nth(project).locator(".hg-line").nth(line).locator(f"[data-fund={fund}]")


@cache
def limits() -> tuple[Fraction, Mapping[str, int], Mapping[str, str]]:
    """What the data says today: the share of labour, the grant of each grade, what the readings are called."""
    guide, problems = load(ROOT / "data", Kept(KEPT))
    assert guide is not None, problems
    labour, grant = guide.rules["labour-cap"], guide.rules["grant-by-grade-2021"]
    assert isinstance(labour, Cap) and isinstance(labour.at_most, Fraction)
    assert isinstance(grant, Cap) and isinstance(grant.at_most, ByChoice)
    return labour.at_most, grant.at_most.amounts, {reading.id: reading.label for reading in guide.budget.readings}


def labour() -> int:
    """As much labour as the sectoral project may have, in won."""
    return int(TOTAL * limits()[0])


def rest() -> int:
    """What the project spends besides, in won."""
    return TOTAL - labour()


def type_plan(page: Page) -> None:
    """A sectoral project with labour at exactly its cap."""
    page.get_by_role("button", name="사업 넣기").click()
    page.get_by_label("사업명").fill("골목 순찰")
    page.get_by_label("부문").select_option("sectoral")
    page.get_by_label("비목", exact=True).nth(0).select_option("labour")
    amount(page, 0, 0, "city").fill(f"{labour() // 10_000:,}만원")
    page.get_by_role("button", name="줄 넣기").click()
    page.get_by_label("비목", exact=True).nth(1).select_option("other")
    amount(page, 0, 1, "city").fill(f"{rest() // 1000:,}천원")


def test_적는_대로_판정이_바뀐다(calculator: Page) -> None:
    type_plan(calculator)
    cap = f"{float(limits()[0] * 100):g}"
    expect(verdict(calculator, "labour-cap")).to_have_attribute("data-verdict", "ok")
    expect(calculator.locator(".hg-stack li").first).to_contain_text(re.compile(rf"{labour():,}원 {cap}(\.0)?% \(한도 {cap}% 이내 {labour():,}원\)"))
    ends = [calculator.locator(one).bounding_box() for one in (".hg-stack rect:first-of-type", ".hg-stack__cap")]
    assert ends[0] and ends[1] and abs(ends[0]["width"] - ends[1]["width"]) < 12  # full: the stretch and the line of its cap end together
    amount(calculator, 0, 0, "city").fill(f"{labour() + 1:,}")
    expect(verdict(calculator, "labour-cap")).to_have_attribute("data-verdict", "fail")
    expect(verdict(calculator, "labour-cap")).to_contain_text("✕ 위반")
    expect(verdict(calculator, "labour-cap")).to_contain_text(f"{cap}.01% / {cap}% 이내")
    expect(verdict(calculator, "labour-cap")).to_contain_text("줄여야 할 금액1원")
    expect(calculator.locator("[data-live]")).to_have_text(re.compile(r"위반 [1-9] · 주의 \d+ · 확인 필요 \d+"))


def test_금액은_쓰는_대로_읽고_쉼표를_넣어_보인다(calculator: Page) -> None:
    type_plan(calculator)
    for typed, shown in {"１２３４５６７": "1,234,567", "12,000천원": "12,000,000", "1억 2,000만 원": "120,000,000",
                         "2천5백만원": "25,000,000", " 3 000 ": "3,000", "0": "0", "모름": "모름"}.items():
        field = amount(calculator, 0, 0, "city")
        field.fill(typed)
        field.blur()
        expect(field).to_have_value(shown)
        expect(field).to_have_attribute("aria-invalid", "false")
    expect(verdict(calculator, "labour-cap")).to_have_attribute("data-verdict", "unknown")


@pytest.mark.parametrize("typed", ["십만쯤", "-5", "1.5", "1억 5천", "9999조", "1만 1억", "12,34", "1,5억", "1.234.567", "(30,000)"])
def test_읽을_수_없는_금액은_그대로_두고_이유를_말한다(filled: Page, typed: str) -> None:
    field = amount(filled, 0, 0, "city")
    field.fill(typed)
    field.blur()
    expect(field).to_have_value(typed)
    expect(field).to_have_attribute("aria-invalid", "true")
    hint = filled.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(hint).to_contain_text("✕")
    expect(verdict(filled, "labour-cap")).to_have_attribute("data-verdict", "unknown")
    field.fill("1,000")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(hint).not_to_contain_text("✕")


def test_줄마다_더_넣을_수_있는_금액과_먼저_차는_한도를_보인다(calculator: Page) -> None:
    type_plan(calculator)
    amount(calculator, 0, 0, "city").fill(f"{labour() - 1000:,}")
    line = calculator.locator(".hg-line").first
    expect(line.locator(".hg-line__legend").nth(0)).to_contain_text("인건비성 경비 한도까지")
    expect(line.locator(".hg-line__room").nth(1)).to_have_text("1,000")
    expect(line.locator(".hg-line__legend").nth(1)).to_contain_text("옮길 수 있는 금액")
    expect(line.locator(".hg-line__rooms--moved .hg-line__room").nth(0)).to_have_text(f"{int(1000 * (1 - limits()[0])):,}")


def test_세부사업별_한도는_그_세부사업의_금액이라고_말한다(calculator: Page, guide: Guidebook) -> None:
    """A limit on each project has been shown with the names of the sums over all projects."""
    load_example(calculator, 1)
    named = {measure.id: measure for measure in guide.budget.measures}
    caps = [rule for rule in guide.rules.values() if isinstance(rule, Cap) and rule.each and rule.subject == "plan"]
    assert caps
    for cap in caps:
        own, whole = named[cap.part], named[cap.of or ""]
        shown = verdict(calculator, cap.id).first
        expect(shown).to_contain_text(f"{own.each_label} ")
        expect(shown).to_contain_text(f"({whole.each_label} ")
        expect(shown).not_to_contain_text(own.label)
    calculator.emulate_media(media="print")
    for cap in caps:
        expect(calculator.locator(".hg-report")).to_contain_text(f"{named[cap.part].each_label} ")


def test_판을_바꿔도_적은_것은_그대로이고_바뀐_규칙을_말한다(calculator: Page) -> None:
    type_plan(calculator)
    expect(calculator.get_by_label("2021년판")).to_be_checked()
    expect(verdict(calculator, "base-share-floor")).to_have_attribute("data-verdict", "fail")
    calculator.get_by_label("2020년판").check()
    notice = calculator.locator(".hg-notice")
    expect(notice).to_contain_text("새로 계산하는 규칙")
    expect(notice).to_contain_text("분야별 협치사업비 상한")
    expect(verdict(calculator, "base-share-floor")).to_have_count(0)
    expect(verdict(calculator, "sectoral-share-cap")).to_have_attribute("data-verdict", "fail")
    expect(amount(calculator, 0, 1, "city")).to_have_value(f"{rest():,}")
    expect(calculator.get_by_label("2020년판")).to_be_focused()


def test_등급을_고르면_지원금을_잰다(calculator: Page) -> None:
    type_plan(calculator)
    given = limits()[1]["da"]
    expect(verdict(calculator, "grant-by-grade-2021")).to_have_attribute("data-verdict", "unknown")
    calculator.locator("[data-choice=grade]").get_by_label("다 등급").check()
    expect(verdict(calculator, "grant-by-grade-2021")).to_have_attribute("data-verdict", "ok")
    grant = verdict(calculator, "grant-by-grade-2021")
    expect(grant).to_contain_text(f"{given:,}원보다 {given - TOTAL:,}원 적어요")
    before = calculator.locator(".hg-panel__counts").text_content()
    amount(calculator, 0, 1, "city").fill(f"{given // 10_000:,}만원")
    expect(grant).to_contain_text(f"{labour():,}원 많아요")
    expect(grant.locator(".hg-level")).to_have_count(0)
    expect(calculator.locator(".hg-panel__counts")).to_have_text(before or "")


def test_해석_기준을_바꾸면_판정이_갈리는_규칙을_말한다(calculator: Page) -> None:
    type_plan(calculator)
    amount(calculator, 0, 1, "city").fill(f"{rest() - 85_000_000:,}")
    amount(calculator, 0, 1, "own").fill("85,000,000")
    names = limits()[2]
    labour = verdict(calculator, "labour-cap")
    expect(labour).to_have_attribute("data-verdict", "ok")
    expect(labour).to_contain_text(f"해석에 따라 판정이 달라요({names['all-funds']}: 준수 · {names['city-only']}: 위반")
    expect(calculator.locator(".hg-panel__summary, .hg-panel__counts").first).to_contain_text("해석에 따라")
    calculator.get_by_text("해석 기준 바꾸기").click()
    calculator.locator("[data-reading]").get_by_label(names["city-only"]).check()
    expect(labour).to_have_attribute("data-verdict", "fail")
    expect(calculator.locator("[data-reading]")).to_contain_text("바뀌는 규칙: ")


def test_재지_못한_해석이_있으면_같다고_하지_않고_채울_곳을_말한다(calculator: Page) -> None:
    hint = calculator.locator(".hg-calc__settings summary")
    expect(hint).not_to_contain_text("판정이 같아요")
    type_plan(calculator)
    expect(hint).not_to_contain_text("아직")
    calculator.get_by_role("button", name="사업 넣기").click()
    second = calculator.locator(".hg-project").nth(1)
    second.get_by_label("사업명").fill("공론장")
    second.get_by_label("부문").select_option("base")
    second.get_by_label("비목", exact=True).select_option("labour")
    amount(calculator, 1, 0, "own").fill("미정")
    labour = verdict(calculator, "labour-cap")
    expect(labour).to_have_attribute("data-verdict", "ok")
    expect(labour).to_contain_text("? 확인 필요")
    expect(labour).to_contain_text("다른 해석으로는 아직 판정할 수 없어요(협치기반 구축사업의 금액까지 더해 계산")
    expect(labour).to_contain_text("채우면 판정해요: ‘공론장’ 1번째 줄의 구비")
    expect(hint).to_contain_text("아직 판정하지 못해 달라질 수 있는 규칙")


def test_통보받은_지원금을_적으면_그_금액을_기준으로_하고_틀린_글은_그대로_둔다(calculator: Page) -> None:
    type_plan(calculator)
    base = verdict(calculator, "base-share-floor")
    expect(base).to_contain_text("시비 지원금 650,000,000원 기준")
    field = calculator.get_by_label("통보받은 시비 지원금(원)")
    field.fill("10억")
    field.blur()
    expect(field).to_have_value("1,000,000,000")
    expect(base).to_contain_text("시비 지원금 1,000,000,000원 기준")
    expect(calculator.locator(".hg-panel__note").last).to_contain_text("350,000,000원 적어요")
    field.fill("열 냥")
    field.blur()
    expect(calculator.locator(".hg-errors")).to_contain_text("통보받은 시비 지원금: ‘열 냥’")
    calculator.reload()
    expect(field).to_have_value("열 냥")
    field.fill("")
    expect(base).to_contain_text("시비 지원금 650,000,000원 기준")


def test_2021년판의_판정은_기대는_지침을_화면과_인쇄본과_파일에_말한다(calculator: Page) -> None:
    type_plan(calculator)
    expect(calculator.locator(".hg-panel__note").first).to_contain_text("2020-2021 운영지침")
    expect(verdict(calculator, "labour-cap").locator(".hg-calc__clause")).to_contain_text("개정 전 운영지침 기준")
    expect(verdict(calculator, "base-share-floor").locator(".hg-calc__clause")).not_to_contain_text("개정 전")
    with calculator.expect_download() as download:
        calculator.get_by_role("button", name="파일로 저장").click()
    assert "2020-2021 운영지침" in json.loads(download.value.path().read_text(encoding="utf-8"))["basis"]
    calculator.evaluate("() => globalThis.dispatchEvent(new Event('beforeprint'))")
    report = calculator.locator(".hg-report")
    assert "2020-2021 운영지침" in (report.text_content() or "")
    rows = report.locator(".hg-report__verdicts tr", has_text="2020 안내서 3.2.2(1)③")
    assert all("개정 전 운영지침 기준" in (row or "") for row in rows.all_text_contents())
    calculator.get_by_label("2020년판").check()
    expect(calculator.locator(".hg-panel__note")).to_have_count(0)


def test_질문은_생길_때만_묻고_답과_메모를_지킨다(calculator: Page) -> None:
    transfer = verdict(calculator, "transfer-reason")
    expect(transfer).to_be_hidden()
    type_plan(calculator)
    expect(calculator.get_by_text(re.compile(r"해당 없음 \d+개"))).to_be_visible()
    expect(transfer).to_have_attribute("data-verdict", "na")
    sale = verdict(calculator, "no-product-sale")
    expect(sale).to_have_attribute("data-verdict", "unknown")
    sale.get_by_label("예", exact=True).check()
    expect(sale).to_have_attribute("data-verdict", "fail")
    expect(sale).to_contain_text("✕ 위반")
    sale.locator("summary").press("Enter")
    sale.get_by_label("메모").fill("장터는 빼기로 함")
    calculator.reload()
    expect(sale.get_by_label("메모")).to_have_value("장터는 빼기로 함")
    sale.get_by_label("아니요").check()
    expect(sale).to_have_attribute("data-verdict", "ok")


def saved(page: Page, folder: Path) -> Path:
    """The file that the page saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 저장").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_file(page: Page, path: Path) -> None:
    """Gives the page a file to open."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="파일 열기").click()
    chooser.value.set_files(path)


def test_저장한_파일을_열면_같은_판정이고_파이썬도_읽는다(calculator: Page, guide: Guidebook, tmp_path: Path) -> None:
    from macros.models.plan import Plan

    load_example(calculator, 1)
    verdict(calculator, "no-product-sale").get_by_label("예", exact=True).check()
    path = saved(calculator, tmp_path)
    assert path.name.startswith("예산한도-2020-예시") and path.suffix == ".json"
    before = shown(calculator)
    plan = Plan.model_validate(json.loads(path.read_text(encoding="utf-8")))
    rules = for_plan(guide.rules.values(), measures(guide.budget), "2020")
    wanted = {(found.rule, found.project): found.status for found in evaluate(rules, plan)}
    # A project of the other part stands on the page only where a reading counts it and decides otherwise.
    assert before == {key: status for key, status in wanted.items() if key in before or not key[1] or status != "na"}
    calculator.get_by_role("button", name="모두 지우기").click()
    expect(calculator.locator(".hg-project")).to_have_count(0)
    open_file(calculator, path)
    expect(calculator.locator(".hg-project")).to_have_count(4)
    assert shown(calculator) == before


def shown(page: Page) -> dict[tuple[str, str | None], str]:
    """All verdicts on the page."""
    found = page.locator("[data-rule]").evaluate_all(
        "list => list.map(({dataset}) => [dataset.rule, dataset.project ?? null, dataset.verdict])")
    return {(rule, project): status for rule, project, status in found}


@pytest.mark.parametrize(("content", "sentence"), [
    ("{깨진", "깨졌거나"), ('{"a": 1}', "저장한 파일이 아니에요"),
    ('{"format": "hyeopchi-plan", "version": 2}', "더 새로운 길잡이"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2031"}', "2031년판 규칙이 없어요"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2021", "extra": 1}', "모르는 항목(extra)"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2021", "projects": [{"id": "a", "lines": [{"id": "b",'
     ' "amounts": {"city": 1.5}}]}]}', "정수여야"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2021", "projects": [{"id": "a", "lines": [{"id": "b",'
     ' "amounts": {"lottery": 1}}]}]}', "모르는 재원(lottery)"),
])
def test_다른_파일이나_깨진_파일은_이유를_말하고_열지_않는다(
        filled: Page, tmp_path: Path, content: str, sentence: str) -> None:
    path = tmp_path / "다른.json"
    path.write_text(content, encoding="utf-8")
    open_file(filled, path)
    expect(filled.locator(".hg-notice[data-problem]")).to_contain_text(sentence)
    expect(amount(filled, 0, 1, "city")).to_have_value(re.compile(f"{rest():,}"))
    filled.locator(".hg-notice").get_by_role("button", name="닫기", exact=True).click()
    expect(filled.locator(".hg-notice")).to_be_hidden()


def test_모르는_비목은_비우고_알린다(calculator: Page, tmp_path: Path) -> None:
    path = tmp_path / "계획.json"
    path.write_text(json.dumps({
        "format": "hyeopchi-plan", "version": 1, "edition": "2020", "title": "<b>굵게</b>",
        "projects": [{"id": "a", "name": "<img src=x onerror=alert(1)>", "part": "sectoral",
                      "lines": [{"id": "b", "kind": "travel", "amounts": {"city": 5, "own": None}}]}]}), encoding="utf-8")
    open_file(calculator, path)
    expect(calculator.locator(".hg-notice")).to_contain_text("이 길잡이에 없는 값(travel)")
    expect(amount(calculator, 0, 0, "own")).to_have_value("미정")
    expect(calculator.get_by_role("heading", name="1. <img src=x onerror=alert(1)>")).to_be_visible()
    assert calculator.locator(".hg-calc img, .hg-calc b").count() == 0


def test_지운_것은_되돌린다(calculator: Page) -> None:
    load_example(calculator, 0)
    before = shown(calculator)
    calculator.get_by_role("button", name="순찰 활동가 인건비 삭제").click()
    expect(calculator.locator(".hg-line")).to_have_count(10)
    calculator.locator(".hg-project").nth(1).get_by_role("button", name="사업 삭제").click()
    expect(calculator.locator(".hg-project")).to_have_count(3)
    calculator.get_by_role("button", name="모두 지우기").click()
    expect(calculator.locator(".hg-project")).to_have_count(0)
    for projects, lines in ((3, 8), (4, 10), (4, 11)):
        calculator.locator(".hg-toolbar").get_by_role("button", name="되돌리기").click()
        expect(calculator.locator(".hg-project")).to_have_count(projects)
        expect(calculator.locator(".hg-line")).to_have_count(lines)
    assert shown(calculator) == before
    expect(calculator.locator(".hg-project").nth(1).get_by_label("내용").nth(2)).to_be_focused()


def test_되돌린_것은_다시_할_수_있고_지운_뒤에_적은_것도_잃지_않는다(calculator: Page) -> None:
    load_example(calculator, 0)
    calculator.get_by_role("button", name="모두 지우기").click()
    type_plan(calculator)
    before = shown(calculator)
    undo, redo = (calculator.locator(".hg-toolbar").get_by_role("button", name=name) for name in ("되돌리기", "다시 하기"))
    steps = 0
    while calculator.locator(".hg-project").count() != 4:
        undo.click()
        steps += 1
    assert steps >= 5
    for _ in range(steps):
        redo.click()
    expect(redo).to_be_disabled()
    expect(calculator.get_by_label("사업명")).to_have_value("골목 순찰")
    expect(amount(calculator, 0, 1, "city")).to_have_value(f"{rest():,}")
    assert shown(calculator) == before
    amount(calculator, 0, 1, "city").press_sequentially("123")  # letters in one field are one step
    undo.click()
    expect(amount(calculator, 0, 1, "city")).to_have_value(f"{rest():,}")
    calculator.keyboard.press("Control+z")
    expect(amount(calculator, 0, 1, "city")).to_have_value("")
    calculator.keyboard.press("Control+y")
    expect(amount(calculator, 0, 1, "city")).to_have_value(f"{rest():,}")


def test_새로_열어도_적은_것이_남는다(calculator: Page) -> None:
    type_plan(calculator)
    amount(calculator, 0, 0, "own").fill("열 냥")
    calculator.get_by_label("계획 이름").fill("우리 구 계획")
    before = shown(calculator)
    calculator.reload()
    expect(calculator.get_by_label("계획 이름")).to_have_value("우리 구 계획")
    expect(amount(calculator, 0, 0, "own")).to_have_value("열 냥")
    assert shown(calculator) == before


def test_깨진_저장_내용은_따로_두고_빈_계획으로_시작한다(calculator: Page) -> None:
    calculator.evaluate("localStorage.setItem('hyeopchi.budget', '{깨진')")
    calculator.reload()
    expect(calculator.locator(".hg-notice[data-problem]")).to_contain_text("깨져 있어")
    assert calculator.evaluate("localStorage.getItem('hyeopchi.budget.broken')") == "{깨진"


def test_저장이_막힌_브라우저에서도_계산하고_알린다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});")
    page = context.new_page()
    page.goto(ADDRESS)
    type_plan(page)
    expect(verdict(page, "labour-cap")).to_have_attribute("data-verdict", "ok")
    expect(page.locator(".hg-calc__kept[data-problem]")).to_contain_text("파일로 저장해 주세요")
    context.close()


def test_글쇠만으로_적고_지우고_되돌린다(calculator: Page) -> None:
    keys = calculator.keyboard
    calculator.get_by_role("button", name="사업 넣기").focus()
    keys.press("Enter")
    expect(calculator.get_by_label("사업명")).to_be_focused()
    keys.type("글쇠 사업")
    keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("인건비")
    keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("기간제근로자등보수")
    keys.press("Tab")
    keys.type("100만원")
    keys.press("Tab")
    expect(verdict(calculator, "labour-cap")).to_have_attribute("data-verdict", "fail")
    expect(amount(calculator, 0, 0, "city")).to_have_value("1,000,000")
    expect(calculator.get_by_label("통계목")).to_have_value("기간제근로자등보수")
    for _ in range(2):
        keys.press("Tab")
    expect(calculator.get_by_role("button", name="인건비 삭제")).to_be_focused()
    keys.press("Enter")
    expect(calculator.get_by_role("button", name="줄 넣기")).to_be_focused()
    calculator.locator(".hg-notice").get_by_role("button", name="되돌리기").focus()
    keys.press("Enter")
    expect(calculator.get_by_role("textbox", name="내용")).to_be_focused()
    expect(calculator.get_by_role("textbox", name="내용")).to_have_value("인건비")


def test_적는_동안_초점과_자리가_움직이지_않는다(calculator: Page) -> None:
    load_example(calculator, 1)
    field = amount(calculator, 1, 0, "city")
    field.scroll_into_view_if_needed()
    before = field.bounding_box()
    field.press("End")
    for key in ("Backspace", "1", "1"):
        field.press(key)
        assert field.bounding_box() == before
    expect(field).to_be_focused()


def test_인쇄본에_적은_것과_판정과_근거와_판과_날짜가_있다(calculator: Page) -> None:
    load_example(calculator, 1)
    calculator.emulate_media(media="print")
    report = calculator.locator(".hg-report")
    expect(report).to_be_visible()
    for text in ("2020년판 규칙", "작은 도서관 새 단장", "150,000,000", "✕ 위반", "3.2.2(1)③", "협치 길잡이 ", "인쇄한 날"):
        expect(report).to_contain_text(text)
    expect(calculator.locator(".hg-toolbar")).to_be_hidden()
    expect(calculator.locator(".hg-panel")).to_be_hidden()
    assert len(calculator.pdf(format="A4")) > 10_000


def test_휴대전화에서_옆으로_밀리지_않고_판정은_아래에서_열린다(calculator: Page) -> None:
    calculator.set_viewport_size({"width": 390, "height": 844})
    load_example(calculator, 1)
    assert calculator.evaluate("document.documentElement.scrollWidth") == 390
    bar = calculator.locator(".hg-panel__bar")
    expect(bar).to_contain_text(re.compile("위반 [1-9]"))
    expect(verdict(calculator, "labour-cap")).to_be_hidden()
    bar.click()
    expect(verdict(calculator, "labour-cap")).to_be_visible()
    assert calculator.evaluate("document.documentElement.scrollWidth") == 390
    calculator.keyboard.press("Escape")
    expect(verdict(calculator, "labour-cap")).to_be_hidden()
    expect(bar).to_be_focused()


def test_누르는_것은_모두_24픽셀이_넘는다(calculator: Page) -> None:
    load_example(calculator, 1)
    small = calculator.locator(".hg-calc :is(button, select, summary, input[type=text], label.hg-calc__option):visible").evaluate_all(
        "list => list.filter((e) => { const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24; })"
        ".map((e) => e.outerHTML.slice(0, 120))")
    assert not small


def test_자바스크립트가_없으면_한도표를_보인다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(ADDRESS)
    expect(page.get_by_text("이 도구는 자바스크립트가 켜진 브라우저에서")).to_be_visible()
    expect(page.get_by_role("link", name="인건비성 경비 한도")).to_have_attribute("href", "../../budget/rules/#rule-labour-cap")
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_접근성_검사에_걸리는_것이_없다(calculator: Page, scheme: Any, width: int) -> None:
    calculator.emulate_media(color_scheme=scheme)
    calculator.set_viewport_size({"width": width, "height": 900})
    load_example(calculator, 1)
    amount(calculator, 0, 0, "own").fill("열 냥")
    amount(calculator, 0, 0, "own").blur()
    if width == 390:
        calculator.locator(".hg-panel__bar").click()
    calculator.add_script_tag(path=AXE)
    found = calculator.evaluate("() => axe.run(document.querySelector('.hg-calc'))")
    assert not [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found["violations"]]


@pytest.mark.parametrize("number", range(len(example_plans())), ids=[plan.title for plan in example_plans()])
def test_예시는_제목대로_판정된다(guide: Guidebook, number: int) -> None:
    plan = example_plans()[number]
    rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
    broken = {found.rule for found in evaluate(rules, plan) if found.status == "fail"}
    assert bool(broken) == ("고칠 곳이 있는" in plan.title)


def test_쪽에_든_자료는_표시를_깨지_못한다(guide: Guidebook) -> None:
    text = calculator_json(guide, lambda key: f"</script><b>&{key}")
    assert not set("<>&") & set(text)
    assert json.loads(text)["texts"]["labour-cap"]["href"] == "</script><b>&labour-cap"


def test_연_채로_창을_좁혀도_옆으로_밀리지_않는다(calculator: Page) -> None:
    sideways = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    load_example(calculator, 1)
    calculator.get_by_role("button", name="한 번에 맞추기").first.click()
    expect(calculator.get_by_role("button", name="선택한 조정 적용")).to_be_visible()
    calculator.set_viewport_size({"width": 390, "height": 844})
    calculator.wait_for_function("innerWidth === 390")
    assert calculator.evaluate(sideways) == 0
    calculator.locator(".hg-menu > summary").press("Enter")
    expect(calculator.locator(".hg-menu li button").first).to_be_in_viewport(ratio=1)
    assert calculator.evaluate(sideways) == 0
