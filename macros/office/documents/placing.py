"""Where the cells of a table lie, when wide and tall ones cover others; and how high a row must be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.office.documents.document import Cell, Grid, millimetres

SHORT = 6
MARK = re.compile(r"\{\{.*?\}\}")
# A row grows with its text anyway; to ask for more than fits a page breaks the file (Word takes 55 cm at most).
HIGHEST = 15000


@dataclass(frozen=True)
class Placed:
    """A cell with its row and column, counted from 0, and its width in hundredths of a millimetre."""

    cell: Cell
    row: int
    column: int
    width: int


def placed(grid: Grid, total: int) -> list[list[Placed]]:
    """The cells of each row in a table of `total` millimetres. Raises ValueError when a row does not fit the columns."""
    widths = millimetres(grid.widths, total)
    taken: defaultdict[int, set[int]] = defaultdict(set)  # by row, the columns that cells of it or of rows above lie in
    rows = []
    for number, row in enumerate(grid.rows):
        made = []
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            end = column + cell.across
            for covered in range(number, number + cell.down):
                taken[covered].update(range(column, end))
            made.append(Placed(cell, number, column, sum(widths[column:end])))
            column = end
        if len(taken[number]) != len(widths) or len(widths) in taken[number]:
            raise ValueError(f"row {number} has not {len(widths)} columns: {[cell.text for cell in row]}")
        rows.append(made)
    return rows


@lru_cache(maxsize=10_000)  # each format of a document asks for the same texts, and many cells hold the same
def lines(text: str, width: int, size: int) -> int:
    """How many lines the text takes in `width` hundredths of a millimetre, at `size` points. A guess on the safe side."""
    em = size * 35.3
    return sum(max(1, -(-int(_ems(line) * em * 1.04) // max(width - 400, 400))) for line in text.split("\n"))


def _ems(text: str) -> float:
    """The text's width in ems: Hangul is as wide as it is high, Latin about half."""
    return sum(map(_em, text))


@cache
def _em(char: str) -> float:
    return 1.0 if unicodedata.east_asian_width(char) in "WF" else 0.55


def heights(grid: Grid, rows: list[list[Placed]], size: int) -> list[int]:
    """Each row's height in hundredths of a millimetre, from the texts of the cells that lie in it alone.

    A note is a point smaller than `size`. None is higher than a page has room for. A mark of a template tells nothing of what will
    stand there: it takes a line, and the row grows with what fills it.
    """
    def need(at: Placed) -> int:
        points = size - 1 if at.cell.role == "note" else size
        return int(max(at.cell.room, lines(MARK.sub("", at.cell.shown), at.width, points)) * points * 35.3 * 1.3)

    def one(row: list[Placed]) -> int:
        return min(max(max((need(at) for at in row if at.cell.down == 1), default=0) + 200, 700), HIGHEST)
    return [max(one(row), grid.least * 100 if number >= grid.heads else 0) for number, row in enumerate(rows)]


def whole(grid: Grid) -> bool:
    """Whether the table is so short that it is better moved to the next page than parted.

    A template's table (its cells hold marks) grows in the browser: it must be free to part.
    """
    return len(grid.rows) <= SHORT and not any("{{" in cell.text for row in grid.rows for cell in row)
