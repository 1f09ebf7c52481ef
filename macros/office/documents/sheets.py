"""Where the parts of a document stand on the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.office.documents.document import Document, Section
from macros.office.documents.text import clean

NOTE = {"font_size": 9, "font_color": "#444444"}


@dataclass(frozen=True)
class Place:
    """A table on its sheet: rows counted from 0, the first and last row below its head, its columns' edges."""

    sheet: str
    top: int
    first: int
    last: int
    edges: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """Sections that share a sheet: their tables share the columns of the one that has most."""

    document: Document
    name: str
    sections: list[Section]

    @property
    def widths(self) -> tuple[int, ...]:
        """The weights of the sheet's columns."""
        return max((section.grid.widths for section in self.sections if section.grid), key=len, default=(1,))

    def prose(self) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Everything outside the tables: its row, its text, its look."""
        yield from enumerated(0, self._opening())
        for section, row in self._rows():
            above = self._above(section)
            yield from enumerated(row, above)
            below = row + len(above) + (len(section.grid.rows) if section.grid else 0)
            yield from enumerated(below, [(clean(note), NOTE) for note in section.notes])

    def places(self) -> dict[str, Place]:
        """Where each section's table lies."""
        found = {}
        for section, row in self._rows():
            if section.grid:
                top = row + len(self._above(section))
                found[section.id] = Place(self.name, top, top + section.grid.heads, top + len(section.grid.rows) - 1,
                                          spread(section.grid.widths, self.widths))
        return found

    def _opening(self) -> list[tuple[str, dict[str, Any]]]:
        """What stands above everything: the form's number, its title, what kind of copy this is."""
        found: list[tuple[str, dict[str, Any]]] = [
            (self.document.number, {"font_size": 9, "align": "right"}), (self.document.title, {"font_size": 15, "bold": True}),
            (self.document.subtitle, {"font_color": "#1F4E9C"})]
        return [(clean(text), look) for text, look in found if text]

    def _above(self, section: Section) -> list[tuple[str, dict[str, Any]]]:
        said: list[tuple[str, dict[str, Any]]] = [(line, NOTE if one.style == "note" else {}) for one in section.paragraphs
                                                  for line in clean(one.text).split("\n")]
        return [(clean(section.title), {"font_size": 12, "bold": True}), *said] if section.title else said

    def _rows(self) -> Iterator[tuple[Section, int]]:
        """Each section with the row in which it begins; a row is left free between them."""
        row = len(self._opening()) + 1
        for section in self.sections:
            yield section, row
            row += len(self._above(section)) + (len(section.grid.rows) if section.grid else 0) + len(section.notes) + 1


def enumerated(row: int, texts: list[tuple[str, dict[str, Any]]]) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """The texts with their rows, from `row` on."""
    for number, (text, look) in enumerate(texts, row):
        yield number, text, look


def spread(few: tuple[int, ...], many: tuple[int, ...]) -> tuple[int, ...]:
    """The edges of `few` columns laid over `many`: each at the nearest edge, each column at least one wide."""
    if len(few) == len(many):
        return tuple(range(len(few) + 1))
    right = [sum(many[:count]) / sum(many) for count in range(len(many) + 1)]
    edges = [0]
    for number in range(1, len(few)):
        wanted = sum(few[:number]) / sum(few)
        possible = range(edges[-1] + 1, len(many) - (len(few) - number) + 1)
        edges.append(min(possible, key=lambda at: abs(right[at] - wanted)))
    return (*edges, len(many))
