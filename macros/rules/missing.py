"""What has to be filled in before a cap can be measured, in every reading of it. The twin of js/rules/missing.js."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.models.plan import Line, Plan, Project
from macros.rules.cells import Cell, counts
from macros.rules.evaluate import scopes
from macros.rules.terms import Measure, Rule


@dataclass(frozen=True)
class Missing:
    """A place in the plan, by number from 0; `what` is `part`, `kind` or the id of a fund. A part stands in no line."""

    project: int
    line: int | None
    what: str


def missing(rule: Rule, plan: Plan, name: str | None) -> tuple[Missing, ...]:
    """The places whose filling settles the rule on the plan, or on one project of it; in the plan's order."""
    projects = next((found for scope, found in scopes(rule, plan) if scope == name), ())
    measures = {measure: None for one in rule.readings for measure in (one.part, one.of)
                if measure and not (measure.told and plan.grant is not None)}
    found = dict.fromkeys(place for project in projects for number, line in enumerate(project.lines) for measure in measures
                          for place in _of_line(measure, project, line, plan.projects.index(project), number))
    return tuple(sorted(found, key=lambda place: (place.project, -1 if place.line is None else place.line)))


def _of_line(measure: Measure, project: Project, line: Line, at: int, number: int) -> Iterator[Missing]:
    for fund, won in line.amounts.items():
        cell = Cell(project.id, project.part, line.kinds, fund)
        belongs = counts(measure, cell)
        if belongs and won is None:
            yield Missing(at, number, fund)
        elif belongs is None and won != 0:
            if measure.parts and project.part is None:
                yield Missing(at, None, "part")
            if measure.kinds and line.kind is None and counts(measure, replace(cell, part=(measure.parts or (None,))[0])) is None:
                yield Missing(at, number, "kind")
