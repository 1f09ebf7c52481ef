"""The least whole numbers under whole-number demands: cutting planes on a lexicographically optimal dictionary.

Demands are taken in only when they are broken. A cut rounds a weighted sum of demands up (Gomory, Chvátal), so that
it holds for columns that are not there, too; that is what makes a proof of impossibility good for all of them.
The twin of docs/assets/js/rules/adjust/whole.js, name by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import lcm

from macros.rules.adjust.dictionary import Allowance, Dictionary

Gains = Mapping[int, int]  # what one more of a column brings each demand, by the demand's number
Weights = tuple[tuple[int, int], ...]  # places in the list of what is demanded, each with its weight


@dataclass(frozen=True)
class Column:
    """Something to be chosen: its gains, the most that can be taken (None: no end), what one of it costs."""

    gains: Gains
    most: int | None
    cost: int = 0


@dataclass(frozen=True)
class Demand:
    """`sum(gains*chosen) >= short`, by its number."""

    number: int
    short: int


@dataclass(frozen=True)
class Bound:
    """One column's most: `-chosen >= short`."""

    column: int
    short: int


@dataclass(frozen=True)
class Cut:
    """What was demanded before, with weights, over `den`, each coefficient rounded up."""

    weights: Weights
    den: int
    short: int


Demanded = Demand | Bound | Cut


@dataclass(frozen=True)
class Proof:
    """Why nothing fits: the weighted sum of what is demanded is short, and no column that is there brings it more."""

    demanded: tuple[Demanded, ...]
    weights: Weights

    def _weighed(self) -> list[tuple[int, int]]:
        return [(at, weight) for at, weight in self.weights if not isinstance(self.demanded[at], Bound)]

    @property
    def short(self) -> int:
        """What the sum asks for, bounds of columns left out."""
        return sum(weight * self.demanded[at].short for at, weight in self._weighed())

    def of(self, gains: Gains, column: int | None = None) -> int:
        """What one of a column brings the sum, bounds left out. `column`: its place, if it was there."""
        coefs: list[int] = []
        for demand in self.demanded:
            if isinstance(demand, Cut):
                coefs.append(-(-sum(weight * coefs[at] for at, weight in demand.weights) // demand.den))
            elif isinstance(demand, Demand):
                coefs.append(gains.get(demand.number, 0))
            else:
                coefs.append(-1 if demand.column == column else 0)
        return sum(weight * coefs[at] for at, weight in self._weighed())

    def numbers(self) -> set[int]:
        """The numbers of the demands that it rests on."""
        used = {at for at, _ in self.weights}
        for at in range(len(self.demanded) - 1, -1, -1):
            demand = self.demanded[at]
            if at in used and isinstance(demand, Cut):
                used |= {each for each, _ in demand.weights}
        return {demand.number for at, demand in enumerate(self.demanded) if at in used and isinstance(demand, Demand)}


class Search:
    """Looks for the least cost, then the lexicographically least choice, columns counted in their order."""

    def __init__(self, columns: Sequence[Column], shorts: Mapping[int, int], allowance: Allowance) -> None:
        """`shorts`: what each demand asks for, by its number."""
        self.columns = columns
        self.waiting: list[Demand | Bound] = [Demand(number, short) for number, short in shorts.items()]
        self.waiting += [Bound(at, -column.most) for at, column in enumerate(columns) if column.most is not None]
        self.demanded: list[Demanded] = []
        self.coefs: list[dict[int, int]] = []
        self.dictionary = Dictionary(len(columns), [column.cost for column in columns], allowance)

    def run(self) -> tuple[int, ...] | Proof:
        """How much of each column; or why nothing fits. Raises TooMuchError."""
        while True:
            impossible = self.dictionary.optimise()
            if impossible is not None:
                return self._proof(impossible)
            broken = self._broken()
            self.waiting = [demand for demand in self.waiting if demand not in broken]
            for demand in broken:
                self._take(demand)
            if broken:
                continue
            part = self.dictionary.not_whole()
            if part is None:
                return tuple(const // den for const, den in map(self.dictionary.value, range(len(self.columns))))
            self._take(self._cut(part))

    def _broken(self) -> list[Demand | Bound]:
        """What is demanded, waits, and does not hold for the choice of now."""
        values = [(at, *self.dictionary.value(at)) for at in range(len(self.columns))]
        common = lcm(*(den for _, _, den in values))
        sums: dict[int, int] = {}
        over: set[int] = set()
        for at, const, den in values:
            if not const:
                continue
            for number, gain in self.columns[at].gains.items():
                sums[number] = sums.get(number, 0) + gain * const * (common // den)
            most = self.columns[at].most
            if most is not None and const > most * den:
                over.add(at)
        return [demand for demand in self.waiting
                if (demand.column in over if isinstance(demand, Bound) else sums.get(demand.number, 0) < demand.short * common)]

    def _coefs(self, demand: Demanded) -> dict[int, int]:
        if isinstance(demand, Bound):
            return {demand.column: -1}
        if isinstance(demand, Demand):
            return {at: column.gains[demand.number] for at, column in enumerate(self.columns) if demand.number in column.gains}
        sums: dict[int, int] = {}
        for each, weight in demand.weights:
            for at, coef in self.coefs[each].items():
                sums[at] = sums.get(at, 0) + weight * coef
        return {at: up for at, coef in sums.items() if (up := -(-coef // demand.den))}

    def _take(self, demand: Demanded) -> None:
        coefs = self._coefs(demand)
        self.demanded.append(demand)
        self.coefs.append(coefs)
        self.dictionary.add(coefs, demand.short)

    def _cut(self, key: int) -> Cut:
        """What a variable that must be whole, and is not, demands."""
        den = self.dictionary.rows[key].den
        weights = tuple((at, coef % den) for at, coef in sorted(self.dictionary.spare(key).items()) if coef % den)
        return Cut(weights, den, -(-sum(weight * self.demanded[at].short for at, weight in weights) // den))

    def _proof(self, key: int) -> Proof:
        weights = {at: -coef for at, coef in self.dictionary.spare(key).items()}
        if key >= len(self.columns):
            weights[key - len(self.columns)] = self.dictionary.rows[key].den
        return Proof(tuple(self.demanded), tuple(sorted(weights.items())))
