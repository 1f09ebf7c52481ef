"""HWPX (OWPML, KS X 6101), the format of 한글: a ZIP of XML parts, written from templates.

Lengths in the file are HWPUNIT: a hundredth of a point, 7200 to the inch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from macros.office.documents.archive import archive
from macros.office.documents.document import MARGIN, PAPER, Document, Paragraph, Section
from macros.office.documents.placing import Placed, heights, placed, whole
from macros.office.documents.text import clean
from macros.templating.render import TEMPLATES, environment

MIMETYPE = "application/hwp+zip"
# The parts that hold anything of the document.
OWN = ("Contents/section0.xml", "Contents/content.hpf")
SIZE = 10
# Ids in the templates' header.xml: characters, paragraphs, borders.
CHARS = {"body": 0, "title": 1, "heading": 2, "strong": 3, "note": 4, "lead": 5, "subheading": 6}
PARAS = {"body": 0, "center": 1, "right": 2, "heading": 3, "cell": 4, "cell-center": 5, "cell-right": 6, "note": 7, "title": 8}
KEPT = {"body": 10, "center": 11, "note": 12}  # the same, staying on the page of what follows
BORDERS = {"head": 4, "label": 5, "total": 6}


class Line(NamedTuple):
    """A paragraph in the file's own terms."""

    text: str
    char: int
    para: int
    style: int = 0
    new_page: bool = False


class TableCell(NamedTuple):
    """A cell of a table in the file's own terms; `head` is 1 in a row that is repeated on each page."""

    lines: list[Line]
    row: int
    column: int
    across: int
    down: int
    head: int
    border: int
    width: int
    height: int


@cache
def _environment() -> Environment:
    return environment(TEMPLATES / "office")


def part(template: str, **values: Any) -> bytes:
    """An XML part, without the blanks that only lay the template out."""
    text = _environment().get_template(template).render(**values)
    return re.sub(r">\s+<", "><", text).strip().encode("utf-8")


@cache
def fixed(template: str) -> bytes:
    """An XML part that is the same in all files."""
    return part(template)


def unit(hundredths: float) -> int:
    """Hundredths of a millimetre as HWPUNIT."""
    return round(hundredths * 72 / 25.4)


def write(document: Document) -> bytes:
    """The document as an HWPX file."""
    values = {
        "document": document, "title": clean(document.title), "blocks": list(_blocks(document)), "wide": document.wide,
        "paper": [unit(side * 100) for side in PAPER], "margin": unit(MARGIN * 100), "text_width": unit(document.width * 100),
        "by": clean(document.by),
        "made_on": document.made_on.isoformat(), "said": f"{document.made_on.year}년 {document.made_on.month}월 {document.made_on.day}일",
    }
    preview = "\r\n".join(_preview(document)).encode("utf-8")
    names = ("version.xml", "settings.xml", "Contents/header.xml", "Contents/section0.xml", "Contents/content.hpf",
             "META-INF/container.xml", "META-INF/manifest.xml")
    parts = [(name, part(f"hwpx/{Path(name).name}.j2", **values) if name in OWN else fixed(f"hwpx/{Path(name).name}.j2")) for name in names]
    return archive([("mimetype", MIMETYPE.encode()), parts[0], *parts[2:4], ("Preview/PrvText.txt", preview), parts[1],
                    *parts[5:], parts[4]], stored=frozenset({"mimetype", "version.xml"}))


def _preview(document: Document) -> list[str]:
    """What a file manager shows of the document: its headings."""
    return [clean(line) for line in (document.title, document.subtitle, *(section.title for section in document.sections)) if line]


def _blocks(document: Document) -> list[dict[str, Any]]:
    """Paragraphs and tables in their order."""
    opening = [Line(clean(document.number), CHARS["note"], PARAS["right"])] if document.number else []
    opening.append(Line(clean(document.title), CHARS["title"], PARAS["title"], 1))
    if document.subtitle:
        opening.append(Line(clean(document.subtitle), CHARS["lead"], PARAS["center"]))
    blocks: list[dict[str, Any]] = [{"line": line} for line in opening]
    for section in document.sections:
        blocks += _section(section, document.width)
    return blocks


def _section(section: Section, width: int) -> list[dict[str, Any]]:
    level = min(section.level, 2)
    found: list[dict[str, Any]] = []
    if section.title:
        found.append({"line": Line(clean(section.title), CHARS["heading" if level == 1 else "subheading"], PARAS["heading"], 1 + level,
                                   section.new_page)})
    found += [{"line": line} for paragraph in section.paragraphs for line in _paragraph(paragraph, KEPT if section.grid else PARAS)]
    if section.grid:
        rows = placed(section.grid, width)
        high = [unit(one) for one in heights(section.grid, rows, SIZE)]
        found.append({"table": {
            "rows": [[_cell(at, high, section.grid.heads) for at in row] for row in rows],
            "row_count": len(rows), "column_count": len(section.grid.widths),
            "page_break": "NONE" if whole(section.grid) else "CELL",
            "width": unit(width * 100), "height": sum(high)}})
    return found + [{"line": Line(clean(note), CHARS["note"], PARAS["note"])} for note in section.notes]


def _paragraph(paragraph: Paragraph, paras: Mapping[str, int]) -> list[Line]:
    para = paragraph.style if paragraph.style in paras else "body"
    char = paragraph.style if paragraph.style in CHARS else "body"
    return [Line(line, CHARS[char], paras[para]) for line in clean(paragraph.text).split("\n")]


def _cell(at: Placed, high: list[int], heads: int) -> TableCell:
    """`high`: the height of each row."""
    cell = at.cell
    centred = cell.role in ("head", "label", "index") or (cell.role == "total" and cell.number is None)
    para = "cell-right" if cell.role != "index" and (cell.role == "number" or cell.number is not None) else "cell-center" if centred else "cell"
    char = "strong" if cell.role in ("head", "label", "total") else "note" if cell.role == "note" else "body"
    return TableCell([Line(line, CHARS[char], PARAS[para]) for line in clean(cell.shown).split("\n")],
                     row=at.row, column=at.column, across=cell.across, down=cell.down, head=int(at.row < heads),
                     border=BORDERS.get(cell.role, 3), width=unit(at.width), height=sum(high[at.row:at.row + cell.down]))
