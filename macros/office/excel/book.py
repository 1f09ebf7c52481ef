"""The pen that sheets are written with: texts are never formulas, every formula has a value, some cells have a key."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol, xl_range_abs
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from macros.office.documents.choices import Choices, short
from macros.office.excel.budget.layout import SHEETS
from macros.office.excel.ids import WORDS, name_of
from macros.words.verdicts import LEVELS

FONT = "맑은 고딕"
LINE, INK, MUTED, HEAD, INPUT = "#B6C0CC", "#1A2330", "#566375", "#E6EDF7", "#FFFBE6"
VERDICTS = {LEVELS["breach"]: ("#A3131C", "#FDECEC"), LEVELS["care"]: ("#7A4B00", "#FFF3D6"),
            LEVELS["unknown"]: ("#4A3A91", "#EFECFB"), LEVELS["ok"]: ("#0B6136", "#E5F5EC")}
BASE = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
BOX = {"border": 1, "border_color": LINE}
MONEY = {"num_format": "#,##0", "align": "right"}
# Text format keeps what is typed a text, even after it is edited: "=1+1" stays a name.
TYPED = {**BOX, "bg_color": INPUT, "locked": False, "num_format": "@", "text_wrap": True, "indent": 1}
STYLES: Mapping[str, Mapping[str, Any]] = {
    "text": {}, "title": {"font_size": 16, "bold": True}, "muted": {"font_color": MUTED, "font_size": 9},
    "help": {"text_wrap": True, "valign": "top"}, "bold": {"bold": True},
    "head": {**BOX, "bold": True, "bg_color": HEAD, "text_wrap": True, "indent": 1},
    "head-number": {**BOX, "bold": True, "bg_color": HEAD, "align": "right", "text_wrap": True},
    "cell": {**BOX, "text_wrap": True, "indent": 1}, "name": {**BOX, "bold": True, "text_wrap": True, "indent": 1},
    "verdict": {**BOX, "bold": True, "align": "center"}, "money": {**BOX, **MONEY},
    "sum": {**BOX, **MONEY, "bold": True}, "thousands": {**BOX, "num_format": "#,##0,", "align": "right"},
    "share": {**BOX, "num_format": "0.0%", "align": "right"},
    "point": {**BOX, "num_format": "General", "align": "right"},
    "input-point": {**TYPED, "num_format": "General", "align": "right"},
    "input": TYPED, "input-money": {**TYPED, "num_format": "#,##0", "align": "right"}, "number": BOX,
}
# XML has no place for these; a name that holds one would make the file unreadable.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
ROW, TEXT_LINE = 21, 15  # heights in points: of a row, of a further line of text in it
LONGEST = 32_000  # characters; Excel takes 32,767 in a cell
LONGEST_NAME = 80  # characters of a name in the footer; Excel takes 255 in all, and a name may be of signs that count double
PROTECTION = {"select_locked_cells": True, "select_unlocked_cells": True, "format_rows": True, "format_columns": True,
              "autofilter": True, "sort": False}


def clean(text: str) -> str:
    """The text as a cell can hold it."""
    return UNPRINTABLE.sub("", text)[:LONGEST]


def footer(by: str) -> str:
    """The foot of every printed sheet: the sheet's name, the page, and who made it, as far as there is room."""
    return "&L&A&C&P / &N&R" + short(clean(by), LONGEST_NAME).replace("&", "&&")


class _Worksheet(Worksheet):  # type: ignore[misc]
    """Formulas are written as they are: none has a function newer than Excel 2007, and looking for them takes long."""

    def _write_formula(self, row: int, col: int, formula: str, cell_format: Any = None, value: Any = 0) -> int:
        if self._check_dimensions(row, col):
            return -1  # outside of the sheet, as the library says it
        self.table[row][col] = CellFormulaTuple(formula.removeprefix("="), cell_format, value)
        return 0

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")  # the same in validations and conditional formats


