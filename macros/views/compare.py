"""The cases side by side: in one order, with what each is known by, and the figures that several have."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from macros.models.case import Case, Figure
from macros.reading.guidebook import Guidebook
from macros.rules.median import median

FEW = 3  # figures of a case without a funnel that fit on its card
FEWEST = 3  # cases that must have a figure, so that there is something to compare


@dataclass(frozen=True)
class Row:
    """One figure: each case's value (None where its source has none), and their median.

    `key` is what a reader's own number is kept by in the browser, `formerly` what it was kept by before.
    `counts`: of each value what it counts, where the cases count different things: such values have no median.
    """

    key: str
    label: str
    unit: str
    values: tuple[int | None, ...]
    middle: Fraction | None
    formerly: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()

    @property
    def formerly_json(self) -> str:
        """The earlier keys as a script reads them."""
        return json.dumps(self.formerly, ensure_ascii=False)

    @property
    def middle_number(self) -> str:
        """The median as a script reads it: `135`, `1562.5`, nothing where there is none."""
        if self.middle is None:
            return ""
        return f"{self.middle.numerator // self.middle.denominator}{'' if self.middle.denominator == 1 else '.5'}"


def in_order(guide: Guidebook) -> list[Case]:
    """The cases by their districts' names, as districts stand wherever no other order is meant."""
    return sorted(guide.cases.values(), key=lambda case: case.district)


def card_figures(case: Case) -> tuple[Figure, ...]:
    """What a card shows of a case: the stages of its funnel from the first to the last, else its first figures."""
    return tuple(figure for figure in case.figures if figure.funnel) or case.figures[:FEW]


def case_figures(guide: Guidebook) -> tuple[list[Case], list[Row]]:
    """The cases in their order, and the figures that enough of them have."""
    cases = in_order(guide)
    found: dict[tuple[str, str], dict[str, Figure]] = defaultdict(dict)
    for case in cases:
        for figure in case.figures:
            found[figure.shared or figure.label, figure.unit][case.id] = figure
    return cases, [_row(key, cases, figures) for (key, _), figures in found.items() if len(figures) >= FEWEST]


def _row(key: str, cases: list[Case], figures: dict[str, Figure]) -> Row:
    """A row under the first case's label. Before figures had an id, numbers were kept by their labels."""
    first = next(iter(figures.values()))
    labels = dict.fromkeys(label for figure in figures.values() for label in (*figure.earlier_labels, figure.label))
    return Row(key, first.label, first.unit, tuple(figures[case.id].value if case.id in figures else None for case in cases),
               median(figure.value for figure in figures.values()), tuple(label for label in labels if label != key))


def funnel_ends(guide: Guidebook) -> list[Row]:
    """Of how many agendas each case's narrowing began and ended, if enough cases have one."""
    cases = in_order(guide)
    stages = [[figure for figure in case.figures if figure.funnel] for case in cases]
    if sum(map(bool, stages)) < FEWEST:
        return []
    unit = next(found[0].unit for found in stages if found)
    ends = (("funnel-first", "의제 선별의 첫 단계에서 집계한 수", 0), ("funnel-last", "의제 선별의 마지막 단계에서 집계한 수", -1))
    return [Row(key, label, unit, tuple(found[at].value if found else None for found in stages), None,
                counts=tuple(f"{found[at].label}({found[at].unit})" if found else "" for found in stages)) for key, label, at in ends]
