"""The fewest lines that meet all covers, then the first such lines in the plan's order. Whole numbers only.

A cover says what a set of lines must bring together: `sum(brings[line]) >= short`. The search takes lines in or
leaves them out, one by one; it gives up where even the lines that bring most would be too many, for one cover or for
several added up. For that it looks at small shares, rounded up: they can only make lines seem fewer.
The twin of docs/assets/js/rules/adjust/fewest.js, name by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.rules.adjust.dictionary import Allowance

SCALE = 1 << 15  # the share that is all of a cover, or all that is still asked


@dataclass(frozen=True)
class Cover:
    """What lines must bring together, in won times weights: `short` (above 0); what each line brings."""

    short: int
    brings: tuple[int, ...]

    @cached_property
    def shares(self) -> list[int]:
        """What each line brings, in SCALE parts of `short`, rounded up."""
        return [-(-each * SCALE // self.short) for each in self.brings]


@dataclass(frozen=True)
class Open:
    """A cover that is not met yet: what it lacks, and that in its shares, rounded down, but never nothing."""

    cover: Cover
    left: int
    asked: int

    def shares(self, free: Sequence[int]) -> list[int]:
        """The share of each free line in what is still asked, none above SCALE."""
        return [-(-min(self.cover.shares[line], self.asked) * SCALE // self.asked) for line in free]

    def lesser(self, line: int, other: int) -> bool:
        """Whether the line is no better for it than the other."""
        return min(self.cover.brings[line], self.left) <= self.cover.brings[other]


def after_line(covers: Sequence[Open], line: int) -> list[Open]:
    """What is still open when the line is taken."""
    return [Open(each.cover, left, max(1, each.asked - each.cover.shares[line]))
            for each in covers if (left := each.left - each.cover.brings[line]) > 0]


def count_needed(shares: Iterable[int], asked: int) -> int:
    """How many of the largest shares reach what is asked; more than any plan has lines when all do not."""
    count = 0
    for share in sorted(shares, reverse=True):
        asked, count = asked - share, count + 1
        if asked <= 0:
            return count
    return SCALE


class Fewest:
    """A choice among lines 0 … count-1 under covers that come one after another."""

    def __init__(self, count: int, allowance: Allowance) -> None:
        self.count = count
        self.allowance = allowance
        self.covers: list[Cover] = []
        self.refused: set[tuple[int, ...]] = set()

    def add(self, cover: Cover) -> None:
        """One cover more."""
        self.covers.append(cover)

    def useful(self) -> list[int]:
        """The lines that bring something to some cover."""
        return [line for line in range(self.count) if any(cover.brings[line] for cover in self.covers)]

    def fewest(self, at_least: int) -> list[int]:
        """As few lines as can be, known to be no fewer than `at_least`. Raises TooMuchError."""
        most = at_least
        while (found := self._within([], self._open([]), self.useful(), most)) is None:
            most += 1
        return found

    def first(self, known: list[int]) -> list[int]:
        """Of all choices of so many lines as `known`, the one whose lines come first in the plan. Raises TooMuchError."""
        inside: list[int] = []
        refused: list[int] = []
        for line in self.useful():
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
        covers = self._open(inside)
        if any(all(each.lesser(line, other) for each in covers) for other in refused):
            return None  # what a better one cannot do, it cannot either
        free = [each for each in self.useful() if each > line and each not in refused]
        found = self._within([*inside, line], after_line(covers, line), free, most)
        if found is None:
            self.refused.add(key)
        return found

    def some(self) -> list[int]:
        """Lines that meet all covers, few but not surely fewest: the most useful first, then those not needed go."""
        chosen: list[int] = []
        while (covers := self._open(chosen)):
            free = [line for line in self.useful() if line not in chosen]
            chosen.append(free[_most_useful([each.shares(free) for each in covers])])
        for line in sorted(chosen, reverse=True):
            rest = [each for each in chosen if each != line]
            if all(sum(cover.brings[each] for each in rest) >= cover.short for cover in self.covers):
                chosen = rest
        return sorted(chosen)

    def _open(self, inside: Sequence[int]) -> list[Open]:
        covers = [Open(cover, cover.short, SCALE) for cover in self.covers]
        for line in inside:
            covers = after_line(covers, line)
        return covers

    def _within(self, inside: list[int], covers: list[Open], free: list[int], most: int) -> list[int] | None:
        """At most `most` lines that meet all covers: those inside and some that are free; None: there are none."""
        self.allowance.spend()
        if not covers:
            return sorted(inside)
        room = most - len(inside)
        counts = [count_needed([each.cover.shares[line] for line in free], each.asked) for each in covers]
        if max(counts) > room:
            return None
        shares = [each.shares(free) for each in covers]
        if sum(counts) > room and _too_many(shares, counts, room):
            return None
        at = _most_useful(shares)
        pick = free[at]
        rest = [line for line in free if line != pick]
        found = self._within([*inside, pick], after_line(covers, pick), rest, most)
        if found is not None or any(sum(each) - each[at] < SCALE for each in shares):  # a cover cannot do without it
            return found
        # Without it, lines that are nowhere better are of no use: it could always stand in their place.
        return self._within(inside, covers, [line for line in rest if not all(each.lesser(line, pick) for each in covers)], most)


def _too_many(shares: Sequence[Sequence[int]], counts: Sequence[int], room: int) -> bool:
    """Whether covers cannot all be met by `room` lines, though each alone can by its count: some, added up, cannot."""
    order = sorted(range(len(shares)), key=lambda at: (-counts[at], at))
    together, asked, most = shares[order[0]], SCALE, counts[order[0]]
    for at in order[1:]:
        more = [one + other for one, other in zip(together, shares[at], strict=True)]
        count = count_needed(more, asked + SCALE)
        if count > most:
            together, asked, most = more, asked + SCALE, count
        if most > room:
            return True
    return False


def _most_useful(shares: Sequence[Sequence[int]]) -> int:
    """The place of the free line with the greatest share of what is asked; of equals the first."""
    scores = [sum(column) for column in zip(*shares, strict=True)]
    return scores.index(max(scores))
