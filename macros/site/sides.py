"""The sides that act, and their names on the pages of dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.models.actor import Side
from macros.models.timeline import Timeline
from macros.reading.guidebook import Guidebook

SIDES: Mapping[Side, str] = {
    "joint": "협치회의·분과", "secretariat": "사무국", "public": "구청", "private": "민간",
    "city": "서울시", "council": "시의회",
}


def sides_of(actors: Iterable[str], guide: Guidebook) -> tuple[Side, ...]:
    """The sides of the actors, in the order of SIDES."""
    acting = {guide.actors[key].side for key in actors}
    return tuple(side for side in SIDES if side in acting)


def sides_in(timeline: Timeline, guide: Guidebook) -> tuple[Side, ...]:
    """The sides that act in the timeline at all."""
    return sides_of((key for event in timeline.events for key in event.actors), guide)
