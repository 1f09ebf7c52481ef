"""How a table is set: figures stand under one another, columns of sentences keep room to be read, districts stand by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile

from macros.models.common import Table

Cells = tuple[int | str, ...]
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


def in_order(table: Table, districts: Collection[str]) -> Table:
    """The table as it is shown: rows and columns of districts by name, what stands below such rows (an average) last.

    Where the order means something, or a row or column of no district stands between, they stay as they are.
    """
    if table.ordered:
        return table
    known = {name for district in districts for name in (district, district[:-1])}
    columns = _columns_by_name(table.columns, known)
    rows = tuple(tuple(row[at] for at in columns) for row in _rows_by_name(table.rows, known))
    return table.model_copy(update={"columns": tuple(table.columns[at] for at in columns), "rows": rows})


def _rows_by_name(rows: tuple[Cells, ...], known: Collection[str]) -> tuple[Cells, ...]:
    own = list(takewhile(lambda row: row[0] in known, rows))
    rest = rows[len(own):]
    return rows if any(row[0] in known for row in rest) else (*sorted(own, key=lambda row: str(row[0])), *rest)


def _columns_by_name(columns: Sequence[str], known: Collection[str]) -> list[int]:
    """The places of the columns in the order in which they are shown."""
    places = list(range(len(columns)))
    own = [at for at in places if columns[at] in known]
    if own and own == places[own[0]:own[-1] + 1]:
        places[own[0]:own[-1] + 1] = sorted(own, key=lambda at: columns[at])
    return places


def total_cells(table: Table) -> tuple[int | str | None, ...]:
    """The line of totals behind its name, which stands over the columns before the first total. None: nothing is added up there."""
    return tuple(table.totals.get(column) for column in table.columns[named_by(table):])


def named_by(table: Table) -> int:
    """How many columns the name of the line of totals stands over."""
    return next((at for at, column in enumerate(table.columns) if column in table.totals), len(table.columns))
