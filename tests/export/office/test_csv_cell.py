"""CSV cells that spreadsheets leave alone: what LibreOffice makes of them, in both its ways and two languages."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import openpyxl
import pytest

from macros.api.tables import as_csv
from macros.office.documents.csv_cell import csv_cell, uncelled
from macros.office.documents.text import clean
from tests.workbook.office import executable

READ = ("3/10", "2-1", "1E5", "2e-3", "007", "00", "=1+1", "+82", "-", "- 가", "@SUM(1)", "10%", "90.5%", "1/10", "1.10",
        "2021-07", "2021/7", "2021. 7. 9.", "2021년 7월 9일", "2021년 7월", "7월 9일", "12:30", "1:2", "오후 3:00", "3시 30분",
        "9:30 AM", "TRUE", "false", "1,234", "₩100", "(12)", "$5", "1 1/2", "1-2-3", "Jan 5", "5-Mar", "March 2021",
        "12345678901234567890", "1.", "+1", "３/10", "＝1", "２－１", "#N/A", "#REF!", " 3/10 ", "\t=1", "'tis", "''")
LEFT = ("글", "", "가=1", "3/10 이내", "2021. 7. ~ 8.", "7명", "3월", "2021년", "1~3", "guide-2020#ch4.1 143쪽", "2020; 2021",
        "가 1/3", "12:00~13:00", "①", "1년차")
PLAIN = ("0", "-5", "2021", "0.1", "12.5", "-1.5", "999999999999999", "2021-07-09")
# A file as LibreOffice opens it by itself, and with "detect special numbers", as many have set it; Korean and English.
WAYS = {"처음 설정대로": "1042,false,false", "날짜를 알아보게, 한국어": "1042,false,true", "날짜를 알아보게, 영어": "1033,false,true"}


def opened(rows: list[list[str]], folder: Path, way: str) -> list[list[tuple[str, object]]]:
    """The cells of a CSV as LibreOffice takes them: type and value."""
    (folder / "cells.csv").write_bytes(as_csv(rows[0], rows[1:]))
    done = subprocess.run([executable(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
                           f"--infilter=Text - txt - csv (StarCalc):44,34,76,1,,{way}", "--convert-to", "xlsx", "--outdir", str(folder),
                           str(folder / "cells.csv")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    sheet = openpyxl.load_workbook(folder / "cells.xlsx").active
    assert sheet is not None
    return [[(cell.data_type, cell.value) for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("text", READ)
def test_날짜나_수나_수식으로_읽힐_글에는_작은따옴표가_붙고_떼면_그대로다(text: str) -> None:
    assert csv_cell(text) == f"'{clean(text)}" and uncelled(csv_cell(text)) == clean(text)


@pytest.mark.parametrize("text", LEFT + PLAIN)
def test_그대로_읽히는_글에는_아무것도_붙지_않는다(text: str) -> None:
    assert csv_cell(text) == text == uncelled(csv_cell(text))


@pytest.mark.parametrize("way", WAYS)
def test_리브레오피스가_바꾸지_않는다(way: str, tmp_path: Path, built: Path) -> None:
    published = {uncelled(cell) for path in (built / "api/v1/csv").rglob("*.csv")
                 for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")) for cell in row}
    texts = [text for text in sorted({*READ, *LEFT, *published}) if csv_cell(text) and text not in PLAIN and not numeric(text)]
    found = opened([["글"], *([text] for text in texts)], tmp_path, WAYS[way])
    wrong = [(text, kind, value) for text, [(kind, value)] in zip(texts, found[1:], strict=True)
             if (kind, value) != ("s", csv_cell(text))]
    assert len(texts) > 1000 and not wrong, wrong[:20]


def numeric(text: str) -> bool:
    """Whether a published cell is a number or a whole date, which a spreadsheet may take for what it is."""
    return not csv_cell(text).startswith("'") and text.replace("-", "").replace(".", "").isdigit()
