"""The tools on sheets as their readers use them: typing, mistakes, readings, reload, files, paper, keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.models.rule import Band, Cap
from macros.reading.guidebook import Guidebook
from macros.tools.budget import site_version
from macros.tools.sheets import fillings
from tests.access.faults import STRIP, faults
from tests.access.page import ROOM
from tests.browser.test_budget_ways import paste

Open = Callable[[str], Page]


@pytest.fixture
def tool(page: Page) -> Open:
    """Opens a tool's page, empty, at a desk's width."""
    def open_tool(name: str) -> Page:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"/tools/{name}/")
        expect(page.locator("[data-module][data-ready]")).to_be_visible()
        return page
    return open_tool


def verdict(page: Page, rule: str) -> Locator:
    """A rule's verdict beside the form."""
    return page.locator(f".hg-findings [data-rule={rule}]")


def field(page: Page, key: str) -> Locator:
    """A field by its id."""
    return page.locator(f"#hg-field-{key}")


def answer(page: Page, rule: str, word: str) -> None:
    """Answers a question."""
    page.locator(f"#hg-question-{rule}").get_by_label(word, exact=True).check()


def load_example(page: Page, number: int) -> None:
    """Loads an example, counted from 0."""
    page.locator(".hg-menu > summary").press("Enter")
    page.locator(".hg-menu li button").nth(number).click()


def pick(page: Page, edition: str) -> None:
    """Chooses the edition to judge by."""
    page.locator(f"[data-edition] input[value='{edition}']").check()


