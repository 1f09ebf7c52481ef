"""A weighted scoring sheet: totals and ranks, exact also while scores are missing. Whole numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """An agenda's total and rank, each from the least to the most that it may become while scores are missing."""

    least: int
    most: int
    best: int
    worst: int


def standings(weights: Sequence[int], top: int, scores: Sequence[Sequence[int | None]]) -> tuple[Standing, ...]:
    """The standings of all agendas, in their order. A score is 0 to `top`, or None; equal totals share a rank."""
    sums = [(sum(weight * (score or 0) for weight, score in zip(weights, row, strict=True)),
             sum(weight * (top if score is None else score) for weight, score in zip(weights, row, strict=True)))
            for row in scores]
    return tuple(Standing(least, most,
                          1 + sum(other_least > most for at, (other_least, _) in enumerate(sums) if at != own),
                          1 + sum(other_most > least for at, (_, other_most) in enumerate(sums) if at != own))
                 for own, (least, most) in enumerate(sums))
