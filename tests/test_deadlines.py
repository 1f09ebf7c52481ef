"""Counting from one known day, in Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.models.deadline import Due
from macros.reading.guidebook import Guidebook
from macros.rules.deadlines import RESTS, Rest, is_rest, months_after, off_rest, resolve
from macros.rules.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from tests.deadline_vectors import Vector, load_vectors

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def found(vector: Vector) -> dict[str, list[str]]:
    """The days of each due, in the vectors' form."""
    days: dict[str, list[str]] = defaultdict(list)
    for dated in resolve(vector.deadlines, vector.start, public_holidays(), vector.rest):
        days[dated.due].append(dated.day.isoformat())
    return days


def test_본보기대로_센다(guide: Guidebook) -> None:
    wrong = {vector.name: (key, expected, found(vector)[key]) for vector in load_vectors(guide, fixed=True)
             for key, expected in vector.expect.items() if found(vector)[key] != expected}
    assert not wrong


def test_본보기가_모든_할_일을_다룬다(guide: Guidebook) -> None:
    shown = {key for vector in load_vectors(guide) for key in vector.expect}
    every = {due.id for deadlines in guide.deadlines.values() for due in deadlines.dues if due.dated}
    assert len(every - shown) <= len(every) // 3, every - shown


@given(DAYS, st.integers(0, 36))
def test_달을_더하면_길수록_늦고_말일은_말일로_간다(day: date, count: int) -> None:
    assert months_after(day, count) < months_after(day, count + 1)
    if (day + timedelta(days=1)).day == 1:
        assert (months_after(day, count) + timedelta(days=1)).day == 1


@settings(deadline=None)
@given(DAYS, st.booleans())
def test_쉬는_날에서_옮기면_일하는_날이다(day: date, backwards: bool) -> None:
    holidays = public_holidays()
    assert not is_rest(off_rest(day, backwards, "earlier", holidays), holidays)
    assert off_rest(day, backwards, "earlier", holidays) <= day
    later = off_rest(day, backwards, "later", holidays)
    assert later <= day if backwards else later >= day
    assert off_rest(day, backwards, "keep", holidays) == day


def test_공휴일은_두_끝_해를_모두_안다() -> None:
    years = {day.year for day in public_holidays()}
    assert years == set(range(FIRST_YEAR, LAST_YEAR + 1))
    assert public_holidays()[date(2020, 8, 17)] == "임시공휴일"
    assert public_holidays()[date(2021, 8, 16)] == "대체공휴일(광복절)"
    assert public_holidays()[date(2025, 5, 5)] == "부처님오신날·어린이날"
    assert not [name for name in public_holidays().values() if "대체 휴일" in name or ";" in name]
    assert date(2021, 8, 16) in public_holidays() and date(2021, 7, 9) not in public_holidays()


@given(DAYS, st.sampled_from(RESTS))
def test_앞선_준비가_아니면_아는_날보다_이른_할_일이_없다(guide: Guidebook, day: date, rest: Rest) -> None:
    holidays = public_holidays()
    for deadlines in guide.deadlines.values():
        dues = {due.id: due for due in deadlines.dues}
        assert not [dated for dated in resolve(deadlines, day, holidays, rest) if dated.day < day and not prepares(dues, dated.due)]


def prepares(dues: Mapping[str, Due], key: str | None) -> bool:
    """Whether a due, or what it is counted from, stands before its day."""
    return key is not None and (dues[key].before is not None or prepares(dues, dues[key].since))
