"""A change of the budget, line by line before and after, as the figures that its rules look at. Whole won."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

KEYS = ("change-amount", "change-decrease", "change-between", "change-capital")


@dataclass(frozen=True)
class Moved:
    """A line: its project, its nature (current or capital; None: not chosen), won before and after (None: not known)."""

    project: str
    nature: str | None
    before: int | None
    after: int | None


def change_figures(lines: Sequence[Moved]) -> dict[str, int | None]:
    """The figures of a change; none without lines.

    `change-amount`, `change-decrease`: all that goes up, all that goes down. `change-between`: what leaves its
    project. `change-capital`: what crosses between current and capital spending, in one project or in all together.
    """
    if not lines:
        return {}
    if any(line.before is None or line.after is None for line in lines):
        return dict.fromkeys(KEYS)
    steps = [(line.project, line.nature, (line.after or 0) - (line.before or 0)) for line in lines]
    up = sum(step for _, _, step in steps if step > 0)
    down = -sum(step for _, _, step in steps if step < 0)
    projects: dict[str, list[tuple[str | None, int]]] = defaultdict(list)
    for project, nature, step in steps:
        projects[project].append((nature, step))
    between = sum(max(0, sum(step for _, step in moved)) for moved in projects.values())
    open_nature = any(nature is None and step for _, nature, step in steps)
    within = sum(_crossed(moved) for moved in projects.values())
    capital = max(within, _crossed([(nature, step) for _, nature, step in steps]))
    return {"change-amount": up, "change-decrease": down, "change-between": between,
            "change-capital": None if open_nature else capital}


def _crossed(moved: Sequence[tuple[str | None, int]]) -> int:
    """What goes from one nature to the other: the smaller of what one loses and the other gains."""
    current = sum(step for nature, step in moved if nature == "current")
    capital = sum(step for nature, step in moved if nature == "capital")
    return min(abs(current), abs(capital)) if current * capital < 0 else 0
