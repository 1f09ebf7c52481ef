"""What can be chosen in a cell of Excel: a short list stands in the cell, any other on a hidden sheet that the cell names.

A list in the cell holds 255 letters and parts its items with commas; xlsxwriter leaves out a longer one with a warning.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from xlsxwriter.utility import xl_range_abs

from macros.office.documents.text import clean

SHEET = "고르는 목록"
LONGEST = 255


class Choices:
    """The lists of one workbook that do not fit into their cells, a column each."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], int] = {}

    def source(self, choices: Sequence[str]) -> list[str] | str:
        """What a cell's validation names: the choices, or where they stand."""
        cleaned = tuple(map(clean, choices))
        if len(",".join(cleaned)) <= LONGEST and not any("," in one for one in cleaned):
            return list(cleaned)
        column = self._columns.setdefault(cleaned, len(self._columns))
        return f"='{SHEET}'!{xl_range_abs(0, column, len(cleaned) - 1, column)}"

    def write(self, book: Any) -> None:
        """The hidden sheet, after all others; none where every list fits."""
        if not self._columns:
            return
        sheet = book.add_worksheet(SHEET)
        sheet.hide()
        sheet.protect()  # a list that is changed by accident would offer what nothing can read
        for choices, column in self._columns.items():
            for row, one in enumerate(choices):
                sheet.write_string(row, column, one)


def message(choices: Sequence[str]) -> str:
    """What Excel says to another value."""
    return short("목록에 있는 것 가운데 골라 주세요: " + ", ".join(map(clean, choices)))


def short(text: str, most: int = LONGEST) -> str:
    """As much of a text as Excel shows in a message; its writer leaves a longer one out with a warning."""
    return text if len(text) <= most else text[:most - 1] + "…"


@contextmanager
def strictly() -> Iterator[None]:
    """What a writer of files warns of it has left out of the file: that must not pass unseen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield
