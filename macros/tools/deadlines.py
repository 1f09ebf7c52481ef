"""What the deadline planner needs in the page: what follows from which day, the days of rest, the city's dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.calendars.entry import cited
from macros.models.deadline import Deadlines, Due, Span
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.rules.public_holidays import FIRST_YEAR, LAST_YEAR, public_holidays
from macros.site.addresses import Addresses
from macros.site.sides import side_names, sides_of
from macros.views.dates import is_exact, last_day, said
from macros.words.korean import particle

Href = Callable[[str], str]
ENDS = {"quarter": "그 분기의 말일", "half": "그 반기의 말일", "year": "그 회계연도의 끝(12월 31일)"}
EVERY = {"quarter": "분기마다(그 분기의 말일)", "half": "반기마다(그 반기의 말일)"}


def how(due: Due, deadlines: Deadlines) -> str:
    """How the day is counted, in words: `공론장을 여는 날 14일 전`."""
    if due.text:
        return due.text
    if due.every:
        return EVERY[due.every]
    if due.months:
        return "·".join(f"{month}월" for month in due.months) + "(그달 말일)"
    done = "마치는 날" if due.before else "마친 날"
    base = next((f"‘{one.title}’{particle(one.title, '을/를')} {done}" for one in deadlines.dues if one.id == due.since), deadlines.known)
    if due.at:
        base = ENDS[due.at]
    if due.before:
        return f"{base} {due.before.text} 전"
    if due.after:
        return f"{base}부터 {due.after.text} 이내"
    return base


def planner_data(guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    """Everything as plain values."""
    ordered = sorted(guide.deadlines.values(), key=lambda deadlines: deadlines.order)
    return {
        "years": [FIRST_YEAR, LAST_YEAR],
        "holidays": {day.isoformat(): name for day, name in public_holidays().items()},
        "sides": [{"id": side, "label": label} for side, label in side_names(guide).items()],
        "editions": sorted({edition for deadlines in ordered for edition in deadlines.editions}),
        "deadlines": [_deadlines(one, guide, to, href) for one in ordered],
        "city": [_city(event, timeline, href, to) for timeline in guide.timelines.values()
                 for event in _milestones(timeline, guide)],
    }


def _deadlines(deadlines: Deadlines, guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    return {"id": deadlines.id, "known": deadlines.known, "topic": particle(deadlines.known, "은/는"),
            "summary": deadlines.summary, "note": deadlines.note,
            "editions": deadlines.editions, "notAfter": deadlines.not_after, "timelines": deadlines.timelines,
            "dues": [_due(due, deadlines, guide, to, href) for due in deadlines.dues]}


def counting(due: Due) -> dict[str, Any]:
    """What the engine counts with."""
    return {"id": due.id, "since": due.since, "at": due.at, "every": due.every, "months": due.months,
            "before": _span(due.before), "after": _span(due.after), "dated": due.dated}


def _span(span: Span | None) -> dict[str, Any] | None:
    return {"count": span.count, "unit": span.unit} if span else None


def _due(due: Due, deadlines: Deadlines, guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    links = []
    if due.step:
        links.append({"text": f"단계: {guide.steps[due.step].title}", "href": href(to.step(due.step))})
    if due.rule:
        links.append({"text": f"규칙: {guide.rules[due.rule].label}", "href": href(to.rule(due.rule))})
    links += [{"text": f"문서 간 차이: {guide.conflicts[key].title}", "href": href(to.conflict(key))} for key in due.conflicts]
    return counting(due) | {
        "title": due.title, "basis": due.basis, "how": how(due, deadlines), "summary": due.summary,
        "example": due.example, "sides": sides_of(due.actors, guide),
        "who": ", ".join(guide.actors[key].name for key in due.actors),
        "editions": due.editions or deadlines.editions, "notAfter": due.not_after, "rule": due.rule, "links": links,
        "cites": [{"text": cited(one, guide), "href": href(to.citation(one))} for one in due.source],
    }


def _milestones(timeline: Timeline, guide: Guidebook) -> list[Event]:
    """What is planned for a known month and is decided, or is done by others than the city too."""
    def concerns(event: Event) -> bool:
        return event.kind == "decision" or bool(set(sides_of(event.actors, guide)) - {"city", "council"})

    return [event for event in timeline.events if not event.actual and event.start.month and concerns(event)]


def _city(event: Event, timeline: Timeline, href: Href, to: Addresses) -> dict[str, Any]:
    return {"id": event.id, "timeline": timeline.id, "title": event.title, "procedure": timeline.short, "edition": timeline.edition,
            "start": event.start.first.isoformat(), "end": last_day(event.end or event.start).isoformat(),
            "exact": is_exact(event), "when": said(event)[0],
            "href": href(to.timeline(timeline.id, event.id))}
