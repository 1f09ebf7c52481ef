"""The names that the house's templates and scripts ask for are there, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem

# What the house calls by a name of the guide's own world.
ASKED_FOR = ("guide", "subject", "plan", "scheme", "city", "asked", "council", "joint", "assembly", "district", "office", "secretariat",
             "notice", "made-of")


def check_named(guide: Guidebook) -> Iterator[Problem]:
    """Each name that the house asks for stands in data/names.yaml."""
    for key in guide.names:
        if key not in ASKED_FOR:
            yield guide.problem("names", key, ("id",), f"틀이 찾지 않는 이름이에요. 쓸 수 있는 id: {', '.join(ASKED_FOR)}")
    if missing := [key for key in ASKED_FOR if key not in guide.names]:
        yield Problem("data/names.yaml", 1, 1, f"이름이 빠졌어요: {', '.join(missing)}")
