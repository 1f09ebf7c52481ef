"""A document as every writer reads it: headings, paragraphs and bordered tables on A4 paper.

Lengths are millimetres. Texts are plain: a writer escapes them in its own format; a newline starts a new line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Literal

Format = Literal["hwpx", "docx", "xlsx"]
FORMATS: tuple[Format, ...] = ("hwpx", "docx", "xlsx")
Role = Literal["head", "label", "input", "number", "index", "total", "note"]
Style = Literal["body", "lead", "center", "note"]

PAPER = (210, 297)
MARGIN = 20


@dataclass(frozen=True)
class Cell:
    """One cell of a table.

    `number` is a whole number, shown with separators; then `text` only says what a formula shows instead.
    `formula` is Excel's, for the sheet alone; the number or the text is its value. It names cells as
    `{section.r2c3}` (second row below the head, third column) and columns as `{section.c3}`. What only a formula
    can tell (a form that is still empty) is left blank on paper: `on_paper` is False.
    `room` is how many lines can be written in it.
    """

    text: str = ""
    role: Role = "input"
    across: int = 1
    down: int = 1
    number: int | None = None
    percent: bool = False
    formula: str | None = None
    choices: tuple[str, ...] = ()
    on_paper: bool = True
    room: int = 1

    @property
    def shown(self) -> str:
        """The cell's text on paper: a number with separators, a share in tenths of a percent."""
        if not self.on_paper:
            return ""
        if self.number is None:
            return self.text
        return percent(self.number) if self.percent else f"{self.number:,}"


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A bordered table. `widths` are weights of the columns; the first `heads` rows are repeated on each page.

    A row lists only the cells that begin in it: what a wide or tall cell covers is left out.
    """

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    heads: int = 1
    least: int = 0

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the head."""
        return self.rows[self.heads:]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of its own."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Section:
    """A part of the document: a heading, paragraphs, a table, notes below it. In Excel a sheet named `sheet`."""

    id: str
    title: str
    sheet: str
    paragraphs: tuple[Paragraph, ...] = ()
    grid: Grid | None = None
    notes: tuple[str, ...] = ()
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True)
class Document:
    """A whole document. `made_on` is the day on which its data was last checked, `by` the name of the guide that made it."""

    id: str
    title: str
    made_on: date
    number: str = ""
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    wide: bool = False
    by: str = ""

    @cached_property
    def key(self) -> bytes:
        """All of it, by which files that were made of it are known again."""
        return repr(self).encode()

    @property
    def width(self) -> int:
        """The width between the margins, in millimetres."""
        return PAPER[1 if self.wide else 0] - 2 * MARGIN


def head(*labels: str) -> Row:
    """A row of column heads."""
    return tuple(Cell(label, "head") for label in labels)


def percent(tenths: int) -> str:
    """705 -> `70.5%`; 700 -> `70%`."""
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"


def millimetres(widths: tuple[int, ...], total: int) -> tuple[int, ...]:
    """The columns' widths in hundredths of a millimetre; they add up to `total` millimetres exactly."""
    whole = sum(widths)
    edges = [total * 100 * sum(widths[:index]) // whole for index in range(len(widths) + 1)]
    return tuple(right - left for left, right in pairwise(edges))