def kept(page: Page, name: str) -> Any:
    """What the browser keeps of the sheet that a tool shows; nothing of one that is as it was in the beginning."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # on leaving, all that was typed is kept at once
    stored = page.evaluate("key => JSON.parse(localStorage.getItem(key))", f"hyeopchi.sheet.{name}")
    return stored and next(plan["content"] for plan in stored["plans"] if plan["id"] == stored["current"])


def percent(part: int, whole: int) -> str:
    """A share as the tools say it: cut after two digits, never rounded up to the limit."""
    hundredths = part * 10_000 // whole
    return f"{hundredths // 100}" + (f".{hundredths % 100:02}".rstrip("0") if hundredths % 100 else "") + "%"


def limit(value: object) -> Fraction:
    """A limit of the data that is a share."""
    assert isinstance(value, Fraction)
    return value


def settle(page: Page, **answers: str) -> None:
    """Answers what a small change that is only planned asks, and whatever else is given."""
    page.locator('#hg-question-change-stage input[value="planned"]').check()
    plain = {"important_content": "아니요", "budget_transfer": "아니요", "grant_purpose_only": "아니요"}
    for fact, word in {**plain, **answers}.items():
        answer(page, fact.replace("_", "-"), word)


def test_바꾸는_금액이_기준이면_승인이고_1원_적으면_협치회의가_정한다(tool: Open, guide: Guidebook) -> None:
    page = tool("budget-change")
    rule, total = guide.rules["change-approval"], 945_000_000
    assert isinstance(rule, Band)
    amount = int(limit(rule.rows[0].at_least) * total)
    outcome = page.locator("[data-outcome]")
    expect(outcome).to_have_count(0)
    pick(page, "2020")
    # By keyboard, as people type: 억, full-width digits, 천원.
    field(page, "change-total").focus()
    page.keyboard.type("9억 4,500만원")
    page.keyboard.press("Tab")
    wide = f"{amount // 1000:,}".translate(str.maketrans("0123456789,", "０１２３４５６７８９，"))
    field(page, "change-amount").fill(f"{wide}천원")
    field(page, "change-amount").blur()
    expect(field(page, "change-total")).to_have_value("945,000,000")
    expect(field(page, "change-amount")).to_have_value(f"{amount:,}")
    expect(outcome).to_have_attribute("data-outcome", "not-decided")
    expect(outcome).to_contain_text("먼저 확인할 사항")
    for key, text in (("change-own", "0"), ("change-capital", "0"), ("change-project-total", "945,000,000"), ("change-earlier", "0")):
        field(page, key).fill(text)
    settle(page, change_between_projects="아니요")
    expect(outcome).to_have_attribute("data-outcome", "city-approval")
    expect(outcome).to_have_attribute("data-level", "care")
    expect(outcome).to_contain_text("승인을 받은 뒤에 집행")
    approval = verdict(page, "change-approval")
    expect(approval).to_contain_text(f"{amount:,}원은")
    expect(approval).to_contain_text(f"{total:,}원의 {percent(amount, total)}")
    expect(approval).to_contain_text(f"{rule.source[0].clause}, {rule.source[0].page}쪽")
    field(page, "change-amount").fill(f"{amount - 1:,}")
    expect(outcome).to_have_attribute("data-outcome", "council-decision")
    expect(outcome).to_have_attribute("data-level", "ok")
    expect(outcome).to_contain_text("분기")
    expect(approval).to_contain_text(percent(amount - 1, total))
    # Another edition and another visit lose nothing; what that edition rests on stands beside the verdict.
    pick(page, "2021")
    for basis in guide.editions["2021"].bases:
        expect(approval.locator(".hg-calc__clause")).to_contain_text(basis.mark)
        expect(page.locator("[data-basis]")).to_have_text(basis.text)
    expect(field(page, "change-amount")).to_have_value(f"{amount - 1:,}")
    kept(page, "budget-change")
    page.reload()
    expect(field(page, "change-amount")).to_have_value(f"{amount - 1:,}")
    expect(page.locator("[data-edition] input[value='2021']")).to_be_checked()
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "council-decision")


def test_해석에_따라_갈리면_정하지_않고_고른_기준으로는_주의까지만_말한다(tool: Open) -> None:
    page = tool("budget-change")
    for key, text in (("change-total", "945,000,000"), ("change-own", "0"), ("change-amount", "94,499,999"), ("change-capital", "0"),
                      ("change-project-total", "945,000,000")):
        field(page, key).fill(text)
    settle(page, change_between_projects="아니요")
    outcome = page.locator("[data-outcome]")
    expect(outcome).to_have_attribute("data-outcome", "not-decided")
    expect(outcome).to_contain_text("올해 이미 바꾼 금액이 1원 이상이면 ‘서울시 승인’, 그보다 적으면 ‘협치회의 결정 후 통보’예요.")
    field(page, "change-earlier").fill("1")
    expect(outcome).to_have_attribute("data-level", "unknown")
    expect(outcome).to_contain_text("기준에 따라 달라져요")
    approval = verdict(page, "change-approval")
    approval.get_by_text("다르게 해석할 수 있어요").click()
    approval.get_by_label("판정에 쓸 기준").select_option("grant")
    expect(page.locator("[data-reading=change-approval]")).to_be_focused()
    expect(outcome).to_have_attribute("data-outcome", "council-decision")
    expect(outcome).to_have_attribute("data-level", "care")
    expect(page.locator("[data-split]")).to_contain_text("서울시 승인을 받아야 해요")
    approval.get_by_label("판정에 쓸 기준").select_option("")
    expect(outcome).to_have_attribute("data-outcome", "not-decided")


def test_승인을_받고_중요한_내용을_바꾸는_사람은_맞다는_답을_얻는다(tool: Open) -> None:
    page = tool("budget-change")
    load_example(page, 2)
    outcome = page.locator("[data-outcome]")
    expect(outcome).to_have_attribute("data-outcome", "council-decision")
    expect(page.locator("#hg-question-prior-consultation")).to_be_hidden()
    answer(page, "important-content", "예")
    expect(outcome).to_have_attribute("data-outcome", "city-approval")
    expect(outcome).to_have_attribute("data-level", "care")
    answer(page, "prior-consultation", "예")
    answer(page, "city-approved", "예")
    expect(outcome).to_have_attribute("data-level", "ok")
    expect(outcome).to_contain_text("승인받은 대로 집행할 수 있어요")
    answer(page, "prior-consultation", "아니요")
    expect(outcome).to_have_attribute("data-level", "breach")


def test_오늘까지의_파일이_열리고_뜻이_바뀐_질문은_다시_묻는다(tool: Open, tmp_path: Path) -> None:
    page = tool("budget-change")
    old = {"format": "hyeopchi-sheet", "version": 1, "tool": "budget-change", "edition": "2020", "title": "앞서 저장한 것",
           "values": {"change-total": "900,000,000", "change-amount": "1", "change-capital": "0", "change-own": "0", "change-earlier": "0",
                      "change-project-total": "900,000,000"},
           "lines": [], "readings": {},
           "answers": {"change-important": {"answer": "no", "note": "부서 확인"}, "change-transfer": {"answer": "unknown", "note": ""},
                       "change-between-projects": {"answer": "no", "note": ""}, "grant-purpose-only": {"answer": "yes", "note": ""}}}
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    page.get_by_label("이 도구의 파일").set_input_files(path)
    notice = page.locator(".hg-notice")
    expect(notice).to_contain_text("다시 답해야 하는 것이 있어요(확인 필요): ‘서울시와 미리 협의해 승인받지 않은 채 중요한 사업 내용을 바꾸나요?’")
    expect(notice).not_to_contain_text("전용하나요")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "impossible")
    assert kept(page, "budget-change")["answers"]["important-content"] == {"answer": "unknown", "note": "부서 확인"}
    answer(page, "grant-purpose-only", "아니요")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-level", "unknown")
    expect(page.locator("[data-outcome]")).to_contain_text("중요한 사업 내용을 바꾸나요?")


def test_변경_대장이_올해_바꾼_금액을_더하고_이번_변경을_받는다(tool: Open) -> None:
    page = tool("budget-change")
    load_example(page, 2)
    page.get_by_role("button", name="앞선 변경 적기").click()
    page.get_by_label("변경 대장 1번째 줄 결정일").fill("2021-03-05")
    page.get_by_label("변경 대장 1번째 줄 금액").fill("8,400만원")
    expect(field(page, "change-earlier")).to_have_value("84,000,000")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "not-decided")
    page.get_by_label("변경 대장 1번째 줄 금액").fill("8,000만원")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "council-decision")
    page.get_by_role("button", name="이번 변경을 대장에").click()
    expect(page.get_by_label("변경 대장 2번째 줄 금액")).to_have_value("6,000,000")
    expect(page.get_by_label("1번째 줄 세부사업")).to_have_count(0)
    expect(field(page, "change-earlier")).to_have_value("86,000,000")
    page.get_by_label("변경 대장 2번째 줄 결정일").fill("2022-03-05")
    expect(page.locator(".hg-calc__main")).to_contain_text("여러 연도의 변경이 섞여 있어요")
    expect(field(page, "change-earlier")).to_have_value("미정")
    page.locator(".hg-toolbar").get_by_role("button", name=re.compile("되돌리기")).click()
    page.locator(".hg-toolbar").get_by_role("button", name=re.compile("되돌리기")).click()
    expect(page.get_by_label("1번째 줄 변경 전")).to_have_value("60,000,000")


PLAN = {"format": "hyeopchi-plan", "version": 1, "edition": "2021", "title": "우리 구 계획", "projects": [
    {"id": "a", "name": "걷기길", "part": "sectoral", "lines": [
        {"id": "a1", "name": "인쇄", "kind": "other", "amounts": {"city": 80_000_000, "own": 5_000_000}},
        {"id": "a2", "name": "안내판", "kind": "facility", "amounts": {"city": 20_000_000}}]},
    {"id": "b", "name": "마을축제", "part": "sectoral", "lines": [
        {"id": "b1", "name": "행사", "kind": "other", "amounts": {"city": 800_000_000}}]}]}


def test_승인된_계획을_열어_바꿀_사업의_줄을_넣고_공문을_만든다(tool: Open) -> None:
    page = tool("budget-change")
    page.get_by_label("승인된 계획의 파일").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(PLAN).encode()})
    page.get_by_label("걷기길").check()
    page.get_by_role("button", name="고른 사업의 줄 넣기").click()
    for key, text in (("change-total", "900,000,000"), ("change-own", "5,000,000"), ("change-project-total", "100,000,000")):
        expect(field(page, key)).to_have_value(text)
    expect(page.get_by_label("2번째 줄 경상·자본")).to_have_value("capital")
    page.get_by_label("1번째 줄 변경 후").fill("7,500만원")
    page.get_by_role("button", name="줄 넣기", exact=True).click()
    page.get_by_label("3번째 줄 내용").fill("현수막")
    page.get_by_label("3번째 줄 경상·자본").select_option("current")
    page.get_by_label("3번째 줄 변경 후").fill("500만원")
    field(page, "change-earlier").fill("0")
    settle(page)
    expect(page.locator("[data-outcome]")).to_have_attribute("data-level", "ok")
    page.get_by_role("button", name="변경 통보 공문 만들기").click()
    text = page.get_by_label("변경 통보 글").input_value()
    assert "변경 사업: 걷기길" in text and "5,000,000원" in text and "(적어 주세요)" in text
    page.get_by_label("승인된 계획의 파일").set_input_files({"name": "bad.xlsx", "mimeType": "x/y", "buffer": b"PK junk"})
    expect(page.locator(".hg-notice")).to_contain_text("이름은 엑셀이나 한글 파일이지만 내용이 그렇지 않아요")
    expect(page.get_by_label("1번째 줄 변경 후")).to_have_value(re.compile("7,500만원|75,000,000"))


def test_다른_연도의_지원금은_묻고_나서_넣는다(tool: Open, guide: Guidebook) -> None:
    sheet = guide.sheets["budget-change"]
    assert sheet.filling
    own, (named, amount), (next_named, _) = sheet.filling.edition, *fillings(guide, sheet.filling)[:2]
    other = next(edition for edition in sheet.editions if edition != own)
    page = tool("budget-change")
    pick(page, other)
    page.get_by_label("확정된 지원금에서 넣기").select_option(named)
    expect(page.get_by_text(f"이 금액은 {own}년판 계획의 지원금이에요.")).to_be_visible()
    expect(field(page, "change-total")).to_have_value("")
    page.get_by_role("button", name=f"{own}년판으로 바꾸고 넣기").click()
    expect(field(page, "change-total")).to_have_value(f"{amount:,}")
    expect(page.get_by_label(f"{own}년판")).to_be_checked()
    pick(page, other)
    field(page, "change-total").fill("")
    page.get_by_label("확정된 지원금에서 넣기").select_option(next_named)
    page.get_by_role("button", name="적용 연도는 그대로 두고 넣기").click()
    expect(field(page, "change-total")).not_to_have_value("")
    expect(page.get_by_label(f"{other}년판")).to_be_checked()


def test_해석에_따라_달라지는_결정_주체는_고르기_전에는_준수에_서지_않는다(tool: Open) -> None:
    page = tool("budget-change")
    pick(page, "2020")
    for key, typed in {"total": "945,000천원", "own": "0", "amount": "9천만원", "capital": "0", "project-total": "310,000천원",
                       "earlier": "10,000천원"}.items():
        field(page, f"change-{key}").fill(typed)
    expect(verdict(page, "change-approval")).to_have_attribute("data-level", "unknown")
    page.locator("[data-fold=reading-change-approval] summary").click()
    page.locator("[data-reading=change-approval]").select_option(index=1)
    expect(verdict(page, "change-approval")).to_have_attribute("data-level", "ok")


def test_변경_전후_표가_금액을_세고_사업_사이의_물음에_답한다(tool: Open, guide: Guidebook) -> None:
    filling = guide.sheets["budget-change"].filling
    assert filling and filling.edition
    (named, amount), *_ = fillings(guide, filling)
    page = tool("budget-change")
    pick(page, filling.edition)
    page.get_by_label("확정된 지원금에서 넣기").select_option(named)
    expect(field(page, "change-total")).to_have_value(f"{amount:,}")
    expect(field(page, "change-total")).to_be_focused()
    add = page.get_by_role("button", name="줄 넣기")
    for number, (project, nature, before, after) in enumerate((("가", "current", "5천만원", "4천만원"), ("나", "capital", "", "1,000만"))):
        add.click()
        page.get_by_label(f"{number + 1}번째 줄 세부사업").fill(project)
        page.get_by_label(f"{number + 1}번째 줄 경상·자본").select_option(nature)
        page.get_by_label(f"{number + 1}번째 줄 변경 전").fill(before)
        page.get_by_label(f"{number + 1}번째 줄 변경 후").fill(after)
    expect(field(page, "change-amount")).to_have_value("10,000,000")
    expect(field(page, "change-capital")).to_have_value("10,000,000")
    expect(field(page, "change-amount")).to_have_attribute("readonly", "")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "impossible")
    expect(verdict(page, "change-capital-wall")).to_have_attribute("data-verdict", "fail")
    question = page.locator("#hg-question-change-between-projects")
    expect(question).to_contain_text("표에서 계산했어요: 예.")
    expect(question.get_by_label("아니요")).to_be_disabled()
    page.get_by_label("2번째 줄 변경 후").fill("900만원")
    page.get_by_label("2번째 줄 변경 후").blur()
    expect(page.locator(".hg-tool__errors")).to_contain_text("늘린 금액과 줄인 금액이 서로 달라요")
    expect(page.locator(".hg-tool__errors")).to_contain_text("남기는 예산이면")
    expect(field(page, "change-amount")).to_have_value("10,000,000")
    expect(page.locator("[data-outcome]")).to_have_attribute("data-outcome", "not-decided")
    page.get_by_role("button", name="2번째 줄 삭제").click()
    page.get_by_role("button", name="1번째 줄 삭제").click()
    expect(field(page, "change-amount")).not_to_have_attribute("readonly", "")
    page.locator(".hg-toolbar").get_by_role("button", name=re.compile("되돌리기")).click()
    expect(page.get_by_label("1번째 줄 변경 전")).to_have_value("50,000,000")


def test_한_칸에_적은_것은_한_번에_되돌리고_다시_한다(tool: Open) -> None:
    page = tool("strategic-matching")
    undo, redo = (page.locator(".hg-toolbar").get_by_role("button", name=re.compile(name)) for name in ("되돌리기", "다시 하기"))
    expect(undo).to_be_disabled()
    field(page, "strategic-own").press_sequentially("1234")
    field(page, "strategic-own").blur()
    expect(field(page, "strategic-own")).to_have_value("1,234")
    page.get_by_role("button", name="모두 지우기").click()
    undo.click()
    expect(field(page, "strategic-own")).to_have_value("1,234")
    expect(redo).to_have_attribute("aria-label", "다시 하기: 전체 삭제")
    undo.click()
    expect(field(page, "strategic-own")).to_have_value("")
    expect(undo).to_be_disabled()
    page.locator("h1").click()
    page.keyboard.press("Control+Shift+Z")
    expect(field(page, "strategic-own")).to_have_value("1,234")
    expect(page.locator(".hg-notice")).to_contain_text("다시 했어요: 마지막 입력")
    page.keyboard.press("Control+Z")
    expect(field(page, "strategic-own")).to_have_value("")
    field(page, "strategic-own").fill("7")
    expect(redo).to_be_disabled()


def test_변경표와_점수표에_엑셀의_표를_붙여_넣는다(tool: Open) -> None:
    page = tool("budget-change")
    pick(page, "2020")
    page.get_by_role("button", name="표 붙여넣기").click()
    paste(page, "(단위: 천원)\n세부사업\t산출내역\t구분\t변경 전\t변경 후\n가\t순찰\t경상보조\t50,000\t40,000\n"
                "나\t수리\t없는 구분\t-\t열 냥\n합계\t\t\t50,000\t50,000")
    rows = page.locator(".hg-drawer tbody tr")
    expect(rows.nth(0)).to_contain_text("50,000,000")
    expect(rows.nth(1)).to_contain_text("경상·자본 ‘없는 구분’을 알 수 없어 비워 두어요. 변경 후 ‘열 냥’: 숫자로 적어")
    expect(rows.nth(2)).to_contain_text("합계라서 뺌")
    expect(page.locator(".hg-drawer")).to_contain_text("변경 전 표의 합계 50,000,000원 · 넣을 줄의 합 50,000,000원 ✓")
    page.get_by_role("button", name="표에 더하기").click()
    page.get_by_role("button", name="그래도 더하기").click()
    expect(page.get_by_label("1번째 줄 변경 전")).to_have_value("50,000,000")
    expect(page.get_by_label("1번째 줄 경상·자본")).to_have_value("current")
    expect(page.get_by_label("2번째 줄 변경 후")).to_have_value("열 냥")
    expect(page.locator(".hg-tool__errors")).to_contain_text("2번째 줄 변경 후")
    page.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(page.get_by_label("1번째 줄 변경 전")).to_have_count(0)
    page.get_by_role("button", name="표 붙여넣기").click()
    paste(page, "\n".join(f"사업 {number}\t\t\t1\t2" for number in range(101)))
    expect(page.locator(".hg-drawer")).to_contain_text("100줄까지 들어가요")

    page = tool("priorities")
    page.get_by_role("button", name="표 붙여넣기").click()
    paste(page, "<table><tr><th>의제명</th><th>공익성(5점)</th><th>효과성</th></tr>"
                "<tr><td>골목 쉼터</td><td>４</td><td>9</td></tr></table>", "text/html")
    row = page.locator(".hg-drawer tbody tr")
    expect(row).to_contain_text("효과성 ‘9’: 0부터 5까지 넣을 수 있어요.")
    page.get_by_role("button", name="표에 더하기").click()
    expect(page.get_by_label("1번째 의제 이름")).to_have_value("골목 쉼터")
    expect(page.get_by_label("1번째 의제 공익성")).to_have_value("４")
    expect(page.locator(".hg-tool__errors")).to_contain_text("효과성")


def test_읽을_수_없는_값은_그_자리와_요약에서_말하고_남아_있다(tool: Open, guide: Guidebook) -> None:
    page = tool("strategic-matching")
    rule, total = guide.rules["strategic-own-funds"], 435_000_000
    assert isinstance(rule, Cap)
    least = int(limit(rule.limit) * total)
    city = field(page, "strategic-city")
    city.fill("사억 남짓")
    field(page, "strategic-own").fill(f"{least // 1000:,}천원")
    field(page, "strategic-own").blur()
    expect(city).to_have_attribute("aria-invalid", "true")
    hint = page.locator(f"#{(city.get_attribute('aria-describedby') or '').split()[-1]}")
    expect(hint).to_contain_text("✕ 숫자로 적어 주세요")
    summary = page.locator(".hg-tool__errors")
    expect(summary).to_contain_text("고칠 칸이 1개 있어요")
    expect(verdict(page, "strategic-own-funds")).to_have_attribute("data-verdict", "unknown")
    expect(verdict(page, "strategic-own-funds")).to_contain_text("알아야 판정할 수 있어요: 협치전략사업의 시비.")
    assert kept(page, "strategic-matching")["values"]["strategic-city"] == "사억 남짓"
    page.reload()
    expect(city).to_have_value("사억 남짓")
    expect(summary).to_be_visible()
    summary.get_by_role("link").click()
    expect(city).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("435,000천원")
    page.keyboard.press("Tab")
    expect(summary).to_be_hidden()
    expect(city).to_have_value("435,000,000")
    own = verdict(page, "strategic-own-funds")
    expect(own).to_have_attribute("data-verdict", "ok")
    expect(own).to_contain_text("기준과 정확히 같아요")
    expect(page.locator("[data-group=funds] .hg-tool__sum")).to_have_text(f"총사업비 {total + least:,}원")
    field(page, "strategic-own").fill(f"{least - 1:,}")
    expect(own).to_contain_text("✕ 위반")
    expect(own).to_contain_text(percent(least - 1, total))
    expect(own).to_contain_text("1원 늘리기 · ")


def test_파일로_저장하고_열고_다른_도구의_파일은_열지_않는다(tool: Open, tmp_path: Path) -> None:
    page = tool("strategic-matching")
    load_example(page, 2)
    expect(field(page, "strategic-own")).to_have_value("127,250,000")
    field(page, "strategic-outside").fill("모름")
    with page.expect_download() as download:
        page.get_by_role("button", name="파일로 저장").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    content = json.loads(saved.read_text(encoding="utf-8"))
    assert (content["format"], content["version"], content["tool"]) == ("hyeopchi-sheet", 2, "strategic-matching")
    page.get_by_role("button", name="모두 지우기").click()
    expect(field(page, "strategic-own")).to_have_value("")
    page.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(field(page, "strategic-own")).to_have_value("127,250,000")
    page.get_by_role("button", name="모두 지우기").click()
    chooser = page.get_by_label("이 도구의 파일")
    chooser.set_input_files(saved)
    expect(field(page, "strategic-outside")).to_have_value("모름")
    for wrong, says in (({**content, "tool": "council"}, "다른 도구에서 저장한 파일"), ({**content, "version": 3}, "더 새로운 길잡이"),
                        ({**content, "values": {"x": "1"}}, "모르는 항목(x)"), ("{", "파일이 깨졌거나"),
                        ({**content, "readings": {"strategic-own-funds": "x"}}, "해석 기준을 알 수 없어요")):
        path = tmp_path / "wrong.json"
        path.write_text(wrong if isinstance(wrong, str) else json.dumps(wrong), encoding="utf-8")
        chooser.set_input_files(path)
        expect(page.locator(".hg-notice")).to_contain_text(says)
        expect(field(page, "strategic-own")).to_have_value("127,250,000")
    page.evaluate("localStorage.setItem('hyeopchi.sheet.strategic-matching', '{\"broken\"')")
    page.evaluate("window.stop()")
    page.goto("/tools/council/")
    page.evaluate("localStorage.setItem('hyeopchi.sheet.strategic-matching', '{\"broken\"')")
    page.goto("/tools/strategic-matching/")
    expect(page.locator(".hg-notice")).to_contain_text("깨져 있어 열지 못했어요")
    assert page.evaluate("localStorage.getItem('hyeopchi.sheet.strategic-matching.broken')") == '{"broken"'


TOOLS = ("budget-change", "strategic-matching", "council", "evaluation", "priorities")


def link_of(page: Page) -> str:
    """The link that the tool offers."""
    page.get_by_role("button", name="링크로 공유").click()
    found = page.get_by_label("링크", exact=True)
    expect(found).to_have_value(re.compile(r"#sheet=2\."))
    link = found.input_value()
    page.keyboard.press("Escape")
    return link


def arrive(page: Page, link: str) -> None:
    """Opens the link as if it came from elsewhere."""
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("[data-module][data-ready]")).to_be_visible()


def typed(page: Page) -> list[str]:
    """All that stands in the tool's fields."""
    texts: list[str] = page.evaluate("""() => [...document.querySelectorAll('.hg-calc input:not([readonly]), .hg-calc select, .hg-calc textarea')]
      .filter((one) => one.type !== 'file' && !one.closest('.hg-drawer'))
      .map((one) => (one.type === 'radio' || one.type === 'checkbox' ? String(one.checked) : one.value))""")
    return texts


