"""DOCX (WordprocessingML, ECMA-376): a ZIP of XML parts, written from templates.

Lengths in the file are twentieths of a point, 1440 to the inch.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from macros.office.documents.archive import archive
from macros.office.documents.document import MARGIN, PAPER, Document, Grid, Section, millimetres
from macros.office.documents.hwpx import fixed, part
from macros.office.documents.placing import Placed, heights, placed, whole
from macros.office.documents.text import clean

SIZE = 10
STYLES = {"index": "TableIndex", "note": "TableNote"}
FILLS = {"head": "E3E9F2", "label": "F3F5F8", "total": "FBF6E6"}
NAMES = ("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/document.xml", "word/styles.xml",
         "word/settings.xml", "word/fontTable.xml", "word/footer1.xml", "word/_rels/document.xml.rels")

# The parts that hold anything of the document.
OWN = ("docProps/app.xml", "docProps/core.xml", "word/document.xml")


@dataclass(frozen=True)
class Covered:
    """The place in a row that a tall cell from above covers: Word wants it named."""

    across: int
    width: int


class TableCell(NamedTuple):
    """A cell of a table in the file's own terms: `merge` begins or continues what is merged with cells below."""

    lines: list[str]
    across: int
    width: int
    style: str
    fill: str = ""
    merge: str = ""
    strong: bool = False


def twips(hundredths: float) -> int:
    """Hundredths of a millimetre as twentieths of a point."""
    return round(hundredths * 14.4 / 25.4)


def write(document: Document) -> bytes:
    """The document as a DOCX file."""
    sides = PAPER[::-1] if document.wide else PAPER
    values = {
        "title": clean(document.title), "number": clean(document.number), "subtitle": clean(document.subtitle), "wide": document.wide,
        "paper": [twips(side * 100) for side in sides], "margin": twips(MARGIN * 100),
        "made_on": document.made_on.isoformat(), "by": clean(document.by),
        "sections": [_section(section, document.width) for section in document.sections],
    }
    return archive((name, part(f"docx/{Path(name).name}.j2", **values) if name in OWN else fixed(f"docx/{Path(name).name}.j2"))
                   for name in NAMES)


def _section(section: Section, width: int) -> dict[str, Any]:
    return {
        "title": clean(section.title), "style": f"Heading{min(section.level, 2)}", "new_page": section.new_page,
        "paragraphs": [(clean(paragraph.text).split("\n"), paragraph.style) for paragraph in section.paragraphs],
        "table": _table(section.grid, width) if section.grid else None,
        "notes": [clean(note) for note in section.notes],
    }


def _table(grid: Grid, width: int) -> dict[str, Any]:
    rows = placed(grid, width)
    high = heights(grid, rows, SIZE)
    widths = millimetres(grid.widths, width)
    return {"whole": whole(grid), "width": twips(width * 100), "columns": [twips(one) for one in widths],
            "rows": [{"head": number < grid.heads, "height": twips(high[number]),
                      "cells": [_cell(at) for at in _with_covered(number, rows, widths)]} for number in range(len(rows))]}


def _with_covered(number: int, rows: list[list[Placed]], widths: tuple[int, ...]) -> list[Placed | Covered]:
    """The row's cells with the places that cells of earlier rows cover, from left to right."""
    found: list[tuple[int, Placed | Covered]] = [(at.column, at) for at in rows[number]]
    for above in (at for row in rows[:number] for at in row):
        if above.row + above.cell.down > number:
            columns = widths[above.column:above.column + above.cell.across]
            found.append((above.column, Covered(above.cell.across, sum(columns))))
    return [at for _, at in sorted(found, key=lambda pair: pair[0])]


def _cell(at: Placed | Covered) -> TableCell:
    if isinstance(at, Covered):
        return TableCell([""], at.across, twips(at.width), "TableText", merge="continue")
    cell = at.cell
    strong = cell.role in ("head", "label", "total")
    right = cell.role != "index" and (cell.role == "number" or cell.number is not None)
    style = "TableNumber" if right else "TableHead" if strong else STYLES.get(cell.role, "TableText")
    return TableCell(clean(cell.shown).split("\n"), cell.across, twips(at.width), style, FILLS.get(cell.role, ""),
                     "restart" if cell.down > 1 else "", strong)
