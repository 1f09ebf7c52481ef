"""A fact belongs to its edition."""

from __future__ import annotations

from collections.abc import Iterator

from macros.guidebook import Guidebook
from macros.problems import Problem


def check_editions(guide: Guidebook) -> Iterator[Problem]:
    """What replaces a rule comes later than it, and a step's dates belong to one of its editions."""
    for key, rule in guide.rules.items():
        for index, old in enumerate(rule.replaces):
            if set(rule.editions) & set(guide.rules[old].editions):
                yield guide.problem("rules", key, ("replaces", index),
                                    f"'{old}'와(과) 같은 판에 있습니다. 대신하는 규칙은 판이 겹치지 않아야 합니다.")
    years = {event.id: timeline.edition for timeline in guide.timelines.values() for event in timeline.events}
    for key, step in guide.steps.items():
        for index, event in enumerate(step.when):
            if years[event] not in step.editions:
                yield guide.problem("steps", key, ("when", index),
                                    f"'{event}'은(는) {years[event]}년판 일정인데 이 단계는 {', '.join(step.editions)}년판입니다.")