@pytest.mark.parametrize("name", TOOLS)
def test_링크로_나눈_것은_그대로_열리고_적던_것은_되돌릴_수_있다(tool: Open, name: str) -> None:
    page = tool(name)
    title = page.get_by_label("이름(인쇄와 파일에 적혀요)")
    load_example(page, 0)
    title.fill("나눈 것 <b>&amp;</b>")
    wanted, link = typed(page), link_of(page)
    expect(page.get_by_role("button", name="링크로 공유")).to_be_focused()
    page.get_by_role("button", name="모두 지우기").click()
    kept(page, name)
    notice = page.locator(".hg-notice")
    # A sheet that is still empty is not filled without asking either; the address forgets the link.
    arrive(page, link)
    expect(page.locator(".hg-drawer")).to_contain_text("여기에는 아직 입력한 내용이 없어요")
    page.get_by_role("button", name="링크의 내용 열기").click()
    expect(notice).to_contain_text("링크에 든 내용을 열었어요")
    assert typed(page) == wanted and "#" not in page.url
    # What was typed is not replaced without asking, and comes back when it is.
    title.fill("적던 것")
    mine = typed(page)
    page.evaluate("link => { location.hash = new URL(link).hash; }", link)
    drawer = page.locator(".hg-drawer")
    expect(drawer).to_contain_text("링크에는 ‘나눈 것 <b>&amp;</b>’의 내용이 있어요")
    drawer.get_by_role("button", name="작성 중인 내용 그대로 두기").click()
    assert typed(page) == mine
    page.evaluate("link => { location.hash = new URL(link).hash; }", link)
    drawer.get_by_role("button", name="링크의 내용 열기").click()
    assert typed(page) == wanted
    notice.get_by_role("button", name="되돌리기").click()
    assert typed(page) == mine


