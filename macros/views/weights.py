"""How many duties say what force and basis: so that an editor sees how much is the sources', and how much the guide's own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import get_args

from macros.checks.force import is_duty
from macros.checks.walk import everything
from macros.models.common import Basis, Force, Weighed
from macros.reading.guidebook import Guidebook
from macros.schema.words import words


def weights(guide: Guidebook) -> Iterator[tuple[str | int, ...]]:
    """A table: its head, a row for each kind of record, all of them together."""
    forces, bases = get_args(Force), get_args(Basis)
    found: dict[str, Counter[str | None]] = defaultdict(Counter)
    for kind, _, place, record in everything(guide):
        if isinstance(record, Weighed) and (record.force or is_duty(kind, place, record)):
            for row in (kind, "모두"):
                found[row].update((record.force or "unmarked", record.basis, "all"))
    labels = [*(words().choices(Weighed, "force")[one] for one in forces), *(words().choices(Weighed, "basis")[one] for one in bases)]
    yield ("종류", *labels, "표시 없음", "모두")
    for row in sorted(found, key=lambda name: (name == "모두", name)):
        yield (row, *(found[row][one] for one in (*forces, *bases, "unmarked", "all")))