class Sheet:
    """One worksheet. Cells are named as in Excel (`B5`)."""

    def __init__(self, book: Book, name: str) -> None:
        self._book = book
        self._name = name
        self.raw = book.raw.add_worksheet(name, _Worksheet)
        self.raw.hide_gridlines(2)
        self.raw.protect("", PROTECTION)
        self.raw.set_default_row(ROW)
        self.raw.set_paper(9)
        self.raw.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        self.raw.fit_to_pages(1, 0)
        self.raw.set_footer(footer(book.by))

    def text(self, cell: str, text: str, style: str = "text") -> None:
        """A text that stays one, whatever it begins with."""
        if text:
            self.raw.write_string(cell, clean(text), self._book.styles[style])
        else:
            self.raw.write_blank(cell, None, self._book.styles[style])

    def number(self, cell: str, number: float, style: str = "number") -> None:
        """A number."""
        self.raw.write_number(cell, number, self._book.styles[style])

    def blank(self, cell: str, style: str) -> None:
        """An empty cell with a style: a place to type."""
        self.raw.write_blank(cell, None, self._book.styles[style])

    def formula(self, cell: str, formula: str, style: str = "number", empty: int | str = 0, key: str | None = None) -> None:
        """A formula. `empty` is its value in an empty plan; `key` names what the browser writes beside it."""
        self.raw.write_formula(cell, f"={formula}", self._book.styles[style], empty)
        if key:
            self._book.keys[self._name][cell] = key

    def across(self, cells: str, style: str) -> None:
        """Joins cells of a row; what is written into the first of them has room in all."""
        self.raw.merge_range(cells, "", self._book.styles[style])

    def heads(self, row: int, heads: Iterable[tuple[str, str, float]]) -> None:
        """A list's head: for each column its letter, its word (money ends in 원) and its width in characters."""
        for column, word, width in heads:
            self.text(f"{column}{row}", word, "head-number" if word.endswith("원)") else "head")
            self.raw.set_column(f"{column}:{column}", width)
        self.raw.repeat_rows(row - 1)
        self.raw.freeze_panes(row, 0)
        self.raw.set_landscape()

    def fit(self, row: int, *texts: tuple[str, float]) -> None:
        """Makes a row as high as its longest text needs; each text with its column's width in characters."""
        lines = max((sum(-(-sum(2 if char > "\u1100" else 1 for char in line) // int(width - 2)) or 1
                        for line in text.split("\n")) for text, width in texts), default=1)
        self.raw.set_row(row - 1, ROW + TEXT_LINE * (lines - 1))

    def verdict_colours(self, cells: str) -> None:
        """Colours beside the words of verdicts."""
        for word, (ink, ground) in VERDICTS.items():
            self.raw.conditional_format(cells, {
                "type": "cell", "criteria": "==", "value": f'"{word}"',
                "format": self._book.raw.add_format({"font_color": ink, "bg_color": ground})})

    def choose(self, cells: str, source: list[str] | str, help_text: str) -> None:
        """A drop-down; the source is a list or a range."""
        found = source if isinstance(source, str) else self._book.choices.source(source)
        self.raw.data_validation(cells, {
            "validate": "list", "source": found, "error_title": "목록에서 골라 주세요", "error_message": short(clean(help_text))})


class Book:
    """The workbook, made in memory. The same input gives the same bytes."""

    def __init__(self, title: str, created: datetime, by: str, names: tuple[str, ...] = SHEETS) -> None:
        """`by`: the guide's name, in the properties and at the foot of each page."""
        self.by = by
        self._stream = io.BytesIO()
        self.raw = xlsxwriter.Workbook(self._stream, {"in_memory": True, "strings_to_formulas": False,
                                                      "strings_to_urls": False, "strings_to_numbers": False})
        self.raw.set_properties({"title": title, "author": by, "created": created})
        self.raw.set_calc_mode("auto")
        self.styles = {name: self.raw.add_format({**BASE, **style}) for name, style in STYLES.items()}
        self.keys: dict[str, dict[str, str]] = {name: {} for name in names}
        self.choices = Choices()
        self._words: dict[str, str] = {}
        self.sheets = {name: Sheet(self, name) for name in names}

    def place(self, sheet: str, cell: str, *key: str) -> None:
        """Says in the file what the cell is for: whoever reads it again needs no label."""
        self.raw.define_name(name_of(*key), f"='{sheet}'!{xl_range_abs(*xl_cell_to_rowcol(cell), *xl_cell_to_rowcol(cell))}")

    def words(self, labels: Mapping[str, str], *key: str) -> None:
        """Says in the file what the words of a list mean: labels by id."""
        self._words |= {name_of(*key, one): clean(label) for one, label in labels.items()}

    def _write_words(self) -> None:
        if not self._words:
            return
        sheet = self.raw.add_worksheet(WORDS)
        sheet.hide()
        sheet.protect()
        for row, (name, word) in enumerate(self._words.items()):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, word)

    def close(self) -> bytes:
        """The file."""
        self.choices.write(self.raw)
        self._write_words()
        self.raw.close()
        return self._stream.getvalue()
