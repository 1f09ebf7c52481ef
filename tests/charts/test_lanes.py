"""Lanes of a step: each item once, in the lane of its role, in the order of the checklist."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from macros.charts.lanes import lanes
from macros.models.checklist import Item, Role

ROLES: Mapping[Role, str] = {"private": "민간", "public": "행정", "city": "서울시"}


def item(key: str, role: str) -> Item:
    return Item.model_validate({"id": key, "text": "할 일", "role": role, "evidence": "회의록", "force": "must", "basis": "stated",
                                "source": [{"doc": "d", "section": "s"}]})


def test_항목마다_한_번씩_제_역할의_줄에_차례대로_선다() -> None:
    one = lanes([item("a", "public"), item("b", "private"), item("c", "public")], ROLES)
    assert [(lane.name, [(mark.number, mark.item) for mark in lane.marks]) for lane in one.lanes] \
        == [("민간", [(2, "b")]), ("행정", [(1, "a"), (3, "c")])]
    places = sorted((mark.number, mark.x) for lane in one.lanes for mark in lane.marks)
    assert all(later - earlier in (3333, 3334) for (_, earlier), (_, later) in pairwise(places))
    assert max(x for _, x in places) < 10_000 and [mark.place for mark in one.lanes[1].marks] == ["16.66%", "83.33%"]
    assert not one.many and lanes([item(str(at), "city") for at in range(12)], ROLES).many
    assert [lane.y for lane in one.lanes] == [0, one.height // 2]
