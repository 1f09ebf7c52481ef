"""Files that the browser fills: a checklist, the planner's days, a plan's budget tables, read back by other parsers."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document
from playwright.sync_api import Page

from macros.models.plan import Line, Plan
from macros.office import budget_layout, budget_tables, forms
from macros.office.browser_templates import documents
from macros.office.catalogue import newest
from macros.office.documents.hwpx import write
from macros.reading.guidebook import Guidebook
from tests.examples import example_plans
from tests.export.office.reading import HP, docx_texts, hwpx_texts, part, unfilled
from tests.scripts import put

HOSTILE = "=1+1 <b>&amp;</b>\u0007\n둘째 줄\u202e"


def sound(path: Path) -> bytes:
    """The file's bytes, once the package and its schema are found sound."""
    assert not validate_package(str(path)).errors and validate_document(str(path)).ok, path
    content = path.read_bytes()
    assert content[30:38] == b"mimetype" and content[38:57] == b"application/hwp+zip"
    for table in part(content, "Contents/section0.xml").xpath("//hp:tbl", namespaces=HP):
        rows = table.xpath("./hp:tr", namespaces=HP)
        assert int(table.get("rowCnt")) == len(rows)
        for number, row in enumerate(rows):
            assert {at.get("rowAddr") for at in row.xpath("./hp:tc/hp:cellAddr", namespaces=HP)} == {str(number)}
    return content


def saved(page: Page, click: Any, path: Path) -> Path:
    """What the click downloads: a file without a mark that nobody filled, in any of its parts."""
    with page.expect_download() as waiting:
        click()
    waiting.value.save_as(path)
    assert not unfilled(path.read_bytes())
    return path


def test_체크리스트를_한글과_워드로_받는다(page: Page, guide: Guidebook, tmp_path: Path) -> None:
    page.goto("/checklists/planning/")
    page.wait_for_selector("[data-checklist][data-ready]")
    item = guide.checklists["planning"].groups[0].items[0]
    key = json.dumps(item.id)
    page.evaluate("""() => {
      const stored = Object.keys(localStorage);
      return stored;
    }""")
    first = page.locator(f"[data-item={key}]")
    first.locator("input[value=done]").check()
    first.locator("summary").first.press("Enter")
    first.locator("textarea").first.fill(HOSTILE.replace("\u0007", ""))
    page.locator("summary", has_text="한글·Word").press("Enter")
    content = sound(saved(page, lambda: page.get_by_role("button", name="한글 파일로 받기").click(), tmp_path / "check.hwpx"))
    texts = hwpx_texts(content)
    items = [one for group in guide.checklists["planning"].groups for one in group.items]
    assert texts[0] == guide.checklists["planning"].title and not [text for text in texts if "{{" in text]
    shown = [re.sub(r"(?: \[[^\]]+\])+$", "", text) for text in texts]  # how strongly the source speaks, in each edition, behind each
    assert [text for text in shown if text in {one.text for one in items}] == [one.text for one in items]
    assert len([text for text in texts if text.endswith("]")]) >= len(items)
    assert "완료" in texts and "=1+1 <b>&amp;</b>\n둘째 줄" in texts
    page.locator("summary", has_text="한글·Word").press("Enter")
    path = saved(page, lambda: page.get_by_role("button", name="Word 파일로 받기").click(), tmp_path / "check.docx")
    assert docx_texts(path.read_bytes()) == texts


def test_기한을_한글로_받는다(page: Page, tmp_path: Path) -> None:
    page.goto("/tools/deadlines/#from=submission&date=2021-07-09")
    days = page.locator(".hg-due:not(.hg-due--city) time")
    days.first.wait_for()
    content = sound(saved(page, lambda: page.locator("[data-office=hwpx]").click(), tmp_path / "days.hwpx"))
    texts = hwpx_texts(content)
    assert "2021년 7월 9일" in texts[0]
    shown = days.all_text_contents()
    assert len(shown) > 3 and [text for text in texts if text in set(shown)] == shown
    assert "page.remarks" not in "".join(texts) and "{{" not in "".join(texts)


@pytest.fixture
def office(page: Page) -> Page:
    """The calculator, whose page has the scripts that fill the budget tables."""
    page.goto("/tools/budget/")
    put(page, "office/budget")
    return page


BUDGET = """async ([plan, kinds, format]) => {
  for (const project of plan.projects) for (const line of project.lines) for (const [fund, won] of Object.entries(line.amounts)) {
    line.amounts[fund] = won === null ? null : BigInt(won);
  }
  window.told = await hyeopchi.modules["office/budget"].saveBudget(plan, { kinds }, "/assets/", format);
}"""


