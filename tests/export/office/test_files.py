"""The files for 한글, Word and Excel: the same content in each, sound by other parsers, the same on every build."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest
from hwpx import HwpxDocument
from hwpx.layout.lint import lint_layout
from hwpx.layout.pages import estimate_pages
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document

from macros.cache.kept import Kept
from macros.office import budget_layout, forms
from macros.office.catalogue import MAKERS, WRITERS, Entry, catalogue, has_example, made_from, newest, written
from macros.office.documents.archive import archive
from macros.office.documents.document import Document
from macros.office.documents.text import clean
from macros.office.excel.budget.write import workbook
from macros.office.tracking import checklist_document
from macros.reading.guidebook import Guidebook
from tests.export.office.reading import (
    HP,
    W,
    docx_texts,
    faults_by_office,
    hwpx_by_library,
    hwpx_texts,
    part,
    unfilled,
    xlsx_cells,
)


@pytest.fixture(scope="module")
def entries(guide: Guidebook) -> tuple[Entry, ...]:
    """All files, made now."""
    return catalogue(guide, Kept())


@pytest.fixture(scope="module")
def documents(guide: Guidebook) -> dict[str, Document]:
    """Every document by the address of its files, without their ending."""
    made_on = newest(guide)
    found = {f"downloads/checklists/{key}{'-example' if filled else ''}": checklist_document(guide, one, filled, made_on)
             for key, one in guide.checklists.items() for filled in (False, True)}
    for key, form in guide.forms.items():
        found[f"downloads/forms/{key}"] = made_from(guide, form, False, made_on)
        if has_example(guide, form):
            found[f"downloads/forms/{key}-example"] = made_from(guide, form, True, made_on)
    return found


def expected(document: Document) -> Iterator[str]:
    """Every text of the document as paper shows it, in its order."""
    yield from filter(None, (document.number, document.title, document.subtitle))
    for section in document.sections:
        yield from filter(None, (section.title,))
        for paragraph in section.paragraphs:
            yield from paragraph.text.split("\n")
        if section.grid:
            for row in section.grid.rows:
                for cell in row:
                    yield cell.shown
        yield from section.notes


def of_format(entries: tuple[Entry, ...], ending: str) -> list[tuple[str, bytes]]:
    return [(file.address.removesuffix(f".{ending}"), file.content) for entry in entries for file in entry.files if file.format == ending]


def test_서식과_체크리스트마다_파일이_있다(guide: Guidebook, entries: tuple[Entry, ...]) -> None:
    assert {entry.id for entry in entries if entry.kind == "forms"} == set(guide.forms)
    assert {entry.id for entry in entries if entry.kind == "checklists"} == set(guide.checklists)
    by_id = {entry.id: {(file.format, file.filled) for file in entry.files} for entry in entries if entry.kind == "forms"}
    assert by_id["council-members-3-2"] == {(one, filled) for one in WRITERS for filled in (False, True)}
    assert by_id["application-2-1"] == {(one, filled) for one in ("hwpx", "docx") for filled in (False, True)}
    for entry in (one for one in entries if one.kind == "forms"):
        wanted = {False, True} if has_example(guide, guide.forms[entry.id]) else {False}
        assert {file.filled for file in entry.files} == wanted, entry.id


def test_다시_만들어도_바이트_하나까지_같고_사이트의_것과도_같다(guide: Guidebook, entries: tuple[Entry, ...], built: Path) -> None:
    again = catalogue(guide, Kept())
    assert [file.sha256 for entry in again for file in entry.files] == [file.sha256 for entry in entries for file in entry.files]
    listed = [line.split("  ") for line in (built / "downloads/SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    sums = {address: digest for digest, address in listed}
    for entry in entries:
        for file in entry.files:
            served = (built / file.address).read_bytes()
            assert served == file.content, file.address
            assert hashlib.sha256(served).hexdigest() == sums.pop(file.address.removeprefix("downloads/"))
    assert not sums


def test_간직한_파일은_문서가_바뀌면_새로_쓴다(guide: Guidebook, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "office", MAKERS)
    writes: list[str] = []

    def write(document: Document) -> bytes:
        writes.append(document.title)
        return document.title.encode()
    one = made_from(guide, guide.forms["application-2-1"], False, newest(guide))
    other = made_from(guide, guide.forms["application-3-1"], False, newest(guide))
    assert written(kept, one, "docx", write) == written(kept, one, "docx", write) != written(kept, other, "docx", write)
    kept.save()
    assert written(Kept(tmp_path / "office", MAKERS), one, "docx", write) == one.title.encode()
    assert writes == [one.title, other.title]


def test_한글_파일의_글은_문서의_글과_차례까지_같다(documents: dict[str, Document], entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "hwpx"):
        # The line that holds a table has no text of its own and is not in this list.
        assert hwpx_texts(content) == [clean(text) for text in expected(documents[key])], key


def test_워드_파일의_글은_문서의_글과_차례까지_같다(documents: dict[str, Document], entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "docx"):
        assert docx_texts(content) == [clean(text) for text in expected(documents[key])], key


def test_엑셀_파일에는_문서의_글과_수가_모두_있다(documents: dict[str, Document], entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "xlsx"):
        document = documents[key]
        cells = [cell for cells in xlsx_cells(content, values=True).values() for cell in cells]
        texts = {cell.value for cell in cells if isinstance(cell.value, str)}
        numbers = {cell.value for cell in cells if isinstance(cell.value, int | float)}
        for section in document.sections:
            wanted = [clean(line) for one in section.paragraphs for line in one.text.split("\n") if line]
            wanted += [clean(cell.text) for row in section.grid.rows for cell in row if cell.number is None and cell.text] if section.grid else []
            assert not {section.title, *wanted, *section.notes} - texts - {""}, key
            if section.grid:
                stated = {cell.number / 1000 if cell.percent else cell.number for row in section.grid.rows for cell in row
                          if cell.number is not None}
                assert stated <= numbers, key


def test_한글_파일은_꾸러미와_OWPML_스키마에_맞다(documents: dict[str, Document], entries: tuple[Entry, ...], tmp_path: Path) -> None:
    for key, content in of_format(entries, "hwpx"):
        path = tmp_path / (key.replace("/", "_") + ".hwpx")
        paragraphs, tables = hwpx_by_library(content, path)
        assert paragraphs > 5 and len(tables) == sum(1 for section in documents[key].sections if section.grid), key
        assert not validate_package(str(path)).errors, key
        assert validate_document(str(path)).ok, key


def test_사이트의_어느_파일의_어느_부분에도_채우지_않은_표식이_없다(built: Path) -> None:
    files = [path for ending in ("hwpx", "docx", "xlsx") for path in built.rglob(f"*.{ending}")]
    assert len(files) > 60 and {path.suffix for path in files} == {".hwpx", ".docx", ".xlsx"}
    assert not {path.name: found for path in files if (found := unfilled(path.read_bytes()))}


def test_한글_파일은_mimetype으로_시작하고_압축하지_않는다(entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "hwpx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            first = package.infolist()[0]
            assert (first.filename, first.compress_type, package.read(first)) == ("mimetype", zipfile.ZIP_STORED, b"application/hwp+zip"), key
            assert content[30:38] == b"mimetype" and content[38:57] == b"application/hwp+zip"
            assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_한글_표의_칸은_빈틈없이_덮고_가리키는_모양은_모두_있다(entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "hwpx"):
        section, header = part(content, "Contents/section0.xml"), part(content, "Contents/header.xml")
        for table in section.xpath("//hp:tbl", namespaces=HP):
            rows, columns = int(table.get("rowCnt")), int(table.get("colCnt"))
            covered: list[tuple[int, int]] = []
            for cell in table.xpath("./hp:tr/hp:tc", namespaces=HP):
                at, span = cell.find("hp:cellAddr", HP), cell.find("hp:cellSpan", HP)
                covered += [(int(at.get("rowAddr")) + down, int(at.get("colAddr")) + across)
                            for down in range(int(span.get("rowSpan"))) for across in range(int(span.get("colSpan")))]
            assert sorted(covered) == [(row, column) for row in range(rows) for column in range(columns)], key
            widths = [int(cell.find("hp:cellSz", HP).get("width")) for cell in table.xpath("./hp:tr[1]/hp:tc", namespaces=HP)]
            assert abs(sum(widths) - int(table.find("hp:sz", HP).get("width"))) < len(widths), key
        for attribute, kind in (("charPrIDRef", "charPr"), ("paraPrIDRef", "paraPr"), ("borderFillIDRef", "borderFill"), ("styleIDRef", "style")):
            known = set(header.xpath(f"//hh:{kind}/@id", namespaces=HP))
            assert set(section.xpath(f"//@{attribute}")) <= known, (key, attribute)
        for kind in ("borderFill", "charPr", "paraPr", "style"):
            found = header.xpath(f"//hh:{kind}", namespaces=HP)
            assert int(found[0].getparent().get("itemCnt")) == len(found)


def test_쪽은_A4이고_여백은_20mm이며_머리_행이_되풀이된다(documents: dict[str, Document], entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "hwpx"):
        page = part(content, "Contents/section0.xml").find(".//hp:pagePr", HP)
        # 한글 keeps the upright size and says NARROWLY when the page lies on its side.
        assert (page.get("width"), page.get("height")) == ("59528", "84189")
        assert (page.get("landscape") == "NARROWLY") == documents[key].wide
        assert abs(int(page.find("hp:margin", HP).get("left")) * 25.4 / 7200 - 20) < 0.1
        heads = part(content, "Contents/section0.xml").xpath("//hp:tbl[@repeatHeader='1']/hp:tr[hp:tc/@header='1']", namespaces=HP)
        assert len(heads) == sum(section.grid.heads for section in documents[key].sections if section.grid), key
    for key, content in of_format(entries, "docx"):
        page = docx.Document(io.BytesIO(content)).sections[0]
        assert page.page_width and page.page_height and page.left_margin
        sides = (round(page.page_width.mm), round(page.page_height.mm))
        assert sides == ((297, 210) if documents[key].wide else (210, 297)) and round(page.left_margin.mm) == 20
        headed = [section.grid.heads for section in documents[key].sections if section.grid]
        repeated = part(content, "word/document.xml").xpath("//w:trPr/w:tblHeader", namespaces=W)
        assert len(repeated) == sum(headed)
    for key, content in of_format(entries, "xlsx"):
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            fit = sheet.sheet_properties.pageSetUpPr
            assert sheet.page_setup.paperSize == 9 and fit is not None and fit.fitToPage and sheet.page_setup.fitToHeight == 0
            assert (sheet.page_setup.orientation == "landscape") == documents[key].wide
            if sheet.title == "명단":
                assert sheet.print_title_rows


def test_오피스의_스키마에_맞다(entries: tuple[Entry, ...], guide: Guidebook, tmp_path: Path) -> None:
    """By the data of Microsoft's own validator. Every layout once: the filled forms, one checklist, the budget workbook."""
    files = {file.name: file.content for entry in entries if entry.kind == "forms" or entry.id == "budget"
             for file in entry.files if file.format != "hwpx" and file.filled}
    assert files
    for name, content in {**files, "예산 한도.xlsx": workbook(guide, "2021", size=(12, 4)).content}.items():
        assert not faults_by_office(content, tmp_path / name), name


