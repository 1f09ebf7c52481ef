"""Every cap of every edition, in every reading: at its limit, one won to either side, empty, and with money not known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from macros.models.plan import Line, Plan, Project
from macros.reading.guidebook import Guidebook
from macros.rules.cells import Cell
from macros.rules.evaluate import evaluate
from macros.rules.judge import FLOOR, STRICT
from macros.rules.terms import Comparison, Measure, Rule, for_plan, measures

EDITIONS = ("2020", "2021")
Case = tuple[str, Rule, Comparison]


def cases(guide: Guidebook) -> Iterator[Case]:
    """Each cap with each of its readings; one that hangs on a choice has the amount of its first answer."""
    for edition in EDITIONS:
        for rule in for_plan(guide.rules.values(), measures(guide.budget), edition):
            if rule.kind == "cap":
                yield from ((edition, rule, pair) for pair in rule.readings)


def holds(measure: Measure, cell: Cell) -> bool:
    """Whether money in the cell counts."""
    return all(not wanted or set(values) & set(wanted) for wanted, values in (
        (measure.parts, {cell.part}), (measure.kinds, cell.kinds), (measure.funds, {cell.fund})))


class Maker:
    """Makes plans with so much money in the part of a pair and so much in its whole."""

    def __init__(self, guide: Guidebook, case: Case) -> None:
        self.edition, self.rule, self.pair = case
        budget = guide.budget
        self.cells = [Cell("p", part.id, (kind.id,), fund.id)
                      for part, kind, fund in product(budget.parts, budget.kinds, budget.funds)]

    def plan(self, part: int | None, whole: int) -> Plan:
        """A plan of one project a cell; `part` None is money that is not known."""
        of = self.pair.of
        inside = next(cell for cell in self.cells if holds(self.pair.part, cell) and (of is None or holds(of, cell)))
        put: list[tuple[Cell, int | None]] = [(inside, part)]
        if of is not None:
            same = [cell for cell in self.cells if holds(of, cell) and not holds(self.pair.part, cell)]
            put.append((next((cell for cell in same if cell.part == inside.part), same[0]), whole - (part or 0)))
        parts = dict.fromkeys(cell.part for cell, _ in put)
        projects = tuple(Project(id=f"p{at}", part=name, lines=tuple(
            Line(id=f"l{at}-{number}", kind=cell.kinds[0], amounts={cell.fund: won})
            for number, (cell, won) in enumerate(put) if cell.part == name)) for at, name in enumerate(parts))
        choices: dict[str, str | None] = {self.rule.choice: self.rule.amounts[0][0]} if self.rule.choice else {}
        return Plan(format="hyeopchi-plan", version=1, edition=self.edition, reading=self.pair.id, choices=choices,
                    projects=projects)

    def status(self, part: int | None, whole: int) -> str:
        """The cap's verdict on such a plan."""
        found = evaluate([self.rule], self.plan(part, whole))
        return found[0].status


def test_한도마다_꼭_같을_때와_1원_많을_때와_적을_때를_가린다(guide: Guidebook) -> None:
    tried = 0
    for case in cases(guide):
        maker, (_, rule, pair) = Maker(guide, case), case
        num = rule.amounts[0][1] if rule.choice else rule.num
        for unit in (1, 12_345_679, 10**12):
            whole, limit = (rule.den * unit, num * unit) if pair.of else (0, num)
            at, over, under = (maker.status(won, whole) for won in (limit, limit + 1, limit - 1))
            better, worse = (over, under) if rule.operator in FLOOR else (under, over)
            assert (at, better, worse) == ("fail" if rule.operator in STRICT else "ok", "ok", "fail"), (rule.id, pair.id, unit)
            tried += 1
    assert tried > 50


@pytest.mark.parametrize("edition", EDITIONS)
def test_빈_계획은_해당_없음이고_모르는_돈이_있으면_확인_필요다(guide: Guidebook, edition: str) -> None:
    for case in cases(guide):
        maker, (name, rule, pair) = Maker(guide, case), case
        if name != edition:
            continue
        empty = Plan(format="hyeopchi-plan", version=1, edition=edition)
        assert {verdict.status for verdict in evaluate([rule], empty)} <= {"na"}, rule.id
        assert maker.status(None, 100) == "unknown", (rule.id, pair.id)
