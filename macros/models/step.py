"""A step of a procedure: the unit that a page, a checklist and a case point to."""

from typing import Annotated

from pydantic import BeforeValidator

from macros.models.common import (
    Cited,
    Editions,
    Id,
    Ids,
    Paged,
    Points,
    Record,
    SomeIds,
    Tables,
    Text,
    Texts,
    tuple_of,
)


class Tip(Cited):
    """Advice that the source sets apart (TIPS)."""

    title: Text
    text: Text


class Method(Cited):
    """A way of working that a step may use."""

    id: Id
    title: Text
    summary: Text
    suits: Text | None = None
    principles: Texts = ()
    sequence: Texts = ()
    cautions: Texts = ()


class Output(Record):
    """What is there when the step is done."""

    title: Text
    text: Text


class Step(Cited, Paged):
    """One step: who leads, what is done, how it is deliberated, what comes out."""

    id: Id
    title: Text
    summary: Text
    editions: Editions
    who: SomeIds
    when: Ids = ()
    when_note: Text | None = None
    activities: Points
    deliberation: Points = ()
    deliberation_none: Text | None = None
    tips: Annotated[tuple[Tip, ...], BeforeValidator(tuple_of)] = ()
    methods: Annotated[tuple[Method, ...], BeforeValidator(tuple_of)] = ()
    tables: Tables = ()
    submissions: Points = ()
    reviews: Points = ()
    outputs: Annotated[tuple[Output, ...], BeforeValidator(tuple_of)]
    rules: Ids = ()
    conflicts: Ids = ()
