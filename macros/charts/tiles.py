"""The districts as tiles of a map, shaded by the year in which each first took part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.district import District

# The shades in docs/assets/css/tokens.css: --hg-scale-1 is the lightest.
SHADES = 5


@dataclass(frozen=True)
class Entry:
    """The districts that first took part in a year, and their shade; no year and shade 0 where none is known."""

    year: int | None
    shade: int
    districts: tuple[District, ...]

    @property
    def disputed(self) -> tuple[str, ...]:
        """The ids of the districts about whose year the sources disagree."""
        return tuple(district.id for district in self.districts
                     if any(fact.subject == "entry" and fact.conflicts for fact in district.facts))


def entries(districts: Iterable[District]) -> tuple[Entry, ...]:
    """The districts by year of entry, the earliest first and darkest, those without a year last."""
    ordered = sorted(districts, key=lambda district: district.name)
    years = sorted({district.entry_year for district in ordered if district.entry_year})
    found = [Entry(year, max(SHADES - index, 1), tuple(one for one in ordered if one.entry_year == year))
             for index, year in enumerate(years)]
    without = tuple(one for one in ordered if one.entry_year is None)
    return (*found, Entry(None, 0, without)) if without else tuple(found)


def tiles(found: Iterable[Entry]) -> tuple[tuple[District, Entry], ...]:
    """The districts as the eye reads the map: from the north-west, row by row."""
    placed = [(district, entry) for entry in found for district in entry.districts]
    return tuple(sorted(placed, key=lambda one: (one[0].tile.row, one[0].tile.col)))
