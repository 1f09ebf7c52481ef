"""Random plans of some size for the search of moves and cuts: believable ones, with little to mend, and wild ones."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from macros.models.plan import Line, Plan, Project
from macros.models.rule import Cap
from macros.reading.guidebook import Guidebook
from macros.rules.terms import Rule, for_plan, measures

PINNED = 0.1


def caps(guide: Guidebook, edition: str) -> tuple[Rule, ...]:
    """The caps and floors that judge a plan of the edition; what only informs is none of them."""
    return tuple(rule for rule in for_plan(guide.rules.values(), measures(guide.budget), edition)
                 if rule.kind == "cap" and not rule.info)


class TablePlans:
    """Makes plans of `lines` lines from a seed. `wild`: amounts, kinds and parts fall where they may."""

    def __init__(self, guide: Guidebook, edition: str, seed: int) -> None:
        self.random = Random(f"{edition}-{seed}")
        self.edition = edition
        self.readings = [None, None, *sorted({reading.id for rule in guide.rules.values() if isinstance(rule, Cap)
                                              and rule.subject == "plan" and edition in rule.editions for reading in rule.readings})]
        self.choices = {choice.id: [option.id for option in choice.options] for choice in guide.budget.choices}

    def plan(self, lines: int, wild: bool) -> Plan:
        """The next plan."""
        draw = self.random
        specs: list[tuple[str, list[str]]] = []
        while lines > 0:
            count = min(lines, draw.choice((2, 3, 4, 5, 6)))
            kinds = draw.choices(("labour", "facility", "transfer", "other"), (1, 1, 1, 2) if wild else (1, 2, 2, 8), k=count)
            specs.append(("base" if draw.random() < 0.25 else "sectoral", kinds))
            lines -= count
        if specs[0][0] == "sectoral" and not wild:
            specs[0] = ("base", specs[0][1])
        grant = draw.choice((700, 900, 945, 1000, 1050, 1100, 1200)) * 1_000_000
        return Plan(format="hyeopchi-plan", version=1, edition=self.edition, reading=draw.choice(self.readings),
                    grant=grant if draw.random() < 0.3 else None,
                    choices={key: draw.choice(options) for key, options in self.choices.items()},
                    projects=self._projects(specs, grant, wild))

    def pins(self, plan: Plan) -> list[str]:
        """Some of the plan's lines."""
        return [line.id for project in plan.projects for line in project.lines if self.random.random() < PINNED]

    def _projects(self, specs: Sequence[tuple[str, list[str]]], grant: int, wild: bool) -> tuple[Project, ...]:
        draw = self.random
        sectoral = draw.choice((60, 65, 68, 70, 72, 75))
        counts = {part: sum(len(kinds) for each, kinds in specs if each == part) for part in ("base", "sectoral")}
        mean = {"base": grant * (100 - sectoral) // 100, "sectoral": grant * sectoral // 100}
        projects: list[Project] = []
        for number, (part, kinds) in enumerate(specs):
            typical = max(2_000, 2 * (grant // sum(counts.values()) if wild else mean[part] // counts[part]))
            projects.append(Project(id=f"p{number}", name=f"사업 {number}", part=part, lines=tuple(
                self._line(f"p{number}-{at}", kind, typical, wild) for at, kind in enumerate(kinds))))
        return tuple(projects)

    def _line(self, key: str, kind: str, typical: int, wild: bool) -> Line:
        draw = self.random
        least = 0 if wild else typical // 5
        won = draw.randint(least, typical)
        amounts: dict[str, int | None] = {"city": won if draw.random() < 0.2 else won // 1000 * 1000}
        if draw.random() < (0.5 if wild else 0.25):
            amounts["own"] = draw.randint(0, typical // 4) // 1000 * 1000
        if wild and draw.random() < 0.1:
            amounts["outside"] = draw.randint(0, typical // 4)
        if wild and draw.random() < 0.02:
            amounts["own"] = None
        also = ("labour",) if kind == "transfer" and draw.random() < 0.2 else ()
        return Line(id=key, name=f"{kind} {key}", kind=kind, also=also, amounts=amounts)
