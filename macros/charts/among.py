"""What a reader looks for first of a district, with how all the others lie."""

from __future__ import annotations

from dataclasses import dataclass

from macros.charts.dots import Dots, dots
from macros.models.district import District
from macros.reading.guidebook import Guidebook
from macros.views.pages import district_rows
from macros.words.forms import counted

FEWEST = 5  # districts that must have a number, so that there is something to compare


@dataclass(frozen=True)
class KeyFact:
    """What the table of districts says of one; where enough have a number there, with all of them as dots. `unit`: of what theirs are."""

    head: str
    value: str
    unit: str = ""
    among: Dots | None = None


def key_facts(guide: Guidebook, district: District) -> list[KeyFact]:
    """The year of entry, then the table's numbers; what the sources do not say of the district is left out."""
    columns, rows = district_rows(guide)
    year, *own = next(cells for one, cells in rows if one.id == district.id)
    found = [KeyFact(columns[1], str(year)[:5])] if year else []
    for at, (head, value) in enumerate(zip(columns[2:], own, strict=True), 1):
        if value is not None:
            values = [(one.name, cell) for one, cells in rows if isinstance(cell := cells[at], int)]
            what, _, unit = head.removesuffix(")").rpartition("(")  # a number alone says its unit, a table's head says it
            found.append(KeyFact(what, counted(value, unit) if isinstance(value, int) else value, unit,
                                 dots(values, district.name) if len(values) >= FEWEST else None))
    return found
