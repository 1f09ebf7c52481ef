"""Who acts, by name: the sides of the dates, the roles of checklists, the parties of the agreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from macros.models.actor import Side
from macros.models.article import Party
from macros.models.checklist import Role
from macros.models.step import Step
from macros.models.timeline import Timeline
from macros.reading.guidebook import Guidebook
from macros.words.korean import particle

# In the order of their rows and columns; by what the guide calls them (data/names.yaml), or the house itself.
SIDES: Mapping[Side, str | None] = {"joint": "joint", "secretariat": "secretariat", "public": "office", "private": None,
                                    "city": "city", "council": "assembly"}


def side_names(guide: Guidebook) -> Mapping[Side, str]:
    """The sides by name, in their order."""
    return {side: guide.named(key) if key else "민간" for side, key in SIDES.items()}


def role_names(guide: Guidebook) -> Mapping[Role, str]:
    """Who does an item of a checklist."""
    return {"private": "민간", "public": "행정", "secretariat": guide.named("secretariat"), "city": guide.named("city"),
            "joint": "민관 공동"}


def party_names(guide: Guidebook) -> Mapping[Party, str]:
    """Who owes something by the agreement, and to whom."""
    city, district = guide.named("city"), guide.named("district")
    return {"city": city, "district": district, "council": guide.named("council"),
            "both": f"{city}{particle(city, '과/와')} {district}"}


def acting(step: Step, guide: Guidebook) -> tuple[str, ...]:
    """Who leads a step, by name, each with who acts instead and when: `자치구 협치회의(아직 없으면 민관 합동 TFT)`."""
    instead: dict[str, list[str]] = defaultdict(list)
    for one in step.stand_ins:
        instead[one.instead_of].append(f"{one.condition} {guide.actors[one.actor].name}")
    return tuple(guide.actors[key].name + (f"({', '.join(instead[key])})" if key in instead else "") for key in step.who)


def sides_of(actors: Iterable[str], guide: Guidebook) -> tuple[Side, ...]:
    """The sides of the actors, in the order of SIDES."""
    acting = {guide.actors[key].side for key in actors}
    return tuple(side for side in SIDES if side in acting)


def sides_in(timeline: Timeline, guide: Guidebook) -> tuple[Side, ...]:
    """The sides that act in the timeline at all."""
    return sides_of((key for event in timeline.events for key in event.actors), guide)
