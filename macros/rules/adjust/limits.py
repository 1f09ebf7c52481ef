"""A plan's limits as demands on changes of its amounts, in whole numbers.

A change of a cell moves a limit's slack by a whole number, its gain. What holds or fails has to hold; what cannot be
judged must not get worse; what does not apply because nothing is there stays without money where money would break
it. Money leaves a fund or moves within it; it never comes in. The twin of docs/assets/js/rules/adjust/limits.js.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from macros.models.plan import Plan, Project
from macros.rules import cells
from macros.rules.evaluate import as_told, evaluate_cap, followed, limit_of, scopes
from macros.rules.judge import FLOOR, least
from macros.rules.terms import Measure, Rule


@dataclass(frozen=True)
class Cell:
    """One fund of one line. `line` counts through the plan; `free`: may be changed. `gains`, by limit: of one won more."""

    line: int
    fund: str
    won: int
    free: bool
    gains: Mapping[int, int]


@dataclass(frozen=True)
class Limit:
    """The changes' gains must come to `short` or more. `rule` None: a fund, which never grows."""

    rule: str | None
    project: str | None
    short: int


@dataclass
class Limits:
    """A plan's cells in their order, its limits by number, and its lines' ids in their order."""

    cells: list[Cell] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def is_in(self, unit: int) -> bool:
        """Whether all amounts, and at least one, are whole units of so many won."""
        return any(cell.won for cell in self.cells) and not any(cell.won % unit for cell in self.cells)

    def in_units(self, unit: int) -> Limits:
        """The same counted in units: changes in whole units keep these limits where they keep the won's."""
        return Limits([replace(cell, won=cell.won // unit) for cell in self.cells],
                      [replace(limit, short=-(-limit.short // unit)) for limit in self.limits], self.lines)


@dataclass
class _Spot:
    """A cell in the making, and what the rules know of its place."""

    place: cells.Cell
    line: int
    free: bool
    gains: dict[int, int] = field(default_factory=dict)

    def inside(self, measure: Measure | None) -> bool | None:
        """Whether its money belongs to the measure; None while that is not known."""
        return cells.counts(measure, self.place) if measure else False


def limits_of(rules: Sequence[Rule], plan: Plan, funds: Sequence[str], pinned: Collection[str]) -> Limits:
    """What changes of the plan have to keep. `funds`: all funds, in their order; `pinned`: ids of lines that stay."""
    found = Limits(lines=[line.id for project in plan.projects for line in project.lines])
    spots = list(_spots(plan, funds, pinned))
    for rule in as_told(rules, plan):
        if rule.kind == "cap" and not rule.info:
            for name, projects in scopes(rule, plan):
                ids = {project.id for project in projects}
                _limit(found, rule, plan, (name, projects), [spot for spot in spots if spot.place.project in ids])
    for fund in funds:
        _add(found, Limit(None, None, 0), [(spot, -1) for spot in spots if spot.place.fund == fund])
    giving = {spot.place.fund for spot in spots if spot.free and spot.place.won}
    for spot in spots:
        spot.free = spot.free and spot.place.fund in giving  # what nobody can give, nobody can take
    found.cells = [Cell(spot.line, spot.place.fund, spot.place.won, spot.free, spot.gains) for spot in spots]
    return found


def _spots(plan: Plan, funds: Sequence[str], pinned: Collection[str]) -> Iterator[_Spot]:
    lines = [(project, line) for project in plan.projects for line in project.lines]
    for at, (project, line) in enumerate(lines):
        for fund in funds:
            won = line.amounts.get(fund, 0)
            place = cells.Cell(project.id, project.part, line.kinds, fund, won=won or 0, missing=won is None)
            yield _Spot(place, at, line.id not in pinned and not place.missing)


def _add(found: Limits, limit: Limit, gains: Sequence[tuple[_Spot, int]]) -> None:
    for spot, gain in gains:
        if gain:
            spot.gains[len(found.limits)] = gain
    found.limits.append(limit)


def _limit(found: Limits, rule: Rule, plan: Plan, scope: tuple[str | None, tuple[Project, ...]],
           spots: Sequence[_Spot]) -> None:
    """One rule on one scope, as one demand; two where part and limit have to be equal."""
    pair = followed(rule, plan)
    sides = [(spot, spot.inside(pair.part), spot.inside(pair.of)) for spot in spots]
    for spot, part, whole in sides:
        if part is None or whole is None:
            spot.free = False
    limit = limit_of(rule, plan)
    num, den = limit or (0, 1)
    verdict = evaluate_cap(rule, plan, *scope)
    gap = num * (verdict.whole if pair.of else 1) - den * verdict.part
    need = least(rule.operator)
    for sign in (1, -1) if rule.operator == "equal" else (-1 if rule.operator in FLOOR else 1,):
        gains = [(spot, sign * (num * bool(whole) - den * bool(part))) for spot, part, whole in sides]
        short = 0 if limit is None or verdict.status == "unknown" else need - sign * gap
        if verdict.status == "na" and short > 0:
            gains, short = [(spot, -1) for spot, part, whole in sides if part or whole], 0
        _add(found, Limit(rule.id, scope[0], short), gains)
