"""An event as a calendar entry: its days, its name, what it says. Python and the browser write the same from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from macros.models.common import Citation
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.views.dates import is_exact, last_day
from macros.words.korean import period

HOST = "hyeopchi-guide"
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
    exact = is_exact(event)
    end = last_day(event.end or event.start) + timedelta(days=1)
    url = site_url.rstrip("/") + "/" + to.timeline(timeline.id, event.id) if site_url else ""
    return Entry(
        uid=f"{event.id}.{timeline.edition}@{HOST}", sequence=event.revision,
        start=f"{event.start.first:%Y%m%d}", end=f"{end:%Y%m%d}",
        summary=("" if exact else "[날짜 미정] ") + ("[실제] " if event.actual else "") + f"{event.title}({timeline.short})",
        description=description(event, guide, url or timeline.title), category=KINDS[event.kind],
        transparent=not exact or event.kind == "period",
        alarms=ALARMS if event.kind == "deadline" and not event.actual else (),
        url=url)


def description(event: Event, guide: Guidebook, place: str) -> str:
    """What the entry says: when in the source's words, who, what, on what grounds, and where the guide tells more.

    `place`: a whole address, or the page's title where the site has no address: a calendar cannot follow a part of one.
    """
    return "\n".join((
        f"때: {event.text or period(event.start, event.end)}".replace("\u2060", ""),
        "누가: " + ", ".join(guide.actors[key].name for key in event.actors),
        event.summary,
        "근거: " + ", ".join(cited(citation, guide) for citation in event.source),
        f"{guide.named('guide')}: {place}"))


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


def page_data(timeline: Timeline, guide: Guidebook, to: Addresses) -> dict[str, Any]:
    """What a timeline's page needs to make the file of what its reader chose."""
    return {"id": timeline.id, "title": timeline.title, "year": int(timeline.edition), "stamp": stamp(timeline.checked_on),
            "entries": {event.id: asdict(made) for event, made in entries(timeline, guide, to, "")}}
