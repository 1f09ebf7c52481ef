"""Sheets: what a tool asks its reader to fill in; what follows from the rules on it is in outcome.py."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.budget import Option, Unit
from macros.models.common import (
    Cited,
    Count,
    EditionId,
    Editions,
    Id,
    Ids,
    OptionalCitations,
    Record,
    SomeIds,
    Text,
    Texts,
    tuple_of,
)
from macros.models.outcome import Answers, Letter, Outcome

YEAR = 5  # signs of a scope before its part
ToolId = Literal["budget-change", "strategic-matching", "council", "evaluation", "eligibility"]


class SheetField(Record):
    """One number to fill in. `label` says it whole; in a table the head and the row say it.

    A blank `optional` field counts as 0, any other as not known. `least` and `most` bound it, in its unit. Points
    may have two decimals; everything else is whole. `times` turns a mark on another scale into points.
    `earlier_labels`: what it was called in workbooks that people still have.
    """

    id: Id
    label: Text
    earlier_labels: Texts = ()
    unit: Unit
    help: Text | None = None
    optional: bool = False
    least: Count = 0
    most: Count | None = None
    times: Count | None = None


class SheetPart(Record):
    """A programme or body that is judged by itself: chosen first, then only its fields, facts and subjects show.

    `group` names what several parts belong to. `earlier_titles` are earlier names of the part with its group.
    """

    id: Id
    group: Text
    title: Text
    earlier_titles: Texts = ()
    editions: Editions
    subjects: SomeIds

    @property
    def name(self) -> str:
        """The part with its group, as workbooks say it."""
        return f"{self.group}, {self.title}"


class FieldGroup(Record):
    """Fields under one head; with `rows` and `columns` a table, its fields row by row. Without `editions`, for all.

    `total` names the sum of the fields, where it says something.
    """

    id: Id
    of_part: Id | None = None
    title: Text
    lead: Text | None = None
    editions: Annotated[tuple[EditionId, ...], BeforeValidator(tuple_of)] = ()
    total: Text | None = None
    rows: Texts = ()
    columns: Texts = ()
    fields: Annotated[tuple[SheetField, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Consistency(Record):
    """What any right numbers fulfil: `part` is at most (or equal to) `of`. Where it fails nothing on them is judged."""

    id: Id
    part: Id
    of: Id
    equal: bool = False
    field: Id
    message: Text


class SheetFact(Record):
    """What is so, as the reader knows it: yes or no, or one of `options`. What follows from it is the rules' business.

    It is asked only where another fact is as `only_if` says, and where something is in the measure `asked_when`;
    the measure `answered_by` answers by itself where it is known: yes above 0, else no.
    `formerly` keeps earlier wordings of the same question: a file that still has one keeps its answer.
    """

    id: Id
    of_part: Id | None = None
    question: Text
    formerly: Texts = ()
    help: Text | None = None
    options: Annotated[tuple[Option, ...], BeforeValidator(tuple_of)] = ()
    only_if: dict[Id, Answers] = {}
    asked_when: Id | None = None
    answered_by: Id | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """The ids of the answers, but for "unknown"."""
        return tuple(option.id for option in self.options) or ("yes", "no")


class Retired(Record):
    """A question of earlier files whose sense has changed: its answer counts no more, the facts `now` are asked."""

    id: Id
    question: Text
    now: Ids


class ChangeLine(Record):
    """A line of the table before and after a change, in won; `nature` is current or capital spending."""

    project: Text
    item: Text
    nature: Literal["current", "capital"]
    before: Count
    after: Count


class SheetExample(Record):
    """A filled sheet with what the rules say of it. `real` when all its figures are a source's.

    `complete`: its lines are all the lines of their projects. An outcome that is not decided is left out.
    """

    id: Id
    of_part: Id | None = None
    title: Text
    edition: EditionId
    real: bool = False
    note: Text | None = None
    figures: dict[Id, Count]
    lines: Annotated[tuple[ChangeLine, ...], BeforeValidator(tuple_of)] = ()
    complete: bool = False
    answers: dict[Id, Id] = {}
    expect: dict[Id, Id]
    outcome: Id | None = None
    level: Literal["breach", "care", "ok", "unknown"] | None = None
    source: OptionalCitations = ()


class Filling(Record):
    """A field that a district's real figure may fill: a column of a topic's table, `times` its unit.

    `edition`: the edition whose plans the figures belong to, where the field's figure hangs on it.
    """

    field: Id
    topic: Id
    table: Id
    name: Text
    value: Text
    times: Count = 1
    edition: EditionId | None = None


class GradeAmounts(Record):
    """What a band's rows mean in won: the amounts of a cap by choice, beside a field with this year's."""

    band: Id
    cap: Id
    field: Id


class Sheet(Cited):
    """A tool's sheet. With `every_edition` all editions are judged side by side instead of one.

    `applies_at`: rules that matter only where the outcome is the one named (rule: outcome); elsewhere they do not apply.
    `earlier_titles`: what workbooks that people still have are headed by.
    """

    id: ToolId
    title: Text
    earlier_titles: Texts = ()
    summary: Text
    order: int
    subjects: SomeIds
    editions: Editions
    every_edition: bool = False
    parts: Annotated[tuple[SheetPart, ...], BeforeValidator(tuple_of)] = ()
    lines: bool = False
    groups: Annotated[tuple[FieldGroup, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    consistency: Annotated[tuple[Consistency, ...], BeforeValidator(tuple_of)] = ()
    facts: Annotated[tuple[SheetFact, ...], BeforeValidator(tuple_of)] = ()
    retired: Annotated[tuple[Retired, ...], BeforeValidator(tuple_of)] = ()
    outcomes: Annotated[tuple[Outcome, ...], BeforeValidator(tuple_of)] = ()
    applies_at: dict[Id, Id] = {}
    letters: Annotated[tuple[Letter, ...], BeforeValidator(tuple_of)] = ()
    filling: Filling | None = None
    amounts: GradeAmounts | None = None
    examples: Annotated[tuple[SheetExample, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def scopes(self) -> tuple[str, ...]:
        """What is judged at once: an edition (`2021`), or a part of it (`2021-mutual`)."""
        return tuple(scope(edition, part.id) for part in self.parts for edition in part.editions) or self.editions

    @property
    def workbooks(self) -> tuple[str | None, ...]:
        """The scopes that have an Excel workbook of their own; None for one that judges by all editions."""
        return (None,) if self.every_edition else self.scopes

    def part_of(self, name: str | None) -> SheetPart | None:
        """The part of a scope, or by its id."""
        own = name and (name[YEAR:] if name[:4].isdigit() else name)
        return next((part for part in self.parts if part.id == own), None)

    def groups_of(self, name: str) -> tuple[FieldGroup, ...]:
        """The groups of fields that a scope asks for."""
        part = self.part_of(name)
        return tuple(group for group in self.groups if (not group.editions or name[:4] in group.editions)
                     and group.of_part == (part.id if part else None))


def scope(edition: str, part: str | None) -> str:
    """The name of what is judged at once."""
    return f"{edition}-{part}" if part else edition
