"""Tables as bars: how long each is, worked out in whole numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts.dots import Dots, dots
from macros.models.case import Figure
from macros.models.common import BarChart, Table

UNIT = re.compile(r"\(([^()]+)\)$")

# A drawing is as wide as its place; bars are measured in thousandths of it.
WIDTH = 1000


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: what it is of, its value, where it starts and how long it is."""

    label: str
    value: int
    x: int
    width: int


@dataclass(frozen=True)
class Row:
    """A bar with its name. `total` is what the table states for the whole bar."""

    label: str
    parts: tuple[Part, ...]
    total: int | None = None


@dataclass(frozen=True)
class Drawn:
    """A chart with its bars. A `whole` has one row, and its parts have the names."""

    chart: BarChart
    rows: tuple[Row, ...]

    @property
    def unit(self) -> str | None:
        """The unit at the end of its columns' heads, where these do not stand beside its numbers: 천원 of 지원금(천원)."""
        if self.chart.kind == "bars":
            return None
        units = {found[1] if (found := UNIT.search(column)) else None for column in self.chart.columns}
        return units.pop() if len(units) == 1 else None

    @property
    def dots(self) -> Dots:
        """The rows' first values as dots on a line."""
        return dots([(row.label, row.parts[0].value) for row in self.rows])


def parts(names: Sequence[str], values: Sequence[int], whole: int) -> tuple[Part, ...]:
    """Stretches one behind the other on a bar of `WIDTH` that stands for `whole`; they touch and never overlap."""
    found, done = [], 0
    for name, value in zip(names, values, strict=True):
        start = done * WIDTH // whole if whole else 0
        done += value
        end = done * WIDTH // whole if whole else 0
        found.append(Part(name, value, start, end - start))
    return tuple(found)


def _number(cell: int | str) -> int:
    assert isinstance(cell, int)  # macros/checks/charts.py lets nothing else through
    return cell


def _rows(table: Table, chart: BarChart) -> list[tuple[str, list[int], int | None]]:
    """Each row's name, its numbers, and its stated total."""
    at = {column: index for index, column in enumerate(table.columns)}
    labels = chart.labels or table.columns[:1]
    return [(" ".join(str(row[at[label]]) for label in labels),
             [_number(row[at[column]]) for column in chart.columns],
             _number(row[at[chart.total]]) if chart.total else None) for row in table.rows]


def drawn(table: Table) -> tuple[Drawn, ...]:
    """The charts of a table, in its order."""
    return tuple(_drawn(table, chart) for chart in table.charts)


def _drawn(table: Table, chart: BarChart) -> Drawn:
    rows = _rows(table, chart)
    if chart.kind == "whole":
        values = [numbers[0] for _, numbers, _ in rows]
        return Drawn(chart, (Row("", parts([name for name, _, _ in rows], values, sum(values)), sum(values)),))
    if chart.largest_first:
        rows.sort(key=lambda row: -sum(row[1]))  # stable: equal ones stay in the table's order
    longest = max(sum(numbers) for _, numbers, _ in rows)
    return Drawn(chart, tuple(Row(name, parts(chart.columns, numbers, longest), total) for name, numbers, total in rows))


def folds(table: Table) -> bool:
    """Whether the table can be folded away under its charts: it is long, or they show all of it."""
    shown = {column for chart in table.charts
             for column in (*chart.columns, *(chart.labels or table.columns[:1]), chart.total)}
    return bool(table.charts) and (len(table.rows) > 6 or shown >= set(table.columns))


def funnel(figures: Sequence[Figure]) -> tuple[tuple[Figure, Part], ...]:
    """Figures as bars in the middle of their place, as long as they are large."""
    largest = max((figure.value for figure in figures), default=0) or 1
    found = []
    for figure in figures:
        width = figure.value * WIDTH // largest
        found.append((figure, Part(figure.label, figure.value, (WIDTH - width) // 2, width)))
    return tuple(found)