def test_스키마에_어긋나면_알아챈다(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    content = next(file.content for entry in entries for file in entry.files if file.format == "docx")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [(name, package.read(name).replace(b"<w:jc ", b"<w:jk ")) for name in package.namelist()]
    assert faults_by_office(archive(parts), tmp_path / "broken.docx")


def test_한글의_쪽_나눔을_어림하면_신청서는_한_쪽이다(entries: tuple[Entry, ...]) -> None:
    """As python-hwpx lays the file out: what is handed in must not spill its last line onto a second page."""
    for key, content in of_format(entries, "hwpx"):
        if Path(key).name.startswith("application"):
            texts = [paragraph.text for paragraph in HwpxDocument.open(io.BytesIO(content)).paragraphs]
            last = estimate_pages(content).lines[texts.index("서울특별시장 귀하")]
            assert {line.page for line in last} == {0}, key


def test_한글_표의_짜임에_흠이_없다(entries: tuple[Entry, ...]) -> None:
    for key, content in of_format(entries, "hwpx"):
        assert not lint_layout(content, check_overflow=False).findings, key


def test_서식_쪽과_내려받기_쪽이_파일을_건다(entries: tuple[Entry, ...], built: Path) -> None:
    everything = (built / "downloads/index.html").read_text(encoding="utf-8")
    for entry in entries:
        page = (built / entry.kind / entry.id / "index.html").read_text(encoding="utf-8")
        for file in entry.files:
            assert f'href="../../{file.address}"' in page, file.address
            assert file.sha256 in everything and f'download="{file.name}"' in everything
    workbooks = [f'href="../downloads/{path.name}"' for path in (built / "downloads").glob("*.xlsx")]
    assert workbooks and all(one in everything for one in workbooks)


def test_채운_보기에는_보기의_값이_있다(guide: Guidebook, documents: dict[str, Document]) -> None:
    filled = "\n".join(expected(documents["downloads/forms/application-3-1-example"]))
    empty = "\n".join(expected(documents["downloads/forms/application-3-1"]))
    assert "562,250천원" in filled and "562,250천원" not in empty
    assert "가상" in documents["downloads/forms/application-2-1-example"].subtitle
    assert forms.form_number(guide.forms["application-2-1"]) == "서식 2-1"
    tables = {section.id: section.grid for section in documents[f"downloads/forms/{budget_layout.FORM}-example"].sections}
    grid = tables["nature"]
    # The calculator's first example plan: 1,000,000 of city money, 190,000 of it for building.
    assert grid and [cell.shown for cell in grid.rows[1]] == ["금액", "1,000,000", "810,000", "190,000"]
    assert [cell.shown for cell in grid.rows[2]] == ["비율", "100%", "81%", "19%"]
