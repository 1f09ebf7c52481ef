"""A linear programme's dictionary in whole numbers, kept lexicographically optimal (Gomory's dual simplex).

Each basic variable stands in terms of those that are 0: `den*x = const + sum(coef*t)`, with den > 0. Numbers grow
as they must; nothing is rounded. The twin of docs/assets/js/rules/adjust/dictionary.js, name by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import gcd

COST = -1  # the variable that is made least before all others


@dataclass(frozen=True)
class Row:
    """`den*x = const + sum(coefs[t]*t)`."""

    const: int
    den: int
    coefs: Mapping[int, int]


class TooMuchError(Exception):
    """The allowance of steps is used up."""


@dataclass
class Allowance:
    """How many steps may still be taken: the same for the same plan, on every machine."""

    left: int

    def spend(self) -> None:
        """One step. Raises TooMuchError."""
        if self.left <= 0:
            raise TooMuchError
        self.left -= 1


def reduced(const: int, den: int, coefs: dict[int, int]) -> Row:
    """The same row in the smallest whole numbers."""
    common = gcd(den, const, *coefs.values())
    if common == 1:
        return Row(const, den, coefs)
    return Row(const // common, den // common, {key: coef // common for key, coef in coefs.items()})


class Dictionary:
    """Variables 0 … count-1 are looked for, in their order of weight; from `count` on they are rows' spare amounts."""

    def __init__(self, count: int, cost: Sequence[int], allowance: Allowance) -> None:
        """`cost`: what one of each variable costs, none below 0."""
        self.count = count
        self.allowance = allowance
        self.rows: dict[int, Row] = {COST: Row(0, 1, {at: each for at, each in enumerate(cost) if each})}
        self.added = 0

    def add(self, coefs: Mapping[int, int], short: int) -> None:
        """Demand `sum(coefs[x]*x) >= short` for variables x that are looked for."""
        const, den, body = -short, 1, dict[int, int]()
        for at, coef in coefs.items():
            row = self.rows.get(at, Row(0, 1, {at: 1}))
            grow = row.den // gcd(den, row.den)
            const, den, body = const * grow, den * grow, {key: each * grow for key, each in body.items()}
            times = coef * (den // row.den)
            const += times * row.const
            for key, each in row.coefs.items():
                body[key] = body.get(key, 0) + times * each
        self.rows[self.count + self.added] = reduced(const, den, {key: each for key, each in body.items() if each})
        self.added += 1

    def optimise(self) -> int | None:
        """Make every variable 0 or more, the costs least. Returns the row that cannot be, or None."""
        while True:
            leaving = max((key for key, row in self.rows.items() if row.const < 0), default=None)  # the one that came last
            if leaving is None:
                return None
            entering = self._entering(self.rows[leaving].coefs)
            if entering is None:
                return leaving
            self.allowance.spend()
            self._pivot(leaving, entering)

    def _entering(self, coefs: Mapping[int, int]) -> int | None:
        """The column that, divided by its coefficient, is lexicographically least among those that help."""
        best: int | None = None
        for key, coef in coefs.items():
            if coef > 0 and (best is None or self._before(key, best, coef, coefs[best])):
                best = key
        return best

    def _before(self, one: int, other: int, of_one: int, of_other: int) -> bool:
        for key in range(COST, self.count):
            row = self.rows.get(key)
            if row is None:
                if key in (one, other):
                    return key == other
                continue
            mine, its = row.coefs.get(one, 0) * of_other, row.coefs.get(other, 0) * of_one
            if mine != its:
                return mine < its
        return one < other

    def _pivot(self, leaving: int, entering: int) -> None:
        """Exchange the two: `entering` is worked out of `leaving`'s row and put in everywhere."""
        old = self.rows.pop(leaving)
        by = old.coefs[entering]
        put = {key: -coef for key, coef in old.coefs.items() if key != entering} | {leaving: old.den}
        for key, row in self.rows.items():
            times = row.coefs.get(entering)
            if times is None:
                continue
            coefs = {each: coef * by for each, coef in row.coefs.items() if each != entering}
            for each, coef in put.items():
                coefs[each] = coefs.get(each, 0) + times * coef
            self.rows[key] = reduced(row.const * by - times * old.const, row.den * by,
                                     {each: coef for each, coef in coefs.items() if coef})
        self.rows[entering] = reduced(-old.const, by, put)

    def value(self, key: int) -> tuple[int, int]:
        """A variable as numerator and denominator."""
        row = self.rows.get(key)
        return (row.const, row.den) if row else (0, 1)

    def not_whole(self) -> int | None:
        """The first variable in order whose value is no whole number."""
        return next((key for key in range(COST, self.count) if key in self.rows
                     and self.rows[key].const % self.rows[key].den), None)

    def spare(self, key: int) -> dict[int, int]:
        """The coefficients of a row's spare amounts, by the number of the demand."""
        return {each - self.count: coef for each, coef in self.rows[key].coefs.items() if each >= self.count}

    def idle(self) -> set[int]:
        """After a choice is found: the columns that no choice of the same cost has any of."""
        return {key for key in self.rows[COST].coefs if key < self.count}
