"""The figures that several cases have, side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import median_low

from macros.models.case import Case
from macros.reading.guidebook import Guidebook

FEWEST = 3  # cases that must have a figure, so that there is something to compare


@dataclass(frozen=True)
class Row:
    """One figure: each case's value (None where its source has none), and the value in their middle."""

    key: str
    label: str
    unit: str
    values: tuple[int | None, ...]
    middle: int


def case_figures(guide: Guidebook) -> tuple[list[Case], list[Row]]:
    """The cases in their order, and the figures that enough of them have."""
    cases = list(guide.cases.values())
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for case in cases:
        for figure in case.figures:
            found[figure.label, figure.unit][case.id] = figure.value
    common = [(names, values) for names, values in found.items() if len(values) >= FEWEST]
    return cases, [Row(f"figure-{number}", label, unit, tuple(values.get(case.id) for case in cases), median_low(values.values()))
                   for number, ((label, unit), values) in enumerate(common, 1)]
