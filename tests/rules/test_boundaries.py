"""Each numeric limit of each tool has vectors at its edge, in every edition: exactly at it, one below, one above."""

from __future__ import annotations

import pytest

from macros.reading.guidebook import Guidebook
from tests.rules.boundaries import SIDES, missing, plan_edges, sheet_edges, side_of
from tests.rules.vectors import with_limits


@pytest.fixture(scope="module")
def guide(guide: Guidebook) -> Guidebook:
    """The guide with the limits that the vectors are about."""
    return with_limits(guide)


def test_모든_도구의_한도마다_판마다_꼭_같을_때와_하나_아래와_위의_본보기가_있다(guide: Guidebook) -> None:
    assert not [" ".join(edge) for edge in missing(guide)]


def test_한도는_계획과_도구마다_세어진다(guide: Guidebook) -> None:
    tools = {edge.tool for edge in sheet_edges(guide) | plan_edges(guide)}
    assert tools == {*guide.sheets, "budget"}


def test_한도의_어느_쪽인지_1원까지_가린다() -> None:
    found = [side_of(1, 10, part, 100) for part in (8, 9, 10, 11, 12)]
    assert found == [None, SIDES[1], SIDES[0], SIDES[2], None]
