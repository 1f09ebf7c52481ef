"""What there is by edition: the yearly procedures, and how each edition differs from the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.checks.walk import inside
from macros.models.checklist import Checklist, Item
from macros.models.common import Citation, Record
from macros.models.edition import HeldOn
from macros.models.procedure import Procedure
from macros.models.rule import Ask, Band, Cap
from macros.models.step import Step
from macros.models.timeline import Event, Timeline
from macros.reading.grounds import below, grounded, resting
from macros.reading.guidebook import Guidebook
from macros.reading.openings import stayed
from macros.rules.terms import plan_editions
from macros.views.dates_compare import Comparison, compare

Dates = tuple[list[Event], list[Event]]


@dataclass(frozen=True)
class Change:
    """From one edition to the next: rules under their heads, and what is done with the city with its dates in both."""

    old: str
    new: str
    rules: list[tuple[str, list[Cap | Band | Ask]]]
    dates: list[tuple[str, Dates]]


def city_procedures(guide: Guidebook) -> list[Procedure]:
    """The yearly procedures with the city, which have dates, newest first."""
    found = [procedure for procedure in guide.procedures.values() if procedure.timeline]
    return sorted(found, key=lambda procedure: procedure.editions, reverse=True)


def changes(guide: Guidebook, *chosen: str) -> list[Change]:
    """How the editions with rules for a plan differ, each from the one before it, newest first; or two chosen ones."""
    pairs = [chosen] if chosen else list(pairwise(plan_editions(guide.rules.values())))
    return [Change(old, new, _rules(guide, old, new), _dates(guide, old, new)) for old, new in reversed(pairs)]


def date_changes(guide: Guidebook) -> Iterator[tuple[Comparison, bool]]:
    """The timelines of one programme compared, each with the one before it, newest first.

    With each whether the programme has been compared before it, so that the newest keeps the programme's address.
    """
    for timelines in _by_programme(guide.timelines.values()):
        for number, (old, new) in enumerate(reversed(list(pairwise(timelines)))):
            yield compare(guide, old, new), number > 0


def held(guide: Guidebook, record: Record) -> list[HeldOn]:
    """What must be said of a record whose editions rest on documents of other years alone."""
    return resting(guide, record, tuple(one for _, one in inside(record) if isinstance(one, Citation)))


def item_editions(guide: Guidebook, checklist: Checklist, item: Item) -> tuple[str, ...]:
    """The editions for which an item of a checklist of several has ground; nothing where that is all of them.

    What the item shares with its rules holds where one of them does. A place that the item cites and no rule does is its own
    ground: a rule that is named for what it adds does not take an edition from the item.
    """
    rules = [guide.rules[key] for key in item.stated_rules]
    apart = [one for one in item.source if not any(_meet(one, other) for rule in rules for other in rule.source)]
    own = grounded(guide, checklist.editions, apart)
    shared = {*grounded(guide, checklist.editions, item.source), *stayed(guide, "checklists", checklist.id)}
    found = tuple(edition for edition in checklist.editions
                  if edition in own or (edition in shared and (not rules or any(edition in rule.editions for rule in rules))))
    return () if found == checklist.editions else found


def _meet(one: Citation, other: Citation) -> bool:
    """Whether two citations name one part of a document, or the one something within the other."""
    return below(one, other) or below(other, one)


def _by_programme(timelines: Iterable[Timeline]) -> list[list[Timeline]]:
    found: dict[str, list[Timeline]] = defaultdict(list)
    for timeline in sorted(timelines, key=lambda one: one.edition):
        found[timeline.short].append(timeline)
    return list(found.values())


def _rules(guide: Guidebook, old: str, new: str) -> list[tuple[str, list[Cap | Band | Ask]]]:
    """The rules that only the old edition has, only the new one, and both."""
    rules = sorted(guide.rules.values(), key=lambda rule: (rule.topic, rule.id))
    return [
        (f"{new}년판에서 새로 생기거나 바뀐 규칙", [rule for rule in rules if new in rule.editions and old not in rule.editions]),
        (f"{old}년판에만 있는 규칙", [rule for rule in rules if old in rule.editions and new not in rule.editions]),
        ("두 연도에 모두 적용하는 규칙", [rule for rule in rules if old in rule.editions and new in rule.editions]),
    ]


def _dates(guide: Guidebook, old: str, new: str) -> list[tuple[str, Dates]]:
    """What is done with the city in each edition, by the ending of the steps' ids (apply-2020-notice, apply-2021-notice)."""
    events = {event.id: event for timeline in guide.timelines.values() for event in timeline.events}
    steps: dict[str, dict[str, Step]] = defaultdict(dict)
    for procedure in city_procedures(guide):
        for edition in procedure.editions:
            for key in procedure.steps:
                steps[key.rpartition(f"-{edition}-")[2]][edition] = guide.steps[key]
    rows = []
    for found in steps.values():
        both = [found.get(edition) for edition in (old, new)]
        titles = [f"{step.title}({edition}년판)" for step, edition in zip(both, (old, new), strict=True) if step]
        names = list(dict.fromkeys(step.title for step in both if step))
        if names:
            before, after = ([events[key] for key in step.when] if step else [] for step in both)
            rows.append((names[0] if len(names) == 1 else ", ".join(titles), (before, after)))
    return rows
