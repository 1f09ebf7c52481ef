"""Dates stand in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.checks.walk import everything
from macros.models.case import Milestone
from macros.models.timeline import Event
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem


def check_dates(guide: Guidebook) -> Iterator[Problem]:
    """An end is not before its start, and a timeline runs from the first to the last."""
    for kind, key, place, record in everything(guide):
        if isinstance(record, Event | Milestone) and record.start and record.end \
                and record.end.first < record.start.first:
            yield guide.problem(kind, key, (*place, "end"),
                                f"끝나는 날({record.end.iso})이 시작하는 날({record.start.iso})보다 앞서요.")
    for key, timeline in guide.timelines.items():
        for index, (before, after) in enumerate(pairwise(timeline.events)):
            if after.start.first < before.start.first:
                yield guide.problem("timelines", key, ("events", index + 1, "start"),
                                    f"일정은 시작하는 날 순서로 적어요. 앞의 '{before.title}'({before.start.iso})보다 앞서요.")
