"""The calculator's ways in and out: pasted tables, links, the review text, the workbook, the summary of errors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from macros.models.plan import Plan
from macros.office.excel.budget.layout import SHEETS
from macros.office.excel.budget.read import read_workbook
from macros.office.excel.budget.write import workbook
from macros.office.excel.ids import WORDS
from macros.reading.guidebook import Guidebook
from macros.rules.canonical import verdicts_json
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures
from tests.browser.test_budget_calculator import AXE, amount, calculator, load_example, shown
from tests.examples import example_plans
from tests.rules.random_plans import random_plans
from tests.rules.vectors import load_vectors
from tests.test_evaluate import TOLD, UNKNOWN_IDS
from tests.workbook.office import cell, recalculated

__all__ = ["calculator"]
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "</t></is>&<b>", "줄\u0007바꿈\ud800", "=HYPERLINK(\"http://x\")")
EDITIONS = ("2020", "2021")


def paste(page: Page, text: str, kind: str = "text/plain") -> None:
    """Pastes into the open place as the clipboard would."""
    page.get_by_label("표", exact=True).evaluate(
        "(field, [kind, text]) => { const data = new DataTransfer(); data.setData(kind, text);"
        " const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});"
        " if (field.dispatchEvent(event)) { field.setRangeText(text); field.dispatchEvent(new Event('input', {bubbles: true})); } }",
        [kind, text])


def test_엑셀_표를_붙여_넣으면_미리_보이고_틀린_줄마다_이유를_말한다(calculator: Page) -> None:
    calculator.get_by_role("button", name="표 붙여넣기").click()
    paste(calculator, "(단위: 천원)\n의제명\t구분\t산출내역\t예산과목\t시비\t구비\n"
                      "골목 순찰\t분야별\t\"순찰\n활동가\"\t인건비성 경비\t65,000\t-\n"
                      "\t\t교육\t그 밖의 사업비\t５８５，０００\t1억 2,000만원\n"
                      "마을 돌봄\t없는 부문\t수리\t어떤 비용\t열 냥\t-5\n"
                      "합계\t\t\t\t650,000\t119,995\n")
    drawer = calculator.locator(".hg-drawer")
    expect(drawer.get_by_label("숫자만 있는 금액의 단위")).to_have_value("천원")
    rows = drawer.locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("65,000,000")
    expect(rows.nth(1)).to_contain_text("585,000,000")
    expect(rows.nth(1)).to_contain_text("120,000,000")
    for text in ("부문 ‘없는 부문’", "비목 ‘어떤 비용’", "시비 ‘열 냥’: 숫자로 적어", "구비 ‘-5’: 0원보다"):
        expect(rows.nth(2)).to_contain_text(text)
    expect(rows.nth(3)).to_contain_text("합계라서 뺌")
    expect(rows.nth(3).get_by_role("checkbox")).not_to_be_checked()
    expect(drawer).to_contain_text("4줄 가운데 3줄을 넣어요. 살펴볼 줄이 1개")
    calculator.add_script_tag(path=AXE)
    found = calculator.evaluate("() => axe.run(document.querySelector('.hg-calc'))")
    assert not [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found["violations"]]
    expect(drawer).to_contain_text("표의 합계 769,995,000원 · 넣을 줄의 합 769,995,000원 ✓")
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(drawer.get_by_role("alertdialog")).to_contain_text("시비 ‘열 냥’: 숫자로 적어")
    drawer.get_by_role("button", name="그래도 더하기").click()
    expect(calculator.locator(".hg-project")).to_have_count(2)
    expect(amount(calculator, 0, 1, "own")).to_have_value("120,000,000")
    expect(amount(calculator, 1, 0, "city")).to_have_value("열 냥")
    expect(calculator.locator(".hg-line").nth(0).get_by_label("내용")).to_have_value("순찰 활동가")
    expect(calculator.get_by_label("부문").nth(0)).to_have_value("sectoral")
    summary = calculator.locator(".hg-errors")
    expect(summary).to_contain_text("읽을 수 없는 금액 2개")
    summary.get_by_role("link", name=re.compile("구비")).click()
    expect(amount(calculator, 1, 0, "own")).to_be_focused()
    amount(calculator, 1, 0, "own").fill("5,000")
    expect(summary).to_contain_text("읽을 수 없는 금액 1개")
    calculator.locator(".hg-toolbar").get_by_role("button", name="되돌리기").click()
    calculator.locator(".hg-toolbar").get_by_role("button", name="되돌리기").click()
    expect(calculator.locator(".hg-project")).to_have_count(0)
    expect(summary).to_be_hidden()


def test_한글_표의_합친_칸과_열의_뜻을_바꾸어_붙여_넣는다(calculator: Page) -> None:
    calculator.get_by_role("button", name="표 붙여넣기").click()
    paste(calculator, "<table><tr><th>사업명</th><th>무엇</th><th>비목</th><th>시비(백만원)</th></tr>"
                      "<tr><td rowspan=2>골목 <b>순찰</b><img src=x onerror=alert(1)></td><td>교육</td><td>민간이전</td><td>1.5</td></tr>"
                      "<tr><td>장비</td><td>시설비</td><td>2</td></tr></table>", "text/html")
    drawer = calculator.locator(".hg-drawer")
    expect(drawer.locator("tbody tr")).to_have_count(2)
    expect(drawer.locator("tbody tr").nth(0)).to_contain_text("1,500,000")
    drawer.get_by_label("무엇").select_option("item")
    expect(drawer.locator("tbody tr").nth(1)).to_contain_text("장비")
    drawer.get_by_label("1번째 줄 넣기").uncheck()
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(calculator.locator(".hg-line")).to_have_count(1)
    expect(calculator.get_by_label("비목", exact=True)).to_have_value("facility")
    expect(amount(calculator, 0, 0, "city")).to_have_value("2,000,000")
    assert calculator.locator(".hg-calc img").count() == 0


def test_누구의_돈인지_모르는_줄은_재원을_골라야_더해진다(calculator: Page) -> None:
    calculator.get_by_role("button", name="표 붙여넣기").click()
    paste(calculator, "사업명\t통계목\t예산액(천원)\t비고\n물레 마당\t사무관리비\t7,000\t시비\n\t행사운영비\t3,000\t구비(매칭)\n"
                      "솔밭 쉼터\t시설비\t5,000\t시비:구비=5:5\n합계\t\t15,000\t\n")
    drawer = calculator.locator(".hg-drawer")
    rows = drawer.locator("tbody tr")
    for number, text in enumerate(("시비 7,000,000", "구비 3,000,000", "5,000,000")):
        expect(rows.nth(number)).to_contain_text(text)
    expect(drawer).to_contain_text("3번째 줄의 재원을 표에서 확인할 수 없어요.")
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(drawer).to_contain_text("재원을 먼저 골라 주세요.")
    own = drawer.get_by_label("3번째 줄의 재원")
    expect(own).to_have_value("")
    own.focus()
    own.select_option("outside")
    expect(own).to_be_focused()
    drawer.get_by_role("radio", name="구비").check()
    expect(own).to_have_value("own")
    drawer.get_by_label("3번째 줄 넣기").uncheck()
    expect(drawer.locator("[data-ask=fund]")).to_have_count(0)
    drawer.get_by_label("3번째 줄 넣기").check()
    expect(drawer.get_by_role("radio", name="구비")).to_be_checked()
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(calculator.locator(".hg-line")).to_have_count(3)
    expect(amount(calculator, 0, 0, "city")).to_have_value("7,000,000")
    expect(amount(calculator, 0, 1, "own")).to_have_value("3,000,000")
    expect(amount(calculator, 1, 0, "own")).to_have_value("5,000,000")


def test_표의_통계목은_줄에_남아_고칠_수_있고_파일과_링크와_엑셀과_인쇄에도_남는다(
        calculator: Page, guide: Guidebook, tmp_path: Path) -> None:
    calculator.get_by_role("button", name="표 붙여넣기").click()
    paste(calculator, "사업명\t편성목\t통계목\t산출내역\t시비(천원)\n물레 마당\t일반운영비\t사무관리비\t책자\t7,000\n"
                      "\t민간이전\t민간경상사업보조\t공모\t3,000\n솔밭 쉼터\t민간이전\t\t위탁\t5,000\n")
    calculator.get_by_role("button", name="계획에 더하기").click()
    fields = calculator.get_by_label("통계목")
    for number, text in enumerate(("일반운영비 — 사무관리비", "민간이전 — 민간경상사업보조", "")):
        expect(fields.nth(number)).to_have_value(text)
    expect(calculator.get_by_label("비목", exact=True).nth(1)).to_have_value("transfer")
    fields.nth(2).fill("민간위탁금")
    wanted = ["일반운영비 — 사무관리비", "민간이전 — 민간경상사업보조", "민간위탁금"]
    with calculator.expect_download() as download:
        calculator.get_by_role("button", name="파일로 저장").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert [line["subject"] for project in saved["projects"] for line in project["lines"]] == wanted
    path = save_workbook(calculator, tmp_path)
    assert [line.subject for project in read_workbook(path.read_bytes(), guide).plan.projects for line in project.lines] == wanted
    link = link_of(calculator)
    calculator.get_by_role("button", name="모두 지우기").click()
    calculator.locator("input[type=file]").first.set_input_files(path)
    expect(fields).to_have_count(3)
    assert [field.input_value() for field in fields.all()] == wanted
    calculator.get_by_role("button", name="모두 지우기").click()
    calculator.goto("about:blank")
    calculator.goto(link)
    calculator.get_by_role("button", name="링크의 계획 열기").click()
    expect(fields).to_have_count(3)
    assert [field.input_value() for field in fields.all()] == wanted


def link_of(page: Page) -> str:
    """The link that the calculator offers."""
    page.get_by_role("button", name="링크로 공유").click()
    field = page.get_by_label("링크", exact=True)
    expect(field).to_have_value(re.compile("#plan=1\\."))
    found = field.input_value()
    page.keyboard.press("Escape")
    return found


def test_링크를_열면_같은_계획이고_적던_것을_묻지_않고_바꾸지_않는다(calculator: Page) -> None:
    load_example(calculator, 1)
    amount(calculator, 0, 0, "own").fill("열 냥")
    before, link = shown(calculator), link_of(calculator)
    expect(calculator.get_by_role("button", name="링크로 공유")).to_be_focused()
    calculator.goto("about:blank")
    calculator.goto(link)
    drawer = calculator.locator(".hg-drawer")
    expect(drawer).to_contain_text("링크에 든 계획을 열까요?")
    assert "#" not in calculator.url
    drawer.get_by_role("button", name="작성 중인 계획 그대로 두기").click()
    calculator.get_by_role("button", name="모두 지우기").click()
    calculator.goto("about:blank")
    calculator.goto(link)
    expect(drawer).to_contain_text("여기에는 아직 입력한 내용이 없어요")  # an empty place is asked for too
    expect(calculator.locator(".hg-project")).to_have_count(0)
    drawer.get_by_role("button", name="링크의 계획 열기").click()
    expect(calculator.locator(".hg-notice")).to_contain_text("링크에 든 계획을 열었어요")
    expect(amount(calculator, 0, 0, "own")).to_have_value("열 냥")
    assert shown(calculator) == before
    calculator.evaluate("link => { location.hash = new URL(link).hash; }", link)
    expect(drawer).to_contain_text("링크에 든 계획을 열까요?")
    drawer.get_by_role("button", name="링크의 계획 열기").click()
    expect(calculator.locator(".hg-notice")).to_contain_text("링크에 든 계획을 열었어요")


def test_잘리거나_바뀐_링크와_새_판의_링크는_그렇다고_말하고_살릴_것을_살린다(calculator: Page) -> None:
    load_example(calculator, 1)
    link = link_of(calculator)
    calculator.get_by_role("button", name="모두 지우기").click()
    notice = calculator.locator(".hg-notice[data-problem]")
    start, packed = link.split("#plan=1.")
    for broken, sentence in (("#plan=2." + packed, "더 새로운 길잡이"), ("#plan=1.d.0.####", "잘렸거나 바뀌어서 읽을 수 없어요"),
                             ("#plan=1.x", "잘렸거나 바뀌어서"), ("#plan=0.d.a.b", "예전 길잡이")):
        calculator.goto("about:blank")
        calculator.goto(start + broken)
        expect(notice).to_contain_text(sentence)
        expect(notice).to_contain_text("지금 입력한 내용은 그대로")
    calculator.goto("about:blank")
    calculator.goto(link[:int(len(link) * 0.8)])
    expect(calculator.locator(".hg-drawer")).to_contain_text("읽을 수 있는 사업까지만")
    calculator.get_by_role("button", name="링크의 계획 열기").click()
    expect(notice).to_contain_text("읽을 수 있는 사업까지만")
    assert calculator.locator(".hg-project").count() in (2, 3, 4)
    expect(calculator.get_by_label("사업명").first).to_have_value("협치학교와 성과 나눔")


def test_검토의견은_공문의_말로_금액과_조항을_적는다(calculator: Page, guide: Guidebook) -> None:
    load_example(calculator, 1)
    calculator.get_by_label("계획 이름").fill("우리 구 실행계획")
    calculator.get_by_role("button", name="검토의견").click()
    text = calculator.get_by_role("textbox", name="검토의견").input_value()
    assert re.search(r"2\. 검토 기준: 2020년판 규칙\(협치 길잡이 [\d.]+\), 검토일 20\d\d\. \d+\. \d+\.", text)
    for piece in ("1. 검토 대상: 우리 구 실행계획: 사업 4개, 총사업비 ", "감액하면 기준인 분야별 협치사업 총예산도 줄어 초과액보다 큼",
                  "참고 사항(판정에 넣지 않음)", f"{guide.sources['guide-2020'].short} ",
                  "% 이내", " 초과함.", "이상 감액이 필요함", "  가. ", "보완하여 다시 제출하여 주시기 바람.  끝."):
        assert piece in text, text
    assert re.search(r"검토 결과: 위반 [1-9]\d*건", text)
    # Each point by its letter, below it the clause with its own words.
    assert re.search(r"\n  가\. [^\n]+\n     - 근거: [^\n]+, \d+쪽[^\n]* “[^”]+”", text), text
    assert not re.search(r"해요|예요|세요|undefined|NaN", text)
    calculator.keyboard.press("Escape")
    expect(calculator.get_by_role("button", name="검토의견")).to_be_focused()


def test_민간이전_줄에_인건비가_들었다고_표시하면_두_한도가_세고_파일과_링크와_엑셀에도_남는다(
        calculator: Page, guide: Guidebook, tmp_path: Path) -> None:
    load_example(calculator, 0)
    lines = calculator.locator(".hg-line")
    transfers = [at for at in range(lines.count()) if lines.nth(at).get_by_label("비목", exact=True).input_value() == "transfer"]
    marks = calculator.get_by_label("인건비 포함")
    assert sum(each.is_visible() for each in marks.all()) == len(transfers) > 1
    spent = verdict_amounts(calculator, "labour-cap")
    marks.first.check()
    expect(lines.nth(transfers[0])).to_contain_text("전부를 인건비성 경비로도 계산해요")
    expect(marks.first).to_be_focused()
    assert verdict_amounts(calculator, "labour-cap") > spent
    with calculator.expect_download() as download:
        calculator.get_by_role("button", name="파일로 저장").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    kept = [line.get("also") for project in saved["projects"] for line in project["lines"]]
    assert [each for each in kept if each] == [["labour"]]
    back = read_workbook(save_workbook(calculator, tmp_path).read_bytes(), guide).plan
    assert [line.kinds for project in back.projects for line in project.lines if line.also] == [("transfer", "labour")]
    link = link_of(calculator)
    calculator.get_by_role("button", name="모두 지우기").click()
    calculator.goto("about:blank")
    calculator.goto(link)
    calculator.get_by_role("button", name="링크의 계획 열기").click()
    expect(marks.first).to_be_checked()
    calculator.locator(".hg-line").nth(transfers[0]).get_by_label("비목", exact=True).select_option("other")
    expect(marks).to_have_count(len(transfers) - 1)
    calculator.locator(".hg-toolbar").get_by_role("button", name="되돌리기").click()
    expect(marks.first).to_be_checked()


def verdict_amounts(page: Page, rule: str) -> int:
    """What the limit measures, in won, as the panel says it."""
    text = page.locator(f'.hg-limit[data-rule="{rule}"] .hg-limit__amounts').text_content() or ""  # out of sight: no inner text
    return int(re.search(r"([\d,]+)원 /", text)[1].replace(",", ""))  # type: ignore[index]


def save_workbook(page: Page, folder: Path) -> Path:
    """The workbook that the page makes."""
    with page.expect_download() as download:
        page.get_by_role("button", name="엑셀로 받기").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def open_plan(page: Page, folder: Path, plan: Plan) -> None:
    """Opens a plan as a file."""
    path = folder / "열기.json"
    path.write_text(json.dumps(plan.model_dump(mode="json")), encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="파일 열기").click()
    chooser.value.set_files(path)
    expect(page.locator(".hg-notice")).to_contain_text("열었어요")


def hostile(plan: Plan) -> Plan:
    """The plan with names that would be formulas, markup or broken XML."""
    projects = tuple(project.model_copy(update={"name": HOSTILE[at % len(HOSTILE)], "lines": tuple(
        line.model_copy(update={"name": HOSTILE[-1 - at % len(HOSTILE)]}) for line in project.lines)})
        for at, project in enumerate(plan.projects * 2))
    renamed = tuple(project.model_copy(update={"id": f"p{at}", "lines": tuple(
        line.model_copy(update={"id": f"l{at}-{number}"}) for number, line in enumerate(project.lines))})
        for at, project in enumerate(projects))
    return plan.model_copy(update={"title": "=cmd|'/c calc'!A1/..\\:*?", "projects": renamed})


def test_받은_엑셀은_같은_판정이고_적힌_값이_다시_계산한_값과_같다(
        calculator: Page, guide: Guidebook, tmp_path: Path) -> None:
    vectors = load_vectors(guide)
    plans = [*example_plans(), hostile(example_plans()[0]), vectors[-1].plan, vectors[40].plan]
    plans += [plan.model_copy(update={"choices": {}, "reading": None}) for edition in EDITIONS
              for plan in random_plans(guide, edition, seed=9, count=1) if plan.projects]
    books: list[Path] = []
    for number, plan in enumerate(plans):
        open_plan(calculator, tmp_path, plan)
        path = save_workbook(calculator, tmp_path)
        assert not set('\\/:*?"<>|') & set(path.name)
        books.append(path.rename(tmp_path / f"b{number}.xlsx"))
        rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
        back = read_workbook(books[-1].read_bytes(), guide).plan
        ids = dict(zip((project.id for project in plan.projects), (project.id for project in back.projects), strict=True))
        wanted = [verdict.__class__(**{**vars(verdict), "project": ids.get(verdict.project or "")}) for verdict in evaluate(rules, plan)]
        assert verdicts_json(evaluate(rules, back)) == verdicts_json(wanted)
    again = save_workbook(calculator, tmp_path)
    assert again.read_bytes() == books[-1].read_bytes()
    values = recalculated(books, tmp_path)
    keys = {edition: workbook(guide, edition).keys for edition in {plan.edition for plan in plans}}  # they do not depend on a plan
    for plan, path in zip(plans, books, strict=True):
        kept = load_workbook(path, data_only=True)
        for sheet, cells in keys[plan.edition].items():
            for name, key in cells.items():
                said, counted = kept[sheet][name].value, cell(values[path.stem], sheet, name)
                if key.endswith("-share") and counted:
                    assert abs(float(counted.rstrip("%")) / 100 - float(said)) < 1e-9, (path.name, key)
                else:
                    assert counted == ("" if said is None else str(said)), (path.name, key)
    assert tuple(load_workbook(books[2]).sheetnames) == (*SHEETS, WORDS)
    lines = load_workbook(books[2])["사업"]
    assert [lines["A5"].value, lines["A5"].data_type, lines["A5"].number_format] == ["=1+1", "s", "@"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_빈_엑셀_파일이_사이트에_있고_링크가_걸려_있다(built: Path, guide: Guidebook, edition: str) -> None:
    assert (built / f"downloads/budget-{edition}.xlsx").read_bytes() == workbook(guide, edition).content
    for page in ("tools/budget", "budget/rules"):
        assert f'../../downloads/budget-{edition}.xlsx"' in (built / page / "index.html").read_text(encoding="utf-8")


def test_줄이_너무_많으면_엑셀_대신_이유를_말한다(calculator: Page) -> None:
    calculator.get_by_role("button", name="표 붙여넣기").click()
    lines = (f"사업\t분야별 협치\t줄 {number}\t그 밖의 사업비\t1000" for number in range(201))
    paste(calculator, "\n".join(["사업명\t부문\t내용\t비목\t시비(천원)", *lines]))  # with a head, so that nothing has to be asked
    calculator.get_by_role("button", name="계획에 더하기").click()
    expect(calculator.locator(".hg-project")).to_have_count(1)
    calculator.get_by_role("button", name="엑셀로 받기").click()
    expect(calculator.locator(".hg-notice[data-problem]")).to_contain_text("200줄까지 들어가요")


def test_파일의_모르는_해석과_고른_것과_질문은_명령줄과_같은_말로_알린다(calculator: Page) -> None:
    content = {"format": "hyeopchi-plan", "version": 1, "edition": "2020", "projects": [], **UNKNOWN_IDS}
    calculator.locator("input[type=file]").first.set_input_files(
        {"name": "계획.json", "mimeType": "application/json", "buffer": json.dumps(content).encode()})
    notice = calculator.get_by_text("계획.json을 열었어요.")
    for sentence in TOLD:
        expect(notice).to_contain_text(sentence)
