"""What the editions have, thing by thing, so that any two of them can be laid side by side in the browser."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.reading.openings import editions_of
from macros.site.addresses import Addresses
from macros.views.dates import said
from macros.views.dates_compare import stem

Href = Callable[[str], str]
YEAR = re.compile(r"\d{4}년\s*")


@dataclass
class Thing:
    """One thing in every edition that has it: by edition what is said of it, where it stands, and what must be equal for it to be the same."""

    title: str
    cells: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """As the browser reads it."""
        return {"title": self.title, "cells": self.cells}


def any_two(guide: Guidebook, to: Addresses, href: Href) -> dict[str, Any]:
    """Every edition, and every rule, date, checklist and form by edition; what took another's place stands in its row."""
    groups = (("규칙", _records(guide, "rules", lambda one: (one.label, one.sentence, href(to.rule(one.id))))),
              ("날짜", _dates(guide, lambda timeline, event: href(to.timeline(timeline.id, event.id)))),
              ("체크리스트", _records(guide, "checklists", lambda one: (
                  one.title, f"{one.title}: 항목 {sum(len(group.items) for group in one.groups)}가지", href(to.checklist(one.id))))),
              ("서식", _records(guide, "forms", lambda one: (one.title, one.title, href(to.form(one.id))))))
    return {"editions": [{"id": key, "title": edition.title} for key, edition in sorted(guide.editions.items())],
            "groups": [{"title": title, "rows": [thing.plain() for thing in things]} for title, things in groups]}


def _before(guide: Guidebook, kind: str) -> Mapping[str, str]:
    """By a record's id: the one whose place it took, by its own `replaces`, an opening's decision, or a name that differs in the year."""
    found = {decision.now: decision.id for opening in guide.openings.values() for decision in getattr(opening, kind)
             if decision.now and decision.now != decision.id}
    by_stem: dict[str, str] = {}
    for key, record in sorted(getattr(guide, kind).items(), key=lambda one: editions_of(one[1])):
        name = re.sub("-(" + "|".join(editions_of(record)) + ")$", "", key)
        if name in by_stem and name != key:
            found.setdefault(key, by_stem[name])
        by_stem[name] = key
        for earlier in getattr(record, "replaces", ())[:1]:
            found[key] = earlier
    return found


def _first(key: str, before: Mapping[str, str]) -> str:
    """The record with which a row begins; a ring of successors begins nowhere."""
    seen = {key}
    while (earlier := before.get(key)) and earlier not in seen:
        seen.add(key := earlier)
    return key


def _records(guide: Guidebook, kind: str, told: Callable[[Any], tuple[str, str, str]]) -> Iterable[Thing]:
    """`told`: a record's title, what is said of it, where it stands. An edition that has two of one row gives the second its own."""
    before, things = _before(guide, kind), dict[str, Thing]()
    for key, record in sorted(getattr(guide, kind).items(), key=lambda one: editions_of(one[1])):
        title, text, href = told(record)
        row = things.get(_first(key, before))
        if row is None or row.cells.keys() & set(editions_of(record)):
            row = things[key if row else _first(key, before)] = Thing(title)
        row.title = title
        row.cells |= dict.fromkeys(editions_of(record), (text, href, key))
    return things.values()


def _dates(guide: Guidebook, href: Callable[[Timeline, Event], str]) -> Iterable[Thing]:
    """Planned dates by programme and thing; they are the same when month and day are."""
    things: dict[tuple[str, str], Thing] = defaultdict(lambda: Thing(""))
    names: dict[str, str] = {}
    for timeline in sorted(guide.timelines.values(), key=lambda one: one.edition):
        for event in timeline.events:
            names[event.id] = names.get(event.same_as or "", stem(event, timeline.edition))
            if not event.actual:
                thing, when = things[timeline.short, names[event.id]], said(event)[0]
                thing.title = f"{timeline.short}: {event.title}"
                thing.cells[timeline.edition] = (when, href(timeline, event), YEAR.sub("", when))
    return things.values()
