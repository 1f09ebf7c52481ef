"""Changes of lines as steps that can be taken one by one: money from a line to another, or out of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.plan import Line, Plan


@dataclass(frozen=True)
class Step:
    """`won` of a fund leave the line `out_of` for the line `into`; for None they leave the plan."""

    fund: str
    out_of: str
    into: str | None
    won: int


@dataclass(frozen=True)
class Change:
    """What a line's fund gains, or loses if below 0, in won; with the line's project."""

    project: str
    line: str
    fund: str
    won: int


def steps_of(changes: Sequence[Change]) -> tuple[Step, ...]:
    """Few steps that make the changes, in their order: first within a project, then between projects, the rest is cut."""
    left = {(change.line, change.fund): change.won for change in changes}
    found: list[Step] = []
    for within in (True, False):
        for giver in changes:
            for taker in changes:
                if giver.fund == taker.fund and (giver.project == taker.project or not within):
                    won = min(-left[giver.line, giver.fund], left[taker.line, taker.fund])
                    if won > 0:
                        left[giver.line, giver.fund] += won
                        left[taker.line, taker.fund] -= won
                        found.append(Step(giver.fund, giver.line, taker.line, won))
    found += [Step(change.fund, change.line, None, -won) for change in changes
              if (won := left[change.line, change.fund]) < 0]
    places = {(change.line, change.fund): at for at, change in enumerate(changes)}
    return tuple(sorted(found, key=lambda step: (places[step.out_of, step.fund], step.into is None,
                                                 places.get((step.into or "", step.fund), 0))))


def with_steps(plan: Plan, steps: Sequence[Step]) -> Plan:
    """The plan after the steps."""
    moved: dict[tuple[str, str], int] = {}
    for step in steps:
        moved[step.out_of, step.fund] = moved.get((step.out_of, step.fund), 0) - step.won
        if step.into is not None:
            moved[step.into, step.fund] = moved.get((step.into, step.fund), 0) + step.won
    return plan.model_copy(update={"projects": tuple(
        project.model_copy(update={"lines": tuple(_moved(line, moved) for line in project.lines)})
        for project in plan.projects)})


def _moved(line: Line, moved: Mapping[tuple[str, str], int]) -> Line:
    changed = {fund: (line.amounts.get(fund) or 0) + won for (key, fund), won in moved.items() if key == line.id}
    return line.model_copy(update={"amounts": line.amounts | changed}) if changed else line
