"""An editor may reword a label, a question or an answer: what people have filled in opens all the same, in both readers."""

from __future__ import annotations

import base64
import io
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName
from playwright.sync_api import Browser, Page

from macros.models.plan import Line, Plan, Project, Reply
from macros.office.excel.budget.places import book_places
from macros.office.excel.budget.read import read_workbook as read_budget
from macros.office.excel.budget.write import workbook as budget_workbook
from macros.office.excel.ids import WORDS
from macros.office.excel.sheets.files import known_by
from macros.office.excel.sheets.layout import Entered
from macros.office.excel.sheets.read import read_workbook
from macros.office.excel.sheets.write import workbook
from macros.reading.guidebook import Guidebook
from macros.rules.change import Moved
from macros.tools.gate import PlanFileError
from macros.tools.sheet_file import SheetState
from tests.scripts import put
from tests.small_guide import SMALL
from tests.tables.reader import open_reader
from tests.tool_workbook.reworded import Swaps, aged, edited
from tests.workbook.office import executable

TOOL, SCOPE = "budget-change", "2020"
FIELDS, RULE = f"sheets/{TOOL}.yaml", "rules/change-approval.yaml"
ENTERED = Entered("우리 구", {"change-total": 900_000_000, "change-own": None}, (Moved("골목 안전", "current", 60_000_000, 54_000_000),), True,
                  (1_000_000,), {"change-stage": "decided", "important-content": "no"}, {"change-approval": "with-own"})
# What an editor rewords, without and with what it was.
REWORDED: dict[str, tuple[Swaps, Swaps]] = {
    "칸": (((FIELDS, "label: 같은 사업들의 구비,", "label: 구비 합계,"),),
          ((FIELDS, "label: 같은 사업들의 구비,", "label: 구비 합계, earlier_labels: [같은 사업들의 구비],"),)),
    "질문": (((FIELDS, "question: 중요한 사업 내용을 바꾸나요?", "question: 사업의 중요한 내용이 달라지나요?"),),
           ((FIELDS, "question: 중요한 사업 내용을 바꾸나요?",
             "question: 사업의 중요한 내용이 달라지나요?\n    formerly: [중요한 사업 내용을 바꾸나요?]"),)),
    "답": (((FIELDS, "label: 정했고 아직 집행하지 않았어요}", "label: 결정만 했어요}"),),
          ((FIELDS, "label: 정했고 아직 집행하지 않았어요}", "label: 결정만 했어요, earlier_labels: [정했고 아직 집행하지 않았어요]}"),)),
    "해석": (((RULE, "label: 구비까지 더한 총액의 10%,", "label: 시비와 구비 총액의 10%,"),),
           ((RULE, "label: 구비까지 더한 총액의 10%,", "label: 시비와 구비 총액의 10%, earlier_labels: [구비까지 더한 총액의 10%],"),)),
    "도구": (((FIELDS, "title: 예산 변경 판정", "title: 예산 변경 확인"),),
           ((FIELDS, "title: 예산 변경 판정", "title: 예산 변경 확인\nearlier_titles: [예산 변경 판정]"),)),
}
READ = """async ([text, data, places]) => {
  const { "gate/limits": limits, "table/file": file, "tools/read-workbook": own } = hyeopchi.modules;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return limits.guardedLater(async () => {
    const { book } = await file.openFile(new File([bytes], "a.xlsx"), "");
    const known = own.scopeOf(book, data);
    return known && own.plainOf(book, data, places, known);
  });
}"""
READ_PLAN = """async ([text, places]) => {
  const { "gate/limits": limits, "table/file": file, "table/plan-book": own } = hyeopchi.modules;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  return limits.guardedLater(async () => (own.learn(places), own).planOfBook((await file.openFile(new File([bytes], "a.xlsx"), "")).book).plain);
}"""


@pytest.fixture(scope="module")
def filled(small: Guidebook) -> bytes:
    """A workbook of today, filled in."""
    return workbook(small, small.sheets[TOOL], SCOPE, ENTERED).content


@pytest.fixture(scope="module")
def old(filled: bytes) -> bytes:
    """The same from before files said anything by ids."""
    return aged(filled)


@pytest.fixture(scope="module")
def page(small: Guidebook, browser: Browser) -> Iterator[Page]:
    """An empty page with the readers."""
    page = open_reader(small, browser)
    put(page, "tools/read-workbook")
    yield page
    page.close()


def typed(state: object) -> dict[str, Any]:
    """What was typed, as plain values."""
    assert isinstance(state, SheetState)
    return {"title": state.title, "edition": state.edition, "values": {key: text for key, text in state.values.items() if text},
            "answers": {key: reply.answer for key, reply in state.answers.items()}, "readings": dict(state.readings),
            "lines": [(line.project, line.nature, line.before, line.after) for line in state.lines],
            "ledger": [entry.amount for entry in state.ledger], "complete": state.complete}


