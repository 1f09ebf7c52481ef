"""Sheets: what a tool asks its reader to fill in, and what follows from the rules on it."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.models.budget import Subject, Unit
from macros.models.common import (
    Cited,
    Count,
    EditionId,
    Editions,
    Id,
    Ids,
    OptionalCitations,
    Record,
    Text,
    Texts,
    tuple_of,
)
from macros.models.plan import Answer

ToolId = Literal["budget-change", "strategic-matching", "council", "evaluation"]


class SheetField(Record):
    """One number to fill in. `label` says it whole; in a table the head and the row say it.

    A blank `optional` field counts as 0, any other as not known. `least` and `most` bound it, in its unit. Points
    may have two decimals; everything else is whole. `times` turns a mark on another scale into points.
    """

    id: Id
    label: Text
    unit: Unit
    help: Text | None = None
    optional: bool = False
    least: Count = 0
    most: Count | None = None
    times: Count | None = None


class FieldGroup(Record):
    """Fields under one head; with `rows` and `columns` a table, its fields row by row. Without `editions`, for all.

    `total` names the sum of the fields, where it says something.
    """

    id: Id
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


class Condition(Record):
    """A rule's result (ok, fail, or the id of a band's row) that leads to an outcome."""

    rule: Id
    result: Id


class Outcome(Record):
    """What follows from the verdicts together: the first of a sheet's outcomes with a condition that holds.

    `dues` names what to do by when (data/deadlines).
    """

    id: Id
    title: Text
    text: Text
    level: Literal["breach", "care", "ok"]
    conditions: Annotated[tuple[Condition, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    dues: Ids = ()


class ChangeLine(Record):
    """A line of the table before and after a change, in won; `nature` is current or capital spending."""

    project: Text
    item: Text
    nature: Literal["current", "capital"]
    before: Count
    after: Count


class SheetExample(Record):
    """A filled sheet with what the rules say of it. `real` when all its figures are a source's."""

    id: Id
    title: Text
    edition: EditionId
    real: bool = False
    note: Text | None = None
    figures: dict[Id, Count]
    lines: Annotated[tuple[ChangeLine, ...], BeforeValidator(tuple_of)] = ()
    answers: dict[Id, Answer] = {}
    expect: dict[Id, Id]
    outcome: Id | None = None
    source: OptionalCitations = ()


class Filling(Record):
    """A field that a district's real figure may fill: a column of a topic's table, `times` its unit."""

    field: Id
    topic: Id
    table: Id
    name: Text
    value: Text
    times: Count = 1


class GradeAmounts(Record):
    """What a band's rows mean in won: the amounts of a cap by choice, beside a field with this year's."""

    band: Id
    cap: Id
    field: Id


class Sheet(Cited):
    """A tool's sheet. With `every_edition` all editions are judged side by side instead of one."""

    id: ToolId
    title: Text
    summary: Text
    order: int
    subjects: Annotated[tuple[Subject, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    editions: Editions
    every_edition: bool = False
    lines: bool = False
    groups: Annotated[tuple[FieldGroup, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    consistency: Annotated[tuple[Consistency, ...], BeforeValidator(tuple_of)] = ()
    outcomes: Annotated[tuple[Outcome, ...], BeforeValidator(tuple_of)] = ()
    filling: Filling | None = None
    amounts: GradeAmounts | None = None
    examples: Annotated[tuple[SheetExample, ...], BeforeValidator(tuple_of), Field(min_length=1)]

    @property
    def workbooks(self) -> tuple[str | None, ...]:
        """The editions that have an Excel workbook of their own; None for one that judges by all of them."""
        return (None,) if self.every_edition else self.editions
