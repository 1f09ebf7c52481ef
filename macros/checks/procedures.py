"""Procedures, their steps and their checklists fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_procedures(guide: Guidebook) -> Iterator[Problem]:
    """Every step stands in exactly one procedure; every checklist follows its procedure; item ids are unique."""
    places = Counter(step for procedure in guide.procedures.values() for step in procedure.steps)
    for key in guide.steps:
        if places[key] != 1:
            yield guide.problem("steps", key, ("id",),
                                f"단계는 절차(data/procedures) 하나에만 있어야 하는데 {places[key]}곳에 있어요.")
    owners: dict[str, str] = {}
    for key, checklist in guide.checklists.items():
        steps = guide.procedures[checklist.procedure].steps if checklist.procedure else ()
        named = [group.step for group in checklist.groups if group.step]
        if checklist.procedure and named != [step for step in steps if step in named]:
            yield guide.problem("checklists", key, ("groups",),
                                f"묶음(groups)은 절차 '{checklist.procedure}'의 단계 순서를 따라야 해요: {', '.join(steps)}.")
        for index, group in enumerate(checklist.groups):
            for number, item in enumerate(group.items):
                if item.id in owners:
                    yield guide.problem("checklists", key, ("groups", index, "items", number, "id"),
                                        f"항목 id '{item.id}'가 {owners[item.id]}에 이미 있어요.")
                owners.setdefault(item.id, checklist.id)
