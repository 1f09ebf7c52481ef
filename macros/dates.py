"""What the pages of dates show: a timeline's chart and list, and what overlaps in it."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.filters import period
from macros.guidebook import Guidebook
from macros.models.actor import Actor
from macros.models.common import Moment
from macros.models.timeline import Event, Timeline

# The chart's plot is 830 wide; a letter of a name takes 13 of it.
PLOT, LETTER = 830, 13


def last_day(moment: Moment) -> date:
    """The last day that the moment may mean."""
    month = moment.month or 12
    return date(moment.year, month, moment.day or monthrange(moment.year, month)[1])


def bounds(event: Event) -> tuple[date, date]:
    """The first and the last day that the event may take."""
    return event.start.first, last_day(event.end or event.start)


def is_exact(event: Event) -> bool:
    """Whether the source gives days, not months."""
    return event.start.day is not None and (event.end is None or event.end.day is not None)


def said(event: Event) -> tuple[str, str | None]:
    """The date to show, and the source's own words beside it where they say more."""
    if not event.text:
        return period(event.start, event.end), None
    shown = period(event.start, event.end)
    plain = shown.replace("\u2060", "")
    if not event.start.month or event.text.startswith(plain):
        return event.text, None
    return shown, event.text


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


@dataclass(frozen=True)
class Month:
    """A month of the year strip and what happens in it."""

    number: int
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Overlap:
    """A stretch in which one actor has several things to do."""

    actor: Actor
    when: str
    events: tuple[Event, ...]


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


def year(guide: Guidebook) -> tuple[Timeline, tuple[Month, ...]] | None:
    """The newest procedure's twelve months, with what starts in each."""
    timelines = [guide.timelines[procedure.timeline] for procedure in guide.procedures.values() if procedure.timeline]
    if not timelines:
        return None
    newest = max(timelines, key=lambda timeline: timeline.edition)
    starts: dict[int, list[Event]] = defaultdict(list)
    for event in newest.events:
        if event.start.month and event.start.year == int(newest.edition):
            starts[event.start.month].append(event)
    return newest, tuple(Month(number, tuple(starts[number])) for number in range(1, 13))


def by_month(timeline: Timeline) -> tuple[tuple[str, str, tuple[Event, ...]], ...]:
    """The events under the month in which they start: (`2021-03`, `2021년 3월`, events)."""
    months: dict[Moment, list[Event]] = defaultdict(list)
    for event in timeline.events:
        months[Moment(year=event.start.year, month=event.start.month)].append(event)
    return tuple((month.iso, period(month, None) if month.month else f"{month.year}년(달이 적히지 않은 일정)", tuple(events))
                 for month, events in months.items())


def overlaps(timeline: Timeline, guide: Guidebook) -> tuple[Overlap, ...]:
    """Where an actor's planned dates fall together, actor by actor, in the order of time."""
    found = []
    for key, actor in guide.actors.items():
        events = [event for event in timeline.events if key in event.actors and event.start.month and not event.actual]
        found += [Overlap(actor, _stretch(events), tuple(events)) for events in _crowds(events)]
    return tuple(found)


def _crowds(events: Iterable[Event]) -> Iterator[list[Event]]:
    """Events that follow each other without a gap, two or more."""
    crowd: list[Event] = []
    end = date.min
    for event in events:
        begin, last = bounds(event)
        if crowd and begin > end:
            if len(crowd) > 1:
                yield crowd
            crowd, end = [], date.min
        crowd.append(event)
        end = max(end, last)
    if len(crowd) > 1:
        yield crowd


def _stretch(events: list[Event]) -> str:
    """From the second's begin, when they meet, to the last day but one event's end: the time in which they meet."""
    begins, ends = zip(*(bounds(event) for event in events), strict=True)
    first, last = sorted(begins)[1], sorted(ends)[-2]
    exact = all(is_exact(event) for event in events)
    start, end = ((Moment(year=day.year, month=day.month, day=day.day if exact else None)) for day in (first, last))
    return period(start, end)
