"""Where numbers stand, and sums over them: one form for a plan's lines and for a sheet's fields.

Two adapters make cells (`plan_cells`, `sheet_cells`); everything after them looks at cells alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from macros.models.plan import Kinds, Project
from macros.rules.terms import PICKS, Measure

Figures = Mapping[str, int | None]


@dataclass(frozen=True)
class Cell:
    """A number and where it stands: a project's part, the kinds of cost that it is (the 비목 first), a fund; or a field's id.

    `won`: whole won, or parts of another unit; what is not known is `missing` and counts nothing.
    """

    project: str = ""
    part: str | None = None
    kinds: Kinds = ()
    fund: str = ""
    id: str = ""
    won: int = 0
    missing: bool = False


Cells = tuple[Cell, ...]


@dataclass(frozen=True)
class Sum:
    """A sum; `missing` when some of what belongs to it is not known; `blank` when none of its fields is there at all."""

    won: int
    missing: bool
    blank: bool = False


NOTHING, BLANK = Sum(0, False), Sum(0, True, True)


def plan_cells(projects: Iterable[Project]) -> Cells:
    """A cell for each fund of each line."""
    return tuple(Cell(project.id, project.part, line.kinds, fund, "", amount or 0, amount is None)
                 for project in projects for line in project.lines for fund, amount in line.amounts.items())


def sheet_cells(figures: Figures) -> Cells:
    """A cell for each field that is filled; None is a number that is not known."""
    return tuple(Cell(id=field, won=value or 0, missing=value is None) for field, value in figures.items())


def counts(measure: Measure, cell: Cell) -> bool | None:
    """Whether the cell belongs to the measure; None when that is not known yet.

    A line of several kinds belongs once, by any of them.
    """
    if measure.won is not None or (measure.funds and cell.fund not in measure.funds):
        return False
    if measure.fields:
        return True if cell.id in measure.fields else None if cell.id in measure.open else False
    unknown = False
    if measure.parts and cell.part not in measure.parts:
        if cell.part is not None:
            return False
        unknown = True
    kinds = cell.kinds[:1] if measure.by_kind else cell.kinds
    if measure.kinds and measure.every_kind.isdisjoint(kinds):
        if None not in kinds:
            return False
        unknown = True
    return None if unknown else True


def total(measure: Measure, cells: Iterable[Cell]) -> Sum:
    """The measure's sum over the cells; or what has been told of it."""
    if measure.won is not None:
        return Sum(measure.won, False)
    found, missing = list[Cell](), False
    for cell in cells:
        belongs = counts(measure, cell)
        if belongs is None:
            missing = missing or cell.missing or cell.won != 0
        elif belongs:
            found.append(cell)
            missing = missing or cell.missing
    if not measure.fields:
        return Sum(sum([cell.won for cell in found]), missing)
    if not found:
        return BLANK
    sums = [sum(cell.won for cell in found if cell.id in group) for group in measure.groups]
    return Sum(PICKS[measure.pick](sums), missing or not {cell.id for cell in found}.issuperset(measure.required))


def overlap(part: Measure, whole: Measure, cells: Iterable[Cell]) -> int:
    """What the part and the whole both count; of the larger or smaller of sums, all or nothing."""
    if part.pick == whole.pick == "sum":
        return sum(cell.won for cell in cells if counts(part, cell) and counts(whole, cell))
    return total(part, cells).won if part.within(whole) else 0


def further(measure: Measure, cells: Cells) -> int:
    """What of the measure's sum stands in lines of another 비목 that are of a kind of it too, in won."""
    return total(measure, cells).won - total(replace(measure, by_kind=True), cells).won if measure.kinds else 0
