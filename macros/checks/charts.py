"""What is drawn can be drawn: charts name columns of whole numbers, no two districts share a tile."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.walk import everything
from macros.models.common import BarChart, Table
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest


def check_charts(guide: Guidebook) -> Iterator[Problem]:
    """Every column that a chart names stands in its table, and holds a whole number in every row."""
    for kind, key, place, record in everything(guide):
        if isinstance(record, Table):
            for index, chart in enumerate(record.charts):
                for field, message in _faults(record, chart):
                    yield guide.problem(kind, key, (*place, "charts", index, field), message)


def _faults(table: Table, chart: BarChart) -> Iterator[tuple[str, str]]:
    names = [*(("columns", name) for name in chart.columns), *(("labels", name) for name in chart.labels),
             *([("total", chart.total)] if chart.total else [])]
    unknown = [(field, name) for field, name in names if name not in table.columns]
    for field, name in unknown:
        yield field, f"'{name}'은(는) 이 표에 없는 열이에요.{nearest(name, table.columns)}"
    if unknown:
        return
    if chart.kind != "bars" and (len(chart.columns) > 1 or chart.total):
        yield "columns", f"kind가 {chart.kind}인 그래프는 열을 하나만 쓰고 total을 쓰지 않아요."
    if chart.kind == "whole" and len(table.rows) > 4:
        yield "kind", "kind가 whole인 그래프는 네 줄까지예요. 줄이 더 많으면 bars로 그려 주세요."
    at = {column: index for index, column in enumerate(table.columns)}
    for row in table.rows:
        if len(row) != len(table.columns):
            return  # macros/checks/sums.py says so
        numbers = [row[at[column]] for column in chart.columns]
        if not all(isinstance(number, int) and number >= 0 for number in numbers):
            yield "columns", f"그래프에 쓰는 열은 모든 줄이 0 이상의 정수여야 해요. '{row[0]}' 줄을 확인해 주세요."
            return
        if chart.total and sum(number for number in numbers if isinstance(number, int)) != row[at[chart.total]]:
            yield "total", f"'{row[0]}' 줄은 그린 열을 더한 값이 '{chart.total}' 열과 달라요. 그러면 이어 붙여 그릴 수 없어요."
            return


def check_tiles(guide: Guidebook) -> Iterator[Problem]:
    """Every district has a tile of its own on the map."""
    taken: dict[tuple[int, int], str] = {}
    for key, district in guide.districts.items():
        tile = (district.tile.col, district.tile.row)
        if tile in taken:
            yield guide.problem("districts", key, ("tile",), f"지도에서 이 자리에는 이미 {taken[tile]}가 있어요.")
        taken.setdefault(tile, district.name)
