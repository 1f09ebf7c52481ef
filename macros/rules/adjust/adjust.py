"""The smallest set of moves and cuts that makes all limits of a plan hold together.

First the least won taken off lines (a move counts once), then the fewest lines changed, then the lines that come
first in the plan, then as little as possible out of the plan, then as little on the last of the lines. A plan whose amounts are all in
thousands of won gets changes in thousands, wherever such changes do. Exact whole numbers; the same in the browser
(docs/assets/js/rules/adjust/adjust.js). Where nothing fits, it names rules that cannot hold together.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.models.plan import Plan
from macros.rules.adjust.dictionary import Allowance, TooMuchError
from macros.rules.adjust.fewest import Cover, Fewest
from macros.rules.adjust.limits import Cell, Limits, limits_of
from macros.rules.adjust.steps import Change, Step, steps_of
from macros.rules.adjust.whole import Column, Proof, Search
from macros.rules.evaluate import as_told, evaluate_cap, scopes
from macros.rules.terms import Rule

UNIT = 1_000  # won: tables of budgets are kept in thousands, and what is put into them should stay so
PIVOTS = 20_000  # for all of one plan
NODES = 2_000  # to prove that no fewer lines do
Scope = tuple[str, str | None]
Gained = tuple[tuple[int, int], ...]  # a cell's gains, by limit


@dataclass(frozen=True)
class Adjustment:
    """What would make the limits hold.

    `kept`: none is broken. `found`: `steps`, of `won` altogether, change `lines` lines; `fewest` when no fewer do.
    `none`: the rules in `against`, each with its project, cannot hold together; letting go of `pins` may help.
    `unsolved`: the search was too long. `unit`: in how many won at once the steps are counted.
    """

    status: Literal["kept", "found", "none", "unsolved"]
    won: int = 0
    lines: int = 0
    fewest: bool = True
    steps: tuple[Step, ...] = ()
    against: tuple[Scope, ...] = ()
    pins: tuple[str, ...] = ()
    unit: int = 1


def adjust(rules: Sequence[Rule], plan: Plan, funds: Sequence[str], pinned: Collection[str] = ()) -> Adjustment:
    """What makes all caps among `rules` hold, but for those that only inform. `funds`: all funds in their order; `pinned`: ids of lines that stay."""
    if not _broken(rules, plan):
        return Adjustment("kept")
    limits = limits_of(rules, plan, funds, pinned)
    if limits.is_in(UNIT):
        found = _search(limits.in_units(UNIT), plan, pinned, UNIT)
        if found.status == "found":
            return found
    return _search(limits, plan, pinned, 1)


def _search(limits: Limits, plan: Plan, pinned: Collection[str], unit: int) -> Adjustment:
    allowance = Allowance(PIVOTS)
    try:
        cheapest = _least_won(limits, range(len(limits.limits)), allowance)
        if isinstance(cheapest, Proof):
            return _against(limits, cheapest, pinned, allowance)
        return _proposal(limits, plan, cheapest, allowance, unit)
    except TooMuchError:
        return Adjustment("unsolved")


def _broken(rules: Sequence[Rule], plan: Plan) -> bool:
    return any(evaluate_cap(rule, plan, *scope).status == "fail" for rule in as_told(rules, plan)
               if rule.kind == "cap" and not rule.info for scope in scopes(rule, plan))


@dataclass(frozen=True)
class _Cheapest:
    """The least won, and what may occur at that price: cells' gains, with 1 for won put on them, -1 for won taken off."""

    won: int
    ways: frozenset[tuple[Gained, int]]


def _gained(cell: Cell, numbers: Collection[int] | None = None) -> Gained:
    return tuple((number, gain) for number, gain in cell.gains.items() if numbers is None or number in numbers)


def _least_won(limits: Limits, numbers: Collection[int], allowance: Allowance) -> _Cheapest | Proof:
    """The least won to take off lines so that the limits of these numbers hold. Cells of equal gains count as one."""
    together: dict[Gained, int] = {}
    for cell in limits.cells:
        if cell.free:
            key = _gained(cell, numbers)
            together[key] = together.get(key, 0) + cell.won
    ways: list[tuple[Gained, int]] = []
    columns: list[Column] = []
    for gained, won in together.items():
        ways += [(gained, 1), (gained, -1)]
        columns += [Column(dict(gained), None), Column({number: -gain for number, gain in gained}, won, 1)]
    search = Search(columns, {number: limits.limits[number].short for number in sorted(numbers)}, allowance)
    found = search.run()
    if isinstance(found, Proof):
        return found
    idle = search.dictionary.idle()
    return _Cheapest(sum(amount for column, amount in zip(columns, found, strict=True) if column.cost),
                     frozenset(way for at, way in enumerate(ways) if at not in idle))


@dataclass(frozen=True)
class _Way:
    """Won to put on a cell (`sign` 1) or to take off it (-1), as a column."""

    cell: Cell
    sign: int
    column: Column


