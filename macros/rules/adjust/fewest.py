"""The fewest lines that meet all covers, then the first such lines in the plan's order. Whole numbers only.

A cover says what a set of lines must bring together: `sum(brings[line]) >= short`. The search takes lines in or
leaves them out, one by one; it gives up where even the lines that bring most would be too many, for one cover or for
several added up. For that it looks at small shares, rounded up: they can only make lines seem fewer.
The twin of docs/assets/js/rules/adjust/fewest.js, name by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.rules.adjust.dictionary import Allowance

SCALE = 1 << 20  # the share that is all of a cover, or all that is still asked


@dataclass(frozen=True)
class Cover:
    """What lines must bring together, in won times weights: `short` (above 0); what each line brings."""

    short: int
    brings: tuple[int, ...]

    @property
    def shares(self) -> list[int]:
        """What each line brings, in SCALE parts of `short`, rounded up."""
        return [-(-each * SCALE // self.short) for each in self.brings]


def count_needed(shares: Iterable[int], asked: int) -> int:
    """How many of the largest shares reach what is asked; more than any plan has lines when all do not."""
    count = 0
    for share in sorted(shares, reverse=True):
        if asked <= 0:
            return count
        asked, count = asked - share, count + 1
    return count if asked <= 0 else SCALE


@dataclass(frozen=True)
class _Open:
    """A cover that is not met yet: what it lacks, and the share of each free line in that, none above SCALE."""

    cover: Cover
    left: int
    shares: list[int]

    def lesser(self, line: int, other: int) -> bool:
        """Whether the line is no better for it than the other."""
        return min(self.cover.brings[line], self.left) <= self.cover.brings[other]


class Fewest:
    """A choice among lines 0 … count-1 under covers that come one after another."""

    def __init__(self, count: int, allowance: Allowance) -> None:
        self.count = count
        self.allowance = allowance
        self.covers: list[Cover] = []
        self.shares: list[list[int]] = []
        self.refused: set[tuple[int, ...]] = set()

    def add(self, cover: Cover) -> None:
        """One cover more."""
        self.covers.append(cover)
        self.shares.append(cover.shares)

    def fewest(self, at_least: int) -> list[int]:
        """As few lines as can be, known to be no fewer than `at_least`. Raises TooMuchError."""
        most = at_least
        while (found := self._within([], list(range(self.count)), most)) is None:
            most += 1
        return found

    def first(self, known: list[int]) -> list[int]:
        """Of all choices of so many lines as `known`, the one whose lines come first in the plan. Raises TooMuchError."""
        inside: list[int] = []
        refused: list[int] = []
        for line in range(self.count):
            if len(inside) == len(known):
                break
            if line not in known:
                found = self._with(inside, refused, line, len(known))
                if found is None:
                    refused.append(line)
                    continue
                known = found
            inside.append(line)
        return inside

    def _with(self, inside: list[int], refused: list[int], line: int, most: int) -> list[int] | None:
        """A choice with one line more, none of those refused; more covers never bring one that was refused before."""
        key = (*inside, line)
        if key in self.refused:
            return None
        left = self._open(inside, [])
        useless = not any(each.cover.brings[line] for each in left)
        if useless or any(all(each.lesser(line, other) for each in left) for other in refused):
            return None  # what a better one cannot do, it cannot either
        free = [each for each in range(line + 1, self.count) if each not in refused]
        found = self._within([*inside, line], free, most)
        if found is None:
            self.refused.add(key)
        return found

    def some(self) -> list[int]:
        """Lines that meet all covers, few but not surely fewest: the most useful first, then those not needed go."""
        chosen: list[int] = []
        while (left := self._open(chosen, free := [line for line in range(self.count) if line not in chosen])):
            chosen.append(_most_useful(left, free))
        for line in sorted(chosen, reverse=True):
            rest = [each for each in chosen if each != line]
            if all(sum(cover.brings[each] for each in rest) >= cover.short for cover in self.covers):
                chosen = rest
        return sorted(chosen)

    def _open(self, inside: Sequence[int], free: Sequence[int]) -> list[_Open]:
        found: list[_Open] = []
        for cover, shares in zip(self.covers, self.shares, strict=True):
            left = cover.short - sum(cover.brings[line] for line in inside)
            if left > 0:
                asked = max(1, SCALE - sum(shares[line] for line in inside))
                found.append(_Open(cover, left, [-(-min(shares[line], asked) * SCALE // asked) for line in free]))
        return found

    def _within(self, inside: list[int], free: list[int], most: int) -> list[int] | None:
        """At most `most` lines that meet all covers: those inside and some that are free; None: there are none."""
        self.allowance.spend()
        left = self._open(inside, free)
        if not left:
            return sorted(inside)
        room = most - len(inside)
        if room <= 0 or _too_many(left, room):
            return None
        pick = _most_useful(left, free)
        rest = [line for line in free if line != pick]
        found = self._within([*inside, pick], rest, most)
        if found is not None or _needed(left, free, pick):
            return found
        # Without it, lines that are nowhere better are of no use: it could always stand in their place.
        return self._within(inside, [line for line in rest if not all(each.lesser(line, pick) for each in left)], most)


def _too_many(left: Sequence[_Open], room: int) -> bool:
    """Whether the covers cannot all be met by `room` lines: one alone, or some added up."""
    counts = [count_needed(each.shares, SCALE) for each in left]
    order = sorted(range(len(left)), key=lambda at: (-counts[at], at))
    together, asked, most = left[order[0]].shares, SCALE, counts[order[0]]
    for at in order[1:]:
        if most > room:
            return True
        more = [one + other for one, other in zip(together, left[at].shares, strict=True)]
        count = count_needed(more, asked + SCALE)
        if count > most:
            together, asked, most = more, asked + SCALE, count
    return most > room


def _most_useful(left: Sequence[_Open], free: Sequence[int]) -> int:
    """The free line with the greatest share of what is asked; of equals the first."""
    best = -1
    pick = free[0]
    for at, line in enumerate(free):
        score = sum(each.shares[at] for each in left)
        if score > best:
            best, pick = score, line
    return pick


def _needed(left: Sequence[_Open], free: Sequence[int], line: int) -> bool:
    """Whether some cover cannot be met without the line."""
    at = free.index(line)
    return any(sum(each.shares) - each.shares[at] < SCALE for each in left)
