"""A timeline as a drawing: bars by the actor that leads, laid so that no bar or name covers another."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from macros.models.actor import Actor
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.views.dates import bounds

# The chart's plot is 830 wide; a letter of a name takes 13 of it.
PLOT, LETTER = 830, 13


@dataclass(frozen=True)
class Bar:
    """An event on the chart: its place and width, and where its name stands."""

    event: Event
    x: int
    width: int
    name_after: bool

    @property
    def room(self) -> tuple[int, int]:
        """What the bar and its name cover together."""
        name = (len(self.event.title) + 1) * LETTER
        end = self.x + self.width
        return (self.x, end + name) if self.name_after else (self.x - name, end)


@dataclass(frozen=True)
class Lane:
    """What one actor leads, in rows that do not overlap."""

    actor: Actor
    rows: tuple[tuple[Bar, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A stretch of whole years or months: its months with their places, its lanes, and what has no place on it."""

    first: date
    days: int
    months: tuple[tuple[date, int], ...]
    lanes: tuple[Lane, ...]
    outside: tuple[Event, ...]


def next_month(day: date) -> date:
    """The first day of the month after."""
    return day.replace(day=monthrange(day.year, day.month)[1]) + timedelta(days=1)


def chart(timeline: Timeline, guide: Guidebook) -> Chart:
    """The edition's year, and on to the last event; an event stands in the lane of the actor that leads it."""
    first = date(int(timeline.edition), 1, 1)
    placed = [event for event in timeline.events if event.start.month and event.start.year >= first.year]
    last = max([first.replace(month=12), *(bounds(event)[1] for event in placed)])
    end = next_month(last)
    days = (end - first).days
    months = []
    month = first
    while month < end:
        months.append((month, (month - first).days * PLOT // days))
        month = next_month(month)
    lanes: dict[str, list[Bar]] = defaultdict(list)
    for event in placed:
        lanes[event.actors[0]].append(_bar(event, first, days))
    return Chart(first, days, tuple(months),
                 tuple(Lane(guide.actors[key], _rows(lanes[key])) for key in guide.actors if key in lanes),
                 tuple(event for event in timeline.events if event not in placed))


def _bar(event: Event, first: date, days: int) -> Bar:
    begin, end = bounds(event)
    x = (begin - first).days * PLOT // days
    width = max(((end - begin).days + 1) * PLOT // days, 8)
    return Bar(event, x, width, x + width + (len(event.title) + 1) * LETTER <= PLOT)


def _rows(bars: Iterable[Bar]) -> tuple[tuple[Bar, ...], ...]:
    """Bars laid into as few rows as they need so that no bar or name covers another."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.x, -bar.width)):
        free = next((row for row in rows if row[-1].room[1] <= bar.room[0]), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return tuple(tuple(row) for row in rows)
