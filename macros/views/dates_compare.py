"""Two editions' dates side by side, and how they differ, said in Korean from the data alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.models.common import Moment
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.views.dates import is_exact, last_day

KINDS = {"deadline": "기한(그날까지)", "period": "기간", "meeting": "회의", "decision": "심사·결정"}


@dataclass(frozen=True)
class Compared:
    """The same thing in both editions: as planned, as it went (in several rounds, it may be), and what differs."""

    old: Event
    actual: tuple[Event, ...]
    new: Event
    differences: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Two timelines: what both have, and what only one has (of the older, each with how it went)."""

    old: Timeline
    new: Timeline
    rows: tuple[Compared, ...]
    only_old: tuple[tuple[Event, tuple[Event, ...]], ...]
    only_new: tuple[tuple[Event, tuple[Event, ...]], ...]


def stem(event: Event, edition: str) -> str:
    """What the event is, whatever the edition: `application-2020` and `actual-application-2020` are `application`."""
    return event.id.removeprefix("actual-").removesuffix(f"-{edition}")


def compare(guide: Guidebook, old: Timeline, new: Timeline) -> Comparison:
    """What both editions have, in the order of the newer one, and what only one of them has."""
    planned = {stem(event, old.edition): event for event in old.events if not event.actual}
    by_id = {event.id: event for event in old.events}
    went: dict[str, list[Event]] = defaultdict(list)
    for event in old.events:
        if event.actual:
            went[stem(by_id.get(event.same_as or "", event), old.edition)].append(event)
    rows = []
    for event in new.events:
        named = by_id.get(event.same_as or "")  # what it names may stand in another timeline than this one
        key = stem(named, old.edition) if named else stem(event, new.edition)
        before = planned.get(key) or next(iter(went[key]), None)
        if before:
            rows.append(Compared(before, tuple(one for one in went[key] if one is not before), event,
                                 tuple(differences(guide, before, event, new.edition))))
    met = {event.id for row in rows for event in (row.old, *row.actual, row.new)}
    alone = {event.id: went.get(key, []) for key, event in planned.items()}
    told = {one.id for events in alone.values() for one in events}  # beside what was planned, not again by itself
    return Comparison(old, new, tuple(rows),
                      tuple((event, tuple(alone.get(event.id, ()))) for event in old.events if event.id not in met | told),
                      tuple((event, ()) for event in new.events if event.id not in met))


def differences(guide: Guidebook, old: Event, new: Event, edition: str) -> Iterator[str]:
    """How the newer differs: when, what sort of thing it is, who acts. Says so when nothing does."""
    when = list(_when(old, new, edition))
    yield from when or ["날짜가 같아요(월·일)." if is_exact(new) else "달이 같아요."]
    if old.kind != new.kind:
        yield f"일정의 성격: {KINDS[old.kind]} → {KINDS[new.kind]}"
    for word, keys in (("추가된 관련 기관", [key for key in new.actors if key not in old.actors]),
                       ("제외된 관련 기관", [key for key in old.actors if key not in new.actors])):
        if keys:
            yield f"{word}: " + ", ".join(guide.actors[key].name for key in keys)


def _when(old: Event, new: Event, edition: str) -> Iterator[str]:
    if is_exact(old) != is_exact(new):
        yield f"{edition}년판에는 날짜까지 적혀 있어요." if is_exact(new) else f"{edition}년판에는 월만 적혀 있어요."
    elif is_exact(new):
        yield from _moved_days(old, new)
    else:
        yield from _moved_months(old, new)


def _moved_days(old: Event, new: Event) -> Iterator[str]:
    """Days earlier or later in the year."""
    years = new.start.year - old.start.year
    begin = (new.start.first - _shifted(old.start.first, years)).days
    end = (last_day(new.end or new.start) - _shifted(last_day(old.end or old.start), years)).days
    if _one_ends(old, new):
        yield f"종료일이 {abs(end)}일 {_direction(end)}." if end else "종료일이 같아요."
        return
    if begin and begin == end:
        yield f"{abs(begin)}일 {_direction(begin)}."
        return
    for name, days in (("시작일", begin), ("종료일", end)):
        if days:
            yield f"{name}이 {abs(days)}일 {_direction(days)}."


def _one_ends(old: Event, new: Event) -> bool:
    """Whether one is a day by which to be done and the other a period: a day to be done by has no beginning."""
    return any(one.kind == "deadline" and one.end is None and other.end is not None for one, other in ((old, new), (new, old)))


def _moved_months(old: Event, new: Event) -> Iterator[str]:
    """Months earlier or later in the year."""
    begin = _month(new.start) - _month(old.start)
    end = _month(new.end or new.start) - _month(old.end or old.start)
    if _one_ends(old, new):
        yield f"끝나는 달이 {abs(end)}개월 {_direction(end)}." if end else "끝나는 달이 같아요."
        return
    if begin and begin == end:
        yield f"{abs(begin)}개월 {_direction(begin)}."
        return
    for name, months in (("시작하는", begin), ("끝나는", end)):
        if months:
            yield f"{name} 달이 {abs(months)}개월 {_direction(months)}."


def _month(moment: Moment) -> int:
    return moment.month or 0


def _direction(moved: int) -> str:
    return "앞당겨졌어요" if moved < 0 else "늦춰졌어요"


def _shifted(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes 28 where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
