"""What the scoring sheet needs in the page: a district's published criteria, agendas that it chose, a worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.calendars.entry import cited
from macros.models.case import Milestone
from macros.models.common import Table
from macros.reading.guidebook import Guidebook
from macros.rules.priorities import Standing, standings
from macros.site.criteria import STEP, TABLE
from macros.tools.budget import site_version
from macros.tools.districts import district_names

TOP = 5
# Scores and weights of the worked example: invented, because no case publishes any. With equal weights the first two
# would tie.
WEIGHTS = (2, 1, 1, 1, 2, 2, 1)
SCORES = ((5, 4, 4, 3, 4, 5, 4), (4, 3, 5, 4, 4, 4, 5), (3, 4, 3, 5, 3, 4, 3))


@dataclass(frozen=True)
class Criterion:
    """A criterion: the head it stands under, its name, the question that it asks."""

    id: str
    head: str
    name: str
    question: str


def criteria(guide: Guidebook) -> tuple[Criterion, ...]:
    """The published criteria, in their order."""
    return tuple(Criterion(f"c{number}", str(head), str(name), str(question))
                 for number, (head, name, question) in enumerate(table(guide).rows, 1))


def table(guide: Guidebook) -> Table:
    """The table that the criteria come from."""
    return next(table for table in guide.steps[STEP].tables if table.id == TABLE)


def grounds(guide: Guidebook) -> str:
    """Where the criteria come from, in one line: `은평구 사례(2020 안내서 46쪽)`."""
    cited_at, found = ", ".join(dict.fromkeys(cited(one, guide) for one in table(guide).source)), chosen(guide)
    return f"{found.district} 사례({cited_at})" if found else cited_at


@dataclass(frozen=True)
class Chosen:
    """The agendas that a district chose at the step, in the order in which they are published; when it did."""

    district: str
    milestone: Milestone

    @property
    def names(self) -> tuple[str, ...]:
        """The agendas' names."""
        return self.milestone.agendas

    @property
    def told(self) -> str:
        """Where the names come from, in a sentence."""
        year = f"{self.milestone.start.year}년 " if self.milestone.start else ""
        return f"의제의 이름은 {self.district} 사례의 {year}‘{self.milestone.title}’에서 가져왔어요."


def chosen(guide: Guidebook) -> Chosen | None:
    """The first case that names the agendas chosen at the step; None while no case does."""
    return next((Chosen(case.district, one) for case in guide.cases.values() for process in case.processes
                 for phase in process.phases for one in phase.milestones if one.agendas and STEP in one.steps), None)


def example_weights(guide: Guidebook) -> tuple[int, ...]:
    """An invented weight for each criterion."""
    return _fitted(WEIGHTS, len(criteria(guide)), 1)


def example_scores(guide: Guidebook) -> list[tuple[int, ...]]:
    """Invented scores by the criteria for as many of the chosen agendas as there are rows of them."""
    found = chosen(guide)
    return [_fitted(row, len(criteria(guide)), TOP) for row in SCORES[:len(found.names)]] if found else []


def _fitted(row: tuple[int, ...], length: int, more: int) -> tuple[int, ...]:
    """The row for as many criteria as the data have."""
    return (*row, *[more] * (length - len(row)))[:length]


def worked(guide: Guidebook) -> list[tuple[str, tuple[int, ...], Standing, Standing]]:
    """The worked example: (agenda, scores, standing, standing with equal weights)."""
    found, weights, scores = chosen(guide), example_weights(guide), example_scores(guide)
    weighted, equal = (standings(each, TOP, scores) for each in (weights, (1,) * len(weights)))
    return list(zip(found.names, scores, weighted, equal, strict=False)) if found else []


def priorities_data(guide: Guidebook) -> dict[str, Any]:
    """Everything as plain values."""
    return {
        "version": site_version(), "districts": district_names(guide), "tool": "priorities", "title": "의제 우선순위표", "top": str(TOP),
        "grounds": grounds(guide), "criteria": [vars(one) for one in criteria(guide)], "examples": list(_examples(guide)),
    }


def _examples(guide: Guidebook) -> Iterator[dict[str, Any]]:
    """The chosen agendas with nothing scored, and some of them with invented scores."""
    source, found = chosen(guide), criteria(guide)
    if source is None:
        return
    yield {"title": f"{source.district} 의제 {len(source.names)}개, 점수는 빈칸", "note": f"{source.told} 점수는 공개되지 않았어요.",
           "weights": {}, "agendas": [{"name": name, "scores": {}} for name in source.names]}
    scores = example_scores(guide)
    yield {"title": f"{source.district} 의제 {len(scores)}개에 가상의 점수", "note": "점수와 가중치는 가상의 값이에요.",
           "weights": _by_criterion(found, example_weights(guide)),
           "agendas": [{"name": name, "scores": _by_criterion(found, row)} for name, row in zip(source.names, scores, strict=False)]}


def _by_criterion(found: tuple[Criterion, ...], row: tuple[int, ...]) -> dict[str, str]:
    return {one.id: str(number) for one, number in zip(found, row, strict=True)}
