"""Dots: each value at its place, none over another, the middle and the rank as they are."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from macros.charts.dots import WIDTH, dots
from macros.words.forms import counted

VALUES = st.lists(st.integers(0, 10**9), min_size=1, max_size=25)


@given(VALUES)
def test_점은_그림_안에서_겹치지_않고_큰_값이_오른쪽에_선다(values: list[int]) -> None:
    one = dots([(str(number), value) for number, value in enumerate(values)])
    assert len({(dot.x, dot.y) for dot in one.dots}) == len(values) and all((dot.x - one.dots[0].x) % 11 == 0 for dot in one.dots)
    assert all(5 <= dot.x <= WIDTH - 5 and 0 < dot.y <= one.height for dot in one.dots)
    ordered = sorted(one.dots, key=lambda dot: dot.value)
    assert [dot.x for dot in ordered] == sorted(dot.x for dot in one.dots)


def test_가운데_값과_차례와_같은_값을_말한다() -> None:
    one = dots([("가", 10), ("나", 40), ("다", 40), ("라", 20), ("마", 30)], "마")
    assert (one.least, one.most, one.rank) == (10, 40, 3) and one.middle == 30
    assert not one.tied
    assert one.groups == ((40, ("나", "다")), (30, ("마",)), (20, ("라",)), (10, ("가",)))
    assert [dot.name for dot in one.dots if dot.own] == ["마"] and one.dots[0].x == one.middle_x


def test_값이_짝수_개이면_가운데_두_값의_한가운데가_중앙값이다() -> None:
    one = dots([("가", 10), ("나", 21), ("다", 40), ("라", 20)])
    assert one.middle == Fraction(41, 2) and counted(one.middle, "명") == "20.5명"
    assert sorted(dot.x for dot in one.dots)[1] <= one.middle_x <= sorted(dot.x for dot in one.dots)[2]
    assert counted(Fraction(1845001, 2), "천원") == "9억 2,250만 500원" and counted(Fraction(3, 2), "원") == "1.5원"


def test_값이_같은_곳이_또_있으면_공동_차례다() -> None:
    values = [("가", 10), ("나", 40), ("다", 40), ("라", 20)]
    assert [(one.rank, one.tied) for one in (dots(values, name) for name, _ in values)] == [(4, False), (1, True), (1, True), (3, False)]
    assert (dots(values).rank, dots(values).tied) == (None, False)


def test_모두_같으면_한가운데에_쌓이고_모르는_곳은_표시하지_않는다() -> None:
    one = dots([("가", 7), ("나", 7)], "다")
    assert len({dot.x for dot in one.dots}) == 1 and abs(one.dots[0].x - WIDTH // 2) < 11
    assert one.rank is None and not any(dot.own for dot in one.dots)
