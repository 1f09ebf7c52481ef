"""What follows from one known day: pure counting on the calendar, the same as docs/assets/js/deadlines/count.js.

The first day is not counted. Months end on the day before the one that has the first counted day's number, or on
the month's last day (Civil Act, articles 157 and 160). What falls on a day of rest is moved as the reader chose.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from macros.models.deadline import Deadlines, Due, Span

Rest = Literal["earlier", "keep", "later"]
RESTS: tuple[Rest, ...] = ("earlier", "keep", "later")
DAY = timedelta(days=1)
PERIOD_MONTHS: Mapping[str, int] = {"quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True)
class Dated:
    """A day of a due: its number among the due's days, as counted, and as moved off a day of rest."""

    due: str
    number: int
    counted: date
    day: date


def is_rest(day: date, holidays: Container[date]) -> bool:
    """Saturday, Sunday or a public holiday."""
    return day.weekday() >= 5 or day in holidays


def month_end(year: int, month: int) -> date:
    """The last day of the month; months above twelve run on into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def months_after(day: date, count: int) -> date:
    """The last day of a time of `count` months that begins on the day after `day`."""
    begin = day + DAY
    last = month_end(begin.year, begin.month + count)
    return last if begin.day > last.day else last.replace(day=begin.day) - DAY


def months_before(day: date, count: int) -> date:
    """The same day `count` months before, or the last of a shorter month."""
    last = month_end(day.year, day.month - count)
    return last if day.day > last.day else last.replace(day=day.day)


def business_days(day: date, count: int, step: timedelta, holidays: Container[date]) -> date:
    """`count` working days on, in the direction of `step`."""
    while count:
        day += step
        count -= not is_rest(day, holidays)
    return day


def moved(day: date, span: Span, backwards: bool, holidays: Container[date]) -> date:
    """`day` moved by the span."""
    if span.unit == "month":
        return months_before(day, span.count) if backwards else months_after(day, span.count)
    if span.unit == "business_day":
        return business_days(day, span.count, -DAY if backwards else DAY, holidays)
    return day + DAY * (-span.count if backwards else span.count)


def period_end(day: date, period: str) -> date:
    """The last day of the quarter, half or year that `day` is in."""
    length = PERIOD_MONTHS[period]
    return month_end(day.year, (day.month + length - 1) // length * length)


def counted(due: Due, start: date, holidays: Container[date]) -> tuple[date, ...]:
    """The due's days, as counted from `start`."""
    if due.every or due.months:
        length = PERIOD_MONTHS[due.every] if due.every else 0
        ends = (month_end(start.year, month) for month in due.months or range(length, 13, length))
        return tuple(end for end in ends if end >= start)  # what is past is nothing to do
    if not due.dated:
        return ()
    day = period_end(start, due.at) if due.at else start
    span = due.before or due.after
    return (moved(day, span, due.before is not None, holidays) if span else day,)


def off_rest(day: date, backwards: bool, rest: Rest, holidays: Container[date]) -> date:
    """`day`, moved off a day of rest. What has to be ready before something never moves closer to it."""
    if rest == "keep" or not is_rest(day, holidays):
        return day
    step = -DAY if backwards or rest == "earlier" else DAY
    return business_days(day, 1, step, holidays)


def shifted(due: Due, day: date, begin: date, rest: Rest, holidays: Container[date]) -> date:
    """A due's day off a day of rest; what follows from a day is never moved before it."""
    found = off_rest(day, due.before is not None, rest, holidays)
    return found if due.before or found >= begin else day


def resolve(deadlines: Deadlines, start: date, holidays: Container[date], rest: Rest) -> tuple[Dated, ...]:
    """Every dated thing that follows from `start`, in the order of the file."""
    dues = {due.id: due for due in deadlines.dues}

    def days(due: Due) -> tuple[Dated, ...]:
        since = [dated.day for dated in days(dues[due.since])][:1] if due.since else [start]
        return tuple(Dated(due.id, number, day, shifted(due, day, begin, rest, holidays))
                     for begin in since for number, day in enumerate(counted(due, begin, holidays), 1))

    return tuple(dated for due in deadlines.dues for dated in days(due))
