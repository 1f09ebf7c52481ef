"""Random budget plans, the same for the same seed: small, and mostly at the edges where engines go wrong.

An amount is a multiple of one unit, or one won beside it, so that shares land exactly on 10%, 30%, 40%, 50% and 70%
and next to them. Units reach from 1 won to what makes totals of 10**15. Every hundredth amount is not known yet;
parts and kinds are left open now and then; some lines are of further kinds of cost; readings, choices and answers take
every value, and one that no rule knows. Now and then the plan says the grant itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from macros.models.plan import Line, Plan, Project, Reply
from macros.models.rule import Cap
from macros.reading.guidebook import Guidebook
from macros.rules.cells import Cell

UNITS = (1, 3, 7, 1_000, 1_234_567, 10_000_000, 100_000_000, 10**13)
MULTIPLES = (0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 10)
BESIDE = (0, 0, 0, 0, -1, 1)
MOST = 10**15


class PlanMaker:
    """Makes plans for one edition from a seed."""

    def __init__(self, guide: Guidebook, edition: str, seed: int) -> None:
        self.random = Random(f"{edition}-{seed}")
        self.edition = edition
        self.parts = [None, *(part.id for part in guide.budget.parts)]
        self.kinds = [None, *(kind.id for kind in guide.budget.kinds)]
        self.funds = [fund.id for fund in guide.budget.funds]
        self.choices = {choice.id: [None, "unheard-of", *(option.id for option in choice.options)]
                        for choice in guide.budget.choices}
        rules = [rule for rule in guide.rules.values() if rule.subject == "plan" and edition in rule.editions]
        self.asks = [rule.id for rule in rules if rule.kind == "ask"]
        self.readings = [None, "unheard-of", *sorted({
            reading.id for rule in rules if isinstance(rule, Cap) for reading in rule.readings})]

    def plan(self) -> Plan:
        """The next plan."""
        draw = self.random
        unit = draw.choice(UNITS)
        return Plan(
            format="hyeopchi-plan", version=1, edition=self.edition, reading=draw.choice(self.readings), grant=self._grant(unit),
            choices={key: draw.choice(options) for key, options in self.choices.items() if draw.random() < 0.8},
            answers={key: Reply(answer=draw.choice(("yes", "no", "unknown")))
                     for key in draw.sample(self.asks, min(2, len(self.asks)))},
            projects=tuple(self._project(number, unit) for number in range(draw.choice((0, 1, 1, 2, 2, 3)))))

    def _project(self, number: int, unit: int) -> Project:
        draw = self.random
        part = draw.choice(self.parts[1:]) if draw.random() < 0.97 else None
        return Project(id=f"p{number}", part=part, lines=tuple(
            self._line(f"p{number}-{at}", unit) for at in range(draw.choice((0, 1, 2, 2, 3)))))

    def _line(self, key: str, unit: int) -> Line:
        draw = self.random
        kind = draw.choice(self.kinds[1:]) if draw.random() < 0.97 else None
        funds = draw.sample(self.funds, draw.choice((1, 1, 2, 3)))
        others = [other for other in self.kinds[1:] if other not in (None, kind)]
        also = tuple(other for other in draw.sample(others, draw.choice((0, 0, 0, 1, 1, 2))) if other)
        return Line(id=key, kind=kind, also=also, amounts={fund: self._amount(unit) for fund in funds})

    def _grant(self, unit: int) -> int | None:
        """Mostly the sum of the plan's own city money."""
        return self.random.choice((None, None, None, 0, 1, 9, 10, 20)) and self._amount(unit * self.random.choice((1, 2)))

    def _amount(self, unit: int) -> int | None:
        draw = self.random
        if draw.random() < 0.01:
            return None
        return min(MOST, max(0, draw.choice(MULTIPLES) * unit + draw.choice(BESIDE)))


def random_plans(guide: Guidebook, edition: str, seed: int, count: int) -> Iterator[Plan]:
    """`count` plans of an edition."""
    maker = PlanMaker(guide, edition, seed)
    for _ in range(count):
        yield maker.plan()


def moves(plan: Plan, funds: list[str], source: str = "other") -> list[tuple[Cell, Cell | None]]:
    """Every cell of the plan's table in which money may be put: newly, and moved from `source` of the same fund."""
    pairs: list[tuple[Cell, Cell | None]] = []
    for project in plan.projects:
        for kinds in dict.fromkeys(line.kinds for line in project.lines):
            for fund in funds:
                into = Cell(project.id, project.part, kinds, fund)
                pairs += [(into, None), (into, Cell(project.id, project.part, (source,), fund))]
    return pairs
