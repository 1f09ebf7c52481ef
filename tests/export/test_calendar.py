"""The calendar files: valid, on the right days, the same on every build, and no doubles when imported twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import icalendar
import pytest

from macros.calendars.entry import Entry, entry
from macros.calendars.files import calendars, write
from macros.models.common import Moment
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.site.sides import SIDES, sides_of
from macros.views.dates import bounds, is_exact


@pytest.fixture(scope="module")
def files(guide: Guidebook) -> dict[str, bytes]:
    """All files by their address."""
    return dict(calendars(guide))


def events_of(content: bytes) -> Iterator[Any]:
    """The entries of a file, by another hand than the one that wrote it."""
    yield from (part for part in icalendar.Calendar.from_ical(content).walk("VEVENT"))


def changed(guide: Guidebook, key: str, event: str, **values: object) -> Guidebook:
    """The guidebook with one event corrected."""
    timeline = guide.timelines[key]
    events = tuple(one.model_copy(update=values) if one.id == event else one for one in timeline.events)
    timelines = dict(guide.timelines) | {key: timeline.model_copy(update={"events": events})}
    return replace(guide, timelines=MappingProxyType(timelines))


def imported(calendar: dict[str, Any], content: bytes) -> dict[str, Any]:
    """What a calendar does with a file: an entry of a known UID is replaced when its sequence is not older."""
    for event in events_of(content):
        known = calendar.get(str(event["uid"]))
        if known is None or int(event["sequence"]) >= int(known["sequence"]):
            calendar[str(event["uid"])] = event
    return calendar


def test_일정마다_모두와_역할의_파일이_있다(guide: Guidebook, files: dict[str, bytes]) -> None:
    for key, timeline in guide.timelines.items():
        acting = {side for event in timeline.events for side in sides_of(event.actors, guide)}
        expected = {f"dates/{key}.ics"} | {f"dates/{key}-{side}.ics" for side in acting}
        assert expected == {name for name in files if name.removeprefix("dates/").startswith((f"{key}.", f"{key}-"))}


def test_사이트에_같은_파일이_있다(files: dict[str, bytes], built: Path) -> None:
    for address, content in files.items():
        assert (built / address).read_bytes() == content, address


def test_다시_만들어도_글자_하나까지_같다(guide: Guidebook, files: dict[str, bytes]) -> None:
    assert dict(calendars(guide)) == files


def test_한_줄은_75_바이트를_넘지_않고_글자는_쪼개지지_않는다(files: dict[str, bytes]) -> None:
    for content in files.values():
        assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
        for line in content.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")


def test_꼭_있어야_할_것이_모두_있다(files: dict[str, bytes]) -> None:
    for content in files.values():
        calendar = icalendar.Calendar.from_ical(content)
        assert calendar["version"] == "2.0" and calendar["prodid"] and not calendar.errors
        for event in events_of(content):
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"} <= set(event)
            assert not event.errors


def dated(guide: Guidebook) -> list[tuple[Timeline, Event]]:
    """Every event that can stand in a calendar."""
    return [(timeline, event) for timeline in guide.timelines.values() for event in timeline.events if event.start.month]


def test_날짜는_하루_종일이고_끝은_다음_날이다(guide: Guidebook, files: dict[str, bytes]) -> None:
    for timeline, event in dated(guide):
        found = next(one for one in events_of(files[f"dates/{timeline.id}.ics"]) if one["uid"].startswith(f"{event.id}."))
        first, last = bounds(event)
        assert type(found.decoded("dtstart")) is date and found["dtstart"].params["VALUE"] == "DATE"
        assert found.decoded("dtstart") == first
        assert found.decoded("dtend") == last + timedelta(days=1)
        assert ("[날짜 미정]" in found["summary"]) == (not is_exact(event))
        assert is_exact(event) or found["transp"] == "TRANSPARENT"


def test_하루의_일정은_그날에_시작해_다음_날에_끝난다(guide: Guidebook, files: dict[str, bytes]) -> None:
    event = next(one for one in guide.timelines["city-2021"].events if one.kind == "deadline" and one.start.day and not one.end)
    text, day = files["dates/city-2021.ics"].decode(), event.start.first
    start = text.index(f"UID:{event.id}.2021@")
    assert (f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\nDTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}\r\n"
            in text[start:text.index("END:VEVENT", start)])


def test_기한은_이레와_하루_앞에_알린다(guide: Guidebook, files: dict[str, bytes]) -> None:
    for timeline, event in dated(guide):
        found = next(one for one in events_of(files[f"dates/{timeline.id}.ics"]) if one["uid"].startswith(f"{event.id}."))
        before = [alarm.decoded("trigger") for alarm in found.walk("VALARM")]
        due = event.kind == "deadline" and not event.actual
        assert before == ([timedelta(days=-7), timedelta(days=-1)] if due else [])


def test_역할의_파일에는_그_역할의_일정만_있다(guide: Guidebook, files: dict[str, bytes]) -> None:
    for key, timeline in guide.timelines.items():
        for side in SIDES:
            expected = {event.id for event in timeline.events if event.start.month and side in sides_of(event.actors, guide)}
            content = files.get(f"dates/{key}-{side}.ics")
            found = {str(event["uid"]).split(".")[0] for event in events_of(content)} if content else set()
            assert found == expected


def test_이름은_어디에서도_겹치지_않는다(guide: Guidebook, files: dict[str, bytes]) -> None:
    uids = [str(event["uid"]) for key in guide.timelines for event in events_of(files[f"dates/{key}.ics"])]
    assert len(uids) == len(set(uids)) == len(dated(guide))


def test_두_번_가져와도_늘지_않는다(files: dict[str, bytes]) -> None:
    content = files["dates/city-2021.ics"]
    once = imported({}, content)
    assert len(imported(dict(once), content)) == len(once)
    assert len(imported(dict(once), files["dates/city-2021-joint.ics"])) == len(once)


def test_고친_날짜는_같은_이름으로_자리를_옮긴다(guide: Guidebook, files: dict[str, bytes]) -> None:
    corrected = changed(guide, "city-2021", "submission-2021", start=Moment(year=2021, month=7, day=16), revision=1)
    calendar = imported({}, files["dates/city-2021.ics"])
    before = len(calendar)
    imported(calendar, dict(calendars(corrected))["dates/city-2021.ics"])
    moved = calendar["submission-2021.2021@hyeopchi-guide"]
    assert len(calendar) == before and moved.decoded("dtstart") == date(2021, 7, 16) and moved["sequence"] == 1
    # The older file, imported late, does not take the correction back.
    imported(calendar, files["dates/city-2021.ics"])
    assert calendar["submission-2021.2021@hyeopchi-guide"].decoded("dtstart") == date(2021, 7, 16)


def test_사이트_주소를_알면_그_일정으로_돌아오는_주소가_있다(guide: Guidebook) -> None:
    timeline = guide.timelines["city-2021"]
    event = next(one for one in timeline.events if one.id == "submission-2021")
    to = Addresses(guide)
    with_site = entry(event, timeline, guide, to, "https://example.org/guide/")
    assert with_site and with_site.description.endswith(f": {with_site.url}")
    assert with_site.url == "https://example.org/guide/dates/2021/#submission-2021"
    without = entry(event, timeline, guide, to, "")
    assert without and not without.url and "dates/" not in without.description and without.description.endswith(f": {timeline.title}")


def test_달력에는_제어_글자도_방향을_바꾸는_글자도_들지_않는다() -> None:
    hostile = "가\x00나\x1b[2J다\x9f라\ud800마\u202e바\u2066사\uffff\r\nATTACH:x"
    one = Entry("a.2021@hyeopchi-guide", 0, "20210709", "20210710", hostile, hostile, "기한", False, (7,), "")
    text = write("이름" + hostile.replace("\r\n", " "), [one], date(2021, 7, 9)).decode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\uffff]", text)
    assert not re.search(r"^ATTACH", text, re.MULTILINE) and "가나[2J다라마바사\\nATTACH:x" in text.replace("\r\n ", "")
