"""What has to be filled in before a cap can be measured, in every reading of it. The twin of js/rules/missing.js."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.models.plan import Line, Plan, Project
from macros.rules.evaluate import counts, scopes
from macros.rules.terms import CapRule, Measure


@dataclass(frozen=True)
class Missing:
    """A place in the plan, by number from 0; `what` is `part`, `kind` or the id of a fund. A part stands in no line."""

    project: int
    line: int | None
    what: str


def missing(rule: CapRule, plan: Plan, name: str | None) -> tuple[Missing, ...]:
    """The places whose filling settles the rule on the plan, or on one project of it; in the plan's order."""
    projects = next((found for scope, found in scopes(rule, plan) if scope == name), ())
    measures = {measure: None for pair in rule.pairs for measure in (pair.part, pair.of)
                if measure and not (measure.told and plan.grant is not None)}
    found = dict.fromkeys(place for project in projects for number, line in enumerate(project.lines) for measure in measures
                          for place in _of_line(measure, project, line, plan.projects.index(project), number))
    return tuple(sorted(found, key=lambda place: (place.project, -1 if place.line is None else place.line)))


def _of_line(measure: Measure, project: Project, line: Line, at: int, number: int) -> Iterator[Missing]:
    amounts = {fund: won for fund, won in line.amounts.items() if not measure.funds or fund in measure.funds}
    belongs = counts(measure, project.part, line.kinds)
    if belongs:
        yield from (Missing(at, number, fund) for fund, won in amounts.items() if won is None)
    elif belongs is None and any(won != 0 for won in amounts.values()):
        if measure.parts and project.part is None:
            yield Missing(at, None, "part")
        if measure.kinds and line.kind is None and counts(measure, (measure.parts or (None,))[0], line.kinds) is None:
            yield Missing(at, number, "kind")
