"""How a table's columns are set: figures stand under one another, columns of sentences keep room to be read."""

from __future__ import annotations

import re

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
