"""How a table is set: figures stand under one another, columns of sentences keep room to be read, districts stand by name."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from macros.models.common import Table

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?%?")
YEAR = re.compile(r"(?:19|20)\d\d")
NOTHING = ("", "–", "-")
SENTENCE = 18  # letters: what is longer than this would stand in five lines on a phone


def _of_figures(cells: list[int | str]) -> bool:
    """Whole numbers, or figures written as text: `81.7%`, `3,248.5`. Years are names."""
    if any(isinstance(cell, int) for cell in cells):
        return True
    words = [str(cell).strip() for cell in cells if cell not in NOTHING]
    return bool(words) and all(FIGURE.fullmatch(word) for word in words) and not all(YEAR.fullmatch(word) for word in words)


def column_kinds(table: Table) -> tuple[str, ...]:
    """For each column `number` (stands right), `words` (never narrow) or nothing. The first column names the rows."""
    found = []
    for number, cells in enumerate(zip(*table.rows, strict=True)):
        if _of_figures(list(cells)) and (number or any(isinstance(cell, int) for cell in cells)):
            found.append("number")
        else:
            found.append("words" if number and max(len(str(cell)) for cell in cells) > SENTENCE else "")
    return tuple(found)


def rows_in_order(table: Table, districts: Collection[str]) -> tuple[tuple[int | str, ...], ...]:
    """The rows as they are shown: those of districts by name, what stands below them (an average) last.

    Where the order means something, or a row of no district stands between, the rows stay as they are.
    """
    known = {name for district in districts for name in (district, district[:-1])}
    own = list(takewhile(lambda row: row[0] in known, table.rows))
    rest = table.rows[len(own):]
    if table.ordered or any(row[0] in known for row in rest):
        return table.rows
    return (*sorted(own, key=lambda row: str(row[0])), *rest)