# Links that nothing can be taken from, and what is said of them.
BROKEN = (("#sheet=3.d.a.b", "더 새로운 길잡이"), ("#sheet=0.d.a.b", "예전 길잡이"), ("#sheet=1.d.0.####", "읽을 수 없어요"),
          ("#sheet=1.x", "잘렸거나 바뀌어서"), ("#sheet=", "잘렸거나 바뀌어서"))
FOREIGN = """async ([change, values]) => {
  const data = JSON.parse(document.querySelector("[data-sheet]").textContent);
  const plain = { format: "hyeopchi-sheet", version: 1, tool: data.tool, title: "옛 링크", ...values };
  location.hash = `#sheet=1.${await hyeopchi.modules.pack.pack(JSON.stringify(change ? { ...plain, ...change } : plain))}`;
}"""


@pytest.mark.parametrize("name", TOOLS)
def test_잘리거나_맞지_않는_링크는_그렇다고_말하고_읽을_것을_읽는다(tool: Open, name: str) -> None:
    page = tool(name)
    load_example(page, 0)
    wanted, link = typed(page), link_of(page)
    page.get_by_role("button", name="모두 지우기").click()
    kept(page, name)
    notice = page.locator(".hg-notice[data-problem]")
    for fragment, sentence in BROKEN:
        page.evaluate("hash => { location.hash = hash; }", fragment)
        expect(notice).to_contain_text(sentence)
        expect(notice).to_contain_text("지금 입력한 내용은 그대로")
    page.evaluate(FOREIGN, [{"tool": "another"}, {}])
    expect(notice).to_contain_text("다른 도구의 링크예요")
    known = {"top": "7", "weights": {"gone": "2"}, "agendas": []} if name == "priorities" else {
        "edition": "1999", "values": {"gone": "1"}, "answers": {"gone": {"answer": "yes"}}, "lines": [], "readings": {"gone": "x"}}
    page.evaluate(FOREIGN, [None, known])
    page.get_by_role("button", name="링크의 내용 열기").click()
    expect(notice).to_contain_text(f"{1 if name == 'priorities' else 4}개는 빠졌으니")
    expect(page.get_by_label("이름(인쇄와 파일에 적혀요)")).to_have_value("옛 링크")
    page.get_by_role("button", name="모두 지우기").click()
    kept(page, name)
    arrive(page, link[:int(len(link) * 0.8)])
    page.get_by_role("button", name="링크의 내용 열기").click()
    expect(notice).to_contain_text("읽을 수 있는 칸까지만")
    found = [text for text in typed(page) if text not in {"", "false"}]
    assert found and set(found) <= set(wanted) | {"true"}


