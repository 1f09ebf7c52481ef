"""Calendar files (RFC 5545): one for each timeline, and one for each side that acts in it.

Nothing depends on the clock: the time stamp is the day on which the timeline was last checked, so that a rebuild
gives the same bytes. The browser writes the same files (docs/assets/js/deadlines/calendar-file.js).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar

from macros.calendars.entry import Entry, entries
from macros.models.actor import Side
from macros.models.timeline import Timeline
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.site.sides import side_names, sides_in, sides_of
from macros.words.printable import clean

PRODUCT = "-//hyeopchi-guide//dates//KO"


def _component(one: Entry, checked_on: date) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", one.uid)
    made.add("dtstamp", datetime.combine(checked_on, time(), UTC))
    made.add("sequence", one.sequence)
    made.add("dtstart", _day(one.start))
    made.add("dtend", _day(one.end))
    made.add("summary", clean(one.summary))
    made.add("description", clean(one.description))
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
    made.add("description", f"{days}일 전: {clean(summary)}")
    return made


def write(name: str, found: list[Entry], checked_on: date) -> bytes:
    """The file. Properties keep the order in which they are added."""
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", clean(name))
    made.add("x-wr-timezone", "Asia/Seoul")
    for one in found:
        made.add_component(_component(one, checked_on))
    return bytes(made.to_ical(sorted=False))


def name_of(guide: Guidebook, timeline: Timeline, side: Side | None) -> str:
    """The calendar's name: the timeline's title, and the side."""
    return timeline.title + (f" — {side_names(guide)[side]}" if side else "")


def calendars(guide: Guidebook, site_url: str = "") -> Iterator[tuple[str, bytes]]:
    """Every calendar file as (address from the site's root, bytes)."""
    to = Addresses(guide)
    for key, timeline in guide.timelines.items():
        found = list(entries(timeline, guide, to, site_url))
        for side in (None, *sides_in(timeline, guide)):
            chosen = [made for event, made in found if side is None or side in sides_of(event.actors, guide)]
            yield to.calendar(key, side), write(name_of(guide, timeline, side), chosen, timeline.checked_on)


def write_all(folder: Path, guide: Guidebook, site_url: str) -> None:
    """Every calendar file into the built site."""
    for address, content in calendars(guide, site_url):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(content)