def with_subjects(plan: Plan) -> Plan:
    """The plan with a 통계목 of the district's own for every second line; the first line's twice, without a 비목 too."""
    def line(at: int, one: Line) -> Line:
        return one.model_copy(update={"subject": "" if at % 2 else f"사무관리비 {at % 3}", "kind": None if at == 4 else one.kind})
    return plan.model_copy(update={"projects": tuple(project.model_copy(update={"lines": tuple(
        line(at, one) for at, one in enumerate(project.lines))}) for project in plan.projects)})


def test_예산표를_브라우저가_파이썬과_같게_채운다(office: Page, guide: Guidebook, tmp_path: Path) -> None:
    kinds = [{"id": term.id, "label": term.label} for term in guide.budget.kinds]
    examples = example_plans()
    for number, plan in enumerate((*examples, with_subjects(examples[0]))):
        wanted = hwpx_texts(write(budget_layout.document(guide, budget_tables.content(budget_tables.from_plan(guide, plan)),
                                                          newest(guide), plan.title)))
        values = [plan.model_dump(mode="json"), kinds, "hwpx"]
        content = sound(saved(office, lambda values=values: office.evaluate(BUDGET, values), tmp_path / f"plan-{number}.hwpx"))
        assert hwpx_texts(content) == wanted
        values[2] = "docx"
        path = saved(office, lambda values=values: office.evaluate(BUDGET, values), tmp_path / f"plan-{number}.docx")
        assert docx_texts(path.read_bytes()) == wanted


def test_모르는_금액은_비우고_몇_개인지_알린다(office: Page, guide: Guidebook, tmp_path: Path) -> None:
    kinds = [{"id": term.id, "label": term.label} for term in guide.budget.kinds]
    plan = {"edition": "2021", "title": HOSTILE, "projects": [{"id": "p1", "name": HOSTILE, "part": None, "lines": [
        {"id": "l1", "name": HOSTILE, "kind": "other", "amounts": {"city": None, "own": 1500}},
        {"id": "l2", "name": "", "kind": "facility", "amounts": {"city": 2_000_000, "own": 0}}]}]}
    content = sound(saved(office, lambda: office.evaluate(BUDGET, [plan, kinds, "hwpx"]), tmp_path / "open.hwpx"))
    assert "금액 2개는 비워" in office.evaluate("window.told")
    texts = hwpx_texts(content)
    start = texts.index("금액")
    assert texts[start:start + 4] == ["금액", "", "", "2,000"]
    assert "=1+1 <b>&amp;</b>\n둘째 줄" in texts


def test_표식처럼_적은_글은_그대로_남는다(office: Page, tmp_path: Path) -> None:
    typed = "{{costs.label}} {{page.title}}"
    plan = {"edition": "2021", "title": typed, "projects": [{"id": "p1", "name": typed, "part": None, "lines": [
        {"id": "l1", "name": typed, "kind": "other", "amounts": {"city": 1000}}]}]}
    with office.expect_download() as waiting:
        office.evaluate(BUDGET, [plan, [], "hwpx"])
    waiting.value.save_as(tmp_path / "typed.hwpx")
    content = sound(tmp_path / "typed.hwpx")
    assert hwpx_texts(content).count(typed) == 4  # title, agenda, and both in the cost's row
    assert set(unfilled(content)) == {"Contents/section0.xml", "Preview/PrvText.txt"}


def test_파일의_속성과_미리_보기에도_제목이_들어_있다(page: Page, tmp_path: Path) -> None:
    page.goto("/tools/deadlines/#from=submission&date=2021-07-09")
    page.locator(".hg-due time").first.wait_for()
    title = page.inner_text(".hg-planner__title")
    for ending, names in (("hwpx", ("Contents/content.hpf", "Preview/PrvText.txt")), ("docx", ("docProps/core.xml",))):
        path = saved(page, lambda ending=ending: page.locator(f"[data-office={ending}]").click(), tmp_path / f"days.{ending}")
        with zipfile.ZipFile(path) as package:
            assert all(title in package.read(name).decode("utf-8") for name in names), ending


def test_빈_목록이면_한_줄을_비워_둔다(office: Page, tmp_path: Path) -> None:
    plan = {"edition": "2021", "title": "", "projects": []}
    content = sound(saved(office, lambda: office.evaluate(BUDGET, [plan, [], "hwpx"]), tmp_path / "empty.hwpx"))
    assert "{{" not in "".join(hwpx_texts(content)) and "이름 없는 계획" in hwpx_texts(content)