def test_협치회의_구성은_문서마다_재고_갈리는_곳을_말한다(tool: Open, guide: Guidebook) -> None:
    page = tool("council")
    load_example(page, 1)
    rule = guide.rules["council-private-share-guideline"]
    assert isinstance(rule, Cap)
    expect(verdict(page, "council-private-share-guideline")).to_have_attribute("data-verdict", "ok")
    expect(verdict(page, "council-private-share-guideline")).to_contain_text(f"{rule.readings[1].label}: 위반")
    expect(verdict(page, "council-private-share-body")).to_have_attribute("data-verdict", "fail")
    expect(verdict(page, "council-private-share-plan-2021")).to_have_attribute("data-verdict", "ok")
    expect(page.locator("[data-differs]")).to_contain_text(guide.conflicts["council-private-share"].title)
    # The worst stands first, whatever edition it is of; a count leads to the first of its kind, by keyboard too.
    levels = page.locator(".hg-findings .hg-limit").evaluate_all("all => all.map((one) => one.dataset.level)")
    order = ["breach", "care", "unknown", None, "ok", "na", "info"]
    assert levels == sorted(levels, key=order.index) and levels[0] in ("breach", "care")
    count = page.locator(f".hg-tally[data-level={levels[0]}] a")
    count.press("Enter")
    expect(page.locator(f"#hg-level-{levels[0]}")).to_be_focused()
    expect(page.locator(".hg-findings .hg-actions .md-button--primary")).to_have_text("엑셀로 받기")
    field(page, "council-private-women").fill("１４명")
    expect(verdict(page, "council-private-share-body")).to_have_attribute("data-verdict", "ok")
    expect(page.locator("[data-differs]")).to_have_count(0)
    field(page, "council-public-unsure").fill("1")
    expect(verdict(page, "council-gender-body")).to_have_attribute("data-verdict", "unknown")
    expect(verdict(page, "council-private-share-body")).to_have_attribute("data-verdict", "fail")
    field(page, "council-public-unsure").fill("")
    field(page, "council-appointed-women").fill("18")
    field(page, "council-appointed-women").blur()
    expect(page.locator(".hg-tool__errors")).to_contain_text("위촉직 여성이 전체 여성 위원보다 많아요")
    expect(verdict(page, "council-gender-guideline")).to_have_attribute("data-verdict", "unknown")
    field(page, "council-appointed-women").fill("1.5")
    field(page, "council-appointed-women").blur()
    expect(page.locator(".hg-tool__errors")).to_contain_text("소수점 없이 적어 주세요")
    answer(page, "council-diverse", "아니요")
    expect(page.locator(".hg-findings")).to_contain_text("여러 분야와 부서의 참여")


