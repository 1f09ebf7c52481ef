"""What the pages of dates show: when an event is, a timeline's list by month, and what overlaps in it."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.models.actor import Actor
from macros.models.common import Moment
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.words.korean import days_in_month, period


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


def in_short(events: Sequence[Event]) -> str:
    """When several events are, in a few words: `2021년 1월 ~ 4월, 일정 6건`; one event by its own date.

    Where some have no month it says so: `2021년 1월 ~ 4월, 일정 7건(시기 미정 5건 포함)`. What happened is left out where it stands
    beside what was planned.
    """
    events = [event for event in events if not event.actual] or list(events)
    if len(events) == 1:
        return said(events[0])[0]
    count = f"일정 {len(events)}건"
    dated = [event for event in events if event.start.month]
    if not dated:
        return count
    begin, end = min(bounds(event)[0] for event in dated), max(bounds(event)[1] for event in dated)
    stretch = period(Moment(year=begin.year, month=begin.month), Moment(year=end.year, month=end.month))
    undated = len(events) - len(dated)
    return f"{stretch}, {count}" + (f"(시기 미정 {undated}건 포함)" if undated else "")


@dataclass(frozen=True)
class Month:
    """A month of the year strip, and what starts in it with its days, which a month alone has none of."""

    number: int
    events: tuple[tuple[Event, str], ...]


@dataclass(frozen=True)
class Overlap:
    """A stretch in which one actor has several things to do."""

    actor: Actor
    when: str
    events: tuple[Event, ...]


def year(guide: Guidebook) -> tuple[Timeline, tuple[Month, ...]] | None:
    """The newest procedure's twelve months, with what starts in each."""
    timelines = [guide.timelines[procedure.timeline] for procedure in guide.procedures.values() if procedure.timeline]
    if not timelines:
        return None
    newest = max(timelines, key=lambda timeline: timeline.edition)
    starts: dict[int, list[tuple[Event, str]]] = defaultdict(list)
    for event in newest.events:
        if event.start.month and event.start.year == int(newest.edition):
            starts[event.start.month].append((event, days_in_month(event.start, event.end)))
    return newest, tuple(Month(number, tuple(starts[number])) for number in range(1, 13))


def by_month(timeline: Timeline) -> tuple[tuple[str, str, tuple[Event, ...]], ...]:
    """The events under the month in which they start: (`2021-03`, `2021년 3월`, events).

    What takes the whole month stands before its days; what has no month of its own comes last.
    """
    months: dict[Moment, list[Event]] = defaultdict(list)
    for event in timeline.events:
        months[Moment(year=event.start.year, month=event.start.month)].append(event)
    dated_first = sorted(months.items(), key=lambda one: one[0].month is None)
    return tuple((month.iso, period(month, None) if month.month else f"{month.year}년 중(월이 정해지지 않았거나 여러 번 하는 일정)",
                  tuple(sorted(events, key=lambda event: event.start.day or 0)))
                 for month, events in dated_first)


def opening(timeline: Timeline) -> tuple[str, str]:
    """What the dates are, in the summary's first sentence; and what else it says of them."""
    first, end, rest = timeline.summary.partition("요. ")
    return first + end.rstrip(), rest


def deadlines(timeline: Timeline) -> tuple[tuple[Event, str | None], ...]:
    """The deadlines with their days (ISO), in the order of time; those without a month after them."""
    events = [event for event in timeline.events if event.kind == "deadline" and not event.actual]
    events.sort(key=lambda event: (event.start.month is None, bounds(event)[1]))
    return tuple((event, bounds(event)[1].isoformat() if is_exact(event) else None) for event in events)


def next_deadlines(guide: Guidebook) -> tuple[str, list[tuple[Timeline, Event, str | None]]]:
    """The newest edition that has timelines, and their deadlines that have a day, in the order of time."""
    edition = max((timeline.edition for timeline in guide.timelines.values()), default="")
    rows = [(timeline, event, day) for timeline in guide.timelines.values() if timeline.edition == edition
            for event, day in deadlines(timeline) if day]
    return edition, sorted(rows, key=lambda row: row[2] or "")


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
