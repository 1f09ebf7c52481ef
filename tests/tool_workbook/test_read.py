"""A small tool's workbook read back is what was typed: the same verdicts, and wrong cells named."""

from __future__ import annotations

import io
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from macros.__main__ import main
from macros.office.excel.read_any import read_workbook
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.layout import Entered
from macros.office.excel.sheets.write import workbook
from macros.reading.guidebook import Guidebook
from macros.tools import score_view, sheet_view
from macros.tools.gate import PlanFileError
from macros.tools.priorities import SCORES, WEIGHTS
from macros.tools.sheet_file import ScoreState, SheetState
from tests.rules.sheet_vectors import SheetVector, judged, load_sheet_vectors


def written(guide: Guidebook, one: SheetVector) -> bytes:
    """The vector as its workbook."""
    sheet = guide.sheets[one.tool]
    entered = Entered(one.name, one.typed, one.lines, one.complete, one.ledger, one.answers, one.chosen)
    return workbook(guide, sheet, None if sheet.every_edition else one.edition, entered).content


def filled(one: SheetVector) -> int:
    """How many cells the vector fills."""
    return sum(map(len, (one.typed, one.lines, one.ledger, one.answers, one.chosen)))


def test_되읽은_엑셀은_적은_그대로이고_같은_판정이다(guide: Guidebook) -> None:
    # Of each workbook the one with most cells filled.
    fullest = {(one.tool, one.edition): one for one in sorted(load_sheet_vectors(), key=filled)}
    assert len(fullest) > 20
    for one in fullest.values():
        state = read_workbook(written(guide, one), guide)
        assert isinstance(state, SheetState) and state.title == one.name
        found, concluded = sheet_view.view(guide, state), judged(guide, one)
        assert {key: found.figures.get(key) for key in one.figures} == one.figures, one.name
        if not guide.sheets[one.tool].every_edition:
            assert found.decision == concluded.decision, one.name
            assert {each.rule: each.status for each in found.verdicts} == {each.rule: each.status for each in concluded.verdicts}, one.name


def test_되읽은_점수표는_같은_순위다(guide: Guidebook) -> None:
    typed = scores.Scores("표", 5, WEIGHTS, tuple((f"의제 {number}", row) for number, row in enumerate(SCORES)))
    state = read_workbook(scores.workbook(guide, typed).content, guide)
    assert isinstance(state, ScoreState)
    found = score_view.view(guide, state)
    assert found.names == ("의제 0", "의제 1", "의제 2") and [one.best for one in found.standings or ()] == [1, 2, 3]


@pytest.mark.parametrize(("part", "end"), [
    ("xl/styles.xml", "</styleSheet>"), ("xl/workbook.xml", "</workbook>"), ("xl/sharedStrings.xml", "</sst>")])
def test_한_부분만_부푼_작은_엑셀은_오래_읽지_않고_거절한다(guide: Guidebook, part: str, end: str) -> None:
    made = io.BytesIO()
    with ZipFile(io.BytesIO(workbook(guide, guide.sheets["strategic-matching"], "2020").content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace(end.encode(), b"<x/>" * 8_000_000 + end.encode()) if name == part else text)
    assert len(made.getvalue()) < 100_000
    begun = time.process_time()
    with pytest.raises(PlanFileError, match="내용이 너무 커요"):
        read_workbook(made.getvalue(), guide)
    assert time.process_time() - begun < 10  # of minutes before


@pytest.mark.parametrize(("cell", "value", "sentence"), [
    ("B8", "1,200만", "‘판정’ 시트 B8: ‘1,200만’: 수가 아니에요. 숫자로 적고, 아직 모르면 ‘미정’이라고 적어 주세요. 혹시 ‘12,000,000’인가요?"),
    ("B8", "=1+1", "수식의 값이 파일에 없어요"), ("A8", "다른 칸", "‘판정’ 시트 A8: 칸의 이름이 바뀌었어요"),
])
def test_엑셀의_틀린_칸은_시트와_칸을_말한다(guide: Guidebook, cell: str, value: str, sentence: str) -> None:
    book = load_workbook(io.BytesIO(workbook(guide, guide.sheets["strategic-matching"], "2020").content))
    book["판정"][cell] = value
    changed = io.BytesIO()
    book.save(changed)
    with pytest.raises(PlanFileError) as refusal:
        read_workbook(changed.getvalue(), guide)
    assert sentence in str(refusal.value)


def test_명령줄이_도구의_엑셀도_판정한다(guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.commands.evaluate.load", lambda *_: (guide, []))
    path = tmp_path / "대응투자.xlsx"
    entered = Entered("우리 구", {"strategic-city": 435_000_000, "strategic-own": 86_999_999})
    path.write_bytes(workbook(guide, guide.sheets["strategic-matching"], "2020", entered).content)
    assert main(["evaluate", str(path)]) == 1
    assert "✕ 위반  협치전략사업 구비 하한" in capsys.readouterr().out
