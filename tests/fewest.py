"""As few cases as say everything that all of them say."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set


def fewest(said: Mapping[str, Set[Hashable]]) -> list[str]:
    """The names of cases that together say all of it, the one that says most of what is left first; the same ones each time."""
    left: set[Hashable] = set().union(*said.values())
    chosen = []
    while left:
        best = max(said, key=lambda name: len(said[name] & left))
        chosen.append(best)
        left -= said[best]
    return chosen
