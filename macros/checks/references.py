"""An id that is named must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache

from macros.checks.walk import inside, once
from macros.models.budget import Budget, ExampleLine, ExampleProject, FurtherKind, Measure
from macros.models.common import Record
from macros.models.form import CountOf
from macros.models.kinds import ROWS
from macros.models.rule import Rule
from macros.models.rule_example import AskExample, CapExample
from macros.models.sheet import Sheet, SheetPart
from macros.models.step import Step
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.reading.yaml_values import Place
from macros.rules.change import WORKED_OUT
from macros.words.korean import particle

# What a field of this name points to, in every record that has it: records, or what stands in them.
TARGETS: Mapping[str, str] = {
    **{name: kind.id for kind in ROWS for name in kind.fields},
    "when": "events", "same_as": "events", "not_after": "events", "part": "measures", "of": "measures", "asked_when": "measures",
    "answered_by": "measures", "larger_of": "measures", "smaller_of": "measures", "fields": "fields", "open": "fields", "field": "fields",
    "dues": "dues", "option": "options", "by": "choices", "parts": "parts", "kinds": "kinds", "funds": "funds",
    "subject": "subjects", "subjects": "subjects", "topic": "rule-topics",
}
# And in an example plan, whose `part` is one of the plan's, no measure.
PLAN_TARGETS: Mapping[str, str] = {"part": "parts", "kind": "kinds"}
NAMES = {
    **{kind.id: kind.where for kind in ROWS if kind.fields},
    "events": "일정(data/timelines)", "measures": "계산(data/budget.yaml)", "choices": "선택 항목(data/budget.yaml)",
    "parts": "부문(data/budget.yaml)", "kinds": "비목(data/budget.yaml)", "funds": "재원(data/budget.yaml)",
    "fields": "칸(data/sheets)", "dues": "기한(data/deadlines)", "options": "선택지(data/budget.yaml)",
    "subjects": "무엇에 관한(data/budget.yaml)", "rule-topics": "규칙의 묶음(data/budget.yaml)",
}

UNSHOWN = "이 문서 간 차이를 가리키는 기록이 없어요. 관련 기록의 conflicts에 적어 주세요."


def known_ids(guide: Guidebook) -> dict[str, Set[str]]:
    """All ids by what they are ids of."""
    budget = guide.budget
    return {
        **{kind.id: getattr(guide, kind.id).keys() for kind in ROWS if kind.fields},
        "events": {event.id for timeline in guide.timelines.values() for event in timeline.events},
        "measures": {measure.id for measure in budget.measures},
        "choices": {choice.id for choice in budget.choices},
        "parts": {term.id for term in budget.parts},
        "kinds": {term.id for term in budget.kinds},
        "funds": {term.id for term in budget.funds},
        "fields": {*WORKED_OUT, *(field.id for sheet in guide.sheets.values() for group in sheet.groups for field in group.fields)},
        "dues": {due.id for deadlines in guide.deadlines.values() for due in deadlines.dues},
        "subjects": {subject.id for subject in budget.subjects},
        "rule-topics": set(budget.topic_titles),
        "options": {option.id for choice in budget.choices for option in choice.options},
    }


def refers_to(model: type[Record], name: str) -> str | None:
    """What the field's words are ids of (a key of `known_ids`); None for words of its own.

    A milestone's `who` is text, a letter's `subject` its title, an example's `part` is a number, a form's `field` is one of its own, and the budget's
    own lists are what others refer to.
    """
    if issubclass(model, CapExample | AskExample | Budget | CountOf) or (name == "who" and not issubclass(model, Step)):
        return None
    if name in ("subject", "subjects", "topic") and not issubclass(model, Rule | Measure | Sheet | SheetPart):
        return None
    if issubclass(model, ExampleProject | ExampleLine) and name in PLAN_TARGETS:
        return PLAN_TARGETS[name]
    if issubclass(model, FurtherKind) and name == "kind":
        return "kinds"
    return TARGETS.get(name)


@cache
def _references(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that hold ids, each with what of: most hold none, and there are many records."""
    found = ((name, refers_to(model, name)) for name in model.model_fields)
    return tuple((name, target) for name, target in found if target)


def check_references(guide: Guidebook) -> Iterator[Problem]:
    """Every reference leads to a record, and every conflict is shown somewhere."""
    known = known_ids(guide)
    used: set[str] = set()
    for kind, key, record in guide.records():
        for place, target, word in _named(kind, record):
            if target == "conflicts":
                used.add(word)
            if word not in known[target]:
                yield guide.problem(kind, key, place, f"'{word}'{particle(word, '은/는')} {NAMES[target]}에 없는 id예요."
                                                      f"{nearest(word, known[target])}")
    for key in guide.conflicts.keys() - used:
        yield guide.problem("conflicts", key, ("id",), UNSHOWN)


def named_ids(guide: Guidebook) -> Iterator[tuple[str, str, str, str]]:
    """Every id that a record names: the record's kind and id, what it is an id of, and the id."""
    for kind, key, record in guide.records():
        for _, target, word in _named(kind, record):
            yield kind, key, target, word


@once
def _named(_: str, record: Record) -> Iterator[tuple[Place, str, str]]:
    """Every id that a top record and what stands in it name: where, what it is an id of, and the id."""
    for place, found in inside(record):
        for name, target in _references(type(found)):
            for spot, word in _words(name, getattr(found, name)):
                yield (*place, *spot), target, word


def _words(name: str, value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield (name,), value
    elif isinstance(value, tuple):
        for index, word in enumerate(value):
            if isinstance(word, str):
                yield (name, index), word