def test_점수와_순위에서_등급과_다음_해_지원금을_안다(tool: Open, guide: Guidebook) -> None:
    page = tool("evaluation")
    rule = guide.rules["grade-2021"]
    assert isinstance(rule, Band)
    last = rule.rows[0].at_most
    assert isinstance(last, int)
    field(page, "evaluation-rank").fill("26")
    field(page, "evaluation-rank").blur()
    expect(page.locator(".hg-tool__errors")).to_contain_text("1위부터 25위까지 넣을 수 있어요.")
    field(page, "evaluation-rank").fill(f"{last}위")
    page.get_by_label("확정된 지원금에서 넣기").select_option("은평구")
    expect(verdict(page, "grade-2021")).to_have_attribute("data-result", "grade-ga")
    row = page.locator("[data-amounts] [aria-current=true]")
    expect(row).to_contain_text("가 등급 ← 우리 구")
    expect(row).to_contain_text("1,100,000,000")
    expect(row).to_contain_text("+155,000,000")
    field(page, "evaluation-rank").fill(str(last + 1))
    expect(row).to_contain_text("나 등급")
    pick(page, "2018")
    field(page, "platform-quantitative").fill("80")
    page.get_by_text("5점 척도를 100점 만점으로 바꾸기").click()
    page.get_by_label("5점 척도의 점수").fill("4.05")
    expect(page.locator("output")).to_have_text("4.05 ÷ 5 × 100 = 81점")
    page.get_by_role("button", name="이 점수 넣기").click()
    expect(field(page, "platform-qualitative")).to_have_value("81")
    grade = verdict(page, "platform-grade-2018")
    expect(grade).to_have_attribute("data-result", "excellent")
    expect(grade).to_contain_text(re.compile(r"종합점수\(정량과 정성의 합\)[은는] 161점"))
    field(page, "platform-qualitative").fill("80.5")
    expect(grade).to_have_attribute("data-verdict", "unknown")
    expect(grade).to_contain_text("올리는지 버리는지")
    field(page, "platform-qualitative").fill("0")
    expect(grade).to_have_attribute("data-result", "poor")
    expect(grade).to_contain_text("80점 이하예요")
    pick(page, "2021")
    expect(field(page, "evaluation-rank")).to_have_value(str(last + 1))