def in_browser(page: Page, guide: Guidebook, content: bytes) -> dict[str, Any]:
    """What the browser's reader makes of it; `problem` where it refuses."""
    sheet = guide.sheets[TOOL]
    data = {"tool": TOOL, "workbooks": known_by(guide, sheet), "retired": {one.id: one.model_dump(mode="json") for one in sheet.retired}}
    found = page.evaluate(READ, [base64.b64encode(content).decode(), data, workbook(guide, sheet, SCOPE).places])
    if found["problem"] or found["value"] is None:
        return {"problem": found["problem"] or "no workbook of this tool"}
    plain = found["value"]
    return {"title": plain["title"], "edition": plain["edition"], "values": {key: text for key, text in plain["values"].items() if text},
            "answers": {key: reply["answer"] for key, reply in plain["answers"].items()}, "readings": plain["readings"],
            "lines": [(line["project"], line["nature"], line["before"], line["after"]) for line in plain["lines"]],
            "ledger": [entry["amount"] for entry in plain["ledger"]], "complete": plain["complete"]}


WANTED: dict[str, Any] = {
    "title": "우리 구", "edition": "2020", "values": {"change-total": "900000000", "change-own": "미정"},
    "answers": {"change-stage": "decided", "important-content": "no"}, "readings": {"change-approval": "with-own"},
    "lines": [("골목 안전", "current", "60000000", "54000000")], "ledger": ["1000000"], "complete": True}


def opens(page: Page, guide: Guidebook, content: bytes) -> None:
    assert typed(read_workbook(content, guide)) == WANTED
    assert in_browser(page, guide, content) == WANTED


def refuses(page: Page, guide: Guidebook, content: bytes, sentence: str = "") -> None:
    with pytest.raises(PlanFileError) as refusal:
        read_workbook(content, guide)
    assert sentence in str(refusal.value)
    assert sentence in in_browser(page, guide, content)["problem"]


@pytest.mark.parametrize("what", REWORDED)
def test_말을_고쳐도_id가_있는_파일은_그대로_열리고_예전_파일은_예전_이름으로_열린다(
        small: Guidebook, page: Page, filled: bytes, old: bytes, tmp_path: Path, what: str) -> None:
    opens(page, small, filled)
    opens(page, small, old)
    without, with_earlier = (edited(tmp_path, *swaps) for swaps in REWORDED[what])
    opens(page, without, filled)
    refuses(page, without, old)
    opens(page, with_earlier, filled)
    opens(page, with_earlier, old)


def test_칸이_늘고_자리가_바뀌어도_적은_것이_제_칸에_온다(page: Page, filled: bytes, old: bytes, tmp_path: Path) -> None:
    text = (SMALL / FIELDS).read_text(encoding="utf-8")
    first, second = (next(line for line in text.splitlines(keepends=True) if f"id: {key}," in line) for key in ("change-total", "change-own"))
    moved = edited(tmp_path, (FIELDS, first + second, second + first))
    opens(page, moved, filled)
    opens(page, moved, old)
    added = edited(tmp_path, (FIELDS, first, "      - {id: change-new, label: 새로 묻는 금액, unit: won}\n" + first))
    opens(page, added, filled)  # the file is older than the field
    refuses(page, added, old, "칸의 이름이 바뀌었어요")


def with_cells(content: bytes, label: str, value: str, *said: tuple[str, str]) -> bytes:
    """The workbook with one more thing filled in on its main sheet, and words for it."""
    book = load_workbook(io.BytesIO(content))
    book["판정"]["A60"], book["판정"]["B60"] = label, value
    for name, word in said:
        book[WORDS].append([name, word])
    book.defined_names[said[0][0]] = DefinedName(said[0][0], attr_text="판정!$B$60")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_지금은_없는_칸에_적은_것은_말없이_빠지지_않는다(small: Guidebook, page: Page, filled: bytes) -> None:
    refuses(page, small, with_cells(filled, "옛 금액(원)", "1000", ("hg__field__change_gone", "옛 금액(원)")),
            "‘판정’ 시트 B60: 이 길잡이에 없는 칸이라 읽을 수 없어요")


def test_뜻이_바뀐_질문의_답은_엑셀에서도_쓰지_않고_알린다(small: Guidebook, page: Page, filled: bytes) -> None:
    retired = small.sheets[TOOL].retired[0]
    name = f"hg__answer__{retired.id}".replace("-", "_")
    content = with_cells(filled, retired.question, "예", (name, retired.question), (f"{name}__yes", "예"), (f"{name}__no", "아니요"))
    state = read_workbook(content, small)
    assert isinstance(state, SheetState) and state.anew == (retired.question,)
    assert in_browser(page, small, content)["answers"][retired.id] == "yes"  # for the file's reader, which tells it


def test_다른_사람이_칸의_이름을_바꾼_파일은_id가_있어도_칸을_말한다(small: Guidebook, page: Page, filled: bytes) -> None:
    book = load_workbook(io.BytesIO(filled))
    book["판정"]["A8"] = "다른 금액"
    changed = io.BytesIO()
    book.save(changed)
    refuses(page, small, changed.getvalue(), "‘판정’ 시트 A8: 칸의 이름이 바뀌었어요")


