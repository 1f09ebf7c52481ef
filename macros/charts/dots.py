"""One value of each of many as dots on a line: where the middle is, and where one of them stands among the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from macros.rules.median import median

# The drawing is 320 wide, as a narrow phone is: a dot is no smaller there than drawn.
WIDTH, EDGE, RADIUS = 320, 6, 5
STEP = 2 * RADIUS + 1


@dataclass(frozen=True)
class Dot:
    """One of the values: of whom it is, where it stands."""

    name: str
    value: int
    x: int
    y: int
    own: bool


@dataclass(frozen=True)
class Dots:
    """All values on a line from the least to the most; equal ones stand on one another. `rank`: 1 is the most.

    `tied`: others have the marked one's value too, so they share its rank.
    """

    least: int
    most: int
    middle: Fraction
    middle_x: int
    height: int
    dots: tuple[Dot, ...]
    rank: int | None
    tied: bool = False

    @property
    def groups(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """Each value with the names that have it, the most first."""
        names: dict[int, list[str]] = defaultdict(list)
        for dot in self.dots:
            names[dot.value].append(dot.name)
        return tuple((value, tuple(names[value])) for value in sorted(names, reverse=True))


def dots(values: Sequence[tuple[str, int]], own: str | None = None) -> Dots:
    """Names with their values (one at least), and whose value is marked."""
    least, most = min(value for _, value in values), max(value for _, value in values)

    last = (WIDTH - 2 * EDGE) // STEP

    def place(value: int | Fraction) -> int:
        """In steps of a dot's width, so that neighbours stand beside each other and not half over each other."""
        column = ((value - least) * last + (most - least) // 2) // (most - least) if most > least else last // 2
        return EDGE + column * STEP

    stacked: dict[int, int] = defaultdict(int)
    found = []
    for name, value in sorted(values, key=lambda pair: pair[0] != own):  # the marked one stands on the line itself
        found.append((name, value, place(value), stacked[place(value)]))
        stacked[place(value)] += 1
    height = max(stacked.values()) * STEP + 2
    middle = median(value for _, value in values)
    mine = dict(values).get(own) if own else None
    return Dots(least, most, middle, place(middle), height,
                tuple(Dot(name, value, x, height - EDGE - level * STEP, name == own) for name, value, x, level in found),
                sum(value > mine for _, value in values) + 1 if mine is not None else None,
                mine is not None and sum(value == mine for _, value in values) > 1)
