"""Numbers of one district that differ by a power of ten alone: a nought too many, or won where thousands of won are meant.

No fault by itself, so it is told as something to look at: where most records agree, at the one that does not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.walk import inside
from macros.models.case import Figure
from macros.models.common import Table
from macros.models.district import Fact
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.reading.yaml_values import Place
from macros.words.forms import MONEY, counted
from macros.words.korean import particle

TOLD = ("cases", "districts", "topics", "programmes")
DIGITS = 3  # fewer than that are alike by chance
UNIT = re.compile(r"\(([^()]*)\)$")


@dataclass(frozen=True)
class Number:
    """A recorded number: what it comes to (whole won for money), of what, and where it stands."""

    amount: int
    unit: str
    kind: str
    key: str
    place: Place

    @property
    def said(self) -> str:
        """As pages say it."""
        return counted(self.amount, self.unit)


def odd_digits(guide: Guidebook) -> list[Problem]:
    """Each number that has the very digits of others of its district, but more or fewer noughts."""
    alike: dict[tuple[str, str, str], list[Number]] = defaultdict(list)
    for district, number in _numbers(guide):
        digits = str(number.amount).rstrip("0")
        if len(digits) >= DIGITS:
            alike[district, digits, number.unit].append(number)
    return [problem for (district, _, _), numbers in alike.items() for problem in _told(guide, district, numbers)]


def _told(guide: Guidebook, district: str, numbers: list[Number]) -> Iterator[Problem]:
    amounts = Counter(one.amount for one in numbers).most_common()
    if len(amounts) < 2:
        return
    usual, times = amounts[0]
    other = next(one for one in numbers if one.amount == usual)
    origin = guide.problem(other.kind, other.key, other.place, "")
    for one in numbers:
        if one.amount != usual and (times > 1 or len(numbers) == 2):
            yield guide.problem(one.kind, one.key, one.place, f"{district}의 {one.said}: {origin.file}:{origin.line}의 "
                                f"{other.said}{particle(other.said, '과/와')} 자릿수만 달라요. 0의 수와 단위를 확인해 주세요.")


def _numbers(guide: Guidebook) -> Iterator[tuple[str, Number]]:
    """The numbers that are of one district, with its name."""
    names = frozenset(district.name for district in guide.districts.values())
    for kind, key, record in guide.records():
        if kind not in TOLD:
            continue
        own = str(getattr(record, {"cases": "district", "districts": "name"}.get(kind, "-"), ""))
        for place, found in inside(record):
            if isinstance(found, Figure) and own and not found.derived:
                yield own, _number(found.value, found.unit, kind, key, (*place, "value"))
            elif isinstance(found, Fact) and found.value is not None:
                yield own, _number(found.value, found.unit or "", kind, key, (*place, "value"))
            elif isinstance(found, Table):
                yield from _cells(found, kind, key, place, names)


def _cells(table: Table, kind: str, key: str, place: Place, names: frozenset[str]) -> Iterator[tuple[str, Number]]:
    for at, row in enumerate(table.rows):
        if row and row[0] in names:
            for index, (column, cell) in enumerate(zip(table.columns, row, strict=False)):
                if isinstance(cell, int) and not isinstance(cell, bool):
                    unit = UNIT.search(column)
                    yield str(row[0]), _number(cell, unit[1] if unit else table.unit or "", kind, key, (*place, "rows", at, index))


def _number(value: int, unit: str, kind: str, key: str, place: Place) -> Number:
    return Number(value * MONEY[unit], "원", kind, key, place) if unit in MONEY else Number(value, unit, kind, key, place)
