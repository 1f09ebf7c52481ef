"""Who does what in a step: its checklist's items in their order, each in the lane of those who do it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.models.checklist import Item, Role

# A mark is as large as anything that is pressed; its lane's name stands above the line.
LANE = 46
# So many stand beside each other on a phone; the drawing of more is pushed sideways.
MANY = 11


@dataclass(frozen=True)
class Mark:
    """An item: its number in the checklist, its id, its text, how far right it stands (per ten thousand of the width)."""

    number: int
    item: str
    text: str
    x: int

    @property
    def place(self) -> str:
        """How far right, as SVG states it: "7.14%"."""
        return f"{self.x // 100}.{self.x % 100:02d}%"


@dataclass(frozen=True)
class Lane:
    """What one role does, from its name's line down."""

    name: str
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Lanes:
    """The drawing of a step, as wide as its place (height in px); roles that do nothing in it have no lane."""

    many: bool
    height: int
    lanes: tuple[Lane, ...]


def lanes(items: Sequence[Item], roles: Mapping[Role, str]) -> Lanes:
    """The items from left to right in their order; the lanes from top to bottom in the order of `roles`."""
    acting = [role for role in roles if any(item.role == role for item in items)]
    drawn = (Lane(roles[role], at * LANE, tuple(Mark(number, item.id, item.text, (2 * number - 1) * 5000 // len(items))
                                                for number, item in enumerate(items, 1) if item.role == role))
             for at, role in enumerate(acting))
    return Lanes(len(items) > MANY, len(acting) * LANE, tuple(drawn))
