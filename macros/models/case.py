"""District cases: what a district did, when, with whom, and what came of it."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.models.common import (
    Cited,
    Count,
    Id,
    Ids,
    OneOf,
    OptionalCitations,
    Paged,
    Points,
    Record,
    Tables,
    Text,
    Texts,
    When,
    tuple_of,
)


class Figure(Record):
    """A big number of the case. `value` is whole; `unit` says of what (회, 명, 건, 개 동).

    `derived` stands in place of `value`: the source's numbers that this guide adds up. Pages say that it did.
    `shared` is the same for what several cases count alike: they are compared, and a reader's own number is kept by it.
    `earlier_labels` are those by which browsers may still have that number.
    """

    one_of: ClassVar = OneOf(("value", "derived"), "value(값)와 derived(더할 값들) 가운데 하나만 써 주세요.")
    grounded: ClassVar = True

    label: Text
    value: Count = 0
    derived: Annotated[tuple[Count, ...], BeforeValidator(tuple_of)] = ()
    unit: Text
    note: Text | None = None
    funnel: bool = False
    shared: Id | None = None
    earlier_labels: Texts = ()
    source: OptionalCitations = ()

    @model_validator(mode="before")
    @classmethod
    def _added(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        if ("value" in given) == ("derived" in given):
            raise PydanticCustomError("figure", cls.one_of.message)
        parts = given.get("derived")
        if isinstance(parts, list) and all(isinstance(part, int) for part in parts):
            return {**given, "value": sum(parts)}
        return given


class Milestone(Record):
    """Something that was done. `date_text` is the date as exact as the source has it, if it has one.

    `agendas`: the agendas that were chosen then, each by its name alone.
    """

    id: Id
    title: Text
    date_text: Text | None = None
    start: When | None = None
    end: When | None = None
    who: Texts = ()
    text: Text
    details: Texts = ()
    agendas: Texts = ()
    counts: Annotated[tuple[Figure, ...], BeforeValidator(tuple_of)] = ()
    steps: Ids = ()
    conflicts: Ids = ()
    source: OptionalCitations = ()


class Phase(Record):
    """Milestones that the source groups under one head."""

    id: Id
    title: Text
    milestones: Annotated[tuple[Milestone, ...], BeforeValidator(tuple_of), Field(min_length=1)]


class Process(Cited):
    """One process of the district, phase by phase."""

    id: Id
    title: Text
    summary: Text
    phases: Annotated[tuple[Phase, ...], BeforeValidator(tuple_of), Field(min_length=1)]
    conflicts: Ids = ()


class WorkingGroup(Record):
    """A working group (도봉: 협치포럼): the agenda it carries, its size and the kinds of its members."""

    id: Id
    agenda: Text
    name: Text
    size: Count
    members: Texts


class Lesson(Record):
    """What another district can take from the case, and at which step."""

    text: Text
    steps: Ids = ()
    rules: Ids = ()


class Case(Cited, Paged):
    """A district's case."""

    id: Id
    district: Text
    title: Text
    lesson: Text
    summary: Text
    figures: Annotated[tuple[Figure, ...], BeforeValidator(tuple_of)]
    processes: Annotated[tuple[Process, ...], BeforeValidator(tuple_of)]
    decision: Points
    working_groups: Annotated[tuple[WorkingGroup, ...], BeforeValidator(tuple_of)] = ()
    working_groups_note: Text | None = None
    lessons: Annotated[tuple[Lesson, ...], BeforeValidator(tuple_of)]
    tables: Tables = ()
    conflicts: Ids = ()