def test_우선순위표는_빈칸이_있으면_범위로_보이고_가중치를_비교한다(tool: Open) -> None:
    page = tool("priorities")
    remark = page.locator("[data-remark]")
    load_example(page, 0)
    expect(remark).to_contain_text("확인 필요")
    ranks = page.locator(".hg-ranks tbody tr")
    expect(ranks.first).to_contain_text("1~3위")
    load_example(page, 1)
    expect(ranks.nth(1)).to_contain_text("2위")
    expect(remark).to_contain_text("가중치를 모두 같게 하면 순위가 달라져요")
    page.get_by_label("공익성 가중치").fill("1")
    page.get_by_label("효과성 가중치").fill("1")
    page.get_by_label("협치성 가중치").fill("1")
    expect(remark).to_contain_text("점수가 같은 의제가 있어요")
    page.get_by_label("1번째 의제 공익성").fill("6")
    page.get_by_label("1번째 의제 공익성").blur()
    expect(page.locator(".hg-tool__errors")).to_contain_text("0부터 5까지 넣을 수 있어요.")
    expect(remark).to_contain_text("확인 필요")
    page.get_by_label("항목마다 만점(점)").fill("10")
    expect(page.locator(".hg-tool__errors")).to_be_hidden()
    expect(ranks.first).to_contain_text("지속가능한 하천")
    page.get_by_role("button", name="의제 넣기").click()
    expect(page.get_by_label("4번째 의제 이름")).to_be_focused()
    page.keyboard.type("골목 쉼터")
    kept(page, "priorities")
    page.reload()
    expect(page.get_by_label("4번째 의제 이름")).to_have_value("골목 쉼터")
    page.get_by_role("button", name="4번째 의제 삭제").click()
    page.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(page.get_by_label("4번째 의제 이름")).to_have_value("골목 쉼터")


