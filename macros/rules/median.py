"""The middle of several values, exact: of an even number of them it lies halfway between the two in the middle."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from statistics import median as middle_of


def median(values: Iterable[int]) -> Fraction:
    """The median of whole values, one at least; its denominator is 1 or 2."""
    return middle_of([Fraction(value) for value in values])
