"""The smallest set of moves and cuts that makes all limits of a plan hold together.

First the least won taken off lines (a move counts once), then the fewest lines changed, then the lines that come
first in the plan, then as little as possible on the last of them. Exact whole numbers; the same in the browser
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
from macros.rules.evaluate import evaluate_cap, scopes
from macros.rules.terms import CapRule, EngineRule

PIVOTS = 20_000  # for all of one plan
NODES = 2_000  # to prove that no fewer lines do
Scope = tuple[str, str | None]


@dataclass(frozen=True)
class Adjustment:
    """What would make the limits hold.

    `kept`: none is broken. `found`: `steps`, of `won` altogether, change `lines` lines; `fewest` when no fewer do.
    `none`: the rules in `against`, each with its project, cannot hold together; letting go of `pins` may help.
    `unsolved`: the search was too long.
    """

    status: Literal["kept", "found", "none", "unsolved"]
    won: int = 0
    lines: int = 0
    fewest: bool = True
    steps: tuple[Step, ...] = ()
    against: tuple[Scope, ...] = ()
    pins: tuple[str, ...] = ()


def adjust(rules: Sequence[EngineRule], plan: Plan, funds: Sequence[str], pinned: Collection[str] = ()) -> Adjustment:
    """What makes all caps among `rules` hold. `funds`: all funds in their order; `pinned`: ids of lines that stay."""
    if not _broken(rules, plan):
        return Adjustment("kept")
    limits = limits_of(rules, plan, funds, pinned)
    allowance = Allowance(PIVOTS)
    try:
        won = _least_won(limits, range(len(limits.limits)), allowance)
        if isinstance(won, Proof):
            return _against(limits, won, pinned, allowance)
        return _proposal(limits, plan, won, allowance)
    except TooMuchError:
        return Adjustment("unsolved")


def _broken(rules: Sequence[EngineRule], plan: Plan) -> bool:
    return any(evaluate_cap(rule, plan, *scope).status == "fail"
               for rule in rules if isinstance(rule, CapRule) for scope in scopes(rule, plan))


def _least_won(limits: Limits, numbers: Collection[int], allowance: Allowance) -> int | Proof:
    """The least won to take off lines so that the limits of these numbers hold. Cells of equal gains count as one."""
    together: dict[tuple[tuple[int, int], ...], int] = {}
    for cell in limits.cells:
        if cell.free:
            key = tuple((number, gain) for number, gain in cell.gains.items() if number in numbers)
            together[key] = together.get(key, 0) + cell.won
    columns: list[Column] = []
    for gains, won in together.items():
        columns.append(Column(dict(gains), None))
        if won:
            columns.append(Column({number: -gain for number, gain in gains}, won, 1))
    found = Search(columns, {number: limits.limits[number].short for number in sorted(numbers)}, allowance).run()
    if isinstance(found, Proof):
        return found
    return sum(amount for column, amount in zip(columns, found, strict=True) if column.cost)


class _Lines:
    """The choice of lines, for a given least won."""

    def __init__(self, limits: Limits, won: int, allowance: Allowance) -> None:
        self.won = won
        self.allowance = allowance
        self.shorts = {number: limit.short for number, limit in enumerate(limits.limits)} | {len(limits.limits): -won}
        self.cells = [[cell for cell in limits.cells if cell.line == at and cell.free] for at in range(len(limits.lines))]
        self.up = {id(cell): dict(cell.gains) for cell in limits.cells}
        self.down = {id(cell): {number: -gain for number, gain in cell.gains.items()} | {len(limits.limits): -1}
                     for cell in limits.cells}

    def changes(self, lines: Collection[int]) -> list[tuple[Cell, int]] | Proof:
        """What each cell gains when only these lines may change: as little as possible on the last."""
        cells = self._chosen(lines)
        columns = [column for cell in reversed(cells)
                   for column in (Column(self.up[id(cell)], None), Column(self.down[id(cell)], cell.won))]
        found = Search(columns, self.shorts, self.allowance).run()
        if isinstance(found, Proof):
            return found
        amounts = list(reversed(found))
        return [(cell, amounts[2 * at + 1] - amounts[2 * at]) for at, cell in enumerate(cells)]

    def _chosen(self, lines: Collection[int]) -> list[Cell]:
        return [cell for line in sorted(lines) for cell in self.cells[line]]

    def cover(self, proof: Proof, lines: Collection[int]) -> Cover:
        """What lines must bring so that the proof against these no longer holds. None can give or take more than the won."""
        short = proof.short
        columns = {id(cell): 2 * at for at, cell in enumerate(reversed(self._chosen(lines)))}
        return Cover(short, tuple(min(short, sum(self._brings(proof, cell, columns.get(id(cell))) for cell in cells))
                                  for cells in self.cells))

    def _brings(self, proof: Proof, cell: Cell, column: int | None) -> int:
        up = proof.of(self.up[id(cell)], column)
        down = proof.of(self.down[id(cell)], None if column is None else column + 1)
        return max(0, up * self.won, down * min(cell.won, self.won))


def _proposal(limits: Limits, plan: Plan, won: int, allowance: Allowance) -> Adjustment:
    changes, fewest = _on_fewest_lines(_Lines(limits, won, allowance))
    owners = [project.id for project in plan.projects for _ in project.lines]
    changed = [Change(owners[cell.line], limits.lines[cell.line], cell.fund, gain) for cell, gain in changes if gain]
    return Adjustment("found", won, len({change.line for change in changed}), fewest, steps_of(changed))


def _on_fewest_lines(lines: _Lines) -> tuple[list[tuple[Cell, int]], bool]:
    """The changes on the fewest, then the first lines; and whether there are surely no fewer.

    Lines that do not do give a proof, the proof a cover, the covers the next lines: until lines do.
    """
    choice = Fewest(len(lines.cells), Allowance(NODES))
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


def _against(limits: Limits, proof: Proof, pinned: Collection[str], allowance: Allowance) -> Adjustment:
    """Rules of which none can be left out: without any one of them, the others can hold."""
    funds = {number for number, limit in enumerate(limits.limits) if limit.rule is None}
    scopes_of: dict[Scope, set[int]] = {}
    for number in sorted(proof.numbers() - funds):
        limit = limits.limits[number]
        assert limit.rule is not None
        scopes_of.setdefault((limit.rule, limit.project), set()).add(number)
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
