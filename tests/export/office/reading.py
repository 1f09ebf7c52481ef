"""Reads the files back with other hands than those that wrote them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph
from hwpx import HwpxDocument
from lxml import etree
from openxml_audit import OpenXmlValidator

HP = {"hp": "http://www.hancom.co.kr/hwpml/2011/paragraph", "hs": "http://www.hancom.co.kr/hwpml/2011/section",
      "hh": "http://www.hancom.co.kr/hwpml/2011/head", "hc": "http://www.hancom.co.kr/hwpml/2011/core"}
MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def part(content: bytes, name: str) -> Any:
    """An XML part of a file, parsed."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


def unfilled(content: bytes) -> dict[str, list[str]]:
    """The marks that a template's filling has left, by part; of every part, whatever it is for."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        found = {name: MARK.findall(package.read(name).decode("utf-8", "replace")) for name in package.namelist()}
    return {name: marks for name, marks in found.items() if marks}


def hwpx_texts(content: bytes) -> list[str]:
    """Paragraphs and cells in their order; a cell's lines are joined."""
    found = []
    for paragraph in part(content, "Contents/section0.xml").xpath("/hs:sec/hp:p", namespaces=HP):
        cells = paragraph.xpath("./hp:run/hp:tbl/hp:tr/hp:tc", namespaces=HP)
        if cells:
            found += ["\n".join("".join(line.xpath(".//hp:t/text()", namespaces=HP))
                                for line in cell.xpath("./hp:subList/hp:p", namespaces=HP)) for cell in cells]
        else:
            found.append("".join(paragraph.xpath("./hp:run/hp:t/text()", namespaces=HP)))
    return found


def hwpx_by_library(content: bytes, path: Path) -> tuple[int, list[tuple[int, int]]]:
    """As python-hwpx opens it: the number of its top paragraphs, and each table's rows and columns."""
    path.write_bytes(content)
    document = HwpxDocument.open(str(path))
    tables = [table for paragraph in document.paragraphs for table in paragraph.tables]
    return len(document.paragraphs), [(table.row_count, table.column_count) for table in tables]


def docx_texts(content: bytes) -> list[str]:
    """Paragraphs and cells in their order, as python-docx reads them."""
    return list(_docx_texts(docx.Document(io.BytesIO(content))))


def _docx_texts(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, DocxParagraph):
            yield block.text
        elif isinstance(block, DocxTable):
            for row in block._tbl.tr_lst:
                for cell in row.tc_lst:
                    if cell.vMerge != "continue":
                        yield "\n".join(str(paragraph.text) for paragraph in cell.p_lst)


def xlsx_cells(content: bytes, values: bool = False) -> dict[str, list[Any]]:
    """The filled cells of each sheet as openpyxl reads them, formulas or their values."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=values)
    return {sheet.title: [cell for row in sheet.iter_rows() for cell in row if cell.value is not None] for sheet in book}


# The validator wants a theme, which ECMA-376 (part 1, 14.2.7) leaves open and Word does without.
NOT_REQUIRED = "relationships/theme' is missing"


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults_by_office(content: bytes, path: Path) -> list[str]:
    """What the schemas and rules of Microsoft's Open XML SDK find wrong with a DOCX or XLSX file."""
    path.write_bytes(content)
    return [str(error) for error in _validator().validate(str(path)).errors if NOT_REQUIRED not in str(error)]
