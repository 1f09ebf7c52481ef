"""A sheet's numbers: what contradicts itself, and between what bounds an unknown number must lie."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from macros.models.rule import Operator
from macros.rules.cells import Cells, total
from macros.rules.figure_terms import Check
from macros.rules.judge import FLOOR, holds, slack_of
from macros.rules.terms import PICKS, BandRow, Comparison, Measure


def contradictions(checks: Iterable[Check], cells: Cells) -> tuple[Check, ...]:
    """The checks that known numbers fail."""
    failing = []
    for check in checks:
        part, of = total(check.part, cells), total(check.of, cells)
        if not part.missing and not of.missing and (part.won > of.won or (check.equal and part.won != of.won)):
            failing.append(check)
    return tuple(failing)


def doubted(cells: Cells, wrong: Collection[str], touched: Iterable[Measure]) -> Cells:
    """The cells for whoever looks at `touched`: what contradicts other numbers is not known, if it looks at any of that."""
    if not any(field in wrong for measure in touched for field in measure.fields):
        return cells
    return tuple(replace(cell, won=0, missing=True) if cell.id in wrong else cell for cell in cells)


@dataclass(frozen=True)
class Bounds:
    """The numbers that are known; the least and the most that others can be, by what any right numbers fulfil."""

    known: Mapping[str, int]
    least: Mapping[str, int]
    most: Mapping[str, int]


def bounds(checks: Iterable[Check], cells: Cells) -> Bounds:
    """From checks whose one side is known and whose other side is a single field that is not."""
    known = {cell.id: cell.won for cell in cells if not cell.missing}
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    for check in checks:
        part, of = total(check.part, cells), total(check.of, cells)
        if not part.missing and (field := _open(check.of, known)):
            least[field] = max(least.get(field, 0), part.won)
        if not of.missing and (field := _open(check.part, known)):
            most[field] = min(most.get(field, of.won), of.won)
    return Bounds(known, least, most)


def _open(measure: Measure, known: Mapping[str, int]) -> str | None:
    """The measure's only field, if its number is not known."""
    return measure.fields[0] if len(measure.fields) == 1 and measure.fields[0] not in known else None


Span = tuple[int, int | None]


def span(measure: Measure, cells: Cells, limits: Bounds) -> Span:
    """The least and the most that the measure can be; None: no bound."""
    found, known = total(measure, cells), limits.known
    if not found.missing:
        return found.won, found.won
    low = PICKS[measure.pick]([sum(known.get(field) or limits.least.get(field, 0) for field in group) for group in measure.groups])
    highs = [known.get(field, limits.most.get(field)) for field in measure.fields]
    if measure.pick != "sum" or measure.open or any(high is None for high in highs):
        return low, None
    return low, sum(high or 0 for high in highs)


def can(operator: Operator, num: int, den: int, part: Span, whole: Span) -> tuple[bool, bool]:
    """Whether a comparison can hold, and whether it can fail, for numbers within their spans."""
    if operator == "equal":
        return True, True
    (least, most), (small, large) = part, whole
    full, bare = (most, small), (least, large)  # the largest share there can be, and the smallest
    best, worst = (full, bare) if operator in FLOOR else (bare, full)
    return _at(operator, num, den, best, True), not _at(operator, num, den, worst, False)


def _at(operator: Operator, num: int, den: int, corner: tuple[int | None, int | None], best: bool) -> bool:
    """Whether it holds at a corner; without a bound it is as good, or as bad, as can be."""
    part, whole = corner
    if part is None or (whole is None and num > 0):
        return best
    return holds(operator, slack_of(operator, num, den, part, whole or 0))


def possible(rows: Iterable[BandRow], reading: Comparison, cells: Cells, limits: Bounds) -> tuple[str, ...]:
    """What a reading whose numbers are not all known may come to: ok and fail, or the rows that may decide it."""
    unit = reading.part.scale if reading.operator is None else 1  # without a whole, one of its unit
    ends = span(reading.part, cells, limits), span(reading.of, cells, limits) if reading.of else (unit, unit)
    if reading.operator is not None:
        hold, fail = can(reading.operator, reading.num, reading.den, *ends)
        return (*(["ok"] if hold else []), *(["fail"] if fail else []))
    found = []
    for row in rows:
        hold, fail = (True, False) if row.operator is None else can(row.operator, row.num, row.den, *ends)
        if hold:
            found.append(row.id)
        if not fail:
            break
    return tuple(found)