def test_인쇄본에는_적은_것과_판정과_조항과_판과_날과_버전이_있다(tool: Open) -> None:
    page = tool("budget-change")
    load_example(page, 1)
    page.emulate_media(media="print")
    report = page.locator(".hg-report")
    expect(report).to_be_visible()
    expect(page.locator(".hg-toolbar")).to_be_hidden()
    for text in ("2020년판 규칙", f"협치 길잡이 {site_version()}", "인쇄한 날", "945,000,000원", "30,000,000원", "아직 정할 수 없어요",
                 "3.3.2, 144쪽", "기준에 따라 달라져요", "해석 기준: 모두 비교"):
        expect(report).to_contain_text(text)
    page.emulate_media(media="screen")
    page.goto("/tools/priorities/")
    page.emulate_media(media="print")
    # An empty sheet to write on in the meeting.
    expect(page.locator(".hg-report tbody tr")).to_have_count(8)
    expect(page.locator(".hg-report")).to_contain_text("주민에게 꼭 필요한 사업인가요?")


def test_자판만으로_예시를_열고_닫고_판정까지_간다(tool: Open) -> None:
    page = tool("council")
    page.locator(".hg-menu > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".hg-menu > summary")).to_be_focused()
    expect(page.locator(".hg-menu")).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(field(page, "council-private-unsure")).to_have_value("492")
    field(page, "council-private-women").focus()
    page.keyboard.press("Tab")
    expect(field(page, "council-private-men")).to_be_focused()
    expect(page.locator("[data-live]")).to_contain_text("확인 필요")
    page.set_viewport_size({"width": 390, "height": 844})
    bar = page.locator(".hg-tool__bar")
    expect(bar).to_be_visible()
    bar.click()
    expect(page.locator("#hg-findings h2")).to_be_in_viewport()


def test_채운_화면에도_접근성_결함이_없고_옆으로_밀리지_않는다(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, reduced_motion="reduce")
    page = context.new_page()
    wrong = {}
    for name, example in (("budget-change", 2), ("strategic-matching", 3), ("council", 1), ("evaluation", 2), ("priorities", 1)):
        page.set_viewport_size({"width": 1280, "height": 844})
        page.emulate_media(color_scheme="light")
        page.goto(f"/tools/{name}/")
        load_example(page, example)
        wrong_one = page.locator(".hg-tool__number:not([readonly]):visible").last
        wrong_one.fill("십")
        wrong_one.blur()
        expect(page.locator(".hg-tool__errors")).to_be_visible()
        # An open menu lies over what stands below it, as menus do.
        page.evaluate("document.querySelectorAll('details:not(.hg-menu, .hg-desk__menu)').forEach(one => one.open = true)")
        page.evaluate(STRIP)
        found = faults(page)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 390, "height": 844})
        found += faults(page, rules=ROOM)
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            found.append("옆으로 밀려요")
        if found:
            wrong[name] = found
    context.close()
    assert not wrong, wrong


def test_스크립트가_없어도_보기와_규칙이_읽힌다(browser: Browser, site: str, guide: Guidebook) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    shown = {name: guide.sheets[name].examples[0].title for name in ("budget-change", "strategic-matching", "council", "evaluation")}
    for name, says in {**shown, "priorities": "43"}.items():
        page.goto(f"/tools/{name}/")
        text = page.locator("main").text_content() or ""  # the examples are folded
        assert "자바스크립트가 켜진 브라우저" in text and says in text, name
        page.emulate_media(media="print")
        assert says in page.locator("main").inner_text(), name
        page.emulate_media(media="screen")
    context.close()


def test_규칙과_체크리스트에서_그_도구로_간다(page: Page, guide: Guidebook) -> None:
    page.goto("/budget/rules/#rule-change-approval")
    rule = page.locator("#rule-change-approval")
    rule.locator("summary", has_text="예시와 관련 페이지").press("Enter")
    rule.get_by_role("link", name="예산 변경 판정").click()
    assert page.url.endswith("/tools/budget-change/")
    page.goto("/checklists/agreement/")
    page.get_by_role("link", name="도구: 예산 변경 판정").first.click()
    assert page.url.endswith("/tools/budget-change/")
    page.goto("/tools/")
    names = [name.replace("\u2060", "") for name in page.locator(".hg-cards--tools h3").all_inner_texts()]
    assert [name for name in names if name in ("예산 한도 계산기", "예산 변경 판정", "의제 우선순위표", "기한 계산")] \
        == ["예산 한도 계산기", "예산 변경 판정", "의제 우선순위표", "기한 계산"]
    assert set(names) >= {sheet.title for sheet in guide.sheets.values()}


def test_휴대전화에서_긴_알림은_초점이_간_칸을_가리지_않는다(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/tools/budget-change/")
    page.locator(".hg-menu > summary").filter(has_text="예시 불러오기").click()
    page.locator(".hg-menu[open] button").first.click()
    expect(page.locator(".hg-notice")).to_be_visible()
    for _ in range(16):
        page.keyboard.press("Tab")
        covered = page.evaluate("""() => {
          const [on, notice] = [document.activeElement, document.querySelector(".hg-notice")];
          return on.matches("input, select") && on.getBoundingClientRect().bottom > notice.getBoundingClientRect().top;
        }""")
        assert not covered
