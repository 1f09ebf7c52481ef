"""Lists in Excel files: whatever their items hold they can be chosen, and what a writer leaves out fails the build."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest

from macros.office.documents.choices import SHEET, message, strictly
from macros.office.documents.document import Cell, Document, Grid, Paragraph, Section
from macros.office.documents.text import beginning, quoted
from macros.office.documents.xlsx import named, write
from macros.office.excel.book import Book

LISTS = [("예", "아니요"), tuple(f"{number}번째 부문의 긴 이름" for number in range(40)), ("구비, 시비", "시비"), ("가" * 300, "나")]


def chosen(content: bytes) -> list[tuple[str, ...]]:
    """The items of every list, as Excel finds them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    found = []
    for one in book.worksheets[0].data_validations.dataValidation:
        formula = str(one.formula1).lstrip("=")
        if formula.startswith('"'):
            found.append(tuple(formula.strip('"').split(",")))
        else:
            sheet, cells = formula.replace("'", "").replace("$", "").split("!")
            found.append(tuple(str(cell.value) for (cell,) in book[sheet][cells]))
    return found


def test_긴_목록과_쉼표가_든_목록도_모두_고를_수_있다() -> None:
    rows = tuple((Cell("", choices=choices),) for choices in LISTS)
    document = Document("list", "목록", date(2026, 11, 28), "", "", (Section("a", "가", "시트", (Paragraph("글"),), Grid((10,), rows)),))
    content = write(document)
    assert chosen(content) == LISTS
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book[SHEET].sheet_state == "hidden" and book.sheetnames[-1] == SHEET
    assert all(len(message(choices)) <= 255 for choices in LISTS)


def test_통합_문서도_그렇다() -> None:
    book = Book("목록", datetime(2026, 11, 28), "길잡이", ("가",))
    for number, choices in enumerate(LISTS, 1):
        book.sheets["가"].choose(f"A{number}", list(choices), "골라 주세요.")
    assert chosen(book.close()) == LISTS


def test_쓰는_도구의_경고는_빌드를_멈춘다() -> None:
    sheet = Book("목록", datetime(2026, 11, 28), "길잡이", ("가",)).sheets["가"]
    with pytest.raises(UserWarning, match="255"), strictly():
        sheet.raw.data_validation("A1", {"validate": "list", "source": ["가" * 300]})


@pytest.mark.parametrize(("text", "said"), [
    ("가\"나", '"가""나"'), ("", '""'), ("가" * 256, f'"{"가" * 255}"&"가"'), ("\"" * 2, '""""""'),
], ids=["따옴표", "빈 글", "긴 글", "따옴표뿐"])
def test_수식에_든_글은_글을_벗어나지_못한다(text: str, said: str) -> None:
    assert quoted(text) == said


def test_세는_조건에서_별표와_물음표는_글자다() -> None:
    assert beginning('*"?~') == '"~*""~?~~*"'


def test_수식의_글에_든_이름은_자리로_바뀌지_않는다() -> None:
    assert named('IF(1,"{score.c1} ""{x.r1c1}","")', {}) == 'IF(1,"{score.c1} ""{x.r1c1}","")'
