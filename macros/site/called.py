"""What files that people keep call things by: the labels, questions and titles of the data by which a filled-in workbook or a pasted table
is read again, with what they were before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.models.budget import Option, SharedReading, Term
from macros.models.rule import Ask
from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.reading.yaml_values import Place

LABEL, QUESTION, TITLE = ("label", "earlier_labels"), ("question", "formerly"), ("title", "earlier_titles")


@dataclass(frozen=True)
class Called:
    """A thing that files name. `place`: its record's within the data's record `kind`/`key`; `fields`: those of its name and of its
    earlier names. `among`: the things from which its names must tell it apart. `now` and `earlier` are as files have them.
    """

    kind: str
    key: str
    place: Place
    fields: tuple[str, str]
    among: tuple[str, ...]
    id: str
    now: str
    earlier: tuple[str, ...]


def called(guide: Guidebook) -> Iterator[Called]:
    """All of them."""
    budget = guide.budget
    for name in ("parts", "kinds", "funds", "choices", "readings"):
        yield from _records("budget", "budget", (name,), ("budget", name), getattr(budget, name))
    for at, choice in enumerate(budget.choices):
        yield from _records("budget", "budget", ("choices", at, "options"), ("choice", choice.id), choice.options)
    for key, rule in guide.rules.items():
        if isinstance(rule, Ask) and rule.question:
            yield Called("rules", key, (), QUESTION, ("questions",), key, rule.question, rule.formerly)
        elif not isinstance(rule, Ask):
            for at, reading in enumerate(rule.readings):
                if reading.label:
                    yield Called("rules", key, ("readings", at), LABEL, ("rules", key), reading.id, reading.label, reading.earlier_labels)
    for key, sheet in guide.sheets.items():
        yield from _of_sheet(key, sheet)


def _of_sheet(key: str, sheet: Sheet) -> Iterator[Called]:
    yield Called("sheets", key, (), TITLE, ("sheets",), key, sheet.title, sheet.earlier_titles)
    for at, part in enumerate(sheet.parts):
        yield Called("sheets", key, ("parts", at), TITLE, ("parts", key), part.id, part.name, part.earlier_titles)
    for at, group in enumerate(sheet.groups):
        for number, field in enumerate(group.fields):
            yield Called("sheets", key, ("groups", at, "fields", number), LABEL, ("fields", key, group.of_part or ""), field.id, field.label,
                         field.earlier_labels)
    for at, fact in enumerate(sheet.facts):
        yield Called("sheets", key, ("facts", at), QUESTION, ("questions",), fact.id, fact.question, fact.formerly)
        yield from _records("sheets", key, ("facts", at, "options"), ("answers", key, fact.id), fact.options)


def _records(kind: str, key: str, place: Place, among: tuple[str, ...], records: Iterable[Term | Option | SharedReading]) -> Iterator[Called]:
    for at, one in enumerate(records):
        yield Called(kind, key, (*place, at), LABEL, among, one.id, one.label, one.earlier_labels)
