"""A sheet's numbers: sums of fields, what contradicts itself, and between what bounds an unknown number must lie.

A figure is a field's number in parts of its unit (`SCALES`); None is one that is not known; a field that is left
out is blank.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.models.rule import Operator
from macros.rules.evaluate import FLOOR, Sum, holds, slack_of
from macros.rules.figure_terms import Check, Comparison, Tally

Figures = Mapping[str, int | None]


def total(tally: Tally, figures: Figures) -> Sum | None:
    """The tally in parts of its unit; None when all of its fields are blank."""
    if not any(field in figures for field in tally.fields):
        return None
    missing = (any(figures.get(field, 0) is None for field in tally.fields)
               or any(field not in figures for field in tally.required)
               or any(figures.get(field, 0) != 0 for field in tally.open))
    sums = [sum(figures.get(field) or 0 for field in group) for group in tally.groups]
    return Sum(_picked(tally, sums), missing)


def _picked(tally: Tally, sums: Sequence[int]) -> int:
    return {"sum": sum(sums), "larger": max(sums), "smaller": min(sums)}[tally.pick]


def contradictions(checks: Iterable[Check], figures: Figures) -> tuple[Check, ...]:
    """The checks that known numbers fail."""
    failing = []
    for check in checks:
        part, of = total(check.part, figures), total(check.of, figures)
        if not part or not of or part.missing or of.missing:
            continue
        if part.won > of.won or (check.equal and part.won != of.won):
            failing.append(check)
    return tuple(failing)


def doubted(figures: Figures, wrong: Collection[str], touched: Iterable[Tally]) -> Figures:
    """The figures for whoever looks at `touched`: what contradicts other numbers is not known, if it looks at any of that."""
    if not any(field in wrong for tally in touched for field in tally.fields):
        return figures
    return {field: None if field in wrong else value for field, value in figures.items()}


@dataclass(frozen=True)
class Bounds:
    """The least and the most that fields that are not known can be, by what any right numbers fulfil."""

    least: Mapping[str, int]
    most: Mapping[str, int]


def bounds(checks: Iterable[Check], figures: Figures) -> Bounds:
    """From checks whose one side is known and whose other side is a single field that is not."""
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    for check in checks:
        part, of = total(check.part, figures), total(check.of, figures)
        if part and not part.missing and (field := _open(check.of, figures)):
            least[field] = max(least.get(field, 0), part.won)
        if of and not of.missing and (field := _open(check.part, figures)):
            most[field] = min(most.get(field, of.won), of.won)
    return Bounds(least, most)


def _open(tally: Tally, figures: Figures) -> str | None:
    """The tally's only field, if its number is not known."""
    return tally.fields[0] if len(tally.fields) == 1 and figures.get(tally.fields[0]) is None else None


def span(tally: Tally, figures: Figures, limits: Bounds) -> tuple[int, int | None]:
    """The least and the most that the tally can be; None: no bound."""
    known = total(tally, figures)
    if known and not known.missing:
        return known.won, known.won
    low = _picked(tally, [sum(figures.get(field) or limits.least.get(field, 0) for field in group) for group in tally.groups])
    highs = [figures.get(field) if figures.get(field) is not None else limits.most.get(field) for field in tally.fields]
    if tally.pick != "sum" or tally.open or any(high is None for high in highs):
        return low, None
    return low, sum(high or 0 for high in highs)


Span = tuple[int, int | None]


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


def spans(reading: Comparison, figures: Figures, limits: Bounds) -> tuple[Span, Span]:
    """A reading's part and whole; without a whole, one of its unit."""
    unit = reading.part.scale if reading.operator is None else 1
    return span(reading.part, figures, limits), span(reading.of, figures, limits) if reading.of else (unit, unit)
