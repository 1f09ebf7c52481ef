"""XLSX: a sheet for each section, every text written as text, formulas with their values."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.office.documents.choices import Choices, message, strictly
from macros.office.documents.document import MARGIN, Cell, Document, Grid, millimetres
from macros.office.documents.placing import Placed, lines, placed
from macros.office.documents.sheets import Place, Sheet
from macros.office.documents.text import clean

FONT = "맑은 고딕"
A4 = 9
FILLS = {"head": "#E3E9F2", "label": "#F3F5F8", "total": "#FBF6E6"}
# A constant of a formula, in which nothing is a name; or a name.
_NAMED = re.compile(r'"(?:[^"]|"")*"|\{([a-z0-9-]+)\.(?:r(\d+))?c(\d+)\}')
_SHEET = re.compile(r"[\[\]:*?/\\']")
# Excel's own unit of a column's width is about 1.9 mm of the default font.
MM_PER_WIDTH = 2.0
HIGHEST = 409  # points: Excel knows no higher row


@dataclass
class Writing:
    """One workbook in the making: its formats, and where each section's table lies."""

    book: xlsxwriter.Workbook
    formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)

    def format(self, **values: Any) -> Any:
        """The format of these values, made once."""
        key = tuple(sorted(values.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **values})
        return self.formats[key]


def write(document: Document) -> bytes:
    """The document as an XLSX file. Sections of one sheet stand below one another and share its columns."""
    with strictly():
        return _written(document)


def _written(document: Document) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                     "strings_to_numbers": False})
    book.set_properties({"title": clean(document.title), "author": clean(document.by),
                         "created": datetime(document.made_on.year, document.made_on.month, document.made_on.day)})
    writing = Writing(book)
    sheets = [Sheet(document, sheet_name(name), list(sections))
              for name, sections in groupby(document.sections, key=lambda section: section.sheet)]
    for sheet in sheets:
        writing.places |= sheet.places()
    for sheet in sheets:
        _sheet(writing, sheet)
    writing.choices.write(book)
    book.close()
    return out.getvalue()


def sheet_name(name: str) -> str:
    """A name that Excel takes for a sheet: no bracket, colon or slash, at most 31 characters."""
    return _SHEET.sub(" ", clean(name)).strip()[:31]


def _sheet(writing: Writing, sheet: Sheet) -> None:
    made = writing.book.add_worksheet(sheet.name)
    for column, width in enumerate(millimetres(sheet.widths, sheet.document.width)):
        made.set_column(column, column, max(width / 100 / MM_PER_WIDTH, 4))
    for row, text, look in sheet.prose():
        _prose(writing, made, row, len(sheet.widths) - 1, text, look, sheet.document.width)
    for section in sheet.sections:
        if section.grid:
            _table(writing, made, sheet, section.id, section.grid)
    _page(made, sheet)


def _table(writing: Writing, made: Any, sheet: Sheet, key: str, grid: Grid) -> None:
    place = writing.places[key]
    for row in placed(grid, sheet.document.width):
        for at in row:
            _cell(writing, made, place, at)
        made.set_row(place.top + row[0].row, _height(grid, row))


def _prose(writing: Writing, made: Any, row: int, last: int, text: str, look: dict[str, Any], width: int) -> None:
    """A line of prose across all columns; its height follows its length."""
    size = int(look.get("font_size", 10))
    form = writing.format(text_wrap=True, **look)
    if last > 0:
        made.merge_range(row, 0, row, last, "", form)
    made.write_string(row, 0, text, form)
    made.set_row(row, min(max(lines(text, width * 100, size) * size * 1.5 + 4, 18), HIGHEST))


def _height(grid: Grid, row: list[Placed]) -> float:
    need = max((max(at.cell.room, lines(at.cell.shown, at.width, 10)) for at in row if at.cell.down == 1), default=1)
    return min(max(need * 15 + 5, grid.least * 2.83 if row[0].row >= grid.heads else 0, 20), HIGHEST)


def _cell(writing: Writing, made: Any, place: Place, at: Placed) -> None:
    cell = at.cell
    row, column = place.top + at.row, place.edges[at.column]
    last_row, last_column = row + cell.down - 1, place.edges[at.column + cell.across] - 1
    form = writing.format(**_look(cell))
    if (last_row, last_column) != (row, column):
        made.merge_range(row, column, last_row, last_column, "", form)
    if cell.formula:
        made.write_formula(row, column, "=" + named(cell.formula, writing.places), form, _value(cell))
    elif cell.number is not None:
        made.write_number(row, column, _value(cell), form)
    elif cell.text:
        made.write_string(row, column, clean(cell.text), form)
    else:
        made.write_blank(row, column, None, form)
    if cell.choices:
        made.data_validation(row, column, row, column, {
            "validate": "list", "source": writing.choices.source(cell.choices), "error_title": "고르는 칸이에요",
            "error_message": message(cell.choices)})


def _look(cell: Cell) -> dict[str, Any]:
    look: dict[str, Any] = {"border": 1, "text_wrap": True}
    if cell.role in FILLS:
        look |= {"bg_color": FILLS[cell.role], "bold": True}
    if cell.role in ("head", "label", "index"):
        look["align"] = "center"
    if cell.percent:
        look |= {"num_format": "0.0%", "align": "right"}
    elif cell.role != "index" and (cell.number is not None or cell.role == "number"):
        look |= {"num_format": "#,##0", "align": "right"}
    return look


def _value(cell: Cell) -> Any:
    if cell.number is None:
        return clean(cell.text)
    return cell.number / 1000 if cell.percent else cell.number


def named(formula: str, places: Mapping[str, Place]) -> str:
    """The formula with `{section.r2c3}` and `{section.c3}` as Excel addresses them."""
    def address(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0]
        place = places[found[1]]
        column = place.edges[int(found[3]) - 1]
        if found[2]:
            return f"'{place.sheet}'!{xl_rowcol_to_cell(place.first + int(found[2]) - 1, column, True, True)}"
        return f"'{place.sheet}'!{xl_range_abs(place.first, column, place.last, column)}"
    return _NAMED.sub(address, formula)


def _page(made: Any, sheet: Sheet) -> None:
    """A4 with the document's margins, as wide as one page; the head of the last table on every page."""
    made.set_paper(A4)
    made.set_margins(*(MARGIN / 25.4,) * 4)
    made.fit_to_pages(1, 0)
    made.set_footer("&C- &P -")
    if sheet.document.wide:
        made.set_landscape()
    places = list(sheet.places().values())
    if places and places[-1].first > places[-1].top:
        made.repeat_rows(places[-1].top, places[-1].first - 1)
        if len(places) == 1:
            made.freeze_panes(places[-1].first, 0)
