"""What can be pointed to on a page has an address of its own there: no id stands twice on a topic's page."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.walk import inside
from macros.models.common import BarChart, Table
from macros.models.topic import TopicSection
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

# The places that macros/templates/topic.md.j2 adds.
OWN = ("onward", "grounds")


def check_anchors(guide: Guidebook) -> Iterator[Problem]:
    """Sections, tables and charts of a topic have ids that differ."""
    for key, topic in guide.topics.items():
        taken = set(OWN)
        for place, record in inside(topic):
            if not isinstance(record, TopicSection | Table | BarChart):
                continue
            if record.id in taken:
                yield guide.problem("topics", key, (*place, "id"),
                                    f"이 페이지에 id가 '{record.id}'인 자리가 이미 있어요. 표라면 '{record.id}-table'처럼 바꿔 주세요.")
            taken.add(record.id)
