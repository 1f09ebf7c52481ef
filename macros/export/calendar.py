"""Calendar files (RFC 5545): one for each timeline, and one for each side that acts in it.

Nothing depends on the clock: the time stamp is the day on which the timeline was last checked, so that a rebuild
gives the same bytes. The browser writes the same files (docs/assets/js/deadlines/calendar-file.js).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar

from macros.addresses import Addresses
from macros.dates import last_day
from macros.filters import period
from macros.guidebook import Guidebook
from macros.models.actor import Side
from macros.models.common import Citation
from macros.models.timeline import Event, Timeline

PRODUCT = "-//hyeopchi-guide//dates//KO"
HOST = "hyeopchi-guide"
SIDES: Mapping[Side, str] = {
    "joint": "협치회의·분과", "secretariat": "사무국", "public": "구청", "private": "민간",
    "city": "서울시", "council": "시의회",
}
KINDS: Mapping[str, str] = {"deadline": "기한", "period": "기간", "meeting": "회의", "decision": "결정"}
ALARMS = (7, 1)


@dataclass(frozen=True)
class Entry:
    """One calendar entry, ready to be written: `end` is the day after the last (RFC 5545)."""

    uid: str
    sequence: int
    start: str
    end: str
    summary: str
    description: str
    category: str
    transparent: bool
    alarms: tuple[int, ...]
    url: str


def entry(event: Event, timeline: Timeline, guide: Guidebook, to: Addresses, site_url: str) -> Entry | None:
    """The event as a calendar entry; None where not even the month is known. A month without a day covers all of it."""
    if event.start.month is None:
        return None
    exact = event.start.day is not None and (event.end is None or event.end.day is not None)
    end = last_day(event.end or event.start) + timedelta(days=1)
    address = to.timeline(timeline.id, event.id)
    return Entry(
        uid=f"{event.id}.{timeline.edition}@{HOST}", sequence=event.revision,
        start=f"{event.start.first:%Y%m%d}", end=f"{end:%Y%m%d}",
        summary=("" if exact else "[날짜 미정] ") + ("[실제] " if event.actual else "") + f"{event.title}({timeline.short})",
        description=description(event, guide, address), category=KINDS[event.kind],
        transparent=not exact or event.kind == "period",
        alarms=ALARMS if event.kind == "deadline" and not event.actual else (),
        url=site_url.rstrip("/") + "/" + address if site_url else "")


def description(event: Event, guide: Guidebook, address: str) -> str:
    """What the entry says: when in the source's words, who, what, on what grounds, and where the guide tells more."""
    return "\n".join((
        f"때: {event.text or period(event.start, event.end)}".replace("\u2060", ""),
        "누가: " + ", ".join(guide.actors[key].name for key in event.actors),
        event.summary,
        "근거: " + ", ".join(cited(citation, guide) for citation in event.source),
        f"협치 길잡이: {address}"))


def cited(citation: Citation, guide: Guidebook) -> str:
    """A citation in one line: `2020 안내서 103쪽`."""
    parts = (guide.sources[citation.doc].short, f"{citation.page}쪽" if citation.page else "", citation.clause or "")
    return " ".join(part for part in parts if part)


def entries(timeline: Timeline, guide: Guidebook, to: Addresses, site_url: str) -> Iterator[tuple[Event, Entry]]:
    """The events that can stand in a calendar."""
    for event in timeline.events:
        made = entry(event, timeline, guide, to, site_url)
        if made:
            yield event, made


def stamp(checked_on: date) -> str:
    """The time stamp of everything in a file."""
    return f"{checked_on:%Y%m%d}T000000Z"


def _component(one: Entry, checked_on: date) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", one.uid)
    made.add("dtstamp", datetime.combine(checked_on, time(), UTC))
    made.add("sequence", one.sequence)
    made.add("dtstart", _day(one.start))
    made.add("dtend", _day(one.end))
    made.add("summary", one.summary)
    made.add("description", one.description)
    made.add("categories", [one.category])
    made.add("transp", "TRANSPARENT" if one.transparent else "OPAQUE")
    if one.url:
        made.add("url", one.url)
    for days in one.alarms:
        made.add_component(_alarm(days, one.summary))
    return made


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _alarm(days: int, summary: str) -> icalendar.Alarm:
    made = icalendar.Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", timedelta(days=-days))
    made.add("description", f"{days}일 전: {summary}")
    return made


def write(name: str, found: list[Entry], checked_on: date) -> bytes:
    """The file. Properties keep the order in which they are added."""
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", "Asia/Seoul")
    for one in found:
        made.add_component(_component(one, checked_on))
    return bytes(made.to_ical(sorted=False))


def sides_of(event: Event, guide: Guidebook) -> tuple[Side, ...]:
    """The sides that act in the event, in the order of SIDES."""
    acting = {guide.actors[key].side for key in event.actors}
    return tuple(side for side in SIDES if side in acting)


def sides_in(timeline: Timeline, guide: Guidebook) -> tuple[Side, ...]:
    """The sides that act in the timeline at all."""
    acting = {side for event in timeline.events for side in sides_of(event, guide)}
    return tuple(side for side in SIDES if side in acting)


def page_data(timeline: Timeline, guide: Guidebook, to: Addresses) -> dict[str, Any]:
    """What a timeline's page needs to make the file of what its reader chose."""
    return {"id": timeline.id, "title": timeline.title, "year": int(timeline.edition), "stamp": stamp(timeline.checked_on),
            "entries": {event.id: asdict(made) for event, made in entries(timeline, guide, to, "")}}


def name_of(timeline: Timeline, side: Side | None) -> str:
    """The calendar's name: the timeline's title, and the side."""
    return timeline.title + (f" — {SIDES[side]}" if side else "")


def calendars(guide: Guidebook, site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Every calendar file as (address from the site's root, bytes)."""
    to = Addresses(guide)
    for key, timeline in guide.timelines.items():
        found = list(entries(timeline, guide, to, site_url))
        for side in (None, *sides_in(timeline, guide)):
            chosen = [made for event, made in found if side is None or side in sides_of(event, guide)]
            yield to.calendar(key, side), write(name_of(timeline, side), chosen, timeline.checked_on)


def write_all(folder: Path, guide: Guidebook, site_url: str) -> None:
    """Every calendar file into the built site."""
    for address, content in calendars(guide, site_url):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
