"""The geometry of bars and of the map, in whole numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.charts.bars import WIDTH, drawn, folds, funnel, parts
from macros.charts.tiles import entries, tiles
from macros.models.case import Figure
from macros.models.common import Table
from macros.reading.guidebook import Guidebook


def table(**values: Any) -> Table:
    return Table.model_validate({"id": "t", "title": "표", "columns": ["구", "행정", "민간", "모두"],
                                 "rows": [["가", 1, 2, 3], ["나", 4, 5, 9], ["다", 0, 9, 9]], **values})


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6))
def test_이은_막대는_맞닿고_끝이_전체와_같다(values: list[int]) -> None:
    found = parts([str(value) for value in values], values, sum(values))
    at = 0
    for part in found:
        assert part.x == at and part.width >= 0
        at += part.width
    assert at == (WIDTH if sum(values) else 0)


def test_점과_이은_막대는_열_이름의_단위를_보인다() -> None:
    money = {"columns": ["구", "지원금(천원)", "행정", "민간"]}
    charts = [{"id": f"c-{kind}", "title": "그림", "kind": kind, "columns": ["지원금(천원)"]} for kind in ("dots", "whole", "bars")]
    assert [one.unit for one in drawn(table(**money, charts=charts))] == ["천원", "천원", None]  # bars show the column's head
    assert drawn(table(charts=[{"id": "c", "title": "그림", "kind": "dots", "columns": ["행정"]}]))[0].unit is None


def test_긴_막대가_끝까지_가고_나머지는_비교해_짧다() -> None:
    rows = drawn(table(charts=[{"id": "c", "title": "그림", "columns": ["행정", "민간"], "total": "모두"}]))[0].rows
    assert [row.label for row in rows] == ["가", "나", "다"]
    assert [(part.x, part.width) for part in rows[0].parts] == [(0, 111), (111, 222)]
    assert rows[1].parts[-1].x + rows[1].parts[-1].width == WIDTH
    assert [row.total for row in rows] == [3, 9, 9]


def test_많은_것부터_늘어놓고_같으면_표의_차례다() -> None:
    rows = drawn(table(charts=[{"id": "c", "title": "그림", "columns": ["모두"], "largest_first": True}]))[0].rows
    assert [row.label for row in rows] == ["나", "다", "가"]


def test_전체를_나눈_막대는_줄마다_한_조각이다() -> None:
    one = drawn(table(charts=[{"id": "c", "title": "그림", "kind": "whole", "columns": ["모두"], "labels": ["구", "행정"]}]))[0]
    assert [part.label for part in one.rows[0].parts] == ["가 1", "나 4", "다 0"]
    assert sum(part.width for part in one.rows[0].parts) == WIDTH


def test_그림이_모두_말하는_표는_접고_더_말하는_표는_편다() -> None:
    part = {"id": "c", "title": "그림", "columns": ["모두"]}
    whole = {"id": "c", "title": "그림", "columns": ["행정", "민간"], "total": "모두"}
    assert not folds(table()) and not folds(table(charts=[part])) and folds(table(charts=[whole]))


def test_깔때기는_가운데에_서고_수만큼_길다() -> None:
    found = [Figure(label=str(value), value=value, unit="건") for value in (200, 50, 0)]
    assert [(bar.x, bar.width) for _, bar in funnel(found)] == [(0, 1000), (375, 250), (500, 0)]


def test_더한_값은_더한_수로_적고_값과_함께_적지_못한다() -> None:
    added = Figure.model_validate({"label": "모인 제안", "derived": [92, 99], "unit": "건"})
    assert added.value == 191 and added.derived == (92, 99)
    for wrong in ({"value": 3, "derived": [1, 2]}, {}):
        with pytest.raises(ValueError, match="가운데 하나만"):
            Figure.model_validate({"label": "모인 제안", "unit": "건", **wrong})


def test_지도에는_25개_구가_한_번씩_서고_먼저_참여할수록_짙다(guide: Guidebook) -> None:
    found = entries(guide.districts.values())
    placed = tiles(found)
    assert len(placed) == len({(district.tile.col, district.tile.row) for district, _ in placed}) == len(guide.districts) == 25
    years = [entry.year for entry in found if entry.year]
    assert years == sorted(set(years)) and sum(len(entry.districts) for entry in found) == len(guide.districts)
    shades = [entry.shade for entry in found if entry.year]
    assert shades == sorted(set(shades), reverse=True) and all(entry.shade == 0 for entry in found if not entry.year)