# What a user of LibreOffice does in the main sheet: takes off its protection, puts in two rows and a column among what is asked.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Insert(source, target)
  Dim silent(0) As New com.sun.star.beans.PropertyValue
  silent(0).Name = "Hidden"
  silent(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, silent())
  sheet = book.Sheets.getByIndex(0)
  sheet.unprotect("")
  sheet.Rows.insertByIndex(8, 2)
  sheet.Columns.insertByIndex(1, 1)
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, form())
  book.close(True)
End Sub
</script:module>
"""


@pytest.fixture(scope="module")
def resaved(filled: bytes, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The workbook as LibreOffice saves it: as it was, and with rows and a column put in."""
    folder = tmp_path_factory.mktemp("office")
    profile, given, moved = folder / "profile", folder / "a.xlsx", folder / "moved.xlsx"
    given.write_bytes(filled)
    office = [executable(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*office, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(given)],
                   capture_output=True, check=True)
    (profile / "user/basic/Standard/Module1.xba").write_text(MACRO, encoding="utf-8")  # the first start has made the library
    subprocess.run([*office, f'macro:///Standard.Module1.Insert("{given.as_uri()}","{moved.as_uri()}")'], capture_output=True, check=True)
    return (folder / "out" / "a.xlsx").read_bytes(), moved.read_bytes()


def test_리브레오피스에서_줄과_열을_끼우고_저장한_파일도_말을_고친_뒤에_열린다(page: Page, resaved: tuple[bytes, bytes], tmp_path: Path) -> None:
    guide = edited(tmp_path, *(swap for swaps, _ in REWORDED.values() for swap in swaps))
    for content in resaved:
        opens(page, guide, content)
    assert load_workbook(io.BytesIO(resaved[1]))["판정"]["C11"].value == "미정"  # two rows and a column further than it was


PLAN = Plan(
    format="hyeopchi-plan", version=1, edition="2021", title="우리 구", grant=500_000_000, reading="city-only", choices={"grade": "na"},
    answers={"no-product-sale": Reply(answer="no", note="확인함")},
    projects=(Project(id="p1", name="돌봄", part="sectoral", lines=(
        Line(id="p1-1", name="강사", kind="labour", also=("transfer",), amounts={"city": 10_000_000, "own": None}),)),))
SELLS = "사업체가 특정 제품을 팔려고 제안했거나 제품 판매가 주된 목적인 사업이 있나요?"
BUDGET, QUESTION = "budget.yaml", "rules/no-product-sale.yaml"
OPEN_WORDS: dict[str, tuple[str, str, str, str]] = {
    "부문": (BUDGET, "label: 분야별 협치\n", "label: 분야의 협치\n", "    earlier_labels: [분야별 협치]\n"),
    "비목": (BUDGET, "label: 인건비성 경비\n", "label: 인건비\n", "    earlier_labels: [인건비성 경비]\n"),
    "함께 계산할 비목": (BUDGET, "label: 민간이전\n", "label: 민간에 주는 돈\n", "    earlier_labels: [민간이전]\n"),
    "재원": (BUDGET, "label: 시비\n", "label: 시 보조금\n", "    earlier_labels: [시비]\n"),
    "답": (BUDGET, "label: 나 등급}", "label: 둘째 등급}", ""),
    "해석": (BUDGET, "label: 시비만 넣어 계산\n", "label: 시비만 계산\n", "    earlier_labels: [시비만 넣어 계산]\n"),
    "질문": (QUESTION, f"question: {SELLS}\n", "question: 제품을 팔려는 사업이 있나요?\n", f"formerly: [{SELLS}]\n"),
}


@pytest.mark.parametrize("what", OPEN_WORDS)
def test_예산_엑셀도_말을_고친_뒤에_그대로_열린다(small: Guidebook, page: Page, tmp_path: Path, what: str) -> None:
    filled = budget_workbook(small, "2021", PLAN, (4, 2)).content
    old = aged(filled)
    name, was, now, earlier = OPEN_WORDS[what]
    noted = now + earlier if earlier else now.replace("}", ", earlier_labels: [나 등급]}")
    guide, other = edited(tmp_path, (name, was, noted)), edited(tmp_path, (name, was, now))
    want, plain = read_budget(filled, small).plan, plan_in_browser(small, page, filled)
    assert want.choices["grade"] == "na" and want.reading == "city-only" and want.projects[0].lines[0].also == ("transfer",)
    for read, content in ((guide, filled), (guide, old), (other, filled)):
        assert read_budget(content, read).plan == want
        assert plan_in_browser(read, page, content) == plain
    try:  # without the earlier word an old file is refused, or loses the answer and says so
        lost = read_budget(old, other)
    except PlanFileError:
        return
    assert lost.notes and lost.plan != want


def plan_in_browser(guide: Guidebook, page: Page, content: bytes) -> Any:
    """The plan that the browser's reader finds."""
    found = page.evaluate(READ_PLAN, [base64.b64encode(content).decode(), book_places(guide)])
    assert found["problem"] is None, found["problem"]
    return found["value"]
