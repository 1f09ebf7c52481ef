"""What the scoring sheet needs in the page: a district's published criteria, agendas that it chose, a worked example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.models.common import Table
from macros.reading.guidebook import Guidebook
from macros.rules.priorities import Standing, standings
from macros.tools.budget import site_version
from macros.tools.districts import district_names

STEP, TABLE = "agenda-priority", "priority-criteria"
CASE, MILESTONE, CHOSEN = "eunpyeong", "assembly-vote", "뽑힌 협치과제"
TOP = 5
# Scores and weights of the worked example: invented, because the case publishes none. With equal weights the first two
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


def chosen_agendas(guide: Guidebook) -> tuple[str, ...]:
    """The agendas that the district's vote chose, in the order in which they are published."""
    milestones = (one for process in guide.cases[CASE].processes for phase in process.phases for one in phase.milestones)
    details = next(one for one in milestones if one.id == MILESTONE).details
    return tuple(text.partition(": ")[2] for text in details if text.startswith(CHOSEN))


def worked(guide: Guidebook) -> list[tuple[str, tuple[int, ...], Standing, Standing]]:
    """The worked example: (agenda, scores, standing, standing with equal weights)."""
    weighted = standings(WEIGHTS, TOP, SCORES)
    equal = standings((1,) * len(WEIGHTS), TOP, SCORES)
    return list(zip(chosen_agendas(guide), SCORES, weighted, equal, strict=True))


def priorities_data(guide: Guidebook) -> dict[str, Any]:
    """Everything as plain values."""
    found = criteria(guide)
    names = chosen_agendas(guide)

    def example(title: str, note: str, scored: bool) -> dict[str, Any]:
        return {"title": title, "note": note,
                "weights": {one.id: str(weight) for one, weight in zip(found, WEIGHTS, strict=True)} if scored else {},
                "agendas": [{"name": name, "scores": {one.id: str(score) for one, score in zip(found, row, strict=True)}
                             if scored else {}} for name, row in zip(names, SCORES, strict=True)]}

    return {
        "version": site_version(), "districts": district_names(guide), "tool": "priorities", "title": "의제 우선순위표", "top": str(TOP),
        "criteria": [vars(one) for one in found],
        "examples": [example("은평구의 협치과제 셋, 점수는 빈칸", "이름은 2019년 주민총회에서 뽑힌 과제예요. 점수는 공개되지 않았어요.", False),
                     example("은평구의 협치과제 셋에 지어낸 점수", "점수와 가중치는 지어낸 것이에요.", True)],
    }
