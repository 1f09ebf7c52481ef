"""What templates show, worked out beforehand: templates choose and loop, they do not compute."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.addresses import TOPIC_TITLES, Addresses
from macros.checks.walk import everything, inside
from macros.guidebook import Guidebook
from macros.models.case import Case
from macros.models.common import Citation, Moment
from macros.models.rule import Ask, Band, Cap
from macros.models.timeline import Event, Timeline


@dataclass(frozen=True)
class Bar:
    """An event on the year's chart: days from 1 January (0-based), and how many days it lasts."""

    event: Event
    start: int
    days: int


@dataclass(frozen=True)
class Lane:
    """What one actor has to do in the year, in rows that do not overlap."""

    actor: str
    rows: tuple[tuple[Bar, ...], ...]


@dataclass(frozen=True)
class Chart:
    """A year: its months with their first day (0-based), its lanes, and what lies outside the year."""

    year: int
    days: int
    months: tuple[tuple[int, int], ...]
    lanes: tuple[Lane, ...]
    outside: tuple[Event, ...]


@dataclass(frozen=True)
class Month:
    """A month of the year strip and what happens in it."""

    number: int
    events: tuple[Event, ...]


def last_day(moment: Moment) -> date:
    """The last day that the moment may mean."""
    month = moment.month or 12
    return date(moment.year, month, moment.day or monthrange(moment.year, month)[1])


def _bar(event: Event, year: int) -> Bar | None:
    start, end = event.start.first, last_day(event.end or event.start)
    if end.year < year or start.year > year:
        return None
    first, last = max(start, date(year, 1, 1)), min(end, date(year, 12, 31))
    return Bar(event, first.timetuple().tm_yday - 1, (last - first).days + 1)


def _rows(bars: Iterable[Bar]) -> tuple[tuple[Bar, ...], ...]:
    """Bars laid into as few rows as they need so that none covers another."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.start, -bar.days)):
        free = next((row for row in rows if row[-1].start + row[-1].days <= bar.start), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return tuple(tuple(row) for row in rows)


def chart(timeline: Timeline, guide: Guidebook) -> Chart:
    """The edition's year by actor; an event with several actors stands in the first one's lane."""
    year = int(timeline.edition)
    lanes: dict[str, list[Bar]] = defaultdict(list)
    outside = []
    for event in timeline.events:
        bar = _bar(event, year)
        if bar is None:
            outside.append(event)
        else:
            lanes[event.actors[0]].append(bar)
    months = tuple((month, date(year, month, 1).timetuple().tm_yday - 1) for month in range(1, 13))
    return Chart(year, 366 if isleap(year) else 365, months,
                 tuple(Lane(guide.actors[key].name, _rows(bars)) for key, bars in lanes.items()), tuple(outside))


def year(guide: Guidebook) -> tuple[Timeline, tuple[Month, ...]] | None:
    """The newest edition's twelve months, with what starts in each."""
    timelines = sorted(guide.timelines.values(), key=lambda timeline: timeline.edition)
    if not timelines:
        return None
    newest = timelines[-1]
    starts: dict[int, list[Event]] = defaultdict(list)
    for event in newest.events:
        if event.start.month and event.start.year == int(newest.edition):
            starts[event.start.month].append(event)
    return newest, tuple(Month(number, tuple(starts[number])) for number in range(1, 13))


def by_month(timeline: Timeline) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    """The events under the month in which they start: (`2021년 3월`, events)."""
    months: dict[str, list[Event]] = defaultdict(list)
    for event in timeline.events:
        head = f"{event.start.year}년" + (f" {event.start.month}월" if event.start.month else "")
        months[head].append(event)
    return tuple((head, tuple(events)) for head, events in months.items())


def rules_by_topic(guide: Guidebook, topics: Iterable[str]) -> list[tuple[str, list[Cap | Band | Ask]]]:
    """The rules of each topic: limits first, then bands, then questions; the gravest first, older editions first."""
    order = {"cap": 0, "band": 1, "ask": 2, "prohibited": 0, "care": 1, "info": 2}
    groups = []
    for topic in topics or TOPIC_TITLES:
        rules = [rule for rule in guide.rules.values() if rule.topic == topic]
        rules.sort(key=lambda rule: (order[rule.kind], rule.editions[-1:], order[rule.severity], rule.source[0].clause or "", rule.id))
        groups.append((topic, rules))
    return groups


def rule_editions(guide: Guidebook) -> tuple[str, ...]:
    """The editions that have rules, oldest first."""
    return tuple(sorted({edition for rule in guide.rules.values() for edition in rule.editions}))


def member_kinds(case: Case) -> tuple[str, ...]:
    """The kinds of members of a case's working groups, in the order of their first appearance."""
    return tuple(dict.fromkeys(kind for group in case.working_groups for kind in group.members))


def pages_by_section(guide: Guidebook, to: Addresses) -> Callable[[str, str], list[tuple[str, str]]]:
    """For a document and a section: the pages that cite it, as (title, address)."""
    pages: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for kind, key, _, record in everything(guide):
        if isinstance(record, Citation) and record.section:
            page = page_of(guide, to, kind, key)
            listed = pages[record.doc, record.section]
            if page and page not in listed:
                listed.append(page)
    return lambda doc, section: pages[doc, section]


def touched_by_conflict(guide: Guidebook, to: Addresses) -> Mapping[str, list[tuple[str, str]]]:
    """For each conflict: the pages that show it, as (title, address)."""
    touched: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, key, record in guide.records():
        page = page_of(guide, to, kind, key)
        for _, inner in inside(record):
            for conflict in getattr(inner, "conflicts", ()):
                if page and page not in touched[conflict]:
                    touched[conflict].append(page)
    return touched


def page_of(guide: Guidebook, to: Addresses, kind: str, key: str) -> tuple[str, str] | None:
    """The title and address of a record's page."""
    if kind == "rules":
        return guide.rules[key].label, to.rule(key)
    if kind == "steps":
        return guide.steps[key].title, to.step(key)
    if kind == "cases":
        return guide.cases[key].district + " 사례", to.case(key)
    if kind == "timelines":
        return guide.timelines[key].title, to.timeline(key)
    if kind == "procedures":
        return guide.procedures[key].title, f"{guide.procedures[key].address}/"
    if kind == "checklists":
        return guide.checklists[key].title, to.checklist(key)
    if kind == "conflicts":
        return guide.conflicts[key].title, to.conflict(key)
    return None


