"""When somebody last compared a record with its source: listed, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.models.kinds import ROWS
from macros.reading.guidebook import Guidebook

DATED = tuple(kind for kind in ROWS if kind.has("checked_on"))
OLD = 365  # days after which a record is worth another look


@dataclass(frozen=True)
class Checked:
    """A record with the day of its last comparison and how many days before the reference day that was."""

    kind: str
    key: str
    what: str
    title: str
    file: str
    day: date
    age: int

    @property
    def old(self) -> bool:
        """Whether it is worth another look."""
        return self.age > OLD


def newest(guide: Guidebook) -> date:
    """The latest day on which anything was compared: the reference for pages, which must not depend on the clock."""
    days: list[date] = [record.checked_on for kind in DATED for record in getattr(guide, kind.id).values()]
    return max(days)


def checked(guide: Guidebook, today: date) -> list[Checked]:
    """Every record that carries such a day, oldest first."""
    found = [Checked(kind.id, key, kind.title, getattr(record, kind.named), guide.origins[kind.id, key].file.path, record.checked_on,
                     (today - record.checked_on).days)
             for kind in DATED for key, record in getattr(guide, kind.id).items()]
    return sorted(found, key=lambda one: (one.day, one.kind, one.key))
