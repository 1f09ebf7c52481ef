"""What files that people keep call things by: the labels, questions and titles of the data by which a filled-in workbook or a pasted table
is read again, with what they were before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.models.budget import Option, SharedReading, Term
from macros.models.form import Block
from macros.models.rule import Ask
from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.reading.yaml_values import Place

LABEL, QUESTION, TITLE = ("label", "earlier_labels"), ("question", "formerly"), ("title", "earlier_titles")
COLUMNS = "earlier_columns"


@dataclass(frozen=True)
class Called:
    """A thing that files name. `name_at`, `earlier_at`: where its name and the list of its earlier names stand in the data's record
    `kind`/`key`. `among`: the things from which its names must tell it apart. `now` and `earlier` are as files have them.
    """

    kind: str
    key: str
    name_at: Place
    earlier_at: Place
    among: tuple[str, ...]
    id: str
    now: str
    earlier: tuple[str, ...]

    @property
    def is_column(self) -> bool:
        """Whether it has no id but its place: a table's columns."""
        return COLUMNS in self.earlier_at

    def noted(self, *names: str) -> str:
        """How earlier names are written beside it: `earlier_labels: ["구비"]`."""
        listed = "[" + ", ".join(f'"{name}"' for name in names) + "]"
        return f'{COLUMNS}: {{"{self.now}": {listed}}}' if self.is_column else f"{self.earlier_at[-1]}: {listed}"


def called(guide: Guidebook) -> Iterator[Called]:
    """All of them."""
    budget = guide.budget
    for name in ("parts", "kinds", "funds", "choices", "readings"):
        yield from _records("budget", "budget", (name,), ("budget", name), getattr(budget, name))
    for at, choice in enumerate(budget.choices):
        yield from _records("budget", "budget", ("choices", at, "options"), ("choice", choice.id), choice.options)
    for key, rule in guide.rules.items():
        if isinstance(rule, Ask) and rule.question:
            yield _record("rules", key, (), QUESTION, ("questions",), key, rule.question, rule.formerly)
        elif not isinstance(rule, Ask):
            for at, reading in enumerate(rule.readings):
                if reading.label:
                    yield _record("rules", key, ("readings", at), LABEL, ("rules", key), reading.id, reading.label, reading.earlier_labels)
    for key, sheet in guide.sheets.items():
        yield from _of_sheet(key, sheet)
    for key, form in guide.forms.items():
        for at, block in enumerate(form.blocks):
            yield from _of_block(key, ("blocks", at), block)


def _of_sheet(key: str, sheet: Sheet) -> Iterator[Called]:
    yield _record("sheets", key, (), TITLE, ("sheets",), key, sheet.title, sheet.earlier_titles)
    for at, part in enumerate(sheet.parts):
        yield _record("sheets", key, ("parts", at), TITLE, ("parts", key), part.id, part.name, part.earlier_titles)
    for at, group in enumerate(sheet.groups):
        for number, field in enumerate(group.fields):
            yield _record("sheets", key, ("groups", at, "fields", number), LABEL, ("fields", key, group.of_part or ""), field.id, field.label,
                         field.earlier_labels)
    for at, fact in enumerate(sheet.facts):
        yield _record("sheets", key, ("facts", at), QUESTION, ("questions",), fact.id, fact.question, fact.formerly)
        yield from _records("sheets", key, ("facts", at, "options"), ("answers", key, fact.id), fact.options)


def _of_block(key: str, place: Place, block: Block) -> Iterator[Called]:
    """The columns of a list of people are fields, those of a table in which each field is a row have no more than a name."""
    among = ("forms", key, *map(str, place))
    if block.layout == "list":
        for at, field in enumerate(block.fields):
            yield _record("forms", key, (*place, "fields", at), LABEL, among, field.id, field.label, field.earlier_labels)
    elif block.layout == "matrix":
        for at, column in enumerate(block.columns):
            yield Called("forms", key, (*place, "columns", at), (*place, COLUMNS, column), among, str(at), column,
                         block.earlier_columns.get(column, ()))


def _record(kind: str, key: str, place: Place, fields: tuple[str, str], among: tuple[str, ...], one: str, now: str,
            earlier: tuple[str, ...]) -> Called:
    name, before = fields
    return Called(kind, key, (*place, name), (*place, before), among, one, now, earlier)


def _records(kind: str, key: str, place: Place, among: tuple[str, ...], records: Iterable[Term | Option | SharedReading]) -> Iterator[Called]:
    for at, one in enumerate(records):
        yield _record(kind, key, (*place, at), LABEL, among, one.id, one.label, one.earlier_labels)
