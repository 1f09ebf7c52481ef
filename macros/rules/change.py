"""A change of the budget, line by line before and after, as the figures that its rules look at. Whole won."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

INCREASE, DECREASE = "change-increase", "change-decrease"
KEYS = ("change-amount", INCREASE, DECREASE, "change-between", "change-capital", "change-project-moved", "change-project-listed")
AMOUNT, EARLIER, STATED, MOVED, TOTAL, LISTED = (
    "change-amount", "change-earlier", "change-project-stated", "change-project-moved", "change-project-total", "change-project-listed")
WORKED_OUT = (*KEYS, STATED)  # figures that nobody types where there is a table


@dataclass(frozen=True)
class Moved:
    """A line: its project, its nature (current or capital; None: not chosen), won before and after (None: not known)."""

    project: str
    nature: str | None
    before: int | None
    after: int | None


@dataclass(frozen=True)
class _Project:
    """A project's lines together: what goes up, what goes down, what stood before, what crosses between natures."""

    up: int
    down: int
    before: int
    crossed: int

    @property
    def moved(self) -> int:
        """What changes in it, counted once."""
        return max(self.up, self.down)


def change_figures(typed: Mapping[str, int | None], lines: Sequence[Moved] = (), complete: bool = False,
                   ledger: Sequence[int | None] = ()) -> dict[str, int | None]:
    """The figures of a change: what is typed, in its place what the table holds, and the sum of the year's ledger.

    `change-increase`, `change-decrease`: all that goes up, all that goes down; `change-amount` is the larger of them, so
    that moved money counts once and money that is given up or added counts too. `change-between`: what leaves its
    project. `change-capital`: what crosses between current and capital spending, in one project or in all together.
    `change-project-moved`, `change-project-listed`: of the project that changes the most for its size, what changes
    and what its lines held before; with all its lines in the table (`complete`) that is its total. A project may gain
    more than it held. Without a table the typed amount is `change-project-stated`: what leaves the one project.
    """
    found = dict(typed)
    if lines:
        found |= _table(lines, complete)
    elif AMOUNT in typed:
        found[STATED] = typed[AMOUNT]
    if ledger:
        found[EARLIER] = None if None in ledger else sum(won or 0 for won in ledger)
    return found


def _table(lines: Sequence[Moved], complete: bool) -> dict[str, int | None]:
    unknown: dict[str, int | None] = dict.fromkeys((*KEYS, TOTAL) if complete else KEYS)
    if any(line.before is None or line.after is None for line in lines):
        return unknown
    steps = [(line.project, line.nature, line.before or 0, (line.after or 0) - (line.before or 0)) for line in lines]
    up, down = (sum(max(0, sign * step) for *_, step in steps) for sign in (1, -1))
    sums = {AMOUNT: max(up, down), INCREASE: up, DECREASE: down}
    if any(not name and step for name, _, _, step in steps) and any(name for name, *_ in steps):
        return unknown | sums  # money moves in a line of no project
    projects = [_project([step for step in steps if step[0] == name]) for name in dict.fromkeys(name for name, *_ in steps)]
    most = _foremost(projects)
    sized = {MOVED: most.moved, LISTED: most.before, **({TOTAL: most.before} if complete else {})}
    if up != down:
        return unknown | sums | sized  # nobody can tell yet from where to where
    open_nature = any(nature is None and step for _, nature, _, step in steps)
    capital = max(sum(project.crossed for project in projects), _crossed(steps))
    return {**sums, **sized, "change-between": sum(max(0, project.up - project.down) for project in projects),
            "change-capital": None if open_nature else capital}


_Step = tuple[str, str | None, int, int]  # project, nature, won before, won more or less


def _project(steps: Sequence[_Step]) -> _Project:
    return _Project(sum(max(0, step) for *_, step in steps), sum(max(0, -step) for *_, step in steps),
                    sum(before for _, _, before, _ in steps), _crossed(steps))


def _foremost(projects: Sequence[_Project]) -> _Project:
    """The project that changes the most for its size; one that held nothing before has no size."""
    sized = [project for project in projects if project.before] or list(projects)
    most = sized[0]
    for project in sized[1:]:
        if project.moved * most.before > most.moved * project.before:
            most = project
    return most


def _crossed(steps: Iterable[_Step]) -> int:
    """What goes from one nature to the other: the smaller of what one loses and the other gains."""
    sums = {"current": 0, "capital": 0}
    for _, nature, _, step in steps:
        if nature:
            sums[nature] += step
    current, capital = sums.values()
    return min(abs(current), abs(capital)) if current * capital < 0 else 0
