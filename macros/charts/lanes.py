"""Who does what in a step: its checklist's items in their order, each in the lane of those who do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.checklist import Item, Role

# A mark is as large as anything that is pressed; its lane's name stands above the line.
STEP, LANE, NAME = 30, 46, 16


@dataclass(frozen=True)
class Mark:
    """An item: its number in the checklist, its id, how far right it stands."""

    number: int
    item: str
    x: int


@dataclass(frozen=True)
class Lane:
    """What one role does, from its name's line down."""

    name: str
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Lanes:
    """The drawing of a step; roles that do nothing in it have no lane."""

    width: int
    height: int
    lanes: tuple[Lane, ...]


def lanes(items: Sequence[Item], roles: Mapping[Role, str]) -> Lanes:
    """The items from left to right in their order; the lanes from top to bottom in the order of `roles`."""
    acting = [role for role in roles if any(item.role == role for item in items)]
    drawn = (Lane(roles[role], at * LANE, tuple(Mark(number, item.id, (number - 1) * STEP + STEP // 2)
                                                for number, item in enumerate(items, 1) if item.role == role))
             for at, role in enumerate(acting))
    return Lanes(max(len(items) * STEP, 8 * STEP), len(acting) * LANE, tuple(drawn))
