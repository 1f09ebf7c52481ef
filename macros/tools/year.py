"""What the page of a year of one's own needs: the yearly procedures' planned dates, as exact as their sources, and the days of rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.calendars.entry import KINDS
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.rules.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from macros.site.addresses import Addresses
from macros.views.dates import said
from macros.words.korean import particle

Href = Callable[[str], str]


def yearly(guide: Guidebook) -> list[Timeline]:
    """The timelines of the yearly procedures, newest first."""
    found = {procedure.timeline for procedure in guide.procedures.values() if procedure.timeline}
    return sorted((guide.timelines[key] for key in found), key=lambda one: (one.edition, one.id), reverse=True)


def year_data(guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    """Everything as plain values; days of rest from the first year that can be chosen."""
    timelines = yearly(guide)
    first = min((int(timeline.edition) for timeline in timelines), default=FIRST_YEAR)
    return {"first": first, "last": LAST_YEAR, "timelines": [_timeline(one, guide, to, href) for one in timelines],
            "holidays": {day.isoformat(): name for day, name in public_holidays().items() if day.year >= first}}


def _timeline(timeline: Timeline, guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    city = guide.named("city") + particle(guide.named("city"), "이/가")
    return {"id": timeline.id, "title": timeline.title, "short": timeline.short, "edition": timeline.edition,
            "notice": f"{timeline.edition}년판의 일정을 옮긴 날짜이고 {city} 정한 날짜가 아니에요.",
            "events": [_event(event, guide, href(to.timeline(timeline.id, event.id))) for event in timeline.events if not event.actual]}


def _event(event: Event, guide: Guidebook, address: str) -> dict[str, Any]:
    """A period without an end takes all of its month: it has two ends too."""
    end = event.end or (event.start if event.kind == "period" else None)
    return {"id": event.id, "title": event.title, "kind": KINDS[event.kind], "due": event.kind == "deadline", "start": event.start.iso,
            "end": end.iso if end else None, "when": said(event)[0], "who": ", ".join(guide.actors[key].name for key in event.actors),
            "href": address}