class _Lines:
    """The choice of lines, for a given least won."""

    def __init__(self, limits: Limits, cheapest: _Cheapest, allowance: Allowance) -> None:
        self.won = cheapest.won
        self.allowance = allowance
        taken = len(limits.limits)  # the number of the demand that no more is taken off
        self.left = taken + 1  # of the one that what leaves the plan is told
        self.shorts = {number: limit.short for number, limit in enumerate(limits.limits)} | {taken: -self.won, self.left: 0}
        self.ways: list[list[_Way]] = [[] for _ in limits.lines]  # the last first, as they are to be least
        for cell in reversed(limits.cells):
            gained = _gained(cell)
            if cell.free and (gained, 1) in cheapest.ways:
                self.ways[cell.line].append(_Way(cell, 1, Column(dict(gained) | {self.left: 1}, None)))
            if cell.free and cell.won and (gained, -1) in cheapest.ways:
                less = {number: -gain for number, gain in gained} | {taken: -1, self.left: -1}
                self.ways[cell.line].append(_Way(cell, -1, Column(less, cell.won)))

    def _chosen(self, lines: Sequence[int]) -> list[_Way]:
        return [way for line in reversed(lines) for way in self.ways[line]]

    def changes(self, lines: Sequence[int]) -> list[tuple[Cell, int]] | Proof:
        """What cells gain when only these lines may change, in the plan's order."""
        ways = self._chosen(lines)
        out = Column({self.left: 1}, None, 1)
        found = Search([*(way.column for way in ways), out], self.shorts, self.allowance).run()
        if isinstance(found, Proof):
            return found
        return [(way.cell, way.sign * amount) for way, amount in zip(reversed(ways), found[-2::-1], strict=True) if amount]

    def cover(self, proof: Proof, lines: Sequence[int]) -> Cover:
        """What lines must bring so that the proof against these no longer holds. None can give or take more than the won."""
        short = proof.short
        brought: dict[int, int] = {}
        places = {id(way): at for at, way in enumerate(self._chosen(lines))}
        known: dict[tuple[Gained, int], int] = {}

        def brings(way: _Way) -> int:
            at = places.get(id(way))
            key = (tuple(way.column.gains.items()), way.sign)
            if at is not None:
                each = proof.of(way.column.gains, at)
            elif key in known:
                each = known[key]
            else:
                each = known[key] = proof.of(way.column.gains)
            return max(0, each * (self.won if way.column.most is None else min(way.column.most, self.won)))

        for line, ways in enumerate(self.ways):
            brought[line] = min(short, sum(brings(way) for way in ways))
        return Cover(short, tuple(brought.values()))


def _proposal(limits: Limits, plan: Plan, cheapest: _Cheapest, allowance: Allowance, unit: int) -> Adjustment:
    changes, fewest = _on_fewest_lines(_Lines(limits, cheapest, allowance))
    owners = [project.id for project in plan.projects for _ in project.lines]
    changed = [Change(owners[cell.line], limits.lines[cell.line], cell.fund, won * unit) for cell, won in changes]
    return Adjustment("found", cheapest.won * unit, len({change.line for change in changed}), fewest, steps_of(changed), unit=unit)


def _on_fewest_lines(lines: _Lines) -> tuple[list[tuple[Cell, int]], bool]:
    """The changes on the fewest, then the first lines; and whether there are surely no fewer.

    Lines that do not do give a proof, the proof a cover, the covers the next lines: until lines do.
    """
    choice = Fewest(len(lines.ways), Allowance(NODES))
    chosen: list[int] = []
    fewest = True
    while isinstance(found := lines.changes(chosen), Proof):
        choice.add(lines.cover(found, chosen))
        try:
            chosen = choice.fewest(len(chosen)) if fewest else choice.some()
        except TooMuchError:
            fewest, chosen = False, choice.some()
    return (_on_first_lines(lines, choice, chosen, found) if fewest else found), fewest


def _on_first_lines(lines: _Lines, choice: Fewest, known: list[int],
                    changes: list[tuple[Cell, int]]) -> list[tuple[Cell, int]]:
    """The changes on the first lines, as many as those known to do; on these if the search is too long."""
    try:
        while (first := choice.first(known)) != known:
            found = lines.changes(first)
            if not isinstance(found, Proof):
                return found
            choice.add(lines.cover(found, first))
    except TooMuchError:
        pass
    return changes


def _scope_of(limits: Limits, number: int) -> Scope:
    """The rule and the project of a limit that is no fund."""
    limit = limits.limits[number]
    return limit.rule or "", limit.project


def _against(limits: Limits, proof: Proof, pinned: Collection[str], allowance: Allowance) -> Adjustment:
    """Rules of which none can be left out: without any one of them, the others can hold."""
    funds = {number for number, limit in enumerate(limits.limits) if limit.rule is None}
    named = dict.fromkeys(_scope_of(limits, number) for number in sorted(proof.numbers() - funds))
    scopes_of = {scope: {number for number in range(len(limits.limits)) if _scope_of(limits, number) == scope}  # both sides
                 for scope in named}
    for scope in list(scopes_of):
        others = funds.union(*(numbers for key, numbers in scopes_of.items() if key != scope))
        found = _least_won(limits, others, allowance)
        if isinstance(found, Proof):
            proof = found
            del scopes_of[scope]
    helpful = {limits.lines[cell.line] for cell in limits.cells if limits.lines[cell.line] in pinned and _helps(proof, cell)}
    return Adjustment("none", against=tuple(scopes_of), pins=tuple(line for line in limits.lines if line in helpful))


def _helps(proof: Proof, cell: Cell) -> bool:
    """Whether the proof would fall if the cell could change."""
    up = proof.of(cell.gains)
    return up > 0 or (cell.won > 0 and -up > 0)
