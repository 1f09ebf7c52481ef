"""What editors or sources may hold by mistake or malice: it stays text, in every format."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document
from lxml import etree

from macros.office.catalogue import WRITERS
from macros.office.documents.document import (
    Cell,
    Document,
    Grid,
    Paragraph,
    Section,
    head,
    millimetres,
    percent,
)
from macros.office.documents.placing import placed
from macros.office.documents.sheets import spread
from macros.office.documents.text import clean, file_name
from macros.office.documents.xlsx import sheet_name
from tests.export.office.reading import docx_texts, faults_by_office, hwpx_texts, xlsx_cells

HOSTILE = ("=1+1", "=HYPERLINK(\"http://example.org\",\"누르세요\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1",
           "<script>alert(1)</script>", "]]>", "&amp; & < > \" '", "가\x00나\x0b다\x1f라\x7f", "\ud800 외톨이", "\ufffe\uffff",
           "문서\u202exslx.exe", "{{ 7 * 7 }} {% raw %} {# #}", "http://example.org", "1,000", "0012", "여러\r\n줄\r의 글",
           "한글(NFD)", "😀 그림", "글" * 3000)


@pytest.fixture(scope="module")
def document() -> Document:
    """Hostile text wherever a document has text."""
    rows = tuple((Cell(text, "label"), Cell(text), Cell(text, "note", choices=("하나", "둘"))) for text in HOSTILE)
    grid = Grid((10, 10, 10), (head(*HOSTILE[:3]), *rows))
    section = Section("hostile", HOSTILE[6], "[악의]: 시트/이름?*" + "길" * 40, tuple(Paragraph(text) for text in HOSTILE), grid, HOSTILE)
    return Document("hostile", HOSTILE[0] + HOSTILE[6], date(2026, 11, 21), HOSTILE[1], HOSTILE[4], (section,))


def test_모든_부분이_바른_XML이다(document: Document) -> None:
    for write in WRITERS.values():
        with zipfile.ZipFile(io.BytesIO(write(document))) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels", ".hpf")):
                    etree.fromstring(package.read(name))


def test_글은_글로_남는다(document: Document) -> None:
    wanted = {line for text in HOSTILE for line in clean(text).split("\n")}
    for read, kind in ((hwpx_texts, "hwpx"), (docx_texts, "docx")):
        # A cell keeps its lines together, a paragraph does not: compare line by line.
        found = {line for text in read(WRITERS[kind](document)) for line in text.split("\n")}  # type: ignore[index]
        assert not {line.strip("\t") for line in wanted} - {line.strip("\t") for line in found}, kind


def test_엑셀에는_수식도_링크도_생기지_않는다(document: Document) -> None:
    content = WRITERS["xlsx"](document)
    cells = [cell for found in xlsx_cells(content).values() for cell in found]
    assert {clean(text) for text in HOSTILE if "\r" not in text and clean(text)} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"} and not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets and not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_한글_파일은_그래도_스키마에_맞다(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "hostile.hwpx"
    path.write_bytes(WRITERS["hwpx"](document))
    assert not validate_package(str(path)).errors and validate_document(str(path)).ok


def test_워드와_엑셀_파일도_그래도_스키마에_맞다(document: Document, tmp_path: Path) -> None:
    assert not faults_by_office(WRITERS["docx"](document), tmp_path / "hostile.docx")
    assert not faults_by_office(WRITERS["xlsx"](document), tmp_path / "hostile.xlsx")


@pytest.mark.parametrize(("title", "name"), [
    ("서식 2-1 지원 신청서", "서식 2-1 지원 신청서"), ("a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j"), ("../../etc/passwd", "etc passwd"),
    ("CON", "_CON"), ("lpt1.txt", "_lpt1.txt"), ("", "_"), (" . ", "_"), ("끝의 점.", "끝의 점"), ("가" * 200, "가" * 80),
    ("여러\n줄", "여러 줄"), ("xslx\u202ecod", "xslxcod"),
])
def test_파일_이름은_어디에서나_쓸_수_있다(title: str, name: str) -> None:
    assert file_name(title) == name


def test_시트_이름은_엑셀이_받는_것이다() -> None:
    assert len(sheet_name("[가]: 나/다?*" + "라" * 40)) == 31
    assert not set("[]:*?/\\'") & set(sheet_name("'[가]:*?/\\'"))


def test_칸의_너비는_더하면_꼭_맞는다() -> None:
    assert sum(millimetres((1, 1, 1), 170)) == 17000 and millimetres((1, 3), 100) == (2500, 7500)
    assert (percent(705), percent(700), percent(0)) == ("70.5%", "70%", "0%")


def test_맞지_않는_행은_물리친다() -> None:
    with pytest.raises(ValueError, match="row 1"):
        placed(Grid((1, 1), ((Cell("가"), Cell("나")), (Cell("다"),))), 100)


@pytest.mark.parametrize(("few", "many", "edges"), [
    ((10, 10), (10, 10, 10, 10), (0, 2, 4)), ((1,), (5, 5, 5), (0, 3)), ((10, 10, 10), (5, 5, 50), (0, 1, 2, 3)), ((1, 9), (5, 5, 5), (0, 1, 3)),
])
def test_적은_열은_많은_열_위에_한_칸_이상씩_놓인다(few: tuple[int, ...], many: tuple[int, ...], edges: tuple[int, ...]) -> None:
    assert spread(few, many) == edges