def test_틀은_사이트에_있고_바른_파일이다(guide: Guidebook, built: Path, tmp_path: Path) -> None:
    for name, document in documents(guide).items():
        for ending in ("hwpx", "docx"):
            assert (built / "assets/office" / f"{name}.{ending}.js").exists()
        path = tmp_path / f"{name}.hwpx"
        path.write_bytes(write(document))
        sound(path)


def test_계산기에_적은_계획이_한글_예산표가_된다(office: Page, tmp_path: Path) -> None:
    office.locator("summary", has_text="예시 불러오기").press("Enter")
    office.locator(".hg-menu button").first.click()
    names = [name for name in office.evaluate("[...document.querySelectorAll('.hg-calc input[type=text]')].map((one) => one.value)") if name]
    content = sound(saved(office, lambda: office.get_by_role("button", name="한글(HWPX) 파일로 받기").click(), tmp_path / "tables.hwpx"))
    assert office.locator(".hg-notice").inner_text().count("파일로 받았어요") == 1
    texts = hwpx_texts(content)
    assert any(name in texts for name in names), names


def test_협치회의_구성이_서식_3의_2의_사람_수가_된다(page: Page, guide: Guidebook, tmp_path: Path) -> None:
    page.goto("/tools/council/")
    page.wait_for_selector("[data-module][data-ready]")
    page.locator(".hg-menu > summary").press("Enter")
    example = next(one for one in guide.sheets["council"].examples if one.id == "exactly-70")
    page.get_by_role("button", name=example.title).click()
    page.get_by_label("이름(인쇄와 파일에 적혀요)").fill(HOSTILE)
    form = guide.forms["council-members-3-2"]
    heads = [field.label for block in form.blocks if block.layout == "counts" for field in block.fields]

    def take(answer: str | None, name: str, path: str) -> Path:
        page.get_by_role("button", name=name).click()
        drawer = page.locator(".hg-drawer")
        if answer:
            drawer.get_by_label("선출직 가운데 구청장이 있나요?").select_option(answer)
        return saved(page, drawer.get_by_role("button", name="파일 만들기").click, tmp_path / path)

    def summary(texts: list[str]) -> list[str]:
        at = texts.index(heads[-1])
        assert texts[at - len(heads) + 1:at + 1] == heads
        return texts[at + 1:at + 1 + len(heads)]

    # Elected: a woman and two men, one of them the mayor, whom the form counts with the officials.
    texts = hwpx_texts(sound(take("men", "한글(HWPX) 파일로 받기", "members.hwpx")))
    assert summary(texts) == ["21", "2", "7", "30"]
    at = texts.index("성별 모름") + 2
    rows = [texts[at + 5 * row:at + 5 * row + 5] for row in range(4)]
    assert rows == [["민간", "13", "8", "0", "21"], ["시·구의원", "1", "1", "0", "2"], ["행정", "2", "5", "0", "7"],
                    ["총 인원 수", "16", "14", "0", "30"]]
    label = guide.rules["council-private-share-guideline"].label
    at = texts.index(label)
    assert texts[at:at + 6] == [label, "21", "30", "70%", "70% 이상", "준수"]
    at = texts.index(guide.rules["council-gender-guideline"].label)
    assert texts[at + 1:at + 4] == ["14", "24", "58.33%"] and texts[at + 5] == "준수"
    assert "{{" not in "".join(texts) and "=1+1 <b>&amp;</b> 둘째 줄" in texts
    # The list of names is the empty form's.
    blank = hwpx_texts(write(forms.document(guide, form, False, newest(guide))))
    start, end = "연번", "모자라면 줄을 늘려서 쓰세요."
    assert texts[texts.index(start):texts.index(end)] == blank[blank.index(start):blank.index(end)]
    assert docx_texts(take("men", "Word로 받기", "members.docx").read_bytes()) == texts
    # Whether a mayor is among the elected is not known: both numbers stay blank, and it is said.
    assert summary(hwpx_texts(sound(take(None, "한글(HWPX) 파일로 받기", "open.hwpx")))) == ["21", "", "", "30"]
    assert "모르는 인원 2칸도 비워" in page.locator(".hg-notice").inner_text()
    # Without anyone elected nothing is asked; a number that cannot be read is blank and so are the sums with it.
    for sex in ("women", "men"):
        page.locator(f"#hg-field-council-elected-{sex}").fill("")
    page.locator("#hg-field-council-public-men").fill("네 명쯤")
    path = saved(page, page.get_by_role("button", name="한글(HWPX) 파일로 받기").click, tmp_path / "unread.hwpx")
    texts = hwpx_texts(sound(path))
    assert summary(texts) == ["21", "0", "", ""] and texts[texts.index(label) + 5] == "확인 필요"
