"""What the page of components shows: real records, so that a component that changes changes there too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from macros.models.case import Figure
from macros.models.checklist import Item
from macros.models.common import Table
from macros.models.rule import Ask, Band, Cap
from macros.models.step import Step, Tip
from macros.models.topic import Diagram, Stage
from macros.reading.guidebook import Guidebook

T = TypeVar("T")
# A checklist item's states, with what may be noted on it; the last is past its date.
STATES: tuple[tuple[str, dict[str, str]], ...] = (
    ("시작 전", {}), ("진행 중", {"state": "doing", "who": "협치지원관"}), ("완료", {"state": "done", "evidence": "3차 회의록"}),
    ("해당 없음", {"state": "na", "note": "우리 구에는 없는 절차예요."}), ("기한 지남", {"state": "doing", "due": "2021-07-09"}),
)


@dataclass(frozen=True)
class Samples:
    """One record for each component; none where today's data has no record that uses it."""

    step: tuple[Step, ...]
    tip: tuple[Tip, ...]
    conflicts: tuple[str, ...]
    items: tuple[tuple[str, Item, str], ...]
    table: tuple[Table, ...]
    charts: tuple[Table, ...]
    figures: tuple[Figure, ...]
    diagram: tuple[Diagram, ...]
    stages: tuple[Stage, ...]
    rules: tuple[Cap | Band | Ask, ...]


def samples(guide: Guidebook) -> Samples:
    """The first record of each kind that has what its component shows. An editor may remove any of them."""
    sections = [section for topic in guide.topics.values() for section in topic.sections]
    tables = [table for section in sections for table in section.tables]
    items = [item for checklist in guide.checklists.values() for group in checklist.groups for item in group.items]
    rules = guide.rules.values()
    step = _first(step for step in guide.steps.values() if step.tips and len(step.activities) > 2 and step.outputs)
    return Samples(
        step=step, tip=step[0].tips[:1] if step else (), conflicts=tuple(guide.conflicts)[:3],
        items=tuple((name, item, json.dumps(entry, ensure_ascii=False)) for (name, entry), item in zip(STATES, items, strict=False)),
        table=_first(table for table in tables if table.totals and table.note and not table.charts),
        charts=(*_first(table for table in tables if any(chart.total for chart in table.charts)),
                *_first(table for table in tables if any(chart.kind == "whole" for chart in table.charts)),
                *_first(table for table in tables if any(chart.kind == "dots" for chart in table.charts))),
        figures=next((case.figures for case in guide.cases.values() if any(figure.derived for figure in case.figures)), ())[:6],
        diagram=_first(section.diagram for section in sections if section.diagram and len(section.diagram.links) > 1),
        stages=next((section.stages for section in sections if section.stages), ())[:3],
        rules=(*_first(rule for rule in rules if isinstance(rule, Cap) and rule.readings),
               *_first(rule for rule in rules if isinstance(rule, Band)),
               *_first(rule for rule in rules if isinstance(rule, Ask) and rule.exceptions)))


def _first(some: Iterable[T]) -> tuple[T, ...]:
    """The first, or none."""
    return tuple(islice(some, 1))
